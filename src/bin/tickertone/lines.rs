//! Lines of bytes from a stream, none longer than a limit.

use std::io::{BufRead, Read, Result};

/// The longest line that is held, in bytes: the longest text, with every byte written as a JSON escape, and room to spare.
pub(crate) const MAX_LINE: usize = 8 * tickertone::MAX_BYTES;

/// A line without its line feed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Counted from 1.
    pub(crate) number: u64,
    /// The line, or its beginning where it is not `whole`.
    pub(crate) bytes: Vec<u8>,
    /// Whether it keeps within the limit.
    pub(crate) whole: bool,
    /// Bytes that it takes up in the stream.
    pub(crate) length: u64,
}

/// The lines of a stream that are not blank.
pub(crate) struct Lines<R> {
    input: R,
    number: u64,
    limit: usize,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input`; of one that is longer than `limit` bytes the beginning.
    pub(crate) fn new(input: R, limit: usize) -> Self {
        Self { input, number: 0, limit }
    }

    /// Fills `chunk` with the next lines, `count` or until they hold `size` bytes; none at the end of the stream.
    pub(crate) fn read(&mut self, chunk: &mut Vec<Line>, count: usize, size: usize) -> Result<()> {
        chunk.clear();
        let mut held = 0;
        while chunk.len() < count && held < size {
            let Some(line) = self.next()? else { break };
            let blank = line.whole && line.bytes.trim_ascii().is_empty();
            if !blank {
                held += line.bytes.len();
                chunk.push(line);
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Result<Option<Line>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &str, limit: usize) -> Vec<(u64, String, bool, u64)> {
        let mut lines = Lines::new(input.as_bytes(), limit);
        let (mut chunk, mut all) = (vec![], vec![]);
        loop {
            lines.read(&mut chunk, 2, 1 << 10).unwrap();
            if chunk.is_empty() {
                return all;
            }
            assert!(chunk.len() <= 2);
            all.extend(chunk.drain(..).map(|l| (l.number, String::from_utf8(l.bytes).unwrap(), l.whole, l.length)));
        }
    }

    #[test]
    fn blank_lines_count_and_are_left_out() {
        let line = |n, s: &str, length| (n, s.to_string(), true, length);
        assert_eq!(read("a\n\n \r\nb\r\nc", 9), [line(1, "a", 2), line(4, "b\r", 3), line(5, "c", 1)]);
        assert_eq!(read("\u{feff}a\n\u{feff}b", 9), [line(1, "a", 5), line(2, "\u{feff}b", 4)]);
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

    #[test]
    fn blank_lines_end_no_chunk() {
        assert_eq!(read(&format!("{}x", " \n".repeat(2_000)), 9), [(2_001, "x".to_string(), true, 1)]);
    }

    #[test]
    fn a_chunk_ends_when_it_is_large() {
        let mut chunk = vec![];
        Lines::new(&b"12345\n12345\n12345\n"[..], 9).read(&mut chunk, 9, 8).unwrap();
        assert_eq!(chunk.len(), 2);
    }
}
