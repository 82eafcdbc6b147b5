//! What stands around a capitalised name and tells whether it is a company's.

use super::context::{Context, Style};
use super::run::Run;
use super::words::firms::*;
use super::words::people::{FIRST_NAMES, TITLES};
use super::words::places::{PEOPLES, PLACES};
use super::words::{self, is_in};
use crate::text::Kind;

/// Kinds of evidence, one bit each.
pub(super) type Cues = u8;

/// A legal form, a trade at the end of the name, a company's neighbours: one is enough.
pub(super) const LEGAL: Cues = 1;
pub(super) const TRADE: Cues = 2;
pub(super) const NEIGHBOUR: Cues = 4;
/// Less sure: two are enough.
pub(super) const MAYBE_TRADE: Cues = 8;
pub(super) const RIVAL: Cues = 16;
pub(super) const ACTS: Cues = 32;
/// Its initials in brackets.
pub(super) const INITIALS: Cues = 64;
/// A person's: speaks against.
pub(super) const PERSON: Cues = 128;

/// Whether the cues gathered for a name make it a company's.
pub(super) fn is_company(cues: Cues) -> bool {
    let weak = cues & (MAYBE_TRADE | RIVAL | ACTS | INITIALS);
    cues & LEGAL != 0 || cues & PERSON == 0 && (cues & (TRADE | NEIGHBOUR) != 0 || weak.count_ones() > 1)
}

/// What tells where `run` stands; nothing of what cannot be a company's.
pub(super) fn cues(context: &Context, run: Run) -> Cues {
    if run.formed > run.end && is_proved(context, run) && !(run.is_single() && is_common(context.word(run.start))) {
        return LEGAL;
    }
    if context.style != Style::Running || is_something_else(context, run) {
        return 0;
    }
    if is_person(context, run) {
        return PERSON;
    }
    let neighbours = works_at(context, run) | held(context, run) | named(context, run) | owns(context, run);
    neighbours | acts(context, run) | described(context, run) | trade(context, run)
}

fn is_proved(context: &Context, run: Run) -> bool {
    (run.end..run.formed).any(|i| is_in(context.word(i), PROOFS) || matches!(context.word(i), "&" | "and"))
}

/// Whether a word alone cannot be a company's name.
fn is_common(word: &str) -> bool {
    word.chars().count() < 2
        || [FIRM_ENDS, MAYBE_FIRM_ENDS, BODIES, PLACES, PEOPLES, NOT_FIRST, ADJECTIVES, GENERIC, FIRM_NOUNS]
            .iter()
            .any(|list| is_in(word, list))
        || [words::NOT_TICKERS, words::LEGAL, words::BEFORE_COMPANY, words::SOMEBODY_ELSE, TITLES, words::DETERMINERS]
            .iter()
            .any(|list| is_in(word, list))
}

/// A body, a place, a people.
fn is_something_else(context: &Context, run: Run) -> bool {
    let words = || (run.start..run.end).map(|i| context.word(i));
    let somewhere = |w: &str| is_in(w, PLACES) || is_in(w, PEOPLES);
    let bank = is_in(context.word(run.end - 1), &["bank"]) || words().any(|w| w == "Bank");
    let central = ["Central", "World", "Development", "Reserve", "Federal", "National", "People", "Investment"];
    words().any(|w| is_in(w, BODIES))
        || run.is_single() && is_common(context.word(run.start))
        || words().filter(|w| !somewhere(w) && w.len() > 2).all(|w| is_in(w, FIRM_ENDS) || is_in(w, MAYBE_FIRM_ENDS) || is_in(w, GENERIC))
            && words().any(somewhere)
        || bank && words().any(|w| central.contains(&w))
        // "People's Bank"
        || bank && run.start > 0 && context.after_possessive(run.start - 1) == run.start
}

/// "John Smith", "Chief Executive Elop", "analyst Hannu Rauhala", "Hannu Rauhala, an analyst", "Rauhala, 45,".
fn is_person(context: &Context, run: Run) -> bool {
    let firm = is_in(context.word(run.end - 1), FIRM_ENDS);
    let titled = (run.start..run.end).any(|i| is_in(context.word(i), TITLES)) && !firm;
    let before = context.before(run.start);
    let called = is_in(before, TITLES) && !is_in(before, &["partner"]) && !firm
        || before == "." && is_in(context.before(run.start.saturating_sub(1)), TITLES);
    let named = is_in(context.word(run.start), FIRST_NAMES) && run.end - run.start > 1 && !firm;
    let comma = context.word(run.end) == ",";
    let aged = comma && context.tokens.get(run.end + 1).is_some_and(|t| t.kind == Kind::Number);
    let aged = aged && context.word(run.end + 2) == ",";
    let post = comma
        && (run.end + 1..run.end + 6)
            .take_while(|&i| context.tokens.get(i).is_some_and(|t| t.kind != Kind::Sign || context.word(i) == "-"))
            .take_while(|&i| !matches!(context.word(i), "of" | "at" | "with" | "whose" | "which" | "said"))
            .any(|i| is_in(context.word(i), AT_FIRM));
    titled || called || named || aged || post && !firm
}

/// "an analyst at Carnegie", "Carnegie analyst Janne Rantanen".
fn works_at(context: &Context, run: Run) -> Cues {
    let reach = match context.before(run.start) {
        "at" => 7,
        "with" | "for" | "from" => 1,
        _ => 0,
    };
    let near = (2..2 + reach).take_while(|&k| k <= run.start).map(|k| run.start - k);
    let at = near
        .take_while(|&i| context.tokens[i].kind != Kind::Sign)
        .any(|i| is_in(context.word(i), AT_FIRM));
    let analyst = matches!(context.word(run.end), "analyst" | "analysts" | "economist" | "strategist" | "trader")
        && context.is_capital(run.end + 1)
        && !(run.is_single() && context.is_start(run.start));
    if at || analyst { NEIGHBOUR } else { 0 }
}

/// "shares of Quillo", "stake in Quillo", "takeover of Quillo", "chief executive of Quillo", "acquire Quillo".
fn held(context: &Context, run: Run) -> Cues {
    let before = context.before(run.start);
    let what = context.before(run.start.saturating_sub(1));
    let held = match before {
        "of" => is_in(what, HELD) || is_in(what, DEALS) || is_in(what, OF_FIRM),
        "in" => is_in(what, HELD),
        _ => is_in(before, &["acquire", "acquired", "acquires", "acquiring"]),
    };
    if held { NEIGHBOUR } else { 0 }
}

/// "lender Fortis", "hedge fund Steel Partners", "rival Fortis".
fn named(context: &Context, run: Run) -> Cues {
    let before = context.before(run.start);
    let maker = before.len() > 5 && before.ends_with("maker") || before == "fund" && context.before(run.start - 1) == "hedge";
    if is_in(before, &["arm", "company", "competitor", "parent", "processor", "rival", "specialist", "unit"]) {
        RIVAL
    } else if maker || is_in(before, FIRM_NOUNS) {
        NEIGHBOUR
    } else {
        0
    }
}

/// "Quillo shares", "Quillo's quarterly revenue", "Quillo, whose shares".
fn owns(context: &Context, run: Run) -> Cues {
    let next = context.after_possessive(run.end);
    let owned = if next > run.end {
        (next..next + 3)
            .take_while(|&i| context.tokens.get(i).is_some_and(|t| t.kind == Kind::Word))
            .any(|i| is_in(context.word(i), OWNED))
    } else {
        matches!(context.word(next), "shares" | "stock" | "shareholders" | "bondholders" | "ADRs")
            || context.word(next) == "," && context.word(next + 1) == "whose" && is_in(context.word(next + 2), OWNED)
    };
    if owned { NEIGHBOUR } else { 0 }
}

/// "Quillo reported quarterly profit", "Quillo said on Monday its", "Quillo filed for bankruptcy".
fn acts(context: &Context, run: Run) -> Cues {
    let next = |n: usize| context.word(run.end + n);
    match next(0) {
        "reported" | "reports" | "posted" | "posts" => {
            let figures = ["adjusted", "earnings", "first", "fourth", "its", "loss", "net", "profit", "quarterly", "record", "revenue", "second", "third"];
            let at = 1 + usize::from(matches!(next(1), "a" | "an"));
            if is_in(next(at), &figures) { NEIGHBOUR } else { 0 }
        }
        "said" | "says" => {
            let it = (1..5).take_while(|&n| next(n) != ",").any(|n| matches!(next(n), "it" | "its"));
            if it { ACTS } else { 0 }
        }
        "filed" | "files" if next(1) == "for" => {
            if matches!(next(2), "bankruptcy" | "Chapter" | "insolvency") { NEIGHBOUR } else { 0 }
        }
        "agreed" | "agrees" if next(1) == "to" => {
            if matches!(next(2), "acquire" | "buy" | "sell") { ACTS } else { 0 }
        }
        "acquired" | "acquires" | "operates" | "makes" | "sells" | "employs" | "manufactures" => ACTS,
        _ => 0,
    }
}

/// "Corvane Systems, a payments processor", "Brightwater Home (BWH)".
fn described(context: &Context, run: Run) -> Cues {
    let next = |n: usize| context.word(run.formed + n);
    if next(0) == "," && matches!(next(1), "a" | "an" | "the") {
        let stops = ["and", "at", "by", "for", "from", "in", "of", "that", "to", "which", "who", "with"];
        let noun = (2..10)
            .take_while(|&n| context.tokens.get(run.formed + n).is_some_and(|t| t.kind != Kind::Sign || next(n) == "-"))
            .take_while(|&n| !is_in(next(n), &stops))
            .last();
        let firm = noun.is_some_and(|n| is_in(next(n), DESCRIBED_AS) || next(n).len() > 5 && next(n).ends_with("maker"));
        return if firm { NEIGHBOUR } else { 0 };
    }
    let ticker = next(1);
    if next(0) == "(" && next(2) == ")" && (2..=5).contains(&ticker.len()) && ticker.bytes().all(|b| b.is_ascii_uppercase()) {
        let initials = (run.start..run.end).filter_map(|i| context.word(i).chars().next()).filter(|c| c.is_uppercase());
        return if initials.eq(ticker.chars()) { INITIALS } else { NEIGHBOUR };
    }
    0
}

/// "Nordhavn Capital", "Wanxiang Group".
fn trade(context: &Context, run: Run) -> Cues {
    let last = context.word(run.end - 1);
    match () {
        _ if run.is_single() || is_in(context.word(run.start), words::SOMEBODY_ELSE) => 0,
        _ if is_in(last, FIRM_ENDS) => TRADE,
        _ if is_in(last, MAYBE_FIRM_ENDS) => MAYBE_TRADE,
        _ => 0,
    }
}
