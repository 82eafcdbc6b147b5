//! `tickertone score`: files in, a report on each out.

mod marked;
mod page;
mod pieces;
mod read;
mod render;
mod watch;

use crate::args::{Offsets, Score};
use crate::columns::{schema, table, write_csv, write_csv_header};
use crate::complain;
use anyhow::Result;
use arrow_array::{RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use read::Source;
use std::io::{self, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tickertone::{Analyzer, Options, Report, Unit};

/// Reports on every file; false if one could not be read or scored. Fails only if the output does.
pub(crate) fn run(command: &Score, offsets: Offsets) -> Result<bool> {
    let mut reports = Reports::new(command, offsets);
    reports.begin()?;
    if let Some(folder) = &command.watch {
        watch::watch(folder, |file| reports.add(file))?;
    }
    let stdin = [PathBuf::from("-")];
    let patterns = if command.files.is_empty() { &stdin[..] } else { &command.files };
    for pattern in patterns {
        match read::files(pattern) {
            Ok(files) => files.iter().try_for_each(|file| reports.add(file))?,
            Err(error) => reports.fail(pattern, &error),
        }
    }
    reports.end()?;
    Ok(reports.all_right)
}

/// How reports are printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Text,
    Json,
    Csv,
    Page,
}

/// Reports, printed one after the other.
struct Reports {
    analyzer: Analyzer,
    options: Options,
    look: Look,
    /// Whether each is headed by its file's name.
    headed: bool,
    printed: usize,
    all_right: bool,
}

impl Reports {
    fn new(command: &Score, offsets: Offsets) -> Self {
        let look = match command {
            Score { json: true, .. } => Look::Json,
            Score { csv: true, .. } => Look::Csv,
            Score { html: true, .. } => Look::Page,
            _ => Look::Text,
        };
        // Only the record tells spans; all else cuts the text by them, and Rust cuts by bytes.
        let unit = if look == Look::Json { offsets.into() } else { Unit::Utf8 };
        let mut options = command.names.options().offsets(unit);
        options.title.clone_from(&command.title);
        let many = match &command.files[..] {
            [] => command.watch.is_some(),
            // A pattern.
            [one] => !read::is_stdin(one) && !one.exists(),
            _ => true,
        };
        Self { analyzer: Analyzer::new(), options, look, headed: many, printed: 0, all_right: true }
    }

    fn begin(&self) -> Result<()> {
        match self.look {
            Look::Csv => write_csv_header(&schema(&by_file()), &mut csv::Writer::from_writer(io::stdout())),
            Look::Page => Ok(writeln!(io::stdout(), "{}", page::beginning().into_string())?),
            Look::Text | Look::Json => Ok(()),
        }
    }

    /// Reads a file and prints the report on it.
    fn add(&mut self, file: &Path) -> Result<()> {
        let answer = read::read(file).and_then(|source| {
            let mut options = self.options.clone();
            options.title = options.title.or(source.title);
            let report = self.analyzer.analyze_with(&source.text, &options)?;
            Ok((report, Source { title: options.title, text: source.text }))
        });
        match answer {
            Ok((report, source)) => self.print(&name(file), &report, &source),
            Err(error) => {
                self.fail(file, &error);
                Ok(())
            }
        }
    }

    fn fail(&mut self, file: &Path, error: &anyhow::Error) {
        complain(format_args!("{}: {error:#}", name(file)));
        self.all_right = false;
    }

    fn print(&mut self, name: &str, report: &Report, Source { title, text }: &Source) -> Result<()> {
        let mut out = io::stdout().lock();
        match self.look {
            Look::Text => self.print_text(name, report, title.as_deref(), text)?,
            Look::Json if out.is_terminal() => writeln!(out, "{}", serde_json::to_string_pretty(report)?)?,
            Look::Json => writeln!(out, "{}", serde_json::to_string(report)?)?,
            Look::Csv => print_csv(name, report, &mut out)?,
            Look::Page => writeln!(out, "{}", page::article(name, report, title.as_deref(), text).into_string())?,
        }
        self.printed += 1;
        Ok(out.flush()?)
    }

    fn print_text(&self, name: &str, report: &Report, title: Option<&str>, text: &str) -> Result<()> {
        let mut out = anstream::stdout().lock();
        let width = textwrap::termwidth();
        if self.headed {
            if self.printed > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{}", render::header(name, width))?;
        }
        Ok(writeln!(out, "{}", render::report(report, title, text, width))?)
    }

    fn end(&self) -> Result<()> {
        if self.look == Look::Page {
            writeln!(io::stdout(), "{}", page::end().into_string())?;
        }
        Ok(())
    }
}

/// What stands before our columns.
fn by_file() -> SchemaRef {
    Arc::new(Schema::new(vec![Field::new("file", DataType::Utf8, false)]))
}

fn print_csv(name: &str, report: &Report, out: &mut StdoutLock) -> Result<()> {
    let file = RecordBatch::try_new(by_file(), vec![Arc::new(StringArray::from_iter_values([name]))])?;
    let row = table(schema(&by_file()), &file, &[Ok(report)])?;
    write_csv(&row, &mut csv::Writer::from_writer(out))
}

fn name(file: &Path) -> String {
    if read::is_stdin(file) { "standard input".into() } else { file.display().to_string() }
}
