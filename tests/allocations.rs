//! How often the engine asks for memory, counted, against tests/budget.json: after the first report, which makes room.
#![cfg(not(target_arch = "wasm32"))]

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use tickertone::Analyzer;

#[global_allocator]
static GLOBAL: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

#[test]
fn allocations_a_sentence_are_within_the_budget() {
    let budget: serde_json::Value = serde_json::from_str(include_str!("budget.json")).unwrap();
    let most = budget["work"]["allocations_a_sentence"].as_f64().unwrap();
    let article = [
        include_str!("cases/earnings/article.txt"),
        include_str!("cases/pasted/article.txt"),
        include_str!("cases/researcher/article.txt"),
    ]
    .join("\n\n");
    let analyzer = Analyzer::new();
    analyzer.analyze(&article).unwrap();
    let region = Region::new(GLOBAL);
    let report = analyzer.analyze(&article).unwrap();
    let counted = region.change();
    let calls = (counted.allocations + counted.reallocations) as f64 / report.sentences.len() as f64;
    assert!(calls <= most, "{calls:.1} calls of the allocator a sentence; tests/budget.json allows {most}");
    // A budget far above what is needed would hide a step back.
    assert!(calls >= 0.8 * most, "{calls:.1} calls of the allocator a sentence: lower the {most} of tests/budget.json");
}
