//! Sentences laid out for weighing: the document's, and those that name an entity.

use super::presence::presence;
use super::reading::Sentence;
use crate::aggregate::{self, Line, Presence};
use crate::entity::Entity;
use crate::model::Reading;
use crate::text::Document;

/// What the sentences are weighed by.
#[derive(Clone, Debug)]
pub struct Outline {
    /// One a sentence, for the document.
    pub lines: Vec<Line>,
    /// For each entity the sentences that name it, ascending.
    pub named: Vec<Vec<usize>>,
    /// For each sentence whether it speaks of what an event at somebody means for others.
    pub readthrough: Vec<bool>,
    /// For each entity how it stands in the document.
    pub presence: Vec<Presence>,
}

impl Outline {
    /// The outline of a document with these entities.
    pub fn new(document: &Document, sentences: &[Sentence], entities: &[Entity]) -> Self {
        let mut named = vec![vec![]; entities.len()];
        for (s, sentence) in sentences.iter().enumerate() {
            sentence.entities.iter().for_each(|(e, _)| named[*e].push(s));
        }
        // A pasted article begins with its headline.
        let apart = document.sentences.first().is_some_and(|s| s.title);
        let mut place = 0;
        let each = document.sentences.iter().zip(sentences).map(|(at, read)| {
            let title = at.title || (!apart && at.block == 0 && at.heading);
            let line = Line {
                title,
                place,
                heading: at.heading,
                forecast: read.manner.forecast,
                hedged: read.manner.hedged,
                subject: false,
                score: read.whole.score,
                attention: read.whole.attention,
            };
            place += usize::from(!title);
            line
        });
        let mut lines: Vec<Line> = each.collect();
        let presence = presence(document, &lines, entities, &named);
        if let Some(subject) = aggregate::main_subject(&presence, &named) {
            named[subject].iter().for_each(|&s| lines[s].subject = true);
        }
        Self { lines, named, readthrough: readthrough(document, sentences), presence }
    }

    /// The sentences that name an entity, what is read in them for it, and what they are weighed by for it.
    pub fn of<'a>(
        &'a self,
        entity: usize,
        sentences: &'a [Sentence],
    ) -> impl Iterator<Item = (usize, &'a Reading, Line)> {
        self.named[entity].iter().map(move |&s| {
            let of_it = sentences[s].entities.iter().find(|r| r.0 == entity);
            let reading = &of_it.expect("the sentence names it").1;
            (s, reading, Line { score: reading.score, attention: reading.attention, ..self.lines[s] })
        })
    }
}

/// Which sentences are read-through: those that say so, and those under a heading that does.
fn readthrough(document: &Document, sentences: &[Sentence]) -> Vec<bool> {
    let mut under = false;
    let each = document.sentences.iter().zip(sentences).map(|(at, read)| {
        if at.heading {
            under = read.manner.second_order && !at.title;
        }
        under || read.manner.readthrough
    });
    each.collect()
}
