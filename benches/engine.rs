//! The native engine by stage: `cargo bench --bench engine`, on the texts that `node benches/texts.mjs target/bench` writes.
#![allow(missing_docs, reason = "criterion's macros make public items without documentation")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use tickertone::entity::{self, Gazetteer};
use tickertone::model::{EMBEDDED, Model};
use tickertone::text::Document;
use tickertone::{Analyzer, analyzer::reading};

fn texts() -> Vec<(&'static str, String)> {
    let read = |name| {
        let path = format!("{}/target/bench/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path);
        (name, text.unwrap_or_else(|e| panic!("{path}: {e}; first: node benches/texts.mjs target/bench")))
    };
    ["100", "800", "5000", "1mb"].into_iter().map(read).collect()
}

fn stages(c: &mut Criterion) {
    let (analyzer, gazetteer) = (Analyzer::new(), Gazetteer::embedded());
    let model = Model::from_bytes(EMBEDDED).expect("the model that is built in");
    for (name, text) in texts() {
        let document = Document::read(&text, 0, false);
        let entities = entity::find(&gazetteer, &document, &[]);
        let mut stage = |stage: &str, run: &mut dyn FnMut()| {
            let mut group = c.benchmark_group(stage);
            group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
            group.bench_function(BenchmarkId::from_parameter(name), |b| b.iter(&mut *run));
        };
        stage("text", &mut || drop(black_box(Document::read(&text, 0, false))));
        stage("entities", &mut || drop(black_box(entity::find(&gazetteer, &document, &[]))));
        stage("network", &mut || drop(black_box(reading::read(&model, &document, &entities))));
        stage("report", &mut || drop(black_box(analyzer.analyze(&text))));
    }
}

fn start(c: &mut Criterion) {
    c.bench_function("start", |b| b.iter(Analyzer::new));
}

criterion_group!(benches, start, stages);
criterion_main!(benches);
