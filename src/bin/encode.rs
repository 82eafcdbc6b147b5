//! Turns texts into the network's input, so that training and inference share one tokenizer.
//!
//! ```text
//! encode --words          < in.jsonl > words.txt    the folded words of the texts, one text a line
//! encode VOCABULARY.txt   < in.jsonl > out.jsonl    their pieces
//!     in:  {"text", "targets"?: [name]}
//!     out: {"ids", "shapes", "changes", "spans": [[start, end]] (code points), "targets": {name: [relation a piece]}}
//! ```
//!
//! Each text is read as one sentence. Names that the table knows are masked as in the engine, and so are the targets;
//! both come back under "targets".

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{BufRead, BufWriter, Write};
use tickertone::entity::{self, Gazetteer};
use tickertone::masks::{flags, masks};
use tickertone::model::{Features, Relations, Vocabulary};
use tickertone::text::{Document, Sentence, Span, tokenize};

#[derive(Deserialize)]
struct Input {
    text: String,
    #[serde(default)]
    targets: Vec<String>,
}

#[derive(Serialize)]
struct Output<'a> {
    ids: &'a [u16],
    shapes: &'a [u8],
    changes: &'a [u8],
    spans: Vec<[usize; 2]>,
    targets: BTreeMap<String, Vec<u8>>,
}

/// Lines that are worked on at once.
const CHUNK: usize = 4096;

fn main() -> Result<()> {
    let Some(argument) = std::env::args().nth(1) else { bail!("usage: encode --words | encode VOCABULARY.txt") };
    let vocabulary = match argument.as_str() {
        "--words" => None,
        path => {
            let lines = std::fs::read_to_string(path).with_context(|| format!("cannot read the vocabulary {path}"))?;
            Some(Vocabulary::from_lines(&lines).map_err(anyhow::Error::msg)?)
        }
    };
    let gazetteer = Gazetteer::embedded();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut lines = std::io::stdin().lock().lines();
    loop {
        let chunk = lines.by_ref().take(CHUNK).collect::<Result<Vec<_>, _>>()?;
        if chunk.is_empty() {
            break;
        }
        let encoded = chunk.par_iter().map(|line| encode(line, &gazetteer, vocabulary.as_ref()));
        for line in encoded.collect::<Result<Vec<_>>>()? {
            writeln!(out, "{line}")?;
        }
    }
    Ok(out.flush()?)
}

fn encode(line: &str, gazetteer: &Gazetteer, vocabulary: Option<&Vocabulary>) -> Result<String> {
    let Input { text, targets } = serde_json::from_str(line)?;
    let span = Span::new(0, text.len());
    let mut tokens = vec![];
    tokenize(&text, span, &mut tokens);
    let sentence = Sentence { span, block: 0, title: false, heading: false, tokens: 0..tokens.len() };
    let document = Document { text: &text, sentences: vec![sentence], tokens, ignored: vec![] };
    let entities = entity::find(gazetteer, &document, &targets);
    let masks = masks(&entities);
    let Some(vocabulary) = vocabulary else {
        return Ok(tickertone::model::words(&text, &document.tokens, &masks));
    };
    let mut features = Features::default();
    features.read(&text, &document.tokens, &masks, vocabulary);
    let mut points = Points { text: &text, byte: 0, point: 0 };
    let spans = features.spans.iter().map(|s| [points.at(s.start), points.at(s.end)]).collect();
    let relations = Relations::new(vocabulary);
    let targets = entities.iter().map(|e| {
        let mut out = vec![];
        relations.of(&features.ids, &flags(&features.spans, &e.mentions), &mut out);
        (e.name.clone(), out)
    });
    let targets = targets.collect();
    let Features { ids, shapes, changes, .. } = &features;
    Ok(serde_json::to_string(&Output { ids, shapes, changes, spans, targets })?)
}

/// Byte offsets as code points; quick where they ascend.
struct Points<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl Points<'_> {
    fn at(&mut self, byte: u32) -> usize {
        let byte = byte as usize;
        if byte < self.byte {
            (self.byte, self.point) = (0, 0);
        }
        self.point += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.point
    }
}
