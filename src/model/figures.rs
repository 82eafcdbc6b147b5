//! Figures: what they measure, and which of two comparable ones is the larger.
//!
//! "EUR 3.1m, compared to EUR 2.5m" is good or bad news by arithmetic alone. That arithmetic is done here and given to
//! the network as a feature of the two figures, so that it need not learn to read numbers.

use crate::text::{Kind, Token};

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

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A share of a hundred.
    Percent,
    /// Hundredths of a percent.
    BasisPoints,
    /// An amount of the currency so signed (0: not said which).
    Money(u8),
    /// A count.
    Plain,
    /// A year of our time: never compared.
    Year,
}

/// A figure of the sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    /// Index of the number's token.
    pub(crate) token: usize,
    /// Index of the first token behind it and its unit.
    end: usize,
    /// As written, without the scale.
    pub(crate) value: f64,
    /// The factor that "million" and the like name.
    scale: Option<f64>,
    pub(crate) unit: Unit,
    /// Whether it is called a loss; `None`: neither a loss nor a profit.
    loss: Option<bool>,
}

/// How many tokens may stand between two figures that are compared.
const REACH: usize = 12;

const CURRENCIES: [&[&str]; 9] = [
    &["$", "usd", "us$", "dollar", "dollars"],
    &["€", "eur", "euro", "euros"],
    &["£", "gbp", "pound", "pounds", "sterling", "pence"],
    &["¥", "jpy", "yen"],
    &["₹", "rs", "inr", "rupee", "rupees"],
    &["yuan", "rmb", "cny"],
    &["sek", "nok", "dkk", "crown", "crowns", "kronor"],
    &["chf", "franc", "francs"],
    &["cent", "cents"],
];

fn currency(word: &str) -> Option<u8> {
    CURRENCIES.iter().position(|words| words.contains(&word)).map(|i| i as u8 + 1)
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "k" | "thousand" => 1e3,
        "lakh" | "lakhs" => 1e5,
        "m" | "mn" | "mln" | "million" | "millions" => 1e6,
        "crore" | "crores" | "cr" => 1e7,
        "b" | "bn" | "bln" | "billion" | "billions" => 1e9,
        "t" | "tn" | "trillion" => 1e12,
        _ => return None,
    })
}

/// The value of a number as it is written; 0 of what is none. (The standard library's reader is exact to the last bit at
/// any length, and its tables are a twentieth of the download.)
fn parse(number: &str) -> f64 {
    let (mut value, mut scale, mut points) = (0.0, 1.0, 0);
    for (i, part) in number.split(',').enumerate() {
        // A comma before exactly three digits parts thousands; another is a decimal comma.
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        points += usize::from(i > 0 && digits != 3);
        for byte in part.bytes() {
            match byte {
                b'0'..=b'9' => {
                    value = value * 10.0 + f64::from(byte - b'0');
                    scale *= if points > 0 { 10.0 } else { 1.0 };
                }
                b'.' => points += 1,
                _ => return 0.0,
            }
        }
    }
    if points > 1 { 0.0 } else { value / scale }
}

/// The figures among `tokens`, whose folded words `word` gives.
pub(crate) fn figures<'a>(text: &str, tokens: &[Token], word: impl Fn(usize) -> &'a str) -> Vec<Figure> {
    let mut out: Vec<Figure> = vec![];
    for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Number) {
        let written = token.span.of(text);
        let value = parse(written);
        let before = if i > 0 { currency(word(i - 1)) } else { None };
        let mut end = i + 1;
        let factor = (end < tokens.len()).then(|| scale(word(end))).flatten();
        end += factor.is_some() as usize;
        let behind = (end < tokens.len()).then(|| currency(word(end))).flatten();
        end += behind.is_some() as usize;
        let unit_word = |i: usize| if i < tokens.len() { word(i) } else { "" };
        let unit = if matches!(unit_word(end), "%" | "percent" | "pct" | "pc" | "percentage")
            || (unit_word(end), unit_word(end + 1)) == ("per", "cent")
        {
            end += 1;
            Unit::Percent
        } else if matches!(unit_word(end), "bps" | "bp") || (unit_word(end), unit_word(end + 1)) == ("basis", "points")
        {
            end += 1;
            Unit::BasisPoints
        } else if let Some(c) = before.or(behind) {
            Unit::Money(c)
        } else if factor.is_none() && written.len() == 4 && (1900.0..=2100.0).contains(&value) {
            Unit::Year
        } else {
            Unit::Plain
        };
        // Back to the figure before, a few words at most: does it call this one a loss or a profit?
        let from = out.last().map_or(0, |f| f.end).max(i.saturating_sub(6));
        let kind = (from..i).rev().find_map(|j| match word(j) {
            "loss" | "losses" | "deficit" => Some(true),
            "profit" | "profits" | "income" | "earnings" | "gain" | "surplus" => Some(false),
            _ => None,
        });
        let minus = i > 0 && word(i - 1) == "-" && starts_negative(tokens, i);
        let loss = if minus { Some(true) } else { kind };
        out.push(Figure { token: i, end, value, scale: factor, unit, loss });
    }
    out
}

/// Whether the "-" before token `i` is a sign: it touches the number and nothing before it.
fn starts_negative(tokens: &[Token], i: usize) -> bool {
    tokens[i - 1].span.end == tokens[i].span.start && (i < 2 || tokens[i - 2].span.end < tokens[i - 1].span.start)
}

/// Marks in `out` (one item a token) the figures that are compared with one another and what became of the quantity.
pub(crate) fn compare<'a>(figures: &[Figure], word: impl Fn(usize) -> &'a str, out: &mut [Change]) {
    for (n, a) in figures.iter().enumerate() {
        // What was the older figure of one pair is not the newer one of the next.
        if out[a.token] != Change::None {
            continue;
        }
        let near = figures[n + 1..].iter().take(3).take_while(|b| b.token - a.end.min(b.token) <= REACH);
        let pair = near.enumerate().filter(|(_, b)| comparable(a, b)).find_map(|(k, b)| {
            let before = &figures[n + k];
            order(a, b, before.end, &word).map(|a_is_new| if a_is_new { (a, b) } else { (b, a) })
        });
        if let Some((new, old)) = pair {
            let change = change(new, old);
            out[new.token] = change;
            out[old.token] = change;
        }
    }
}

fn comparable(a: &Figure, b: &Figure) -> bool {
    match (a.unit, b.unit) {
        (Unit::Year, _) | (_, Unit::Year) => false,
        (Unit::Money(x), Unit::Money(y)) => x == y,
        // "from 2.5 to 3.1 million euros" says unit and scale once.
        (Unit::Plain, Unit::Money(_)) => a.scale.is_some() || b.scale.is_some(),
        (Unit::Money(_), Unit::Plain) => b.scale.is_some(),
        (x, y) => x == y,
    }
}

/// How many tokens before the second figure the word that compares the two may stand.
const NEAR: usize = 5;

/// Which of two figures is the newer one, if the words between them compare them: is it `a`? `from` is the first token
/// behind the figure before `b`.
fn order<'a>(a: &Figure, b: &Figure, from: usize, word: &impl Fn(usize) -> &'a str) -> Option<bool> {
    let from_a = (a.token.saturating_sub(2)..a.token).any(|j| word(j) == "from");
    let mut expected = false;
    for j in (from.max(b.token.saturating_sub(NEAR))..b.token).rev() {
        match word(j) {
            // Somebody else's figure, or another quantity's.
            ";" | "while" | "but" | "and" | "whereas" => return None,
            "to" if from_a => return Some(false),
            // "more than 40 plants" compares nothing.
            "than" if j > 0 && matches!(word(j - 1), "more" | "less" | "fewer" | "other" | "rather") => return None,
            "from" | "compared" | "versus" | "vs" | "against" | "than" => return Some(true),
            "beat" | "beating" | "beats" | "above" | "below" | "topped" | "topping" | "exceeded" | "missed"
            | "missing" | "estimates" | "estimate" | "expectations" | "consensus" | "forecast" | "forecasts"
            | "expected" => expected = true,
            _ => {}
        }
    }
    // Nordic and British reports put the year before in brackets: "EUR 3.1m (EUR 2.5m)", "£12m (2023: £10m)".
    let bracket = (a.end..b.token.min(a.end + 2)).any(|j| word(j) == "(") && b.token - a.end <= 5;
    (expected || bracket).then_some(true)
}

fn change(new: &Figure, old: &Figure) -> Change {
    match (new.loss, old.loss) {
        (Some(true), Some(false)) => return Change::ToLoss,
        (Some(false), Some(true)) => return Change::ToProfit,
        _ => {}
    }
    // A scale said once holds for both: "from 2.5 to 3.1 million".
    let common = new.scale.or(old.scale).unwrap_or(1.0);
    let x = new.value * new.scale.unwrap_or(common);
    let y = old.value * old.scale.unwrap_or(common);
    if x > y {
        Change::Up
    } else if x < y {
        Change::Down
    } else {
        Change::Same
    }
}

/// The piece that stands for a figure: its kind and, for percentages, its size.
pub(crate) fn piece(figure: &Figure) -> &'static str {
    match figure.unit {
        Unit::BasisPoints => "[PERCENT0]",
        Unit::Percent => match figure.value {
            v if v < 1.0 => "[PERCENT0]",
            v if v < 5.0 => "[PERCENT1]",
            v if v < 20.0 => "[PERCENT2]",
            v if v < 50.0 => "[PERCENT3]",
            _ => "[PERCENT4]",
        },
        Unit::Money(_) => "[MONEY]",
        Unit::Year => "[YEAR]",
        Unit::Plain if figure.scale.is_some() => "[MONEY]",
        Unit::Plain if figure.value <= 10.0 => "[SMALL]",
        Unit::Plain => "[NUMBER]",
    }
}

/// All that [`piece`] returns, in the order of the vocabulary.
pub(crate) const PIECES: [&str; 9] =
    ["[PERCENT0]", "[PERCENT1]", "[PERCENT2]", "[PERCENT3]", "[PERCENT4]", "[MONEY]", "[YEAR]", "[SMALL]", "[NUMBER]"];

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
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
