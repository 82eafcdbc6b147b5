//! The progress bar of a batch: on standard error, if that is a terminal.

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs::File;
use std::io::{self, IsTerminal, Seek};

/// A bar over the bytes of the input, with a count of lines.
pub(crate) struct Progress {
    bar: ProgressBar,
    lines: u64,
}

impl Progress {
    /// A bar with an end where standard input is a regular file, without one for a pipe, and a hidden one where nobody looks.
    pub(crate) fn new() -> Self {
        let length = remaining_input();
        let bar = if io::stderr().is_terminal() {
            ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr())
        } else {
            ProgressBar::hidden()
        };
        let template = match length {
            Some(_) => "{bar:24} {bytes}/{total_bytes}  {msg}  {eta} left",
            None => "{spinner} {bytes}  {msg}",
        };
        bar.set_style(ProgressStyle::with_template(template).expect("a valid template"));
        Self { bar, lines: 0 }
    }

    /// Counts lines and the bytes they took up in the input.
    pub(crate) fn add(&mut self, lines: u64, bytes: u64) {
        self.lines += lines;
        let rate = self.lines as f64 / self.bar.elapsed().as_secs_f64().max(0.001);
        self.bar.set_message(format!("{} lines, {}/s", HumanCount(self.lines), HumanCount(rate as u64)));
        self.bar.inc(bytes);
    }

    /// Does `work` with the bar out of the way: output may go to the same terminal.
    pub(crate) fn suspend<T>(&self, work: impl FnOnce() -> T) -> T {
        self.bar.suspend(work)
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// How many lines were counted.
    pub(crate) fn lines(&self) -> u64 {
        self.lines
    }
}

/// How many bytes are left to read, if standard input is a regular file.
fn remaining_input() -> Option<u64> {
    let mut file = stdin_file().ok()?;
    let metadata = file.metadata().ok()?;
    if !metadata.is_file() {
        return None;
    }
    Some(metadata.len().saturating_sub(file.stream_position().ok()?))
}

#[cfg(unix)]
fn stdin_file() -> io::Result<File> {
    use std::os::fd::AsFd;
    Ok(File::from(io::stdin().as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn stdin_file() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(io::stdin().as_handle().try_clone_to_owned()?))
}
