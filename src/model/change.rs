//! What became of a quantity: which of two comparable figures is the newer, and which the larger.
//!
//! "EUR 3.1m, compared to EUR 2.5m" is good or bad news by arithmetic alone. That arithmetic is done here and given to
//! the network as a feature of the two figures, so that it need not learn to read numbers.

use super::figures::{Figure, Unit};

/// What became of a quantity, as two comparable figures say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Change {
    /// The figure is not compared with another.
    #[default]
    None = 0,
    /// The newer one is larger.
    Up = 1,
    /// The newer one is smaller.
    Down = 2,
    /// Both are equal.
    Same = 3,
    /// A loss became a profit.
    ToProfit = 4,
    /// A profit became a loss.
    ToLoss = 5,
}

impl Change {
    /// The number of changes.
    pub const COUNT: usize = ALL.len();
}

const ALL: [Change; 6] = [Change::None, Change::Up, Change::Down, Change::Same, Change::ToProfit, Change::ToLoss];

impl From<u8> for Change {
    /// The change of that number; [`Change::None`] for a number that is none.
    fn from(n: u8) -> Self {
        ALL.get(n as usize).copied().unwrap_or_default()
    }
}

/// How many tokens may stand between two figures that are compared.
const REACH: usize = 20;
/// How many times larger one of two figures may be that only a period or a word of the past tells apart.
const ALIKE: f64 = 8.0;

/// Marks in `out` (one item a token) the figures that are compared with one another and what became of the quantity.
pub(crate) fn compare<'a>(figures: &[Figure], word: impl Fn(usize) -> &'a str, out: &mut [Change]) {
    let labels: Vec<Option<(u8, f64)>> = (0..figures.len()).map(|n| period(figures, n, out.len(), &word)).collect();
    for (n, a) in figures.iter().enumerate() {
        // What was the older figure of one pair is not the newer one of the next.
        if out[a.token] != Change::None {
            continue;
        }
        let near = (n + 1..figures.len()).filter(|&m| !matches!(figures[m].unit, Unit::Year | Unit::Ordinal)).take(3);
        let near = near.take_while(|&m| figures[m].token - a.end.min(figures[m].token) <= REACH);
        let pair = near.into_iter().find_map(|m| {
            let b = &figures[m];
            let same = same_unit(a, b)?;
            let newer = if same { said(a, b, figures[m - 1].end, &word) } else { in_step(a, b, &word) };
            let (x, y) = (a.value * factor(a, b), b.value * factor(b, a));
            let alike = x.max(y) <= ALIKE * x.min(y) || a.loss != b.loss;
            let newer = newer
                .or_else(|| (alike && same).then(|| dated(labels[n], labels[m])).flatten())
                .or_else(|| alike.then(|| past(figures, n, m, same, out.len(), &word)).flatten());
            newer.map(|a_is_new| if a_is_new { (a, b) } else { (b, a) })
        });
        if let Some((new, old)) = pair {
            let change = change(new, old);
            out[new.token] = change;
            out[old.token] = change;
        }
    }
}

/// Whether two figures measure the same: plainly so (`true`), or if one of them leaves the unit to the other (`false`).
fn same_unit(a: &Figure, b: &Figure) -> Option<bool> {
    match (a.unit, b.unit) {
        (Unit::Year | Unit::Ordinal, _) | (_, Unit::Year | Unit::Ordinal) => None,
        (Unit::Money(x), Unit::Money(y)) => (x == y).then_some(true),
        // "from 2.5 to 3.1 million euros" says unit and scale once.
        (Unit::Plain, Unit::Money(_)) if a.scale.is_some() || b.scale.is_some() => Some(true),
        (Unit::Money(_), Unit::Plain) if b.scale.is_some() => Some(true),
        (x, y) if x == y => Some(true),
        (Unit::Plain, _) | (_, Unit::Plain) => Some(false),
        _ => None,
    }
}

/// How many tokens before the second figure the word that compares the two may stand.
const NEAR: usize = 5;

/// Which of two figures is the newer one, if the words between them compare them: is it `a`? `from` is the first token
/// behind the figure before `b`.
fn said<'a>(a: &Figure, b: &Figure, from: usize, word: &impl Fn(usize) -> &'a str) -> Option<bool> {
    let mut expected = false;
    for j in (from.max(b.token.saturating_sub(NEAR))..b.token).rev() {
        match word(j) {
            // Somebody else's figure, or another quantity's.
            ";" | "while" | "but" | "and" | "whereas" => return None,
            "to" if rises_from(a, word) => return Some(false),
            // "more than 40 plants" compares nothing.
            "than" if j > 0 && matches!(word(j - 1), "more" | "less" | "fewer" | "other" | "rather") => return None,
            "from" | "compared" | "compares" | "versus" | "vs" | "against" | "than" => return Some(true),
            "beat" | "beating" | "beats" | "above" | "below" | "topped" | "topping" | "exceeded" | "missed"
            | "missing" | "estimates" | "estimate" | "expectations" | "consensus" | "forecast" | "forecasts"
            | "expected" => expected = true,
            _ => {}
        }
    }
    // Nordic and British reports put the year before in brackets: "EUR 3.1m (EUR 2.5m)", "£12m (2023: £10m)".
    let each = if matches!(word(a.end), "per" | "a") { 5 } else { 2 };
    let bracket = (a.end..b.token.min(a.end + each)).any(|j| word(j) == "(") && b.token - a.end <= each + 3;
    (expected || bracket).then_some(true).or_else(|| in_step(a, b, word))
}

fn rises_from<'a>(a: &Figure, word: &impl Fn(usize) -> &'a str) -> bool {
    (a.token.saturating_sub(2)..a.token).any(|j| word(j) == "from")
}

/// The same where the second follows at once: "from 8 to 11 percent", "83 percent after 76", "74 in place of 58".
fn in_step<'a>(a: &Figure, b: &Figure, word: &impl Fn(usize) -> &'a str) -> Option<bool> {
    // A currency may stand before the number.
    let at = b.token.checked_sub(if matches!(b.unit, Unit::Money(_)) { 2 } else { 1 })?;
    [at, b.token - 1].into_iter().filter(|&j| j >= a.end && j - a.end <= 4).find_map(|j| match word(j) {
        "to" if rises_from(a, word) => Some(false),
        "after" => Some(true),
        "of" if j > a.end && word(j - 1) == "place" => Some(true),
        "was" | "had" if j > a.end && word(j - 1) == "," => Some(true),
        _ => None,
    })
}

/// The year, half or quarter that figure `n` is said to be of: its kind, and a number that grows with time.
fn period<'a>(figures: &[Figure], n: usize, tokens: usize, word: &impl Fn(usize) -> &'a str) -> Option<(u8, f64)> {
    let (before, behind) = around(figures, n, tokens, word);
    let year = |j: usize| figures.iter().find(|f| f.token == j && f.unit == Unit::Year).map(|f| (b'y', f.value));
    let of = |j: usize| label(word(j)).or_else(|| year(j));
    behind.take(2).find_map(of).or_else(|| before.rev().take(3).find_map(of))
}

/// "Q3", "H1", "FY24".
fn label(word: &str) -> Option<(u8, f64)> {
    let (kind, number) = [("q", b'q'), ("h", b'h'), ("fy", b'y')]
        .into_iter()
        .find_map(|(prefix, kind)| word.strip_prefix(prefix).map(|number| (kind, number)))?;
    let digits = !number.is_empty() && number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| (kind, number.bytes().fold(0.0, |n, b| n * 10.0 + f64::from(b - b'0'))))
}

/// Of figures of two periods the later one's is newer.
fn dated(a: Option<(u8, f64)>, b: Option<(u8, f64)>) -> Option<bool> {
    let ((kind, a), (other, b)) = (a?, b?);
    (kind == other && a != b).then_some(a > b)
}

/// Of two figures one of which is said to be of the past or was only expected, the other is newer. Where the units are not
/// the `same`, it is the figure of the past that leaves its unit out.
fn past<'a>(
    figures: &[Figure],
    n: usize,
    m: usize,
    same: bool,
    tokens: usize,
    word: &impl Fn(usize) -> &'a str,
) -> Option<bool> {
    let gone = |n: usize| {
        let (before, behind) = around(figures, n, tokens, word);
        let near = before.clone().rev().take(5);
        (same || figures[n].unit == Unit::Plain)
            && (near.chain(behind.take(6)).any(|j| is_past(j, tokens, word))
                || before.rev().take(4).any(|j| is_yardstick(word(j))))
    };
    // A change is not what it is a change of.
    let moved = |f: &Figure| {
        let percent = matches!(f.unit, Unit::Percent | Unit::BasisPoints);
        let from = f.token.saturating_sub(if percent { 5 } else { 2 });
        let to = if percent { f.end + 1 } else { f.end }.min(tokens);
        (from..f.token).chain(f.end..to).any(|j| is_movement(word(j)))
    };
    let parted = (figures[n].end..figures[m].token).any(|j| matches!(word(j), "and" | "but" | "while" | "whereas"));
    if parted || moved(&figures[n]) || moved(&figures[m]) {
        return None;
    }
    match (gone(n), gone(m)) {
        (false, true) => Some(true),
        (true, false) => Some(false),
        _ => None,
    }
}

/// Whether token `j` speaks of an earlier time: "a year ago", "the day before", "last summer's", "it had been".
fn is_past<'a>(j: usize, tokens: usize, word: &impl Fn(usize) -> &'a str) -> bool {
    let next = if j + 1 < tokens { word(j + 1) } else { "" };
    let is_time = |w: &str| matches!(w, "year" | "quarter" | "month" | "week" | "day" | "season" | "half");
    match word(j) {
        "ago" | "previous" | "previously" | "prior" | "preceding" | "comparative" => true,
        "earlier" | "before" => j > 0 && is_time(word(j - 1)),
        "last" => !matches!(next, "two" | "three" | "four" | "five" | "few" | "several" | "day"),
        "had" => matches!(next, "been" | "said" | "made" | "earned" | "produced" | "looked" | "expected" | "bought"),
        _ => false,
    }
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

fn is_movement(word: &str) -> bool {
    const STEMS: [&str; 20] = [
        "rise", "rising", "rose", "fall", "fell", "drop", "gain", "grew", "grow", "increas", "declin", "decreas",
        "jump", "slip", "slid", "climb", "surg", "plung", "dip", "los",
    ];
    matches!(word, "by" | "up" | "down" | "higher" | "lower" | "over")
        || STEMS.iter().any(|stem| word.starts_with(stem))
}

/// The tokens of figure `n`'s own clause, before and behind it.
fn around<'a>(
    figures: &[Figure],
    n: usize,
    tokens: usize,
    word: &impl Fn(usize) -> &'a str,
) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
    let figure = &figures[n];
    let ends = |j: &usize| matches!(word(*j), "," | ";" | "." | "(" | ")");
    let real = |f: &&Figure| f.unit != Unit::Year;
    let from = figures[..n].iter().rev().find(real).map_or(0, |f| f.end);
    let from = (from..figure.token).rev().find(ends).map_or(from, |j| j + 1);
    let to = figures[n + 1..].iter().find(real).map_or(tokens, |f| f.token);
    let to = (figure.end..to).find(ends).unwrap_or(to);
    (from..figure.token, figure.end.min(to)..to)
}

/// What a figure is to be multiplied with: a scale said once holds for both, as in "from 2.5 to 3.1 million".
fn factor(figure: &Figure, other: &Figure) -> f64 {
    figure.scale.or(other.scale).unwrap_or(1.0)
}

fn change(new: &Figure, old: &Figure) -> Change {
    match (new.loss, old.loss) {
        (Some(true), Some(false)) => return Change::ToLoss,
        (Some(false), Some(true)) => return Change::ToProfit,
        _ => {}
    }
    let (x, y) = (new.value * factor(new, old), old.value * factor(old, new));
    if x > y {
        Change::Up
    } else if x < y {
        Change::Down
    } else {
        Change::Same
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;
    use crate::text::{Span, tokenize};

    fn found(text: &str) -> Vec<Change> {
        let mut tokens = vec![];
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words: Vec<String> = tokens
            .iter()
            .map(|t| {
                let mut s = String::new();
                fold(t.span.of(text), &mut s);
                s
            })
            .collect();
        let word = |i: usize| words[i].as_str();
        let mut out = vec![Change::None; tokens.len()];
        compare(&super::super::figures::figures(text, &tokens, word), word, &mut out);
        out.into_iter().filter(|&c| c != Change::None).collect()
    }

    #[test]
    fn compares_what_is_comparable() {
        use Change::*;
        for (text, expected) in [
            ("Profit was EUR 3.1m, compared to EUR 2.5m a year earlier", vec![Up, Up]),
            ("Net sales totalled EUR 93.6 mn (EUR 101.2 mn)", vec![Down, Down]),
            ("Sales rose from 2.5 to 3.1 million euros", vec![Up, Up]),
            ("Margin narrowed to 8.6 percent from 11.3 percent", vec![Down, Down]),
            ("A profit of $3 million versus a loss of $1 million", vec![ToProfit, ToProfit]),
            ("A loss of $3 million against a profit of $9 million", vec![ToLoss, ToLoss]),
            ("The loss was $1.2 billion, compared with $900 million", vec![Up, Up]),
            ("EUR 3.1m ($3.4m) in 2024", vec![]),
            ("Shares rose 5% to $3.10 from $2.95", vec![Up, Up]),
            ("Deliveries were 1,204 against 1204", vec![Same, Same]),
            ("Sales rose 5% from a year ago, while costs climbed 7%", vec![]),
            ("Sales were up 5% while profit was up 3%", vec![]),
            ("The pound rose 0.5% against the dollar and 0.3% against the euro", vec![]),
            ("Income rose to $90 million, or 30 cents a share, from $40 million", vec![Up, Up]),
            (
                "Sales rose to $10 million from $8 million and profit fell to $1 million from $2 million",
                vec![Up, Up, Down, Down],
            ),
            ("Margin expanded to 12.5% from 11.3%, up 120 basis points", vec![Up, Up]),
            ("It closed 3 of its more than 40 plants", vec![]),
            ("Pretax profit was £12m (2023: £10m)", vec![Up, Up]),
            ("Earnings of $1.20 a share beat the $1.10 expected", vec![Up, Up]),
            ("EPS of 45 cents versus 52 cents", vec![Down, Down]),
            ("It has 5 plants and 300 staff in 2024 and 2025", vec![]),
            ("Orders were 2.2 billion rupees; a year before it was 1.7 billion", vec![Up, Up]),
            ("A year ago the margin had been 9.1 percent, now it is 7.3 percent", vec![Down, Down]),
            ("EPS 0.52, year-ago 0.44", vec![Up, Up]),
            ("Occupancy was 71%, last year's 78%", vec![Down, Down]),
            ("Recalls: in 2022 48,000, in 2023 212,000", vec![Up, Up]),
            ("Spills: 655 in 2023, 1,412 in 2022", vec![Down, Down]),
            ("Cash cost Q3 $1.82 a pound, Q2 $2.07", vec![Down, Down]),
            ("Return on equity went from 8 to 11 percent", vec![Up, Up]),
            ("Utilisation was 83 percent after 76", vec![Up, Up]),
            ("Cancellation rate: 14%, was 21%", vec![Down, Down]),
            ("Last year it had 5 plants, and 300 people worked there", vec![]),
            ("It earned minus SEK 5 million after SEK 12 million", vec![Down, Down]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
