//! Who the text is about: names, tickers and assets, found and linked. Knows the text room only.

pub mod alias;
mod candidate;
mod classifier;
mod code;
mod context;
mod cue;
mod evidence;
mod fold;
pub mod gazetteer;
mod group;
mod introduce;
pub mod link;
mod listing;
mod mention;
mod reference;
mod run;
mod shape;
mod spread;
mod symbol;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod unknown;
mod words;

pub use candidate::Candidate;
pub use gazetteer::{Entry, Gazetteer};
pub use link::{Entity, candidates, find};

use serde::{Deserialize, Serialize};

impl Kind {
    /// Whether it is a company, listed or not.
    pub(crate) fn is_firm(self) -> bool {
        matches!(self, Self::Company | Self::Private)
    }
}

/// A set or map of `items`, which go in one after the other: the `collect` of a B-tree sorts them first, and the code of a
/// sort for each kind of item weighs much in the download.
fn gathered<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut out = C::default();
    out.extend(items);
    out
}

/// What kind of thing an entity is.
///
/// ```
/// use tickertone::report::Kind;
///
/// let report = tickertone::Analyzer::new().analyze("Bitcoin rose while Tesla fell.")?;
/// let kind = |name| report.entities.iter().find(|e| e.name == name).map(|e| e.kind);
/// assert_eq!((kind("Bitcoin"), kind("Tesla")), (Some(Kind::Crypto), Some(Kind::Company)));
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Kind {
    /// A listed company, or one that only the text knows.
    Company,
    /// A company that is not listed.
    Private,
    /// A stock, bond or volatility index.
    Index,
    /// An exchange-traded fund.
    Etf,
    /// Oil, gold, wheat.
    Commodity,
    /// The dollar, sterling, EUR/USD.
    Currency,
    /// Bitcoin, Ether.
    Crypto,
    /// A name that the user asked for and that the table does not hold.
    Custom,
}
