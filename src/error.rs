//! The one error type. Each message says what was wrong, the limit, and what to do.

/// The longest text that is read, title included, in bytes: 4 MiB.
///
/// ```
/// use tickertone::{Analyzer, Error, MAX_BYTES};
///
/// let text = "a".repeat(MAX_BYTES + 1);
/// assert_eq!(Analyzer::new().analyze(&text), Err(Error::TooLong { bytes: MAX_BYTES + 1 }));
/// ```
pub const MAX_BYTES: usize = 4 << 20;

/// What can go wrong.
///
/// ```
/// let error = tickertone::Analyzer::from_bytes(b"no model").unwrap_err();
/// assert!(error.to_string().starts_with("not a usable model"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text and its title are together longer than [`MAX_BYTES`].
    #[error("the text is {bytes} bytes long; at most {MAX_BYTES} (4 MiB) are read: split it into articles")]
    TooLong {
        /// Bytes of title and text.
        bytes: usize,
    },
    /// The bytes given are not a model that this version reads.
    #[error("not a usable model: {reason}; use the weights file that belongs to this version")]
    Model {
        /// What is wrong with them.
        reason: String,
    },
    /// What was asked for besides the text is more than is done.
    #[error("{reason}")]
    Options {
        /// What is too much, the limit, and what to do.
        reason: String,
    },
}

/// The most names that are looked for in one text.
///
/// ```
/// use tickertone::{Analyzer, Error, MAX_TARGETS, Options};
///
/// let options = (0..=MAX_TARGETS).fold(Options::new(), |options, n| options.target(format!("Acme {n}")));
/// assert!(matches!(Analyzer::new().analyze_with("", &options), Err(Error::Options { .. })));
/// ```
pub const MAX_TARGETS: usize = 1000;

/// The longest name that is looked for, in bytes.
///
/// ```
/// use tickertone::{Analyzer, Error, MAX_TARGET, Options};
///
/// let options = Options::new().target("a".repeat(MAX_TARGET + 1));
/// assert!(matches!(Analyzer::new().analyze_with("", &options), Err(Error::Options { .. })));
/// ```
pub const MAX_TARGET: usize = 200;

impl Error {
    /// A stable word for programs: `TooLong`, `Model` or `Options`.
    ///
    /// ```
    /// let error = tickertone::Error::TooLong { bytes: 5_000_000 };
    /// assert_eq!(error.code(), "TooLong");
    /// ```
    pub fn code(&self) -> &'static str {
        match self {
            Error::TooLong { .. } => "TooLong",
            Error::Model { .. } => "Model",
            Error::Options { .. } => "Options",
        }
    }
}
