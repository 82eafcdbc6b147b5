//! What the text is: spans, offsets, boilerplate, sentences, tokens. Knows nothing of the other rooms.

pub mod clean;
pub mod document;
pub mod offsets;
pub mod sentence;
pub mod span;
pub mod token;

pub use clean::{Block, Clean, Reason, clean};
pub use document::{Document, Sentence};
pub use offsets::Offsets;
pub use sentence::sentences;
pub use span::Span;
pub use token::{Kind, Token, tokenize};
