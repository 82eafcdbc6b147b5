//! Mentions of one entry of the table, of one listing or of one index become one entity.

use super::evidence::Evidence;
use super::gazetteer::{Entry, Id};
use super::link::{Entity, merge};
use super::listing::UNLISTED;
use super::mention::{Mention, Who};
use super::{Gazetteer, Kind, gathered};
use crate::text::Span;
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
    let renamed = renamed(gazetteer, mentions, &counting);
    let mut out: Vec<Entity> = vec![];
    let mut found: BTreeMap<Key, usize> = BTreeMap::new();
    let (mut new, mut listed, mut sure) = (BTreeSet::new(), BTreeSet::new(), vec![]);
    for mention in mentions {
        let (key, entry) = match &mention.who {
            Who::Known(id) if mention.evidence < Evidence::Weak || !counting.contains(id) => continue,
            Who::Known(id) => {
                let id = *renamed.get(id).unwrap_or(id);
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
            sure.push(!entry.kind.is_firm());
            if matches!(mention.who, Who::New(..)) {
                new.insert(at);
            }
        }
        // The listing that the text gives; of several the first.
        if let Some((ticker, exchange)) = mention.listing.as_ref().filter(|_| listed.insert(at)) {
            out[at].ticker = Some(ticker.clone());
            out[at].exchange = Some((*exchange).into()).filter(|e: &String| !e.is_empty());
        }
        sure[at] |= mention.evidence == Evidence::Certain || mention.listing.is_some();
        out[at].mentions.push(mention.span);
    }
    // A name may lie within a listing that names it too.
    out.iter_mut().for_each(|entity| merge(&mut entity.mentions, &[]));
    shorten(text, &mut out, &sure);
    // What we know as not listed and the text gives a ticker for is one thing.
    let private = out.iter().enumerate().filter(|(_, e)| e.kind == Kind::Private);
    let private: BTreeMap<String, usize> = gathered(private.map(|(i, e)| (e.name.clone(), i)));
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
    // The first and the best evidence of each, and how much oftener it is strong than somebody else's.
    let mut all = BTreeMap::new();
    for mention in mentions {
        if let Who::Known(id) = mention.who {
            let evidence = mention.evidence;
            let (first, best, more) = all.entry(id).or_insert((Evidence::Weak, evidence, 0));
            *best = evidence.max(*best);
            if evidence != Evidence::Weak {
                *more += if evidence == Evidence::Other { -1 } else { 1 };
                *first = if *first == Evidence::Weak { evidence } else { *first };
            }
        }
    }
    let counts = |id: &Id, (first, best, more): (Evidence, Evidence, i32)| match best {
        Evidence::Certain => true,
        Evidence::Strong => first != Evidence::Other && more > 0,
        // There are few commodities, so that looking through all mentions for each takes no time.
        Evidence::Weak => {
            let of_it = |m: &&Mention| m.who == Who::Known(*id) && m.evidence == Evidence::Weak;
            gazetteer.entry(*id).kind == Kind::Commodity && mentions.iter().filter(of_it).count() >= OFTEN
        }
        _ => false,
    };
    gathered(all.into_iter().filter(|(id, seen)| counts(id, *seen)).map(|(id, _)| id))
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
    gathered(both)
}

/// Gives the companies that stand only under a doubtful name to the one with whose longer name that begins, if it stands
/// before: "Continental" behind "Continental Airlines" is no tyre maker. `sure`: which are named beyond doubt.
fn shorten(text: &str, entities: &mut [Entity], sure: &[bool]) {
    const NAMES: usize = 4;
    for i in (0..entities.len()).filter(|&i| !sure[i]) {
        let own = &entities[i].mentions;
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        let name = first.of(text);
        if own.iter().any(|m| m.of(text) != name) {
            continue;
        }
        let longer = |m: &Span| {
            m.start < last.start && m.of(text).strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '\n']))
        };
        let whole = |e: &Entity| e.kind == entities[i].kind && e.mentions.iter().take(NAMES).any(longer);
        if let Some(whole) = entities.iter().position(whole) {
            let mentions = std::mem::take(&mut entities[i].mentions);
            merge(&mut entities[whole].mentions, &mentions);
        }
    }
}
