//! What the network says of each sentence: of the whole, and for each entity named in it.

use super::masks::{flags, masks, within};
use crate::entity::Entity;
use crate::explain::{Manner, manner};
use crate::model::{Change, Features, Model, Reading, Scratch, relation};
use crate::text::{Document, Span};

/// A sentence, read.
#[derive(Debug)]
pub struct Sentence {
    /// Its words, masked names as one word each, ascending.
    pub words: Vec<Span>,
    /// What becomes of the figures among the words; empty where no figures are compared.
    pub changes: Vec<Change>,
    /// How it speaks.
    pub manner: Manner,
    /// What it says as a whole, by word.
    pub whole: Reading,
    /// What it says for each entity that it names: index into the entities, and the reading by word.
    pub entities: Vec<(usize, Reading)>,
}

impl Sentence {
    /// Whether every number is one. With weights that training made they are.
    pub fn is_finite(&self) -> bool {
        let mut readings = std::iter::once(&self.whole).chain(self.entities.iter().map(|(_, reading)| reading));
        readings.all(|r| r.score.is_finite() && r.attention.is_finite())
    }
}

/// The most entities of one sentence that it is read for one by one; what it says for the others is what it says as a whole.
/// Lists of names are longer, but say little of each, and reading them all would cost time without bound.
const MOST_ENTITIES: usize = 16;

/// Reads all sentences of a document.
pub fn read(model: &Model, document: &Document, entities: &[Entity]) -> Vec<Sentence> {
    let masks = masks(entities);
    let mut named = vec![vec![]; document.sentences.len()];
    for (e, entity) in entities.iter().enumerate() {
        for mention in entity.mentions.iter().chain(&entity.references) {
            let s = document.sentences.partition_point(|s| s.span.end <= mention.start);
            if s < named.len() && document.sentences[s].span.overlaps(*mention) && named[s].last() != Some(&e) {
                named[s].push(e);
            }
        }
    }
    let mut features = Features::default();
    let mut scratch = Scratch::default();
    let mut relations = vec![];
    let mut folded: Vec<String> = vec![];
    let sentences = document.sentences.iter().zip(named).map(|(sentence, named)| {
        let tokens = document.tokens_of(sentence);
        features.read(document.text, tokens, within(&masks, sentence.span, |m| m.span), &model.vocabulary);
        folded.clear();
        folded.extend(tokens.iter().map(|t| crate::model::fold::folded(t.span.of(document.text))));
        model.network.begin(&features, &mut scratch);
        let mut finish = |relations: &[u8]| {
            let mut out = Reading::default();
            model.network.finish(relations, &mut scratch, &mut out);
            by_word(&features.spans, &mut out.contributions);
            out
        };
        relations.clear();
        relations.resize(features.len(), relation::WHOLE);
        let whole = finish(&relations);
        // The caller's own names first.
        let (mut order, others): (Vec<usize>, Vec<usize>) = named.iter().partition(|&&e| entities[e].target);
        order.extend(others);
        order.truncate(MOST_ENTITIES);
        let entities = named.into_iter().map(|e| {
            if !order.contains(&e) {
                return (e, whole.clone());
            }
            let mentions = within(&entities[e].mentions, sentence.span, |&m| m);
            let references = within(&entities[e].references, sentence.span, |&m| m);
            let mentions = if mentions.is_empty() { references } else { mentions };
            model.relations.of(&features.ids, &flags(&features.spans, mentions), &mut relations);
            (e, finish(&relations))
        });
        let entities = entities.collect();
        let mut words = features.spans.clone();
        words.dedup();
        let compared = features.changes.iter().any(|&c| c != 0);
        let changes = if compared { changes(&features) } else { vec![] };
        Sentence { words, changes, manner: manner(&folded), whole, entities }
    });
    sentences.collect()
}

/// Adds the contributions of the pieces of one word up.
fn by_word(spans: &[Span], contributions: &mut Vec<f32>) {
    let mut words = 0;
    for i in 0..spans.len() {
        if i > 0 && spans[i] == spans[i - 1] {
            contributions[words - 1] += contributions[i];
        } else {
            contributions[words] = contributions[i];
            words += 1;
        }
    }
    contributions.truncate(words);
}

fn changes(features: &Features) -> Vec<Change> {
    let firsts = (0..features.len()).filter(|&i| i == 0 || features.spans[i] != features.spans[i - 1]);
    firsts.map(|i| Change::from(features.changes[i])).collect()
}
