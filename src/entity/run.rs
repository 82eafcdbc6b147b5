//! Words with a capital that stand together and may be a name.

use super::context::Context;
use super::cue::is_post;
use super::words::firms::{ADJECTIVES, FIRM_ENDS, FIRM_NOUNS, NOT_FIRST, PROOFS};
use super::words::people::FIRST_NAMES;
use super::words::places::{DATES, PLACES};
use super::words::press::REPORTED;
use super::words::{self, is_in};
use crate::text::Kind;

/// The most tokens of a name; what is longer is a list or a heading.
const LONGEST: usize = 10;

/// How a company fares, which is no part of its name: "Bankrupt AMR Corp".
const STATES: &[&str] = &["ailing", "bankrupt", "beleaguered", "embattled", "struggling", "troubled"];

/// A run of capitalised words in tokens `start..end`, and where the legal form behind it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) formed: usize,
}

impl Run {
    /// The next run that begins at token `at` or later, without the words before the name proper.
    pub(super) fn next(context: &Context, mut at: usize) -> Option<Self> {
        while at < context.tokens.len() {
            if !is_name_word(context, at) {
                at += 1;
                continue;
            }
            let end = end_of(context, at);
            // "Paxful CEO Ray Youssef"
            let post = (at + 1..end).find(|&i| is_post(context, i));
            let mut end = post.unwrap_or_else(|| before_person(context, at, end));
            // "RedHill EPS beats", "Select Shares Soar"
            while end > at + 1 && is_in(context.word(end - 1), REPORTED) {
                end -= 1;
            }
            let mut start = at;
            if let Some(heading) = heading(context, at, end) {
                start = heading;
            }
            while start < end && (is_before_name(context, start, end) || !is_name_word(context, start)) {
                start += 1;
            }
            if start < end && end - start <= LONGEST {
                return Some(Self { start, end, formed: context.after_legal_form(end) });
            }
            at = end;
        }
        None
    }

    /// Whether the name is one word.
    pub(super) fn is_single(&self) -> bool {
        self.end == self.start + 1
    }
}

/// A word with a capital in front, or inside as in "eBay".
pub(super) fn is_name_word(context: &Context, i: usize) -> bool {
    let word = context.word(i);
    // A part of an address or of "4CAST".
    let part = context.is_glued(i) && (context.before(i) == "/" || context.tokens[i - 1].kind == Kind::Number);
    // "I'll"
    if part || word.strip_prefix('I').is_some_and(|rest| rest.starts_with(['\'', '’'])) {
        return false;
    }
    context.is_capital(i)
        || word.len() >= 4
            && word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().skip(1).take(3).any(char::is_uppercase)
}

/// Where the run that begins at token `start` ends.
fn end_of(context: &Context, start: usize) -> usize {
    let name = |i| is_name_word(context, i);
    let mut end = start + 1;
    loop {
        let inner = match context.word(end) {
            "&" | "de" | "dei" | "del" | "della" | "der" | "des" | "di" | "do" | "du" | "et" | "van" | "von" => {
                name(end + 1)
            }
            "-" | "‑" => context.is_glued(end) && context.is_glued(end + 1) && name(end + 1),
            "." => context.is_glued(end) && context.word(end - 1).chars().count() == 1 && name(end + 1),
            "and" if !name(end + 1) => false,
            // "Haynes and Boone, LLP"
            "and" => {
                let form = end + 2 + usize::from(context.word(end + 2) == ",");
                is_in(context.word(end + 1), FIRM_ENDS) && end > start + 1
                    || matches!(context.word(form), "LLP" | "PLLC")
            }
            "," => is_partners(context, end),
            "of" => context.word(end - 1) == "Bank" && name(end + 1),
            _ => false,
        };
        let numbered = context.tokens.get(end).is_some_and(|t| t.kind == Kind::Number)
            && context.word(end).len() < 3
            && name(end + 1);
        if inner || numbered {
            end += 2;
        } else if name(end) && !is_in(context.word(end), PROOFS) && !is_in(context.word(end), DATES) {
            end += 1;
        } else {
            return end;
        }
    }
}

/// Where a heading in capitals ends that ran into the text behind it: "NEW BLOOD Investors are keen".
fn heading(context: &Context, start: usize, end: usize) -> Option<usize> {
    let shouted = |i: usize| context.word(i).chars().all(|c| !c.is_lowercase());
    let first = (start..end).find(|&i| !shouted(i))?;
    (start..first).any(|i| context.word(i).len() > 4).then_some(first)
}

/// Whether the comma at `i` stands in a name as "Stifel, Nicolaus and Co" or "Schulte, Roth & Zabel".
fn is_partners(context: &Context, i: usize) -> bool {
    !is_in(context.word(i - 1), PLACES)
        && is_name_word(context, i + 1)
        && match context.word(i + 2) {
            "&" => is_name_word(context, i + 3),
            "and" => is_in(context.word(i + 3), words::COMPANY),
            _ => false,
        }
}

/// The end of a name behind which a person's stands: "CryptoLaw John Deaton".
fn before_person(context: &Context, start: usize, end: usize) -> usize {
    let person = end > start + 2
        && is_in(context.word(end - 2), FIRST_NAMES)
        && !is_in(context.word(end - 1), FIRM_ENDS)
        && context.tokens[end - 3].kind == Kind::Word;
    if person { end - 2 } else { end }
}

/// Whether the word at `i` has its capital for another reason than the name that ends at `end`.
fn is_before_name(context: &Context, i: usize, end: usize) -> bool {
    let word = context.word(i);
    let firm = is_in(context.word(end - 1), FIRM_ENDS) || is_in(context.word(end), PROOFS);
    let opens = context.is_start(i)
        && (is_in(word, words::OPENERS)
            || is_in(word, words::BEFORE_COMPANY)
            || is_in(word, words::ROLES)
            || is_in(word, FIRM_NOUNS) && !is_in(word, &["bank", "exchange"])
            || (!firm || is_in(word, STATES)) && is_in(word, ADJECTIVES));
    opens || is_in(word, NOT_FIRST) || is_in(word, DATES)
}
