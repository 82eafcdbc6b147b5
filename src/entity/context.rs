//! A sentence as the rules see it: its words, and whether its capitals mean anything.

use super::words::{self, is_in};
use crate::text::{Kind, Sentence, Span, Token};

/// What the capital letters of a sentence tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Names stand out.
    Running,
    /// Most Words Begin With a Capital.
    Title,
    /// ALL IS IN CAPITALS.
    Capitals,
}

/// A sentence and its words.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) style: Style,
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], sentence: &Sentence) -> Self {
        let mut context = Self { text, tokens, style: Style::Running };
        let (mut small, mut capital, mut all, mut upper, mut running) = (0, 0, 0, 0, false);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Word) {
            let word = token.span.of(text);
            all += 1;
            upper += usize::from(word.chars().all(|c| !c.is_lowercase()));
            running = running || word.len() < 6 && !context.is_capital(i) && is_in(word, words::RUNNING);
            // Small words stay small in titles, and the first word has its capital anyway.
            if i > 0 && word.len() >= 4 {
                *(if context.is_capital(i) { &mut capital } else { &mut small }) += 1;
            }
        }
        let heading = sentence.title || sentence.heading;
        context.style = if all >= 4 && upper == all {
            Style::Capitals
        } else if capital > 1 && (capital > 4 * small && !running || heading && capital > small) {
            Style::Title
        } else {
            Style::Running
        };
        context
    }

    /// The text of token `i`; nothing beyond either end. Never inlined: the rules ask in hundreds of places.
    #[inline(never)]
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// The text before token `i`.
    pub(super) fn before(&self, i: usize) -> &'a str {
        i.checked_sub(1).map_or("", |i| self.word(i))
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.tokens[start].span.join(self.tokens[end - 1].span)
    }

    /// Whether nothing stands between token `i` and the one before.
    pub(super) fn is_glued(&self, i: usize) -> bool {
        i > 0 && i < self.tokens.len() && self.tokens[i - 1].span.end == self.tokens[i].span.start
    }

    /// Whether token `i` is a word with a capital.
    #[inline(never)]
    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == Kind::Word)
            && self.word(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether token `i` begins a sentence, a quotation or what follows a colon, so that its capital tells nothing.
    pub(super) fn is_start(&self, i: usize) -> bool {
        match self.before(i) {
            "" | ":" | "." | "•" | "*" | "|" | "—" | "–" | ">" | "“" | "\"" | "‘" => true,
            "-" => !self.is_glued(i),
            _ => false,
        }
    }

    /// Whether token `i`, a word, is joined to another by a hyphen: "oil-rich", "non-oil".
    pub(super) fn is_joined(&self, start: usize, end: usize) -> bool {
        let hyphen = |i: usize| matches!(self.word(i), "-" | "‐" | "‑") && self.is_glued(i) && self.is_glued(i + 1);
        hyphen(end) || start > 0 && hyphen(start - 1)
    }

    /// The place behind a possessive ending at `i`, if there is one; else `i`.
    pub(super) fn after_possessive(&self, i: usize) -> usize {
        let plural = matches!(self.word(i), "'" | "’") && self.is_glued(i) && self.before(i).ends_with('s');
        i + usize::from(plural || matches!(self.word(i), "'s" | "’s" | "'S" | "’S"))
    }

    /// The place behind the legal form that follows a name at `i` ("Inc.", ", Inc.", "& Co"); `i` if none does.
    pub(super) fn after_legal_form(&self, i: usize) -> usize {
        let mut end = i;
        loop {
            let (at, forms) = match self.word(end) {
                "," => (end + 1, words::INCORPORATED),
                "&" | "and" => (end + 1, words::COMPANY),
                _ => (end, words::LEGAL),
            };
            if !is_in(self.word(at), forms) || !self.is_capital(at) && self.word(at) != "plc" {
                return end;
            }
            end = at + 1;
            // A full stop that abbreviates, not one that ends the sentence.
            let goes_on =
                self.tokens.len() > end + 1 && (!self.is_capital(end + 1) || is_in(self.word(end + 1), words::LEGAL));
            if self.word(end) == "." && self.is_glued(end) && goes_on {
                end += 1;
            }
        }
    }
}
