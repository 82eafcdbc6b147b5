//! A linear layer in whole numbers.

use super::format::Reader;
use super::kernels::{ROWS, dot4, quantise};
use crate::error::Error;

/// A linear layer with int8 weights (kept as int16, which is what the kernel multiplies) and a scale a row.
#[derive(Clone, Debug)]
pub(super) struct Linear {
    columns: usize,
    weights: Vec<i16>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl Linear {
    pub(super) fn read(reader: &mut Reader, rows: usize, columns: usize) -> Result<Self, Error> {
        let (scales, weights) = reader.int8(rows, columns)?;
        let bias = reader.float(1, rows)?;
        Ok(Self { columns, weights: weights.into_iter().map(i16::from).collect(), scales, bias })
    }

    /// `out[t] = W x[t] + b` for every row of `x`, which is quantised into `q` first.
    pub(super) fn apply(&self, x: &[f32], q: &mut Vec<i16>, steps: &mut Vec<f32>, out: &mut Vec<f32>) {
        let (columns, rows) = (self.columns, self.bias.len());
        q.resize(x.len(), 0);
        steps.clear();
        steps.extend(x.chunks(columns).zip(q.chunks_mut(columns)).map(|(x, q)| quantise(x, q)));
        out.clear();
        out.resize(steps.len() * rows, 0.0);
        for (g, weights) in self.weights.chunks_exact(ROWS * columns).enumerate() {
            let first = g * ROWS;
            let (scales, bias) = (&self.scales[first..][..ROWS], &self.bias[first..][..ROWS]);
            for (t, q) in q.chunks_exact(columns).enumerate() {
                let out = &mut out[t * rows + first..][..ROWS];
                for (r, sum) in dot4(weights, q).into_iter().enumerate() {
                    out[r] = sum as f32 * (scales[r] * steps[t]) + bias[r];
                }
            }
        }
    }
}
