//! A report as columns of a table, in Arrow's terms; and tables as CSV that no spreadsheet takes for more than text.

use anyhow::Result;
use arrow_array::{ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray, UInt32Array};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use serde::Serialize;
use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;
use tickertone::Report;
use tickertone::report::{Entity, Kind, Label};

/// Our columns, in order.
const COLUMNS: [(&str, DataType); 10] = [
    ("score", DataType::Float64),
    ("label", DataType::Utf8),
    ("negative", DataType::Float64),
    ("neutral", DataType::Float64),
    ("positive", DataType::Float64),
    ("confidence", DataType::Float64),
    ("mixed", DataType::Boolean),
    ("words", DataType::UInt32),
    ("entities", DataType::Utf8),
    ("error", DataType::Utf8),
];

/// What a table says of an entity.
#[derive(Serialize)]
struct Brief<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticker: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exchange: Option<&'a str>,
    kind: Kind,
    score: f64,
    label: Label,
    relevance: f64,
}

impl<'a> From<&'a Entity> for Brief<'a> {
    fn from(entity: &'a Entity) -> Self {
        Self {
            name: &entity.name,
            ticker: entity.ticker.as_deref(),
            exchange: entity.exchange.as_deref(),
            kind: entity.kind,
            score: entity.score,
            label: entity.label,
            relevance: entity.relevance,
        }
    }
}

/// The columns of `carried`, then ours. Where a name is taken, ours has `tickertone_` in front.
pub(crate) fn schema(carried: &Schema) -> SchemaRef {
    let ours = COLUMNS.map(|(name, kind)| {
        let taken = carried.column_with_name(name).is_some();
        Field::new(if taken { format!("tickertone_{name}") } else { name.into() }, kind, true)
    });
    Arc::new(Schema::new(carried.fields().iter().cloned().chain(ours.map(Arc::new)).collect::<Vec<_>>()))
}

/// A table of `schema`: the columns of `carried` and a row for each outcome.
pub(crate) fn table(
    schema: SchemaRef,
    carried: &RecordBatch,
    outcomes: &[Result<&Report, String>],
) -> Result<RecordBatch> {
    let report = |i: usize| outcomes[i].as_ref().ok();
    let rows = 0..outcomes.len();
    let number = |of: fn(&Report) -> f64| -> ArrayRef {
        Arc::new(rows.clone().map(|i| report(i).map(|r| of(r))).collect::<Float64Array>())
    };
    let label = |r: &Report| serde_json::to_value(r.label).ok().and_then(|v| v.as_str().map(String::from));
    let entities = |r: &Report| serde_json::to_string(&r.entities.iter().map(Brief::from).collect::<Vec<_>>()).ok();
    let ours: [ArrayRef; 10] = [
        number(|r| r.score),
        Arc::new(rows.clone().map(|i| report(i).and_then(|r| label(r))).collect::<StringArray>()),
        number(|r| r.probabilities.negative),
        number(|r| r.probabilities.neutral),
        number(|r| r.probabilities.positive),
        number(|r| r.confidence),
        Arc::new(rows.clone().map(|i| report(i).map(|r| r.mixed)).collect::<BooleanArray>()),
        Arc::new(rows.clone().map(|i| report(i).map(|r| r.words)).collect::<UInt32Array>()),
        Arc::new(rows.clone().map(|i| report(i).and_then(|r| entities(r))).collect::<StringArray>()),
        Arc::new(rows.map(|i| outcomes[i].as_ref().err()).collect::<StringArray>()),
    ];
    Ok(RecordBatch::try_new(schema, carried.columns().iter().cloned().chain(ours).collect())?)
}

/// Writes a table's rows as CSV.
pub(crate) fn write_csv(table: &RecordBatch, out: &mut csv::Writer<impl Write>) -> Result<()> {
    let options = FormatOptions::new();
    let columns = table.columns().iter().map(|c| ArrayFormatter::try_new(c, &options));
    let columns: Vec<ArrayFormatter> = columns.collect::<Result<_, _>>()?;
    for row in 0..table.num_rows() {
        for column in &columns {
            out.write_field(&*harmless(&column.value(row).try_to_string()?))?;
        }
        out.write_record(None::<&[u8]>)?;
    }
    Ok(())
}

/// Writes the names of a table's columns as CSV.
pub(crate) fn write_csv_header(schema: &Schema, out: &mut csv::Writer<impl Write>) -> Result<()> {
    Ok(out.write_record(schema.fields().iter().map(|f| harmless(f.name()).into_owned()))?)
}

/// Marks as text, with an apostrophe, what a spreadsheet would take for a formula. Numbers may begin with a sign.
fn harmless(cell: &str) -> Cow<'_, str> {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if formula { format!("'{cell}").into() } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text_and_numbers_stay() {
        for formula in ["=1+1", "+A1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "-"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for plain in ["-0.31", "+5", "1e3", "a=b", "", "'=1", "−3"] {
            assert_eq!(harmless(plain), plain);
        }
    }

    #[test]
    fn a_name_that_is_taken_gives_way() {
        let carried =
            Schema::new(vec![Field::new("id", DataType::Int64, true), Field::new("label", DataType::Utf8, true)]);
        let names: Vec<String> = schema(&carried).fields().iter().map(|f| f.name().clone()).collect();
        assert_eq!(names[..4], ["id", "label", "score", "tickertone_label"]);
        assert_eq!(names.len(), 12);
    }
}
