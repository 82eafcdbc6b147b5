//! The command line: `tickertone score` for people, `tickertone batch` for programs.

mod answer;
mod args;
mod batch;
mod lines;
mod marked;
mod progress;
mod render;
mod score;

use args::{Args, Command};
use clap::{Parser, error::ErrorKind};
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use tickertone::Analyzer;

fn main() -> ExitCode {
    let outcome = match Args::try_parse() {
        Ok(args) => match args.command {
            Command::Score(command) => score::run(&command, args.offsets),
            Command::Batch => batch::run(args.offsets),
        },
        // Not clap's own line: the model's name needs the engine, which only this path should load.
        Err(error) if error.kind() == ErrorKind::DisplayVersion => version(),
        Err(error) => error.exit(),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Who closes the pipe has read enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(format_args!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Prints the versions of the engine and of the model.
fn version() -> anyhow::Result<bool> {
    writeln!(io::stdout(), "tickertone {} (model {})", env!("CARGO_PKG_VERSION"), Analyzer::new().model())?;
    Ok(true)
}

/// Says what is wrong on standard error; a closed one is no reason to stop.
fn complain(message: impl Display) {
    let _ = writeln!(anstream::stderr(), "tickertone: {message}");
}

/// Tells somebody who gave no input, and so waits for the program, that the program waits for them.
fn hint_if_typed() {
    if io::stdin().is_terminal() {
        complain("reading from the terminal; end with Ctrl-D");
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}
