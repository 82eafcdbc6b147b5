//! What became of a quantity: which of two comparable figures is the newer, and which the larger.
//!
//! "EUR 3.1m, compared to EUR 2.5m" is good or bad news by arithmetic alone. That arithmetic is done here and given to
//! the network as a feature of the two figures, so that it need not learn to read numbers.

use super::figures::{Figure, Unit};
use super::newer::Figures;

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
    if figures.len() < 2 {
        return;
    }
    let all = Figures::new(figures, out.len(), &word);
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
            let (x, y) = (a.value * factor(a, b), b.value * factor(b, a));
            let alike = x.max(y) <= ALIKE * x.min(y) || a.loss != b.loss;
            let first_is_newer = (if same { all.said(n, m) } else { all.in_step(n, m) })
                .or_else(|| if alike && same { all.dated(n, m) } else { None })
                .or_else(|| if alike { all.past(n, m, same) } else { None })?;
            Some(if first_is_newer { (a, b) } else { (b, a) })
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
    use super::*;
    use crate::model::{figures::figures, fold::folded};
    use crate::text::{Span, tokenize};

    fn found(text: &str) -> Vec<Change> {
        let mut tokens = vec![];
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words: Vec<String> = tokens.iter().map(|t| folded(t.span.of(text))).collect();
        let word = |i: usize| words[i].as_str();
        let mut out = vec![Change::None; tokens.len()];
        compare(&figures(text, &tokens, word), word, &mut out);
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
