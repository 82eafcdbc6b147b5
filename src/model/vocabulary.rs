//! The words that the network knows, and how others are put together from pieces.

use super::figures;
use fnv::FnvHasher;
use std::hash::Hasher;

/// Stands for a company, listed or private, an ETF or a name the user asked for: whose name it is must not matter.
pub const COMPANY: &str = "[COMPANY]";
/// Stands for a stock index.
pub const INDEX: &str = "[INDEX]";
/// Stands for a crypto asset.
pub const CRYPTO: &str = "[CRYPTO]";
const UNKNOWN: &str = "[UNKNOWN]";

/// The longest word that is taken apart, in bytes; a longer one is unknown.
const MAX_WORD: usize = 48;

/// The pieces in the order of their ids. Inner pieces begin with "##", as in WordPiece
/// (Wu et al., "Google's neural machine translation system", 2016, section 4.1).
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// All pieces behind one another.
    text: String,
    /// Where each piece begins in `text`, and the end of the last.
    starts: Vec<u32>,
    /// Open addressing: id + 1 of the piece in each slot, 0 for none.
    slots: Vec<u16>,
}

fn hash(piece: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(piece.as_bytes());
    hasher.finish()
}

impl Vocabulary {
    /// The pieces that every vocabulary begins with, in this order.
    pub fn specials() -> impl Iterator<Item = &'static str> {
        [UNKNOWN, COMPANY, INDEX, CRYPTO].into_iter().chain(figures::PIECES)
    }

    /// Reads pieces, one a line. The specials must come first; 65,534 pieces are the most.
    pub fn from_lines(lines: &str) -> Result<Self, String> {
        let pieces: Vec<&str> = lines.lines().collect();
        if pieces.len() >= u16::MAX as usize {
            return Err(format!("{} pieces; at most {}", pieces.len(), u16::MAX - 1));
        }
        if !Self::specials().enumerate().all(|(i, s)| pieces.get(i) == Some(&s)) {
            return Err("the vocabulary does not begin with the special pieces".into());
        }
        let mut v =
            Self { text: String::new(), starts: vec![0], slots: vec![0; (pieces.len() * 2).next_power_of_two()] };
        for (id, piece) in pieces.iter().enumerate() {
            let slot = v.slot(piece);
            v.text.push_str(piece);
            v.starts.push(v.text.len() as u32);
            v.slots[slot] = id as u16 + 1;
        }
        Ok(v)
    }

    /// The number of pieces.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there is none: never, for the specials are there.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn piece(&self, id: usize) -> &str {
        &self.text[self.starts[id] as usize..self.starts[id + 1] as usize]
    }

    /// The slot that holds `piece`, or the empty one where it would be.
    fn slot(&self, piece: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(piece) as usize & mask;
        while self.slots[at] != 0 && self.piece(self.slots[at] as usize - 1) != piece {
            at = (at + 1) & mask;
        }
        at
    }

    /// The id of a piece.
    pub fn id(&self, piece: &str) -> Option<u16> {
        self.slots[self.slot(piece)].checked_sub(1)
    }

    /// Appends the ids of the longest pieces that make up `word` (folded), or the unknown's; `buffer` is scratch.
    pub(crate) fn pieces(&self, word: &str, buffer: &mut String, out: &mut Vec<u16>) {
        if let Some(id) = self.id(word) {
            return out.push(id);
        }
        let first = out.len();
        let mut at = 0;
        while word.len() <= MAX_WORD && at < word.len() {
            let mut end = word.len();
            let id = loop {
                buffer.clear();
                if at > 0 {
                    buffer.push_str("##");
                }
                buffer.push_str(&word[at..end]);
                if let Some(id) = self.id(buffer) {
                    break Some(id);
                }
                end = word[..end].char_indices().next_back().map_or(at, |(i, _)| i);
                if end <= at {
                    break None;
                }
            };
            match id {
                Some(id) => out.push(id),
                None => break,
            }
            at = end;
        }
        if at < word.len() {
            out.truncate(first);
            out.push(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_pieces_first() {
        let lines: Vec<&str> = Vocabulary::specials().chain(["pro", "profit", "##able", "##a", "un"]).collect();
        let v = Vocabulary::from_lines(&lines.join("\n")).unwrap();
        let base = Vocabulary::specials().count() as u16;
        let ids = |word: &str| {
            let mut out = vec![];
            v.pieces(word, &mut String::new(), &mut out);
            out
        };
        assert_eq!(ids("profit"), [base + 1]);
        assert_eq!(ids("profitable"), [base + 1, base + 2]);
        assert_eq!(ids("unable"), [base + 4, base + 2]);
        assert_eq!(ids("zebra"), [0]);
        assert_eq!(ids(&"pro".repeat(40)), [0]);
        assert_eq!(ids("é"), [0]);
        assert!(Vocabulary::from_lines("profit").is_err());
    }
}
