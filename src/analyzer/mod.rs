//! The engine: the only composer of all rooms.

mod kept;
pub mod masks;
mod options;
pub mod outline;
mod places;
pub mod presence;
pub mod reading;

pub use options::Options;

use crate::aggregate::{self, Line};
use crate::entity::alias;
use crate::entity::{self, Gazetteer};
use crate::error::{Error, MAX_BYTES, MAX_TARGET, MAX_TARGETS};
use crate::explain::{self, Part, Phrase, Run};
use crate::model::{Change, EMBEDDED, Model, Reading, fold::folded};
use crate::report::{self, Report, Unit};
use crate::text::{Document, Kind, Span};
use kept::Kept;
use outline::Outline;
use places::{Places, Verdict, round, round_weight};
use std::borrow::Cow;

/// The engine: a model and a table of names, ready to read articles. It does not change; share it among threads.
///
/// ```
/// let analyzer = tickertone::Analyzer::new();
/// std::thread::scope(|scope| {
///     for text in ["Sales rose.", "Sales plunged."] {
///         scope.spawn(|| analyzer.analyze(text));
///     }
/// });
/// ```
#[derive(Debug)]
pub struct Analyzer {
    gazetteer: Gazetteer,
    model: Model,
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// The engine with the model and the names that are built in.
    ///
    /// ```
    /// assert!(tickertone::Analyzer::new().analyze("Profit plunged.")?.score < 0.0);
    /// # Ok::<(), tickertone::Error>(())
    /// ```
    pub fn new() -> Self {
        Self::from_bytes(EMBEDDED).expect("the built-in model is tested to be read")
    }

    /// The engine with another weights file.
    ///
    /// # Errors
    /// [`Error::Model`] if the bytes are not a weights file of this version, or are damaged.
    ///
    /// ```
    /// use tickertone::{Analyzer, Error};
    ///
    /// assert!(matches!(Analyzer::from_bytes(b"no weights"), Err(Error::Model { .. })));
    /// ```
    pub fn from_bytes(model: &[u8]) -> Result<Self, Error> {
        Ok(Self { gazetteer: Gazetteer::embedded(), model: Model::from_bytes(model)? })
    }

    /// Name and version of the model.
    ///
    /// ```
    /// assert!(tickertone::Analyzer::new().model().starts_with("tone-"));
    /// ```
    pub fn model(&self) -> &str {
        &self.model.name
    }

    /// Reads a text.
    ///
    /// # Errors
    /// [`Error::TooLong`] if it is longer than [`MAX_BYTES`].
    ///
    /// ```
    /// let report = tickertone::Analyzer::new().analyze("Net loss narrowed to $1 million from $3 million.")?;
    /// assert!(report.score > 0.1);
    /// # Ok::<(), tickertone::Error>(())
    /// ```
    pub fn analyze(&self, text: &str) -> Result<Report, Error> {
        self.analyze_with(text, &Options::default())
    }

    /// Reads a text with a title, targets and the like.
    ///
    /// # Errors
    /// [`Error::TooLong`] if text and title are together longer than [`MAX_BYTES`]; [`Error::Options`] if there are more than
    /// [`MAX_TARGETS`] targets or one is longer than [`MAX_TARGET`] bytes; [`Error::Model`] if the weights, given by the caller,
    /// grow beyond all numbers on this text.
    ///
    /// ```
    /// use tickertone::{Analyzer, Options};
    ///
    /// let options = Options::new().title("Kiwi Robotics beats estimates").target("Kiwi Robotics");
    /// let report = Analyzer::new().analyze_with("It also raised its outlook.", &options)?;
    /// assert!(report.entities.iter().any(|e| e.name == "Kiwi Robotics" && e.score > 0.0));
    /// # Ok::<(), tickertone::Error>(())
    /// ```
    pub fn analyze_with(&self, text: &str, options: &Options) -> Result<Report, Error> {
        let title = options.title.as_deref().filter(|t| !t.is_empty());
        let bytes = text.len() + title.map_or(0, str::len);
        if bytes > MAX_BYTES {
            return Err(Error::TooLong { bytes });
        }
        // One buffer for both, so that no room but the edge need know of titles.
        let buffer = title.map_or(Cow::Borrowed(text), |t| Cow::Owned(format!("{t}\n\n{text}")));
        let head = buffer.len() - text.len();
        let places = Places::new(&buffer, head, options.offsets);
        let kept = Kept::new(&options.keep);
        let document = Document::read_with(&buffer, head, options.duplicates, &|span| kept.touches(places.span(span)));
        let names = alias::names(&options.targets, &options.aliases);
        bounded(&names)?;
        let mut entities = entity::find(&self.gazetteer, &document, &names);
        alias::unite(&mut entities, &options.aliases);
        keep_to_fields(&mut entities, head);
        let sentences = reading::read(&self.model, &document, &entities);
        if !sentences.iter().all(reading::Sentence::is_finite) {
            return Err(Error::Model { reason: "its numbers grow beyond what can be computed".into() });
        }
        Ok(Answer::new(&self.model, &document, &entities, &sentences).report(&places, options.offsets))
    }
}

/// Refuses targets that would take more than a bounded time for each byte of the text.
fn bounded(targets: &[String]) -> Result<(), Error> {
    let reason = if targets.len() > MAX_TARGETS {
        format!("{} targets are given; at most {MAX_TARGETS} are looked for: ask in several calls", targets.len())
    } else if let Some(long) = targets.iter().find(|t| t.len() > MAX_TARGET) {
        format!("a target is {} bytes long; at most {MAX_TARGET} are looked for: shorten it", long.len())
    } else {
        return Ok(());
    };
    Err(Error::Options { reason })
}

/// Takes out what stands neither in the title nor in the text but across the line feeds that we put between them, which
/// end at `head` (0: none). Only a target that holds a line feed itself can.
fn keep_to_fields(entities: &mut Vec<entity::Entity>, head: usize) {
    let across = |m: &Span| (m.start as usize) < head && m.end as usize + 2 > head;
    entities.retain_mut(|e| {
        let named = !e.mentions.is_empty();
        e.mentions.retain(|m| !across(m));
        !named || !e.mentions.is_empty()
    });
}

/// Everything known of a document, before it is put into the caller's terms.
struct Answer<'a> {
    model: &'a Model,
    document: &'a Document<'a>,
    entities: &'a [entity::Entity],
    sentences: &'a [reading::Sentence],
    outline: Outline,
    /// The weight of each sentence in the document's score.
    weights: Vec<f32>,
    /// The document's score taken apart, then each entity's.
    runs: Vec<Run>,
    phrases: Vec<Phrase>,
}

impl<'a> Answer<'a> {
    fn new(
        model: &'a Model,
        document: &'a Document,
        entities: &'a [entity::Entity],
        sentences: &'a [reading::Sentence],
    ) -> Self {
        let outline = Outline::new(document, sentences, entities);
        let weights = aggregate::weights(&outline.lines, &model.fitted.document);
        let part = |sentence, weight: f32, reading: &Reading| Part {
            sentence,
            weight: f64::from(weight),
            contributions: reading.contributions.iter().map(|&c| f64::from(weight) * f64::from(c)).collect(),
        };
        let whole = sentences.iter().enumerate().map(|(s, sentence)| part(s, weights[s], &sentence.whole)).collect();
        let mut runs = vec![Run { parts: whole }];
        for e in 0..entities.len() {
            let lines: Vec<Line> = outline.of(e, sentences).map(|(_, _, line)| line).collect();
            let weights = aggregate::weights(&lines, &model.fitted.entity);
            let parts = outline.of(e, sentences).zip(weights).map(|((s, reading, _), w)| part(s, w, reading)).collect();
            runs.push(Run { parts });
        }
        let words: Vec<Vec<Span>> = sentences.iter().map(|s| s.words.clone()).collect();
        let phrases = explain::phrases(document.text, &words, &runs);
        Self { model, document, entities, sentences, outline, weights, runs, phrases }
    }

    fn report(&self, places: &Places, offsets: Unit) -> Report {
        let odds = self.model.fitted.probabilities.map(f64::from);
        let verdict = Verdict::new(self.runs[0].score(), odds);
        let words = self.document.tokens.iter().filter(|t| t.kind != Kind::Sign).count();
        let (positive, negative) =
            aggregate::sides(self.runs[0].parts.iter().flat_map(|p| p.contributions.iter().copied()));
        let fitted = &self.model.fitted;
        let highlights: Vec<_> = self.phrases.iter().map(|p| self.highlight(p, places)).collect();
        let rest = round_weight(verdict.score - highlights.iter().map(|h| h.weight).sum::<f64>());
        let entities = self.shares().into_iter().enumerate().map(|(e, shares)| self.entity(e, shares, places, odds));
        let mut entities: Vec<_> = entities.collect();
        entities.sort_by(|a, b| b.relevance.total_cmp(&a.relevance));
        Report {
            schema: report::SCHEMA,
            model: self.model.name.clone(),
            offsets,
            score: verdict.score,
            label: verdict.label,
            probabilities: verdict.probabilities,
            confidence: round(aggregate::confidence(verdict.score, positive, negative, words, &fitted.confidence)),
            mixed: aggregate::mixed(positive, negative, fitted.mixed[0], fitted.mixed[1]),
            entities,
            highlights,
            rest,
            sentences: (0..self.sentences.len()).map(|s| self.sentence(s, places)).collect(),
            ignored: self
                .document
                .ignored
                .iter()
                .map(|&(span, reason)| report::Ignored { span: places.span(span), text: places.text(span), reason })
                .collect(),
            words: words as u32,
        }
    }

    fn highlight(&self, phrase: &Phrase, places: &Places) -> report::Highlight {
        let sentence = &self.sentences[phrase.sentence];
        let span = sentence.words[phrase.words.start].join(sentence.words[phrase.words.end - 1]);
        // Only the words about the phrase can tag it; a long sentence may hold hundreds of phrases.
        let from = phrase.words.start.saturating_sub(explain::REACH);
        let to = (phrase.words.end + explain::REACH).min(sentence.words.len());
        let folded: Vec<String> = sentence.words[from..to].iter().map(|w| folded(w.of(self.document.text))).collect();
        let weight = phrase.weights.iter().find(|w| w.0 == 0).map_or(0.0, |w| w.1);
        report::Highlight {
            span: places.span(span),
            text: places.text(span),
            weight: round_weight(weight),
            sentence: phrase.sentence as u32,
            tags: explain::tags(
                &folded,
                |i| sentence.changes.get(from + i).is_some_and(|&c| c != Change::None),
                phrase.words.start - from..phrase.words.end - from,
            ),
        }
    }

    /// For each entity its shares of the phrases.
    fn shares(&self) -> Vec<Vec<report::Share>> {
        let mut out = vec![vec![]; self.entities.len()];
        for (i, phrase) in self.phrases.iter().enumerate() {
            for &(run, weight) in phrase.weights.iter().filter(|w| w.0 > 0) {
                let weight = round_weight(weight);
                if weight != 0.0 {
                    out[run - 1].push(report::Share { highlight: i as u32, weight });
                }
            }
        }
        out
    }

    fn entity(&self, e: usize, highlights: Vec<report::Share>, places: &Places, odds: [f64; 2]) -> report::Entity {
        let entity = &self.entities[e];
        let verdict = Verdict::new(self.runs[e + 1].score(), odds);
        let named = &self.outline.named[e];
        report::Entity {
            name: entity.name.clone(),
            ticker: entity.ticker.clone(),
            exchange: entity.exchange.clone(),
            kind: entity.kind,
            score: verdict.score,
            label: verdict.label,
            probabilities: verdict.probabilities,
            relevance: round(if named.is_empty() { 0.0 } else { self.outline.presence[e].relevance() }),
            mentions: entity.mentions.iter().map(|&m| places.span(m)).collect(),
            readthrough: !named.is_empty() && named.iter().all(|&s| self.outline.readthrough[s]),
            rest: round_weight(verdict.score - highlights.iter().map(|h| h.weight).sum::<f64>()),
            highlights,
        }
    }

    fn sentence(&self, s: usize, places: &Places) -> report::Sentence {
        let score = round(f64::from(self.sentences[s].whole.score));
        report::Sentence {
            span: places.span(self.document.sentences[s].span),
            score,
            weight: round_weight(f64::from(self.weights[s])),
            label: report::Label::of(score),
            forecast: self.outline.lines[s].forecast,
            hedged: self.outline.lines[s].hedged,
        }
    }
}
