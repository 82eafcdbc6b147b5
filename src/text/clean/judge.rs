//! The verdict on each paragraph, in the order of the text.

use super::Reason;
use super::lines::{Paragraph, is_ended, trim};
use super::patterns::{Found, LINE, Place, TAG, fold, heads, within};
use super::shapes;
use crate::text::{Span, sentences};

/// Words of the longest heading.
const HEADING: usize = 12;
/// Words of the longest line that a list of links or contacts takes in.
const LISTED: usize = 18;
/// Lines that a list of links or contacts takes in at most: a page of headlines alone is a text.
const LIST: usize = 12;
/// Bytes that a phrase which goes on to the paragraph's end may condemn, at the paragraph's beginning and later on. A
/// text that lost its line feeds is one paragraph, and not to be lost for one phrase.
const REST: [usize; 2] = [4000, 1000];
/// Bytes of the longest sentence that a phrase in it condemns, disclaimers apart, which are long-winded.
const SENTENCE: usize = 300;

/// A piece of a paragraph and the reason to ignore it, if there is one.
pub(super) type Part = (Span, Option<Reason>);

/// Reads paragraphs one after the other and remembers under which heading it stands.
#[derive(Default)]
pub(super) struct Judge {
    section: Option<Section>,
    /// Whether a paragraph of the article has been seen: what heads a text is not below it.
    begun: bool,
    folded: String,
    sentences: Vec<Span>,
}

#[derive(Clone, Copy)]
struct Section {
    reason: Reason,
    /// Lines that the list may still take in; `None` for paragraphs of any length.
    lines: Option<usize>,
}

impl Judge {
    /// Appends the parts of `paragraph` to `parts`, ascending; `next` is the paragraph behind it.
    pub(super) fn read(&mut self, text: &str, paragraph: Paragraph, next: Option<&Paragraph>, parts: &mut Vec<Part>) {
        let content = paragraph.span.of(text);
        let short = words(content, LINE + 1) <= LINE;
        if short {
            fold(content, &mut self.folded);
            if let Some(reason) = self.line(text, paragraph) {
                parts.push((paragraph.span, Some(reason)));
                return;
            }
        }
        if self.begun && is_self_description(content) {
            parts.push((paragraph.span, Some(Reason::Contact)));
            return;
        }
        if let Some(reason) = self.under(text, paragraph, next) {
            parts.push((paragraph.span, Some(reason)));
            return;
        }
        let before = parts.len();
        self.pieces(text, paragraph.span, parts);
        let kept = |part: &Part| part.1.is_none() && is_ended(part.0.of(text));
        self.begun |= parts[before..].iter().any(kept);
    }

    /// The verdict on a short paragraph as a whole, from its folded form.
    fn line(&mut self, text: &str, paragraph: Paragraph) -> Option<Reason> {
        let folded = &*self.folded;
        if folded.is_empty() {
            let rule =
                |c: char| c.is_ascii_punctuation() || matches!(c, '–' | '—' | '•' | '·' | '…' | '─'..='╿') || c == ' ';
            return paragraph.span.of(text).chars().all(rule).then_some(Reason::Navigation);
        }
        let heading = is_heading(text, paragraph.span);
        let mut verdict = None;
        for found in heads(folded) {
            let after = &folded[found.end..];
            let whole = !after.contains(char::is_alphanumeric);
            match found.place {
                Place::Whole if whole => verdict = verdict.or(Some(found.reason)),
                Place::Tag if words(folded, TAG + 1) <= TAG => verdict = verdict.or(Some(found.reason)),
                Place::Line => verdict = verdict.or(Some(found.reason)),
                Place::Name if after.trim_start().starts_with(char::is_uppercase) => {
                    verdict = verdict.or(Some(found.reason))
                }
                Place::List | Place::Section if heading && (whole || found.open) && self.may_head(found, after) => {
                    let lines = (found.place == Place::List).then_some(LIST);
                    self.section = Some(Section { reason: found.reason, lines });
                    return Some(found.reason);
                }
                _ => {}
            }
        }
        verdict
            .or_else(|| shapes::menu(folded))
            .or_else(|| shapes::is_byline(folded).then_some(Reason::Credit))
            .or_else(|| shapes::is_contact(folded).then_some(Reason::Contact))
    }

    /// Whether a section may begin: below the article, for a page of headlines or disclosures alone is a text. "About"
    /// heads a company's description only before its name.
    fn may_head(&self, found: Found, after: &str) -> bool {
        if found.reason != Reason::Contact {
            return self.begun;
        }
        let name = after.trim_start();
        let own = ["the company", "us"].iter().any(|own| name.eq_ignore_ascii_case(own));
        found.place == Place::List || self.begun && (own || name.starts_with(char::is_uppercase))
    }

    /// The reason of the section in which `paragraph` stands; ends the section where it is over.
    fn under(&mut self, text: &str, paragraph: Paragraph, next: Option<&Paragraph>) -> Option<Reason> {
        let section = self.section?;
        let content = paragraph.span.of(text);
        let inside = match section.lines {
            None => paragraph.item || !is_heading(text, paragraph.span) || next.is_none(),
            Some(left) => {
                let prose = |p: &Paragraph| words(p.span.of(text), LISTED + 1) > LISTED;
                let heads = paragraph.apart && next.is_some_and(prose);
                left > 0 && !prose(&paragraph) && !content.ends_with('.') && !heads
            }
        };
        self.section = inside.then_some(Section { lines: section.lines.map(|left| left.saturating_sub(1)), ..section });
        inside.then_some(section.reason)
    }

    /// Parts a paragraph at the sentences that are furniture.
    fn pieces(&mut self, text: &str, span: Span, parts: &mut Vec<Part>) {
        let mut at = span.start;
        for credit in shapes::bracketed(text, span) {
            self.prose(text, span.start, Span { start: at, end: credit.start }, parts);
            push(text, credit, Some(Reason::Credit), parts);
            at = credit.end;
        }
        self.prose(text, span.start, Span { start: at, end: span.end }, parts);
    }

    /// Sorts the sentences of `span`, a part of the paragraph that begins at `start`.
    fn prose(&mut self, text: &str, start: u32, span: Span, parts: &mut Vec<Part>) {
        self.sentences.clear();
        sentences(text, span, &mut self.sentences);
        for i in 0..self.sentences.len() {
            let sentence = self.sentences[i];
            let rest = Span { start: sentence.start, end: span.end };
            match self.sentence(text, sentence) {
                Some((reason, Place::Rest)) if rest.len() <= REST[usize::from(sentence.start > start)] => {
                    push(text, rest, Some(reason), parts);
                    return;
                }
                verdict => push(text, sentence, verdict.map(|(reason, _)| reason), parts),
            }
        }
    }

    /// The verdict on a sentence in running text. Direct speech is never furniture.
    fn sentence(&mut self, text: &str, sentence: Span) -> Option<(Reason, Place)> {
        let content = sentence.of(text);
        if content.starts_with(['"', '“', '„', '«', '「']) {
            return None;
        }
        fold(content, &mut self.folded);
        let brief = content.len() <= SENTENCE;
        let counts = |found: &Found| match found.place {
            _ if !brief && found.reason != Reason::Disclaimer => false,
            place => matches!(place, Place::Start | Place::Rest | Place::Within),
        };
        let found = heads(&self.folded).into_iter().chain(within(&self.folded)).find(counts);
        found.map(|found| (found.reason, found.place))
    }
}

/// "About Acme: Acme makes ..." in one paragraph.
fn is_self_description(paragraph: &str) -> bool {
    let name = paragraph.strip_prefix("About ").and_then(|rest| rest.split_once(": ")).map(|(name, _)| name);
    name.is_some_and(|name| name.len() <= 60 && name.starts_with(char::is_uppercase))
}

/// Appends a part, or lengthens the last one if it has the same verdict and stands in the same paragraph.
fn push(text: &str, span: Span, verdict: Option<Reason>, parts: &mut Vec<Part>) {
    let span = trim(text, span);
    match parts.last_mut() {
        _ if span.is_empty() => {}
        Some((last, reason)) if *reason == verdict => *last = last.join(span),
        _ => parts.push((span, verdict)),
    }
}

/// Whether a paragraph may head what follows: one short line that does not end as a sentence does.
pub(super) fn is_heading(text: &str, span: Span) -> bool {
    let content = span.of(text);
    words(content, HEADING + 1) <= HEADING
        && content.len() <= 120
        && !content.contains(['\n', '\r'])
        && !is_ended(content)
}

/// Words of `text` between white space, counted up to `most`.
fn words(text: &str, most: usize) -> usize {
    text.split_whitespace().take(most).count()
}
