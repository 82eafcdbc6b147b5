//! Codes of indices as Reuters writes them behind their names: "the PHLX Europe sector index .XEX".

use super::context::Context;
use super::evidence::Evidence;
use super::gazetteer::{Gazetteer, Id};
use super::listing::is_ticker;
use super::mention::{Finder, Mention, Who};
use super::words::{self, is_in};
use crate::text::Kind;

/// The most tokens of an index's name.
const LONGEST: usize = 8;

impl Finder<'_> {
    /// The code at token `i`, with the name before it.
    pub(super) fn code(&mut self, context: &Context, i: usize) -> Option<usize> {
        let ticker = context.word(i + 1);
        let fits = context.word(i) == "."
            && !context.is_glued(i)
            && context.is_glued(i + 1)
            && ticker.len() > 2
            && is_ticker(ticker)
            && !(context.word(i + 2) == "." && context.is_glued(i + 2) && context.is_glued(i + 3));
        if !fits || i == 0 {
            return None;
        }
        let end = context.tokens[i - 1].span.end;
        if let Some(known) = self.mentions.last_mut().filter(|m| m.span.end == end) {
            known.evidence = Evidence::Certain;
            if let Who::Index(_, code) = &mut known.who {
                *code = ticker.into();
            }
            known.listing = other_code(self.gazetteer, &known.who, ticker);
            known.span.end = context.tokens[i + 1].span.end;
            return Some(i + 2);
        }
        let gazetteer = self.gazetteer;
        let is_index = |id: &Id| gazetteer.entry(*id).kind == super::Kind::Index;
        let own = self.gazetteer.ticker(ticker, None).filter(is_index);
        let Some(first) = name(context, i) else {
            // "A semiconductor index .SOX"
            self.push(context.span(i, i + 2), Who::Known(own?), Evidence::Certain);
            return Some(i + 2);
        };
        let span = context.span(first, i);
        let known = |m: &&Mention| m.span.overlaps(span) && m.evidence == Evidence::Certain;
        let known = self.mentions.iter().rfind(known).and_then(|m| match m.who {
            Who::Known(id) => Some(id).filter(is_index),
            _ => None,
        });
        self.drop_from(span);
        let name = || words::single_spaced(span.of(context.text));
        let who = known.or(own).map_or_else(|| Who::Index(name(), ticker.into()), Who::Known);
        self.push(context.span(first, i + 2), who, Evidence::Certain);
        Some(i + 2)
    }
}

/// Who makes indices, as their names begin.
#[rustfmt::skip]
const MAKERS: &[&str] = &[
    "barclays", "bloomberg", "bse", "cboe", "dow", "ftse", "hang", "kbw", "msci", "nasdaq", "nifty", "omx", "phlx",
    "russell", "s", "s&p", "standard", "stoxx",
];

impl Finder<'_> {
    /// An index that the table does not know by the name that ends with "index" at token `i`: "the KBW bank index".
    pub(super) fn index(&mut self, context: &Context, i: usize) -> Option<usize> {
        let first = is_in(context.word(i), &["index", "subindex"]).then(|| name(context, i + 1)).flatten()?;
        let span = context.span(first, i + 1);
        // "Standard & Poor's retail index" begins with its maker, and is another.
        let maker = |m: &Mention| {
            m.span.start == span.start
                && matches!(m.who, Who::Known(id) if self.gazetteer.entry(id).kind == super::Kind::Company)
        };
        let known = |m: &Mention| m.span.overlaps(span) && m.evidence >= Evidence::Strong && !maker(m);
        let known = self.mentions.last().is_some_and(known);
        if known || first == i || !is_in(context.word(first), MAKERS) {
            return None;
        }
        self.drop_from(span);
        let name = words::single_spaced(span.of(context.text));
        self.push(span, Who::Index(name, String::new()), Evidence::Certain);
        Some(i + 1)
    }
}

/// The code that the text gives an index that the table knows under others only; no exchange has it.
fn other_code(gazetteer: &Gazetteer, who: &Who, code: &str) -> Option<(String, &'static str)> {
    let Who::Known(id) = *who else { return None };
    let other = gazetteer.entry(id).kind == super::Kind::Index && !gazetteer.is_listed(code, id);
    other.then(|| (code.into(), ""))
}

/// Where the name of an index begins that ends before token `end`: "Dubai's benchmark index".
fn name(context: &Context, end: usize) -> Option<usize> {
    let kinds = ["average", "benchmark", "gauge", "index", "subindex"];
    if !is_in(context.word(end - 1), &kinds) {
        return None;
    }
    let inside = |i: usize| {
        let word = context.word(i);
        context.tokens[i].kind != Kind::Sign && !is_in(word, words::OPENERS) && !is_in(word, words::DETERMINERS)
            || matches!(word, "'" | "’" | "/") && context.is_glued(i)
            || word == "&" && context.is_capital(i + 1)
    };
    let mut first = end - 1;
    while first > 0 && end - first < LONGEST && inside(first - 1) {
        first -= 1;
    }
    while first < end && !context.is_capital(first) {
        first += 1;
    }
    (first < end).then_some(first)
}
