//! The progress bar of a batch: on standard error, if that is a terminal.

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};

/// A bar over the input, with a count of rows.
pub(super) struct Progress {
    bar: ProgressBar,
    rows: u64,
}

impl Progress {
    /// A bar with an end where the length is known, without one for a pipe, and a hidden one where nobody looks. The length
    /// is in bytes or in rows.
    pub(super) fn new(length: Option<u64>, in_rows: bool) -> Self {
        let bar = if io::stderr().is_terminal() {
            ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr())
        } else {
            ProgressBar::hidden()
        };
        let template = match length {
            Some(_) if in_rows => "{bar:24} {percent}%  {msg}  {eta} left",
            Some(_) => "{bar:24} {bytes}/{total_bytes}  {msg}  {eta} left",
            None => "{spinner} {bytes}  {msg}",
        };
        bar.set_style(ProgressStyle::with_template(template).expect("a valid template"));
        Self { bar, rows: 0 }
    }

    /// Passes over what was done by an earlier run: it does not count for the rate.
    pub(super) fn skip(&mut self, size: u64) {
        self.bar.set_position(self.bar.position() + size);
        self.bar.reset_eta();
        self.bar.reset_elapsed();
    }

    /// Counts rows and what they took up in the input.
    pub(super) fn add(&mut self, rows: u64, size: u64) {
        self.rows += rows;
        let rate = self.rows as f64 / self.bar.elapsed().as_secs_f64().max(0.001);
        self.bar.set_message(format!("{} rows, {}/s", HumanCount(self.rows), HumanCount(rate as u64)));
        self.bar.inc(size);
    }

    /// Does `work` with the bar out of the way: output may go to the same terminal.
    pub(super) fn suspend<T>(&self, work: impl FnOnce() -> T) -> T {
        self.bar.suspend(work)
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// How many rows were counted.
    pub(super) fn rows(&self) -> u64 {
        self.rows
    }
}
