//! tickertone: how good or bad a piece of financial news is, for whom, and by which phrases.

pub mod entity;
pub mod error;
pub mod model;
pub mod report;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use error::{Error, MAX_BYTES};
pub use report::{Label, Report, Unit};

use entity::Gazetteer;
use text::Document;

/// What to ask of the engine besides the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A title that stands apart from the text.
    pub title: Option<String>,
    /// Names to score besides those that are found.
    pub targets: Vec<String>,
    /// The unit of the report's spans.
    pub offsets: Unit,
    /// Keep repeated paragraphs instead of ignoring them.
    pub duplicates: bool,
}

/// The engine: a model and a table of names, ready to read articles.
#[derive(Debug)]
pub struct Analyzer {
    gazetteer: Gazetteer,
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// The engine with the model and names that are built in.
    pub fn new() -> Self {
        Self { gazetteer: Gazetteer::embedded() }
    }

    /// Name and version of the model.
    pub fn model(&self) -> &str {
        "stub-0"
    }

    /// Reads a text.
    pub fn analyze(&self, text: &str) -> Result<Report, Error> {
        self.analyze_with(text, &Options::default())
    }

    /// Reads a text with options.
    pub fn analyze_with(&self, text: &str, options: &Options) -> Result<Report, Error> {
        // A stand-in while the engine is being built: the shape of the record, and no judgement.
        let document = Document::read(text, 0, options.duplicates);
        let none = report::Probabilities { negative: 0.25, neutral: 0.5, positive: 0.25 };
        let entities = entity::find(&self.gazetteer, &document, &options.targets);
        Ok(Report {
            schema: report::SCHEMA,
            model: self.model().into(),
            offsets: options.offsets,
            score: 0.0,
            label: Label::Neutral,
            probabilities: none,
            confidence: 0.0,
            mixed: false,
            entities: entities
                .into_iter()
                .map(|e| report::Entity {
                    name: e.name,
                    ticker: e.ticker,
                    exchange: e.exchange,
                    kind: e.kind,
                    score: 0.0,
                    label: Label::Neutral,
                    probabilities: none,
                    relevance: 0.5,
                    mentions: vec![],
                    readthrough: false,
                    highlights: vec![],
                    rest: 0.0,
                })
                .collect(),
            highlights: vec![],
            rest: 0.0,
            sentences: vec![],
            ignored: vec![],
            words: 0,
        })
    }
}
