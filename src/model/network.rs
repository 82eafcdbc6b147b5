//! The network: a sentence's pieces in, a polarity and an attention for each piece out.
//!
//! Gated depthwise convolutions with the sentence's mean; then the target, as each piece's relation to it and as what the
//! sentence has said of it so far; one more block; and the additive head. What comes before the target is computed once a
//! sentence and shared by all its targets.

use super::features::Features;
use super::format::{Reader, bad};
use super::kernels::{LANES, inner};
use super::linear::Linear;
use super::relation;
use super::vocabulary::Vocabulary;
use super::{Change, Shape};
use crate::error::Error;

#[derive(Clone, Debug)]
struct Block {
    dilation: usize,
    gain: Vec<f32>,
    /// One row of `width` a tap.
    taps: Vec<f32>,
    mean: Linear,
    up: Linear,
    down: Linear,
}

/// Root-mean-square norm of each row of `x`, times `gain`.
fn norm(x: &[f32], gain: &[f32], out: &mut Vec<f32>) {
    out.clear();
    for row in x.chunks(gain.len()) {
        let scale = 1.0 / (inner(row, row) / gain.len() as f32 + 1e-5).sqrt();
        out.extend(row.iter().zip(gain).map(|(x, g)| x * scale * g));
    }
}

impl Block {
    fn read(reader: &mut Reader, width: usize, kernel: usize, dilation: usize) -> Result<Self, Error> {
        Ok(Self {
            dilation,
            gain: reader.float(1, width)?,
            taps: reader.float(kernel, width)?,
            mean: Linear::read(reader, width, width)?,
            up: Linear::read(reader, 2 * width, width)?,
            down: Linear::read(reader, width, width)?,
        })
    }

    /// `x += down(value · max(gate, 0))`, `(value, gate) = up(convolution(norm x) + mean(norm x))`.
    fn apply(&self, x: &mut [f32], s: &mut Scratch) {
        let width = self.gain.len();
        let n = x.len() / width;
        norm(x, &self.gain, &mut s.normed);
        s.mean.clear();
        s.mean.resize(width, 0.0);
        for row in s.normed.chunks(width) {
            s.mean.iter_mut().zip(row).for_each(|(m, v)| *m += v);
        }
        s.mean.iter_mut().for_each(|m| *m /= n as f32);
        let mean = self.mean.apply(&s.mean, &mut s.quantised, &mut s.steps, &mut s.hidden);
        s.mixed.clear();
        for t in 0..n {
            let at = s.mixed.len();
            s.mixed.extend_from_slice(mean);
            let out = &mut s.mixed[at..];
            let kernel = self.taps.len() / width;
            for (k, taps) in self.taps.chunks(width).enumerate() {
                // Beyond either end of the sentence stands nothing.
                let Some(from) = (t + k * self.dilation).checked_sub(kernel / 2 * self.dilation) else { continue };
                let Some(row) = s.normed.chunks(width).nth(from) else { continue };
                for ((o, v), w) in out.iter_mut().zip(row).zip(taps) {
                    *o += v * w;
                }
            }
        }
        let up = self.up.apply(&s.mixed, &mut s.quantised, &mut s.steps, &mut s.hidden);
        s.mixed.clear();
        for row in up.chunks(2 * width) {
            let (value, gate) = row.split_at(width);
            s.mixed.extend(value.iter().zip(gate).map(|(v, g)| v * g.max(0.0)));
        }
        let down = self.down.apply(&s.mixed, &mut s.quantised, &mut s.steps, &mut s.hidden);
        x.iter_mut().zip(down).for_each(|(x, h)| *x += *h);
    }
}

/// Room to work in, kept from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    normed: Vec<f32>,
    mean: Vec<f32>,
    mixed: Vec<f32>,
    hidden: Vec<f32>,
    quantised: Vec<i16>,
    steps: Vec<f32>,
    /// The sentence before the target enters.
    shared: Vec<f32>,
    state: Vec<f32>,
    /// What the attention looks for.
    sought: Vec<f32>,
}

/// What the network says of one sentence for one target (or none).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Each piece's signed share of the score: attention times polarity.
    pub contributions: Vec<f32>,
    /// The sentence's score in [-1, 1]: the sum of the contributions.
    pub score: f32,
    /// The share of the attention, in [0, 1], that went to the pieces and not to the null slot.
    pub attention: f32,
}

/// The weights, ready to read sentences.
#[derive(Clone, Debug)]
pub struct Network {
    width: usize,
    pieces: Vec<i8>,
    scales: Vec<f32>,
    shapes: Vec<f32>,
    changes: Vec<f32>,
    relations: Vec<f32>,
    blocks: Vec<Block>,
    /// From the mean of the target's pieces to what every piece is told of it, and to what the attention looks for.
    aim: Linear,
    seek: Linear,
    gain: Vec<f32>,
    polarity: Vec<f32>,
    attention: Vec<f32>,
    /// Bias of the polarity, bias of the attention, the null slot's energy.
    biases: Vec<f32>,
}

impl Network {
    pub(crate) fn read(
        reader: &mut Reader,
        width: usize,
        kernel: usize,
        dilations: &[usize],
        vocabulary: &Vocabulary,
    ) -> Result<Self, Error> {
        if width == 0 || !width.is_multiple_of(LANES) || kernel.is_multiple_of(2) || dilations.is_empty() {
            return Err(bad(format!("width {width}, {kernel} taps, {} blocks", dilations.len())));
        }
        let (scales, pieces) = reader.int8(vocabulary.len(), width)?;
        Ok(Self {
            width,
            pieces,
            scales,
            shapes: reader.float(Shape::COUNT, width)?,
            changes: reader.float(Change::COUNT, width)?,
            relations: reader.float(relation::COUNT, width)?,
            blocks: dilations.iter().map(|&d| Block::read(reader, width, kernel, d)).collect::<Result<_, _>>()?,
            aim: Linear::read(reader, width, width)?,
            seek: Linear::read(reader, width, width)?,
            gain: reader.float(1, width)?,
            polarity: reader.float(1, width)?,
            attention: reader.float(1, width)?,
            biases: reader.float(1, 3)?,
        })
    }

    /// Reads a sentence up to where the target enters.
    pub fn begin(&self, features: &Features, s: &mut Scratch) {
        let w = self.width;
        let mut x = std::mem::take(&mut s.shared);
        x.clear();
        for i in 0..features.len() {
            let id = features.ids[i] as usize;
            let (shape, change) = (features.shapes[i] as usize, features.changes[i] as usize);
            let rows = self.pieces[id * w..][..w]
                .iter()
                .zip(&self.shapes[shape * w..][..w])
                .zip(&self.changes[change * w..][..w]);
            x.extend(rows.map(|((&p, s), c)| p as f32 * self.scales[id] + s + c));
        }
        for block in &self.blocks[..self.blocks.len() - 1] {
            block.apply(&mut x, s);
        }
        s.shared = x;
    }

    /// Reads the sentence that was begun for a target to which its pieces stand in `relations`.
    pub fn finish(&self, relations: &[u8], s: &mut Scratch, out: &mut Reading) {
        let w = self.width;
        s.mean.clear();
        s.mean.resize(w, 0.0);
        let target = || s.shared.chunks(w).zip(relations).filter(|(_, r)| **r == relation::TARGET);
        let pieces = target().count().max(1) as f32;
        target().for_each(|(row, _)| s.mean.iter_mut().zip(row).for_each(|(m, x)| *m += x / pieces));
        let sought = self.seek.apply(&s.mean, &mut s.quantised, &mut s.steps, &mut s.sought);
        sought.iter_mut().zip(&self.attention).for_each(|(s, a)| *s += a);
        let aim = self.aim.apply(&s.mean, &mut s.quantised, &mut s.steps, &mut s.hidden);
        let mut x = std::mem::take(&mut s.state);
        x.clear();
        for (row, &r) in s.shared.chunks(w).zip(relations) {
            let relation = &self.relations[r as usize * w..][..w];
            x.extend(row.iter().zip(relation).zip(&*aim).map(|((x, r), a)| x + r + a));
        }
        self.blocks[self.blocks.len() - 1].apply(&mut x, s);
        norm(&x, &self.gain, &mut s.normed);
        s.state = x;

        // Softmax over the pieces and the null slot, then times the polarity.
        let energy = &mut s.mean;
        energy.clear();
        energy.extend(s.normed.chunks(w).map(|row| inner(row, &s.sought) + self.biases[1]));
        let null = self.biases[2];
        let most = energy.iter().fold(null, |m, &e| m.max(e));
        let null = libm::expf(null - most);
        let mut total = null;
        for e in energy.iter_mut() {
            *e = libm::expf(*e - most);
            total += *e;
        }
        out.contributions.clear();
        out.score = 0.0;
        out.attention = 1.0 - null / total;
        for (row, e) in s.normed.chunks(w).zip(energy) {
            let c = *e / total * libm::tanhf(inner(row, &self.polarity) + self.biases[0]);
            out.contributions.push(c);
            out.score += c;
        }
    }
}
