//! The human report: a record and its text in, styled lines out. Colours repeat what signs and words say already, so that
//! nothing is lost where they are stripped.

use super::marked::{Marked, printable};
use super::pieces::{Piece, Strength, pieces};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;
use textwrap::core::display_width;
use tickertone::report::{Entity, Field};
use tickertone::{Label, Report};
use unicode_segmentation::UnicodeSegmentation;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const LEGEND: &str = "+[good news]  -[bad news]  ++[ --[ weightiest  ~[ignored]";

/// A line that names the file whose report follows.
pub(super) fn header(name: &str, width: usize) -> String {
    let name = one_line(name);
    let rule = "─".repeat(width.saturating_sub(display_width(&name) + 4));
    format!("{DIM}──{DIM:#} {BOLD}{name}{BOLD:#} {DIM}{rule}{DIM:#}")
}

/// The report on `text`, whose spans are in bytes, in lines of `width` columns where words allow. No line feed at the end.
pub(super) fn report(report: &Report, title: Option<&str>, text: &str, width: usize) -> String {
    let mut out = summary(report);
    if !report.entities.is_empty() {
        let _ = write!(out, "\n\n{}", entities(&report.entities, width));
    }
    if report.highlights.iter().any(|h| h.weight != 0.0) || !report.ignored.is_empty() {
        let _ = write!(out, "\n\n{DIM}{LEGEND}{DIM:#}");
    }
    if let Some(title) = title {
        let _ = write!(out, "\n\n{}", marked(report, title, Some(Field::Title)).wrap(width));
    }
    let text = marked(report, text, None).wrap(width);
    if !text.trim().is_empty() {
        let _ = write!(out, "\n\n{}", text.trim_end());
    }
    out
}

/// A score (of 4 decimals) with its sign and 2 decimals; cut, not rounded: 0.0957 is neutral and must not read as 0.10.
pub(super) fn signed(score: f64) -> String {
    format!("{:+.2}", ((score * 1e4).round() / 100.0).trunc() / 100.0 + 0.0)
}

/// Shares of one whole in whole per cent that sum to 100: those that rounding down takes most from are rounded up
/// (`percents` of www/app/format.js does the same).
fn percents(shares: [f64; 3]) -> [usize; 3] {
    let mut parts = shares.map(|share| (100.0 * share).floor() as usize);
    let short = 100_usize.saturating_sub(parts.iter().sum());
    let mut order = [0, 1, 2];
    order.sort_by(|&a, &b| (100.0 * shares[b]).fract().total_cmp(&(100.0 * shares[a]).fract()));
    order.iter().take(short).for_each(|&i| parts[i] += 1);
    parts
}

fn summary(report: &Report) -> String {
    let style = tone(report.label).bold();
    let p = report.probabilities;
    let [negative, neutral, positive] = percents([p.negative, p.neutral, p.positive]);
    let mixed = if report.mixed { ", mixed" } else { "" };
    let ignored: usize = report.ignored.iter().map(|i| i.text.unicode_words().count()).sum();
    format!(
        "{style}{} {}{style:#}{mixed}  {}\n\
         confidence {:.0}%  {DIM}(negative {negative}%, neutral {neutral}%, positive {positive}%){DIM:#}\n\
         {} words read, {ignored} ignored",
        signed(report.score),
        name_of(&report.label),
        scale(report.score, style),
        100.0 * report.confidence,
        report.words,
    )
}

/// The score as a point on the line from -1 to 1.
fn scale(score: f64, style: Style) -> String {
    const HALF: usize = 12;
    let point = ((score.clamp(-1.0, 1.0) + 1.0) * HALF as f64).round() as usize;
    let mut line = String::from("-1 ");
    for cell in 0..=2 * HALF {
        match cell {
            cell if cell == point => {
                let _ = write!(line, "{style}●{style:#}");
            }
            HALF => line.push('┼'),
            0 => line.push('├'),
            cell if cell == 2 * HALF => line.push('┤'),
            _ => line.push('─'),
        }
    }
    line + " +1"
}

/// A table of the entities; names give way to the terminal's width.
fn entities(entities: &[Entity], width: usize) -> String {
    const HEAD: [&str; 6] = ["entity", "ticker", "kind", "score", "label", "relevance"];
    let rows: Vec<[String; 6]> = entities.iter().map(row).collect();
    let mut widths = HEAD.map(display_width);
    for (column, width) in widths.iter_mut().enumerate() {
        *width = rows.iter().map(|row| display_width(&row[column])).fold(*width, usize::max);
    }
    let others: usize = widths[1..].iter().map(|w| w + 2).sum();
    widths[0] = widths[0].min(width.saturating_sub(others).max(16));

    let mut out = line(&HEAD.map(String::from), widths, DIM, DIM);
    for (row, entity) in rows.iter().zip(entities) {
        out.push('\n');
        out += &line(row, widths, Style::new(), tone(entity.label));
    }
    out
}

fn row(entity: &Entity) -> [String; 6] {
    let ticker = match (&entity.exchange, &entity.ticker) {
        (Some(exchange), Some(ticker)) => format!("{exchange}:{ticker}"),
        (_, ticker) => ticker.clone().unwrap_or_default(),
    };
    [
        one_line(&entity.name),
        ticker,
        name_of(&entity.kind),
        signed(entity.score),
        name_of(&entity.label),
        format!("{:.0}%", 100.0 * entity.relevance),
    ]
}

/// A line of the table; score and label in the style `judged`, the rest in `style`.
fn line(row: &[String; 6], widths: [usize; 6], style: Style, judged: Style) -> String {
    let [name, ticker, kind, score, label, relevance] = row;
    let [w_name, w_ticker, w_kind, w_score, w_label, w_relevance] = widths;
    let (name, ticker, kind) = (pad(&shorten(name, w_name), w_name), pad(ticker, w_ticker), pad(kind, w_kind));
    format!(
        "{style}{name}  {ticker}  {kind}{style:#}  {judged}{score:>w_score$}  {label:w_label$}{judged:#}  \
         {style}{relevance:>w_relevance$}{style:#}"
    )
}

/// The title or the text with its phrases and ignored passages marked.
fn marked(report: &Report, text: &str, field: Option<Field>) -> Marked {
    let mut marked = Marked::default();
    for (text, piece) in pieces(report, text, field) {
        match piece {
            Piece::Plain => marked.push(text),
            Piece::Ignored => marked.push_marked("~[", text, "]", DIM),
            Piece::Phrase { weight, strength } => {
                let (open, style) = mark(weight, strength);
                marked.push_marked(open, text, "]", style);
            }
        }
    }
    marked
}

/// How a phrase is opened and styled.
fn mark(weight: f64, strength: Strength) -> (&'static str, Style) {
    let good = weight > 0.0;
    let style = tone_of(good);
    match strength {
        Strength::Strong => (if good { "++[" } else { "--[" }, style.bold()),
        Strength::Middling => (if good { "+[" } else { "-[" }, style),
        Strength::Weak => (if good { "+[" } else { "-[" }, style.dimmed()),
    }
}

/// The colour of a label: none for neutral.
fn tone(label: Label) -> Style {
    if label == Label::Neutral { Style::new() } else { tone_of(label > Label::Neutral) }
}

fn tone_of(good: bool) -> Style {
    if good { AnsiColor::Green.on_default() } else { AnsiColor::Red.on_default() }
}

/// The name that a value has in the record.
pub(super) fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(String::from)).unwrap_or_default()
}

fn one_line(text: &str) -> String {
    let mut out = String::new();
    printable(text, &mut out);
    out.replace('\n', " ")
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(display_width(text))))
}

/// Cut to `width` columns, an ellipsis at the end if something is lost.
fn shorten(text: &str, width: usize) -> String {
    if display_width(text) <= width {
        return text.into();
    }
    let mut out = String::new();
    for grapheme in text.graphemes(true) {
        if display_width(&out) + display_width(grapheme) + 1 > width {
            break;
        }
        out.push_str(grapheme);
    }
    out + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const TITLE: &str = "Brightwater lifts its outlook";
    const TEXT: &str = "Share this\nBrightwater’s orders doubled, the group said. Margins slipped a little.";

    /// A record as the engine gives it; spans found by their text.
    fn sample() -> Report {
        let span = |text: &str, inside: &str, field: Value| {
            let start = text.find(inside).unwrap();
            json!({"start": start, "end": start + inside.len(), "text": inside, "field": field,
                   "sentence": 0, "tags": [], "reason": "share"})
        };
        let weighing = |mut span: Value, weight: f64| {
            span["weight"] = weight.into();
            span
        };
        let chances = json!({"negative": 0.1, "neutral": 0.2, "positive": 0.7});
        let entity = |name: &str, ticker: Value, score: f64, label: &str| {
            json!({"name": name, "ticker": ticker, "exchange": ticker.as_str().map(|_| "NYSE"), "kind": "company",
                   "score": score, "label": label, "probabilities": chances, "relevance": 0.5, "mentions": [],
                   "readthrough": false, "highlights": [], "rest": 0.0})
        };
        serde_json::from_value(json!({
            "schema": 1, "model": "m-1", "offsets": "utf-8", "score": 0.4, "label": "moderately positive",
            "probabilities": chances, "confidence": 0.8, "mixed": true,
            "entities": [entity("Brightwater", json!("BWTR"), 0.4, "moderately positive"),
                         entity("Ångström\u{1b}[2J Holdings of the Northern Sea", Value::Null, -0.2, "mildly negative")],
            "highlights": [weighing(span(TITLE, "lifts its outlook", json!("title")), 0.3),
                           weighing(span(TEXT, "orders doubled", Value::Null), 0.11),
                           weighing(span(TEXT, "the group", Value::Null), 0.0),
                           weighing(span(TEXT, "slipped", Value::Null), -0.01)],
            "rest": 0.0, "sentences": [], "ignored": [span(TEXT, "Share this", Value::Null)], "words": 9,
        }))
        .unwrap()
    }

    #[test]
    fn whole_per_cent_of_one_whole_sum_to_100() {
        assert_eq!(percents([0.335, 0.33, 0.335]), [34, 33, 33]);
        assert_eq!(percents([0.004, 0.993, 0.003]), [1, 99, 0]);
        assert_eq!(percents([0.0, 1.0, 0.0]), [0, 100, 0]);
    }

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn signs_stand_without_colours() {
        assert_eq!(
            plain(&report(&sample(), Some(TITLE), TEXT, 80)),
            "+0.40 moderately positive, mixed  -1 ├───────────┼────●──────┤ +1\n\
             confidence 80%  (negative 10%, neutral 20%, positive 70%)\n\
             9 words read, 2 ignored\n\n\
             entity                 ticker     kind     score  label                relevance\n\
             Brightwater            NYSE:BWTR  company  +0.40  moderately positive        50%\n\
             Ångström�[2J Holding…             company  -0.20  mildly negative            50%\n\n\
             +[good news]  -[bad news]  ++[ --[ weightiest  ~[ignored]\n\n\
             Brightwater ++[lifts its outlook]\n\n\
             ~[Share this]\n\
             Brightwater’s +[orders doubled], the group said. Margins -[slipped] a little."
        );
    }

    #[test]
    fn strength_is_weight_and_sign_is_colour() {
        let text = report(&sample(), Some(TITLE), TEXT, 80);
        assert!(text.contains("\u{1b}[1m\u{1b}[32m++[lifts its outlook]"), "{text:?}");
        assert!(text.contains("\u{1b}[32m+[orders doubled]"));
        assert!(text.contains("\u{1b}[2m\u{1b}[31m-[slipped]"));
        assert!(text.contains("\u{1b}[2m~[Share this]"));
    }

    #[test]
    fn spans_that_do_not_fit_the_text_are_passed_over() {
        let mut record = sample();
        record.highlights[1].span.start += 1_000;
        record.highlights[3].span.end = TEXT.find('’').unwrap() as u32 + 1;
        assert!(
            plain(&report(&record, None, TEXT, 80))
                .ends_with("orders doubled, the group said. Margins slipped a little.")
        );
    }

    #[test]
    fn scale_reaches_both_ends() {
        assert_eq!(plain(&scale(-1.0, BOLD)), "-1 ●───────────┼───────────┤ +1");
        assert_eq!(plain(&scale(0.0, BOLD)), "-1 ├───────────●───────────┤ +1");
        assert_eq!(plain(&scale(1.0, BOLD)), "-1 ├───────────┼───────────● +1");
    }

    #[test]
    fn header_is_one_line_of_the_width() {
        let line = plain(&header("a\nb.txt", 30));
        assert_eq!(line, format!("── a b.txt {}", "─".repeat(19)));
    }
}
