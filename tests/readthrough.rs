//! An entity that only second-order statements touch is marked so.
#![cfg(not(target_arch = "wasm32"))]

use tickertone::{Analyzer, Options};

/// The entities that are marked, by ticker.
fn marked(title: &str, text: &str) -> Vec<String> {
    let options = Options::new().title(title);
    let report = Analyzer::new().analyze_with(text, &options).unwrap();
    report.entities.into_iter().filter(|e| e.readthrough).filter_map(|e| e.ticker).collect()
}

#[test]
fn second_order_statements() {
    for (text, expected) in [
        ("Micron cut its outlook on weak demand. The read-through for Nvidia is poor.", vec!["NVDA"]),
        ("Netflix raised its prices. That raises the bar for rivals such as Disney.", vec!["DIS"]),
        ("Tesla cut prices again. It is bad news for peers, Ford above all. Ford said its sales fell.", vec![]),
        ("Boeing slowed its line. Suppliers such as Honeywell may feel the knock-on effect.", vec!["HON"]),
        ("Nvidia beat forecasts and its rival Intel lowered its own.", vec![]),
    ] {
        assert_eq!(marked("", text), expected, "{text}");
    }
}

#[test]
fn a_heading_covers_what_stands_under_it() {
    let text = "Tesla cut prices in Europe again on Monday, dealers in three countries said.\n\nSecond-order losers\n\n\
        Ford sells to the same buyers, and its margin in Europe is thin as it is.\n\nWhat to watch\n\n\
        Toyota reports its sales next week, and dealers expect a small gain.";
    assert_eq!(marked("Tesla cuts prices", text), ["F"]);
}
