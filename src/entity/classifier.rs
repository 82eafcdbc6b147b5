//! Whether a name that the table does not know is a company's: a logistic function of where and how it stands.
//!
//! Each feature is a word in a place ("the word before is `lender`"), a cue of `cue.rs` or a piece of the name, hashed into a
//! table of weights that `training/tickertone_training/names.py` fits to annotated texts.

use super::context::Context;
use super::cue::Cues;
use super::run::Run;
use super::shape::is_acronym;
use crate::text::Kind;
use fnv::FnvHasher;
use std::hash::Hasher;

/// The place of a feature in the table of weights.
pub(super) type Feature = u16;

/// One byte each, in sixteenths.
static WEIGHTS: &[u8] = include_bytes!("data/classifier.bin");

/// How many words on either side are looked at in any order.
const WINDOW: usize = 4;

/// Whether a name is a company's: what the document says of it, its letters and, on average, the places where it stands, whose
/// features stand in `places` one after the other.
pub(super) fn is_company(name: &str, overall: Overall, places: &[Feature]) -> bool {
    let weight = |f: Feature| i64::from(WEIGHTS[usize::from(f)] as i8);
    let places: i64 = places.iter().map(|&f| weight(f)).sum();
    let whole: i64 = overall.features().chain(pieces(name)).map(weight).sum();
    overall.places as i64 * whole + places > 0
}

/// The features of a name's letters: every four that follow one another in a word, whose beginning and end count as letters.
pub(super) fn pieces(name: &str) -> impl Iterator<Item = Feature> {
    const LENGTH: usize = 4;
    let letter = |word: &str, i: usize| match i.checked_sub(1) {
        None => b'^',
        Some(i) => word.as_bytes().get(i).map_or(b'$', u8::to_ascii_lowercase),
    };
    let of = move |word| {
        (0..(str::len(word) + 3).saturating_sub(LENGTH)).map(move |at| {
            let mut hasher = FnvHasher::default();
            hasher.write_u8(b'g');
            (at..at + LENGTH).for_each(|i| hasher.write_u8(letter(word, i)));
            (hasher.finish() as usize % WEIGHTS.len()) as Feature
        })
    };
    name.split(' ').take(WORDS).flat_map(of)
}

/// How many words of a name are looked into.
const WORDS: usize = 6;

/// A feature of a kind; words in any case and any figure for another are one.
fn feature(kind: u8, word: &str) -> Feature {
    let mut hasher = FnvHasher::default();
    hasher.write_u8(kind);
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        hasher.write_u8(b'0');
    } else {
        word.bytes().for_each(|b| hasher.write_u8(b.to_ascii_lowercase()));
    }
    (hasher.finish() as usize % WEIGHTS.len()) as Feature
}

/// A feature of two words.
fn pair(kind: u8, first: &str, second: &str) -> Feature {
    ((31 * usize::from(feature(kind, first)) + usize::from(feature(b' ', second))) % WEIGHTS.len()) as Feature
}

/// Appends the features of the name in `run` where it stands; `beside`: whether a company stands next to it in a list, before
/// or behind.
pub(super) fn read(context: &Context, run: Run, cues: Cues, beside: [bool; 2], out: &mut Vec<Feature>) {
    out.reserve(USUAL);
    (0..Cues::BITS as u8).filter(|bit| cues & 1 << bit != 0).for_each(|bit| out.push(feature(bit, "")));
    out.extend(beside.iter().zip(b"MN").filter(|(beside, _)| **beside).map(|(_, &kind)| feature(kind, "")));
    let next = context.after_possessive(run.end).max(run.formed);
    let before = |n: usize| context.word(run.start.wrapping_sub(n));
    let after = |n: usize| context.word(next + n);
    out.push(feature(b'b', before(1)));
    out.push(feature(b'B', before(2)));
    out.push(feature(if next > run.formed { b'p' } else { b'a' }, after(0)));
    out.push(feature(b'A', after(1)));
    out.push(pair(b'D', before(2), before(1)));
    out.push(pair(b'E', after(0), after(1)));
    let is_word = |i: usize| context.tokens.get(i).is_some_and(|t| t.kind == Kind::Word);
    for n in 1..=WINDOW {
        if run.start >= n && is_word(run.start - n) {
            out.push(feature(b'w', before(n)));
        }
        if is_word(next + n - 1) {
            out.push(feature(b'v', after(n - 1)));
        }
    }
    let last = context.word(run.end - 1);
    out.push(feature(b'l', last));
    if !run.is_single() {
        out.push(feature(b'f', context.word(run.start)));
    }
    let ending = last.char_indices().rev().nth(2).map_or(last, |(at, _)| &last[at..]);
    out.push(feature(if run.is_single() { b's' } else { b'e' }, ending));
    out.push(feature(b'n', NUMBERS[(run.end - run.start).min(4)]));
    let name = context.span(run.start, run.end).of(context.text);
    let inner = |word: &str| word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    if name.split(' ').any(inner) {
        out.push(feature(b'i', ""));
    }
    if is_acronym(name) {
        out.push(feature(b'u', ""));
    }
    if context.is_start(run.start) {
        out.push(feature(b'^', ""));
    }
}

/// What a document says of a name as a whole.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Overall {
    /// In how many places it was looked at.
    pub(super) places: usize,
    /// How often it stands there, as part of longer names, too.
    pub(super) times: usize,
    /// It stands in the title or first sentence; in the title.
    pub(super) lead: bool,
    pub(super) title: bool,
    /// Its cues alone make it a company's.
    pub(super) by_cues: bool,
    /// Its first word stands elsewhere alone, as a company's name for short does; its last word, as a person's does.
    pub(super) first_alone: bool,
    pub(super) last_alone: bool,
    /// It is the first word of another name, or the last.
    pub(super) short: bool,
    pub(super) surname: bool,
    /// The table has it, as a name that means other things too.
    pub(super) known: bool,
    /// How many companies the table finds in the document.
    pub(super) firms: usize,
}

impl Overall {
    /// The features.
    pub(super) fn features(self) -> impl Iterator<Item = Feature> {
        let places = NUMBERS[self.places.min(4)];
        let times = NUMBERS[self.times.min(8)];
        let flags = [self.by_cues, self.first_alone, self.last_alone, self.short, self.surname, self.known, self.title];
        let flags = flags.into_iter().zip(b"CFSVUKT").filter(|(flag, _)| *flag).map(|(_, &kind)| feature(kind, ""));
        let lead = self.lead.then(|| feature(b'L', places));
        let firms = feature(b'G', NUMBERS[self.firms.min(4)]);
        [feature(b'1', ""), feature(b't', places), feature(b'N', times), firms].into_iter().chain(lead).chain(flags)
    }
}

/// About how many features a place has.
const USUAL: usize = 32;

const NUMBERS: [&str; 9] = ["", "a", "b", "c", "d", "e", "f", "g", "h"];
