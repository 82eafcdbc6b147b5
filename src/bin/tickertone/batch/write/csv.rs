//! CSV out.

use super::table::Table;
use super::{Answer, Done, Output};
use crate::columns::{write_csv, write_csv_header};
use anyhow::Result;
use arrow_schema::SchemaRef;
use csv::{ByteRecord, ReaderBuilder, Writer};
use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom, Write};

/// A stream of rows.
pub(super) struct Csv<W: Write> {
    table: Table,
    out: Writer<W>,
}

impl<W: Write> Csv<W> {
    /// A stream that begins with the header.
    pub(super) fn new(out: W, carried: &SchemaRef) -> Result<Self> {
        let mut csv = Self::behind_header(out, carried);
        write_csv_header(&csv.table.schema, &mut csv.out)?;
        csv.out.flush()?;
        Ok(csv)
    }

    fn behind_header(out: W, carried: &SchemaRef) -> Self {
        Self { table: Table::new(carried), out: Writer::from_writer(out) }
    }
}

impl<W: Write> Output for Csv<W> {
    fn write(&mut self, answers: &[Answer]) -> Result<()> {
        write_csv(&self.table.rows(answers)?, &mut self.out)?;
        Ok(self.out.flush()?)
    }

    fn finish(&mut self) -> Result<()> {
        Ok(())
    }
}

/// A file, behind the rows that are certainly whole: all but the last, for a cell may hold line feeds.
pub(super) fn open(mut file: File, carried: &SchemaRef) -> Result<(Box<dyn Output>, Done)> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(BufReader::new(&file));
    let mut record = ByteRecord::new();
    let mut records = 0;
    let (mut errors, mut last_is_error) = (0, false);
    let mut end = 0;
    while reader.read_byte_record(&mut record)? {
        errors += u64::from(last_is_error && records > 1);
        records += 1;
        last_is_error = record.iter().next_back().is_some_and(|error| !error.is_empty());
        end = record.position().map_or(0, csv::Position::byte);
    }
    drop(reader);
    file.set_len(end)?;
    file.seek(SeekFrom::End(0))?;
    // The header is the first.
    Ok(if records < 2 {
        file.set_len(0)?;
        file.rewind()?;
        (Box::new(Csv::new(file, carried)?), Done::default())
    } else {
        (Box::new(Csv::behind_header(file, carried)), Done { rows: records - 2, bad: errors })
    })
}
