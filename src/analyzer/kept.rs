//! What the caller wants to have read although it looks like furniture.

use crate::report::Span;

/// Spans of the text in the caller's unit, ready to be asked.
pub(crate) struct Kept {
    /// Start, and the farthest end of this and all before it; ascending.
    reach: Vec<(u32, u32)>,
}

impl Kept {
    /// Spans in any order, overlapping or not. A title is never ignored, so spans in one say nothing.
    pub(crate) fn new(spans: &[Span]) -> Self {
        let texts = spans.iter().filter(|s| s.field.is_none() && s.start < s.end);
        let mut reach: Vec<_> = texts.map(|s| (s.start, s.end)).collect();
        reach.sort_unstable();
        let mut farthest = 0;
        for (_, end) in &mut reach {
            farthest = farthest.max(*end);
            *end = farthest;
        }
        Self { reach }
    }

    /// Whether one of them shares a place with `span`.
    pub(crate) fn touches(&self, span: Span) -> bool {
        let before = self.reach.partition_point(|&(start, _)| start < span.end);
        before > 0 && self.reach[before - 1].1 > span.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Field;
    use proptest::prelude::*;

    fn span((start, end): (u32, u32)) -> Span {
        Span { start, end, field: None }
    }

    #[test]
    fn a_title_is_not_the_text() {
        let title = Span { start: 0, end: 9, field: Some(Field::Title) };
        assert!(!Kept::new(&[title]).touches(span((0, 9))));
    }

    proptest! {
        #[test]
        fn touches_what_overlaps(spans in prop::collection::vec((0u32..30, 0u32..30), 0..6), start in 0u32..30, len in 1u32..9) {
            let asked = span((start, start + len));
            let given: Vec<_> = spans.into_iter().map(span).collect();
            let expected = (asked.start..asked.end).any(|at| given.iter().any(|s| (s.start..s.end).contains(&at)));
            prop_assert_eq!(Kept::new(&given).touches(asked), expected);
        }
    }
}
