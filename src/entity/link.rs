//! Mentions of one thing, under whatever name, brought together.

use super::{Gazetteer, Kind};
use crate::text::{Document, Span};

/// Somebody or something that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The canonical name; for a target exactly the target.
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
}

/// The entities of a document in the order of their first mention, and the targets that stand in it.
pub fn find(_gazetteer: &Gazetteer, document: &Document, targets: &[String]) -> Vec<Entity> {
    targets
        .iter()
        .filter(|t| !t.is_empty() && document.text.contains(t.as_str()))
        .map(|t| Entity {
            name: t.clone(),
            ticker: None,
            exchange: None,
            kind: Kind::Custom,
            target: true,
            mentions: document.text.match_indices(t.as_str()).map(|(at, s)| Span::new(at, at + s.len())).collect(),
        })
        .collect()
}
