//! A sentence as the network sees it: pieces with their shape and what becomes of figures.

use super::change::{Change, compare};
use super::figures;
use super::fold::{Shape, fold};
use super::vocabulary::Vocabulary;
use crate::text::{Span, Token};

/// Where a name stands, and the piece that takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    /// The name.
    pub span: Span,
    /// One of [`COMPANY`](super::COMPANY), [`INDEX`](super::INDEX), [`CRYPTO`](super::CRYPTO).
    pub piece: &'static str,
}

/// One sentence, ready for the network. All vectors but `words` have one item a piece.
#[derive(Clone, Debug, Default)]
pub struct Features {
    /// Ids of the vocabulary.
    pub ids: Vec<u16>,
    /// [`Shape`] as a number.
    pub shapes: Vec<u8>,
    /// [`Change`] as a number.
    pub changes: Vec<u8>,
    /// The text that each piece stands for: the whole word's, or the whole name's.
    pub spans: Vec<Span>,
    /// Scratch: the folded words.
    words: String,
    buffer: String,
}

impl Features {
    /// Reads a sentence's tokens; names under `masks` (ascending, without overlap) become a single piece each.
    pub fn read(&mut self, text: &str, tokens: &[Token], masks: &[Mask], vocabulary: &Vocabulary) {
        let Self { ids, shapes, changes, spans, words, buffer } = self;
        ids.clear();
        shapes.clear();
        changes.clear();
        spans.clear();
        units(text, tokens, masks, words, |unit| {
            let first = ids.len();
            match unit.special {
                Some(piece) => ids.push(vocabulary.id(piece).unwrap_or(0)),
                None => vocabulary.pieces(unit.word, buffer, ids),
            }
            for _ in first..ids.len() {
                shapes.push(unit.shape as u8);
                changes.push(unit.change as u8);
                spans.push(unit.span);
            }
        });
    }

    /// The number of pieces.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// A word, figure or masked name, before it is looked up.
struct Unit<'a> {
    /// The special piece that takes its place.
    special: Option<&'static str>,
    /// Folded.
    word: &'a str,
    shape: Shape,
    change: Change,
    span: Span,
}

fn units(text: &str, tokens: &[Token], masks: &[Mask], words: &mut String, mut each: impl FnMut(Unit)) {
    words.clear();
    let mut ends = Vec::with_capacity(tokens.len() + 1);
    ends.push(0);
    for t in tokens {
        fold(t.span.of(text), words);
        ends.push(words.len());
    }
    let word = |i: usize| &words[ends[i]..ends[i + 1]];
    let figures = figures::figures(text, tokens, word);
    let mut changes = vec![Change::None; tokens.len()];
    compare(&figures, word, &mut changes);

    let mut masks = masks.iter().peekable();
    let mut figures = figures.iter().peekable();
    let mut i = 0;
    while i < tokens.len() {
        let mut span = tokens[i].span;
        while masks.next_if(|m| m.span.end <= span.start).is_some() {}
        while figures.next_if(|f| f.token < i).is_some() {}
        let mut unit = Unit { special: None, word: word(i), shape: Shape::Other, change: changes[i], span };
        if let Some(mask) = masks.peek().filter(|m| m.span.overlaps(span)) {
            while i + 1 < tokens.len() && mask.span.overlaps(tokens[i + 1].span) {
                i += 1;
                span = span.join(tokens[i].span);
            }
            unit = Unit { special: Some(mask.piece), change: Change::None, span, ..unit };
        } else if let Some(figure) = figures.peek().filter(|f| f.token == i) {
            unit.special = Some(figures::piece(figure));
        } else {
            unit.shape = Shape::of(span.of(text));
        }
        each(unit);
        i += 1;
    }
}

/// The folded words of a sentence with a space between them, specials in their places: what a vocabulary is learned from.
pub fn words(text: &str, tokens: &[Token], masks: &[Mask]) -> String {
    let mut out = String::new();
    units(text, tokens, masks, &mut String::new(), |unit| {
        out.push_str(unit.special.unwrap_or(unit.word));
        out.push(' ');
    });
    out
}
