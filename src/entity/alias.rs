//! Other names of a target, given by the caller: what is found under them is the target.

use super::Entity;
use super::link::merge;
use std::collections::BTreeMap;

/// A target and the other names it goes by.
pub type Aliases = BTreeMap<String, Vec<String>>;

/// Everything to look for: the targets, the names that have aliases, and the aliases.
pub fn names(targets: &[String], aliases: &Aliases) -> Vec<String> {
    targets.iter().chain(aliases.iter().flat_map(|(name, others)| others.iter().chain([name]))).cloned().collect()
}

/// Makes one entity of all that stand under a name and its aliases: the first of them, under that name.
pub fn unite(entities: &mut Vec<Entity>, aliases: &Aliases) {
    for (name, others) in aliases {
        let is_meant = |e: &Entity| e.name == *name || others.contains(&e.name);
        let Some(first) = entities.iter().position(is_meant) else { continue };
        let rest: Vec<Entity> = entities.extract_if(first + 1.., |e| is_meant(e)).collect();
        let one = &mut entities[first];
        one.name.clone_from(name);
        for other in rest {
            merge(&mut one.mentions, &other.mentions);
            merge(&mut one.references, &other.references);
            one.sources = one.sources.max(other.sources);
            // What the table knows under either name.
            if one.ticker.is_none() && other.ticker.is_some() {
                (one.ticker, one.exchange, one.kind) = (other.ticker, other.exchange, other.kind);
            }
        }
        // Where it is named it is not merely meant.
        one.references.retain(|r| !one.mentions.iter().any(|m| m.overlaps(*r)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{Gazetteer, find};
    use crate::text::Document;

    fn found(text: &str, aliases: &[(&str, &[&str])]) -> Vec<(String, Option<String>, usize)> {
        let aliases: Aliases = aliases
            .iter()
            .map(|(name, others)| (name.to_string(), others.iter().map(|o| o.to_string()).collect()))
            .collect();
        let mut entities = find(&Gazetteer::embedded(), &Document::read(text, 0, false), &names(&[], &aliases));
        unite(&mut entities, &aliases);
        entities.into_iter().map(|e| (e.name, e.ticker, e.mentions.len())).collect()
    }

    #[test]
    fn what_stands_under_an_alias_is_the_target() {
        let text = "kiwitron rose 4%. The orchard maker, once Fuzzy Labs, said kiwitron had sold out.";
        let one = found(text, &[("Kiwi Robotics", &["kiwitron", "Fuzzy Labs", "nobody"])]);
        assert_eq!(one, [("Kiwi Robotics".to_string(), None, 3)]);
    }

    #[test]
    fn the_table_still_gives_the_ticker() {
        let text = "Tesla fell. Elon’s shop will cut prices.";
        assert_eq!(
            found(text, &[("My car maker", &["Tesla", "Elon’s shop"])]),
            [("My car maker".to_string(), Some("TSLA".to_string()), 2)]
        );
    }

    #[test]
    fn a_name_that_stands_nowhere_is_left_out() {
        assert!(found("Sales rose at the shop.", &[("Kiwi Robotics", &["kiwitron"])]).is_empty());
    }
}
