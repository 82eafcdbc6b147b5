//! Page furniture that shows by its shape rather than by a phrase: menus, bylines, addresses, credits in brackets.

use super::Reason;
use super::lines::{Paragraph, is_ended};
use super::patterns::{Place, fold, heads};
use crate::text::Span;

/// Lower-case words that stand between the names of a byline.
const BETWEEN_NAMES: [&str; 15] =
    ["and", "by", "de", "del", "der", "di", "for", "in", "la", "le", "of", "the", "van", "von", "with"];

/// What a bracket that holds a credit or a note of the desk begins with.
const BRACKETED: [&str; 17] = [
    "reporting by ",
    "additional reporting by ",
    "additional reporting and ",
    "reporting and ",
    "writing by ",
    "written by ",
    "editing by ",
    "compiled by ",
    "graphic by ",
    "graphics by ",
    "translation by ",
    "translated by ",
    "with reporting by ",
    "for reuters graphics ",
    "for a graphic ",
    "photo by ",
    "photo: ",
];

/// What the desk's notes in brackets begin with, capital letter and all: "(Adds analyst comment)".
const NOTES: [&str; 5] = ["Adds ", "Updates ", "Recasts", "Corrects ", "Refiles "];

/// The longest credit in brackets, in bytes.
const CREDIT: usize = 500;

/// A line of links: "Home > Markets > Stocks", "Facebook | X | Email". `folded` as the table has it.
pub(super) fn menu(folded: &str) -> Option<Reason> {
    let items: Vec<&str> =
        folded.split(['|', '›', '»', '·', '•', '>', '/']).map(str::trim).filter(|i| !i.is_empty()).collect();
    // "S&P/ASX 200", "and/or": what is no link has signs without spaces around them.
    let spaced =
        [" | ", " › ", " » ", " · ", " • ", " > ", " / ", "|"].iter().map(|s| folded.matches(s).count()).sum::<usize>();
    let link =
        |item: &&str| item.split(' ').count() <= 4 && !item.ends_with('.') && !item.contains(['%', '$', '€', '£', '¥']);
    let figures = items.iter().filter(|item| item.starts_with(|c: char| c.is_ascii_digit())).count();
    if items.len() < 2 || spaced + 1 < items.len() || !items.iter().all(link) || figures > 1 {
        return None;
    }
    let known: Vec<Reason> = items.iter().filter_map(|item| link_word(item)).collect();
    let shares = known.iter().filter(|&&reason| reason == Reason::Share).count();
    if items.len() < 3 && known.is_empty() {
        None
    } else if 2 * shares >= items.len() {
        Some(Reason::Share)
    } else {
        Some(Reason::Navigation)
    }
}

/// Which of `paragraphs` stand in a menu: a run of short lines most of which are the words of links.
pub(super) fn menu_lines(text: &str, paragraphs: &[Paragraph]) -> Vec<bool> {
    const RUN: usize = 4;
    let mut folded = String::new();
    // Whether it may stand in a menu and, if so, whether it is sure to be a link.
    let links = paragraphs.iter().map(|paragraph| {
        let line = paragraph.span.of(text);
        let short = line.split_whitespace().take(4).count() < 4 && !is_ended(line);
        let name = short && line.len() <= 60 && !line.contains(|c: char| c.is_ascii_digit() || c == '%');
        name.then(|| {
            fold(line, &mut folded);
            link_word(&folded).is_some()
        })
    });
    let links: Vec<Option<bool>> = links.collect();
    let mut out = Vec::with_capacity(links.len());
    for run in links.chunk_by(|a, b| a.is_some() == b.is_some()) {
        let sure = run.iter().filter(|link| **link == Some(true)).count();
        out.resize(out.len() + run.len(), run.len() >= RUN && 2 * sure >= run.len());
    }
    out
}

/// Why `folded` as a whole is the text of a link or button.
pub(super) fn link_word(folded: &str) -> Option<Reason> {
    let whole = |end: usize| !folded[end..].contains(char::is_alphanumeric);
    let link = |place| matches!(place, Place::Whole | Place::Menu);
    heads(folded).into_iter().find(|f| link(f.place) && whole(f.end)).map(|f| f.reason)
}

/// "By Jane Doe and John M Roe, Acme Wire".
pub(super) fn is_byline(folded: &str) -> bool {
    let Some((by, names)) = folded.split_once(' ') else { return false };
    let name = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit());
    let count = names.split(' ').count();
    let sign = |word: &str| !word.contains(char::is_alphanumeric);
    by.eq_ignore_ascii_case("by")
        && (2..=12).contains(&count)
        && names.split(' ').all(|word| name(word) || BETWEEN_NAMES.contains(&word) || sign(word))
        && names.split(' ').next().is_some_and(name)
}

/// A line that is an e-mail address, telephone number or link with little around it.
pub(super) fn is_contact(folded: &str) -> bool {
    let words = folded.split(' ').count();
    let linked = folded.split(' ').filter(|word| is_link(word)).count();
    words <= 16 && (folded.split(' ').any(is_address) || has_telephone(folded)) || linked > 0 && words <= linked + 2
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(char::is_alphanumeric) && host.trim_end_matches(['.', ')', ';']).contains('.')
    })
}

fn is_link(word: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|scheme| word.contains(scheme))
}

/// "+46 8 506 485 00" or "(512) 354-7000": nine digits or more behind a plus sign, or groups of three, three and four.
fn has_telephone(folded: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '(' | ')' | '.');
    folded.split(|c| !sign(c)).any(|run| {
        let groups: Vec<usize> = run.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|&n| n > 0).collect();
        let international = run.matches('+').count() == 1 && !run.contains('.');
        groups.ends_with(&[3, 3, 4]) || international && (9..=15).contains(&groups.iter().sum::<usize>())
    })
}

/// The credits and wire codes in brackets inside `span`, ascending: "(Reporting by A; Editing by B)", "[nL4N2W431E]".
pub(super) fn bracketed(text: &str, span: Span) -> Vec<Span> {
    let inner = span.of(text);
    let mut out: Vec<Span> = vec![];
    let mut open = vec![];
    for (at, sign) in inner.match_indices(['(', ')', '[', ']']) {
        if matches!(sign, "(" | "[") {
            open.push(at);
        } else if let Some(start) = open.pop().filter(|start| at - start <= CREDIT)
            && is_credit(&inner[start..at])
        {
            let credit = Span::new(span.start as usize + start, span.start as usize + at + 1);
            // The brackets inside were closed before.
            while out.pop_if(|last| credit.contains(*last)).is_some() {}
            out.push(credit);
        }
    }
    out
}

/// Whether a bracket, without the sign that closes it, holds a credit.
fn is_credit(bracket: &str) -> bool {
    let (sign, content) = bracket.split_at(1);
    let begins = |phrase: &&str| {
        content.as_bytes().get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase.as_bytes()))
    };
    if sign == "[" {
        return is_wire_code(content);
    }
    // Two brackets hold an address, "((jane.doe@example.com;))", or else a plain clause.
    content.starts_with('(') && content.contains('@')
        || BRACKETED.iter().any(begins)
        || NOTES.iter().any(|note| content.starts_with(note))
        || is_byline(content)
}

/// "nL4N2W431E": the code of a story on a wire.
fn is_wire_code(content: &str) -> bool {
    let code = content.strip_prefix('n').unwrap_or("");
    (6..=20).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}
