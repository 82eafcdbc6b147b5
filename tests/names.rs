//! Names in context with the right answer (`names.tsv`): precision and recall of what is found.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use tickertone::entity::{Entity, Gazetteer, find};
use tickertone::text::Document;

/// What must be right: the share of the found that is expected, and the share of the expected that is found.
const FLOOR: f64 = 0.95;

/// A line of the file.
struct Case {
    expected: Vec<String>,
    title: String,
    text: String,
}

fn cases() -> Vec<Case> {
    let lines = include_str!("names.tsv").lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let read = |line: &str| {
        let (expected, text) = line.split_once('\t').unwrap_or_else(|| panic!("no tab: {line}"));
        let text = text.trim_end().replace("\\n", "\n");
        let (title, text) = text.split_once(" || ").unwrap_or(("", &text));
        let expected = expected.split(';').filter(|&e| e != "-").map(String::from).collect();
        Case { expected, title: title.into(), text: text.into() }
    };
    lines.map(read).collect()
}

/// What an entity is called in the file: its ticker, else its name.
fn call(entity: &Entity) -> String {
    entity.ticker.clone().unwrap_or_else(|| entity.name.clone())
}

#[test]
fn names_in_context() {
    let gazetteer = Gazetteer::embedded();
    let cases = cases();
    let traps = cases.iter().filter(|c| c.expected.is_empty()).count();
    assert!(cases.len() >= 300 && traps * 2 >= cases.len(), "{} lines, {traps} traps", cases.len());
    let (mut right, mut found, mut expected) = (0, 0, 0);
    let mut wrong = String::new();
    for case in &cases {
        let head = if case.title.is_empty() { String::new() } else { format!("{}\n\n", case.title) };
        let text = format!("{head}{}", case.text);
        let got: Vec<String> =
            find(&gazetteer, &Document::read(&text, head.len(), false), &[]).iter().map(call).collect();
        let hits = case.expected.iter().filter(|e| got.contains(e)).count();
        if hits < case.expected.len() || hits < got.len() {
            wrong += &format!("expected {:?}, found {got:?}: {text}\n", case.expected);
        }
        right += hits;
        found += got.len();
        expected += case.expected.len();
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / expected as f64);
    assert!(precision >= FLOOR && recall >= FLOOR, "precision {precision:.3}, recall {recall:.3}:\n{wrong}");
}

/// Names of the table and of no table, with letters and signs of all kinds.
const NAMES: &[&str] = &[
    "Nestlé",
    "L'Oréal",
    "Société Générale",
    "Goldman Sachs",
    "Tesla",
    "Procter & Gamble",
    "Coca-Cola",
    "Deutsche Bank",
    "Halden Instruments",
    "Ørnsund Shipping",
    "Müller-Østby",
    "Quillo",
    "Škofja Metals",
    "Çelik Boru",
];

/// `text` in lines of at most `width` characters, as mail programs break them.
fn wrap(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out += word;
        column += length;
    }
    out
}

proptest! {
    /// A name is found where it stands, whole and with nothing more, whatever ends and breaks it.
    #[test]
    fn names_in_any_dress(
        name in prop::sample::select(NAMES),
        space in prop::sample::select(&[" ", "\u{a0}"][..]),
        possessive in prop::sample::select(&["'s", "’s"][..]),
        (open, close) in prop::sample::select(&[("", ""), ("“", "”"), ("\"", "\""), ("‘", "’")][..]),
        before in prop::sample::select(&["", "Ärger: ", "株式 ", "🚀 ", "Été. "][..]),
        width in 60..100usize,
    ) {
        let written = name.replace(' ', space);
        let text = wrap(&format!(
            "{before}It was {open}a surprise to nearly everybody in the city last week, as shares of {written} rose by a \
             tenth before noon and {written}{possessive} quarterly revenue fell by a third{close}, which few of those who \
             follow it from day to day had thought likely."
        ), width);
        let found = find(&Gazetteer::embedded(), &Document::read(&text, 0, false), &[]);
        let mentions: Vec<&str> = found.iter().flat_map(|e| e.mentions.iter().map(|m| m.of(&text))).collect();
        let mentions: Vec<String> = mentions.iter().map(|m| m.replace('\n', " ")).collect();
        prop_assert_eq!(mentions, [written.as_str(), written.as_str()], "{}", text);
        let places: Vec<usize> = text.replace('\n', " ").match_indices(&written).map(|m| m.0).collect();
        let starts: Vec<usize> = found[0].mentions.iter().map(|m| m.start as usize).collect();
        prop_assert_eq!(starts, places);
    }
}
