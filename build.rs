//! Compiles the tables of names in `src/entity/data` into an automaton from folded name to entry, and a list of entries.

#[path = "src/entity/fold.rs"]
mod fold;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;
use std::{env, fs};

const TABLES: [&str; 3] = ["assets.tsv", "private.tsv", "companies.tsv"];

// What a name needs to count; `gazetteer.rs` reads these bits.
const AMBIGUOUS: u64 = 1;
const CAPITALS: u64 = 2;
const ANY_CASE: u64 = 4;
const FORMAL: u64 = 8;
const SMALL_INSIDE: u64 = 16;
const WORD: u64 = 32;

fn main() {
    let data = Path::new("src/entity/data");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/entity/fold.rs");

    let mut entries = String::new();
    let mut count = 0;
    let mut names = BTreeMap::new();
    let mut tickers = [BTreeMap::new(), BTreeMap::new(), BTreeMap::new()];
    for table in TABLES {
        let path = data.join(table);
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [kind, name, ticker, exchange, aliases] = fields[..] else {
                panic!("{table}: not five fields: {line}")
            };
            let mut listing = |ticker: &str, exchange: &str| {
                let rank = if market(exchange) == "US" { 0 } else { usize::from(kind != "crypto") + 1 };
                tickers[rank.min(2)].entry(format!("\t{ticker}")).or_insert(count);
                names.entry(format!("\t{ticker}:{}", market(exchange)).into_bytes()).or_insert(count << 8);
            };
            if !ticker.is_empty() {
                listing(ticker, exchange);
            }
            let mut add = vec![];
            for alias in aliases.split('|').filter(|a| !a.is_empty()) {
                match alias.strip_prefix('$').map(|a| a.split_once(':')) {
                    Some(Some((ticker, exchange))) => listing(ticker, exchange),
                    Some(None) => panic!("{table}: no exchange in {alias}"),
                    None => add.push(alias),
                }
            }
            for alias in add {
                let bare = alias.trim_start_matches(['?', '!', '=', '~']);
                let marks = &alias[..alias.len() - bare.len()];
                let flag = |mark: &str, flag| if marks.contains(mark) { flag } else { 0 };
                // "U.S. dollar" has a small word of its own, "Bank of America" only one that any name may have.
                let small = bare.split(' ').skip(1).any(|w| w.starts_with(char::is_lowercase) && w.len() > 3);
                let small = if small { SMALL_INSIDE } else { 0 };
                let flags = flag("?", AMBIGUOUS)
                    | flag("??", WORD)
                    | flag("=", CAPITALS)
                    | flag("~", ANY_CASE)
                    | flag("!", FORMAL)
                    | small;
                let mut key = vec![];
                fold::fold(bare, &mut key);
                match names.entry(key) {
                    Entry::Vacant(place) => _ = place.insert(count << 8 | flags),
                    // Two ways to write one name fold to one key; the first has its marks.
                    Entry::Occupied(place) if place.get() >> 8 == count => {}
                    Entry::Occupied(_) => panic!("{table}: {bare} stands twice"),
                }
            }
            entries += &format!("{kind}\t{name}\t{ticker}\t{exchange}\n");
            count += 1;
        }
    }
    // A ticker alone means the American listing, else the crypto asset, else the first.
    for (ticker, entry) in tickers.into_iter().flatten() {
        names.entry(ticker.into_bytes()).or_insert(entry << 8);
    }
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let map = fst::Map::from_iter(names).expect("a sorted map has no duplicates");
    fs::write(Path::new(&out).join("names.fst"), map.as_fst().as_bytes()).expect("OUT_DIR can be written");
    fs::write(Path::new(&out).join("entries.tsv"), entries).expect("OUT_DIR can be written");
}

/// American exchanges share their tickers.
fn market(exchange: &str) -> &str {
    match exchange {
        "NYSE" | "NASDAQ" | "AMEX" | "NYSE Arca" | "CBOE" | "OTC" => "US",
        other => other,
    }
}
