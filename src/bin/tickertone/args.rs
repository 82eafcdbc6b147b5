//! What can be asked on the command line.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};
use tickertone::{Options, Unit};

/// How good or bad a piece of financial news is, for whom, and by which phrases.
#[derive(Parser)]
#[command(name = "tickertone", version, arg_required_else_help = true, after_help = EXIT_STATUS)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The unit of the spans in JSON
    #[arg(long, global = true, value_name = "UNIT", default_value = "utf-8")]
    pub(crate) offsets: Offsets,
}

const EXIT_STATUS: &str = "\
Exit status:
  0    all right
  1    some input could not be read or scored
  2    wrong usage
  130  interrupted

Colours: where the terminal has them, unless NO_COLOR is set.";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Read articles and report on each
    #[command(after_help = EXIT_STATUS)]
    Score(Score),
    /// Score the rows of a file or stream, in order, on all cores
    #[command(long_about = BATCH, after_help = EXIT_STATUS)]
    Batch(Batch),
    /// Print a shell's completions
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write the manual pages
    Man {
        /// The folder they go to
        folder: PathBuf,
    },
}

const BATCH: &str = "\
Score the rows of a file or stream, in order, on all cores and in constant memory.

JSON Lines
  in   {\"id\": any value, \"text\": \"...\", \"title\": \"...\", \"targets\": [\"name\", ...], \"aliases\": {\"name\": [\"other\", ...]}}
       only the text must be there; other fields are ignored, blank lines skipped
  out  {\"id\": as given, ...the record...}
       or, for a line that cannot be scored, {\"id\", \"line\": number, \"error\": \"...\"}
CSV, Parquet
  in   a table with a column for the text and perhaps one for the title
  out  its other columns, then score, label, negative, neutral, positive, confidence, mixed, words, entities (in JSON)
       and error, which says what is wrong with a row that cannot be scored; in CSV, a cell that a spreadsheet would
       take for a formula gets an apostrophe in front

A line is answered as soon as it is read, so the program can run beside another one.";

#[derive(clap::Args)]
pub(crate) struct Score {
    /// Files of UTF-8 text or HTML, or patterns of such (news/**/*.txt); without one, or for -, standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Print the record as JSON, one after the other
    #[arg(long, group = "form")]
    pub(crate) json: bool,
    /// Print a table in CSV: a row for each article
    #[arg(long, group = "form")]
    pub(crate) csv: bool,
    /// Print a web page that needs no other file
    #[arg(long, group = "form")]
    pub(crate) html: bool,
    /// Report on each file that is put into this folder or changed there, until interrupted
    #[arg(long, value_name = "DIR", conflicts_with_all = ["files", "html"])]
    pub(crate) watch: Option<PathBuf>,
    /// A title that stands apart from the text
    #[arg(long, value_name = "TITLE")]
    pub(crate) title: Option<String>,
    #[command(flatten)]
    pub(crate) names: Names,
}

#[derive(clap::Args)]
pub(crate) struct Batch {
    /// The file to read; without one, or for -, standard input
    #[arg(value_name = "FILE")]
    pub(crate) input: Option<PathBuf>,
    /// The file to write; must not be there yet, unless with --resume
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The form of the input; by default what the file's name says, or JSON Lines
    #[arg(long, value_name = "FORM")]
    pub(crate) from: Option<Form>,
    /// The form of the output; by default what the file's name says, or that of the input
    #[arg(long, value_name = "FORM")]
    pub(crate) to: Option<Form>,
    /// The column or field that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) text_column: String,
    /// The column or field that holds the title, if there is one
    #[arg(long, value_name = "NAME", default_value = "title")]
    pub(crate) title_column: String,
    /// Continue an interrupted run: the rows that are in the output already are not scored again
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
    #[command(flatten)]
    pub(crate) names: Names,
}

/// Names to score besides those found.
#[derive(clap::Args)]
pub(crate) struct Names {
    /// A name to score besides those found; may be given again
    #[arg(long = "target", value_name = "NAME")]
    targets: Vec<String>,
    /// A name to score and another it goes by; may be given again
    #[arg(long = "alias", value_name = "NAME=OTHER", value_parser = pair)]
    aliases: Vec<(String, String)>,
}

impl Names {
    /// What to ask of the engine.
    pub(crate) fn options(&self) -> Options {
        let options = self.targets.iter().fold(Options::new(), |options, name| options.target(name));
        self.aliases.iter().fold(options, |options, (name, other)| options.alias(name, other))
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, other) = text.split_once('=').ok_or("must be NAME=OTHER")?;
    Ok((name.trim().into(), other.trim().into()))
}

/// A form of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// JSON Lines
    Jsonl,
    /// Comma-separated values
    Csv,
    /// Apache Parquet
    Parquet,
}

impl Form {
    /// What a file's name says.
    pub(crate) fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "jsonl" | "ndjson" | "json" => Some(Form::Jsonl),
            "csv" => Some(Form::Csv),
            "parquet" => Some(Form::Parquet),
            _ => None,
        }
    }
}

/// [`Unit`] as clap reads it.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes
    #[value(name = "utf-8")]
    Utf8,
    /// Code units, as JavaScript counts
    #[value(name = "utf-16")]
    Utf16,
}

impl From<Offsets> for Unit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Utf8 => Unit::Utf8,
            Offsets::Utf16 => Unit::Utf16,
        }
    }
}
