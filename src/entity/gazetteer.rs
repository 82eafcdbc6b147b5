//! The table of known names, compiled at build time (`build.rs`) from the tables in `data/`.

use super::Kind;
use super::fold::fold;
use fst::raw::{Fst, Node, Output};
use std::fmt;

static NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"));
static ENTRIES: &str = include_str!(concat!(env!("OUT_DIR"), "/entries.tsv"));

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

impl Name {
    fn from_bits(bits: u64) -> Self {
        let flag = |flag| bits & flag != 0;
        Self {
            id: (bits >> 8) as Id,
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
    names: Fst<&'static [u8]>,
    /// Where each entry's line begins in [`ENTRIES`].
    lines: Vec<u32>,
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Gazetteer").field("entries", &self.len()).finish_non_exhaustive()
    }
}

impl Gazetteer {
    /// The table that is built in.
    pub fn embedded() -> Self {
        let names = Fst::new(NAMES).expect("the build script writes a sound automaton");
        let ends = ENTRIES.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(at, _)| at as u32 + 1);
        Self { names, lines: std::iter::once(0).chain(ends).collect() }
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.lines.len() - 1
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
            if let Some(bits) = self.names.get(&key) {
                return Some(Name::from_bits(bits.value()).id);
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
        let (start, end) = (self.lines[id as usize], self.lines[id as usize + 1] - 1);
        let mut fields = ENTRIES[start as usize..end as usize].split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let kind = match field() {
            "private" => Kind::Private,
            "index" => Kind::Index,
            "etf" => Kind::Etf,
            "commodity" => Kind::Commodity,
            "currency" => Kind::Currency,
            "crypto" => Kind::Crypto,
            _ => Kind::Company,
        };
        let mut some = || Some(field()).filter(|f| !f.is_empty());
        Entry { name: some().unwrap_or_default(), ticker: some(), exchange: some(), kind }
    }

    /// The entry listed under a ticker, on one market or, without one, where it is best known.
    pub(super) fn ticker(&self, ticker: &str, market: Option<&str>) -> Option<Id> {
        if ticker.is_empty() || ticker.len() > 12 {
            return None;
        }
        let key = match market {
            Some(market) => format!("\t{ticker}:{market}"),
            None => format!("\t{ticker}"),
        };
        self.names.get(key).map(|bits| Name::from_bits(bits.value()).id)
    }

    /// Begins to read a name letter by letter.
    pub(super) fn walk(&self) -> Walk<'_> {
        Walk { names: &self.names, node: self.names.root(), output: Output::zero() }
    }
}

/// A name being read.
pub(super) struct Walk<'a> {
    names: &'a Fst<&'static [u8]>,
    node: Node<'a>,
    output: Output,
}

impl Walk<'_> {
    /// Reads on; false if no name goes on like this.
    pub(super) fn step(&mut self, folded: &[u8]) -> bool {
        for &byte in folded {
            let Some(at) = self.node.find_input(byte) else { return false };
            let transition = self.node.transition(at);
            self.output = self.output.cat(transition.out);
            self.node = self.names.node(transition.addr);
        }
        true
    }

    /// The name that ends here.
    pub(super) fn name(&self) -> Option<Name> {
        self.node.is_final().then(|| Name::from_bits(self.output.cat(self.node.final_output()).value()))
    }
}
