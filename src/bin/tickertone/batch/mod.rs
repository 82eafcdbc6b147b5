//! `tickertone batch`: rows in, a record for each out, in the same order, on all cores and in constant memory.

mod progress;
mod queue;
mod read;
mod row;
mod write;

use crate::args::{Batch, Form, Offsets};
use crate::complain;
use anyhow::Result;
use progress::Progress;
use queue::Queue;
use rayon::prelude::*;
use read::Input;
use row::{Answer, Row};
use std::io;
use std::path::Path;
use std::sync::Arc;
use tickertone::Analyzer;
use write::Done;

/// Rows in a chunk for each core: enough that the cores wait little for the slowest row.
const ROWS_PER_CORE: usize = 64;

/// Answers every row; false if one could not be. Fails only if input or output do.
pub(crate) fn run(command: &Batch, offsets: Offsets) -> Result<bool> {
    let file = |path: &Option<_>| path.clone().filter(|p| p != Path::new("-"));
    let (source, target) = (file(&command.input), file(&command.output));
    let from = command.from.or_else(|| Form::of(source.as_ref()?)).unwrap_or(Form::Jsonl);
    // Parquet is no form for a stream.
    let like_input = if from == Form::Parquet { Form::Jsonl } else { from };
    let to = command.to.or_else(|| Form::of(target.as_ref()?)).unwrap_or(like_input);

    let options = command.names.options().offsets(offsets.into());
    let mut input = Input::open(source.as_deref(), from, &command.text_column, &command.title_column, options)?;
    let (mut output, done) = write::open(target.as_deref(), to, &input.schema, command.resume)?;
    let mut progress = Progress::new(input.length, from == Form::Parquet);
    input.skip(done.rows, |size| progress.skip(size))?;
    let Done { mut bad, .. } = done;

    let analyzer = Analyzer::new();
    let queue = Arc::new(Queue::new(ROWS_PER_CORE * rayon::current_num_threads()));
    let reader = Arc::clone(&queue);
    std::thread::spawn(move || reader.fill(input.rows));
    loop {
        let rows = queue.take()?;
        if rows.is_empty() {
            break;
        }
        let answers: Vec<Answer> = rows.into_par_iter().with_max_len(1).map(|row| answer(&analyzer, row)).collect();
        progress.suspend(|| {
            // Whoever interrupts the program waits for this lock: the output ends with a whole row.
            let _whole = io::stdout().lock();
            output.write(&answers)
        })?;
        bad += answers.iter().filter(|a| a.outcome.is_err()).count() as u64;
        progress.add(answers.len() as u64, answers.iter().map(|a| a.origin.size).sum());
    }
    output.finish()?;
    progress.finish();
    if bad > 0 {
        let rows = done.rows + progress.rows();
        complain(format_args!("{bad} of {rows} rows could not be scored"));
    }
    Ok(bad == 0)
}

fn answer(analyzer: &Analyzer, row: Row) -> Answer {
    let read =
        |article: row::Article| analyzer.analyze_with(&article.text, &article.options).map_err(|e| e.to_string());
    Answer { origin: row.origin, outcome: row.article.and_then(read) }
}
