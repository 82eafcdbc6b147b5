//! Any string in, a sound report out.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use proptest::prelude::*;
use std::sync::OnceLock;
use tickertone::report::Span;
use tickertone::{Analyzer, Options};

fn analyzer() -> &'static Analyzer {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    ANALYZER.get_or_init(Analyzer::new)
}

/// Text as people paste it, and as nobody would.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("profit".to_owned()),
        Just("fell".to_owned()),
        Just("Tesla's".to_owned()),
        Just("did not".to_owned()),
        Just("EUR 3.1m, compared to EUR 2.5m".to_owned()),
        Just("$TSLA (NASDAQ: TSLA)".to_owned()),
        Just("U.S. Inc. “quoted”".to_owned()),
        Just("Share on Facebook".to_owned()),
        Just("\r\n\r\n• ".to_owned()),
        "[a-zA-Z]{1,12}",
        "[0-9.,%$€-]{1,8}",
        "\\PC{1,6}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec((word, "[ \n.,]{0,2}"), 0..80)
        .prop_map(|words| words.into_iter().map(|(w, s)| w + &s).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_report(
        text in text(),
        title in prop::option::of(text()),
        duplicates: bool,
        keep in proptest::collection::vec((any::<u8>(), any::<u8>()), 0..3),
    ) {
        let mut options = Options::new().target("Tesla").target("profit").target("").duplicates(duplicates);
        options.title = title.clone();
        options.keep = keep.iter().map(|&(start, end)| Span { start: start.into(), end: end.into(), field: None }).collect();
        let report = analyzer().analyze_with(&text, &options).unwrap();
        common::check(&report, &text, title.as_deref().unwrap_or_default());
        for target in ["Tesla", "profit"] {
            let stands = text.contains(target) || title.as_deref().is_some_and(|t| t.contains(target));
            let back = report.entities.iter().filter(|e| e.name == target).count();
            prop_assert_eq!(back, usize::from(stands || (target == "Tesla" && back == 1)), "{}", target);
        }
    }
}

#[test]
fn hostile_texts_give_sound_reports() {
    let deep = "(".repeat(100_000);
    let quotes = "\"'“".repeat(30_000);
    for text in [
        "a".repeat(1 << 20),
        "A ".repeat(1 << 19),
        "e\u{301}".repeat(1 << 17),
        "\u{301}".repeat(1 << 17),
        "1,".repeat(1 << 18),
        "9".repeat(1 << 18),
        "\0".repeat(1 << 16),
        "\u{202e}profit fell\u{202c} \u{200b}".repeat(2000),
        "Tesla ".repeat(1 << 16),
        "Nvidia, Siemens, Toyota, Pfizer, Walmart, HSBC, Infosys, Boeing, Nestle, Samsung, TSMC, Netflix and Tesla fell. ".repeat(500),
        "株価は上昇した。".repeat(5000),
        deep,
        quotes,
    ] {
        let report = analyzer().analyze(&text).unwrap();
        common::check(&report, &text, "");
    }
}
