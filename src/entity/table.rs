//! The compiled table of names (`build.rs` says how it is written), taken apart once.

use super::Kind;
use super::fold::fold;
use fnv::FnvHasher;
use std::hash::Hasher;
use std::ops::Range;
use std::sync::OnceLock;

macro_rules! compiled {
    ($include:ident, $file:literal) => {
        $include!(concat!(env!("OUT_DIR"), "/", $file))
    };
}

static NAMES: &str = compiled!(include_str, "names.txt");
static MARKS: &[u8] = compiled!(include_bytes, "marks.bin");
static OWNERS: &[u8] = compiled!(include_bytes, "owners.bin");
static CODES: &[u8] = compiled!(include_bytes, "codes.bin");
static KINDS: &str = compiled!(include_str, "codes.tsv");
static TICKERS: &str = compiled!(include_str, "tickers.txt");
static FURTHER: &str = compiled!(include_str, "further.tsv");
static SUCCESSORS: &str = compiled!(include_str, "successors.tsv");

/// The mark of a name that is the one to report.
const REPORTED: u8 = 64;
/// Places in the index of tickers; several for each, a power of two.
const SLOTS: usize = 1 << 16;

/// A listing of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listing {
    pub(super) ticker: &'static str,
    pub(super) exchange: &'static str,
    pub(super) kind: Kind,
    /// Of a company so small, or gone, that another of that ticker is likelier meant.
    pub(super) small: bool,
    pub(super) entry: u32,
}

/// The table in memory.
pub(super) struct Table {
    /// The folded names, ascending, one behind the other, and where each ends.
    folded: Vec<u8>,
    ends: Vec<u32>,
    /// The entry of each name.
    owners: Vec<u32>,
    /// What is reported of each entry, and the listing of it; further listings stand behind those of the entries.
    reported: String,
    reported_ends: Vec<u32>,
    listings: Vec<Listing>,
    /// The number of a listing plus one, from where its ticker's hash points on.
    slots: Vec<u16>,
    /// Where the names begin that begin with a byte.
    begins: [u32; 257],
    /// Former companies and what they were renamed to.
    successors: Vec<(u32, u32)>,
}

/// The table, read when it is first asked for.
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::read)
}

impl Table {
    fn read() -> Self {
        let mut table = Self {
            folded: Vec::with_capacity(2 * NAMES.len()),
            ends: Vec::with_capacity(MARKS.len()),
            owners: Vec::with_capacity(MARKS.len()),
            reported: String::with_capacity(2 * NAMES.len()),
            reported_ends: Vec::with_capacity(CODES.len()),
            listings: vec![],
            slots: vec![0; SLOTS],
            begins: [0; 257],
            successors: vec![],
        };
        table.read_names();
        table.read_listings();
        let number = |text: &str| text.parse().ok();
        let pair = |line: &str| line.split_once('\t').and_then(|(a, b)| number(a).zip(number(b)));
        table.successors = SUCCESSORS.lines().filter_map(pair).collect();
        table
    }

    fn read_names(&mut self) {
        let (mut rest, mut owners) = (NAMES, OWNERS);
        let mut name = String::new();
        let mut entries = 0;
        for &marks in MARKS {
            // What is kept of the name before, as a control character; then what is new, which the build script cuts off
            // between letters.
            let (kept, new) = (rest.as_bytes()[0], &rest[1..]);
            let end = new.bytes().position(|b| b < 32).unwrap_or(new.len());
            name.truncate(kept.into());
            name.push_str(&new[..end]);
            rest = &new[end..];
            fold(&name, &mut self.folded);
            self.ends.push(self.folded.len() as u32);
            if marks & REPORTED != 0 {
                self.owners.push(entries);
                entries += 1;
                self.reported.push_str(&name);
                self.reported_ends.push(self.reported.len() as u32);
            } else {
                self.owners.push(entries.wrapping_add_signed(distance(&mut owners)));
            }
        }
        let first: Vec<u8> = (0..self.ends.len()).map(|i| self.name(i).first().copied().unwrap_or(0)).collect();
        for byte in 0..257 {
            self.begins[byte] = first.partition_point(|&b| usize::from(b) < byte) as u32;
        }
    }

    fn read_listings(&mut self) {
        let codes: Vec<(&str, &str)> = KINDS.lines().filter_map(|l| l.split_once('\t')).collect();
        // Where the tickers of each code begin.
        let mut count = vec![0; codes.len()];
        CODES.iter().for_each(|&code| count[code as usize] += 1);
        let tickers: Vec<&str> = TICKERS.lines().collect();
        let mut next: Vec<usize> = count.iter().scan(0, |sum, n| Some(std::mem::replace(sum, *sum + n))).collect();
        for (entry, &code) in CODES.iter().enumerate() {
            let (written, exchange) = codes[code as usize];
            let ticker = tickers[next[code as usize]];
            next[code as usize] += 1;
            let (kind, small) = (kind(written), written == "small");
            self.listings.push(Listing { ticker, exchange, kind, small, entry: entry as u32 });
        }
        for line in FURTHER.lines() {
            let mut fields = line.split('\t');
            let (Some(ticker), Some(exchange), Some(Ok(entry))) =
                (fields.next(), fields.next(), fields.next().map(str::parse::<u32>))
            else {
                continue;
            };
            self.listings.push(Listing { ticker, exchange, ..self.listings[entry as usize] });
        }
        for (i, listing) in self.listings.iter().enumerate().filter(|(_, l)| !l.ticker.is_empty()) {
            let mut slot = hash(listing.ticker);
            while self.slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            self.slots[slot] = i as u16 + 1;
        }
    }

    /// The number of entries.
    pub(super) fn len(&self) -> usize {
        self.reported_ends.len()
    }

    /// What is reported of an entry, and its first listing.
    pub(super) fn entry(&self, entry: u32) -> (&str, Listing) {
        let at = entry as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.reported_ends[before]) as usize;
        (&self.reported[start..self.reported_ends[at] as usize], self.listings[at])
    }

    /// What a former company was renamed to.
    pub(super) fn successor(&self, entry: u32) -> Option<u32> {
        self.successors.iter().find(|(former, _)| *former == entry).map(|(_, now)| *now)
    }

    /// The listings under a ticker.
    pub(super) fn listings<'a>(&'a self, ticker: &'a str) -> impl Iterator<Item = &'a Listing> {
        let slots = (hash(ticker)..).map(|slot| self.slots[slot % SLOTS]);
        let listings = slots.take_while(|&slot| slot != 0).map(|slot| &self.listings[usize::from(slot) - 1]);
        listings.filter(move |listing| listing.ticker == ticker)
    }

    /// The numbers of all names.
    pub(super) fn names(&self) -> Range<usize> {
        0..self.ends.len()
    }

    /// Name `i` in its folded form.
    pub(super) fn name(&self, i: usize) -> &[u8] {
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
        &self.folded[start..self.ends[i] as usize]
    }

    /// The marks of name `i`, and its entry.
    pub(super) fn marks(&self, i: usize) -> (u8, u32) {
        (MARKS[i], self.owners[i])
    }

    /// Those of the names `within`, which agree in their first `depth` bytes, that go on with `next`.
    pub(super) fn narrow(&self, within: Range<usize>, depth: usize, next: &[u8]) -> Range<usize> {
        let within = match next.first() {
            Some(&byte) if depth == 0 => {
                let byte = usize::from(byte);
                self.begins[byte] as usize..self.begins[byte + 1] as usize
            }
            _ => within,
        };
        let rest = |i: usize| {
            let rest = &self.name(i)[depth..];
            &rest[..rest.len().min(next.len())]
        };
        let start = partition(within.clone(), |i| rest(i) < next);
        start..partition(start..within.end, |i| rest(i) <= next)
    }
}

/// The first of `range` that does not hold; all that hold stand before it.
fn partition(range: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

fn kind(written: &str) -> Kind {
    match written {
        "private" => Kind::Private,
        "index" => Kind::Index,
        "etf" => Kind::Etf,
        "commodity" => Kind::Commodity,
        "currency" => Kind::Currency,
        "crypto" => Kind::Crypto,
        _ => Kind::Company,
    }
}

/// Where the index of tickers is entered.
fn hash(ticker: &str) -> usize {
    let mut hasher = FnvHasher::default();
    hasher.write(ticker.as_bytes());
    hasher.finish() as usize % SLOTS
}

/// Takes a distance as the build script writes it.
fn distance(bytes: &mut &[u8]) -> i32 {
    let mut value = 0_u32;
    let mut shift = 0;
    while let [first, rest @ ..] = *bytes {
        *bytes = rest;
        value |= u32::from(first & 127) << shift;
        shift += 7;
        if *first < 128 {
            break;
        }
    }
    (value >> 1) as i32 ^ -((value & 1) as i32)
}
