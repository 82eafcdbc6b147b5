//! Turns texts into the network's input, so that training and inference share one tokenizer.
//!
//! ```text
//! encode --words          < in.jsonl > words.txt    the folded words of the texts, one text a line
//! encode VOCABULARY.txt   < in.jsonl > out.jsonl    their pieces
//!     in:  {"text", "targets"?: [name]}
//!     out: {"ids", "shapes", "changes", "spans": [[start, end]] (code points), "targets": {name: [relation a piece]}}
//! encode --articles       < in.jsonl > out.jsonl    what the built-in model says of each sentence of whole articles
//!     in:  {"text", "title"?, "targets"?}
//!     out: {"features": [[number]], "scores": [number], "sides": [[good, bad]], "entities": {name: {"features", "scores"}},
//!           "found": [{"name", "ticker", "presence": [number]}]}
//! encode --names          < in.jsonl > out.jsonl    the names that the table does not know and that may be companies'
//!     in:  {"text", "title"?}
//!     out: [{"overall", "features", "spans": [[start, end]] (code points of title, blank line and text)}]
//! ```
//!
//! But for articles and names each text is read as one sentence. Names that the table knows are masked as in the engine, and so are
//! the targets; both come back under "targets".

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{BufRead, BufWriter, Write};
use tickertone::aggregate::{self, Line, document::FEATURES, relevance};
use tickertone::analyzer::masks::{flags, masks};
use tickertone::analyzer::outline::Outline;
use tickertone::analyzer::reading;
use tickertone::entity::{self, Entity, Gazetteer};
use tickertone::model::{EMBEDDED, Features, Model, Relations, Vocabulary, words};
use tickertone::text::{Document, Sentence, Span, tokenize};

#[derive(Deserialize)]
struct Input {
    text: String,
    #[serde(default)]
    title: Option<String>,
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

#[derive(Serialize)]
struct Weighed {
    features: Vec<[f32; FEATURES]>,
    scores: Vec<f32>,
}

#[derive(Serialize)]
struct Article {
    #[serde(flatten)]
    whole: Weighed,
    sides: Vec<(f64, f64)>,
    entities: BTreeMap<String, Weighed>,
    found: Vec<Found>,
}

/// An entity and what its relevance is made of.
#[derive(Serialize)]
struct Found {
    name: String,
    ticker: Option<String>,
    presence: [f32; relevance::FEATURES],
}

/// A name that may be a company's.
#[derive(Serialize)]
struct Candidate {
    overall: Vec<u16>,
    features: Vec<u16>,
    spans: Vec<[usize; 2]>,
}

/// What becomes of a line, as JSON or text.
type Encode<'a> = dyn Fn(&Input) -> Result<String> + Sync + 'a;

/// Lines that are worked on at once.
const CHUNK: usize = 4096;

fn main() -> Result<()> {
    let gazetteer = Gazetteer::embedded();
    let Some(argument) = std::env::args().nth(1) else {
        bail!("usage: encode --words | --articles | --names | VOCABULARY.txt")
    };
    let encode: Box<Encode> = match argument.as_str() {
        "--words" => Box::new(|input| {
            let (document, entities) = sentence(input, &gazetteer);
            Ok(words(&input.text, &document.tokens, &masks(&entities)))
        }),
        "--articles" => {
            let model = Model::from_bytes(EMBEDDED)?;
            let gazetteer = &gazetteer;
            Box::new(move |input| Ok(serde_json::to_string(&article(input, gazetteer, &model))?))
        }
        "--names" => Box::new(|input| Ok(serde_json::to_string(&names(input, &gazetteer))?)),
        path => {
            let lines = std::fs::read_to_string(path).with_context(|| format!("cannot read the vocabulary {path}"))?;
            let vocabulary = Vocabulary::from_lines(&lines).map_err(anyhow::Error::msg)?;
            let gazetteer = &gazetteer;
            Box::new(move |input| pieces(input, gazetteer, &vocabulary))
        }
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut lines = std::io::stdin().lock().lines();
    loop {
        let chunk = lines.by_ref().take(CHUNK).collect::<Result<Vec<_>, _>>()?;
        if chunk.is_empty() {
            break;
        }
        let encoded = chunk.par_iter().map(|line| encode(&serde_json::from_str(line)?));
        for line in encoded.collect::<Result<Vec<_>>>()? {
            writeln!(out, "{line}")?;
        }
    }
    Ok(out.flush()?)
}

/// The text as one sentence, and the names in it.
fn sentence<'a>(input: &'a Input, gazetteer: &Gazetteer) -> (Document<'a>, Vec<Entity>) {
    let text = input.text.as_str();
    let span = Span::new(0, text.len());
    let mut tokens = vec![];
    tokenize(text, span, &mut tokens);
    let sentence = Sentence { span, block: 0, title: false, heading: false, tokens: 0..tokens.len() };
    let document = Document { text, sentences: vec![sentence], tokens, ignored: vec![] };
    let entities = entity::find(gazetteer, &document, &input.targets);
    (document, entities)
}

fn pieces(input: &Input, gazetteer: &Gazetteer, vocabulary: &Vocabulary) -> Result<String> {
    let (document, entities) = sentence(input, gazetteer);
    let mut features = Features::default();
    features.read(document.text, &document.tokens, &masks(&entities), vocabulary);
    let mut points = Points { text: document.text, byte: 0, point: 0 };
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

/// A text with its title in front, and the title's length.
fn titled(input: &Input) -> (String, usize) {
    let title = input.title.as_ref().map_or(String::new(), |t| format!("{t}\n\n"));
    (format!("{title}{}", input.text), title.len())
}

fn names(input: &Input, gazetteer: &Gazetteer) -> Vec<Candidate> {
    let (text, title) = titled(input);
    let mut points = Points { text: &text, byte: 0, point: 0 };
    let candidates = entity::candidates(gazetteer, &Document::read(&text, title, false));
    let mut spans = |spans: Vec<Span>| spans.iter().map(|s| [points.at(s.start), points.at(s.end)]).collect();
    let candidate =
        |c: entity::Candidate| Candidate { overall: c.overall, features: c.features, spans: spans(c.spans) };
    candidates.into_iter().map(candidate).collect()
}

fn article(input: &Input, gazetteer: &Gazetteer, model: &Model) -> Article {
    let (text, title) = titled(input);
    let document = Document::read(&text, title, false);
    let entities = entity::find(gazetteer, &document, &input.targets);
    let sentences = reading::read(model, &document, &entities);
    let outline = Outline::new(&document, &sentences, &entities);
    let weighed = |lines: Vec<Line>| Weighed {
        features: lines.iter().map(Line::features).collect(),
        scores: lines.iter().map(|l| l.score).collect(),
    };
    let each = entities.iter().enumerate().map(|(e, entity)| {
        (entity.name.clone(), weighed(outline.of(e, &sentences).map(|(_, _, line)| line).collect()))
    });
    let found = entities.iter().zip(&outline.presence).map(|(e, presence)| Found {
        name: e.name.clone(),
        ticker: e.ticker.clone(),
        presence: presence.features(),
    });
    let sides = sentences.iter().map(|s| aggregate::sides(s.whole.contributions.iter().map(|&c| f64::from(c))));
    Article {
        entities: each.collect(),
        whole: weighed(outline.lines.clone()),
        sides: sides.collect(),
        found: found.collect(),
    }
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
