//! "The company", "the iPhone maker", "it": who is meant, where that is safe to say.

use super::context::{Context, Style};
use super::cue;
use super::link::Entity;
use super::run::Run;
use super::words::firms::DESCRIBED_AS;
use super::words::{self, is_in};
use crate::text::{Document, Span};

/// Companies so far and who was spoken of last.
#[derive(Debug, Default)]
struct Spoken {
    /// How often each entity was named so far.
    times: Vec<u32>,
    all: u32,
    /// The one company of the last sentence that spoke of any, and which sentence that was.
    last: Option<(usize, usize)>,
}

/// How many sentences back a company may have been spoken of for a reference to mean it.
const REACH: usize = 3;

impl Spoken {
    /// Whom a reference in sentence `s` means: the one company of the sentence before, or the one that nearly all of the
    /// text so far is about.
    fn meant(&self, s: usize) -> Option<usize> {
        let (last, at) = self.last.filter(|&(_, at)| s - at <= REACH)?;
        let share = 4 * self.times[last] >= 3 * self.all;
        (at + 1 == s || share).then_some(last)
    }
}

/// Finds what refers to the companies among `entities`; sentences that name the company itself need no reference.
pub(super) fn refer(document: &Document, entities: &mut [Entity]) {
    let mut named: Vec<(Span, usize)> = vec![];
    for (i, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind.is_firm()) {
        named.extend(entity.mentions.iter().map(|&m| (m, i)));
    }
    named.sort();
    let mut spoken = Spoken { times: vec![0; entities.len()], ..Spoken::default() };
    let mut next = 0;
    for (s, sentence) in document.sentences.iter().enumerate() {
        let first = next;
        while next < named.len() && named[next].0.start < sentence.span.end {
            next += 1;
        }
        let here = &named[first..next];
        let meant = spoken.meant(s);
        if meant.is_none() && here.is_empty() {
            continue;
        }
        let context = Context::new(document.text, document.tokens_of(sentence), sentence);
        let running = context.style == Style::Running && !sentence.title;
        if let Some((meant, span)) = meant.filter(|_| running).and_then(|meant| Some((meant, reference(&context)?))) {
            // A name in front of the reference is nearer.
            let nearer = here.first().is_some_and(|(m, _)| m.start < span.start);
            if !nearer && here.iter().all(|h| h.1 != meant) {
                entities[meant].references.push(span);
                spoken.last = Some((meant, s));
            }
        }
        for &(mention, i) in here {
            entities[i].sources += u32::from(is_source(&context, mention));
            spoken.times[i] += 1;
            spoken.all += 1;
        }
        match here {
            [] => {}
            [(_, one), rest @ ..] if rest.iter().all(|r| r.1 == *one) => spoken.last = Some((*one, s)),
            _ => spoken.last = None,
        }
    }
}

/// Whether a name says where somebody works who speaks.
fn is_source(context: &Context, name: Span) -> bool {
    let start = context.tokens.partition_point(|t| t.span.start < name.start);
    let end = context.tokens.partition_point(|t| t.span.start < name.end);
    cue::works_at(context, Run { start, end, formed: end }) != 0
}

/// The first reference to a company in a sentence.
fn reference(context: &Context) -> Option<Span> {
    let quote = usize::from(matches!(context.word(0), "\"" | "“"));
    if context.word(quote) == "It" && is_in(context.word(quote + 1), IT) {
        return Some(context.span(quote, quote + 1));
    }
    if context.word(quote) == "Its" && is_in(context.word(quote + 1), ITS) {
        return Some(context.span(quote, quote + 1));
    }
    (0..context.tokens.len()).filter(|&i| matches!(context.word(i), "the" | "The")).find_map(|i| {
        // "the company", "the French bank", "the iPhone maker"
        let noun = (i + 1..i + 4).find(|&n| is_in(context.word(n), DESCRIBED_AS) || is_maker(context.word(n)))?;
        let plain = (i + 1..noun).all(|n| !is_in(context.word(n), words::INSIDE) && !context.word(n).ends_with("'s"));
        let goes_on = context.is_capital(noun + 1) || is_in(context.word(noun + 1), &["of", "that", "which", "who"]);
        (plain && !goes_on && !context.is_joined(noun, noun + 1)).then(|| context.span(i, noun + 1))
    })
}

fn is_maker(word: &str) -> bool {
    word.ends_with("maker") && word != "policymaker" && word != "lawmaker"
}

/// What a company does; "it is likely" means nobody.
#[rustfmt::skip]
const IT: &[&str] = &[
    "acquired", "added", "aims", "also", "announced", "beat", "bought", "cut", "declined", "earned", "employs",
    "expects", "forecast", "forecasts", "had", "has", "launched", "lowered", "makes", "missed", "now", "operates", "owns",
    "plans", "posted", "raised", "recently", "reported", "reports", "runs", "said", "says", "sees", "sells", "sold",
];

/// What belongs to a company.
#[rustfmt::skip]
const ITS: &[&str] = &[
    "adjusted", "board", "chief", "core", "cost", "costs", "customers", "debt", "earnings", "fourth-quarter", "gross",
    "largest", "main", "margin", "market", "net", "operating", "orders", "profit", "quarterly", "revenue", "revenues",
    "sales", "share", "shares", "stock", "stores",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [IT, ITS] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }
}
