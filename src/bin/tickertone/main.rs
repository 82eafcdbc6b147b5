//! The command line: `tickertone score` for people, `tickertone batch` for programs.

mod args;
mod batch;
mod columns;
mod score;

use args::{Args, Command};
use clap::{CommandFactory, Parser, error::ErrorKind};
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use tickertone::Analyzer;

/// The exit status of a program that was interrupted, by custom.
const INTERRUPTED: i32 = 130;

fn main() -> ExitCode {
    let outcome = match Args::try_parse() {
        Ok(args) => run(&args),
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

fn run(args: &Args) -> anyhow::Result<bool> {
    // Output is written under the lock of standard output: who holds it sees it whole.
    ctrlc::set_handler(|| {
        let _whole = io::stdout().lock();
        std::process::exit(INTERRUPTED);
    })?;
    match &args.command {
        Command::Score(command) => score::run(command, args.offsets),
        Command::Batch(command) => batch::run(command, args.offsets),
        Command::Completions { shell } => {
            // Not straight to the stream: clap takes a closed pipe for a reason to panic.
            let mut script = vec![];
            clap_complete::generate(*shell, &mut Args::command(), "tickertone", &mut script);
            io::stdout().write_all(&script)?;
            Ok(true)
        }
        Command::Man { folder } => {
            std::fs::create_dir_all(folder)?;
            clap_mangen::generate_to(Args::command(), folder)?;
            Ok(true)
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
    // The csv crate wraps what the stream says.
    error.chain().any(|cause| {
        let cause = cause.downcast_ref::<io::Error>();
        cause.is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    })
}
