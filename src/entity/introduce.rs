//! A name with a ticker behind it: one that we know, or a company that the text introduces.

use super::context::Context;
use super::evidence::Evidence;
use super::gazetteer::Id;
use super::listing::{Listing, UNLISTED};
use super::mention::{Finder, Who};
use super::run::is_name_word;
use super::shape::is_common;
use super::spread::words_of;
use super::words::{self, is_in};
use crate::text::{Kind, Span};
use std::ops::Range;

/// The most tokens that a name of a company unknown to us is taken to have.
const LONGEST_NEW: usize = 8;

impl Finder<'_> {
    /// The name before a ticker with the ticker. `part` are the tokens of the ticker and its brackets, `ticker` those
    /// without brackets.
    pub(super) fn introduced(
        &mut self,
        context: &Context,
        part: Range<usize>,
        ticker: Range<usize>,
        listing: Listing,
    ) -> Option<usize> {
        let whole = |first| context.span(first, part.end);
        let name_end = before_definition(context, part.start);
        // A further listing: "(CSE: CTTT) (OTC: CITLF)".
        if let Some(last) = self.mentions.last_mut().filter(|m| touches(context, m.span, part.start) && m.is_listed()) {
            last.span = last.span.join(whole(part.start));
            return Some(part.end);
        }
        let within = context.tokens[name_end].span.start;
        let inside = self.mentions.partition_point(|m| m.span.end <= within);
        let known =
            inside.checked_sub(1).map(|last| &self.mentions[last]).filter(|m| touches(context, m.span, name_end));
        let known = known.and_then(|m| match m.who {
            Who::Known(id) => Some((id, m.span)),
            Who::New(..) | Who::Index(..) => None,
        });
        let own = known.map(|(id, _)| id).filter(|&id| listing.is_of(self.gazetteer, id));
        let entry = own.or_else(|| listing.entry(self.gazetteer));
        let owned = known.map(|(_, span)| context.tokens.partition_point(|t| t.span.start < span.start));
        // "Germany's Siemens AG (SIEGn.DE)", but "Corner's Place Inc (CRNP.O)".
        let owned = owned.filter(|&at| at > 0 && context.after_possessive(at - 1) == at);
        let colon = context.span(ticker.start, ticker.end).of(context.text).contains(':');
        // "Volkswagen's (VOWG.DE)"
        let possessive = name_end > 0 && context.after_possessive(name_end - 1) == name_end;
        let end = name_end - usize::from(possessive);
        let private = known.filter(|&(id, _)| self.gazetteer.entry(id).ticker.is_none());
        let private = private.map(|(_, span)| context.tokens.partition_point(|t| t.span.start < span.start));
        let first = owned.or_else(|| new_name(context, end, colon)).or(private).filter(|&first| first < end);
        // What was found inside the name so far.
        let start = first.map_or(u32::MAX, |first| context.tokens[first].span.start);
        let inner = self.mentions.partition_point(|m| m.span.start < start);
        let shorter = first.and_then(|first| self.shorter(context, first..end));
        match (known, entry, first, listing.exchange) {
            // "China's CIC CIC.UL" is nobody whose ticker CIC is.
            (Some((id, span)), _, _, Some(UNLISTED)) if !self.is_ticker_of(context, id, span) => {
                self.mentions.truncate(inside - 1);
                self.push(span.join(whole(part.start)), Who::Known(id), Evidence::Certain);
            }
            (Some((id, span)), Some(entry), ..) if id == entry => {
                self.push_listed(span.join(whole(part.start)), id, &listing);
            }
            // "IndyMac Bancorp Inc IMB.N" is IndyMac under an old ticker.
            (None, None, Some(first), Some(_)) if shorter.is_some() => {
                shorter.into_iter().for_each(|id| self.push_listed(whole(first), id, &listing));
            }
            // A company that we know under this name and another ticker: an old one, or one of its many listings.
            (Some((id, span)), None, _, Some(_)) if span.start <= start && self.is_own_name(context, id, span) => {
                self.push_listed(span.join(whole(part.start)), id, &listing);
            }
            (_, Some(entry), Some(first), Some(_))
                if self.is_alike(context.span(first, end).of(context.text), entry) =>
            {
                self.push_listed(whole(first), entry, &listing);
            }
            (_, Some(entry), None, Some(_)) => {
                self.push_listed(context.span(ticker.start, ticker.end), entry, &listing);
            }
            (_, _, Some(first), Some(exchange)) if listing.ticker.len() > 1 => {
                self.mentions.truncate(inner);
                let name = context.span(first, end).of(context.text);
                let name = match known {
                    // One that we know as not listed: it was, or is by now.
                    Some((id, span)) if span.start <= start && self.gazetteer.entry(id).ticker.is_none() => {
                        self.gazetteer.entry(id).name.into()
                    }
                    _ => words::single_spaced(words::without_legal_form(name).unwrap_or(name)),
                };
                self.push(whole(first), Who::New(name, listing.symbol(), exchange), Evidence::Certain);
            }
            _ => return None,
        }
        Some(part.end)
    }

    /// A known company with the listing that the text gives it, in the place of what was found there so far; of several
    /// listings the first counts.
    fn push_listed(&mut self, span: Span, id: Id, listing: &Listing) {
        let within = self.mentions.partition_point(|m| m.span.end <= span.start);
        let given = self.mentions.drain(within..).filter(|m| m.who == Who::Known(id)).find_map(|m| m.listing);
        let symbol = listing.symbol();
        let exchange = match listing.exchange {
            None => self.gazetteer.exchange(&symbol, None, id),
            Some(_) => listing.own_exchange(),
        };
        self.push(span, Who::Known(id), Evidence::Certain);
        if let Some(mention) = self.mentions.last_mut() {
            mention.listing = given.or_else(|| Some((symbol, exchange?)));
        }
    }

    /// Whether `name` shares a word with the entry's that few others have; else its ticker has changed hands since.
    fn is_alike(&self, name: &str, id: Id) -> bool {
        let (name, known) = (words_of(name), words_of(self.gazetteer.entry(id).name));
        name == known || name.iter().any(|w| !is_common(w) && known.contains(w))
    }

    /// The company that the name in these tokens is, but for a word that says what it does at its end.
    fn shorter(&self, context: &Context, name: Range<usize>) -> Option<Id> {
        let start = context.tokens[name.start].span.start;
        let mention = self.mentions.iter().rfind(|m| m.span.start == start)?;
        let Who::Known(id) = mention.who else { return None };
        let words = words_of(context.span(name.start, name.end).of(context.text));
        let known = words_of(mention.span.of(context.text));
        let ends = ["bancorp", "bancshares", "financial", "international"];
        (words.len() == known.len() + 1 && words.starts_with(&known) && is_in(words.last()?, &ends)).then_some(id)
    }

    /// Whether an entry stands under its ticker alone.
    fn is_ticker_of(&self, context: &Context, id: Id, span: Span) -> bool {
        self.gazetteer.entry(id).ticker == Some(span.of(context.text))
    }

    /// Whether an entry that has a ticker stands under its own name, with or without a legal form, or under a longer one of its
    /// names that holds it.
    fn is_own_name(&self, context: &Context, id: Id, span: Span) -> bool {
        let (entry, words) = (self.gazetteer.entry(id), words_of(span.of(context.text)));
        let own = words_of(entry.name);
        entry.ticker.is_some() && (words == own || own.len() < words.len() && own.iter().all(|w| words.contains(w)))
    }
}

/// Where the bracket begins that ends before token `end` and gives a short form, as in "Korea Exchange Bank (KEB) 004940.KS"
/// and "Ocumetics Technology Corp. (“Ocumetics” or the “Company”) (TSXV: OTC)"; `end` where there is none.
fn before_definition(context: &Context, end: usize) -> usize {
    const LONGEST: usize = 12;
    if context.before(end) != ")" {
        return end;
    }
    let open = (end.saturating_sub(LONGEST)..end).rev().find(|&i| context.word(i) == "(");
    open.filter(|&open| open > 0 && open + 2 < end).unwrap_or(end)
}

/// Whether nothing but white space, a full stop or a possessive ending stands between a name and the bracket at token `i`.
fn touches(context: &Context, span: Span, i: usize) -> bool {
    let between = &context.text[span.end as usize..context.tokens[i].span.start as usize];
    matches!(between.trim(), "" | "." | "'s" | "’s" | "'" | "’")
}

/// Where the capitalised name begins that ends before token `end`. With `owner`, as in press releases, it may be a name like
/// "Nature's Miracle"; in "Italy's Snamprogetti" only the last word is.
fn new_name(context: &Context, end: usize, owner: bool) -> Option<usize> {
    let mut first = end;
    let mut i = end;
    while i > 0 && end - i < LONGEST_NEW {
        i -= 1;
        let word = context.word(i);
        let inside = match word {
            "&" | "." | "-" | "'" | "’" | "+" | "®" | "™" | "de" | "do" | "da" | "del" | "di" => true,
            "'s" | "’s" => owner,
            "of" => !is_in(context.before(i), words::ROLES),
            "," => is_in(context.word(i + 1), words::INCORPORATED),
            "and" | "And" => is_in(context.word(i + 1), words::AFTER_AND),
            _ => false,
        };
        let numbered = context.tokens[i].kind == Kind::Number && context.is_capital(i + 1);
        let opens = context.is_start(i) && is_in(word, words::OPENERS);
        if !inside && (is_name_word(context, i) || numbered) && !opens {
            first = i;
        } else if !inside {
            break;
        }
    }
    // "NV Energy", but no "Inc" alone.
    (first..end).any(|i| is_name_word(context, i) && !is_in(context.word(i), words::LEGAL)).then_some(first)
}
