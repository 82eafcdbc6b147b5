//! The table of known names, compiled at build time (`build.rs`) from the tables in `data/`.

use super::Kind;
use super::fold::fold;
use super::table::{Listing, Table, table};
use std::fmt;
use std::ops::Range;

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

/// The number of an entry in the table.
pub(super) type Id = u32;

/// What the table says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) id: Id,
    /// Not only this: counts unless it is part of a longer name.
    pub(super) ambiguous: bool,
    /// An ordinary word too: a capital that a sentence's begin or a title asks for says nothing.
    pub(super) word: bool,
    /// Counts in capitals only.
    pub(super) capitals: bool,
    /// Counts in lower case too.
    pub(super) any_case: bool,
    /// Counts with a legal form or a ticker only.
    pub(super) formal: bool,
    /// Has a small word inside, as in "U.S. dollar".
    pub(super) small_inside: bool,
}

/// The bit of a name that is reported and never found.
const SILENT: u8 = 128;

impl Name {
    fn new((marks, id): (u8, Id)) -> Self {
        let flag = |flag| marks & flag != 0;
        Self {
            id,
            ambiguous: flag(1),
            word: flag(32),
            capitals: flag(2),
            any_case: flag(4),
            formal: flag(8),
            small_inside: flag(16),
        }
    }
}

/// The table of known names.
pub struct Gazetteer {
    table: &'static Table,
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Gazetteer").field("entries", &self.len()).finish_non_exhaustive()
    }
}

impl Gazetteer {
    /// The table that is built in.
    pub fn embedded() -> Self {
        Self { table: table() }
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry of a name or ticker in full, with or without a legal form behind it ("Apple", "Apple Inc.", "TSLA").
    pub fn look_up(&self, name: &str) -> Option<Entry<'static>> {
        self.resolve(name).map(|id| self.entry(id))
    }

    pub(super) fn resolve(&self, name: &str) -> Option<Id> {
        let mut rest = name.trim();
        let mut key = vec![];
        loop {
            key.clear();
            fold(rest, &mut key);
            let mut walk = self.walk();
            if walk.step(&key) && walk.ends() {
                return Some(self.table.marks(walk.names.start).1);
            }
            match super::words::without_legal_form(rest) {
                Some(shorter) => rest = shorter,
                None => break,
            }
        }
        let ticker = name.trim().trim_start_matches('$');
        if ticker.bytes().any(|b| b.is_ascii_lowercase()) { None } else { self.ticker(ticker, None) }
    }

    pub(super) fn entry(&self, id: Id) -> Entry<'static> {
        let (name, listing) = self.table.entry(id);
        let some = |text: &'static str| Some(text).filter(|t| !t.is_empty());
        Entry { name, ticker: some(listing.ticker), exchange: some(listing.exchange), kind: listing.kind }
    }

    /// The entry listed under a ticker, on one market or, without one, where it is best known: a large company on
    /// the American market, else a crypto or other asset, else a small one there, else any.
    pub(super) fn ticker(&self, ticker: &str, market: Option<&str>) -> Option<Id> {
        let rank = |listing: &&Listing| match market_of(listing.exchange) {
            "US" if !listing.small => 0,
            _ if listing.kind == Kind::Crypto => 1,
            _ if listing.kind != Kind::Company => 2,
            "US" => 3,
            _ => 4,
        };
        let listings = self.table.listings(ticker);
        match market {
            Some(market) => listings.filter(|l| market_of(l.exchange) == market).min_by_key(|l| (l.small, l.entry)),
            None => listings.min_by_key(|l| (rank(l), l.entry)),
        }
        .map(|listing| listing.entry)
    }

    /// Whether a ticker is one of an entry's.
    pub(super) fn is_listed(&self, ticker: &str, id: Id) -> bool {
        self.table.listings(ticker).any(|l| l.entry == id)
    }

    /// Where an entry is listed under a ticker, on one market or on any.
    pub(super) fn exchange(&self, ticker: &str, market: Option<&str>, id: Id) -> Option<&'static str> {
        let fits = |l: &&Listing| l.entry == id && market.is_none_or(|market| market_of(l.exchange) == market);
        self.table.listings(ticker).find(fits).map(|l| l.exchange).filter(|exchange| !exchange.is_empty())
    }

    /// What a former company was renamed to.
    pub(super) fn successor(&self, id: Id) -> Option<Id> {
        self.table.successor(id)
    }

    /// Begins to read a name letter by letter.
    pub(super) fn walk(&self) -> Walk<'_> {
        Walk { table: self.table, names: self.table.names(), depth: 0 }
    }
}

/// American exchanges share their tickers.
fn market_of(exchange: &str) -> &str {
    match exchange {
        "NYSE" | "NASDAQ" | "AMEX" | "NYSE Arca" | "CBOE" | "OTC" => "US",
        other => other,
    }
}

/// A name being read.
pub(super) struct Walk<'a> {
    table: &'a Table,
    /// The names that begin with what was read, of which there are `depth` bytes.
    names: Range<usize>,
    depth: usize,
}

impl Walk<'_> {
    /// Reads on; false if no name goes on like this.
    pub(super) fn step(&mut self, folded: &[u8]) -> bool {
        self.names = self.table.narrow(self.names.clone(), self.depth, folded);
        self.depth += folded.len();
        !self.names.is_empty()
    }

    /// Whether a name ends here.
    fn ends(&self) -> bool {
        self.depth > 0 && !self.names.is_empty() && self.table.name(self.names.start).len() == self.depth
    }

    /// The name that ends here.
    pub(super) fn name(&self) -> Option<Name> {
        let marks = Some(self.names.start).filter(|_| self.ends()).map(|name| self.table.marks(name));
        marks.filter(|(marks, _)| marks & SILENT == 0).map(Name::new)
    }
}
