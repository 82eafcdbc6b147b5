//! The record that every host returns. Data only, no logic.
//!
//! ```
//! let report = tickertone::Analyzer::new().analyze("Tesla’s sales plunged. Bolt Motors raised its outlook.")?;
//! for entity in &report.entities {
//!     println!("{} ({:?}): {:+.2}, {:?}", entity.name, entity.ticker, entity.score, entity.label);
//!     for share in &entity.highlights {
//!         println!("  {:+.3} {}", share.weight, report.highlights[share.highlight as usize].text);
//!     }
//! }
//! # assert!(report.entities.iter().any(|e| e.ticker.as_deref() == Some("TSLA")));
//! # Ok::<(), tickertone::Error>(())
//! ```

pub use crate::aggregate::{Label, Probabilities, THRESHOLDS, alpha_vantage};
pub use crate::entity::Kind;
pub use crate::explain::Tag;
pub use crate::text::Reason;

use serde::{Deserialize, Serialize};

/// The version of this record's shape.
///
/// ```
/// assert_eq!(tickertone::Analyzer::new().analyze("Profit rose.")?.schema, tickertone::report::SCHEMA);
/// # Ok::<(), tickertone::Error>(())
/// ```
pub const SCHEMA: u32 = 1;

/// The unit of every span of a report.
///
/// ```
/// use tickertone::{Analyzer, Options, Unit};
///
/// let text = "L’Oréal’s profit rose.";
/// let report = Analyzer::new().analyze_with(text, &Options::new().offsets(Unit::Utf16))?;
/// assert_eq!(report.sentences[0].span.end as usize, text.encode_utf16().count());
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Unit {
    /// Bytes of UTF-8, as Rust strings count.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16 code units, as JavaScript strings count.
    #[serde(rename = "utf-16")]
    Utf16,
}

/// The part of the input that a span lies in.
///
/// ```
/// use tickertone::{Analyzer, Options, report::Field};
///
/// let report = Analyzer::new().analyze_with("It gave no reason.", &Options::new().title("Acme cuts outlook"))?;
/// assert_eq!(report.sentences[0].span.field, Some(Field::Title));
/// assert_eq!(report.sentences[1].span.field, None);
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Field {
    /// The title that was given apart.
    Title,
}

/// A half-open range of the text given (or of its title), in the report's [`Unit`].
///
/// ```
/// let text = "Costs grew. Sales plunged.";
/// let report = tickertone::Analyzer::new().analyze(text)?;
/// let span = report.sentences[1].span;
/// assert_eq!(&text[span.start as usize..span.end as usize], "Sales plunged.");
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// `Title` when it lies in the title; absent for the text.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(test, ts(optional))]
    pub field: Option<Field>,
}

/// A phrase and its share of the score.
///
/// ```
/// let report = tickertone::Analyzer::new().analyze("Acme raised its outlook.")?;
/// let strongest = report.highlights.iter().max_by(|a, b| a.weight.abs().total_cmp(&b.weight.abs())).unwrap();
/// assert!(strongest.weight > 0.0 && strongest.text.contains("raised"));
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Highlight {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// The text under the span.
    pub text: String,
    /// Its signed share of the document's score, in points of score; near 0 if it matters to an entity only.
    pub weight: f64,
    /// Index into [`Report::sentences`].
    pub sentence: u32,
    /// What else is true of it.
    pub tags: Vec<Tag>,
}

/// A highlight's share of an entity's score.
///
/// ```
/// let report = tickertone::Analyzer::new().analyze("Tesla raised its outlook.")?;
/// let tesla = &report.entities[0];
/// let strongest = tesla.highlights.iter().max_by(|a, b| a.weight.total_cmp(&b.weight)).unwrap();
/// assert!(report.highlights[strongest.highlight as usize].text.contains("raised"));
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Share {
    /// Index into [`Report::highlights`].
    pub highlight: u32,
    /// Signed, in points of the entity's score.
    pub weight: f64,
}

/// A company or asset and what the text says of it.
///
/// ```
/// let report = tickertone::Analyzer::new().analyze("Tesla (NASDAQ: TSLA) raised its outlook.")?;
/// let tesla = &report.entities[0];
/// assert_eq!((tesla.ticker.as_deref(), tesla.exchange.as_deref()), (Some("TSLA"), Some("NASDAQ")));
/// let sum: f64 = tesla.highlights.iter().map(|h| h.weight).sum();
/// assert!((tesla.score - sum - tesla.rest).abs() < 1e-6);
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Entity {
    /// The canonical name, or the brand, subsidiary or former name that the text uses alone; for a target exactly the target.
    pub name: String,
    /// Bare symbol: TSLA, 7203, BTC, SPX.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(test, ts(optional))]
    pub ticker: Option<String>,
    /// NASDAQ, NYSE, XETRA, TSE ...
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(test, ts(optional))]
    pub exchange: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// In [-1, 1]: good or bad news for it.
    pub score: f64,
    /// The score in words.
    pub label: Label,
    /// Chances of the three classes.
    pub probabilities: Probabilities,
    /// In [0, 1]: how much of the article, title and lead counting more, concerns it.
    pub relevance: f64,
    /// Where it is named, ascending; where it is only meant ("the company", "it") is not among them.
    pub mentions: Vec<Span>,
    /// Whether only second-order statements ("a setback for rivals such as ...") touch it.
    pub readthrough: bool,
    /// `score = Σ highlights.weight + rest`.
    pub highlights: Vec<Share>,
    /// What the highlights leave over.
    pub rest: f64,
}

/// A sentence and its share of the score.
///
/// ```
/// let report = tickertone::Analyzer::new().analyze("Costs grew. Profit may rise.")?;
/// let sum: f64 = report.sentences.iter().map(|s| s.weight * s.score).sum();
/// assert!((report.score - sum).abs() < 1e-3);
/// assert!(report.sentences[1].hedged);
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Sentence {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its own score in [-1, 1].
    pub score: f64,
    /// Its share of the document's attention, in [0, 1]: the document's score is `Σ weight · score`.
    pub weight: f64,
    /// Its score in words.
    pub label: Label,
    /// Whether it speaks of the future.
    pub forecast: bool,
    /// Whether it is hedged.
    pub hedged: bool,
}

/// A piece of text that counts for nothing.
///
/// ```
/// use tickertone::report::Reason;
///
/// let report = tickertone::Analyzer::new().analyze("Profit rose.\n\nShare this article")?;
/// assert_eq!((report.ignored[0].text.as_str(), report.ignored[0].reason), ("Share this article", Reason::Share));
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Ignored {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// The text under the span.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

/// What tickertone says of an article.
///
/// ```
/// let report = tickertone::Analyzer::new().analyze("Acme beat estimates and raised its full-year outlook.")?;
/// let json = serde_json::to_string(&report)?;
/// assert_eq!(serde_json::from_str::<tickertone::Report>(&json)?, report);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Report {
    /// Version of this record's shape.
    pub schema: u32,
    /// Name and version of the model.
    pub model: String,
    /// The unit of all spans.
    pub offsets: Unit,
    /// In [-1, 1].
    pub score: f64,
    /// The score in words.
    pub label: Label,
    /// Chances of the three classes.
    pub probabilities: Probabilities,
    /// In [0, 1]: the chance that the label's sign is right.
    pub confidence: f64,
    /// Whether real good and bad news are both present.
    pub mixed: bool,
    /// By falling relevance.
    pub entities: Vec<Entity>,
    /// In the order of the text, title first, without overlap.
    pub highlights: Vec<Highlight>,
    /// What the highlights leave over: `score = Σ highlights.weight + rest`.
    pub rest: f64,
    /// In the order of the text, title first.
    pub sentences: Vec<Sentence>,
    /// In the order of the text.
    pub ignored: Vec<Ignored>,
    /// Words that were read: those of the sentences, not of what is ignored.
    pub words: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use ts_rs::{Config, TS};

    /// The record as TypeScript, made from these types. tests/browser/types.test.mjs holds the client's own declarations,
    /// which say more to people, against it.
    #[test]
    fn the_record_in_typescript_is_up_to_date() {
        fn declared<T: TS>(config: &Config) -> String {
            format!("export {}\n", T::decl(config))
        }
        let each = [
            declared::<Report>,
            declared::<Entity>,
            declared::<Highlight>,
            declared::<Share>,
            declared::<Sentence>,
            declared::<Ignored>,
            declared::<Span>,
            declared::<Field>,
            declared::<Unit>,
            declared::<Label>,
            declared::<Probabilities>,
            declared::<Kind>,
            declared::<Tag>,
            declared::<Reason>,
        ];
        let config = Config::default();
        let made: String = each.iter().map(|declared| declared(&config)).collect();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/record.d.ts");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap();
        assert_eq!(
            made, kept,
            "the record has changed: run UPDATE=1 cargo test, then bring www/client/index.d.ts after it"
        );
    }
}
