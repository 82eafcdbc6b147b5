//! Answers to a file or a stream, in any form.

mod csv;
mod json;
mod parquet;
mod table;

use super::row::Answer;
use crate::args::Form;
use anyhow::{Context, Result, bail};
use arrow_schema::SchemaRef;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Where answers go.
pub(super) trait Output {
    /// Writes a chunk, so that nothing of it is held back where the form allows that.
    fn write(&mut self, answers: &[Answer]) -> Result<()>;
    /// Ends the output.
    fn finish(&mut self) -> Result<()>;
}

/// What an earlier run has written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Done {
    /// Rows.
    pub(super) rows: u64,
    /// Those among them that could not be scored.
    pub(super) bad: u64,
}

/// Opens an output for rows whose other columns are `carried`: anew, or where an earlier run was interrupted. Without a
/// file, standard output.
pub(super) fn open(
    path: Option<&Path>,
    form: Form,
    carried: &SchemaRef,
    resume: bool,
) -> Result<(Box<dyn Output>, Done)> {
    let Some(path) = path else {
        return Ok(match form {
            Form::Jsonl => (Box::new(json::JsonLines::new(io::stdout())), Done::default()),
            Form::Csv => (Box::new(csv::Csv::new(io::stdout(), carried)?), Done::default()),
            Form::Parquet => bail!("Parquet is written to files only: say which with --output"),
        });
    };
    let open = || match form {
        Form::Jsonl => json::open(file(path, resume)?),
        Form::Csv => csv::open(file(path, resume)?, carried),
        Form::Parquet => parquet::open(path, carried, resume),
    };
    open().with_context(|| format!("cannot write {}", path.display()))
}

/// A file that is new, or one to continue.
fn file(path: &Path, resume: bool) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    let opened = if resume { options.create(true).truncate(false) } else { options.create_new(true) }.open(path);
    opened.map_err(|e| if e.kind() == io::ErrorKind::AlreadyExists { taken() } else { e.into() })
}

/// Hours of work must not end by a forgotten option.
fn taken() -> anyhow::Error {
    anyhow::anyhow!("it is there already: continue it with --resume, or remove it first")
}
