//! From sentences to answers: one for the document, one for each entity.

pub mod confidence;
pub mod document;
pub mod label;
pub mod relevance;

pub use confidence::{confidence, mixed, sides};
pub use document::{Line, weights};
pub use label::{Label, Probabilities, THRESHOLDS, alpha_vantage};
pub use relevance::{Presence, main_subject};
