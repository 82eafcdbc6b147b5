//! A linear layer in whole numbers.

use super::format::Reader;
use super::kernels::{LANES, VECTORS, panels, products, quantise};
use crate::error::Error;

/// A linear layer with int8 weights (kept as int16, which is what the kernel multiplies) and a scale a row.
#[derive(Clone, Debug)]
pub(super) struct Linear {
    columns: usize,
    /// Eight rows a panel.
    panels: Vec<i16>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl Linear {
    pub(super) fn read(reader: &mut Reader, rows: usize, columns: usize) -> Result<Self, Error> {
        let (scales, weights) = reader.int8(rows, columns)?;
        let bias = reader.float(1, rows)?;
        Ok(Self { columns, panels: panels(&weights, columns), scales, bias })
    }

    /// `W x[t] + b` for every row of `x`, which is quantised into `q` first; stands in `out`.
    pub(super) fn apply<'a>(
        &self,
        x: &[f32],
        q: &mut Vec<i16>,
        steps: &mut Vec<f32>,
        out: &'a mut Vec<f32>,
    ) -> &'a mut [f32] {
        q.clear();
        steps.clear();
        steps.extend(x.chunks_exact(self.columns).map(|x| quantise(x, q)));
        // It only grows: what stands there is written over.
        let n = steps.len() * self.bias.len();
        out.resize(out.len().max(n), 0.0);
        let out = &mut out[..n];
        let whole = steps.len() / VECTORS * VECTORS;
        for (panel, weights) in self.panels.chunks_exact(LANES * self.columns).enumerate() {
            for first in (0..whole).step_by(VECTORS) {
                self.multiply::<VECTORS>(panel, weights, first, q, steps, out);
            }
            for first in whole..steps.len() {
                self.multiply::<1>(panel, weights, first, q, steps, out);
            }
        }
        out
    }

    /// The rows of one panel for `N` of the vectors.
    fn multiply<const N: usize>(
        &self,
        panel: usize,
        weights: &[i16],
        first: usize,
        q: &[i16],
        steps: &[f32],
        out: &mut [f32],
    ) {
        let (rows, row) = (self.bias.len(), panel * LANES);
        let (scales, bias) = (&self.scales[row..][..LANES], &self.bias[row..][..LANES]);
        let sums = products::<N>(weights, &q[first * self.columns..][..N * self.columns]);
        for (t, sums) in (first..).zip(sums) {
            let out = &mut out[t * rows + row..][..LANES];
            for (((out, sum), scale), bias) in out.iter_mut().zip(sums).zip(scales).zip(bias) {
                *out = sum as f32 * (scale * steps[t]) + bias;
            }
        }
    }
}
