//! Mentions of one thing, under whatever name, brought together.

use super::candidate::Candidate;
use super::context::Context;
use super::gazetteer::Entry;
use super::group::group;
use super::mention::{Finder, Mention, Who};
use super::reference;
use super::shape::is_common;
use super::spread::{Form, Owners, short_forms, spread, words_of};
use super::symbol;
use super::target::places;
use super::unknown::Unknown;
use super::words::{self, is_in};
use super::{Gazetteer, Kind, gathered};
use crate::text::{Document, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody or something that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The canonical name, or the brand, subsidiary or former name that the text uses alone; for a target exactly the target.
    pub name: String,
    /// The bare symbol.
    pub ticker: Option<String>,
    /// Where it is listed.
    pub exchange: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Whether the caller asked for it.
    pub target: bool,
    /// Where it is named, ascending, in the sentences that count. May be empty for a target that stands only in ignored text.
    pub mentions: Vec<Span>,
    /// Where it is meant and not named ("the company", "it"), ascending, in sentences that do not name it.
    pub references: Vec<Span>,
    /// How many of the mentions only say where somebody works who speaks ("an analyst at").
    pub sources: u32,
}

impl Entity {
    /// The entity of an entry, not yet found anywhere.
    pub(super) fn of(entry: Entry) -> Self {
        Self {
            name: entry.name.into(),
            ticker: entry.ticker.map(String::from),
            exchange: entry.exchange.map(String::from),
            kind: entry.kind,
            target: false,
            mentions: vec![],
            references: vec![],
            sources: 0,
        }
    }
}

/// The entities of a document in the order of their first mention, and the targets that stand in it.
pub fn find(gazetteer: &Gazetteer, document: &Document, targets: &[String]) -> Vec<Entity> {
    let (finder, unknown) = read(gazetteer, document);
    let abbreviated = unknown.abbreviated(document, &finder.mentions);
    let is_meant = |m: &Mention| !matches!(m.who, Who::Known(id) if abbreviated.contains(&id));
    let mentions: Vec<Mention> = finder.mentions.into_iter().filter(is_meant).collect();
    let (mut entities, new) = group(gazetteer, document.text, &mentions);
    name_all(gazetteer, document, &unknown, &mut entities, &new);
    symbol::give(document, &mut entities);
    symbol::lend(&mut entities);
    reference::refer(document, &mut entities);
    entities.iter_mut().for_each(|e| call(document, e));
    benchmark(document, &mut entities);
    add_targets(gazetteer, document, targets, &mut entities);
    entities.retain(|e| e.target || !e.mentions.is_empty());
    let nowhere = Span { start: u32::MAX, end: u32::MAX };
    let first = |(i, e): (usize, &Entity)| (*e.mentions.first().unwrap_or(&nowhere), i);
    let mut order: Vec<(Span, usize)> = entities.iter().enumerate().map(first).collect();
    order.sort();
    let mut entities: Vec<Option<Entity>> = entities.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, i)| entities[i].take()).collect()
}

/// The names that the table does not know and that may be companies', as the classifier learns from them.
pub fn candidates(gazetteer: &Gazetteer, document: &Document) -> Vec<Candidate> {
    let (finder, unknown) = read(gazetteer, document);
    let firms = firms(&group(gazetteer, document.text, &finder.mentions).0);
    unknown.candidates(document, firms)
}

/// How many companies there are.
fn firms(entities: &[Entity]) -> usize {
    entities.iter().filter(|e| e.kind.is_firm()).count()
}

fn read<'a>(gazetteer: &'a Gazetteer, document: &Document) -> (Finder<'a>, Unknown) {
    let mut finder = Finder::new(gazetteer);
    let mut unknown = Unknown::default();
    for sentence in &document.sentences {
        let context = Context::new(document.text, document.tokens_of(sentence), sentence);
        let first = finder.mentions.len();
        finder.read(&context);
        finder.support_lists(&context, first);
        let supported = unknown.read(&context, gazetteer, &finder.mentions[first..]);
        finder.replace(first, supported);
    }
    (finder, unknown)
}

/// "Oil" beside Brent or Iranian crude is that, of two the one named more, unless the text speaks of U.S. crude, too.
fn benchmark(document: &Document, entities: &mut [Entity]) {
    let is_oil = |i: &usize| entities[*i].ticker.as_deref() == Some("CL");
    let is_crude = |i: &usize| entities[*i].name.ends_with(" crude") || entities[*i].ticker.as_deref() == Some("BRN");
    let all = || (0..entities.len()).filter(|&i| entities[i].kind == Kind::Commodity);
    let other = all().filter(|i| is_crude(i) && !is_oil(i)).max_by_key(|&i| entities[i].mentions.len());
    let Some((oil, other)) = all().find(is_oil).zip(other) else { return };
    let any = |m: &Span| is_in(m.of(document.text), &["crude", "crude futures", "crude oil", "oil", "petroleum"]);
    if entities[oil].mentions.iter().all(any) {
        let mentions = std::mem::take(&mut entities[oil].mentions);
        merge(&mut entities[other].mentions, &mentions);
    }
}

/// Calls what no ticker of an exchange tells apart by the name that the text gives it, if that is another: "Ernst & Young"
/// for EY, "U.S. crude" for WTI; and a listed company by the brand, subsidiary or former name that the text knows it by alone:
/// "YouTube", "Standard & Poor's", "Facebook".
fn call(document: &Document, entity: &mut Entity) {
    let listed = entity.kind == Kind::Company && entity.ticker.is_some();
    let by_name = listed || matches!(entity.kind, Kind::Private | Kind::Index | Kind::Commodity | Kind::Currency);
    let called = |m: &Span| {
        let name = m.of(document.text).split(['(', '<', '[']).next().unwrap_or_default().trim();
        // "Nikkei share average .N225"
        name.rsplit_once(" .").map_or(name, |(name, _)| name)
    };
    let canonical = words_of(&entity.name);
    let index = entity.kind == Kind::Index;
    let within = |a: &[String], b: &[String]| index && a.iter().all(|word| b.contains(word));
    let alike = |words: Vec<String>| {
        words.starts_with(&canonical)
            || canonical.starts_with(&words)
            || within(&words, &canonical)
            || within(&canonical, &words)
            || index && canonical.len() < 3 && words.first() == canonical.first()
            || listed && is_short_for(&words, &canonical)
    };
    let names = || entity.mentions.iter().map(called);
    // "Spot gold", "London copper", "U.S. dollar" say more than what they are called for short; bonds have many names.
    let fullest = matches!(entity.kind, Kind::Commodity | Kind::Currency) || index && entity.ticker.is_none();
    if !by_name || !fullest && names().any(|name| alike(words_of(name))) {
        return;
    }
    // A symbol is no name. Of an owner's brands the one that is named most.
    let times = |name: &str| if listed { names().filter(|n| *n == name).count() } else { 0 };
    let name = names().filter(|n| n.chars().any(char::is_lowercase)).max_by_key(|n| (times(n), n.len()));
    if let Some(name) = name {
        // "Brazil's real"
        let owned = name.rsplit_once("'s ").filter(|_| entity.kind == Kind::Currency);
        let name = owned.map_or(name, |(_, name)| name);
        let name = words::single_spaced(words::without_legal_form(name).unwrap_or(name));
        let mut letters = name.chars();
        entity.name = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    }
}

/// Whether one name has a word of the other, begins it when written as one ("Wal-Mart", "JP Morgan"), or is one word with its
/// initial: "Lufthansa", "BofA", "SocGen".
fn is_short_for(words: &[String], canonical: &[String]) -> bool {
    let initial = |words: &[String]| words.first().and_then(|w| w.chars().next());
    // "Chesapeake Energy" is not short for "Expand Energy".
    words.iter().any(|word| word.len() > 1 && !is_common(word) && canonical.contains(word))
        || canonical.concat().starts_with(&words.concat())
        || words.len() == 1 && initial(words) == initial(canonical)
}

/// Adds the companies that only the text knows, and finds all names that the text itself gives or makes plain.
fn name_all(
    gazetteer: &Gazetteer,
    document: &Document,
    unknown: &Unknown,
    entities: &mut Vec<Entity>,
    new: &BTreeSet<usize>,
) {
    let mut owners = Owners::default();
    for (i, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind.is_firm()) {
        owners.add(i, entity, document.text);
    }
    let given = |(entity, text): (usize, String)| Form { text, entity, given: true, part: false };
    let mut forms: Vec<Form> = new.iter().map(|&i| given((i, entities[i].name.clone()))).collect();
    forms.extend(add_unknown(gazetteer, document, unknown, entities, &mut owners));
    let defined = unknown.defined(document, entities);
    for (entity, form) in &defined {
        // A company that was found under its short form alone.
        let same = entities.iter().position(|e| e.name == *form && e.ticker.is_none()).filter(|same| same != entity);
        let mentions = same.map(|same| std::mem::take(&mut entities[same].mentions)).unwrap_or_default();
        merge(&mut entities[*entity].mentions, &mentions);
        forms.retain(|f| Some(f.entity) != same);
    }
    forms.extend(defined.into_iter().map(given));
    forms.extend(short_forms(gazetteer, document, entities, &owners, &unknown.surnames));
    spread(document, entities, &forms);
}

/// What begins with a capital inside a word of `name`.
fn unglued(name: &str) -> impl Iterator<Item = &str> {
    let small = |at: usize| name[..at].ends_with(char::is_lowercase);
    name.match_indices(char::is_uppercase).filter(move |(at, _)| small(*at)).map(|(at, _)| &name[at..])
}

/// Adds the companies that the table does not know, and gives the forms of all names that the text introduces. A name that
/// is the beginning of another is that one for short.
fn add_unknown(
    gazetteer: &Gazetteer,
    document: &Document,
    unknown: &Unknown,
    entities: &mut Vec<Entity>,
    owners: &mut Owners,
) -> Vec<Form> {
    let mut forms = vec![];
    // A text about crypto assets, not one that names one beside companies.
    let crypto = entities.iter().filter(|e| e.kind == Kind::Crypto).count() > firms(entities);
    let mut companies = unknown.companies(document, firms(entities));
    // "OutlookSurf Air Mobility" is a heading that ran into the name behind it.
    let glued = |name: &str| {
        unglued(name).any(|n| companies.iter().any(|(name, ..)| name == n) || owners.of(&words_of(n)).is_some())
    };
    let mut lengths: Vec<usize> =
        companies.iter().map(|(name, ..)| if glued(name) { 0 } else { words_of(name).len() }).collect();
    // The longest first.
    while let Some(at) = (0..lengths.len()).rev().max_by_key(|&i| lengths[i]).filter(|&i| lengths[i] > 0) {
        lengths[at] = 0;
        let (name, known, mentions) = std::mem::take(&mut companies[at]);
        let ticker = || entities.iter().position(|e| e.ticker.as_ref() == Some(&name));
        let entity = owners.of(&words_of(&name)).or_else(ticker).unwrap_or(entities.len());
        forms.push(Form { text: name.clone(), entity, given: false, part: false });
        if entity < entities.len() {
            merge(&mut entities[entity].mentions, &mentions);
            continue;
        }
        // Among crypto assets "Serum (SRM)" is one, too, and "Furrever Token".
        let formal = mentions.iter().any(|m| words::without_legal_form(m.of(document.text)).is_some());
        let symbol = unknown.symbol(document, &mentions).filter(|_| crypto && !formal);
        let token = crypto && name.ends_with(" Token");
        let kind = if symbol.is_some() || token { Kind::Crypto } else { Kind::Company };
        let new = Entry { name: &name, ticker: symbol, exchange: None, kind };
        // "90% of all BNB, 72% of all ADA"
        let token = gazetteer.ticker(&name, None).filter(|&id| crypto && gazetteer.entry(id).kind == Kind::Crypto);
        let entry = known.or(token).map_or(new, |id| gazetteer.entry(id));
        entities.push(Entity { mentions, ..Entity::of(entry) });
        owners.add(entity, &entities[entity], document.text);
    }
    forms
}

/// Adds the targets that stand in the text; one that is called like an entity found is that entity.
fn add_targets(gazetteer: &Gazetteer, document: &Document, targets: &[String], entities: &mut Vec<Entity>) {
    let mut seen = BTreeSet::new();
    let names: Vec<&str> =
        targets.iter().map(String::as_str).filter(|t| !t.trim().is_empty() && seen.insert(*t)).collect();
    if names.is_empty() {
        return;
    }
    let found: BTreeMap<String, usize> = gathered(entities.iter().enumerate().map(|(i, e)| (e.name.clone(), i)));
    for (&name, places) in names.iter().zip(places(&names, document)).filter(|(_, places)| places.stands) {
        let mentions = places.mentions;
        if let Some(&same) = found.get(name) {
            merge(&mut entities[same].mentions, &mentions);
            entities[same].target = true;
            continue;
        }
        let entry = gazetteer.look_up(name);
        // What refers to a company refers to it under each of its names.
        let same = mentions.first().and_then(|m| entities.iter().find(|e| e.mentions.iter().any(|o| o.overlaps(*m))));
        let (references, sources) = same.map(|e| (e.references.clone(), e.sources)).unwrap_or_default();
        entities.push(Entity {
            name: name.into(),
            ticker: entry.and_then(|e| e.ticker).map(String::from),
            exchange: entry.and_then(|e| e.exchange).map(String::from),
            kind: entry.map_or(Kind::Custom, |e| e.kind),
            target: true,
            mentions,
            references,
            sources,
        });
    }
}

/// Adds `more` to `mentions`, both ascending; of two that overlap the longer stays.
pub(super) fn merge(mentions: &mut Vec<Span>, more: &[Span]) {
    mentions.extend_from_slice(more);
    mentions.sort_by_key(|m| (m.start, m.end));
    let mut out: Vec<Span> = vec![];
    for &mention in &*mentions {
        match out.last_mut() {
            Some(last) if last.overlaps(mention) => {
                if mention.len() > last.len() {
                    *last = mention;
                }
            }
            _ => out.push(mention),
        }
    }
    *mentions = out;
}
