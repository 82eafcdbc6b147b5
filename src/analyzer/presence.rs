//! How an entity stands in an article: where, how often, in which part.

use crate::aggregate::{Line, Presence};
use crate::entity::{Entity, Kind};
use crate::text::{Document, Span};

/// The presence of each entity, given the sentences that name it or refer to it.
pub fn presence(document: &Document, lines: &[Line], entities: &[Entity], named: &[Vec<usize>]) -> Vec<Presence> {
    let most = entities.iter().map(|e| e.mentions.len() + e.references.len()).max().unwrap_or(0).max(1) as f32;
    let mut entities_in = vec![0u32; lines.len()];
    named.iter().flatten().for_each(|&s| entities_in[s] += 1);
    let each = entities.iter().zip(named).map(|(entity, named)| {
        let bodies = lines.iter().filter(|l| !l.title).count().max(1) as f32;
        let body = || named.iter().filter(|&&s| !lines[s].title);
        let flag = |b: bool| if b { 1.0 } else { 0.0 };
        let share = |count: usize, all: usize| if all > 0 { count as f32 / all as f32 } else { 0.0 };
        let subject = named.iter().filter(|&&s| is_subject(document, entity, s)).count();
        let alone = body().filter(|&&s| entities_in[s] == 1).count();
        let named_in_title = named.iter().any(|&s| lines[s].title);
        Presence {
            title: flag(named_in_title),
            headline: flag(named_in_title && named.iter().any(|&s| lines[s].title && is_subject(document, entity, s))),
            early: body().next().map_or(0.0, |&s| 1.0 / (1.0 + lines[s].place as f32)),
            share: (body().count() as f32 / bodies).sqrt(),
            times: (entity.mentions.len() + entity.references.len()) as f32 / most,
            subject: share(subject, named.len()),
            alone: (alone as f32 / bodies).sqrt(),
            source: share(entity.sources as usize, entity.mentions.len()),
            asset: flag(matches!(entity.kind, Kind::Commodity | Kind::Currency)),
            index: flag(entity.kind == Kind::Index),
        }
    });
    each.collect()
}

/// Whether the entity stands at the beginning of a sentence, where its subject mostly does.
fn is_subject(document: &Document, entity: &Entity, s: usize) -> bool {
    let sentence = &document.sentences[s];
    let first = |spans: &[Span]| {
        spans.get(spans.partition_point(|m| m.start < sentence.span.start)).map_or(u32::MAX, |m| m.start)
    };
    let start = first(&entity.mentions).min(first(&entity.references));
    start < sentence.span.end && start - sentence.span.start < sentence.span.len() as u32 / 4
}
