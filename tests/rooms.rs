//! The arrows of docs/ARCHITECTURE.md: each room of src/ knows only rooms to its left, and one file knows JavaScript.
#![cfg(not(target_arch = "wasm32"))]

use std::{fs, path::Path};

/// From left to right; rooms on one line do not know each other. Everybody may know `error`.
const ORDER: [&[&str]; 8] =
    [&["text"], &["entity", "model"], &["explain"], &["aggregate"], &["report"], &["analyzer"], &["lib"], &["wasm"]];

const JAVASCRIPT: [&str; 4] = ["wasm_bindgen", "serde_wasm_bindgen", "js_sys", "web_sys"];

fn place(room: &str) -> Option<usize> {
    ORDER.iter().position(|rooms| rooms.contains(&room))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word(text: &str) -> &str {
    let text = text.trim_start();
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

/// The first names of the paths that begin at the crate's root or a parent: `crate::text::Span`, `crate::{text, model}`.
fn named(source: &str) -> Vec<&str> {
    let mut names = vec![];
    for root in ["crate::", "super::"] {
        for (at, _) in source.match_indices(root) {
            let path = &source[at + root.len()..];
            let Some(group) = path.strip_prefix('{') else {
                names.push(word(path));
                continue;
            };
            let (mut depth, mut start) = (0, 0);
            for (i, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    ',' | '}' if depth == 0 => {
                        names.push(word(&group[start..i]));
                        start = i + 1;
                        if c == '}' {
                            break;
                        }
                    }
                    '}' => depth -= 1,
                    _ => {}
                }
            }
        }
    }
    names
}

/// What a file of a room may not say, each with the reason.
fn violations(room: &str, source: &str) -> Vec<String> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).map(|l| l.to_owned() + "\n").collect();
    let mut found = vec![];
    if room != "wasm" {
        for name in JAVASCRIPT {
            if code.split(|c| !is_word(c)).any(|w| w == name) {
                found.push(format!("{room} knows JavaScript: {name}"));
            }
        }
    }
    if matches!(room, "lib" | "error" | "bin") {
        return found; // The front door names every room, and a binary has a root of its own.
    }
    let Some(mine) = place(room) else {
        found.push(format!("{room} has no place in ORDER"));
        return found;
    };
    for name in named(&code) {
        // What lib.rs gives out beside the modules.
        let target = if matches!(name, "Analyzer" | "Options" | "Report") { "lib" } else { name };
        if target != room && place(target).is_some_and(|other| other >= mine) {
            found.push(format!("{room} knows {name}, which does not stand to its left"));
        }
    }
    found
}

fn check(folder: &Path, room: Option<&str>, found: &mut Vec<String>) -> usize {
    let mut files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let room = room.unwrap_or(stem);
        if path.is_dir() {
            files += check(&path, Some(room), found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files += 1;
            let said = violations(room, &fs::read_to_string(&path).unwrap());
            found.extend(said.into_iter().map(|v| format!("{}: {v}", path.display())));
        }
    }
    files
}

#[test]
fn rooms_know_only_what_stands_to_their_left() {
    let mut found = vec![];
    let files = check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), None, &mut found);
    assert!(files > 15, "only {files} files were read");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_check_can_fail() {
    for (room, source) in [
        ("text", "use crate::report::Report;"),
        ("entity", "use crate::model::Model;"),
        ("model", "use crate::{\n    error::Error,\n    entity::{Entity, Kind},\n};"),
        ("explain", "fn f() -> crate::report::Tag {}"),
        ("aggregate", "use super::super::report;"),
        ("report", "use crate::Analyzer;"),
        ("text", "use wasm_bindgen::prelude::*;"),
        ("analyzer", "fn now() { js_sys::Date::now(); }"),
        ("elsewhere", "const X: u32 = 1;"),
    ] {
        assert_eq!(violations(room, source).len(), 1, "{room}: {source}");
    }
    for (room, source) in [
        ("report", "use crate::{entity::Kind, text::{Reason, Span}};"),
        ("model", "use crate::error::Error;\nuse crate::text::{Span, report};"),
        ("text", "//! Feeds [`crate::report`].\nuse super::*;"),
        ("wasm", "use crate::{Analyzer, Error};\nuse js_sys::JsString;"),
    ] {
        assert_eq!(violations(room, source), Vec::<String>::new(), "{room}: {source}");
    }
}
