//! What several test files check of any report.

use tickertone::report::{Field, Label, Probabilities, Report, Span};

/// The text under a span of a report in UTF-8 offsets; `None` if it does not fit.
pub(crate) fn slice<'a>(text: &'a str, title: &'a str, span: Span) -> Option<&'a str> {
    let of = if span.field == Some(Field::Title) { title } else { text };
    of.get(span.start as usize..span.end as usize)
}

/// Label and probabilities are those of the score.
fn judged(score: f64, label: Label, p: Probabilities) {
    assert_eq!(label, Label::of(score));
    assert!((p.negative + p.neutral + p.positive - 1.0).abs() < 1e-6);
    let side = if score < 0.0 { p.negative } else { p.positive };
    assert!(if label == Label::Neutral { p.neutral >= side } else { side >= p.neutral }, "{score}: {label:?}, {p:?}");
}

/// Invariants 1, 4 and 6 of any report: the arithmetic, the spans, the ranges.
pub(crate) fn check(report: &Report, text: &str, title: &str) {
    let sums = |score: f64, rest: f64, weights: &[f64]| {
        let (sum, size) = weights.iter().fold((0.0, 0.0), |(s, a), w| (s + w, a + w.abs()));
        assert!((score - sum - rest).abs() < 1e-6, "{score} is not {sum} + {rest}");
        assert!(score.abs() < 0.10 || rest.abs() <= 0.15 * size, "rest {rest} of {size} at {score}");
        assert!((-1.0..=1.0).contains(&score));
    };
    let weights: Vec<f64> = report.highlights.iter().map(|h| h.weight).collect();
    sums(report.score, report.rest, &weights);
    for e in &report.entities {
        let own: Vec<f64> = e.highlights.iter().map(|s| s.weight).collect();
        sums(e.score, e.rest, &own);
        assert!((0.0..=1.0).contains(&e.relevance));
        assert!(e.highlights.iter().all(|s| (s.highlight as usize) < report.highlights.len()));
        for &m in &e.mentions {
            assert!(slice(text, title, m).is_some_and(|t| !t.is_empty()), "{m:?}");
        }
    }
    judged(report.score, report.label, report.probabilities);
    report.entities.iter().for_each(|e| judged(e.score, e.label, e.probabilities));
    assert!(report.entities.is_sorted_by(|a, b| a.relevance >= b.relevance));
    assert!((0.0..=1.0).contains(&report.confidence));
    let mut before = (Some(Field::Title), 0);
    for h in &report.highlights {
        assert_eq!(slice(text, title, h.span), Some(h.text.as_str()));
        assert!((h.sentence as usize) < report.sentences.len());
        if h.span.field == before.0 {
            assert!(before.1 <= h.span.start, "highlights overlap or go back at {:?}", h.span);
        } else {
            assert_eq!(h.span.field, None, "the title comes first");
        }
        before = (h.span.field, h.span.end);
    }
    for s in &report.sentences {
        assert!(slice(text, title, s.span).is_some_and(|t| !t.trim().is_empty()));
    }
    for i in &report.ignored {
        assert_eq!(slice(text, title, i.span), Some(i.text.as_str()));
    }
}
