//! Why the score is what it is: contributions gathered into phrases, and what is said of how they are meant.

pub mod phrases;
mod punctuation;
pub mod tags;

pub use phrases::{Part, Phrase, Run, phrases};
pub use tags::{Manner, REACH, Tag, manner, tags};
