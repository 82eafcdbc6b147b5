//! The record put together: spans in the caller's unit, numbers rounded alike on every host.

use crate::aggregate::{Label, Probabilities};
use crate::report::{self, Field, Unit};
use crate::text::{Offsets, Span};

/// Rounds to 4 decimals, half away from zero, and never to -0: as fine as a score is meant.
pub(crate) fn round(x: f64) -> f64 {
    (x * 1e4).round() / 1e4 + 0.0
}

/// Rounds a weight to 8 decimals: in a long text a phrase weighs little, and the weights must still add up.
pub(crate) fn round_weight(x: f64) -> f64 {
    (x * 1e8).round() / 1e8 + 0.0
}

/// A score as the report gives it, with its label and probabilities.
pub(crate) struct Verdict {
    pub(crate) score: f64,
    pub(crate) label: Label,
    pub(crate) probabilities: Probabilities,
}

impl Verdict {
    /// Rounds first, so that the label is that of the score shown.
    pub(crate) fn new(score: f64, odds: [f64; 2]) -> Self {
        let score = round(score.clamp(-1.0, 1.0));
        let p = Probabilities::of(score, odds);
        let label = Label::of(score);
        let (mut negative, mut positive) = (round(p.negative), round(p.positive));
        let mut neutral = round(1.0 - negative - positive);
        // Where two are nearly equal, rounding may have put the label's second.
        let side = if score < 0.0 { &mut negative } else { &mut positive };
        if *side != neutral && (label == Label::Neutral) != (neutral > *side) {
            std::mem::swap(side, &mut neutral);
        }
        Self { score, label, probabilities: Probabilities { negative, neutral, positive } }
    }
}

/// Turns spans of the engine's buffer into spans of the caller's title and text.
pub(crate) struct Places<'a> {
    buffer: &'a str,
    /// Bytes of the title and the two line feeds behind it; 0 without a title.
    title: u32,
    offsets: Option<Offsets<'a>>,
    /// The offset, in the caller's unit, at which the text begins.
    base: u32,
}

impl<'a> Places<'a> {
    pub(crate) fn new(buffer: &'a str, title: usize, unit: Unit) -> Self {
        let offsets = (unit == Unit::Utf16).then(|| Offsets::new(buffer));
        let title = title as u32;
        let base = offsets.as_ref().map_or(title, |o| o.byte_to_utf16(title));
        Self { buffer, title, offsets, base }
    }

    pub(crate) fn span(&self, span: Span) -> report::Span {
        let unit = |byte| self.offsets.as_ref().map_or(byte, |o| o.byte_to_utf16(byte));
        if span.start < self.title {
            report::Span { start: unit(span.start), end: unit(span.end), field: Some(Field::Title) }
        } else {
            report::Span { start: unit(span.start) - self.base, end: unit(span.end) - self.base, field: None }
        }
    }

    pub(crate) fn text(&self, span: Span) -> String {
        span.of(self.buffer).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_of_title_or_text_in_the_callers_unit() {
        let buffer = "Más 👍\n\n“Up” €";
        let title = buffer.find('“').unwrap();
        let up = Span::new(title + 3, title + 5);
        let thumb = Span::new(5, 9);
        let bytes = Places::new(buffer, title, Unit::Utf8);
        assert_eq!(bytes.span(up), report::Span { start: 3, end: 5, field: None });
        assert_eq!(bytes.span(thumb), report::Span { start: 5, end: 9, field: Some(Field::Title) });
        let units = Places::new(buffer, title, Unit::Utf16);
        assert_eq!(units.span(up), report::Span { start: 1, end: 3, field: None });
        assert_eq!(units.span(thumb), report::Span { start: 4, end: 6, field: Some(Field::Title) });
    }

    #[test]
    fn verdicts_agree_with_themselves_after_rounding() {
        for score in [0.09996, -0.09994, 0.3, -1.2, 0.0] {
            let v = Verdict::new(score, [3.0, 0.15]);
            assert_eq!(v.label, Label::of(v.score));
            let p = v.probabilities;
            assert!((p.negative + p.neutral + p.positive - 1.0).abs() < 1e-9);
        }
        for odds in (10..200).map(|k| [f64::from(k) / 10.0, 0.15]) {
            for score in [0.1, -0.1, 0.0999, -0.0999] {
                let Verdict { label, probabilities: p, .. } = Verdict::new(score, odds);
                let side = p.negative.max(p.positive);
                assert!(
                    if label == Label::Neutral { p.neutral >= side } else { side >= p.neutral },
                    "{score} {odds:?} {p:?}"
                );
                assert!((p.negative + p.neutral + p.positive - 1.0).abs() < 1e-9);
            }
        }
        assert!(round(-0.00001).is_sign_positive());
    }
}
