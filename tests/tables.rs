//! `tickertone batch` on tables, and what it makes of a run that was cut off.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, Int64Array, RecordBatch, StringArray};
use assert_cmd::Command;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::{Value, json};
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

fn tickertone(args: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("tickertone"));
    command.args(args);
    command
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn csv(input: &str, args: &[&str]) -> (Vec<Vec<String>>, i32) {
    let output = tickertone(&[&["batch", "--from", "csv"], args].concat()).write_stdin(input).output().unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&output.stdout[..]);
    let rows = reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect();
    (rows, output.status.code().unwrap())
}

#[test]
fn a_csv_keeps_its_other_columns_and_its_order() {
    let input =
        "id,text,date,title,label\n7,\"Sales, and\nprofit, rose.\",2026-01-02,Up,pos\n8,Sales fell.,2026-01-03,,neg\n";
    let (rows, status) = csv(input, &[]);
    assert_eq!(status, 0);
    let ours = ["negative", "neutral", "positive", "confidence", "mixed", "words", "entities", "error"];
    assert_eq!(rows[0], [&["id", "date", "label", "score", "tickertone_label"], &ours[..]].concat());
    assert_eq!(rows[1][..3], ["7", "2026-01-02", "pos"]);
    assert_eq!(rows[2][..3], ["8", "2026-01-03", "neg"]);
    assert!(rows[1][3].parse::<f64>().unwrap() > 0.0 && rows[2][3].parse::<f64>().unwrap() < 0.0);
    assert_eq!(rows.len(), 3);
}

#[test]
fn broken_rows_pass_through_with_their_line() {
    let (rows, status) =
        csv("id,body,n\n1,Sales rose.,a\n2,Sales fell.\n=3,Sales rose.,-5\n", &["--text-column", "body"]);
    assert_eq!(status, 1);
    assert_eq!(rows[2][..3], ["2", "", ""]);
    assert_eq!(rows[2].last().unwrap(), "line 3: 2 cells in a table of 3 columns");
    // What a spreadsheet would run is marked as text; a number is not.
    assert_eq!(rows[3][..2], ["'=3", "-5"]);
    tickertone(&["batch", "--from", "csv"])
        .write_stdin("a,b\n1,2\n")
        .assert()
        .code(1)
        .stderr(contains("\"text\"").and(contains("a, b")));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_an_error() {
    let endless = format!("text\n\"{}", "Sales rose. ".repeat(3 << 20));
    tickertone(&["batch", "--from", "csv"])
        .write_stdin(endless)
        .assert()
        .code(1)
        .stderr(contains("line 2").and(contains("32 MiB")));
}

fn write_parquet(path: &Path, rows: &[(i64, Option<&str>)]) {
    let ids = Arc::new(rows.iter().map(|r| r.0).collect::<Int64Array>()) as Arc<dyn Array>;
    let texts = Arc::new(rows.iter().map(|r| r.1).collect::<StringArray>()) as Arc<dyn Array>;
    let batch = RecordBatch::try_from_iter_with_nullable([("id", ids, false), ("body", texts, true)]).unwrap();
    let mut writer = ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

fn read_parquet(path: &Path) -> Vec<RecordBatch> {
    let file = File::open(path).unwrap();
    ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap().map(Result::unwrap).collect()
}

#[test]
fn parquet_comes_back_as_parquet() {
    let folder = folder("parquet");
    let (input, output) = (folder.join("in.parquet"), folder.join("out.parquet"));
    write_parquet(&input, &[(5, Some("Sales rose.")), (6, None), (7, Some("Sales fell."))]);
    let (from, to) = (input.to_str().unwrap(), output.to_str().unwrap());
    let run = || tickertone(&["batch", from, "--text-column", "body", "--output", to]);
    run().assert().code(1).stderr(contains("1 of 3 rows"));
    let batch = read_parquet(&output).remove(0);
    let ids: Vec<i64> = batch["id"].as_primitive::<Int64Type>().iter().flatten().collect();
    assert_eq!(ids, [5, 6, 7]);
    let scores = batch["score"].as_primitive::<Float64Type>();
    assert!(scores.value(0) > 0.0 && scores.is_null(1) && scores.value(2) < 0.0);
    assert_eq!(batch["error"].as_string::<i32>().value(1), "row 2: there is no text");
    // What is there is not written over, and nothing is left beside it.
    run().assert().code(1).stderr(contains("--resume"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);

    let lines = tickertone(&["batch", from, "--text-column", "body"]).output().unwrap().stdout;
    let lines: Vec<Value> = serde_json::Deserializer::from_slice(&lines).into_iter().map(Result::unwrap).collect();
    assert_eq!(lines.iter().map(|l| l["id"].as_i64().unwrap()).collect::<Vec<_>>(), [5, 6, 7]);
    assert_eq!(lines[0]["score"], scores.value(0));
    assert_eq!((&lines[1]["line"], &lines[1]["error"]), (&json!(2), &json!("there is no text")));
}

/// `kill -9` in the middle, perhaps of a row, and `--resume` give the bytes of an undisturbed run.
fn is_resumed(name: &str, form: &str, input: &str, rows: usize, fed: usize) {
    let folder = folder(name);
    let path = |name: &str| folder.join(format!("{name}.{form}")).into_os_string().into_string().unwrap();
    let (whole, cut) = (path("whole"), path("cut"));
    let from = if input.starts_with('{') { "jsonl" } else { "csv" };
    tickertone(&["batch", "--from", from, "-o", &whole]).write_stdin(input).assert().code(1);

    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("tickertone"))
        .args(["batch", "--from", from, "-o", &cut])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(&input.as_bytes()[..fed]).unwrap();
    // The rest never comes: the program waits for it until it is killed.
    let begun = || match form {
        "parquet" => Path::new(&format!("{cut}.parts/0.parquet")).exists(),
        _ => fs::metadata(&cut).is_ok_and(|m| m.len() > 2_000),
    };
    while !begun() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(form == "parquet" || fs::read(&cut).unwrap() != fs::read(&whole).unwrap());

    let resume = || tickertone(&["batch", "--from", from, "-o", &cut, "--resume"]);
    if form != "parquet" {
        // A system may have written a part of a row only.
        let half = OpenOptions::new().write(true).open(&cut).unwrap();
        half.set_len(half.metadata().unwrap().len() - 7).unwrap();
    }
    let bad = contains(format!("1 of {rows} rows"));
    resume().write_stdin(input).assert().code(1).stderr(bad.clone());
    assert!(fs::read(&cut).unwrap() == fs::read(&whole).unwrap(), "{form} differs");
    // What is finished stays as it is.
    resume().write_stdin(input).assert().code(1).stderr(bad);
    assert!(fs::read(&cut).unwrap() == fs::read(&whole).unwrap(), "{form} differs");
    // Another input is told by its rows.
    let other = input.lines().next().unwrap().to_string() + "\n";
    resume().write_stdin(other).assert().code(1).stderr(contains("belongs to another"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

fn lines(count: usize) -> String {
    let line = |n| {
        if n == 3 {
            "{\"id\":3}\n".to_string()
        } else {
            format!("{}\n", json!({"id": n, "text": format!("Sales rose by {n}.")}))
        }
    };
    (0..count).map(line).collect()
}

#[test]
fn killed_json_lines_are_continued() {
    let input = lines(200);
    is_resumed("killed-jsonl", "jsonl", &input, 200, input.len() / 2);
}

#[test]
fn killed_csv_is_continued() {
    let row = |n| if n == 3 { "3,x\n".to_string() } else { format!("\"{n}\nth\",Sales rose by {n}.,\"a, b\"\n") };
    let input: String = std::iter::once("id,text,note\n".to_string()).chain((0..200).map(row)).collect();
    is_resumed("killed-csv", "csv", &input, 200, input.len() / 2);
}

#[test]
fn killed_parquet_is_continued() {
    let input = lines(4_200);
    is_resumed("killed-parquet", "parquet", &input, 4_200, input.len() - 200);
}
