//! Byte offsets to UTF-16 offsets.

/// Bytes between two checkpoints: 4 bytes of table for 64 of text, and at most 64 bytes to count at a lookup.
const STEP: usize = 64;

/// Converts byte offsets of one text to UTF-16 code units.
///
/// A text of ASCII alone needs no table and no counting.
#[derive(Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    /// `checkpoints[k]` UTF-16 units begin before byte `k * STEP`; empty if the text is ASCII.
    checkpoints: Vec<u32>,
}

impl<'a> Offsets<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = vec![];
        if !text.is_ascii() {
            let mut units = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                checkpoints.push(units);
                units += count(chunk);
            }
        }
        Self { text, checkpoints }
    }

    /// The UTF-16 offset of a byte offset on a character boundary; the length of the text for what lies beyond its end.
    pub fn byte_to_utf16(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let Some(last) = self.checkpoints.len().checked_sub(1) else { return byte as u32 };
        let k = (byte / STEP).min(last);
        self.checkpoints[k] + count(&self.text.as_bytes()[k * STEP..byte])
    }
}

/// UTF-16 units of the characters that begin in `bytes`: one each, two where UTF-8 needs four bytes.
fn count(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from(b & 0xC0 != 0x80) + u32::from(b >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ascii_needs_no_table() {
        let offsets = Offsets::new("Shares rose.");
        assert!(offsets.checkpoints.is_empty());
        assert_eq!((offsets.byte_to_utf16(7), offsets.byte_to_utf16(99)), (7, 12));
    }

    #[test]
    fn the_table_stays_small() {
        let text = "東証".repeat(100_000);
        assert!(Offsets::new(&text).checkpoints.len() <= text.len() / STEP + 1);
    }

    proptest! {
        #[test]
        fn agrees_with_the_standard_library(text in "(\\PC|[a-z\r\n]){0,200}") {
            let offsets = Offsets::new(&text);
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                let expected = text[..at].encode_utf16().count() as u32;
                prop_assert_eq!(offsets.byte_to_utf16(at as u32), expected);
            }
        }
    }
}
