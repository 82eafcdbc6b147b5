//! Answers as a table: what goes along from the input, then the columns of the record.

use super::Answer;
use crate::columns;
use anyhow::Result;
use arrow_array::{RecordBatch, RecordBatchOptions, StringArray};
use arrow_schema::SchemaRef;
use arrow_select::interleave::interleave_record_batch;
use std::sync::Arc;
use tickertone::Report;

/// The schemas of tables from one input.
pub(super) struct Table {
    carried: SchemaRef,
    pub(super) schema: SchemaRef,
}

impl Table {
    pub(super) fn new(carried: &SchemaRef) -> Self {
        Self { carried: Arc::clone(carried), schema: columns::schema(carried) }
    }

    /// The rows of some answers.
    pub(super) fn rows(&self, answers: &[Answer]) -> Result<RecordBatch> {
        let outcomes: Vec<Result<&Report, String>> = answers
            .iter()
            .map(|a| a.outcome.as_ref().map_err(|e| format!("{} {}: {e}", a.origin.counted, a.origin.number)))
            .collect();
        columns::table(Arc::clone(&self.schema), &self.cells(answers)?, &outcomes)
    }

    /// What goes along: the cells of a table, or of JSON the id, a string without its quotation marks.
    fn cells(&self, answers: &[Answer]) -> Result<RecordBatch> {
        if self.carried.fields().is_empty() {
            let count = RecordBatchOptions::new().with_row_count(Some(answers.len()));
            return Ok(RecordBatch::try_new_with_options(Arc::clone(&self.carried), vec![], &count)?);
        }
        let mut batches: Vec<&Arc<RecordBatch>> = vec![];
        let mut places = vec![];
        for (batch, row) in answers.iter().filter_map(|a| a.origin.cells.as_ref()) {
            if batches.last().is_none_or(|last| !Arc::ptr_eq(last, batch)) {
                batches.push(batch);
            }
            places.push((batches.len() - 1, *row));
        }
        if batches.is_empty() {
            let id = |a: &Answer| {
                let json = a.origin.id.as_ref().map(|id| id.get())?;
                Some(serde_json::from_str::<String>(json).unwrap_or_else(|_| json.into()))
            };
            let ids = Arc::new(answers.iter().map(id).collect::<StringArray>());
            return Ok(RecordBatch::try_new(Arc::clone(&self.carried), vec![ids])?);
        }
        let batches: Vec<&RecordBatch> = batches.into_iter().map(|b| &**b).collect();
        Ok(interleave_record_batch(&batches, &places)?)
    }
}
