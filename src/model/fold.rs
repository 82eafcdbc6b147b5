//! How a word is written for the network: lower case, straight quotes.

/// Appends the folded form of `word` to `out`: lower case, curly apostrophes and dashes made straight.
pub(crate) fn fold(word: &str, out: &mut String) {
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '’' | '‘' | 'ʼ' | '`' => out.push('\''),
            '“' | '”' | '«' | '»' | '„' => out.push('"'),
            '–' | '—' | '−' | '‐' | '‑' => out.push('-'),
            '…' => out.push('.'),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

/// The folded form of `word`.
pub fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold(word, &mut out);
    out
}

/// How a word is capitalised; the network sees it, for the folded form has lost it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// Anything else.
    Other = 0,
    /// "Profit".
    Capitalised = 1,
    /// "PROFIT", two letters or more.
    Upper = 2,
}

impl Shape {
    /// The number of shapes.
    pub const COUNT: usize = 3;

    /// The shape of a word.
    pub(crate) fn of(word: &str) -> Self {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        match (letters.next(), letters.next()) {
            (Some(a), Some(b)) if a.is_uppercase() && b.is_uppercase() && letters.all(char::is_uppercase) => {
                Shape::Upper
            }
            (Some(a), _) if a.is_uppercase() => Shape::Capitalised,
            _ => Shape::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_and_shapes() {
        let mut out = String::new();
        fold("Didn’t — É", &mut out);
        assert_eq!(out, "didn't - é");
        for (word, shape) in [
            ("A", Shape::Capitalised),
            ("CEO", Shape::Upper),
            ("iPhone", Shape::Other),
            ("U.S.", Shape::Upper),
            ("7", Shape::Other),
        ] {
            assert_eq!(Shape::of(word), shape, "{word}");
        }
    }
}
