//! JSON Lines out.

use super::{Answer, Done, Output};
use anyhow::Result;
use rayon::prelude::*;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use tickertone::Report;

/// A line that could be scored.
#[derive(Serialize)]
struct Record<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    #[serde(flatten)]
    report: &'a Report,
}

/// One that could not.
#[derive(Serialize)]
struct Failure<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    line: u64,
    error: &'a str,
}

/// A stream of lines.
pub(super) struct JsonLines<W>(W);

impl<W: Write> JsonLines<W> {
    pub(super) fn new(out: W) -> Self {
        Self(out)
    }
}

impl<W: Write> Output for JsonLines<W> {
    fn write(&mut self, answers: &[Answer]) -> Result<()> {
        let lines: Vec<Vec<u8>> = answers.par_iter().map(line).collect::<serde_json::Result<_>>()?;
        self.0.write_all(&lines.concat())?;
        Ok(self.0.flush()?)
    }

    fn finish(&mut self) -> Result<()> {
        Ok(())
    }
}

fn line(answer: &Answer) -> serde_json::Result<Vec<u8>> {
    let id = answer.origin.id.as_deref();
    let mut json = match &answer.outcome {
        Ok(report) => serde_json::to_vec(&Record { id, report }),
        Err(error) => serde_json::to_vec(&Failure { id, line: answer.origin.number, error }),
    }?;
    json.push(b'\n');
    Ok(json)
}

/// A file, behind the whole lines that are in it.
pub(super) fn open(mut file: File) -> Result<(Box<dyn Output>, Done)> {
    #[derive(Deserialize)]
    struct Error {
        #[serde(rename = "error")]
        _error: IgnoredAny,
    }
    let mut done = Done::default();
    let mut end = 0;
    let mut lines = BufReader::new(&file);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 && line.ends_with(b"\n") {
        end += line.len() as u64;
        done.rows += 1;
        done.bad += u64::from(serde_json::from_slice::<Error>(&line).is_ok());
        line.clear();
    }
    file.set_len(end)?;
    file.seek(SeekFrom::End(0))?;
    Ok((Box::new(JsonLines::new(file)), done))
}
