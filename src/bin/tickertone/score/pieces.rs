//! A text cut where its phrases and its ignored passages begin and end.

use tickertone::Report;
use tickertone::report::{Field, Span};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    /// Neither of the others.
    Plain,
    /// A phrase that weighs something.
    Phrase {
        /// In points of score.
        weight: f64,
        /// Beside the weightiest phrase.
        strength: Strength,
    },
    /// Text that counts for nothing.
    Ignored,
}

/// How much a phrase weighs beside the weightiest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// Less than a fifth.
    Weak,
    /// Less than half.
    Middling,
    /// Half or more.
    Strong,
}

/// The pieces of the text, or of the title; together they are all of it. Spans must be in bytes; one that does not fit is
/// passed over.
pub(super) fn pieces<'a>(report: &Report, text: &'a str, field: Option<Field>) -> Vec<(&'a str, Piece)> {
    let weightiest = report.highlights.iter().map(|h| h.weight.abs()).fold(0.0, f64::max);
    let phrases = report.highlights.iter().filter(|h| h.weight != 0.0).map(|h| (h.span, Some(h.weight)));
    let ignored = report.ignored.iter().map(|i| (i.span, None));
    let mut passages: Vec<(Span, Option<f64>)> = phrases.chain(ignored).filter(|(s, _)| s.field == field).collect();
    passages.sort_by_key(|(span, _)| span.start);

    let mut out = vec![];
    let mut position = 0;
    for (span, weight) in passages {
        let (start, end) = (span.start as usize, span.end as usize);
        let (Some(before), Some(inside)) = (text.get(position..start), text.get(start..end)) else { continue };
        let piece = weight.map_or(Piece::Ignored, |weight| Piece::Phrase {
            weight,
            strength: match weight.abs() / weightiest {
                share if share >= 0.5 => Strength::Strong,
                share if share >= 0.2 => Strength::Middling,
                _ => Strength::Weak,
            },
        });
        out.extend([(before, Piece::Plain), (inside, piece)]);
        position = end;
    }
    out.push((&text[position..], Piece::Plain));
    out
}
