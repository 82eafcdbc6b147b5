//! The corpora that fuzzing left (`make fuzz`), read again: what was once found stays found.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../fuzz/checks.rs"]
mod checks;
mod common;

/// Runs `check` on every file of a corpus; an assertion's output names the file by its place.
fn replay(corpus: &str, check: fn(&[u8])) {
    let folder = format!("{}/fuzz/seeds/{corpus}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 5, "{folder} holds {} files", files.len());
    for file in files {
        eprintln!("{}", file.display());
        check(&std::fs::read(&file).unwrap());
    }
}

#[test]
fn texts() {
    replay("text", checks::text);
}

#[test]
fn options() {
    replay("options", checks::options);
}

#[test]
fn models() {
    replay("model", checks::model);
}

#[test]
fn the_toy_model_is_read() {
    // Otherwise all its mutants would end at the same check, and fuzzing would never reach the network.
    let toy = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds/model/toy")).unwrap();
    let analyzer = tickertone::Analyzer::from_bytes(&toy).unwrap();
    assert_eq!(analyzer.analyze("Profit rose.").unwrap().model, "toy-1");
}
