//! Where the rooms entity and model meet: what of the names the network may see.

use crate::entity::{Entity, Kind};
use crate::model::{COMPANY, CRYPTO, INDEX, Mask};
use crate::text::Span;

/// The names that the network must not see, ascending and without overlap; of two that overlap the longer wins.
///
/// Whose name it is must not move the score, so companies become one piece, indices and crypto assets another.
/// Commodities and currencies stay: "oil" and "dollar" are words of the language, and their moves mean different things.
pub fn masks(entities: &[Entity]) -> Vec<Mask> {
    let piece = |kind| match kind {
        Kind::Company | Kind::Private | Kind::Etf | Kind::Custom => Some(COMPANY),
        Kind::Index => Some(INDEX),
        Kind::Crypto => Some(CRYPTO),
        Kind::Commodity | Kind::Currency => None,
    };
    let mut all: Vec<Mask> = entities
        .iter()
        .filter_map(|e| piece(e.kind).map(|piece| (e, piece)))
        .flat_map(|(e, piece)| e.mentions.iter().map(move |&span| Mask { span, piece }))
        .collect();
    all.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    let mut out: Vec<Mask> = vec![];
    for mask in all {
        match out.last_mut() {
            Some(last) if last.span.overlaps(mask.span) => {
                if mask.span.len() > last.span.len() {
                    *last = mask;
                }
            }
            _ => out.push(mask),
        }
    }
    out
}

/// For each piece (with its span, ascending) whether it belongs to one of `mentions` (ascending).
pub fn flags(pieces: &[Span], mentions: &[Span]) -> Vec<bool> {
    let mut at = 0;
    pieces
        .iter()
        .map(|&p| {
            while mentions.get(at).is_some_and(|m| m.end <= p.start) {
                at += 1;
            }
            mentions.get(at).is_some_and(|m| m.overlaps(p))
        })
        .collect()
}

/// Those of `items` (ascending by the span that `span` gives, without overlap) that overlap `part`.
pub fn within<T>(items: &[T], part: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let first = items.partition_point(|i| span(i).end <= part.start);
    let last = items.partition_point(|i| span(i).start < part.end);
    &items[first..last.max(first)]
}
