//! Text with marked passages: brackets for every eye and every file, colours on top, lines no wider than the terminal.

use anstyle::Style;
use std::fmt::Write;
use std::ops::Range;
use textwrap::{Options, WordSeparator, WrapAlgorithm};

/// Text for a terminal, some ranges of it styled.
#[derive(Default)]
pub(super) struct Marked {
    text: String,
    /// Ascending, without overlap.
    styled: Vec<(Range<usize>, Style)>,
}

impl Marked {
    /// Adds plain text.
    pub(super) fn push(&mut self, text: &str) {
        printable(text, &mut self.text);
    }

    /// Adds text between `open` and `close` in a style.
    pub(super) fn push_marked(&mut self, open: &str, text: &str, close: &str, style: Style) {
        let start = self.text.len();
        self.text.push_str(open);
        self.push(text);
        self.text.push_str(close);
        self.styled.push((start..self.text.len(), style));
    }

    /// The text in lines of at most `width` columns, with the escape codes of its styles; no style crosses a line's end.
    pub(super) fn wrap(&self, width: usize) -> String {
        // Words end at spaces only; what is longer than a line, as in Chinese, is broken anywhere.
        let options = Options::new(width.max(1))
            .word_separator(WordSeparator::AsciiSpace)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        let mut out = String::with_capacity(self.text.len());
        let mut styled = self.styled.iter().peekable();
        let mut position = 0;
        for line in textwrap::wrap(&self.text, options) {
            // Between the lines stands nothing but the white space that was taken out.
            let start = position + self.text[position..].find(&*line).unwrap_or_default();
            let end = start + line.len();
            position = start;
            while let Some((range, style)) = styled.peek() {
                let from = range.start.clamp(position, end);
                let to = range.end.clamp(from, end);
                out.push_str(&self.text[position..from]);
                if from < to {
                    let _ = write!(out, "{style}{}{style:#}", &self.text[from..to]);
                }
                position = to;
                if range.end > end {
                    break;
                }
                styled.next();
            }
            out.push_str(&self.text[position..end]);
            out.push('\n');
            position = end;
        }
        out.pop();
        out
    }
}

/// Adds `text` to `out` so that a terminal shows it, and nothing in it can command the terminal or, as overrides and
/// isolates of the writing direction do, shuffle what stands around it.
pub(super) fn printable(text: &str, out: &mut String) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => out.push('\n'),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\t' => out.push_str("    "),
            c if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => {
                out.push(char::REPLACEMENT_CHARACTER)
            }
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anstyle::AnsiColor;

    fn plain(marked: &Marked, width: usize) -> String {
        anstream::adapter::strip_str(&marked.wrap(width)).to_string()
    }

    fn sample() -> Marked {
        let mut marked = Marked::default();
        marked.push("The group said ");
        marked.push_marked("+[", "sales rose by a fifth", "]", AnsiColor::Green.on_default());
        marked.push(" while\n\n");
        marked.push_marked("-[", "costs", "]", AnsiColor::Red.on_default());
        marked.push(" grew.");
        marked
    }

    #[test]
    fn styles_end_with_the_line() {
        let text = sample().wrap(24);
        assert_eq!(
            text,
            "The group said \u{1b}[32m+[sales\u{1b}[0m\n\u{1b}[32mrose by a fifth]\u{1b}[0m while\n\n\
             \u{1b}[31m-[costs]\u{1b}[0m grew."
        );
    }

    #[test]
    fn lines_keep_to_the_width_and_lose_nothing() {
        for width in 1..60 {
            let text = plain(&sample(), width);
            assert!(text.lines().all(|l| textwrap::core::display_width(l) <= width), "{width}: {text}");
            let squeezed = |s: &str| s.split_whitespace().collect::<String>();
            assert_eq!(squeezed(&text), squeezed("The group said +[sales rose by a fifth] while -[costs] grew."));
        }
    }

    #[test]
    fn text_without_spaces_is_broken() {
        let mut marked = Marked::default();
        marked.push_marked("+[", &"增长".repeat(30), "]", AnsiColor::Green.on_default());
        assert!(plain(&marked, 20).lines().all(|l| textwrap::core::display_width(l) <= 20));
    }

    #[test]
    fn the_text_cannot_command_the_terminal() {
        let mut out = String::new();
        printable("a\u{1b}[2Jb\u{9b}c\r\nd\re\tf\0", &mut out);
        assert_eq!(out, "a\u{fffd}[2Jb\u{fffd}c\nd\ne    f\u{fffd}");
        out.clear();
        printable("profit \u{202e}esor\u{202c} \u{2067}x\u{2069} \u{5e9}", &mut out);
        assert_eq!(out, "profit \u{fffd}esor\u{fffd} \u{fffd}x\u{fffd} \u{5e9}");
    }
}
