//! Reports as a web page that needs no other file: no script, nothing to fetch, nothing of the text taken for markup.

use super::pieces::{Piece, Strength, pieces};
use super::render::{name_of, signed};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use tickertone::Report;
use tickertone::report::{Entity, Field};

const STYLE: &str = "
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
article { margin-block-end: 4rem; }
header p { margin: 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin-block: 1rem; }
th, td { text-align: start; padding: .2rem 1rem .2rem 0; border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
mark { color: inherit; background: none; text-decoration: underline .12em; }
mark.good { text-decoration-color: light-dark(#14743f, #62cf93); }
mark.bad { text-decoration-color: light-dark(#b3261e, #ff9a90); text-decoration-style: dashed; }
mark.strong { font-weight: 650; }
mark.weak { text-decoration-thickness: .06em; }
s { opacity: .6; }
";

/// What stands before the first article.
pub(super) fn beginning() -> Markup {
    html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"en\">"))
        meta charset="utf-8";
        meta name="viewport" content="width=device-width";
        meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
        title { "tickertone" }
        style { (PreEscaped(STYLE)) }
    }
}

/// An article; the spans of its report are in bytes.
pub(super) fn article(name: &str, report: &Report, title: Option<&str>, text: &str) -> Markup {
    html! {
        article {
            header {
                p { (name) }
                p {
                    strong { (signed(report.score)) " " (name_of(&report.label)) }
                    @if report.mixed { ", mixed" }
                    ", confidence " (format!("{:.0}%", 100.0 * report.confidence)) ", " (report.words) " words read"
                }
            }
            @if !report.entities.is_empty() {
                table {
                    tr { th { "Name" } th { "Ticker" } th { "Score" } th { "Label" } th { "Relevance" } }
                    @for entity in &report.entities { (row(entity)) }
                }
            }
            @if let Some(title) = title { h1 { (marked(report, title, Some(Field::Title))) } }
            div class="text" { (marked(report, text, None)) }
        }
    }
}

/// What stands behind the last.
pub(super) fn end() -> Markup {
    html! { (PreEscaped("</html>")) }
}

fn row(entity: &Entity) -> Markup {
    html! {
        tr {
            td { (entity.name) }
            td { (entity.ticker.as_deref().unwrap_or_default()) }
            td { (signed(entity.score)) }
            td { (name_of(&entity.label)) }
            td { (format!("{:.0}%", 100.0 * entity.relevance)) }
        }
    }
}

fn marked(report: &Report, text: &str, field: Option<Field>) -> Markup {
    html! {
        @for (text, piece) in pieces(report, text, field) {
            @match piece {
                Piece::Plain => (text),
                Piece::Ignored => s { (text) },
                Piece::Phrase { weight, strength } => {
                    @let side = if weight > 0.0 { "good" } else { "bad" };
                    mark class=(format!("{side} {}", class(strength))) title=(format!("{weight:+.3}")) { (text) }
                }
            }
        }
    }
}

fn class(strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => "weak",
        Strength::Middling => "middling",
        Strength::Strong => "strong",
    }
}
