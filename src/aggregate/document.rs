//! How much each sentence counts: a mean, not a sum, so that length does not drift.

/// What is known of a sentence when it is weighed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Line {
    /// It is the title, or the headline that the text begins with.
    pub title: bool,
    /// Its place among the sentences of the body, from 0.
    pub place: usize,
    /// It is a heading.
    pub heading: bool,
    /// It speaks of the future.
    pub forecast: bool,
    /// It is hedged.
    pub hedged: bool,
    /// It names the main subject.
    pub subject: bool,
    /// Its score, in [-1, 1].
    pub score: f32,
    /// The share of its attention that is not the null slot's, in [0, 1]: how much there is to say.
    pub attention: f32,
}

/// The number of features that [`Line::features`] gives.
pub const FEATURES: usize = 9;

impl Line {
    /// The features that a sentence's weight is made of, in the order of the fitted factors.
    pub fn features(&self) -> [f32; FEATURES] {
        let flag = |b: bool| if b { 1.0 } else { 0.0 };
        [
            1.0,
            flag(self.title),
            if self.title { 0.0 } else { 1.0 / (1.0 + self.place as f32) },
            flag(self.heading && !self.title),
            flag(self.forecast),
            flag(self.hedged),
            flag(self.subject),
            self.score.abs(),
            self.attention,
        ]
    }
}

/// The weight of each sentence, in [0, 1], together below 1.
///
/// `w_i = e^{f_i} / Σ_j (e^{f_j} + 1)` with `f = factors · features`: a softmax in which every sentence brings a null slot of
/// its own, so that a text said twice weighs as it did.
pub fn weights(lines: &[Line], factors: &[f32; FEATURES]) -> Vec<f32> {
    let mut out: Vec<f32> = lines
        .iter()
        .map(|l| {
            let f: f32 = l.features().iter().zip(factors).map(|(x, w)| x * w).sum();
            libm::expf(f.clamp(-20.0, 20.0))
        })
        .collect();
    // In f64: a megabyte of short lines is more than f32 can add up.
    let total = out.iter().map(|&w| f64::from(w)).sum::<f64>() + out.len() as f64;
    out.iter_mut().for_each(|w| *w = (f64::from(*w) / total) as f32);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeating_does_not_change_the_mean() {
        let factors = [2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0];
        let once: Vec<Line> = [0.5, -0.2, 0.0].iter().map(|&score| Line { score, ..Line::default() }).collect();
        let tenfold: Vec<Line> = std::iter::repeat_n(once.clone(), 10).flatten().collect();
        let mean =
            |lines: &[Line]| -> f32 { weights(lines, &factors).iter().zip(lines).map(|(w, l)| w * l.score).sum() };
        assert!((mean(&once) - mean(&tenfold)).abs() < 1e-5);
        assert!(weights(&once, &factors)[0] > weights(&once, &factors)[2]);
        assert!(weights(&[], &factors).is_empty());
    }

    #[test]
    fn a_million_sentences_are_still_a_mean() {
        let factors = [3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        let lines = vec![Line::default(); 1 << 20];
        let together: f64 = weights(&lines, &factors).iter().map(|&w| f64::from(w)).sum();
        assert!((together - f64::from(weights(&lines[..1], &factors)[0])).abs() < 1e-4, "{together}");
    }
}
