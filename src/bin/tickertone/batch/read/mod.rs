//! Rows from a file or a stream, in any form.

mod csv;
mod json;
mod lines;
mod parquet;

use super::row::Row;
use crate::args::Form;
use crate::hint_if_typed;
use anyhow::{Context, Result, bail};
use arrow_schema::SchemaRef;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;
use tickertone::{MAX_BYTES, Options};

/// The longest row that is held, in bytes: the longest text, with every byte written as a JSON escape, and room to spare.
const MAX_ROW: usize = 8 * MAX_BYTES;

/// An input that has been opened.
pub(super) struct Input {
    pub(super) rows: Box<dyn Iterator<Item = Result<Row>> + Send>,
    /// The columns that go from a table to a table; those of [`super::row::Origin::cells`].
    pub(super) schema: SchemaRef,
    /// How much there is to read, where that is known: bytes, in Parquet rows.
    pub(super) length: Option<u64>,
}

impl Input {
    /// Opens a file, or standard input. `text` and `title` are the names of columns or fields; `options` hold for each row.
    pub(super) fn open(file: Option<&Path>, form: Form, text: &str, title: &str, options: Options) -> Result<Self> {
        let Some(path) = file else {
            hint_if_typed();
            let length = remaining_input();
            return Self::stream(io::stdin(), length, form, text, title, options);
        };
        let open = || {
            let file = File::open(path)?;
            let length = file.metadata()?.is_file().then_some(file.metadata()?.len());
            match form {
                Form::Parquet => parquet::open(file, text, title, options),
                _ => Self::stream(file, length, form, text, title, options),
            }
        };
        open().with_context(|| format!("cannot read {}", path.display()))
    }

    fn stream(
        stream: impl Read + Send + 'static,
        length: Option<u64>,
        form: Form,
        text: &str,
        title: &str,
        options: Options,
    ) -> Result<Self> {
        let (rows, schema) = match form {
            Form::Jsonl => json::open(stream, text, title, options),
            Form::Csv => csv::open(stream, text, title, options)?,
            Form::Parquet => bail!("Parquet is read from files only: its end must be read first"),
        };
        Ok(Self { rows, schema, length })
    }

    /// Passes over rows that have been answered before; says of each what it takes up.
    pub(super) fn skip(&mut self, rows: u64, mut passed: impl FnMut(u64)) -> Result<()> {
        for _ in 0..rows {
            let row = self.rows.next().context("the output has more rows than the input: it belongs to another")??;
            passed(row.origin.size);
        }
        Ok(())
    }
}

/// How many bytes are left to read, if standard input is a regular file.
fn remaining_input() -> Option<u64> {
    let mut file = stdin_file().ok()?;
    let metadata = file.metadata().ok()?;
    if !metadata.is_file() {
        return None;
    }
    Some(metadata.len().saturating_sub(file.stream_position().ok()?))
}

#[cfg(unix)]
fn stdin_file() -> io::Result<File> {
    use std::os::fd::AsFd;
    Ok(File::from(io::stdin().as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn stdin_file() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(io::stdin().as_handle().try_clone_to_owned()?))
}
