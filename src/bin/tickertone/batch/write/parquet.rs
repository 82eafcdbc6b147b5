//! Parquet out. A Parquet file is worth nothing before its end is written, so each group of rows goes to a file of its own
//! in a folder beside it; at the end the groups are put together, byte for byte, and the folder goes.

use super::table::Table;
use super::{Answer, Done, Output, taken};
use anyhow::{Context, Result};
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use arrow_select::concat::concat_batches;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::column::writer::ColumnCloseResult;
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataReader};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows in a group. Always as many, however they come, so that the same input gives the same bytes.
const GROUP: usize = 4096;

/// A file in the making.
struct Parquet {
    path: PathBuf,
    folder: PathBuf,
    table: Table,
    /// Rows that do not make a group yet.
    pending: Vec<RecordBatch>,
    rows: usize,
    groups: usize,
}

/// A file that an earlier run has finished.
struct Finished;

impl Output for Finished {
    fn write(&mut self, _: &[Answer]) -> Result<()> {
        anyhow::bail!("it is finished, and the input has more rows: it belongs to another")
    }

    fn finish(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Opens a file, behind the whole groups that are beside it.
pub(super) fn open(path: &Path, carried: &SchemaRef, resume: bool) -> Result<(Box<dyn Output>, Done)> {
    let mut folder = path.as_os_str().to_owned();
    folder.push(".parts");
    let folder = PathBuf::from(folder);
    let mut done = Done::default();
    if !resume && (path.exists() || folder.exists()) {
        return Err(taken());
    }
    if path.exists() {
        count(&metadata(&File::open(path)?)?, &mut done);
        return Ok((Box::new(Finished), done));
    }
    fs::create_dir_all(&folder)?;
    let mut out =
        Parquet { path: path.into(), folder, table: Table::new(carried), pending: vec![], rows: 0, groups: 0 };
    while let Ok(group) = File::open(out.group(out.groups)) {
        count(&metadata(&group)?, &mut done);
        out.groups += 1;
    }
    Ok((Box::new(out), done))
}

fn metadata(file: &File) -> Result<ParquetMetaData> {
    Ok(ParquetMetaDataReader::new().parse_and_finish(file)?)
}

/// Counts rows; those with something in the last column, `error`, are bad.
fn count(metadata: &ParquetMetaData, done: &mut Done) {
    for group in metadata.row_groups() {
        let rows = group.num_rows() as u64;
        let nulls = group.columns().last().and_then(|c| c.statistics()?.null_count_opt());
        done.rows += rows;
        done.bad += rows - nulls.unwrap_or(rows);
    }
}

impl Output for Parquet {
    fn write(&mut self, answers: &[Answer]) -> Result<()> {
        self.pending.push(self.table.rows(answers)?);
        self.rows += answers.len();
        while self.rows >= GROUP {
            self.write_group(GROUP)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        if self.rows > 0 || self.groups == 0 {
            self.write_group(self.rows)?;
        }
        let whole = self.folder.join("whole");
        self.put_together(&whole)?;
        fs::rename(whole, &self.path)?;
        Ok(fs::remove_dir_all(&self.folder)?)
    }
}

impl Parquet {
    fn group(&self, number: usize) -> PathBuf {
        self.folder.join(format!("{number}.parquet"))
    }

    /// Writes the first rows of those that are pending. The file has its name only once it is whole.
    fn write_group(&mut self, rows: usize) -> Result<()> {
        let pending = concat_batches(&self.table.schema, &self.pending)?;
        let part = self.folder.join("part");
        let compression = Compression::ZSTD(ZstdLevel::default());
        let properties = WriterProperties::builder().set_compression(compression).build();
        let mut writer = ArrowWriter::try_new(File::create(&part)?, Arc::clone(&self.table.schema), Some(properties))?;
        writer.write(&pending.slice(0, rows))?;
        writer.close()?;
        fs::rename(part, self.group(self.groups))?;
        self.groups += 1;
        self.pending = vec![pending.slice(rows, pending.num_rows() - rows)];
        self.rows -= rows;
        Ok(())
    }

    /// Copies all groups into one file.
    fn put_together(&self, path: &Path) -> Result<()> {
        let first = metadata(&File::open(self.group(0))?)?;
        let first = first.file_metadata();
        let properties = WriterProperties::builder().set_key_value_metadata(first.key_value_metadata().cloned());
        let schema = first.schema_descr().root_schema_ptr();
        let mut out = SerializedFileWriter::new(File::create(path)?, schema, properties.build().into())?;
        for number in 0..self.groups {
            let file = File::open(self.group(number))?;
            for group in metadata(&file)?.row_groups() {
                let mut copy = out.next_row_group()?;
                for column in group.columns() {
                    let size = u64::try_from(column.compressed_size()).context("a column of negative size")?;
                    let written = ColumnCloseResult {
                        bytes_written: size,
                        rows_written: group.num_rows() as u64,
                        metadata: column.clone(),
                        bloom_filter: None,
                        column_index: None,
                        offset_index: None,
                    };
                    copy.append_column(&file, written)?;
                }
                copy.close()?;
            }
        }
        out.close()?;
        Ok(())
    }
}
