//! `tickertone batch`: JSON lines in, JSON lines out, in the same order, on all cores and in constant memory.

use crate::answer::{Answer, answer};
use crate::args::Offsets;
use crate::lines::{Lines, MAX_LINE};
use crate::progress::Progress;
use crate::{complain, hint_if_typed};
use anyhow::{Context, Result};
use rayon::prelude::*;
use std::io::{self, Write};
use tickertone::Analyzer;

/// Lines in a chunk for each core: enough that the cores wait little for the slowest line.
const LINES_PER_CORE: usize = 64;
/// Bytes after which a chunk is closed. With [`MAX_LINE`] it bounds the memory.
const CHUNK_BYTES: usize = 8 << 20;
/// The exit status of a program that was interrupted, by custom.
const INTERRUPTED: i32 = 130;

/// Answers every line; false if one could not be. Fails only if input or output do.
pub(crate) fn run(offsets: Offsets) -> Result<bool> {
    // Chunks are written under the lock of standard output: who holds it sees whole lines.
    ctrlc::set_handler(|| {
        let _whole_lines = io::stdout().lock();
        std::process::exit(INTERRUPTED);
    })?;
    hint_if_typed();
    let analyzer = Analyzer::new();
    let offsets = offsets.into();
    let mut lines = Lines::new(io::stdin().lock(), MAX_LINE);
    let mut progress = Progress::new();
    let mut chunk = Vec::new();
    let mut bad = 0;
    loop {
        lines
            .read(&mut chunk, LINES_PER_CORE * rayon::current_num_threads(), CHUNK_BYTES)
            .context("cannot read standard input")?;
        if chunk.is_empty() {
            break;
        }
        let answers: Vec<Answer> =
            chunk.par_iter().with_max_len(1).map(|line| answer(&analyzer, line, offsets)).collect();
        progress.suspend(|| write(&answers))?;
        bad += answers.iter().filter(|a| !a.good).count();
        progress.add(chunk.len() as u64, chunk.iter().map(|l| l.length).sum());
    }
    progress.finish();
    if bad > 0 {
        complain(format_args!("{bad} of {} lines could not be scored", progress.lines()));
    }
    Ok(bad == 0)
}

fn write(answers: &[Answer]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for answer in answers {
        out.write_all(&answer.json)?;
    }
    out.flush()
}
