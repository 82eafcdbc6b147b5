//! Where the names and tickers of the table stand in a sentence, leftmost first and longest.

use super::context::Context;
use super::evidence::{Evidence, is_operator, judge};
use super::fold::fold;
use super::gazetteer::{Gazetteer, Id, Name};
use super::listing::{self, Listing, is_ticker};
use super::words::{self, is_in};
use crate::text::{Kind, Span};

/// Who is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// An entry of the table.
    Known(Id),
    /// A company that the text introduces with its ticker: name, symbol, exchange ([`listing::UNLISTED`]: none).
    New(String, String, &'static str),
    /// An index that the text introduces with its code, or one that the table lacks without.
    Index(String, String),
}

/// A name where it stands.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) span: Span,
    pub(super) who: Who,
    pub(super) evidence: Evidence,
    /// The ticker and exchange that stand beside a known name.
    pub(super) listing: Option<(String, &'static str)>,
}

impl Mention {
    /// Whether a ticker stands beside the name.
    pub(super) fn is_listed(&self) -> bool {
        self.listing.is_some() || matches!(self.who, Who::New(..))
    }
}

/// Finds the mentions of one sentence after another; keeps its buffers.
pub(super) struct Finder<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    folded: Vec<u8>,
    /// Ascending, without overlap.
    pub(super) mentions: Vec<Mention>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer) -> Self {
        Self { gazetteer, folded: vec![], mentions: vec![] }
    }

    /// Appends the mentions of a sentence.
    pub(super) fn read(&mut self, context: &Context) {
        let mut i = 0;
        while i < context.tokens.len() {
            let next = self.bracket(context, i).or_else(|| self.code(context, i)).or_else(|| self.listing(context, i));
            let next = next.or_else(|| self.index(context, i)).or_else(|| self.name(context, i));
            i = match next {
                Some(end) => end,
                None => self.ticker(context, i).unwrap_or(i + 1),
            };
        }
    }

    /// A name that needs evidence has it beside another of its kind: "Visa and Mastercard", "gold, silver and platinum". For
    /// those found from `first` on.
    pub(super) fn support_lists(&mut self, context: &Context, first: usize) {
        let commodity = |m: &Mention| match m.who {
            Who::Known(id) => match self.gazetteer.entry(id).kind {
                super::Kind::Commodity => Some(true),
                kind => kind.is_firm().then_some(false),
            },
            Who::New(..) => Some(false),
            Who::Index(..) => None,
        };
        for i in first + 1..self.mentions.len() {
            let (a, b) = (&self.mentions[i - 1], &self.mentions[i]);
            let between = context.text.get(a.span.end as usize..b.span.start as usize).unwrap_or_default().trim();
            let weak = |m: &Mention| m.evidence == Evidence::Weak;
            let alike = commodity(a).is_some_and(|kind| commodity(b) == Some(kind));
            if matches!(between, "," | "and" | ", and" | "or" | "&") && weak(a) != weak(b) && alike {
                let other = if weak(a) { b.evidence } else { a.evidence };
                if other >= Evidence::Strong {
                    let at = if weak(a) { i - 1 } else { i };
                    self.mentions[at].evidence = Evidence::Strong;
                }
            }
        }
    }

    /// Puts `better` mentions in the place of those found from `first` on that they overlap.
    pub(super) fn replace(&mut self, first: usize, better: Vec<Mention>) {
        if better.is_empty() {
            return;
        }
        let mut tail = self.mentions.split_off(first);
        tail.retain(|m| better.iter().all(|b| !b.span.overlaps(m.span)));
        for mention in better {
            tail.insert(tail.partition_point(|m| m.span.start < mention.span.start), mention);
        }
        self.mentions.append(&mut tail);
    }

    /// Drops the last mentions as long as they overlap `span`.
    pub(super) fn drop_from(&mut self, span: Span) {
        while self.mentions.last().is_some_and(|m| m.span.overlaps(span)) {
            self.mentions.pop();
        }
    }

    pub(super) fn push(&mut self, span: Span, who: Who, evidence: Evidence) {
        self.mentions.push(Mention { span, who, evidence, listing: None });
    }

    /// A ticker in brackets at token `i`, with the name before it: `Tesla Inc. (NASDAQ: TSLA)`, `Apple <AAPL.O>`.
    fn bracket(&mut self, context: &Context, i: usize) -> Option<usize> {
        let close = match context.word(i) {
            "(" => ")",
            "[" => "]",
            "<" => ">",
            _ => return None,
        };
        let start = context.tokens[i].span.end as usize;
        let end = (i + 1..context.tokens.len())
            .take_while(|&k| context.tokens[k].span.start as usize - start <= listing::LONGEST)
            .find(|&k| context.word(k) == close)?;
        let inner = &context.text[start..context.tokens[end].span.start as usize];
        let listing = Listing::in_brackets(inner.trim())?;
        self.introduced(context, i..end + 1, i + 1..end, listing)
    }

    /// `$TSLA`, `NASDAQ:TSLA`, `TSLA.O`, `BRK.B`, `BTC/USD` at token `i`.
    fn listing(&mut self, context: &Context, i: usize) -> Option<usize> {
        let cash = context.word(i) == "$";
        let first = i + usize::from(cash);
        let word = context.word(first);
        let begins = if cash {
            context.is_glued(first)
        } else {
            !context.is_glued(i) || !matches!(context.before(i), "$" | ".")
        };
        if !begins
            || !is_ticker(word) && !is_in(word, &["nasdaq"])
            || cash && word.starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        // As far as letters, digits and inner signs go without a gap; one gap may stand behind a colon.
        let mut ends = vec![first + 1];
        let mut end = first + 1;
        while ends.len() < 3 && matches!(context.word(end), "." | "/" | ":" | "-") && context.is_glued(end) {
            let fits = context.is_glued(end + 1) || context.word(end) == ":";
            if !fits || !context.tokens.get(end + 1).is_some_and(|t| t.kind != Kind::Sign) {
                break;
            }
            end += 2;
            ends.push(end);
        }
        for end in ends.into_iter().rev().filter(|&end| cash || end > first + 1) {
            let span = context.span(first, end);
            let text = span.of(context.text);
            let listing = Listing::with_exchange(text).or_else(|| Listing::with_suffix(text));
            if let Some(listing) = listing.filter(|l| !cash && l.exchange.is_some()) {
                if let Some(end) = self.introduced(context, i..end, i..end, listing) {
                    return Some(end);
                }
                continue;
            }
            let base = text.split_once('/').map(|(base, quote)| (base, is_in(quote, QUOTES)));
            let found = match base {
                Some((base, true)) => {
                    self.gazetteer.ticker(base, None).filter(|&id| self.kind(id) == super::Kind::Crypto)
                }
                Some(_) => None,
                None => self.gazetteer.ticker(text, None),
            };
            if let Some(id) = found {
                self.push(context.span(i, end), Who::Known(id), Evidence::Certain);
                return Some(end);
            }
        }
        None
    }

    fn kind(&self, id: Id) -> super::Kind {
        self.gazetteer.entry(id).kind
    }

    /// The longest name of the table that begins at token `i` and fits the sentence's letters.
    fn name(&mut self, context: &Context, i: usize) -> Option<usize> {
        let mut walk = self.gazetteer.walk();
        let mut found = None;
        for (end, token) in context.tokens.iter().enumerate().skip(i) {
            self.folded.clear();
            if end > i && !context.is_glued(end) {
                self.folded.push(b' ');
            }
            fold(token.span.of(context.text), &mut self.folded);
            if !walk.step(&self.folded) {
                break;
            }
            if let Some(name) = walk.name().filter(|&name| fits(context, i, end + 1, name)) {
                found = Some((end + 1, name));
            }
        }
        let (end, name) = found?;
        let kind = self.kind(name.id);
        if kind == super::Kind::Index && context.word(i) == "Nasdaq" {
            let operator = self.gazetteer.ticker("NDAQ", Some("US"));
            let named = |id| self.mentions.iter().any(|m| m.who == Who::Known(id) && m.evidence == Evidence::Certain);
            if let Some(id) = operator.filter(|&id| is_operator(context, i, end, named(id))) {
                self.push(context.span(i, end), Who::Known(id), Evidence::Certain);
                return Some(end);
            }
        }
        let evidence = judge(context, i, end, name, kind);
        let formed = if kind.is_firm() { context.after_legal_form(end) } else { end };
        if evidence > Evidence::Against {
            self.push(context.span(i, formed), Who::Known(name.id), evidence);
        }
        Some(formed)
    }

    /// A ticker that stands alone at token `i`.
    fn ticker(&mut self, context: &Context, i: usize) -> Option<usize> {
        let word = context.word(i);
        let alone = (3..=5).contains(&word.len())
            && word.bytes().all(|b| b.is_ascii_uppercase())
            && context.style != super::context::Style::Capitals
            && !is_in(word, words::NOT_TICKERS);
        let id = self.gazetteer.ticker(word, None).filter(|_| alone)?;
        let beside = is_in(context.word(i + 1), words::BESIDE_TICKER) || is_in(context.before(i), &["ticker"]);
        self.push(context.span(i, i + 1), Who::Known(id), if beside { Evidence::Strong } else { Evidence::Weak });
        Some(i + 1)
    }
}

/// What the second symbol of a pair may be: "BTC/USD".
const QUOTES: &[&str] = &["btc", "eur", "gbp", "jpy", "usd", "usdc", "usdt"];

/// Whether the letters of tokens `start..end` are as the table wants them.
fn fits(context: &Context, start: usize, end: usize, name: Name) -> bool {
    let text = context.span(start, end).of(context.text);
    // A part of a longer word or figure is no name.
    let digit = |i: usize| context.tokens.get(i).is_some_and(|t| t.kind == Kind::Number);
    let money = matches!(context.before(start), "$" | "€" | "£" | "¥" | "₹");
    if context.is_glued(start) && (digit(start - 1) || money) {
        return false;
    }
    if name.capitals {
        return !text.chars().any(char::is_lowercase);
    }
    if name.any_case {
        return true;
    }
    (start..end).all(|i| {
        let word = context.word(i);
        let token = context.tokens[i];
        token.kind != Kind::Word
            || word.starts_with(|c: char| !c.is_lowercase())
            || word.chars().any(char::is_uppercase)
            || i > start && (name.small_inside || context.is_glued(i) || is_in(word, words::INSIDE) || word == "plc")
    })
}
