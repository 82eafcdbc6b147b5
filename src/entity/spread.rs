//! A name that the text introduces, and what it is called for short, wherever they stand.

use super::link::{Entity, merge};
use super::shape::is_common;
use super::target::places;
use super::words::people::FIRST_NAMES;
use super::words::{self, is_in};
use super::{Gazetteer, fold::fold, gathered};
use crate::text::{self, Document, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What a thing is called in this text besides the names of the table.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) entity: usize,
    /// The text says so; else a name of the table that stands in the same place goes before.
    pub(super) given: bool,
    /// A part of the name: counts only where it stands alone.
    pub(super) part: bool,
}

/// Words of a name as they are compared: folded, without legal forms at the end.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let mut folded = vec![];
    fold(name.split(['(', '<']).next().unwrap_or_default(), &mut folded);
    let folded = String::from_utf8_lossy(&folded).into_owned();
    let mut out: Vec<String> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(String::from).collect();
    while out.len() > 1 && out.last().is_some_and(|w| is_in(w, words::LEGAL)) {
        out.pop();
    }
    out
}

/// Names of companies by their first words, to tell whose a shorter name is.
#[derive(Debug, Default)]
pub(super) struct Owners {
    by_first: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

impl Owners {
    /// Adds the names of entity `i`, as the table and as the text has them.
    pub(super) fn add(&mut self, i: usize, entity: &Entity, text: &str) {
        let mut names = gathered::<BTreeSet<_>, _>([words_of(&entity.name)]);
        names.extend(entity.mentions.iter().take(8).map(|m| words_of(m.of(text))));
        for words in names.into_iter().filter(|w| !w.is_empty()) {
            self.by_first.entry(words[0].clone()).or_default().push((words, i));
        }
    }

    /// The first entity with a name that begins with these words.
    pub(super) fn of(&self, words: &[String]) -> Option<usize> {
        let names = self.by_first.get(words.first()?)?;
        names.iter().filter(|(name, _)| name.starts_with(words)).map(|n| n.1).min()
    }

    /// Whether no other entity has a name that begins like this.
    fn is_only(&self, words: &[String], entity: usize) -> bool {
        let names = words.first().and_then(|w| self.by_first.get(w));
        names.is_none_or(|names| names.iter().all(|(name, e)| *e == entity || !name.starts_with(words)))
    }
}

/// The first words of companies' names, which may stand for the whole: "Halden" for "Halden Instruments".
pub(super) fn short_forms(
    gazetteer: &Gazetteer,
    document: &Document,
    entities: &[Entity],
    owners: &Owners,
    surnames: &BTreeSet<String>,
) -> Vec<Form> {
    let mut out = vec![];
    for (entity, e) in entities.iter().enumerate().filter(|(_, e)| e.kind.is_firm()) {
        let mut names = gathered::<BTreeSet<_>, _>([e.name.as_str()]);
        names.extend(e.mentions.iter().take(8).map(|m| m.of(document.text)));
        let mut seen = BTreeSet::new();
        for name in names {
            let parts: Vec<&str> = name.split_whitespace().collect();
            for n in 1..parts.len().min(3) {
                let short = parts[..n].join(" ");
                let short = short.trim_end_matches([',', '.', '’', '\'']);
                let fits = short.chars().count() > 3
                    && short.starts_with(char::is_uppercase)
                    && parts[..n].iter().all(|p| p.starts_with(|c: char| c.is_alphanumeric()))
                    && !short.ends_with("'s")
                    && !short.ends_with("’s")
                    && !parts[..n].iter().all(|p| is_common(p) || is_in(p, FIRST_NAMES))
                    && !is_in(parts[n - 1], words::INSIDE)
                    && !surnames.contains(short);
                if fits
                    && gazetteer.resolve(short).is_none()
                    && owners.is_only(&words_of(short), entity)
                    && seen.insert(short.to_string())
                {
                    out.push(Form { text: short.into(), entity, given: false, part: true });
                }
            }
        }
    }
    out
}

/// Adds the places of `forms` to their entities; of two names that overlap one stays.
pub(super) fn spread(document: &Document, entities: &mut [Entity], forms: &[Form]) {
    if forms.is_empty() {
        return;
    }
    let names: Vec<&str> = forms.iter().map(|f| f.text.as_str()).collect();
    let mut hits: Vec<(Span, usize, bool)> = vec![];
    // "Expand" is not "expanded", nor "expand".
    for (form, places) in forms.iter().zip(places(&names, document)).filter(|(_, places)| places.exact) {
        let counts = |m: &Span| !form.part || stands_alone(document, *m);
        hits.extend(places.mentions.into_iter().filter(counts).map(|m| (m, form.entity, form.given)));
    }
    hits.sort_by_key(|h| (h.0.start, std::cmp::Reverse(h.0.end)));
    // What stands inside a longer name is part of it.
    let mut end = 0;
    hits.retain(|h| {
        let stays = h.0.start >= end;
        end = end.max(h.0.end);
        stays
    });
    let hit_at = |m: &Span| {
        let at = hits.partition_point(|h| h.0.end <= m.start);
        hits.get(at).filter(|h| h.0.overlaps(*m))
    };
    for (i, entity) in entities.iter_mut().enumerate() {
        entity
            .mentions
            .retain(|m| hit_at(m).is_none_or(|h| h.1 == i || !h.0.contains(*m) || !h.2 && h.0.len() == m.len()));
    }
    let mut taken: Vec<(Span, usize)> =
        entities.iter().enumerate().flat_map(|(i, e)| e.mentions.iter().map(move |&m| (m, i))).collect();
    taken.sort();
    for (span, i, _) in hits {
        let near = taken.partition_point(|t| t.0.end <= span.start);
        if taken[near..].iter().take_while(|t| t.0.start < span.end).all(|t| t.1 == i) {
            merge(&mut entities[i].mentions, &[span]);
        }
    }
}

/// Whether no word with a capital stands beside a name, so that it is no part of a longer one.
fn stands_alone(document: &Document, name: Span) -> bool {
    let s = document.sentences.partition_point(|s| s.span.end <= name.start);
    let Some(sentence) = document.sentences.get(s) else { return false };
    let tokens = document.tokens_of(sentence);
    let first = tokens.partition_point(|t| t.span.start < name.start);
    let last = tokens.partition_point(|t| t.span.end <= name.end);
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == text::Kind::Word).map(|t| t.span.of(document.text));
    let capital = |i: usize| word(i).is_some_and(|w| w.starts_with(char::is_uppercase) && !is_in(w, words::LEGAL));
    let hyphen = tokens.get(last).is_some_and(|t| t.span.start == name.end && t.span.of(document.text) == "-");
    let before = first > 1 && capital(first - 1) && !word(first - 1).is_some_and(|w| is_in(w, words::BEFORE_NAME));
    !hyphen && (sentence.title || sentence.heading || !capital(last) && !before)
}
