//! tickertone reads a financial news article and says how good or bad the news is: overall, for each company or asset
//! named, and by which phrases. The phrases' weights are the arithmetic of the score.
//!
//! ```
//! let analyzer = tickertone::Analyzer::new();
//! let report = analyzer.analyze("Acme beat estimates and raised its full-year outlook.")?;
//! assert!(report.score > 0.0);
//! let sum: f64 = report.highlights.iter().map(|h| h.weight).sum();
//! assert!((report.score - sum - report.rest).abs() < 1e-6);
//! # Ok::<(), tickertone::Error>(())
//! ```
//!
//! What is documented here is what versions promise to keep. The rooms behind it (text ← {entity, model} ← explain ← aggregate ←
//! report ← analyzer; docs/ARCHITECTURE.md follows one article through them) can be reached by this project's own programs and
//! change at any time.

#[doc(hidden)]
pub mod aggregate;
#[doc(hidden)]
pub mod analyzer;
#[doc(hidden)]
pub mod entity;
mod error;
#[doc(hidden)]
pub mod explain;
#[doc(hidden)]
pub mod model;
pub mod report;
#[doc(hidden)]
pub mod text;
#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod wasm;

pub use analyzer::{Analyzer, Options};
pub use error::{Error, MAX_BYTES, MAX_TARGET, MAX_TARGETS};
pub use report::{Label, Report, Unit};

/// The README's example, to be run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
