//! Which of two figures is the newer: told by the words between them, by the periods that they are of, or by a word of the
//! past or of expectation beside one of them.

use std::ops::Range;

use super::figures::{Figure, Unit};

/// How many tokens before the second figure the word that compares the two may stand.
const NEAR: usize = 5;

/// The figures of a sentence among its words.
pub(crate) struct Figures<'f, F> {
    figures: &'f [Figure],
    tokens: usize,
    word: F,
}

impl<'f, 'a, F: Fn(usize) -> &'a str> Figures<'f, F> {
    /// Of a sentence of so many `tokens`; `word` gives a token's word, folded.
    pub(crate) fn new(figures: &'f [Figure], tokens: usize, word: F) -> Self {
        Self { figures, tokens, word }
    }

    fn word(&self, token: usize) -> &'a str {
        (self.word)(token)
    }

    /// Whether figure `n` is newer than figure `m` behind it, if the words between them compare them.
    pub(crate) fn said(&self, n: usize, m: usize) -> Option<bool> {
        let (a, b) = (&self.figures[n], &self.figures[m]);
        // What stands before the last figure but one is of that.
        let from = self.figures[m - 1].end.max(b.token.saturating_sub(NEAR));
        let mut expected = false;
        for j in (from..b.token).rev() {
            match self.word(j) {
                // Somebody else's figure, or another quantity's.
                w if w == ";" || parts(w) => return None,
                "to" if self.rises_from(a) => return Some(false),
                // "more than 40 plants" compares nothing.
                "than" if j > 0 && matches!(self.word(j - 1), "more" | "less" | "fewer" | "other" | "rather") => {
                    return None;
                }
                "from" | "compared" | "compares" | "versus" | "vs" | "against" | "than" => return Some(true),
                "beat" | "beating" | "beats" | "above" | "below" | "topped" | "topping" | "exceeded" | "missed"
                | "missing" | "estimates" | "estimate" | "expectations" | "consensus" | "forecast" | "forecasts"
                | "expected" => expected = true,
                _ => {}
            }
        }
        // Nordic and British reports put the year before in brackets: "EUR 3.1m (EUR 2.5m)", "£12m (2023: £10m)".
        let each = if matches!(self.word(a.end), "per" | "a") { 5 } else { 2 };
        let bracket = (a.end..b.token.min(a.end + each)).any(|j| self.word(j) == "(") && b.token - a.end <= each + 3;
        (expected || bracket).then_some(true).or_else(|| self.in_step(n, m))
    }

    fn rises_from(&self, a: &Figure) -> bool {
        (a.token.saturating_sub(2)..a.token).any(|j| self.word(j) == "from")
    }

    /// The same where the second follows at once: "from 8 to 11 percent", "83 percent after 76", "74 in place of 58".
    pub(crate) fn in_step(&self, n: usize, m: usize) -> Option<bool> {
        let (a, b) = (&self.figures[n], &self.figures[m]);
        // A currency may stand before the number.
        let at = b.token.checked_sub(if matches!(b.unit, Unit::Money(_)) { 2 } else { 1 })?;
        let between = [at, b.token - 1].into_iter().filter(|&j| j >= a.end && j - a.end <= 4);
        between.into_iter().find_map(|j| match self.word(j) {
            "to" if self.rises_from(a) => Some(false),
            "after" => Some(true),
            "of" if j > a.end && self.word(j - 1) == "place" => Some(true),
            "was" | "had" if j > a.end && self.word(j - 1) == "," => Some(true),
            _ => None,
        })
    }

    /// Of figures of two periods the later one's is newer.
    pub(crate) fn dated(&self, n: usize, m: usize) -> Option<bool> {
        let ((kind, a), (other, b)) = (self.period(n)?, self.period(m)?);
        (kind == other && a != b).then_some(a > b)
    }

    /// The year, half or quarter that figure `n` is said to be of: its kind, and a number that grows with time.
    fn period(&self, n: usize) -> Option<(u8, f64)> {
        let (before, behind) = self.clause(n);
        let year = |j: usize| self.figures.iter().find(|f| f.token == j && f.unit == Unit::Year);
        let of = |j: usize| label(self.word(j)).or_else(|| year(j).map(|f| (b'y', f.value)));
        behind.take(2).find_map(of).or_else(|| before.rev().take(3).find_map(of))
    }

    /// Of two figures one of which is said to be of the past or was only expected, the other is newer. Where the units are
    /// not the `same`, it is the figure of the past that leaves its unit out.
    pub(crate) fn past(&self, n: usize, m: usize, same: bool) -> Option<bool> {
        let gone = |n: usize| {
            let (before, behind) = self.clause(n);
            let near = before.clone().rev().take(5);
            (same || self.figures[n].unit == Unit::Plain)
                && (near.chain(behind.take(6)).any(|j| self.is_past(j))
                    || before.rev().take(4).any(|j| is_yardstick(self.word(j))))
        };
        let parted = (self.figures[n].end..self.figures[m].token).any(|j| parts(self.word(j)));
        if parted || self.is_movement(n) || self.is_movement(m) {
            return None;
        }
        match (gone(n), gone(m)) {
            (false, true) => Some(true),
            (true, false) => Some(false),
            _ => None,
        }
    }

    /// Whether figure `n` says by how much something moved. A change is not what it is a change of.
    fn is_movement(&self, n: usize) -> bool {
        let figure = &self.figures[n];
        let percent = matches!(figure.unit, Unit::Percent | Unit::BasisPoints);
        let from = figure.token.saturating_sub(if percent { 5 } else { 2 });
        let to = if percent { figure.end + 1 } else { figure.end }.min(self.tokens);
        (from..figure.token).chain(figure.end..to).any(|j| moves(self.word(j)))
    }

    /// Whether token `j` speaks of an earlier time: "a year ago", "the day before", "last summer's", "it had been".
    fn is_past(&self, j: usize) -> bool {
        let next = if j + 1 < self.tokens { self.word(j + 1) } else { "" };
        let is_time = |w: &str| matches!(w, "year" | "quarter" | "month" | "week" | "day" | "season" | "half");
        match self.word(j) {
            "ago" | "previous" | "previously" | "prior" | "preceding" | "comparative" => true,
            "earlier" | "before" => j > 0 && is_time(self.word(j - 1)),
            "last" => !matches!(next, "two" | "three" | "four" | "five" | "few" | "several" | "day"),
            "had" => {
                matches!(next, "been" | "said" | "made" | "earned" | "produced" | "looked" | "expected" | "bought")
            }
            _ => false,
        }
    }

    /// The tokens of figure `n`'s own clause, before and behind it.
    fn clause(&self, n: usize) -> (Range<usize>, Range<usize>) {
        let figure = &self.figures[n];
        let ends = |j: &usize| matches!(self.word(*j), "," | ";" | "." | "(" | ")");
        let real = |f: &&Figure| f.unit != Unit::Year;
        let from = self.figures[..n].iter().rev().find(real).map_or(0, |f| f.end);
        let from = (from..figure.token).rev().find(ends).map_or(from, |j| j + 1);
        let to = self.figures[n + 1..].iter().find(real).map_or(self.tokens, |f| f.token);
        let to = (figure.end..to).find(ends).unwrap_or(to);
        (from..figure.token, figure.end.min(to)..to)
    }
}

/// Whether what stands on both sides of a word is of two different things.
fn parts(word: &str) -> bool {
    matches!(word, "and" | "but" | "while" | "whereas")
}

/// "Q3", "H1", "FY24".
fn label(word: &str) -> Option<(u8, f64)> {
    let (kind, number) = [("q", b'q'), ("h", b'h'), ("fy", b'y')]
        .into_iter()
        .find_map(|(prefix, kind)| word.strip_prefix(prefix).map(|number| (kind, number)))?;
    let digits = !number.is_empty() && number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| (kind, number.bytes().fold(0.0, |n, b| n * 10.0 + f64::from(b - b'0'))))
}

/// What a figure is held against.
fn is_yardstick(word: &str) -> bool {
    matches!(
        word,
        "had"
            | "consensus"
            | "budget"
            | "budgeted"
            | "poll"
            | "factset"
            | "street"
            | "placebo"
            | "comparator"
            | "benchmark"
    )
}

/// Whether a word says that something rose or fell, or by how much.
fn moves(word: &str) -> bool {
    const STEMS: [&str; 20] = [
        "rise", "rising", "rose", "fall", "fell", "drop", "gain", "grew", "grow", "increas", "declin", "decreas",
        "jump", "slip", "slid", "climb", "surg", "plung", "dip", "los",
    ];
    matches!(word, "by" | "up" | "down" | "higher" | "lower" | "over")
        || STEMS.iter().any(|stem| word.starts_with(stem))
}
