//! Words, numbers and signs with byte spans.

use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner apostrophes and digits ("didn't", "Q3"), or an abbreviation with inner full stops ("U.S.").
    Word,
    /// A figure ("3", "1,234.5").
    Number,
    /// A single sign ("%", "$", "-", ",").
    Sign,
}

/// The smallest piece of text that the engine looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
}

/// Appends the tokens of `sentence` to `out`, ascending and without overlap; white space is left out.
///
/// A possessive "'s" is a token of its own, so that the name before it stands alone. Ideographs are words of one
/// character each: their scripts write no spaces. Digits and the letters behind them part ("3.1m" is "3.1", "m").
pub fn tokenize(text: &str, sentence: Span, out: &mut Vec<Token>) {
    let base = sentence.start as usize;
    let text = sentence.of(text);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        let (kind, length) = if c.is_whitespace() || c.is_control() {
            rest = &rest[c.len_utf8()..];
            continue;
        } else if c.is_ascii_digit() {
            (Kind::Number, number(rest))
        } else if is_ideograph(c) {
            (Kind::Word, c.len_utf8())
        } else if c.is_alphanumeric() {
            (Kind::Word, word(rest))
        } else if is_apostrophe(c) && is_possessive(&rest[c.len_utf8()..]) && touches(text, start) {
            (Kind::Word, c.len_utf8() + 1)
        } else {
            (Kind::Sign, c.len_utf8())
        };
        // Combining marks, variation selectors and joiners belong to what they stand behind.
        let length = length + rest[length..].chars().take_while(|&c| is_mark(c)).map(char::len_utf8).sum::<usize>();
        out.push(Token { span: Span::new(base + start, base + start + length), kind });
        rest = &rest[length..];
    }
}

/// Whether `c` is an apostrophe, straight or curly.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

fn is_possessive(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

fn touches(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Bytes of the figure that `s` begins with: digits with single points or commas between them.
fn number(s: &str) -> usize {
    let bytes = s.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let inner = matches!(bytes[end], b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !bytes[end].is_ascii_digit() && !inner {
            break;
        }
        end += 1;
    }
    end
}

/// Bytes of the word that `s` begins with.
fn word(s: &str) -> usize {
    if let Some(length) = abbreviation(s) {
        return length;
    }
    let mut end = 0;
    let mut chars = s.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        let inner = is_apostrophe(c)
            && next.is_some_and(|n| n.is_alphabetic() && !is_ideograph(n))
            && !is_possessive(&s[at + c.len_utf8()..]);
        let letter = c.is_alphanumeric() && !is_ideograph(c);
        if !letter && !inner && !is_mark(c) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Bytes of single letters each followed by a full stop, at least two of them ("U.S.", "J.P.").
fn abbreviation(s: &str) -> Option<usize> {
    let bytes = s.as_bytes();
    let mut end = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) && bytes.get(end + 1) == Some(&b'.') {
        end += 2;
    }
    let whole = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    (end >= 4 && whole).then_some(end)
}

fn is_ideograph(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
        && c.is_alphanumeric()
}

fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x200C..=0x200D | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF | 0xE0020..=0xE007F)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = vec![];
        tokenize(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn splits_as_the_press_writes() {
        for (text, expected) in [
            ("Tesla's Q3 loss didn't widen.", "Tesla|'s|Q3|loss|didn't|widen|."),
            ("EUR 3.1m, up 12%", "EUR|3.1|m|,|up|12|%"),
            ("$1,234.50 (from $TSLA)", "$|1,234.50|(|from|$|TSLA|)"),
            ("the U.S. and J.P. Morgan", "the|U.S.|and|J.P.|Morgan"),
            ("BRK.B, AT&T, year-over-year", "BRK|.|B|,|AT|&|T|,|year|-|over|-|year"),
            ("L’Oréal’s ‘best’ year", "L’Oréal|’s|‘|best|’|year"),
            ("任天堂は10%高", "任|天|堂|は|10|%|高"),
            ("up 👍🏽 e\u{301}t", "up|👍🏽|e\u{301}t"),
            ("in 2024. 5", "in|2024|.|5"),
        ] {
            assert_eq!(words(text).join("|"), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn tokens_cover_all_but_white_space(text in "\\PC{0,60}|[ -~]{0,60}") {
            let mut out = vec![];
            tokenize(&text, Span::new(0, text.len()), &mut out);
            let mut at = 0;
            for t in out {
                prop_assert!(text[at..t.span.start as usize].chars().all(|c| c.is_whitespace() || c.is_control()));
                prop_assert!(!t.span.is_empty());
                at = t.span.end as usize;
            }
            prop_assert!(text[at..].chars().all(|c| c.is_whitespace() || c.is_control()));
        }
    }
}
