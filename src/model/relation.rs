//! How each piece of a sentence stands to the target: all that the network learns of whom it scores for.

use super::vocabulary::Vocabulary;

/// No target: the sentence as a whole.
pub const WHOLE: u8 = 0;
/// The target itself.
pub const TARGET: u8 = 1;
/// Distances, in pieces, beyond which a piece counts as farther from the target.
const NEAR: [u32; 3] = [2, 5, 10];
/// The number of relations: no target, the target, and 2 sides × 4 distances × 4 kinds of what stands between.
pub const COUNT: usize = 2 + 2 * (NEAR.len() + 1) * 4;

const NAME_BETWEEN: u8 = 1;
const BREAK_BETWEEN: u8 = 2;

/// What parts one clause from the next: behind it, somebody else may be spoken of.
const BREAKS: [&str; 22] = [
    ",", ";", ":", "-", "\"", "(", ")", ".", "but", "while", "whereas", "although", "though", "however", "despite",
    "and", "as", "after", "which", "who", "unlike", "because",
];

/// Which pieces are names and which part clauses; made once for a vocabulary.
#[derive(Clone, Debug)]
pub struct Relations {
    between: Vec<u8>,
}

impl Relations {
    /// Looks the names and breaks up.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut between = vec![0; vocabulary.len()];
        for piece in [super::COMPANY, super::INDEX, super::CRYPTO] {
            vocabulary.id(piece).inspect(|&id| between[id as usize] = NAME_BETWEEN);
        }
        for piece in BREAKS {
            vocabulary.id(piece).inspect(|&id| between[id as usize] = BREAK_BETWEEN);
        }
        Self { between }
    }

    /// The relation of each piece to the target, which `flags` marks; [`WHOLE`] everywhere if it marks none.
    ///
    /// 1 is the target itself; another piece gets `2 + side · 16 + distance · 4 + between`: side 0 before the nearest
    /// target piece and 1 behind it, distance 0 to 3, and bits for another name (1) and a clause break (2) in between.
    pub fn of(&self, ids: &[u16], flags: &[bool], out: &mut Vec<u8>) {
        out.clear();
        out.resize(ids.len(), WHOLE);
        if !flags.contains(&true) {
            return;
        }
        let mut nearest = vec![u32::MAX; ids.len()];
        // Equal distances go to the target in front, which the first walk sees.
        self.walk(1, 0..ids.len(), ids, flags, &mut nearest, out);
        self.walk(0, (0..ids.len()).rev(), ids, flags, &mut nearest, out);
    }

    fn walk(
        &self,
        side: u8,
        order: impl Iterator<Item = usize>,
        ids: &[u16],
        flags: &[bool],
        nearest: &mut [u32],
        out: &mut [u8],
    ) {
        let (mut distance, mut between) = (None, 0);
        for i in order {
            if flags[i] {
                (distance, between) = (Some(0), 0);
                nearest[i] = 0;
                out[i] = TARGET;
                continue;
            }
            distance = distance.map(|d| d + 1);
            if let Some(d) = distance.filter(|&d| d < nearest[i]) {
                nearest[i] = d;
                let bucket = NEAR.iter().filter(|&&n| d > n).count() as u8;
                out[i] = 2 + side * 16 + bucket * 4 + between;
            }
            between |= self.between[ids[i] as usize];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_distances_and_what_lies_between() {
        let lines: Vec<&str> = Vocabulary::specials().chain(["rose", "but", "fell"]).collect();
        let v = Vocabulary::from_lines(&lines.join("\n")).unwrap();
        let ids: Vec<u16> = ["rose", "[COMPANY]", "rose", "but", "[COMPANY]", "fell", "fell", "fell"]
            .iter()
            .map(|p| v.id(p).unwrap())
            .collect();
        let mut flags = vec![false; ids.len()];
        flags[1] = true;
        let mut out = vec![];
        Relations::new(&v).of(&ids, &flags, &mut out);
        assert_eq!(out, [2, 1, 18, 18, 18 + 4 + 2, 18 + 4 + 3, 18 + 4 + 3, 18 + 8 + 3]);
        Relations::new(&v).of(&ids, &[false; 8], &mut out);
        assert_eq!(out, [WHOLE; 8]);
    }
}
