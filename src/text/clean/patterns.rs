//! Finds the phrases that give page furniture away.

use super::Reason;
use super::lines::is_space;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::sync::LazyLock;

/// The table: `[reason place]` lines, then a phrase a line.
const TABLE: &str = include_str!("phrases.txt");

/// Words of the longest line that a phrase at its beginning alone condemns.
pub(super) const LINE: usize = 40;
/// Words of the longest line that a phrase condemns which begins headlines too ("Sources: Acme to cut ...").
pub(super) const TAG: usize = 6;

/// Where a phrase must stand to count, and how far its verdict reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the whole line.
    Whole,
    /// It is the whole of an item in a menu.
    Menu,
    /// It begins a line of at most [`LINE`] words: the line.
    Line,
    /// It begins a line of at most [`TAG`] words: the line.
    Tag,
    /// It begins a line of at most [`LINE`] words and a name (a capital letter) follows: the line.
    Name,
    /// It begins a sentence: the sentence.
    Start,
    /// It stands anywhere in a sentence: the sentence.
    Within,
    /// It begins a sentence: all from there to the end of the paragraph.
    Rest,
    /// It is a heading, or begins one if the table has " ..." behind it: the heading and the short lines below it.
    List,
    /// Likewise: the heading and the paragraphs below it, down to the next heading.
    Section,
}

/// A phrase of the table found in a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) reason: Reason,
    pub(super) place: Place,
    /// The first byte behind it.
    pub(super) end: usize,
    /// Whether more words may follow in the heading that it begins.
    pub(super) open: bool,
}

struct Patterns {
    /// The phrases that count at a beginning only, in lower case, ascending.
    heads: Vec<(String, Entry)>,
    /// Bytes of the longest of them.
    longest: usize,
    /// Those that count anywhere: few, since an automaton takes its time to make.
    within: AhoCorasick,
    entries: Vec<Entry>,
}

/// What a phrase says: why, where, and whether more words may follow.
type Entry = (Reason, Place, bool);

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let (mut heads, mut phrases, mut entries, mut entry) = (vec![], vec![], vec![], None);
    for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(header) => entry = header.split_once(' ').and_then(|(r, p)| Some((reason(r)?, place(p)?))),
            None => {
                let (reason, place) = entry.expect("every header of the table names a reason and a place");
                let open = line.strip_suffix(" ...");
                let (phrase, entry) = (open.unwrap_or(line), (reason, place, open.is_some()));
                if place == Place::Within {
                    phrases.push(phrase);
                    entries.push(entry);
                } else {
                    heads.push((phrase.to_ascii_lowercase(), entry));
                }
            }
        }
    }
    // Of one phrase's entries the table's order holds.
    heads.sort_by(|(a, _), (b, _)| a.cmp(b));
    let longest = heads.iter().map(|(phrase, _)| phrase.len()).max().unwrap_or(0);
    let within =
        AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::ContiguousNFA)).build(phrases);
    Patterns { heads, longest, within: within.expect("the table is far below the automaton's limits"), entries }
});

fn reason(name: &str) -> Option<Reason> {
    Some(match name {
        "navigation" => Reason::Navigation,
        "share" => Reason::Share,
        "newsletter" => Reason::Newsletter,
        "cookie" => Reason::Cookie,
        "disclaimer" => Reason::Disclaimer,
        "contact" => Reason::Contact,
        "credit" => Reason::Credit,
        "related" => Reason::Related,
        _ => return None,
    })
}

fn place(name: &str) -> Option<Place> {
    Some(match name {
        "whole" => Place::Whole,
        "menu" => Place::Menu,
        "line" => Place::Line,
        "tag" => Place::Tag,
        "name" => Place::Name,
        "start" => Place::Start,
        "within" => Place::Within,
        "rest" => Place::Rest,
        "list" => Place::List,
        "section" => Place::Section,
        _ => return None,
    })
}

/// The phrases that `folded` begins with, the shortest first; none that ends inside a word.
pub(super) fn heads(folded: &str) -> Vec<Found> {
    let Patterns { heads, longest, .. } = &*PATTERNS;
    let beginning: String = folded.chars().take(*longest).map(|c| c.to_ascii_lowercase()).collect();
    let mut out = vec![];
    for (at, c) in beginning.char_indices() {
        let end = at + c.len_utf8();
        if !is_word_boundary(folded, end) {
            continue;
        }
        let read = &beginning[..end];
        let on = &heads[heads.partition_point(|(head, _)| head.as_str() < read)..];
        if !on.first().is_some_and(|(head, _)| head.starts_with(read)) {
            break;
        }
        let whole = on.iter().take_while(|(head, _)| head == read);
        out.extend(whole.map(|&(_, (reason, place, open))| Found { reason, place, end, open }));
    }
    out
}

/// The phrases that count anywhere, in `folded`, by their ends; none that begins or ends inside a word.
pub(super) fn within(folded: &str) -> impl Iterator<Item = Found> + '_ {
    let Patterns { within, entries, .. } = &*PATTERNS;
    within.find_overlapping_iter(folded).filter_map(move |m| {
        let (reason, place, open) = entries[m.pattern().as_usize()];
        let free = is_word_boundary(folded, m.start()) && is_word_boundary(folded, m.end());
        free.then_some(Found { reason, place, end: m.end(), open })
    })
}

/// Whether no word is torn apart at `at`; figures may follow ("copyright 2").
fn is_word_boundary(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
    !(before && text[at..].chars().next().is_some_and(char::is_alphanumeric))
}

/// Writes `text` to `out` as the table has it: single spaces, straight quotes, plain hyphens, no leading sign.
pub(super) fn fold(text: &str, out: &mut String) {
    out.clear();
    for c in text.chars() {
        match c {
            _ if is_space(c) => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ if out.is_empty() && !c.is_alphanumeric() && !matches!(c, '©' | '+') => {}
            '‘' | '’' | 'ʼ' => out.push('\''),
            '“' | '”' | '„' => out.push('"'),
            '‐' | '‑' | '–' | '—' | '―' => out.push('-'),
            _ => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_folded() {
        let mut folded = String::new();
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '[']));
        for line in lines {
            fold(line, &mut folded);
            assert_eq!(folded.to_lowercase(), line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©'));
        }
        assert!(!PATTERNS.entries.is_empty() && !PATTERNS.heads.is_empty());
    }

    #[test]
    fn phrases_count_only_as_whole_words() {
        let mut folded = String::new();
        fold("“Skip\u{a0}to  content”", &mut folded);
        assert!(heads(&folded).iter().any(|f| f.place == Place::Whole));
        assert_eq!(heads("Adore"), []);
        assert_eq!(within("Have it Delivered to your inbox, free.").count(), 1);
        assert_eq!(within("Undelivered to your inboxes").count(), 0);
    }
}
