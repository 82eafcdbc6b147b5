//! How a phrase is meant: negated, hedged, forecast, compared, against expectation, denied.
//!
//! Read off words near the phrase. The tags explain to the reader; the score does not depend on the phrase tags, and on a
//! sentence's manner only through its weight in the document.

use serde::{Deserialize, Serialize};

/// What a highlighted phrase is besides good or bad.
///
/// ```
/// use tickertone::report::Tag;
///
/// let report = tickertone::Analyzer::new().analyze("Profit beat estimates.")?;
/// assert!(report.highlights[0].tags.contains(&Tag::Expectation));
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Tag {
    /// Under a negation ("did not fall").
    Negated,
    /// Weakened ("may", "could", "if").
    Hedged,
    /// About the future.
    Forecast,
    /// Two quantities compared.
    Comparison,
    /// Read against what was expected ("beat estimates").
    Expectation,
    /// An allegation denied.
    Denied,
}

/// The farthest that a word is felt, in words before or behind it: what lies farther from a phrase cannot tag it.
pub const REACH: usize = 8;

/// The tag that a folded word gives, how many words before and how many behind it is felt.
fn rule(word: &str) -> Option<(Tag, usize, usize)> {
    Some(match word {
        "not" | "no" | "never" | "without" | "neither" | "nor" | "cannot" | "none" => (Tag::Negated, 0, 4),
        w if w.ends_with("n't") => (Tag::Negated, 0, 4),
        "may" | "might" | "could" | "would" | "if" | "unless" | "possibly" | "perhaps" | "potentially"
        | "reportedly" | "allegedly" | "likely" | "unlikely" | "appears" | "seems" | "suggests" | "rumoured"
        | "rumored" => (Tag::Hedged, 1, 8),
        "will" | "expects" | "expect" | "forecasts" | "forecast" | "outlook" | "guidance" | "plans" | "intends"
        | "aims" | "targets" | "anticipates" | "predicts" | "sees" | "projected" | "projects" | "upcoming"
        | "shall" => (Tag::Forecast, 2, 8),
        "compared" | "versus" | "vs" | "than" => (Tag::Comparison, 6, 4),
        "expected" | "expectations" | "estimates" | "consensus" | "feared" | "forecasted" | "hoped" | "beat"
        | "beats" | "missed" | "misses" | "topped" | "tops" | "exceeded" | "surprise" | "surprisingly"
        | "unexpectedly" => (Tag::Expectation, 4, 3),
        "denied" | "denies" | "deny" | "denying" | "denial" | "refuted" | "refutes" | "rejected" | "rejects" => {
            (Tag::Denied, 1, 6)
        }
        _ => return None,
    })
}

/// The tags of the phrase at `phrase` among the folded `words` of its sentence; `compared` says which words are figures
/// that are compared. Ascending, each once.
pub fn tags(words: &[String], compared: impl Fn(usize) -> bool, phrase: std::ops::Range<usize>) -> Vec<Tag> {
    let mut out = vec![];
    for (i, word) in words.iter().enumerate() {
        let Some((tag, before, behind)) = rule(word) else { continue };
        let felt = i.saturating_sub(before)..i + behind + 1;
        if felt.start < phrase.end && phrase.start < felt.end {
            out.push(tag);
        }
    }
    if phrase.clone().any(compared) {
        out.push(Tag::Comparison);
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// How a sentence speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Of the future.
    pub forecast: bool,
    /// With reserve.
    pub hedged: bool,
    /// Of what an event at somebody means for others: rivals, suppliers, the sector.
    pub readthrough: bool,
    /// It says so itself ("the read-through for"): as a heading, of all that stands under it.
    pub second_order: bool,
}

/// How the sentence with these folded words speaks.
pub fn manner(words: &[String]) -> Manner {
    let any = |tag| words.iter().any(|w| rule(w).is_some_and(|r| r.0 == tag));
    let follows =
        |i: usize, rest: &[&str]| words[i + 1..].iter().zip(rest).filter(|(a, b)| a == b).count() == rest.len();
    let second = (0..words.len()).any(|i| match words[i].as_str() {
        "readthrough" | "spillover" | "spillovers" | "sympathy" | "indirect" | "indirectly" => true,
        "read" => follows(i, &["-", "through"]) || follows(i, &["-", "across"]),
        "second" => follows(i, &["-", "order"]),
        "knock" => follows(i, &["-", "on"]),
        _ => false,
    });
    // "rival Acme" only says who Acme is.
    let others = |w: &String| matches!(w.as_str(), "rivals" | "peers" | "suppliers" | "competitors" | "implications");
    Manner {
        forecast: any(Tag::Forecast),
        hedged: any(Tag::Hedged),
        readthrough: second || words.iter().any(others),
        second_order: second,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, phrase: &str) -> Vec<Tag> {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        let wanted: Vec<&str> = phrase.split(' ').collect();
        let at = words.windows(wanted.len()).position(|w| w == wanted).unwrap();
        tags(&words, |_| false, at..at + wanted.len())
    }

    #[test]
    fn what_an_event_means_for_others() {
        let of = |text: &str| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            let manner = manner(&words);
            (manner.readthrough, manner.second_order)
        };
        assert_eq!(of("the read - through for chips is poor"), (true, true));
        assert_eq!(of("second - order losers"), (true, true));
        assert_eq!(of("it raises the bar for rivals such as acme"), (true, false));
        assert_eq!(of("rival acme read a second order through"), (false, false));
    }

    #[test]
    fn words_near_the_phrase_tag_it() {
        use Tag::*;
        for (text, phrase, expected) in [
            ("sales did not decline in spring", "not decline", vec![Negated]),
            ("the firm may lose its largest customer", "lose its largest customer", vec![Hedged]),
            ("profit beat estimates", "beat estimates", vec![Expectation]),
            ("the chief executive denied any fraud", "fraud", vec![Denied]),
            ("costs were lower than a year ago", "costs were lower", vec![Comparison]),
            ("it expects sales to fall", "sales to fall", vec![Forecast]),
            ("it may a b c d e f g h i", "g", vec![Hedged]),
            ("it may a b c d e f g h i", "i", vec![]),
            ("profit rose", "profit rose", vec![]),
        ] {
            assert_eq!(of(text, phrase), expected, "{text}");
        }
    }
}
