//! Companies that the table does not know, found by what stands around their names.

use super::classifier::{self, Feature};
use super::context::{Context, Style};
use super::cue::{self, Cues};
use super::evidence::Evidence;
use super::fold::fold;
use super::gazetteer::{Gazetteer, Id, Name};
use super::link::Entity;
use super::mention::{Mention, Who};
use super::run::Run;
use super::shape::is_common;
use super::words::{self, is_in, press};
use super::{Kind, gathered, words::firms::FIRM_ENDS, words::people::TITLES};
use crate::text::{Document, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What a document says of the names that the table does not know.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    /// By name without legal form.
    pub(super) names: BTreeMap<String, Seen>,
    /// Last names of people.
    pub(super) surnames: BTreeSet<String>,
    /// Last words of names of two words that nothing else is known of: people's, mostly.
    pub(super) tails: BTreeSet<String>,
    /// What stands in brackets behind a name: the end of the name, the short form, whether in quotes.
    brackets: Vec<(u32, String, bool)>,
    /// Of these the ones that the words before them spell: "Human Development Index (HDI)".
    abbreviations: BTreeSet<String>,
}

/// What a document says of a name.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The entry of that name, which needs evidence.
    pub(super) known: Option<Id>,
    pub(super) cues: Cues,
    /// What its places say, one after the other.
    pub(super) features: Vec<Feature>,
    pub(super) spans: Vec<Span>,
}

impl Unknown {
    /// Reads a sentence whose known names are `mentions`, and adds what it says; names of the table that need evidence
    /// and have it here come back.
    pub(super) fn read(&mut self, context: &Context, gazetteer: &Gazetteer, mentions: &[Mention]) -> Vec<Mention> {
        let mut supported = vec![];
        if context.style == Style::Capitals {
            return supported;
        }
        self.read_brackets(context);
        let mut at = 0;
        // Where the last company ended, and whether all of its list are companies.
        let (mut listed, mut all) = (0, false);
        while let Some(run) = Run::next(context, at) {
            at = run.formed.max(run.end);
            let mut found = cue::cues(context, run);
            let goes_on = is_list(context, listed, run.start);
            if found & (cue::PERSON | cue::INSIDE) == cue::INSIDE && goes_on {
                found |= if all { cue::NEIGHBOUR } else { cue::LISTED };
            }
            // "the carmakers Quillo and Ostrel"
            all = all && goes_on || found & cue::NEIGHBOUR != 0 && context.before(run.start).ends_with('s');
            let known = Taken::of(context, run, mentions);
            let company = matches!(known, Taken::Inside | Taken::Whole)
                || found & (cue::LEGAL | cue::TRADE | cue::NEIGHBOUR) != 0;
            listed = if company { run.formed } else { 0 };
            // "Boston Private Financial Holdings Inc" is nobody inside; "Apple Music" is Apple's unless a cue says a company.
            let free = match known {
                Taken::Free => true,
                Taken::Maybe => found & !(cue::ANYBODY | cue::SUBJECT) != 0,
                Taken::Inside => found & cue::LEGAL != 0,
                Taken::Whole => false,
            };
            if found != 0 && free {
                let beside = beside(context, run, mentions);
                supported.extend(self.add(context, gazetteer, run, found, beside));
            }
        }
        supported
    }

    /// Adds a name and its cues; one that the table knows comes back if they support it.
    fn add(
        &mut self,
        context: &Context,
        gazetteer: &Gazetteer,
        run: Run,
        cues: Cues,
        beside: [bool; 2],
    ) -> Option<Mention> {
        let span = context.span(run.start, run.end);
        let name = without_legal_forms(span.of(context.text));
        if cues & cue::PERSON != 0 {
            self.surnames.extend(surnames(&name));
        }
        // "Elzbieta Bienkowska"
        if run.end == run.start + 2 && cues & !cue::ANYBODY == 0 {
            self.tails.extend(name.split(' ').next_back().map(String::from));
        }
        let known = look_up(gazetteer, &name);
        let kind = known.map(|known| gazetteer.entry(known.id).kind);
        if let Some(known) = known.filter(|_| kind.is_some_and(Kind::is_firm)) {
            let enough = if known.formal { cue::LEGAL } else { cue::LEGAL | cue::NEIGHBOUR };
            if cues & enough != 0 && cues & cue::PERSON == 0 {
                return Some(Mention { span, who: Who::Known(known.id), evidence: Evidence::Strong, listing: None });
            }
        }
        // "Apple trees", "2 degrees Celsius"; "ITC" may be short for anything; "Apple Music" and "Ripple-SEC" are no names
        // of their own unless a cue says so.
        let other = kind.is_some_and(|kind| !kind.is_firm() && kind != Kind::Crypto);
        let ordinary =
            run.is_single() && context.is_start(run.start) || is_in(context.before(run.start), words::DETERMINERS);
        // What means nobody else and still was not found stands for something else here: "took to Twitter".
        let doubtful =
            |k: Name| k.formal && k.capitals || k.word && ordinary || !(k.formal || k.capitals || k.ambiguous);
        let plain = cues & !(cue::ANYBODY | cue::SUBJECT) == 0;
        let part =
            || name.split([' ', '-']).next().is_some_and(|first| first != name && look_up(gazetteer, first).is_some());
        let medium = is_in(&name, press::PLATFORMS) || is_in(&name, press::VENDORS);
        if other || medium && plain || known.is_some_and(doubtful) || known.is_none() && plain && part() {
            return None;
        }
        let seen = self.names.entry(name).or_default();
        seen.known = known.map(|known| known.id);
        seen.cues |= cues;
        classifier::read(context, run, cues, beside, &mut seen.features);
        seen.spans.push(context.span(run.start, run.formed));
        None
    }

    /// Reads `(“Acme”)`, `("Acme" or the "Company")`, `(ABC)`.
    fn read_brackets(&mut self, context: &Context) {
        for open in (1..context.tokens.len()).filter(|&i| context.word(i) == "(") {
            let quote = |i: usize| matches!(context.word(i), "\"" | "“" | "”" | "‘" | "’" | "'");
            let quoted = (open + 1..open + 4).find(|&i| quote(i));
            let start = quoted.map_or(open + 1, |i| i + 1);
            let Some(end) = (start..start + 5).find(|&i| quote(i) || context.word(i) == ")") else { continue };
            if start < end && context.is_capital(start) {
                let form = context.span(start, end).of(context.text);
                self.brackets.push((context.tokens[open - 1].span.end, form.into(), quoted.is_some()));
                if spells(context, open, form) {
                    self.abbreviations.insert(form.into());
                }
            }
        }
    }

    /// The entries whose names stand here only for something else that the text spells out: "Human Development Index (HDI)".
    pub(super) fn abbreviated(&self, document: &Document, mentions: &[Mention]) -> BTreeSet<Id> {
        let spelt = |m: &Mention| m.listing.is_none() && self.abbreviations.contains(m.span.of(document.text));
        let ids = |spelt_out: bool| {
            let of = move |m: &Mention| match m.who {
                Who::Known(id) if spelt(m) == spelt_out => Some(id),
                _ => None,
            };
            gathered::<BTreeSet<Id>, _>(mentions.iter().filter_map(of))
        };
        let mut out = ids(true);
        for id in ids(false) {
            out.remove(&id);
        }
        out
    }

    /// The short forms that the text gives in brackets behind the names of `entities`, each with its entity.
    pub(super) fn defined(&self, document: &Document, entities: &[Entity]) -> Vec<(usize, String)> {
        let mut ends: BTreeMap<u32, (usize, Span)> = BTreeMap::new();
        for (i, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind.is_firm()) {
            ends.extend(entity.mentions.iter().map(|&m| (m.end, (i, m))));
        }
        let of = |(end, form, quoted): &(u32, String, bool)| {
            let (entity, name) = ends.get(end)?;
            let name = name.of(document.text).split('(').next().unwrap_or_default();
            let named = if *quoted { !is_common(form) } else { form.len() > 1 && are_initials(form, name) };
            named.then(|| (*entity, form.clone()))
        };
        self.brackets.iter().filter_map(of).collect()
    }

    /// The symbol in brackets behind one of these places of a name, unless it is the name's initials: "Serum (SRM)".
    pub(super) fn symbol(&self, document: &Document, places: &[Span]) -> Option<&str> {
        let behind = |(end, form, quoted): &&(u32, String, bool)| {
            let fits = !quoted && (3..=6).contains(&form.len()) && form.bytes().all(|b| b.is_ascii_uppercase());
            let place = places.iter().find(|place| fits && place.end == *end);
            place.is_some_and(|place| !are_initials(form, place.of(document.text)))
        };
        self.brackets.iter().find(behind).map(|(_, form, _)| form.as_str())
    }
}

/// Whether `form` is made of the capitals with which the words of a name begin.
fn are_initials(form: &str, name: &str) -> bool {
    let initials = name.split([' ', '-', '\n']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase());
    initials.eq(form.chars())
}

/// What the table knows where a run stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    Free,
    /// A name inside it that may be a known one's.
    Maybe,
    /// Known names inside it, none of them the whole run; no list of names either.
    Inside,
    Whole,
}

impl Taken {
    fn of(context: &Context, run: Run, mentions: &[Mention]) -> Self {
        let span = context.span(run.start, run.end);
        let shorter = |m: &Mention| m.span.start > span.start || m.span.end < span.end;
        let here = || mentions.iter().filter(|m| m.span.overlaps(span));
        let mut known = here().filter(|m| m.evidence >= Evidence::Strong).peekable();
        if known.peek().is_none() {
            return if here().any(|m| shorter(m) && m.evidence > Evidence::Other) { Taken::Maybe } else { Taken::Free };
        }
        let list = (run.start..run.end).any(|i| context.word(i) == ",");
        if !list && known.all(shorter) { Taken::Inside } else { Taken::Whole }
    }
}

/// What a person may be called by alone: the last name; of a name with a title before it the first, too, as in
/// "Premier Li Keqiang".
fn surnames(name: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = name.split(' ').filter(|w| !matches!(*w, "Jr" | "Sr" | "II" | "III")).collect();
    let titled = words.iter().rposition(|w| is_in(w, TITLES)).map(|title| title + 1);
    let first = titled.and_then(|first| words.get(first)).map(|w| w.to_string());
    first.into_iter().chain(words.last().map(|w| w.to_string()))
}

/// Whether the words with a capital before token `open` begin with the letters of `form`, and say no company.
fn spells(context: &Context, open: usize, form: &str) -> bool {
    let mut letters = form.chars().rev().peekable();
    let reach = 2 * form.len();
    for i in (open.saturating_sub(reach)..open).rev().filter(|&i| context.is_capital(i)) {
        let word = context.word(i);
        let firm = i + 1 == open && is_in(word, FIRM_ENDS) || is_in(word, words::LEGAL);
        if letters.next() != word.chars().next() || firm {
            return false;
        }
        if letters.peek().is_none() {
            return form.len() > 2;
        }
    }
    false
}

/// Whether a company that the table knows stands beside a name in a list, before it and behind it.
fn beside(context: &Context, run: Run, mentions: &[Mention]) -> [bool; 2] {
    let (start, end) = (context.tokens[run.start].span.start, context.tokens[run.formed - 1].span.end);
    let joined = |a: u32, b: u32| {
        let between = context.text.get(a as usize..b as usize).unwrap_or_default().trim();
        matches!(between, "," | "and" | "or" | ", and" | "and the")
    };
    let any = |fits: &dyn Fn(&Mention) -> bool| mentions.iter().any(|m| m.evidence >= Evidence::Strong && fits(m));
    [
        any(&|m| m.span.end < start && joined(m.span.end, start)),
        any(&|m| m.span.start > end && joined(end, m.span.start)),
    ]
}

/// Whether the name at token `start` stands in a list behind the one that ends at `end`.
fn is_list(context: &Context, end: usize, start: usize) -> bool {
    let mut between = (end..start).map(|i| context.word(i));
    end > 0 && start > end && start - end < 3 && between.all(|w| matches!(w, "," | "and" | "or"))
}

/// What the table says of a name in full.
fn look_up(gazetteer: &Gazetteer, name: &str) -> Option<Name> {
    let mut folded = Vec::with_capacity(name.len());
    fold(name, &mut folded);
    let mut walk = gazetteer.walk();
    if walk.step(&folded) { walk.name() } else { None }
}

/// A name with single spaces and without the legal forms at its end; once, where a heading ran into the text behind it.
fn without_legal_forms(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (first, second) = words.split_at(words.len() / 2);
    let mut name = if first == second { first } else { &words }.join(" ");
    let mut rest = name.as_str();
    while let Some(shorter) = words::without_legal_form(rest).filter(|s| s.contains(' ')) {
        rest = shorter;
    }
    name.truncate(rest.trim_end_matches(" and").trim_end_matches([',', '&', ' ']).len());
    name
}
