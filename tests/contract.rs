//! What every report promises, on articles and on the edge of what can be read.
#![cfg(not(target_arch = "wasm32"))]

mod cases;
mod common;

use cases::CASES;
use common::check;
use std::path::PathBuf;
use tickertone::report::{Field, Reason, Span, Unit};
use tickertone::{Analyzer, Error, Label, MAX_BYTES, Options, Report};

const ARTICLE: &str = "Harbour Robotics beats forecasts but warns on tariffs

Harbour Robotics reported record quarterly profit of EUR 31.4 million, compared with EUR 22.9 million a year earlier, as \
orders from Siemens and Volkswagen surged.

The company raised its full-year revenue guidance. “We are sold out until spring,” its chief executive said.

However, it warned that new tariffs could cut margins by two percentage points, and its shares fell 4% in Frankfurt. \
Analysts at two banks kept their Buy ratings.";

fn analyzer() -> &'static Analyzer {
    static ANALYZER: std::sync::OnceLock<Analyzer> = std::sync::OnceLock::new();
    ANALYZER.get_or_init(Analyzer::new)
}

fn read(text: &str) -> Report {
    analyzer().analyze(text).expect("a report")
}

#[test]
fn highlights_are_the_arithmetic_of_the_score() {
    let report = read(ARTICLE);
    check(&report, ARTICLE, "");
    assert!(report.highlights.iter().any(|h| h.weight > 0.0) && report.highlights.iter().any(|h| h.weight < 0.0));
    assert!(report.entities.iter().any(|e| !e.highlights.is_empty()));
}

#[test]
fn spans_fit_in_both_units_and_both_fields() {
    let title = "“Résumé” 👍 profit soars at Siemens";
    let options = Options::new().title(title).target("Résumé");
    let bytes = analyzer().analyze_with(ARTICLE, &options).unwrap();
    check(&bytes, ARTICLE, title);
    assert!(bytes.highlights.iter().any(|h| h.span.field == Some(Field::Title)));
    let units = analyzer().analyze_with(ARTICLE, &options.offsets(Unit::Utf16)).unwrap();
    assert_eq!(bytes.highlights.len(), units.highlights.len());
    let utf16 = |s: &str| s.encode_utf16().collect::<Vec<_>>();
    for h in &units.highlights {
        let field = if h.span.field.is_some() { title } else { ARTICLE };
        let slice = &utf16(field)[h.span.start as usize..h.span.end as usize];
        assert_eq!(String::from_utf16_lossy(slice), h.text);
    }
    assert!(bytes.entities.iter().any(|e| e.name == "Résumé"));
}

#[test]
fn nothing_stands_across_title_and_text() {
    let targets = ["profit\n", "\nSales", "profit\n\nSales", "profit"];
    let options = targets.into_iter().fold(Options::new().title("Record profit"), Options::target);
    let report = analyzer().analyze_with("Sales rose.", &options).unwrap();
    check(&report, "Sales rose.", "Record profit");
    assert_eq!(report.entities.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["profit"]);
}

#[test]
fn length_does_not_drift() {
    let once = read(ARTICLE);
    let tenfold = [ARTICLE; 10].join("\n\n");
    let kept = Options::new().duplicates(true);
    let repeated = analyzer().analyze_with(&tenfold, &kept).unwrap();
    assert!((once.score - repeated.score).abs() <= 0.05, "{} became {}", once.score, repeated.score);
    check(&repeated, &tenfold, "");

    // Without the heading: only whole paragraphs of eight words or more are taken for repeats.
    let paragraphs = ARTICLE.split_once("\n\n").unwrap().1;
    let once = read(paragraphs);
    let tenfold = [paragraphs; 10].join("\n\n");
    let ignored = read(&tenfold);
    assert_eq!(ignored.score, once.score);
    assert_eq!(ignored.ignored.iter().filter(|i| i.reason == Reason::Duplicate).count(), 9 * 3);
}

#[test]
fn what_is_to_be_kept_is_read_and_nothing_else_changes() {
    let repeat = ARTICLE.split_once("\n\n").unwrap().1;
    let text = format!("“Más” 👍 | Home | Markets\n\n{ARTICLE}\n\n{repeat}\n\nBy Jane Roe\n\nSubscribe now");
    for offsets in [Unit::Utf8, Unit::Utf16] {
        let read = |keep: Vec<_>| analyzer().analyze_with(&text, &Options::new().offsets(offsets).keep(keep)).unwrap();
        let before = read(vec![]);
        assert!(before.ignored.len() > 4);
        for i in 0..before.ignored.len() {
            let after = read(vec![before.ignored[i].span]);
            let mut left = before.ignored.clone();
            left.remove(i);
            assert_eq!(after.ignored, left);
            assert!(after.words > before.words);
        }
        let all = read(before.ignored.iter().rev().map(|i| i.span).collect());
        assert_eq!(all.ignored, []);
        let nothing = Span { start: 3, end: 3, field: None };
        assert_eq!(read(vec![nothing]), before);
    }
}

#[test]
fn whose_name_it_is_does_not_matter() {
    let companies = ["Nvidia", "Siemens", "Toyota", "Pfizer", "Walmart", "HSBC", "Infosys", "Boeing"];
    let of = |name: &str| {
        read(&format!(
            "{name} cut its full-year outlook after quarterly sales fell 6%, and analysts said {name} may lose market share. \
             The dividend was kept."
        ))
        .score
    };
    let scores: Vec<f64> = companies.iter().map(|c| of(c)).collect();
    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
    let off: Vec<f64> = scores.iter().map(|s| (s - mean).abs()).collect();
    assert!(off.iter().all(|&d| d <= 0.05), "{scores:?}");
    assert!(off.iter().sum::<f64>() / off.len() as f64 <= 0.01, "{scores:?}");
}

#[test]
fn the_same_text_gives_the_same_report() {
    assert_eq!(read(ARTICLE), read(ARTICLE));
    assert_eq!(read(ARTICLE), Analyzer::new().analyze(ARTICLE).unwrap());
}

#[test]
fn nothing_to_read_is_neutral() {
    for text in ["", " \n\t", "\u{feff}", "…!?"] {
        let report = read(text);
        assert_eq!((report.score, report.words, report.confidence), (0.0, 0, 0.0), "{text:?}");
        assert_eq!(report.label, Label::Neutral);
        check(&report, text, "");
    }
    assert_eq!(read("Profit").words, 1);
}

#[test]
fn only_so_much_is_read() {
    let two = "The company raised its outlook after strong orders. ".repeat(40_000);
    check(&read(&two), &two, "");
    let five = "x ".repeat(5 << 19);
    assert_eq!(analyzer().analyze(&five), Err(Error::TooLong { bytes: five.len() }));
    let message = Error::TooLong { bytes: five.len() }.to_string();
    assert!(message.contains("5242880") && message.contains(&MAX_BYTES.to_string()), "{message}");
    let title = Options::new().title("x".repeat(MAX_BYTES));
    assert!(analyzer().analyze_with("x", &title).is_err());
}

#[test]
fn a_damaged_model_is_refused_with_a_reason() {
    let good = tickertone::model::EMBEDDED;
    assert!(Analyzer::from_bytes(good).is_ok());
    for bytes in [vec![], b"hello world, no model".to_vec(), good[..good.len() / 2].to_vec(), {
        let mut flipped = good.to_vec();
        flipped[good.len() / 3] ^= 1;
        flipped
    }] {
        let error = Analyzer::from_bytes(&bytes).unwrap_err();
        assert_eq!(error.code(), "Model");
        assert!(error.to_string().contains("not a usable model"), "{error}");
    }
}

#[test]
fn an_empty_title_is_no_title() {
    let empty = Options::new().title("");
    assert_eq!(analyzer().analyze_with(ARTICLE, &empty).unwrap(), read(ARTICLE));
}

/// The reports of tests/cases, which the WebAssembly tests compare with theirs. `UPDATE=1 cargo test` writes them anew.
#[test]
fn the_cases_read_as_recorded() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap())
        .filter(|e| e.file_type().unwrap().is_dir())
        .map(|e| e.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    assert_eq!(folders, CASES.iter().map(|c| c.name).collect::<Vec<_>>(), "list every folder in tests/cases/mod.rs");
    for case in CASES {
        check(&read(case.article), case.article, "");
        let options = Options::new().offsets(Unit::Utf16);
        let report = analyzer().analyze_with(case.article, &options).unwrap();
        if std::env::var_os("UPDATE").is_some() {
            let json = serde_json::to_string_pretty(&report).unwrap() + "\n";
            std::fs::write(folder.join(case.name).join("report.json"), json).unwrap();
        } else {
            let recorded: Report = serde_json::from_str(case.report).expect("a report");
            assert_eq!(report, recorded, "{} reads otherwise: if that is meant, run UPDATE=1 cargo test", case.name);
        }
    }
}

#[test]
fn a_good_hire_at_a_private_lab_is_good_news_for_the_lab() {
    let case = CASES.iter().find(|c| c.name == "researcher").unwrap();
    let report = read(case.article);
    let of =
        |name: &str| report.entities.iter().find(|e| e.name == name).unwrap_or_else(|| panic!("{name} is not found"));
    assert_eq!(report.label, Label::MildlyPositive);
    assert!(of("Anthropic").score > of("Tesla").score);
    assert_eq!(of("Tesla").ticker.as_deref(), Some("TSLA"));
}
