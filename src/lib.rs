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
//! The rooms know only those to their left: [`text`] ← {[`entity`], [`model`]} ← [`explain`] ← [`aggregate`] ← [`report`] ←
//! [`Analyzer`]. docs/ARCHITECTURE.md follows one article through them.

pub mod aggregate;
pub mod analyzer;
pub mod entity;
pub mod error;
pub mod explain;
pub mod model;
pub mod report;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analyzer::{Analyzer, Options};
pub use error::{Error, MAX_BYTES, MAX_TARGET, MAX_TARGETS};
pub use report::{Label, Report, Unit};

/// The README's example, to be run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
