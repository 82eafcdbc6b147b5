//! Lines of bytes from a stream, none longer than a limit.

use std::io::{BufRead, Read, Result};

/// A line without its line feed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Counted from 1.
    pub(super) number: u64,
    /// The line, or its beginning where it is not `whole`.
    pub(super) bytes: Vec<u8>,
    /// Whether it keeps within the limit.
    pub(super) whole: bool,
    /// Bytes that it takes up in the stream.
    pub(super) length: u64,
}

/// The lines of a stream that are not blank.
pub(super) struct Lines<R> {
    input: R,
    number: u64,
    limit: usize,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input`; of one that is longer than `limit` bytes the beginning.
    pub(super) fn new(input: R, limit: usize) -> Self {
        Self { input, number: 0, limit }
    }

    fn read(&mut self) -> Result<Option<Line>> {
        let mut bytes = Vec::new();
        self.input.by_ref().take(self.limit as u64 + 1).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let mut length = bytes.len() as u64;
        let mut whole = true;
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        } else if bytes.len() > self.limit {
            whole = false;
            length += self.input.skip_until(b'\n')? as u64;
        }
        // Some editors begin a file with a byte order mark.
        if self.number == 0 && bytes.starts_with("\u{feff}".as_bytes()) {
            bytes.drain(..3);
        }
        self.number += 1;
        Ok(Some(Line { number: self.number, bytes, whole, length }))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        let is_blank = |line: &Line| line.whole && line.bytes.trim_ascii().is_empty();
        loop {
            match self.read().transpose()? {
                Ok(line) if is_blank(&line) => {}
                line => return Some(line),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &str, limit: usize) -> Vec<(u64, String, bool, u64)> {
        let lines = Lines::new(input.as_bytes(), limit).map(Result::unwrap);
        lines.map(|l| (l.number, String::from_utf8(l.bytes).unwrap(), l.whole, l.length)).collect()
    }

    #[test]
    fn blank_lines_count_and_are_left_out() {
        let line = |n, s: &str, length| (n, s.to_string(), true, length);
        assert_eq!(read("a\n\n \r\nb\r\nc", 9), [line(1, "a", 2), line(4, "b\r", 3), line(5, "c", 1)]);
        assert_eq!(read("\u{feff}a\n\u{feff}b", 9), [line(1, "a", 5), line(2, "\u{feff}b", 4)]);
        assert_eq!(read(&format!("{}x", " \n".repeat(2_000)), 9), [line(2_001, "x", 1)]);
        assert!(read("", 9).is_empty());
    }

    #[test]
    fn long_lines_keep_their_beginning() {
        assert_eq!(
            read("12345\n1234567\n123456\nx", 5),
            [
                (1, "12345".to_string(), true, 6),
                (2, "123456".to_string(), false, 8),
                (3, "123456".to_string(), false, 7),
                (4, "x".to_string(), true, 1)
            ]
        );
    }
}
