//! What of a pasted page is the article, and what is furniture.

mod judge;
mod lines;
mod patterns;
mod shapes;

use super::Span;
use lines::Paragraph;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use unicode_segmentation::UnicodeSegmentation;

/// Words of the shortest paragraph that counts as a repetition.
const REPETITION: usize = 8;

/// Why a piece of text counts for nothing.
///
/// ```
/// use tickertone::report::Reason;
///
/// let report = tickertone::Analyzer::new().analyze("Profit rose.\n\nWe use cookies to improve your experience.")?;
/// assert_eq!(report.ignored[0].reason, Reason::Cookie);
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Reason {
    /// Menus, breadcrumbs, "Skip to content", "Read more".
    Navigation,
    /// Share buttons and social links.
    Share,
    /// "Sign up for our newsletter".
    Newsletter,
    /// Cookie and consent notices.
    Cookie,
    /// Legal and investment disclaimers, copyright, safe-harbour statements.
    Disclaimer,
    /// Contact details, "Request a demo", what a company says about itself below its press release.
    Contact,
    /// Bylines, photo and editing credits.
    Credit,
    /// Related stories.
    Related,
    /// A paragraph of 8 words or more that stood before.
    Duplicate,
}

/// A paragraph, heading or list item of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands; leading and trailing white space and the bullet sign are left out.
    pub span: Span,
    /// A short line without a full stop that heads what follows.
    pub heading: bool,
}

/// The text taken apart: what counts and what does not, each in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clean {
    /// What counts.
    pub blocks: Vec<Block>,
    /// What does not, and why. Never overlaps a block.
    pub ignored: Vec<(Span, Reason)>,
}

/// Takes `body`, a part of `text`, apart. With `duplicates` repeated paragraphs are kept, and whatever is to be `kept`.
///
/// Blocks and ignored spans cover all of `body` but white space and bullets. A text that consists of nothing but
/// furniture is read as it stands: somebody wants to know about it.
pub fn clean(text: &str, body: Span, duplicates: bool, kept: &dyn Fn(Span) -> bool) -> Clean {
    let paragraphs = lines::paragraphs(text, body);
    let mut clean = sort(text, &paragraphs, duplicates, kept);
    let readable = |span: Span| span.of(text).contains(char::is_alphanumeric);
    if !clean.blocks.iter().any(|block| readable(block.span)) {
        let blocks = paragraphs.iter().map(|p| Block { span: p.span, heading: false });
        clean = Clean { blocks: blocks.collect(), ignored: vec![] };
    }
    clean
}

/// Sorts paragraphs into what counts and what does not.
fn sort(text: &str, paragraphs: &[Paragraph], duplicates: bool, kept: &dyn Fn(Span) -> bool) -> Clean {
    let mut out = Clean::default();
    let mut judge = judge::Judge::default();
    let mut seen = HashSet::new();
    let mut parts = vec![];
    let menu = shapes::menu_lines(text, paragraphs);
    for (i, &paragraph) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(i + 1);
        parts.clear();
        if !duplicates && is_long(paragraph.span.of(text)) && !seen.insert(key(paragraph.span.of(text))) {
            parts.push((paragraph.span, Some(Reason::Duplicate)));
        } else if menu[i] {
            parts.push((paragraph.span, Some(Reason::Navigation)));
        } else {
            judge.read(text, paragraph, next, &mut parts);
        }
        let heads = |next: &Paragraph| next.apart || next.item || !judge::is_heading(text, next.span);
        let heading = !paragraph.item && judge::is_heading(text, paragraph.span) && next.is_some_and(heads);
        for &(span, verdict) in &parts {
            match verdict {
                Some(reason) if !kept(span) => out.ignored.push((span, reason)),
                _ => out.blocks.push(Block { span, heading }),
            }
        }
    }
    out
}

fn is_long(paragraph: &str) -> bool {
    paragraph.unicode_words().take(REPETITION).count() == REPETITION
}

/// What two paragraphs share that differ in case and white space alone.
fn key(paragraph: &str) -> String {
    let mut key = String::with_capacity(paragraph.len());
    for word in paragraph.split_whitespace() {
        key.extend(word.chars().flat_map(char::to_lowercase));
        key.push(' ');
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LEAD: &str = "Acme reported a higher profit for the third quarter on Monday.";

    fn whole(text: &str) -> Clean {
        clean(text, Span::new(0, text.len()), false, &|_| false)
    }

    fn kept(text: &str) -> Vec<&str> {
        whole(text).blocks.iter().map(|block| block.span.of(text)).collect()
    }

    /// What is ignored of a page of the lead and `rest`.
    fn ignored(rest: &str) -> Vec<(String, Reason)> {
        let text = format!("{LEAD}\n\n{rest}");
        whole(&text).ignored.iter().map(|&(span, reason)| (span.of(&text).to_owned(), reason)).collect()
    }

    #[test]
    fn furniture_is_ignored_with_its_reason() {
        for (reason, lines) in [
            (
                Reason::Navigation,
                "Skip to main content|Home > Markets > Stocks|Read more »|Back to top|ADVERTISEMENT|Log in|***",
            ),
            (Reason::Navigation, "Tags: Cars, Recalls|Home · News · Markets · Opinion|Reading time: 3 minutes"),
            (
                Reason::Share,
                "Share on Facebook|Tweet|Follow us on X and LinkedIn|Email this|Facebook / X / LinkedIn / Print",
            ),
            (Reason::Newsletter, "Sign up for our newsletter.|Subscribe now|Enter your email address"),
            (
                Reason::Cookie,
                "We use cookies to give you the best experience. Manage your choices here.|Accept all cookies",
            ),
            (
                Reason::Disclaimer,
                "This is not investment advice.|© 2025 Acme News|Copyright 2025 Acme News. All rights reserved.",
            ),
            (
                Reason::Disclaimer,
                "Past performance is no guarantee of future results.|Disclaimer: Trade at your own risk. Call us.",
            ),
            (
                Reason::Contact,
                "Media contact: Jane Roe|+46 8 506 485 00|Jane Roe, jane@acme.example|Request a Demo|Contact us",
            ),
            (
                Reason::Credit,
                "(Reporting by Jane Roe; Editing by John Doe)|Photo: A plant of Acme|By Jane Roe and John Doe",
            ),
            (
                Reason::Credit,
                "Image source: Getty Images|Source: Acme|Reporting by Jane Roe in Oslo; editing by John Doe",
            ),
            (Reason::Related, "READ ALSO: Acme buys a rival|Related: Why shares of Acme rose"),
        ] {
            for line in lines.split('|') {
                assert_eq!(ignored(line), [(line.to_owned(), reason)], "{line}");
            }
        }
    }

    #[test]
    fn sentences_of_the_article_are_kept() {
        for line in [
            "Netflix added newsletter subscribers.",
            "The company said its cookie sales rose.",
            "Regulators fined Google over its use of cookies.",
            "Getty Images shares rise 5%",
            "Facebook: user growth slows",
            "Sources: Acme to cut a tenth of its jobs",
            "By signing up a million members the club doubled its revenue.",
            "The views expressed by the chairman moved the market.",
            "Share buybacks lifted the stock.",
            "Advertisement revenue fell 3%.",
            "Sales: $612 million (2023: $466 million)",
            "Net income | 12.4 | 10.9",
            "The bank's disclaimer did not shield it from a fine.",
            "About 500 jobs will go.",
            "The firm (by revenue the largest) grew.",
            "“Past performance is a poor guide,” she said.",
            "Twitter said that users could follow us politics more closely.",
            "Loss per share (12.5) (13.4) (14.6)",
            "On 2024-01-31 1200 posts were cut.",
        ] {
            assert_eq!(ignored(line), [], "{line}");
        }
    }

    #[test]
    fn headings_take_what_stands_below_them() {
        let below = "About Acme Corp.\nAcme makes anvils.\n\nIt was founded in 1920.\n\nOutlook\n\nSales will grow.";
        let text = format!("{LEAD}\n\n{below}");
        assert_eq!(kept(&text), [LEAD, "Outlook", "Sales will grow."]);
        let below = "READ NEXT\nAcme buys a rival\nWhy anvils matter\n\nThe shares closed two percent higher in a market that was \
                     otherwise little changed, and volume was about twice the average.";
        let text = format!("{LEAD}\n\n{below}");
        assert_eq!(kept(&text).len(), 2);
        assert!(kept(&text)[1].starts_with("The shares closed"));
    }

    #[test]
    fn menus_are_ignored() {
        let text = format!("Home\nMarkets\nAcme Live\nOpinion\nLog in\n\n{LEAD}");
        assert_eq!(kept(&text), [LEAD]);
    }

    #[test]
    fn credits_are_cut_out_of_paragraphs() {
        let text =
            "Acme rose [nL4N2W431E] on Monday. Its rival fell. (Reporting by A B; Editing by C D) ((a.b@example.com;))";
        assert_eq!(kept(text), ["Acme rose", "on Monday. Its rival fell."]);
        let text = "Acme rose. This is not investment advice. Its rival fell.";
        assert_eq!(kept(text), ["Acme rose.", "Its rival fell."]);
    }

    #[test]
    fn nothing_but_furniture_is_read() {
        for text in ["Subscribe now", "Skip to content\nLog in", "Acme rises 3%", "By Jane Roe", "(Reporting by A B)"] {
            assert!(whole(text).ignored.is_empty(), "{text}");
            assert!(!kept(text).is_empty());
        }
        assert_eq!(kept(" \n\u{feff}\n"), [""; 0]);
    }

    #[test]
    fn repeated_paragraphs_count_once() {
        let text = format!("{LEAD}\n\nShort line.\n\n{}\n\nShort line.", LEAD.to_uppercase().replace(' ', "  "));
        assert_eq!(whole(&text).ignored.iter().map(|i| i.1).collect::<Vec<_>>(), [Reason::Duplicate]);
        assert!(clean(&text, Span::new(0, text.len()), true, &|_| false).ignored.is_empty());
    }

    #[test]
    fn headings_are_marked() {
        let text = format!("Outlook for the year\n\n{LEAD}\n\n• Sales rose\n\nAcme rose");
        let headings: Vec<_> = whole(&text).blocks.iter().map(|block| block.heading).collect();
        assert_eq!(headings, [true, false, false, false]);
    }

    proptest! {
        #[test]
        fn blocks_and_ignored_cover_the_body(
            lines in prop::collection::vec(
                prop_oneof![
                    "\\PC{0,40}",
                    "[ -~\u{a0}\r\n•©“(\\[]{0,60}",
                    Just(LEAD.to_owned()),
                    Just("Read more".to_owned()),
                    Just("About Acme".to_owned()),
                    Just("We rose. (Reporting by A B) This is not investment advice. It fell".to_owned()),
                ],
                0..12,
            ),
            end in prop::sample::select(vec!["\n", "\n\n", "\r\n", " ", "\u{2028}"]),
        ) {
            let text = lines.join(end);
            let Clean { blocks, ignored } = whole(&text);
            prop_assert!(blocks.is_sorted_by(|a, b| a.span.end <= b.span.start));
            prop_assert!(ignored.is_sorted_by(|a, b| a.0.end <= b.0.start));
            let mut spans: Vec<_> = blocks.iter().map(|b| b.span).chain(ignored.iter().map(|i| i.0)).collect();
            spans.sort();
            let mut at = 0;
            for span in spans {
                prop_assert!(!span.is_empty() && at <= span.start as usize);
                let gap = lines::trim(&text, Span::new(at, span.start as usize)).of(&text);
                prop_assert!(lines::bullet(gap) == gap.len(), "{:?} is lost", gap);
                at = span.end as usize;
            }
            prop_assert!(lines::trim(&text, Span::new(at, text.len())).is_empty());
            let word = |s: &str| s.contains(char::is_alphanumeric);
            prop_assert_eq!(word(&text), blocks.iter().any(|b| word(b.span.of(&text))));
        }
    }
}
