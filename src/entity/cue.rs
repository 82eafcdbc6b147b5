//! What stands around a capitalised name and tells whether it is a company's.

use super::context::{Context, Style};
use super::run::Run;
use super::shape::{is_person, is_plain, is_something_else, trade};
use super::words::firms::*;
use super::words::is_in;
use crate::text::Kind;

/// Kinds of evidence, one bit each.
pub(super) type Cues = u16;

/// A legal form, a trade at the end of the name, a company's neighbours: one is enough.
pub(super) const LEGAL: Cues = 1;
pub(super) const TRADE: Cues = 2;
pub(super) const NEIGHBOUR: Cues = 4;
/// Less sure: two are enough.
pub(super) const MAYBE_TRADE: Cues = 8;
pub(super) const RIVAL: Cues = 16;
pub(super) const ACTS: Cues = 32;
pub(super) const BELONGS_TO: Cues = 64;
/// Its initials in brackets.
pub(super) const INITIALS: Cues = 128;
/// It stands in a list with a company.
pub(super) const LISTED: Cues = 8192;
/// The document is about it: it stands in the title or the first sentence, and again and again.
pub(super) const SUBJECT: Cues = 256;
/// As good as [`NEIGHBOUR`], but the one word begins its sentence: enough if the name stands inside one, too.
pub(super) const OPENS: Cues = 512;
pub(super) const INSIDE: Cues = 1024;
/// Does what companies do, and others too: supports [`SUBJECT`] alone.
pub(super) const DOES_SO: Cues = 2048;
/// It may be a name at all.
pub(super) const SEEN: Cues = 16384;
/// What anybody's name may have.
pub(super) const ANYBODY: Cues = SEEN | INSIDE | DOES_SO | ACTS | BELONGS_TO;
/// A person's: speaks against.
pub(super) const PERSON: Cues = 4096;

/// Whether the cues gathered for a name make it a company's.
pub(super) fn is_company(cues: Cues) -> bool {
    let weak = cues & (MAYBE_TRADE | RIVAL | ACTS | BELONGS_TO | INITIALS | LISTED | SUBJECT);
    let one = cues & (TRADE | NEIGHBOUR) != 0 || cues & OPENS != 0 && cues & INSIDE != 0;
    let subject = cues & SUBJECT != 0 && cues & DOES_SO != 0;
    cues & LEGAL != 0 || cues & PERSON == 0 && (one || subject || weak.count_ones() > 1)
}

/// What tells where `run` stands; nothing of what cannot be a company's.
pub(super) fn cues(context: &Context, run: Run) -> Cues {
    if context.style != Style::Running {
        return 0;
    }
    let formed = run.formed > run.end;
    if !formed && is_person(context, run) {
        return PERSON;
    }
    if is_something_else(context, run) {
        return 0;
    }
    let proof = |i: usize| is_in(context.word(i), PROOFS) || matches!(context.word(i), "&" | "and");
    if (run.end..run.formed).any(proof) {
        return LEGAL;
    }
    let opens = context.is_start(run.start);
    let mut cues = SEEN | works_at(context, run) | held(context, run) | named(context, run);
    if is_plain(context, run) {
        return if cues & NEIGHBOUR != 0 { SEEN | NEIGHBOUR } else { 0 };
    }
    cues |= owns(context, run) | moves(context, run);
    // "met in Burlington"
    if run.is_single() && context.before(run.start) == "in" && cues & NEIGHBOUR == 0 {
        return 0;
    }
    // "Fractional shares", "Defence analyst"
    if run.is_single() && opens && cues & NEIGHBOUR != 0 && context.after_possessive(run.end) == run.end {
        cues = cues & !NEIGHBOUR | OPENS;
    }
    if is_post(context, run.end) {
        cues |= NEIGHBOUR;
    }
    cues |= acts(context, run) | described(context, run) | trade(context, run);
    if opens { cues } else { cues | INSIDE }
}

/// "an analyst at Carnegie", "Carnegie analyst Janne Rantanen", "Carnegie options strategist Janne Rantanen".
pub(super) fn works_at(context: &Context, run: Run) -> Cues {
    let reach = match context.before(run.start) {
        "at" => 7,
        "with" | "for" | "from" => 1,
        _ => 0,
    };
    let near = (2..2 + reach).take_while(|&k| k <= run.start).map(|k| run.start - k);
    let verbs = ["arrested", "be", "been", "had", "has", "is", "said", "was", "were", "who"];
    let at = near
        .take_while(|&i| context.tokens[i].kind != Kind::Sign && !is_in(context.word(i), &verbs))
        .any(|i| is_in(context.word(i), AT_FIRM));
    let post = |i: usize| {
        matches!(context.word(i), "analyst" | "analysts" | "economist" | "strategist" | "trader")
            && context.is_capital(i + 1)
    };
    let one_between = context.word(run.end).starts_with(|c: char| c.is_ascii_lowercase());
    let analyst = post(run.end) || one_between && post(run.end + 1);
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

/// "lender Fortis", "hedge fund Steel Partners", "rival Fortis", "Glitnir bank".
fn named(context: &Context, run: Run) -> Cues {
    let before = context.before(run.start);
    let what = context.before(run.start.saturating_sub(1));
    let maker = before.len() > 5 && before.ends_with("maker");
    let fund = before == "fund" && is_in(what, &["bond", "hedge", "pension", "wealth"])
        || what == "equity" && matches!(before, "group" | "house" | "investor");
    // "lenders Fortis and Dexia", "payments firms such as Wyre"
    let called = match before {
        "as" if what == "such" => context.before(run.start.saturating_sub(2)),
        _ => before,
    };
    let one = called.strip_suffix("ies").map_or_else(|| called.trim_end_matches('s').into(), |c| format!("{c}y"));
    let bank = run.is_single() && context.word(run.end) == "bank" && context.word(run.end + 1) != "holding";
    // "space start-up Agnisat"
    let startup = before == "up" && what == "-" && context.before(run.start.saturating_sub(2)) == "start";
    if startup
        || maker
        || fund
        || bank && !context.is_start(run.start)
        || is_in(&one, FIRM_NOUNS)
        || is_in(called, FIRM_NOUNS)
    {
        NEIGHBOUR
    } else if is_in(&one, MAYBE_FIRM_NOUNS) {
        RIVAL
    } else {
        0
    }
}

/// "Quillo shares", "Quillo's quarterly revenue".
fn owns(context: &Context, run: Run) -> Cues {
    let next = context.after_possessive(run.end);
    if next > run.end {
        // Not what another owns: "Musk's Tesla stock".
        let name = |i: usize| context.is_capital(i) && context.word(i).chars().any(char::is_lowercase);
        let words = || {
            (next..next + 3).take_while(|&i| context.tokens.get(i).is_some_and(|t| t.kind == Kind::Word && !name(i)))
        };
        let any = |list| words().any(|i| is_in(context.word(i), list));
        return if any(OWNED) { NEIGHBOUR } else { BELONGS_TO * Cues::from(any(BELONGS)) };
    }
    let word = |n: usize| context.word(next + n);
    let owned = matches!(word(0), "shares" | "stock" | "shareholders" | "bondholders" | "ADRs");
    let belongs = matches!(word(0), "clients" | "customers" | "executives" | "founders" | "spokesman" | "spokeswoman")
        || word(0) == "and" && matches!(word(1), "its" | "their");
    if owned { NEIGHBOUR } else { BELONGS_TO * Cues::from(belongs) }
}

/// "Paycom added 6%", "uniQure 6%", "ShiftPixy Inc, down 24.5%", "Quillo was 4% better", "Quillo losing 3%".
fn moves(context: &Context, run: Run) -> Cues {
    if is_change(context, run.formed) { NEIGHBOUR } else { 0 }
}

/// Whether the post that only a company has stands at token `i`: "CEO", "Chief Executive".
pub(super) fn is_post(context: &Context, i: usize) -> bool {
    match context.word(i) {
        "CEO" | "CFO" | "COO" | "CTO" => true,
        "Chief" => is_in(context.word(i + 1), &["commercial", "executive", "financial", "operating", "technology"]),
        _ => false,
    }
}

/// Whether the percentage by which something moved stands from token `at` on.
pub(super) fn is_change(context: &Context, mut at: usize) -> bool {
    at += usize::from(matches!(context.word(at), "," | ":"));
    at += usize::from(matches!(context.word(at), "was" | "were" | "is" | "are"));
    at += usize::from(is_in(context.word(at), MOVES) || matches!(context.word(at), "up" | "down"));
    let percent = matches!(context.word(at + 1), "%" | "percent" | "pct");
    context.tokens.get(at).is_some_and(|t| t.kind == Kind::Number) && percent
}

/// "Quillo reported quarterly profit", "Quillo said on Monday its", "Quillo filed for bankruptcy".
fn acts(context: &Context, run: Run) -> Cues {
    let next = |n: usize| context.word(run.end + n);
    match next(0) {
        "reported" | "reports" | "posted" | "posts" => {
            let at = 1 + usize::from(matches!(next(1), "a" | "an"));
            if is_in(next(at), FIGURES) { NEIGHBOUR } else { 0 }
        }
        "said" | "says" => {
            let it = (1..5).take_while(|&n| next(n) != ",").any(|n| matches!(next(n), "it" | "its"));
            if it { ACTS } else { DOES_SO }
        }
        "filed" | "files" if next(1) == "for" => {
            if matches!(next(2), "bankruptcy" | "Chapter" | "insolvency") {
                NEIGHBOUR
            } else {
                0
            }
        }
        "agreed" | "agrees" if next(1) == "to" => {
            if matches!(next(2), "acquire" | "buy" | "sell") {
                ACTS
            } else {
                0
            }
        }
        "will" if matches!(next(1), "acquire" | "buy" | "cut" | "eliminate" | "launch" | "sell") => ACTS,
        "is" if matches!(next(1), "acquiring" | "cutting" | "expanding" | "launching" | "recalling") => ACTS,
        "acquired" | "acquires" | "operates" | "makes" | "sells" | "employs" | "manufactures" | "offers" => ACTS,
        word if is_in(word, DOES) => DOES_SO,
        _ => 0,
    }
}

/// "Quillo, whose shares", "Corvane Systems, a payments processor", "Brightwater Home (BWH)".
fn described(context: &Context, run: Run) -> Cues {
    let next = |n: usize| context.word(run.formed + n);
    if next(0) == "," && next(1) == "whose" && is_in(next(2), OWNED) {
        return NEIGHBOUR;
    }
    if next(0) == "," && matches!(next(1), "a" | "an" | "the") {
        let noun = (2..10)
            .take_while(|&n| context.tokens.get(run.formed + n).is_some_and(|t| t.kind != Kind::Sign || next(n) == "-"))
            .take_while(|&n| !is_in(next(n), AFTER_NOUN))
            .last();
        let firm = |word: &str| is_in(word, DESCRIBED_AS) || word.len() > 5 && word.ends_with("maker");
        return if noun.is_some_and(|n| firm(next(n))) { NEIGHBOUR } else { 0 };
    }
    let ticker = next(1);
    let symbol = next(0) == "(" && next(2) == ")" && (3..=5).contains(&ticker.len());
    // "the Organisation for Economic Cooperation and Development (OECD)"
    let part = is_in(context.before(run.start), &["-", "and", "for", "in", "of", "on"]);
    if symbol && !part && ticker.bytes().all(|b| b.is_ascii_uppercase()) {
        let initials = (run.start..run.end).filter_map(|i| context.word(i).chars().next()).filter(|c| c.is_uppercase());
        return if initials.eq(ticker.chars()) { INITIALS } else { NEIGHBOUR };
    }
    0
}

/// What a company reports.
#[rustfmt::skip]
const FIGURES: &[&str] = &[
    "adjusted", "earnings", "first", "fourth", "its", "loss", "net", "profit", "quarterly", "record", "revenue",
    "second", "third",
];

/// What ends a description: "a maker of".
#[rustfmt::skip]
const AFTER_NOUN: &[&str] = &[
    "and", "as", "at", "backed", "behind", "by", "co", "controlled", "for", "founded", "from", "in", "led", "listed",
    "of", "on", "owned", "that", "to", "which", "who", "with",
];
