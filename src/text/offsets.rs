//! Byte offsets to UTF-16 offsets and back.

/// Converts between byte offsets and UTF-16 code units of one text.
pub struct Offsets;

impl Offsets {
    /// Reads the text once.
    pub fn new(_text: &str) -> Self {
        Self
    }

    /// The UTF-16 offset of a byte offset.
    pub fn byte_to_utf16(&self, byte: u32) -> u32 {
        byte
    }
}
