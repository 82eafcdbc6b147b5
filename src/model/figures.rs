//! Figures: how much of what.

use crate::text::{Kind, Token};

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
    /// A year of our time.
    Year,
    /// A day, an hour, a page, the length of a loan: a number that is compared with none.
    Ordinal,
}

/// A figure of the sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    /// Index of the number's token.
    pub(crate) token: usize,
    /// Index of the first token behind it and its unit.
    pub(crate) end: usize,
    /// As written, without the scale.
    pub(crate) value: f64,
    /// The factor that "million" and the like name.
    pub(crate) scale: Option<f64>,
    pub(crate) unit: Unit,
    /// Whether it is called a loss; `None`: neither a loss nor a profit.
    pub(crate) loss: Option<bool>,
}

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
        } else if factor.is_none() && is_ordinal(tokens, i, end, &word) {
            Unit::Ordinal
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
        let sign = before.map_or(i, |_| i - 1).checked_sub(1);
        let minus =
            sign.is_some_and(|j| word(j) == "minus") || i > 0 && word(i - 1) == "-" && starts_negative(tokens, i);
        let loss = if minus { Some(true) } else { kind };
        out.push(Figure { token: i, end, value, scale: factor, unit, loss });
    }
    out
}

/// Whether number `i` is a day of a month, an hour, a page, the phase of a study, or the length of something ("10-year").
fn is_ordinal<'a>(tokens: &[Token], i: usize, end: usize, word: &impl Fn(usize) -> &'a str) -> bool {
    let touches = |a: usize, b: usize| b < tokens.len() && tokens[a].span.end == tokens[b].span.start;
    let before = if i > 0 { word(i - 1) } else { "" };
    let behind = if end < tokens.len() { word(end) } else { "" };
    let joined = matches!(behind, "-" | ":") && touches(i, end) && touches(end, end + 1);
    let hour = before == ":" && i > 1 && touches(i - 2, i - 1) && touches(i - 1, i);
    is_month(before)
        || is_month(behind)
        || hour
        || joined && (behind == ":" || tokens[end + 1].kind == Kind::Word)
        || matches!(before, "page" | "phase" | "rank" | "#" | "no" | "number" | "'" | "’" | "‘")
        || matches!(behind, "p.m." | "a.m." | "gmt" | "pm" | "am")
}

fn is_month(word: &str) -> bool {
    let long = [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    word == "may" || word == "sept" || long.iter().any(|m| *m == word || word.len() == 3 && m.starts_with(word))
}

/// Whether the "-" before token `i` is a sign: it touches the number and nothing before it.
fn starts_negative(tokens: &[Token], i: usize) -> bool {
    tokens[i - 1].span.end == tokens[i].span.start && (i < 2 || tokens[i - 2].span.end < tokens[i - 1].span.start)
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
        Unit::Plain | Unit::Ordinal if figure.scale.is_some() => "[MONEY]",
        Unit::Plain | Unit::Ordinal if figure.value <= 10.0 => "[SMALL]",
        Unit::Plain | Unit::Ordinal => "[NUMBER]",
    }
}

/// All that [`piece`] returns, in the order of the vocabulary.
pub(crate) const PIECES: [&str; 9] =
    ["[PERCENT0]", "[PERCENT1]", "[PERCENT2]", "[PERCENT3]", "[PERCENT4]", "[MONEY]", "[YEAR]", "[SMALL]", "[NUMBER]"];
