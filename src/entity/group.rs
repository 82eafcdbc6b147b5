//! Mentions of one entry of the table, of one listing or of one index become one entity.

use super::evidence::Evidence;
use super::gazetteer::{Entry, Id};
use super::link::{Entity, merge};
use super::listing::UNLISTED;
use super::mention::{Mention, Who};
use super::{Gazetteer, Kind};
use std::collections::{BTreeMap, BTreeSet};

/// What mentions of one thing share.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Entry(Id),
    Listing(&'a str, &'a str),
    Index(&'a str),
}

/// One entity for each thing named, and which of them the text introduces; weak mentions count where a strong one
/// supports them.
pub(super) fn group(gazetteer: &Gazetteer, text: &str, mentions: &[Mention]) -> (Vec<Entity>, BTreeSet<usize>) {
    let counting = counting(gazetteer, mentions);
    let mut same = renamed(gazetteer, mentions, &counting);
    same.extend(shortened(text, mentions, &counting));
    let mut out: Vec<Entity> = vec![];
    let mut found: BTreeMap<Key, usize> = BTreeMap::new();
    let (mut new, mut listed) = (BTreeSet::new(), BTreeSet::new());
    for mention in mentions {
        let (key, entry) = match &mention.who {
            Who::Known(id) if mention.evidence < Evidence::Weak || !counting.contains(id) => continue,
            Who::Known(id) => {
                let id = *same.get(id).unwrap_or(id);
                (Key::Entry(id), gazetteer.entry(id))
            }
            Who::New(name, ticker, exchange) => {
                let listed = Some(*exchange).filter(|exchange| *exchange != UNLISTED);
                let kind = if listed.is_some() { Kind::Company } else { Kind::Private };
                let symbol = listed.and(Some(&**ticker));
                (Key::Listing(ticker, exchange), Entry { name, ticker: symbol, exchange: listed, kind })
            }
            Who::Index(name, code) => {
                let ticker = Some(&**code).filter(|code| !code.is_empty());
                (Key::Index(ticker.unwrap_or(name)), Entry { name, ticker, exchange: None, kind: Kind::Index })
            }
        };
        let at = *found.entry(key).or_insert(out.len());
        if at == out.len() {
            out.push(Entity::of(entry));
            if matches!(mention.who, Who::New(..)) {
                new.insert(at);
            }
        }
        // The listing that the text gives; of several the first.
        if let Some((ticker, exchange)) = mention.listing.as_ref().filter(|_| listed.insert(at)) {
            out[at].ticker = Some(ticker.clone());
            out[at].exchange = Some((*exchange).into()).filter(|e: &String| !e.is_empty());
        }
        out[at].mentions.push(mention.span);
    }
    // A name may lie within a listing that names it too.
    out.iter_mut().for_each(|entity| merge(&mut entity.mentions, &[]));
    // What we know as not listed and the text gives a ticker for is one thing.
    let private: BTreeMap<String, usize> =
        out.iter().enumerate().filter(|(_, e)| e.kind == Kind::Private).map(|(i, e)| (e.name.clone(), i)).collect();
    for &new in &new {
        if let Some(&same) = private.get(&out[new].name) {
            let mentions = std::mem::take(&mut out[same].mentions);
            merge(&mut out[new].mentions, &mentions);
        }
    }
    (out, new)
}

/// A commodity that stands so often in a text without more is what it speaks of, too.
const OFTEN: usize = 3;

/// The entries whose mentions count: those with one that is certain, those with a strong one unless the text begins
/// with somebody else of that name, and commodities that are named often.
fn counting(gazetteer: &Gazetteer, mentions: &[Mention]) -> BTreeSet<Id> {
    let mut first = BTreeMap::new();
    let mut best = BTreeMap::new();
    // How much oftener each is strong than somebody else's.
    let mut more: BTreeMap<Id, i32> = BTreeMap::new();
    for mention in mentions {
        if let Who::Known(id) = mention.who {
            if mention.evidence != Evidence::Weak {
                first.entry(id).or_insert(mention.evidence);
                *more.entry(id).or_default() += if mention.evidence == Evidence::Other { -1 } else { 1 };
            }
            let best = best.entry(id).or_insert(mention.evidence);
            *best = mention.evidence.max(*best);
        }
    }
    let counts = |id: &Id, best: Evidence| match best {
        Evidence::Certain => true,
        Evidence::Strong => first[id] != Evidence::Other && more[id] > 0,
        // There are few commodities, so that looking through all mentions for each takes no time.
        Evidence::Weak => {
            let of_it = |m: &&Mention| m.who == Who::Known(*id) && m.evidence == Evidence::Weak;
            gazetteer.entry(*id).kind == Kind::Commodity && mentions.iter().filter(of_it).count() >= OFTEN
        }
        _ => false,
    };
    best.into_iter().filter(|(id, best)| counts(id, *best)).map(|(id, _)| id).collect()
}

/// Where a text names a company both as it was and as it is called now, which of the two stands for both: the one with a
/// ticker beside it, else the one named more often.
fn renamed(gazetteer: &Gazetteer, mentions: &[Mention], counting: &BTreeSet<Id>) -> BTreeMap<Id, Id> {
    let times = |id: Id| {
        let of = mentions.iter().filter(|m| m.who == Who::Known(id));
        of.fold((false, 0), |(listed, times), m| (listed || m.listing.is_some(), times + 1))
    };
    let both = counting.iter().filter_map(|&was| {
        let now = gazetteer.successor(was).filter(|now| counting.contains(now))?;
        Some(if times(was) > times(now) { (now, was) } else { (was, now) })
    });
    both.collect()
}

/// The companies that stand only under a doubtful name with which a longer one begins that stands before it, each with the
/// one of the longer name: "Continental" behind "Continental Airlines" is no tyre maker.
fn shortened(text: &str, mentions: &[Mention], counting: &BTreeSet<Id>) -> BTreeMap<Id, Id> {
    let mut doubtful: BTreeMap<Id, Option<(&str, u32)>> = BTreeMap::new();
    let mut longer: BTreeMap<&str, (Id, u32)> = BTreeMap::new();
    for m in mentions {
        let Who::Known(id) = m.who else { continue };
        let name = m.span.of(text);
        if m.evidence < Evidence::Weak || !counting.contains(&id) {
            continue;
        }
        let last = Some((name, m.span.start)).filter(|_| m.evidence < Evidence::Certain && m.listing.is_none());
        let seen = doubtful.entry(id).or_insert(last);
        *seen = seen.filter(|(before, _)| *before == name).and(last);
        if let Some((first, _)) = name.split_once(' ') {
            longer.entry(first).or_insert((id, m.span.start));
        }
    }
    let of = |(id, last): (Id, Option<(&str, u32)>)| {
        let (name, at) = last?;
        let &(whole, first) = longer.get(name).filter(|whole| whole.0 != id)?;
        (first < at).then_some((id, whole))
    };
    doubtful.into_iter().filter_map(of).collect()
}
