//! Symbols of companies that stand apart from their names: "shares will trade on Nasdaq under the symbol MRCD".

use super::Kind;
use super::context::Context;
use super::link::Entity;
use super::listing::{exchange_of, is_ticker};
use super::words::{self, is_in};
use crate::text::Document;

/// Gives each symbol to the company that is named most before it, if that has none.
pub(super) fn give(document: &Document, entities: &mut [Entity]) {
    for sentence in document.sentences.iter().filter(|s| s.span.of(document.text).contains("symbol")) {
        let context = Context::new(document.text, document.tokens_of(sentence), sentence);
        let Some((at, symbol)) = (0..context.tokens.len()).find_map(|i| Some((i, symbol(&context, i)?))) else {
            continue;
        };
        let before = |e: &Entity| e.mentions.iter().filter(|m| m.start < context.tokens[at].span.start).count();
        let company = |e: &&mut Entity| e.kind.is_firm() && before(e) > 0;
        let main = entities.iter_mut().filter(company).max_by_key(|e| before(e));
        if let Some(company) = main.filter(|e| e.ticker.is_none()) {
            company.ticker = Some(symbol.into());
            company.exchange = (0..at).rev().find_map(|i| exchange_of(context.word(i))).map(String::from);
            company.kind = Kind::Company;
        }
    }
}

/// Points companies without a symbol to the listed one with whose name theirs begins: "Blackstone Credit & Insurance".
pub(super) fn lend(entities: &mut [Entity]) {
    for i in 0..entities.len() {
        let Entity { name, kind, ticker, .. } = &entities[i];
        if *kind != Kind::Company || ticker.is_some() {
            continue;
        }
        let owns = |e: &&Entity| {
            e.kind == Kind::Company
                && e.ticker.is_some()
                && name.strip_prefix(&*e.name).is_some_and(|rest| rest.starts_with(' '))
        };
        let owner = entities.iter().find(owns).map(|e| (e.ticker.clone(), e.exchange.clone()));
        if let Some(listing) = owner {
            (entities[i].ticker, entities[i].exchange) = listing;
        }
    }
}

/// The symbol that follows the word "symbol" at token `i`.
fn symbol<'a>(context: &Context<'a>, i: usize) -> Option<&'a str> {
    if context.word(i) != "symbol" {
        return None;
    }
    let quoted = usize::from(matches!(context.word(i + 1), "\"" | "“" | "'" | "‘" | ":"));
    let word = context.word(i + 1 + quoted);
    ((2..6).contains(&word.len()) && is_ticker(word) && !is_in(word, words::NOT_TICKERS)).then_some(word)
}
