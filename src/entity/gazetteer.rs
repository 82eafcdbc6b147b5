//! The table of known names, compiled at build time.

use super::Kind;

/// A known entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The name to report.
    pub name: &'a str,
    /// The bare symbol (TSLA, 7203, BTC, SPX).
    pub ticker: Option<&'a str>,
    /// Where it is listed (NASDAQ, NYSE, XETRA, TSE).
    pub exchange: Option<&'a str>,
    /// What it is.
    pub kind: Kind,
}

/// The table of known names.
#[derive(Debug)]
pub struct Gazetteer;

impl Gazetteer {
    /// The table that is built in.
    pub fn embedded() -> Self {
        Self
    }
}
