//! What a capitalised name itself tells: a firm's trade, a person, a place, a body.

use super::context::Context;
use super::cue::{Cues, MAYBE_TRADE, TRADE};
use super::run::Run;
use super::words::firms::*;
use super::words::people::{FIRST_NAMES, NOBLES, TITLES};
use super::words::places::{DATES, PEOPLES, PLACES};
use super::words::press::HEADED;
use super::words::{self, is_in};
use crate::text::Kind;

/// "Nordhavn Capital", "Wanxiang Group".
pub(super) fn trade(context: &Context, run: Run) -> Cues {
    let last = context.word(run.end - 1);
    let managed = last == "Management"
        && !run.is_single()
        && is_in(context.word(run.end - 2), &["asset", "assets", "capital", "fund", "investment", "wealth"]);
    if run.is_single() {
        0
    } else if managed
        || last == "Trust" && (run.start..run.end).any(|i| context.word(i) == "Bank")
        || is_in(last, FIRM_ENDS)
        || is_in(last, words::LEGAL)
        || is_in(context.word(run.start), FIRM_STARTS)
    {
        TRADE
    } else if is_in(last, MAYBE_FIRM_ENDS) {
        MAYBE_TRADE
    } else {
        0
    }
}

/// A body, a place, a people, a heading: no company's name.
pub(super) fn is_something_else(context: &Context, run: Run) -> bool {
    let words = || (run.start..run.end).filter(|&i| context.tokens[i].kind == Kind::Word).map(|i| context.word(i));
    let first = context.word(run.start);
    let last = context.word(run.end - 1);
    let legal = run.formed > run.end;
    let seat = context.word(run.end) == ","
        && (is_in(context.word(run.end + 1), PLACES) || context.word(run.end + 1) == "New");
    // "New York-based"
    let based = context.word(run.end) == "-" && context.is_glued(run.end);
    if based || seat && !legal && trade(context, run) != TRADE {
        return true;
    }
    if run.is_single() {
        // "US", "PCs"
        let bare = first.strip_suffix('s').unwrap_or(first);
        let short = bare.len() < 3 && bare.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
        let plural = bare.len() < first.len() && bare.bytes().all(|b| b.is_ascii_uppercase());
        // "Sundays", "the Duke of Wellington"
        let date = is_in(bare, DATES) && !legal;
        let noble = context.before(run.start) == "of" && is_in(context.word(run.start.wrapping_sub(2)), NOBLES);
        return is_common(first) || date || noble || (short || plural) && !legal;
    }
    let somewhere = |w: &str| is_in(w, PLACES) || is_in(w, PEOPLES);
    let before = context.word(run.start.wrapping_sub(2));
    let of_body = context.before(run.start) == "of"
        && context.is_capital(run.start.wrapping_sub(2))
        && !context.is_start(run.start - 2)
        && (trade(context, run) != TRADE || is_in(before, BODIES))
        || context.before(run.start) == "for" && is_in(before, BODIES);
    // "the Hong Kong Securities and Futures Commission", "the Entrance Systems division"
    let goes_on = context.word(run.end) == "and" && is_in(context.word(run.end + 2), BODIES)
        || matches!(context.before(run.start), "the" | "its" | "The" | "Its") && is_in(context.word(run.end), PARTS);
    let heading = words().count() > 2 && words().all(|w| w.chars().all(|c| !c.is_lowercase()));
    let share = is_in(last, &["common", "depositary", "ordinary", "preferred"]);
    let square = last == "Square" && is_in(context.before(run.start), &["at", "in", "near", "of", "on"]);
    // "Lots Of EVs To Charge It" is a heading.
    let headed = (run.start + 1..run.end).any(|i| context.is_capital(i) && is_in(context.word(i), HEADED));
    if words().any(|w| matches!(w, "Federal" | "Report")) || heading || share || square || headed {
        return true;
    }
    // "New York AG" is an attorney general.
    let proof = (run.end..run.formed).any(|i| is_in(context.word(i), PROOFS));
    if legal && (proof || !words().all(|w| is_in(w, PLACES))) {
        return false;
    }
    let bank = words().any(|w| w == "Bank");
    let public = ["Central", "Development", "Federal", "Investment", "National", "People", "Reserve", "World"];
    let owned = run.start > 0 && context.after_possessive(run.start - 1) == run.start;
    of_body
        || goes_on
        || words().all(|w| somewhere(w) || is_in(w, ADJECTIVES))
        || words().any(|w| is_in(w, BODIES)) && (bank || !is_in(last, FIRM_ENDS) || last == "Group")
        || last == "Exchange" && words().any(|w| w == "Stock")
        // "the People's Bank", "Swiss National Bank", "Bank of England"
        || bank && (owned || words().any(|w| public.contains(&w)) || first == "Bank" && words().any(somewhere))
}

/// What of a company is called like one: "the Entrance Systems division".
const PARTS: &[&str] = &["brand", "business", "division", "project", "segment"];

/// Whether two words of a name are of the language both, as in "Big Tech" or "Swiss Bank": the name may mean anything.
pub(super) fn is_plain(context: &Context, run: Run) -> bool {
    let lists = [FIRM_ENDS, MAYBE_FIRM_ENDS, GENERIC, ADJECTIVES, SECTORS, PLACES, PEOPLES];
    let plain = |i: usize| lists.iter().any(|list| is_in(context.word(i), list));
    let last = run.end - 1;
    last == run.start + 1 && plain(run.start) && (plain(last) || is_in(context.word(last), words::LEGAL))
}

/// Whether a word alone cannot be a company's name.
pub(super) fn is_common(word: &str) -> bool {
    let lists = [
        FIRM_ENDS,
        MAYBE_FIRM_ENDS,
        BODIES,
        PLACES,
        PEOPLES,
        NOT_FIRST,
        ADJECTIVES,
        GENERIC,
        FIRM_NOUNS,
        SECTORS,
        PROOFS,
        TITLES,
        words::NOT_TICKERS,
        words::LEGAL,
        words::BEFORE_COMPANY,
        words::SOMEBODY_ELSE,
        words::DETERMINERS,
        words::OPENERS,
    ];
    word.chars().count() < 2 || lists.iter().any(|list| is_in(word, list))
}

/// "John Smith", "Chief Executive Elop", "analyst Hannu Rauhala", "Hannu Rauhala, an analyst", "Rauhala, 45,".
pub(super) fn is_person(context: &Context, run: Run) -> bool {
    let before = context.before(run.start);
    // "analyst David Bank"
    let introduced = run.end == run.start + 2 && is_in(context.word(run.start), FIRST_NAMES) && is_in(before, TITLES);
    if trade(context, run) == TRADE {
        return introduced;
    }
    let titled = (run.start..run.end).any(|i| is_in(context.word(i), TITLES));
    let called = is_in(before, TITLES) || before == "." && is_in(context.before(run.start.saturating_sub(1)), TITLES);
    let named = is_in(context.word(run.start), FIRST_NAMES) && !run.is_single();
    let comma = context.word(run.end) == ",";
    let number = context.tokens.get(run.end + 1).is_some_and(|t| t.kind == Kind::Number);
    let aged = comma && number && context.word(run.end + 2) == ",";
    titled || called || named || aged || comma && has_post(context, run.end + 1)
}

/// Whether what stands from token `at` on is somebody's post: "an analyst at", "the chief executive", "one of the best known
/// researchers".
fn has_post(context: &Context, at: usize) -> bool {
    let (at, reach) = if context.word(at) == "one" && context.word(at + 1) == "of" { (at + 2, 6) } else { (at, 5) };
    (at..at + reach)
        .take_while(|&i| context.tokens.get(i).is_some_and(|t| t.kind != Kind::Sign || context.word(i) == "-"))
        .take_while(|&i| !matches!(context.word(i), "of" | "at" | "with" | "whose" | "which" | "said"))
        .any(|i| is_in(context.word(i), AT_FIRM))
}

/// Whether a name is all in capitals.
pub(super) fn is_acronym(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}
