//! CSV in: a header, then a row for each article.

use super::MAX_ROW;
use crate::batch::row::{Article, Origin, Row};
use anyhow::{Context, Result, bail};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use csv::{ByteRecord, Position, Reader, ReaderBuilder};
use serde_json::value::to_raw_value;
use std::io::{Read, Take};
use std::sync::Arc;
use tickertone::Options;

type Rows = Box<dyn Iterator<Item = Result<Row>> + Send>;

/// The rows of a stream; to a table go along all columns but text and title.
pub(super) fn open(
    stream: impl Read + Send + 'static,
    text: &str,
    title: &str,
    options: Options,
) -> Result<(Rows, SchemaRef)> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(stream.take(MAX_ROW as u64));
    let names: Vec<String> = reader.headers()?.iter().map(String::from).collect();
    let place = |name: &str| names.iter().position(|n| n == name);
    let Some(text_at) = place(text) else {
        bail!("there is no column {text:?} among {}: say which with --text-column", names.join(", "));
    };
    let title_at = place(title);
    let others = (0..names.len()).filter(|&i| i != text_at && Some(i) != title_at).collect::<Vec<_>>();
    let fields = others.iter().map(|&i| Field::new(&names[i], DataType::Utf8, true)).collect::<Vec<_>>();
    let schema: SchemaRef = Schema::new(fields).into();
    let id_at = place("id");
    let table = Table { schema: Arc::clone(&schema), width: names.len(), text_at, title_at, id_at, others, options };
    let mut record = ByteRecord::new();
    let rows = std::iter::from_fn(move || next(&mut reader, &mut record, &table).transpose());
    Ok((Box::new(rows), schema))
}

/// What is where.
struct Table {
    schema: SchemaRef,
    width: usize,
    text_at: usize,
    title_at: Option<usize>,
    id_at: Option<usize>,
    others: Vec<usize>,
    options: Options,
}

fn next<R: Read>(reader: &mut Reader<Take<R>>, record: &mut ByteRecord, table: &Table) -> Result<Option<Row>> {
    // A quotation mark that is never closed would take the rest of the stream for one row.
    reader.get_mut().set_limit(MAX_ROW as u64);
    if !reader.read_byte_record(record).context("cannot read the input")? {
        return Ok(None);
    }
    let start = record.position().cloned().unwrap_or_else(Position::new);
    if reader.get_ref().limit() == 0 {
        bail!("the row at line {} is longer than {MAX_ROW} bytes (32 MiB): is a quotation mark missing?", start.line());
    }
    let cell = |at: usize| record.get(at).map(String::from_utf8_lossy);
    let cells = table.others.iter().map(|&at| Arc::new(StringArray::from_iter([cell(at)])) as ArrayRef).collect();
    let one = RecordBatchOptions::new().with_row_count(Some(1));
    let cells = RecordBatch::try_new_with_options(Arc::clone(&table.schema), cells, &one)?;
    let id = table.id_at.and_then(cell).and_then(|id| to_raw_value(&*id).ok());
    let cells = Some((Arc::new(cells), 0));
    let size = reader.position().byte() - start.byte();
    let origin = Origin { number: start.line(), counted: "line", id, cells, size };
    Ok(Some(Row { origin, article: article(record, table) }))
}

fn article(record: &ByteRecord, table: &Table) -> Result<Article, String> {
    if record.len() != table.width {
        return Err(format!("{} cells in a table of {} columns", record.len(), table.width));
    }
    let cell = |at: usize| {
        let text = std::str::from_utf8(&record[at]).map(String::from);
        text.map_err(|e| format!("column {}: not UTF-8 at its byte {}", at + 1, e.valid_up_to()))
    };
    let mut options = table.options.clone();
    options.title = table.title_at.map(cell).transpose()?;
    Ok(Article { text: cell(table.text_at)?, options })
}
