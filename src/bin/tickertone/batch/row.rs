//! A row on its way through a batch, whatever the forms of input and output.

use arrow_array::RecordBatch;
use serde_json::value::RawValue;
use std::sync::Arc;
use tickertone::{Options, Report};

/// What an input gives.
pub(super) struct Row {
    /// What stays with the answer.
    pub(super) origin: Origin,
    /// What is to be read, or what is wrong with the row.
    pub(super) article: Result<Article, String>,
}

/// A text and what to ask of it.
pub(super) struct Article {
    pub(super) text: String,
    pub(super) options: Options,
}

/// Where a row comes from.
pub(super) struct Origin {
    /// The number of its line, or in Parquet of the row, from 1.
    pub(super) number: u64,
    /// What that is a number of.
    pub(super) counted: &'static str,
    /// Its id in JSON, as it was written.
    pub(super) id: Option<Box<RawValue>>,
    /// The columns of a table beside text and title: one row of this batch.
    pub(super) cells: Option<(Arc<RecordBatch>, usize)>,
    /// What it takes up in the input: bytes, in Parquet 1.
    pub(super) size: u64,
}

/// What an output gets.
pub(super) struct Answer {
    pub(super) origin: Origin,
    pub(super) outcome: Result<Report, String>,
}
