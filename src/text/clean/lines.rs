//! Paragraphs: which lines of a pasted text belong together.

use crate::text::Span;

/// A line of fewer characters is not wrapped prose.
const SHORT: usize = 45;
/// A line of more characters is a paragraph: nobody wraps so late.
const WIDEST: usize = 120;

/// A run of lines that reads as one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Without surrounding white space and without the bullet.
    pub(super) span: Span,
    /// Whether a bullet or a number stands before it.
    pub(super) item: bool,
    /// Whether a blank line, or the beginning of the text, stands before it.
    pub(super) apart: bool,
}

/// The paragraphs of `body`, ascending; all that they leave out is white space and bullets.
pub(super) fn paragraphs(text: &str, body: Span) -> Vec<Paragraph> {
    let mut out = vec![];
    let mut group = vec![];
    let mut at = body.start as usize;
    let mut after_return = false;
    for line in body.of(text).split_inclusive(is_line_end) {
        let content = trim(text, Span::new(at, at + line.len()));
        if !content.is_empty() {
            let bullet = bullet(content.of(text));
            let span = Span { start: content.start + bullet as u32, ..content };
            // A bullet alone heads nothing: it stays what it is, a line.
            let item = bullet > 0 && !span.is_empty();
            group.push(Paragraph { span: if item { span } else { content }, item, apart: group.is_empty() });
        }
        // The line feed behind a carriage return ends the same line.
        let blank = content.is_empty() && !(after_return && line == "\n");
        if blank || line.ends_with(['\u{c}', '\u{2029}']) {
            join(text, &mut group, &mut out);
        }
        after_return = line.ends_with('\r');
        at += line.len();
    }
    join(text, &mut group, &mut out);
    out
}

/// Moves the lines of `group`, between which no blank line stands, to `out`; wrapped lines become one paragraph.
fn join(text: &str, group: &mut Vec<Paragraph>, out: &mut Vec<Paragraph>) {
    let width = group.iter().map(|line| columns(text, line)).max().unwrap_or(0);
    let goes_on = |a: &Paragraph, b: &Paragraph| !b.item && columns(text, a) >= SHORT && continues(text, a, b);
    let breaks = group.windows(2).filter(|pair| !pair[1].item).count();
    let inner = group.windows(2).filter(|pair| goes_on(&pair[0], &pair[1])).count();
    let wrapped = (SHORT..=WIDEST).contains(&width) && inner > 0 && 2 * inner >= breaks;
    let mut last: Option<Paragraph> = None;
    for line in group.drain(..) {
        let joined = last.is_some_and(|last| {
            // Who wraps lines breaks them where the next word would not have fitted.
            let fits = columns(text, &last) + 1 + first_word(line.span.of(text)).chars().count() <= width;
            goes_on(&last, &line) || wrapped && !line.item && !fits
        });
        match out.last_mut() {
            Some(paragraph) if joined => paragraph.span = paragraph.span.join(line.span),
            _ => out.push(line),
        }
        last = Some(line);
    }
}

/// Whether `b` goes on in the middle of the sentence of `a`.
fn continues(text: &str, a: &Paragraph, b: &Paragraph) -> bool {
    let mut start = b.span.of(text).chars();
    let lower = start.next().is_some_and(char::is_lowercase) && !start.next().is_some_and(char::is_uppercase);
    lower && !is_ended(a.span.of(text))
}

/// Whether `line` ends as a sentence does, be it inside quotes or brackets, and not with a company's name.
pub(super) fn is_ended(line: &str) -> bool {
    const NAMES: [&str; 6] = [" Inc.", " Corp.", " Co.", " Ltd.", " L.P.", " S.A."];
    if NAMES.iter().any(|name| line.ends_with(name)) {
        return false;
    }
    let line = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』', '）', ' ']);
    line.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', ';'])
}

fn columns(text: &str, line: &Paragraph) -> usize {
    line.span.of(text).chars().count()
}

fn first_word(line: &str) -> &str {
    line.split(char::is_whitespace).next().unwrap_or(line)
}

/// Bytes of the bullet or number, with the white space behind it, that `line` begins with; 0 if there is none.
pub(super) fn bullet(line: &str) -> usize {
    const SIGNS: [char; 14] = ['•', '▪', '●', '■', '◦', '‣', '►', '➢', '➤', '·', '*', '-', '–', '\u{f0b7}'];
    let rest = line.strip_prefix(SIGNS).or_else(|| {
        let inner = line.strip_prefix('(').unwrap_or(line);
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        match digits {
            1 | 2 => inner[digits..].strip_prefix(if inner.len() < line.len() { &[')'][..] } else { &['.', ')'] }),
            0 => inner.strip_prefix(|c: char| c.is_ascii_lowercase()).and_then(|inner| inner.strip_prefix(')')),
            _ => None,
        }
    });
    match rest {
        Some(rest) if rest.is_empty() || rest.starts_with(is_space) => {
            line.len() - rest.trim_start_matches(is_space).len()
        }
        _ => 0,
    }
}

/// `span` without the white space at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start as usize + inner.len() - inner.trim_start_matches(is_space).len();
    Span::new(start, start + text[start..span.end as usize].trim_end_matches(is_space).len())
}

/// White space, and what no reader sees: control characters, byte order marks, zero-width spaces, directional marks.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        paragraphs(text, Span::new(0, text.len())).iter().map(|p| p.span.of(text)).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        for gap in ["\n\n", "\r\n\r\n", "\n \u{a0}\n", "\n\n\n\n", "\u{c}", "\u{2029}", "\r\r"] {
            assert_eq!(
                split(&format!("\u{feff}Sales rose.{gap}Profit fell.\n")),
                ["Sales rose.", "Profit fell."],
                "{gap:?}"
            );
        }
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let wrapped = "The company said on Monday that its sales had grown by a tenth\r\n\
                       in the second quarter, helped by higher prices and a strong\r\n\
                       dollar. Profit, however, fell as it paid more for energy than\r\n\
                       a year ago.\r\n\
                       Analysts had expected less. The shares gained a little over two\r\n\
                       percent in early trading.";
        let parts = split(wrapped);
        assert_eq!(parts.len(), 2, "{parts:?}");
        assert!(parts[1].starts_with("Analysts had"));
    }

    #[test]
    fn each_long_line_is_a_paragraph() {
        let text =
            "Acme raised its forecast for the year after a strong quarter.\nShares of Acme rose.\nIts rival fell.";
        assert_eq!(split(text).len(), 3);
    }

    #[test]
    fn bullets_are_left_out() {
        let text = "Highlights\n• Sales up 3%\n- Debt down\n1. Costs cut\n(2) Plant sold\na) Dividend paid\n-5% in Asia\n2024. A year";
        let expected = [
            "Highlights",
            "Sales up 3%",
            "Debt down",
            "Costs cut",
            "Plant sold",
            "Dividend paid",
            "-5% in Asia",
            "2024. A year",
        ];
        assert_eq!(split(text), expected);
    }
}
