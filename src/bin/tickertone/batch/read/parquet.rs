//! Parquet in: a row for each article.

use super::Input;
use crate::batch::row::{Article, Origin, Row};
use anyhow::{Context, Result, bail};
use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{DataType, SchemaRef};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::value::{RawValue, to_raw_value};
use std::fs::File;
use std::sync::Arc;
use tickertone::Options;

/// Rows that are decoded together; they are held at once, texts and all.
const DECODED: usize = 256;

/// The rows of a file; to a table go along all columns but text and title.
pub(super) fn open(file: File, text: &str, title: &str, options: Options) -> Result<Input> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(file)?;
    let all = Arc::clone(builder.schema());
    let length = u64::try_from(builder.metadata().file_metadata().num_rows()).ok();
    let place = |name: &str| all.fields().iter().position(|f| f.name() == name);
    let Some(text_at) = place(text) else {
        let names = all.fields().iter().map(|f| f.name().as_str()).collect::<Vec<_>>();
        bail!("there is no column {text:?} among {}: say which with --text-column", names.join(", "));
    };
    let title_at = place(title);
    let others: Vec<usize> = (0..all.fields().len()).filter(|&i| i != text_at && Some(i) != title_at).collect();
    let schema: SchemaRef = all.project(&others)?.into();
    let mut number = 0;
    let rows = builder.with_batch_size(DECODED).build()?.map(move |batch| -> Result<Vec<Row>> {
        let batch = batch.context("cannot read the input")?;
        let texts = strings(&batch, text_at)?;
        let titles = title_at.map(|at| strings(&batch, at)).transpose()?;
        let cells = Arc::new(batch.project(&others)?);
        let ids = ids(&cells)?;
        let first = number;
        number += batch.num_rows() as u64;
        let row = |i: usize| {
            let mut options = options.clone();
            options.title = titles.as_ref().filter(|t| t.is_valid(i)).map(|t| t.value(i).into());
            let text = texts.is_valid(i).then(|| texts.value(i).to_string());
            let cells = Some((Arc::clone(&cells), i));
            let origin = Origin { number: first + i as u64 + 1, counted: "row", id: ids[i].clone(), cells, size: 1 };
            Row { origin, article: text.map(|text| Article { text, options }).ok_or_else(|| "there is no text".into()) }
        };
        Ok((0..batch.num_rows()).map(row).collect())
    });
    let flat = rows.flat_map(|batch| match batch {
        Ok(rows) => rows.into_iter().map(Ok).collect::<Vec<_>>(),
        Err(error) => vec![Err(error)],
    });
    Ok(Input { rows: Box::new(flat), schema, length })
}

/// A column as strings, however it is stored.
fn strings(batch: &RecordBatch, at: usize) -> Result<StringArray> {
    let strings = cast(batch.column(at), &DataType::Utf8)
        .with_context(|| format!("the column {:?} holds no text", batch.schema().field(at).name()))?;
    Ok(strings.as_string::<i32>().clone())
}

/// The column `id`, if there is one, in JSON: numbers as numbers, all else as strings.
fn ids(cells: &RecordBatch) -> Result<Vec<Option<Box<RawValue>>>> {
    let Some(column) = cells.column_by_name("id") else {
        return Ok(vec![None; cells.num_rows()]);
    };
    let options = FormatOptions::new();
    let shown = ArrayFormatter::try_new(column, &options)?;
    let is_whole = column.data_type().is_integer();
    let id = |i: usize| -> Result<Option<Box<RawValue>>> {
        if column.is_null(i) {
            return Ok(None);
        }
        let text = shown.value(i).try_to_string()?;
        Ok(Some(if is_whole { RawValue::from_string(text)? } else { to_raw_value(&text)? }))
    };
    (0..cells.num_rows()).map(id).collect()
}
