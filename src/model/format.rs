//! The weights file: a header, a checksum, and what the network is made of.
//!
//! Little-endian throughout; written by `training/tickertone_training/export.py`.
//!
//! ```text
//! magic "TICKTONE", format u32, Adler-32 of all that follows u32
//! name      u32 length, UTF-8: name and version of the model
//! shape     u32 width, u32 taps a convolution, u32 blocks, then u32 dilation of each block
//! pieces    u32 length, UTF-8: the vocabulary, one piece a line
//! tensors   each: u8 kind, u32 rows, u32 columns, then
//!             kind 0: rows × columns f32
//!             kind 1: rows f32 (a scale a row), rows × columns i8
//! ```

use crate::error::Error;

const MAGIC: &[u8; 8] = b"TICKTONE";

/// The version of the weights file that this engine reads.
pub const FORMAT: u32 = 3;

/// The largest number a weights file may hold, far above any that training makes: a few of them can be added up.
const LARGEST: f32 = 1e6;

/// Reads a weights file front to back; every step checks that the bytes are there.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

pub(crate) fn bad(reason: impl Into<String>) -> Error {
    Error::Model { reason: reason.into() }
}

impl<'a> Reader<'a> {
    /// Checks magic, format and checksum.
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Self { rest: bytes };
        if reader.take(MAGIC.len())? != MAGIC {
            return Err(bad("it does not begin with TICKTONE"));
        }
        let format = reader.u32()?;
        if format != FORMAT {
            return Err(bad(format!("it is of format {format}, and this version reads format {FORMAT}")));
        }
        let checksum = reader.u32()?;
        if checksum != adler2::adler32_slice(reader.rest) {
            return Err(bad("its checksum does not fit: it is damaged or cut short"));
        }
        Ok(reader)
    }

    fn take(&mut self, n: usize) -> Result<&'a [u8], Error> {
        let (taken, rest) = self.rest.split_at_checked(n).ok_or_else(|| bad("it ends too early"))?;
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Error> {
        Ok(u32::from_le_bytes(self.take(4)?.try_into().expect("four bytes")))
    }

    /// A count that cannot be more than `most`, so that no damaged length asks for endless memory.
    pub(crate) fn count(&mut self, most: usize) -> Result<usize, Error> {
        let n = self.u32()? as usize;
        if n > most { Err(bad(format!("a length of {n}; at most {most}"))) } else { Ok(n) }
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, Error> {
        let n = self.count(self.rest.len())?;
        std::str::from_utf8(self.take(n)?).map_err(|_| bad("a text in it is not UTF-8"))
    }

    fn floats(&mut self, n: usize) -> Result<Vec<f32>, Error> {
        let bytes = self.take(n.checked_mul(4).ok_or_else(|| bad("a tensor is too large"))?)?;
        let values: Vec<f32> = bytes.as_chunks::<4>().0.iter().map(|b| f32::from_le_bytes(*b)).collect();
        if values.iter().all(|v| v.abs() <= LARGEST) { Ok(values) } else { Err(bad("a number in it is out of range")) }
    }

    /// The head of a tensor, which must be of this kind and size; returns the number of its values.
    fn tensor(&mut self, kind: u8, rows: usize, columns: usize) -> Result<usize, Error> {
        let found = (self.take(1)?[0], self.u32()? as usize, self.u32()? as usize);
        if found != (kind, rows, columns) {
            return Err(bad(format!(
                "a tensor (kind, rows, columns) {found:?} where {:?} was due",
                (kind, rows, columns)
            )));
        }
        rows.checked_mul(columns).ok_or_else(|| bad("a tensor is too large"))
    }

    /// Numbers as they are.
    pub(crate) fn float(&mut self, rows: usize, columns: usize) -> Result<Vec<f32>, Error> {
        let n = self.tensor(0, rows, columns)?;
        self.floats(n)
    }

    /// Whole numbers with a scale a row.
    pub(crate) fn int8(&mut self, rows: usize, columns: usize) -> Result<(Vec<f32>, Vec<i8>), Error> {
        let n = self.tensor(1, rows, columns)?;
        Ok((self.floats(rows)?, self.take(n)?.iter().map(|&b| b as i8).collect()))
    }

    /// Checks that nothing is left.
    pub(crate) fn finish(self) -> Result<(), Error> {
        if self.rest.is_empty() { Ok(()) } else { Err(bad(format!("{} bytes too many", self.rest.len()))) }
    }
}
