//! Where names that are asked for stand in the text, all of them in one pass.

use crate::text::{Document, Span};
use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// The places of one name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// Whether it stands in the text at all, ignored passages included.
    pub(super) stands: bool,
    /// Where it stands in what counts, ascending and without overlap.
    pub(super) mentions: Vec<Span>,
    /// Whether these are whole words, letter by letter.
    pub(super) exact: bool,
}

/// How well a place fits a name; only the best kind of place counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    #[default]
    None,
    /// Inside a longer word.
    Inside,
    /// Whole words in other letters: "TESLA" for "Tesla".
    AnyCase,
    /// Whole words, letter by letter.
    Exact,
}

/// Finds each of `names`; none of them may be empty.
pub(super) fn places(names: &[&str], document: &Document) -> Vec<Places> {
    let mut out = vec![Places::default(); names.len()];
    let automaton =
        AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::ContiguousNFA)).build(names);
    // Only a set of names larger than memory cannot be built.
    let Ok(automaton) = automaton else { return out };
    let text = document.text;
    let mut best = vec![Fit::None; names.len()];
    for found in automaton.find_overlapping_iter(text) {
        let (name, span) = (found.pattern().as_usize(), Span::new(found.start(), found.end()));
        out[name].stands = true;
        let fit = fit(text, names[name], span);
        if fit < best[name] || is_ignored(document, span) {
            continue;
        }
        if fit > best[name] {
            best[name] = fit;
            out[name].mentions.clear();
            out[name].exact = fit == Fit::Exact;
        }
        let mentions = &mut out[name].mentions;
        if mentions.last().is_none_or(|last| last.end <= span.start) {
            mentions.push(span);
        }
    }
    out
}

fn is_ignored(document: &Document, span: Span) -> bool {
    let next = document.ignored.partition_point(|(i, _)| i.end <= span.start);
    document.ignored.get(next).is_some_and(|(i, _)| i.overlaps(span))
}

fn fit(text: &str, name: &str, span: Span) -> Fit {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let first = letter(name.chars().next()) && letter(text[..span.start as usize].chars().next_back());
    let last = letter(name.chars().next_back()) && letter(text[span.end as usize..].chars().next());
    if first || last {
        Fit::Inside
    } else if span.of(text) == name {
        Fit::Exact
    } else {
        Fit::AnyCase
    }
}
