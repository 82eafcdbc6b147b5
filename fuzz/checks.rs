//! What must hold for any bytes: called by the fuzz targets, and by tests/replay.rs on the corpora that they left.
#![allow(dead_code, reason = "every fuzz target calls one of them")]

use crate::common;
use std::sync::OnceLock;
use tickertone::{Analyzer, Error, MAX_TARGET, MAX_TARGETS, Options, Report, Unit};

fn analyzer() -> &'static Analyzer {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    ANALYZER.get_or_init(Analyzer::new)
}

/// Every number is finite: JSON has no other, and would hold `null`.
fn finite(report: &Report) {
    let json = serde_json::to_string(report).expect("a record is valid JSON");
    serde_json::from_str::<Report>(&json).expect("every number of the record is finite");
}

/// Any text gives a sound report, twice the same.
pub(crate) fn text(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let report = analyzer().analyze(&text).expect("a short text is read");
    common::check(&report, &text, "");
    finite(&report);
    assert_eq!(analyzer().analyze(&text).as_ref(), Ok(&report));
}

/// Any options give a sound report or say what is too much. Lines: flags, title, targets until an empty line; then the text.
pub(crate) fn options(data: &[u8]) {
    let data = String::from_utf8_lossy(data);
    let (head, text) = data.split_once("\n\n").unwrap_or((&data, ""));
    let mut lines = head.split('\n');
    let flags = lines.next().unwrap_or_default().bytes().next().unwrap_or_default();
    let mut options = Options::default();
    options.offsets = if flags & 1 == 0 { Unit::Utf8 } else { Unit::Utf16 };
    options.duplicates = flags & 2 == 0;
    options.title = lines.next().map(String::from);
    options.targets = lines.map(String::from).collect();
    let title = options.title.clone().unwrap_or_default();
    match analyzer().analyze_with(text, &options) {
        Ok(report) => {
            if options.offsets == Unit::Utf8 {
                common::check(&report, text, &title);
            }
            finite(&report);
        }
        Err(Error::Options { .. }) => {
            assert!(options.targets.len() > MAX_TARGETS || options.targets.iter().any(|t| t.len() > MAX_TARGET));
        }
        Err(other) => panic!("{other}"),
    }
}

/// Any bytes behind a right checksum are a model that reads, or an error.
pub(crate) fn model(data: &[u8]) {
    const TEXT: &str = "Profit at Tesla rose to $3 million from $2 million, but Boeing’s outlook fell. It may recover.";
    let rest = data.get(16..).unwrap_or_default();
    let mut bytes = data.get(..12).unwrap_or(data).to_vec();
    bytes.extend(checksum(rest).to_le_bytes());
    bytes.extend(rest);
    for bytes in [data, &bytes] {
        match Analyzer::from_bytes(bytes).and_then(|analyzer| analyzer.analyze(TEXT)) {
            Ok(report) => finite(&report),
            Err(Error::Model { reason }) => assert!(!reason.is_empty()),
            Err(other) => panic!("{other}"),
        }
    }
}

/// Adler-32 (RFC 1950), which stands in the file's head.
fn checksum(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1, 0), |(a, b), &byte| {
        let a = (a + u32::from(byte)) % 65521;
        (a, (b + a) % 65521)
    });
    b << 16 | a
}
