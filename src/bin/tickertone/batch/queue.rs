//! What has been read and not yet been taken, bounded in rows and in bytes. Whoever takes gets all there is, so that a
//! single line is answered at once and a flood of them goes to all cores.

use super::row::Row;
use anyhow::Result;
use std::sync::{Condvar, Mutex, MutexGuard};

/// Bytes of text after which the reader waits. With the longest line it bounds the memory.
const MOST_BYTES: usize = 8 << 20;

/// Rows between the thread that reads and the one that answers.
pub(super) struct Queue {
    state: Mutex<State>,
    changed: Condvar,
    most_rows: usize,
}

#[derive(Default)]
struct State {
    rows: Vec<Row>,
    bytes: usize,
    /// How reading ended, once it has.
    end: Option<Result<()>>,
}

impl Queue {
    /// A queue of at most so many rows.
    pub(super) fn new(most_rows: usize) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), most_rows }
    }

    /// Puts in all rows and then the end; waits where the queue is full.
    pub(super) fn fill(&self, rows: impl Iterator<Item = Result<Row>>) {
        let mut end = Ok(());
        for row in rows {
            match row {
                Ok(row) => self.push(row),
                Err(error) => {
                    end = Err(error);
                    break;
                }
            }
        }
        self.lock().end = Some(end);
        self.changed.notify_all();
    }

    fn push(&self, row: Row) {
        let is_full = |s: &mut State| s.rows.len() >= self.most_rows || s.bytes >= MOST_BYTES;
        let mut state = self.changed.wait_while(self.lock(), is_full).expect("no thread panics with the lock");
        state.bytes += row.article.as_ref().map_or(0, |a| a.text.len());
        state.rows.push(row);
        self.changed.notify_all();
    }

    /// Takes all rows there are, waiting for the first; none at the end.
    pub(super) fn take(&self) -> Result<Vec<Row>> {
        let is_empty = |s: &mut State| s.rows.is_empty() && s.end.is_none();
        let mut state = self.changed.wait_while(self.lock(), is_empty).expect("no thread panics with the lock");
        state.bytes = 0;
        let rows = std::mem::take(&mut state.rows);
        self.changed.notify_all();
        if rows.is_empty() { state.end.take().unwrap_or(Ok(())).map(|()| rows) } else { Ok(rows) }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread panics with the lock")
    }
}
