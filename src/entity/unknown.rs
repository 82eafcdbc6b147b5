//! Companies that the table does not know, found by what stands around their names.

use super::context::{Context, Style};
use super::cue::{self, Cues};
use super::evidence::Evidence;
use super::fold::fold;
use super::gazetteer::{Gazetteer, Name};
use super::mention::{Mention, Who};
use super::run::Run;
use super::words::{self, is_in};
use super::{Kind, words::people::FIRST_NAMES};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What a document says of the names that the table does not know.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    /// By name without legal form: what speaks for it, and where it stands.
    names: BTreeMap<String, (Cues, Vec<Span>)>,
    /// Last names of people.
    surnames: BTreeSet<String>,
}

impl Unknown {
    /// Reads a sentence whose known names are `mentions`, and adds what it says; names of the table that need evidence
    /// and have it here come back.
    pub(super) fn read(&mut self, context: &Context, gazetteer: &Gazetteer, mentions: &[Mention]) -> Vec<Mention> {
        let mut supported = vec![];
        if context.style == Style::Capitals {
            return supported;
        }
        let mut at = 0;
        while let Some(run) = Run::next(context, at) {
            at = run.formed.max(run.end);
            let span = context.span(run.start, run.end);
            let known = mentions.iter().filter(|m| m.evidence >= Evidence::Strong && m.span.overlaps(span));
            let longer = |m: &Mention| m.span.start > span.start || m.span.end < span.end;
            let mut known = known.peekable();
            let is_known = known.peek().is_some();
            let found = cue::cues(context, run);
            if is_known && (found & cue::LEGAL == 0 || !known.all(longer)) || found == 0 {
                continue;
            }
            let name = without_legal_forms(span.of(context.text));
            if found & cue::PERSON != 0 {
                let last = name.rsplit(' ').next().unwrap_or(&name);
                self.surnames.insert(last.into());
            }
            match look_up(gazetteer, &name) {
                Some(known) if is_firm(gazetteer, known) => {
                    if found & (cue::LEGAL | cue::NEIGHBOUR) != 0 && found & cue::PERSON == 0 {
                        supported.push(Mention { span, who: Who::Known(known.id), evidence: Evidence::Strong });
                    }
                }
                Some(_) => {}
                None => {
                    let (cues, spans) = self.names.entry(name).or_default();
                    *cues |= found;
                    spans.push(context.span(run.start, run.formed));
                }
            }
        }
        supported
    }

    /// The names that are companies', each with places where it stands, ascending.
    pub(super) fn companies(self) -> Vec<(String, Vec<Span>)> {
        let is_company = |name: &str, cues: Cues| {
            let person = self.surnames.contains(name) || is_in(name, FIRST_NAMES);
            cue::is_company(cues) && !(person && cues & cue::LEGAL == 0)
        };
        self.names.into_iter().filter(|(name, (cues, _))| is_company(name, *cues)).map(|(n, (_, s))| (n, s)).collect()
    }
}

fn is_firm(gazetteer: &Gazetteer, name: Name) -> bool {
    matches!(gazetteer.entry(name.id).kind, Kind::Company | Kind::Private)
}

/// What the table says of a name in full.
fn look_up(gazetteer: &Gazetteer, name: &str) -> Option<Name> {
    let mut folded = vec![];
    fold(name, &mut folded);
    let mut walk = gazetteer.walk();
    if walk.step(&folded) { walk.name() } else { None }
}

/// A name with single spaces and without the legal forms at its end.
fn without_legal_forms(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = name.as_str();
    while let Some(shorter) = words::without_legal_form(rest).filter(|s| s.contains(' ')) {
        rest = shorter;
    }
    rest.trim_end_matches([',', '&', ' ']).into()
}
