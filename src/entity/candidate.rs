//! Which of the names that the table does not know are companies'.

use super::classifier::{self, Feature, Overall};
use super::cue;
use super::gathered;
use super::gazetteer::Id;
use super::shape::is_acronym;
use super::target::places;
use super::unknown::{Seen, Unknown};
use super::words::{is_in, people::FIRST_NAMES};
use crate::text::{Document, Span};
use std::collections::BTreeSet;

/// A name that may be a company's, as the classifier learns from it.
#[derive(Debug)]
pub struct Candidate {
    /// What the document says of it.
    pub overall: Vec<Feature>,
    /// What its places say, one after the other.
    pub features: Vec<Feature>,
    /// Where it stands.
    pub spans: Vec<Span>,
}

/// What the names of a document say of each other.
struct Names<'a> {
    unknown: &'a Unknown,
    /// The title or first sentence, and the next.
    lead: Vec<&'a str>,
    title: &'a str,
    /// How often each name stands in the text, in the order of the names.
    times: Vec<usize>,
    /// First and last words of longer names.
    firsts: BTreeSet<&'a str>,
    lasts: BTreeSet<&'a str>,
    /// How many companies the table finds in the document.
    firms: usize,
}

impl<'a> Names<'a> {
    fn new(unknown: &'a Unknown, document: &'a Document, firms: usize) -> Self {
        let names: Vec<&str> = unknown.names.keys().map(String::as_str).collect();
        let title = document.sentences.first().filter(|s| s.title).map_or("", |s| s.span.of(document.text));
        Self {
            unknown,
            title,
            times: places(&names, document).iter().map(|p| p.mentions.len()).collect(),
            lead: document.sentences.iter().take(2).map(|s| s.span.of(document.text)).collect(),
            firsts: gathered(unknown.names.keys().filter_map(|name| Some(name.split_once(' ')?.0))),
            lasts: gathered(unknown.names.keys().filter_map(|name| Some(name.rsplit_once(' ')?.1))),
            firms,
        }
    }

    /// What the document says of its name number `i`.
    fn overall(&self, i: usize, name: &str, seen: &Seen) -> Overall {
        let lead = self.lead.iter().any(|sentence| sentence.contains(name));
        let times = seen.spans.len();
        let subject = lead && times > 1 && !is_acronym(name) && !self.unknown.tails.contains(name);
        let alone = |word: Option<&str>| word.is_some_and(|word| self.unknown.names.contains_key(word));
        Overall {
            places: times,
            times: self.times[i],
            lead,
            title: self.title.contains(name),
            by_cues: cue::is_company(seen.cues | if subject { cue::SUBJECT } else { 0 }),
            first_alone: alone(name.split_once(' ').map(|n| n.0)),
            last_alone: alone(name.rsplit_once(' ').map(|n| n.1)),
            short: self.firsts.contains(name),
            surname: self.lasts.contains(name),
            known: seen.known.is_some(),
            firms: self.firms,
        }
    }

    fn is_company(&self, i: usize, name: &str, seen: &Seen) -> bool {
        let person = self.unknown.surnames.contains(name) || is_in(name, FIRST_NAMES);
        // "MACD" without a cue may be anything.
        let odd = is_acronym(name) && seen.cues & !cue::ANYBODY == 0;
        !(odd || person && seen.cues & cue::LEGAL == 0)
            && classifier::is_company(name, self.overall(i, name, seen), &seen.features)
    }
}

impl Unknown {
    /// The names that are companies', each with its entry, if it has one, and places where it stands, ascending.
    pub(super) fn companies(&self, document: &Document, firms: usize) -> Vec<(String, Option<Id>, Vec<Span>)> {
        let names = Names::new(self, document, firms);
        let all = self.names.iter().enumerate().filter(|(i, (name, seen))| names.is_company(*i, name, seen));
        all.map(|(_, (name, seen))| (name.clone(), seen.known, seen.spans.clone())).collect()
    }

    /// All names that may be companies'.
    pub(super) fn candidates(&self, document: &Document, firms: usize) -> Vec<Candidate> {
        let names = Names::new(self, document, firms);
        let candidate = |(i, (name, seen)): (usize, (&String, &Seen))| Candidate {
            overall: names.overall(i, name, seen).features().chain(classifier::pieces(name)).collect(),
            features: seen.features.clone(),
            spans: seen.spans.clone(),
        };
        self.names.iter().enumerate().map(candidate).collect()
    }
}
