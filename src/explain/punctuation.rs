//! What marks and signs mean for where a phrase begins and ends.

use crate::text::Span;

/// Signs before a figure.
const BEFORE: [&str; 7] = ["$", "€", "£", "¥", "₹", "+", "-"];

/// Whether word `i` is a mark that says nothing by itself and is not part of a figure.
pub(super) fn is_mark(text: &str, words: &[Span], i: usize) -> bool {
    let says = words[i].of(text).chars().any(char::is_alphanumeric);
    let behind = i > 0 && of_one_figure(text, words, i);
    let before = i + 1 < words.len() && of_one_figure(text, words, i + 1);
    !(says || behind || before)
}

/// Whether the word before word `i` and that word belong to one figure: its sign, its digits, its unit ("¥52bn", "5%").
pub(super) fn of_one_figure(text: &str, words: &[Span], i: usize) -> bool {
    let [a, b] = [words[i - 1], words[i]];
    let digits = |word: Span| word.of(text).contains(|c: char| c.is_ascii_digit());
    let unit = |word: &str| word == "%" || word.chars().all(char::is_alphabetic);
    a.end == b.start && (BEFORE.contains(&a.of(text)) && digits(b) || digits(a) && unit(b.of(text)))
}

/// Whether a mark stands between two clauses, which no phrase bridges.
pub(super) fn parts_clauses(word: &str) -> bool {
    matches!(word, "," | ";" | ":" | "." | "(" | ")" | "?" | "!" | "\"" | "“" | "”")
}
