//! Whether a name that stands in the text means the thing: by its neighbours and its capitals.

use super::Kind;
use super::context::{Context, Style};
use super::cue;
use super::gazetteer::Name;
use super::words::{self, is_in, press};
use crate::text;

/// How well a name is supported where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// It means something else.
    Against,
    /// It may be the end of another's name: "Damian Williams". Where the text begins so, its "Williams" is he.
    Other,
    /// It counts if the document names the same thing elsewhere; a commodity also if it is named often.
    Weak,
    /// It counts.
    Strong,
    /// It counts, and so does the name everywhere in the document.
    Certain,
}

use Evidence::{Against, Certain, Other, Strong, Weak};

/// Judges the name in tokens `start..end`.
pub(super) fn judge(context: &Context, start: usize, end: usize, name: Name, kind: Kind) -> Evidence {
    match kind {
        Kind::Commodity => commodity(context, start, end, name),
        Kind::Currency => currency(context, start, end, name),
        Kind::Index => index(context, start, end, name),
        _ => company(context, start, end, name, kind),
    }
}

fn company(context: &Context, start: usize, end: usize, name: Name, kind: Kind) -> Evidence {
    let formed = context.after_legal_form(end);
    let before = context.before(start);
    let one = end == start + 1;
    if is_somebody_else(context, formed, end - start)
        || is_medium(context, start, end)
        || is_other_bank(context, start)
        || is_in(context.word(formed), INDICES)
    {
        return Against;
    }
    // "Bruno Le Maire"
    let first_name = |i: usize| is_in(context.word(i), words::people::FIRST_NAMES);
    if one && formed == end && start > 1 && context.is_capital(start - 1) && first_name(start - 2) {
        return Other;
    }
    // "Deepak" is a person unless the company is named in full, too.
    if one && formed == end && is_in(context.word(start), words::people::FIRST_NAMES) {
        return Weak;
    }
    let hyphen = |i: usize| context.word(i) == "-" && context.is_glued(i) && context.is_glued(i + 1);
    // "BG-12", "UCB-SC", but not "HSBC -2.3%"
    let code = hyphen(end)
        && (context.tokens.get(end + 1).is_some_and(|t| t.kind == text::Kind::Number)
            || context.is_capital(end + 1) && context.word(end + 1).len() < 3);
    // "SAN FRANCISCO"
    let shouted_next = context.is_capital(end)
        && context.word(end).len() > 3
        && context.word(end).bytes().all(|b| b.is_ascii_uppercase())
        && !is_in(context.word(end), words::LEGAL);
    if name.capitals && one && (code || shouted_next && context.word(start).len() > 2) {
        return Against;
    }
    // "BP Singh" is a person.
    let initials = name.capitals && one && context.word(start).len() == 2 && context.is_capital(end);
    if !(name.ambiguous || name.formal || initials || name.capitals && context.style == Style::Capitals) {
        return Certain;
    }
    let ends_longer = context.style == Style::Running
        && start > 0
        && context.is_capital(start - 1)
        && !(context.is_start(start - 1) && is_in(before, words::OPENERS))
        && !is_in(before, words::BEFORE_NAME)
        && !is_in(before, words::BEFORE_COMPANY);
    if ends_longer {
        return if name.formal { Against } else { Other };
    }
    if hyphen(end) && context.is_capital(end + 1) || start > 1 && hyphen(start - 1) && context.is_capital(start - 2) {
        return Against;
    }
    // "Future plc" is a name with its legal form.
    if formed > end || !one && is_in(context.word(end - 1), words::INCORPORATED) {
        return Certain;
    }
    // All in capitals "ARM" or "GAP" may be short for something else.
    let shouted = one
        && !name.capitals
        && kind != Kind::Crypto
        && context.word(start).chars().nth(1).is_some_and(char::is_uppercase);
    let plain = context.style == Style::Running
        && !((name.word || name.formal) && context.is_start(start))
        && !context.is_capital(end)
        && !shouted
        && !is_in(before, words::DETERMINERS);
    match name.formal {
        true if plain => Weak,
        true => Against,
        false if plain || !shouted && has_company_neighbour(context, start, end) => Strong,
        false => Weak,
    }
}

/// What makes a company's name an index's: "the KBW index".
const INDICES: &[&str] = &["index", "indexes", "indices", "subindex"];

/// "Apple shares", "Apple's", "Apple said", "shares of Apple", "retailer Target", "Apple, which", "Target was down 4%".
fn has_company_neighbour(context: &Context, start: usize, end: usize) -> bool {
    let next = context.after_possessive(end);
    let before = context.before(start);
    let of_shares = matches!(before, "of" | "in" | "Of" | "In")
        && is_in(context.before(start - 1), &["ceo", "investors", "shareholders", "shares", "stake", "stock"]);
    next > end
        || is_in(context.word(next), words::AFTER_COMPANY)
        || context.word(end) == "will" && is_in(context.word(end + 1), WILL)
        || is_described(context, end)
        || cue::is_change(context, end)
        || !context.is_capital(end) && (is_in(before, words::BEFORE_COMPANY) || of_shares)
}

/// What only a company will do: "Apple will acquire Quillo".
const WILL: &[&str] = &["acquire", "buy", "eliminate", "hire", "invest", "launch", "pay", "sell"];

/// Whether a clause about what was named begins at token `end`: ", which makes most of its phones in China,".
fn is_described(context: &Context, end: usize) -> bool {
    context.word(end) == "," && matches!(context.word(end + 1), "which" | "whose")
}

/// Whether the capitals behind a name make it another's: "Apple Hospitality REIT". `length` is the name's, in tokens.
fn is_somebody_else(context: &Context, end: usize, length: usize) -> bool {
    const LONGEST: usize = 4;
    let reach = if context.style == Style::Running { LONGEST } else { 1 };
    let mut last = "";
    let mut count = 0;
    while count < reach && context.is_capital(end + count) {
        last = context.word(end + count);
        if is_in(last, words::SOMEBODY_ELSE) {
            return true;
        }
        count += 1;
    }
    length == 1 && count > 1 && is_in(last, words::INCORPORATED)
}

/// Whether "Bank of ..." is the end of a longer name: "Central Bank of India", "People's Bank of China".
fn is_other_bank(context: &Context, start: usize) -> bool {
    let owner = start >= 2 && context.after_possessive(start - 1) == start;
    let last = if owner { start - 2 } else { start.wrapping_sub(1) };
    let other = |word| !is_in(word, words::OPENERS) && !is_in(word, words::DETERMINERS);
    context.word(start) == "Bank" && context.is_capital(last) && other(context.word(last))
}

/// Whether a name is where something was written or where figures come from: "took to Twitter", "FactSet data", "according to
/// Thomson Reuters".
fn is_medium(context: &Context, start: usize, end: usize) -> bool {
    let word = context.word(start);
    let first = matches!(context.before(start), "and" | ",") && is_in(context.before(start - 1), press::PLATFORMS);
    let beside =
        is_in(context.before(start), press::BEFORE_PLATFORM) || is_in(context.word(end), press::AFTER_PLATFORM);
    // "Follow us on Instagram, X (Twitter), LinkedIn", "YouTube.com", "a Twitter user said", but not "Twitter user growth"
    let many = || (0..context.tokens.len()).filter(|&i| is_in(context.word(i), press::PLATFORMS)).count() > 2;
    let address = context.word(end) == "." && context.is_glued(end) && context.word(end + 1) == "com";
    let user = matches!(context.word(end), "user" | "users")
        && !is_in(context.word(end + 1), &["base", "data", "engagement", "growth", "numbers"]);
    let cited = context.before(start) == "to" && is_in(context.before(start - 1), &["according"])
        || is_in(context.word(end), press::AFTER_VENDOR)
        || context.word(end) == "/";
    is_in(word, press::PLATFORMS) && (first || beside || address || user || many())
        || is_in(word, press::VENDORS) && cited
}

/// Whether a word of the language stands as part of a name: "Lahontan Gold Corp", "Gold Fields".
fn is_in_name(context: &Context, start: usize, end: usize) -> bool {
    let capital = |i: usize| context.is_capital(i) && context.word(i).chars().any(char::is_lowercase);
    if context.style != Style::Running || !context.is_capital(start) {
        return is_in(context.word(end), words::INCORPORATED);
    }
    capital(end) || start > 0 && capital(start - 1) && !context.is_start(start - 1)
}

fn is_market(context: &Context, start: usize, end: usize) -> bool {
    let next = context.after_possessive(end);
    let before = context.before(start);
    let change = context.tokens.get(next).is_some_and(|t| t.kind == text::Kind::Number)
        && matches!(context.word(next + 1), "%" | "percent");
    // "Oil is trading near $124", "Platinum, which", "The real, which"
    let begins = context.is_start(start) || start == 1 && matches!(before, "The" | "the");
    let subject = context.is_start(start) && is_in(context.word(end), words::SUBJECT_VERBS)
        || begins && is_described(context, end);
    // "alumina and aluminum prices"
    let with = matches!(context.word(end), "and" | "/") && is_in(context.word(end + 2), words::MARKET);
    change
        || subject
        || is_quoted(context, start, end)
        || with
        || is_in(context.word(next), words::MARKET)
        || is_in(before, words::BEFORE_ASSET)
        || matches!(before, "of" | "in" | "for") && is_in(context.before(start - 1), words::BEFORE_ASSET)
}

/// "while gold, with less need for shelter, retreated 1.4%", "silver touched $66": a clause that begins with the name and
/// gives a change or a price before it names somebody else.
fn is_quoted(context: &Context, start: usize, end: usize) -> bool {
    const REACH: usize = 10;
    let begins = context.is_start(start)
        || matches!(context.before(start), "," | "and" | "but" | "while" | "While" | "as" | "As" | ";");
    let number = |i: usize| context.tokens.get(i).is_some_and(|t| t.kind == text::Kind::Number);
    let quote = |i: usize| {
        number(i)
            && (matches!(context.word(i + 1), "%" | "percent" | "pct") || matches!(context.before(i), "$" | "€" | "£"))
    };
    begins && (end..end + REACH).take_while(|&i| !context.is_capital(i)).any(quote)
}

fn commodity(context: &Context, start: usize, end: usize, name: Name) -> Evidence {
    let one = end == start + 1;
    let next = context.word(end);
    if context.is_joined(start, end)
        || next == "(" && context.is_glued(end)
        || is_in(next, words::NOT_COMMODITY)
        || one && (is_in_name(context, start, end) || is_in(context.before(start), words::OTHER_OIL))
        || is_in(context.before(start), words::IN_GROUND)
        || matches!(next, "and" | "&") && is_in(context.word(end + 2), words::NOT_COMMODITY)
    {
        return Against;
    }
    let owns = context.after_possessive(end) > end;
    if !name.ambiguous || owns || is_market(context, start, end) { Strong } else { Weak }
}

fn currency(context: &Context, start: usize, end: usize, name: Name) -> Evidence {
    let before = context.before(start);
    let number = |i: usize| context.tokens.get(i).is_some_and(|t| t.kind == text::Kind::Number);
    // "153.6 to the dollar", "cents on the dollar"
    let rate = before == "the" && start > 2 && (number(start - 3) || context.before(start - 2) == "cents");
    if start > 0 && number(start - 1)
        || number(end)
        || context.word(end) == "$"
        || before == "." && is_in(context.before(start - 1), words::people::TITLES)
        || rate
        || before == "the" && is_in(context.before(start - 1), words::MEMBERSHIP)
        || is_in(before, words::AMOUNT)
        || is_in(context.word(end), words::NOT_CURRENCY)
        || context.is_joined(start, end)
        || end == start + 1 && is_in_name(context, start, end)
    {
        return Against;
    }
    if !name.ambiguous || is_market(context, start, end) { Strong } else { Weak }
}

/// Whether an index's name is its operator's, which acts or has an offer: "a cash offer from Nasdaq", "Nasdaq raises its offer".
/// `named`: the text has named the operator before, so that only the market's news is the index's.
pub(super) fn is_operator(context: &Context, start: usize, end: usize, named: bool) -> bool {
    let offer = |i: usize| is_in(context.word(i), &["approach", "bid", "offer", "proposal"]);
    let of_offer = is_in(context.before(start), &["by", "from"]) && start > 1 && offer(start - 2);
    let acts =
        &["acquires", "agreed", "agrees", "bids", "launches", "offered", "offers", "raised", "raises", "withdrew"];
    let alone = context.word(start) == "Nasdaq" && end == start + 1 && !matches!(context.before(start), "the" | "The");
    let does = of_offer || is_in(context.word(end), acts) || is_described(context, end);
    alone && (does || named && !is_market(context, start, end))
}

fn index(context: &Context, start: usize, end: usize, name: Name) -> Evidence {
    if !name.ambiguous {
        return Certain;
    }
    let next = context.word(context.after_possessive(end) + usize::from(context.word(end) == "-"));
    let on = |i: usize| is_in(context.before(i), &["on", "to", "with"]);
    let the = matches!(context.before(start), "the" | "The");
    let on_exchange = on(start) || the && on(start - 1);
    if is_in(next, words::NOT_INDEX)
        || is_in(next, words::INCORPORATED)
        || next == ":"
        || context.before(start) == ":" && next.is_empty()
        || context.word(end - 1) == "Jones" && is_in(context.before(start), &["by", "from", "told"])
        || is_in(context.before(start), words::COUNTS)
        || on_exchange && matches!(context.word(start), "Nasdaq" | "NASDAQ")
        // "the Nasdaq Sprott Nickel Miners Index"
        || context.style == Style::Running && context.is_capital(end) && !is_in(context.word(end), words::places::DATES)
    {
        return Against;
    }
    // "S&P" is the agency more often than the index.
    let agency = context.word(end - 1) == "P";
    if agency && !the && !is_market(context, start, end) { Weak } else { Strong }
}
