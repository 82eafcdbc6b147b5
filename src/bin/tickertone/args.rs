//! What can be asked on the command line.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use tickertone::Unit;

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
  130  interrupted";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Read articles and report on each
    #[command(after_help = EXIT_STATUS)]
    Score(Score),
    /// Score JSON lines from standard input to standard output, in order, on all cores
    #[command(long_about = BATCH, after_help = EXIT_STATUS)]
    Batch,
}

const BATCH: &str = "\
Score JSON lines from standard input to standard output, in order, on all cores.

  in   {\"id\": any value, \"text\": \"...\", \"title\": \"...\", \"targets\": [\"name\", ...]}
       only \"text\" must be there; other fields are ignored, blank lines skipped
  out  {\"id\": as given, ...the record...}
       or, for a line that cannot be scored, {\"id\", \"line\": number, \"error\": \"...\"}";

#[derive(clap::Args)]
pub(crate) struct Score {
    /// Files of UTF-8 text; without one, or for -, standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Print the record as JSON, one after the other
    #[arg(long)]
    pub(crate) json: bool,
    /// A title that stands apart from the text
    #[arg(long, value_name = "TITLE")]
    pub(crate) title: Option<String>,
    /// A name to score besides those found; may be given again
    #[arg(long = "target", value_name = "NAME")]
    pub(crate) targets: Vec<String>,
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
