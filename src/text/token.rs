//! Words, numbers and signs with byte spans.

use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner apostrophes and digits ("didn't", "Q3", "5G").
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
pub fn tokenize(_text: &str, _sentence: Span, _out: &mut Vec<Token>) {}
