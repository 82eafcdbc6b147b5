//! The text read once: blocks, sentences and tokens, for all later rooms.

use super::{Kind, Reason, Span, Token, clean, sentences, tokenize};
use std::ops::Range;

/// A sentence of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Which block (paragraph, list item, heading) it belongs to, counted from 0, the title included.
    pub block: u32,
    /// Whether it lies in the title that was given apart.
    pub title: bool,
    /// Whether its block is a heading: a short line without a full stop.
    pub heading: bool,
    /// Its tokens in [`Document::tokens`].
    pub tokens: Range<usize>,
}

/// A text with a title, taken apart.
#[derive(Debug)]
pub struct Document<'a> {
    /// The whole: the title, two line feeds and the body; or the body alone.
    pub text: &'a str,
    /// Ascending.
    pub sentences: Vec<Sentence>,
    /// Of all sentences, ascending.
    pub tokens: Vec<Token>,
    /// What counts for nothing, ascending.
    pub ignored: Vec<(Span, Reason)>,
}

impl<'a> Document<'a> {
    /// Reads `text`, whose first `title` bytes are the title and the two line feeds behind it (0: none). With `duplicates`
    /// repeated paragraphs are kept.
    pub fn read(text: &'a str, title: usize, duplicates: bool) -> Self {
        Self::read_with(text, title, duplicates, &|_| false)
    }

    /// Reads `text` as [`read`](Self::read) does, but ignores nothing that is to be `kept`.
    pub fn read_with(text: &'a str, title: usize, duplicates: bool, kept: &dyn Fn(Span) -> bool) -> Self {
        let mut document = Self { text, sentences: vec![], tokens: vec![], ignored: vec![] };
        let mut spans = vec![];
        let mut block = 0;
        if title > 0 {
            document.add(Span::new(0, title - 2), block, true, true, &mut spans);
            block += 1;
        }
        let cleaned = clean(text, Span::new(title, text.len()), duplicates, kept);
        for b in cleaned.blocks {
            document.add(b.span, block, false, b.heading, &mut spans);
            block += 1;
        }
        document.ignored = cleaned.ignored;
        document
    }

    fn add(&mut self, span: Span, block: u32, title: bool, heading: bool, spans: &mut Vec<Span>) {
        spans.clear();
        sentences(self.text, span, spans);
        for &span in &*spans {
            let first = self.tokens.len();
            tokenize(self.text, span, &mut self.tokens);
            // Signs alone say nothing.
            if self.tokens[first..].iter().any(|t| t.kind != Kind::Sign) {
                let tokens = first..self.tokens.len();
                self.sentences.push(Sentence { span, block, title, heading, tokens });
            } else {
                self.tokens.truncate(first);
            }
        }
    }

    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }
}
