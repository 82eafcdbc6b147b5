//! Compiles the tables of names in `src/entity/data` into columns that compress well; `src/entity/table.rs` reads them.
//!
//! `names.txt`: every name in the order of its folded form. A byte below 32 says how many bytes are those of the name
//! before, the rest follows. `marks.bin`: what each needs to count. The name to report of an entry numbers the entries;
//! `owners.bin` says of every other name how many entries back or ahead its own is. `codes.bin`: for each entry the line
//! of `codes.tsv` with its kind and exchange; `tickers.txt` holds the tickers of one line after those of another.
//! `further.tsv`: the further listings. `successors.tsv`: former companies and what they were renamed to.

#[path = "src/entity/fold.rs"]
mod fold;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;
use std::{env, fs};

const TABLES: [&str; 3] = ["assets.tsv", "private.tsv", "companies.tsv"];

// What a name needs to count; `gazetteer.rs` reads these bits.
const AMBIGUOUS: u8 = 1;
const CAPITALS: u8 = 2;
const ANY_CASE: u8 = 4;
const FORMAL: u8 = 8;
const SMALL_INSIDE: u8 = 16;
const WORD: u8 = 32;
// It is the one to report; it is only reported, never found.
const REPORTED: u8 = 64;
const SILENT: u8 = 128;

/// The longest beginning that a name shares with the one before, in bytes.
const SHARED: usize = 31;

/// A name as it is written, what it needs, and whose it is.
struct Name<'a> {
    text: &'a str,
    marks: u8,
    owner: usize,
}

/// A line of a table.
struct Row<'a> {
    code: usize,
    ticker: &'a str,
}

/// The tables while they are read.
#[derive(Default)]
struct Tables<'a> {
    /// By folded form; a second one of the same form is silent.
    names: BTreeMap<(Vec<u8>, usize), Name<'a>>,
    rows: Vec<Row<'a>>,
    codes: Vec<(&'a str, &'a str)>,
    /// Ticker, exchange and entry of the listings that are not reported.
    further: Vec<(&'a str, &'a str, usize)>,
    /// The entry of a former company, and the name that it has now.
    successors: Vec<(usize, &'a str)>,
}

impl<'a> Tables<'a> {
    fn read(&mut self, line: &'a str) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, name, ticker, exchange, aliases] = fields[..] else { panic!("not five fields: {line}") };
        let owner = self.rows.len();
        let code = self.code(kind, exchange);
        self.rows.push(Row { code, ticker });
        let mut reported = None;
        for alias in aliases.split('|').filter(|a| !a.is_empty()) {
            if let Some(listing) = alias.strip_prefix('$') {
                let (ticker, exchange) = listing.split_once(':').unwrap_or_else(|| panic!("no exchange in {alias}"));
                self.further.push((ticker, exchange, owner));
                continue;
            }
            if let Some(successor) = alias.strip_prefix('>') {
                self.successors.push((owner, successor));
                continue;
            }
            let bare = alias.trim_start_matches(['?', '!', '=', '~']);
            let key = folded(bare);
            match self.names.entry((key.clone(), 0)) {
                Entry::Vacant(place) => {
                    let marks = marks(&alias[..alias.len() - bare.len()], bare);
                    place.insert(Name { text: bare, marks, owner });
                }
                // Two ways to write one name fold to one key; the first has its marks, and may be written as the other, too.
                Entry::Occupied(mut place) if place.get().owner == owner => {
                    place.get_mut().marks |= marks("", bare) & SMALL_INSIDE;
                }
                Entry::Occupied(_) => panic!("{bare} stands twice: {line}"),
            }
            if key == folded(name) {
                reported = Some((key, 0));
            }
        }
        match reported.and_then(|key| self.names.get_mut(&key)) {
            Some(place) => {
                place.text = name;
                place.marks |= REPORTED;
            }
            None => {
                let place = Name { text: name, marks: REPORTED | SILENT, owner };
                self.names.insert((folded(name), owner + 1), place);
            }
        }
    }

    fn code(&mut self, kind: &'a str, exchange: &'a str) -> usize {
        let known = self.codes.iter().position(|&code| code == (kind, exchange));
        known.unwrap_or_else(|| {
            self.codes.push((kind, exchange));
            self.codes.len() - 1
        })
    }

    fn write(&self, out: &Path) {
        let reported = |name: &&Name| name.marks & REPORTED != 0;
        let order: Vec<usize> = self.names.values().filter(reported).map(|name| name.owner).collect();
        let mut number = vec![0; order.len()];
        order.iter().enumerate().for_each(|(i, &owner)| number[owner] = i);

        let (mut names, mut marks, mut owners) = (vec![], vec![], vec![]);
        let (mut before, mut entries) = ("", 0);
        for name in self.names.values() {
            let shared = shared(before, name.text);
            names.push(shared as u8);
            names.extend_from_slice(&name.text.as_bytes()[shared..]);
            marks.push(name.marks);
            if reported(&name) {
                entries += 1;
            } else {
                push_distance(&mut owners, number[name.owner] as i32 - entries);
            }
            before = name.text;
        }
        let code = |&owner: &usize| self.rows[owner].code;
        let mut tickers = String::new();
        for of in 0..self.codes.len() {
            order
                .iter()
                .filter(|owner| code(owner) == of)
                .for_each(|&o| tickers += &format!("{}\n", self.rows[o].ticker));
        }
        let mut further: Vec<_> = self.further.iter().map(|&(t, exchange, o)| (exchange, number[o], t)).collect();
        further.sort_unstable();
        let further: String = further.iter().map(|(e, number, t)| format!("{t}\t{e}\t{number}\n")).collect();
        let named = |name: &str| self.names.get(&(folded(name), 0)).unwrap_or_else(|| panic!("no successor {name}"));
        let successors = self.successors.iter();
        let successors: String =
            successors.map(|&(o, name)| format!("{}\t{}\n", number[o], number[named(name).owner])).collect();
        let codes: String = self.codes.iter().map(|(kind, exchange)| format!("{kind}\t{exchange}\n")).collect();
        let write = |file, bytes: &[u8]| fs::write(out.join(file), bytes).expect("OUT_DIR can be written");
        write("names.txt", &names);
        write("marks.bin", &marks);
        write("owners.bin", &owners);
        write("codes.bin", &order.iter().map(|o| code(o) as u8).collect::<Vec<_>>());
        write("codes.tsv", codes.as_bytes());
        write("tickers.txt", tickers.as_bytes());
        write("further.tsv", further.as_bytes());
        write("successors.tsv", successors.as_bytes());
    }
}

fn main() {
    let data = Path::new("src/entity/data");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/entity/fold.rs");
    let texts = TABLES.map(|table| {
        let path = data.join(table);
        println!("cargo::rerun-if-changed={}", path.display());
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    });
    let mut tables = Tables::default();
    for line in texts.iter().flat_map(|text| text.lines()).filter(|l| !l.is_empty() && !l.starts_with('#')) {
        tables.read(line);
    }
    tables.write(Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")));
}

fn folded(name: &str) -> Vec<u8> {
    let mut out = vec![];
    fold::fold(name, &mut out);
    out
}

/// What the marks before a name and its letters ask for.
fn marks(signs: &str, bare: &str) -> u8 {
    let flag = |sign: &str, flag| if signs.contains(sign) { flag } else { 0 };
    // "U.S. dollar" has a small word of its own, "Bank of America" only one that any name may have.
    let small = bare.split(' ').skip(1).any(|w| w.starts_with(char::is_lowercase) && w.len() > 3);
    flag("?", AMBIGUOUS)
        | flag("??", WORD)
        | flag("=", CAPITALS)
        | flag("~", ANY_CASE)
        | flag("!", FORMAL)
        | if small { SMALL_INSIDE } else { 0 }
}

/// How many bytes two names have in common at their beginning, to a letter's end.
fn shared(before: &str, name: &str) -> usize {
    let same = before.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count().min(SHARED);
    (0..=same).rev().find(|&at| name.is_char_boundary(at)).unwrap_or(0)
}

/// A distance of either sign, seven bits a byte, the lowest first.
fn push_distance(out: &mut Vec<u8>, distance: i32) {
    let mut rest = (distance << 1 ^ distance >> 31) as u32;
    while rest > 127 {
        out.push(rest as u8 | 128);
        rest >>= 7;
    }
    out.push(rest as u8);
}
