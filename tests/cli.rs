//! The command line, from outside: exit status, streams, and the shape of what it prints.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, is_empty, is_match};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

const ARTICLE: &str = "Tesla said orders rose 12% – a record – and lifted its outlook. Analysts had feared a fall.";

fn tickertone(args: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("tickertone"));
    command.args(args).env_remove("CLICOLOR_FORCE").env_remove("NO_COLOR");
    command
}

/// A file for one test.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.into_os_string().into_string().unwrap()
}

/// What `batch` prints for `input`, line by line, and its exit status.
fn batch(args: &[&str], input: impl Into<Vec<u8>>) -> (Vec<Value>, i32) {
    let output = tickertone(&[&["batch"], args].concat()).write_stdin(input).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    (lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect(), output.status.code().unwrap())
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// `text` in UTF-8 or UTF-16 units under a span.
fn under(text: &str, span: &Value, utf16: bool) -> String {
    let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
    if utf16 {
        String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap()
    } else {
        text[start..end].into()
    }
}

#[test]
fn version_names_engine_and_model() {
    let version = is_match(format!(r"^tickertone {} \(model \S+\)\n$", env!("CARGO_PKG_VERSION"))).unwrap();
    tickertone(&["--version"]).assert().success().stdout(version.clone());
    tickertone(&["-V"]).assert().success().stdout(version);
}

#[test]
fn help_documents_the_exit_status() {
    for args in [&["--help"][..], &["score", "--help"], &["batch", "--help"]] {
        tickertone(args).assert().success().stdout(contains("Exit status").and(contains("wrong usage")));
    }
}

#[test]
fn wrong_usage_is_status_2() {
    for args in [
        &[][..],
        &["guess"],
        &["score", "--jsn"],
        &["batch", "--resume"],
        &["batch", "--offsets", "bytes"],
        &["score", "--json", "--csv"],
    ] {
        tickertone(args).assert().code(2).stdout(is_empty()).stderr(contains("--help"));
    }
}

#[test]
fn score_reads_standard_input() {
    for args in [&["score"][..], &["score", "-"]] {
        let report = contains("confidence").and(contains("record –")).and(contains('\u{1b}').not());
        tickertone(args).write_stdin(ARTICLE).assert().success().stdout(report).stderr(is_empty());
    }
}

#[test]
fn colours_are_there_when_forced_and_not_in_json() {
    let colours = || contains('\u{1b}');
    tickertone(&["score"]).env("CLICOLOR_FORCE", "1").write_stdin(ARTICLE).assert().stdout(colours());
    tickertone(&["score", "--json"]).env("CLICOLOR_FORCE", "1").write_stdin(ARTICLE).assert().stdout(colours().not());
}

#[test]
fn score_prints_the_record() {
    let output = tickertone(&["score", "--json", "--title", "Record orders"]).write_stdin(ARTICLE).output().unwrap();
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = [
        "schema",
        "model",
        "offsets",
        "score",
        "label",
        "probabilities",
        "confidence",
        "mixed",
        "entities",
        "highlights",
        "rest",
        "sentences",
        "ignored",
        "words",
    ];
    assert!(expected.iter().all(|&key| keys(&record).contains(&key)), "{record}");
    assert_eq!(keys(&record).len(), expected.len());
    assert_eq!(record["offsets"], "utf-8");
}

#[test]
fn score_takes_targets() {
    let record = tickertone(&["score", "--json", "--target", "Analysts", "--target", "Nobody Anywhere"])
        .write_stdin(ARTICLE)
        .output()
        .unwrap();
    let record: Value = serde_json::from_slice(&record.stdout).unwrap();
    let names: Vec<_> = record["entities"].as_array().unwrap().iter().map(|e| e["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"Analysts") && !names.contains(&"Nobody Anywhere"), "{names:?}");
    let record =
        tickertone(&["score", "--json", "--alias", "The critics=Analysts"]).write_stdin(ARTICLE).output().unwrap();
    assert!(String::from_utf8(record.stdout).unwrap().contains(r#""name":"The critics""#));
    tickertone(&["score", "--alias", "nothing"]).write_stdin(ARTICLE).assert().code(2).stderr(contains("NAME=OTHER"));
}

#[test]
fn score_prints_tables_that_no_spreadsheet_runs() {
    let evil = file("=1+1.txt", ARTICLE);
    let folder = PathBuf::from(&evil).parent().unwrap().to_path_buf();
    let output = tickertone(&["score", "--csv", "=1+1.txt"]).current_dir(folder).output().unwrap();
    let table = String::from_utf8(output.stdout).unwrap();
    let mut lines = table.lines();
    assert!(lines.next().unwrap().starts_with("file,score,label,"), "{table}");
    assert!(lines.next().unwrap().starts_with("'=1+1.txt,0."), "{table}");
    assert_eq!(lines.next(), None);
}

#[test]
fn score_prints_a_page_that_needs_nothing_else() {
    let evil = format!("{ARTICLE} <script>alert(1)</script> \u{1b}[2J");
    let output = tickertone(&["score", "--html", "--title", "<b>Wire</b>"]).write_stdin(evil).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("</article>") && page.contains("<mark class=\"good"));
    assert!(page.contains("&lt;script&gt;") && page.contains("&lt;b&gt;Wire"));
    for foreign in ["<script", "<b>", "<link", "<img", "src=", "href=", "url(", "@import"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}

#[test]
fn score_reads_web_pages() {
    let paragraph = "<p>Acme, which makes anvils, said it beat estimates and raised its outlook, as orders from customers rose.</p>";
    let page = format!(
        "<!doctype html><title>Acme lifts its outlook</title><nav><a href=/>Profit warning archive</a></nav>\
         <article>{}</article><footer>Losses, losses, losses</footer>",
        paragraph.repeat(6)
    );
    for args in [&["score"][..], &["score", "-"]] {
        let article = contains("Acme").and(contains("lifts its outlook")).and(contains("anvils"));
        let rest = contains("archive").or(contains("footer")).or(contains("Losses, losses")).or(contains("<p>"));
        tickertone(args).write_stdin(page.clone()).assert().success().stdout(article.and(rest.not()));
    }
    let empty = file("empty.html", "<html><body></body></html>");
    tickertone(&["score", &empty]).assert().code(1).stderr(contains("no article found"));
}

#[test]
fn patterns_name_files() {
    let (one, two) = (file("pattern-1.txt", ARTICLE), file("pattern-2.txt", "Sales fell."));
    let pattern = one.replace("pattern-1", "pattern-*");
    let headed = contains(format!("── {one} ")).and(contains(format!("── {two} ")));
    tickertone(&["score", &pattern]).assert().success().stdout(headed);
    tickertone(&["score", "nothing-*.txt"]).assert().code(1).stderr(contains("no file fits"));
}

#[test]
fn completions_and_manual_pages_are_written() {
    tickertone(&["completions", "bash"]).assert().success().stdout(contains("--text-column"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("man");
    tickertone(&["man", folder.to_str().unwrap()]).assert().success();
    assert!(std::fs::read_to_string(folder.join("tickertone-batch.1")).unwrap().contains("Parquet"));
}

/// The program, running, with its input and output open.
fn running(args: &[&str]) -> (std::process::Child, std::process::ChildStdin, impl std::io::BufRead + use<>) {
    use std::process::Stdio;
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("tickertone"));
    let mut child = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    (child, input, std::io::BufReader::new(output))
}

#[test]
fn batch_answers_a_line_before_the_next_comes() {
    use std::io::{BufRead, Write};
    for (args, header) in [(&["batch"][..], None), (&["batch", "--from", "csv"], Some("id,text"))] {
        let (mut child, mut input, output) = running(args);
        let mut answers = output.lines();
        if let Some(header) = header {
            writeln!(input, "{header}").unwrap();
            assert!(answers.next().unwrap().unwrap().starts_with("id,score"));
        }
        for n in 0..3 {
            let line = if header.is_some() {
                format!("{n},Sales rose.")
            } else {
                format!("{{\"id\":{n},\"text\":\"Sales rose.\"}}")
            };
            writeln!(input, "{line}").unwrap();
            assert!(answers.next().unwrap().unwrap().contains(&n.to_string()));
        }
        drop(input);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
#[cfg(unix)]
fn an_interrupted_batch_ends_with_a_whole_line() {
    use std::io::{BufRead, Read, Write};
    let (mut child, mut input, mut output) = running(&["batch"]);
    let mut answer = String::new();
    input.write_all(b"{\"text\":\"Sales rose.\"}\n{\"text\":\"Sal").unwrap();
    output.read_line(&mut answer).unwrap();
    std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    output.read_to_string(&mut answer).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(answer.ends_with("}\n") && answer.lines().count() == 1);
}

#[test]
fn a_watched_folder_is_read_as_it_changes() {
    use std::io::BufRead;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("watched");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("old.txt"), "Sales fell.").unwrap();
    let (mut child, _input, output) = running(&["score", "--json", "--watch", folder.to_str().unwrap()]);
    let mut reports = output.lines().map(|line| serde_json::from_str::<Value>(&line.unwrap()).unwrap());
    // When it has begun to watch is not told: the file is written until it is seen.
    let new = folder.join("new.txt");
    let (seen, told) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let file = &new;
        scope.spawn(move || {
            for more in 1.. {
                std::fs::write(file, "Profit rose. ".repeat(more)).unwrap();
                if told.recv_timeout(std::time::Duration::from_millis(1_000)).is_ok() {
                    break;
                }
            }
        });
        assert!(reports.next().unwrap()["score"].as_f64().unwrap() > 0.0);
        seen.send(()).unwrap();
    });
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn the_program_and_the_crate_give_the_same_record() {
    let options = tickertone::Options::new().title("Record orders").target("Analysts");
    let report = tickertone::Analyzer::new().analyze_with(ARTICLE, &options).unwrap();
    let output = tickertone(&["score", "--json", "--title", "Record orders", "--target", "Analysts"])
        .write_stdin(ARTICLE)
        .output()
        .unwrap();
    assert_eq!(serde_json::from_slice::<tickertone::Report>(&output.stdout).unwrap(), report);
}

#[test]
fn several_files_have_a_header_each() {
    let (one, two) = (file("one.txt", ARTICLE), file("two.txt", "Sales fell."));
    let headed = contains(format!("── {one} ")).and(contains(format!("── {two} ")));
    tickertone(&["score", &one, &two]).assert().success().stdout(headed);
    tickertone(&["score", &one]).assert().success().stdout(contains(one.as_str()).not());
    let json = tickertone(&["score", "--json", &one, &two]).output().unwrap();
    let records: Vec<Value> =
        serde_json::Deserializer::from_slice(&json.stdout).into_iter().map(Result::unwrap).collect();
    assert_eq!(records.len(), 2);
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let good = file("good.txt", ARTICLE);
    tickertone(&["score", "no-such-file.txt", &good])
        .assert()
        .code(1)
        .stdout(contains(good.as_str()).and(contains("confidence")))
        .stderr(contains("tickertone: no-such-file.txt: "));
}

#[test]
fn what_is_not_text_is_named() {
    let bad = file("bad.txt", b"Profit \xff rose");
    tickertone(&["score", &bad])
        .assert()
        .code(1)
        .stdout(is_empty())
        .stderr(contains(bad.as_str()).and(contains("at byte 7")));
    let binary = file("binary.bin", [0x7f, b'E', b'L', b'F', 0, 1]);
    tickertone(&["score", &binary])
        .assert()
        .code(1)
        .stdout(is_empty())
        .stderr(contains("byte 4").and(contains("binary")));
}

#[test]
fn texts_up_to_the_limit_are_read() {
    let long = |bytes: usize| "Sales rose. ".repeat(bytes / 12);
    tickertone(&["score", "--json"]).write_stdin(long(2 << 20)).assert().success();
    for (bytes, limit) in [(5 << 20, "4 MiB"), (33 << 20, "32 MiB")] {
        tickertone(&["score", "--json"]).write_stdin(long(bytes)).assert().code(1).stderr(contains(limit));
    }
}

#[test]
fn batch_keeps_the_order() {
    let input: String = (0..500)
        .map(|n| format!("{}\n", json!({"id": n, "text": "Sales rose. ".repeat(1 + n * 7 % 40), "more": {"id": 1}})))
        .collect();
    let (answers, status) = batch(&[], input);
    assert_eq!(status, 0);
    let ids: Vec<_> = answers.iter().map(|a| a["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..500).collect::<Vec<_>>());
    assert!(answers.iter().all(|a| a["schema"] == 1 && a.get("line").is_none()));
}

#[test]
fn batch_puts_errors_in_place() {
    let mut input = b"\xef\xbb\xbf{\"id\":\"good\",\"text\":\"Sales rose.\"}\r\n\n".to_vec();
    input.extend(b"{\"id\":\"broken\",\"text\":\"Sales ro\n");
    input.extend(b"{\"id\":\"bytes\",\"text\":\"Sales \xff rose.\"}\n");
    input.extend(b"{\"id\":\"missing\"}\n{\"text\":7}\n[1,\"x\",null,null]\n   \nSales rose.\n");
    input.extend(b"{\"id\":\"last\",\"text\":\"Sales fell.\"}");
    let (answers, status) = batch(&[], input);
    assert_eq!(status, 1);
    let line = |a: &Value| (a["line"].as_u64(), a["id"].as_str().map(String::from));
    let expected = [
        (None, Some("good")),
        (Some(3), Some("broken")),
        (Some(4), Some("bytes")),
        (Some(5), Some("missing")),
        (Some(6), None),
        (Some(7), None),
        (Some(9), None),
        (None, Some("last")),
    ];
    assert_eq!(answers.iter().map(line).collect::<Vec<_>>(), expected.map(|(n, id)| (n, id.map(String::from))));
    for bad in &answers[1..7] {
        assert!(bad["error"].as_str().is_some_and(|e| !e.is_empty() && !e.contains("line 1")), "{bad}");
        assert!(keys(bad).iter().all(|k| ["id", "line", "error"].contains(k)), "{bad}");
    }
    assert!(answers[2]["error"].as_str().unwrap().contains("UTF-8"));
    assert!(answers[3]["error"].as_str().unwrap().contains("text"));
}

#[test]
fn batch_says_how_many_lines_were_bad() {
    let run = || tickertone(&["batch"]);
    run().write_stdin("{}\n{\"text\":\"\"}\n").assert().code(1).stderr(contains("1 of 2 rows"));
    run().write_stdin("{\"text\":\"\"}\n").assert().success().stderr(is_empty());
    run().write_stdin("\n \n").assert().success().stdout(is_empty()).stderr(is_empty());
}

/// What fuzzing left of the reader of JSON Lines (`make fuzz`).
#[test]
fn batch_answers_every_line_of_the_fuzzed_seeds() {
    // As an id may be anything that is JSON, it is not read here.
    type Answer<'a> = BTreeMap<&'a str, &'a RawValue>;
    let seeds = glob::glob(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds/lines/*")).unwrap();
    let seeds: Vec<Vec<u8>> = seeds.map(|path| std::fs::read(path.unwrap()).unwrap()).collect();
    assert!(seeds.len() >= 5);
    for seed in seeds {
        let asked = seed.split(|&b| b == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
        let output = tickertone(&["batch"]).write_stdin(seed).output().unwrap();
        let lines = String::from_utf8(output.stdout).unwrap();
        let answers: Vec<Answer> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(answers.len(), asked);
        assert!(answers.iter().all(|a| a.contains_key("score") != a.contains_key("error")), "{lines}");
    }
}

#[test]
fn batch_echoes_any_id_as_it_was_written() {
    for id in ["null", "1.0", "123456789012345678901234567890", r#"{"b": 1, "a": [true]}"#, r#""\u00e9""#] {
        let input = format!("{{\"id\": {id}, \"text\": \"Sales rose.\"}}\n{{\"id\": {id}}}\n");
        let output = tickertone(&["batch"]).write_stdin(input).output().unwrap();
        let start = format!("{{\"id\":{id},");
        assert!(String::from_utf8(output.stdout).unwrap().lines().all(|line| line.starts_with(&start)), "{id}");
    }
    let (answers, _) = batch(&[], r#"{"text": "Sales rose."}"#);
    assert_eq!(answers[0].get("id"), None);
}

#[test]
fn batch_bounds_texts_and_lines() {
    let text = |bytes: usize| json!({"id": "long", "text": "a ".repeat(bytes / 2)}).to_string();
    let (answers, status) = batch(&[], format!("{}\n{}\n{{\"text\":\"x\"}}\n", text(5 << 20), text(33 << 20)));
    assert_eq!(status, 1);
    for (answer, limit) in [(&answers[0], "4 MiB"), (&answers[1], "32 MiB")] {
        assert_eq!(answer["id"], "long");
        assert!(answer["error"].as_str().unwrap().contains(limit), "{answer}");
    }
    assert_eq!(answers[2]["schema"], 1);
}

#[test]
fn nothing_to_read_is_neutral() {
    let input = ["", " \n\t ", "\u{2028}\u{200b}"].map(|text| format!("{}\n", json!({"text": text}))).concat();
    let (answers, status) = batch(&[], input);
    assert_eq!(status, 0);
    for answer in answers {
        assert_eq!((&answer["score"], &answer["label"], &answer["words"]), (&json!(0.0), &json!("neutral"), &json!(0)));
        assert_eq!(answer["confidence"], 0.0);
    }
    tickertone(&["score"]).write_stdin("").assert().success().stdout(contains("neutral").and(contains("0 words read")));
}

#[test]
fn batch_reads_titles_and_targets() {
    let input = json!({"text": ARTICLE, "title": "Wall Street cheers", "targets": ["Analysts"]}).to_string();
    let (answers, _) = batch(&[], input);
    let names: Vec<_> = answers[0]["entities"].as_array().unwrap().iter().map(|e| &e["name"]).collect();
    assert!(names.contains(&&json!("Analysts")), "{names:?}");
    let (answers, status) = batch(&[], r#"{"text": "Sales rose.", "title": null, "targets": null}"#);
    assert_eq!((answers[0]["schema"].as_i64(), status), (Some(1), 0));
}

#[test]
fn offsets_count_the_unit_asked_for() {
    let text = format!("“🚀” {ARTICLE}");
    let request = json!({"text": text}).to_string();
    for (args, unit) in [(&[][..], "utf-8"), (&["--offsets", "utf-8"], "utf-8"), (&["--offsets", "utf-16"], "utf-16")] {
        let (answers, _) = batch(args, request.clone());
        assert_eq!(answers[0]["offsets"], unit);
        for highlight in answers[0]["highlights"].as_array().unwrap() {
            assert_eq!(highlight["text"], under(&text, highlight, unit == "utf-16"));
        }
        let scored = tickertone(&[&["score", "--json"], args].concat()).write_stdin(text.clone()).output().unwrap();
        let scored: Value = serde_json::from_slice(&scored.stdout).unwrap();
        assert_eq!(scored, answers[0], "score and batch give the same record");
    }
    // The human report cuts by bytes whatever is asked.
    tickertone(&["score", "--offsets", "utf-16"]).write_stdin(text).assert().success().stdout(contains("“🚀”"));
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_quiet() {
    use std::io::{Read, Write};
    use std::process::Stdio;
    let line = format!("{}\n", json!({"text": ARTICLE}));
    for form in ["jsonl", "csv"] {
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("tickertone"))
            .args(["batch", "--to", form])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        // The child may be gone before it has read all.
        let _ = child.stdin.take().unwrap().write_all(line.repeat(2_000).as_bytes());
        let mut complaint = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
        assert_eq!((child.wait().unwrap().code(), complaint.as_str()), (Some(0), ""), "{form}");
    }
}
