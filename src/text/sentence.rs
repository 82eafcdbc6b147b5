//! Where sentences begin and end.

use super::Span;

/// Sentences longer than this many bytes are cut at a weaker sign, so that the work a sentence costs is bounded.
pub const LONGEST: usize = 1200;

/// Words before a full stop that never end a sentence, whatever follows: titles and words that want a name or figure.
const NEVER_LAST: &str = "\
    adm approx art brig ca capt cf cmdr col dr e.g eq fig figs fr ft gen gov hon i.e lt maj messrs mr mrs ms mt \
    mx nos pp prof pres rep reps rev sen sens sgt st supt v viz vol vs wm";

/// Abbreviations that may end a sentence: what follows decides. Letters with inner full stops ("U.S", "a.m") count too.
const MAY_BE_LAST: &str = "\
    ag al apr assn aug ave blvd bn bros co corp cos dec dept dist est etc feb fri inc intl jan jr jul jun llc \
    ltd mar mfg mn mon natl nov oct pct ph.d plc pty s.p.a sat sep sept sr sun thu thurs tr tue tues univ wed";

/// Words that, before a full stop and a figure, belong to the figure.
const BEFORE_FIGURE: &str = "c ch item no p para rs sec v jan feb mar apr jun jul aug sep sept oct nov dec";

/// Words that, capitalised, open a sentence far more often than they go on with a name.
const OPENERS: &str = "\
    a about according after all also although among an analysts and another any as at because before both but by \
    despite during each earlier even for from further he her here his how however i if in instead investors it \
    its last later many meanwhile more moreover most my net no not now on once one only other our overall profit \
    revenue sales separately several shares she since so some still such that the their then there these they \
    this those though through to today two under unlike until we what when where whether which while who why \
    with yet you your";

/// Words that go on with a company's name after its exclamation mark ("Yahoo! Inc").
const NAME_PARTS: &str = "co corp corporation group holdings inc japan limited llc ltd plc";

/// Appends the sentences of `block`, ascending, without surrounding white space, to `out`.
///
/// Together they cover all that is not white space. A single line feed is white space; a blank line or a line that
/// begins with a bullet ends the sentence before it, and so does a bullet in running text, for lists lose their line
/// feeds when they are pasted. None is longer than [`LONGEST`] bytes.
pub fn sentences(text: &str, block: Span, out: &mut Vec<Span>) {
    let base = block.start as usize;
    let text = block.of(text);
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let mut end = at + c.len_utf8();
        let ends = if is_terminator(c) {
            // "?!", "...", and the quotes and brackets that close behind them belong to this sentence.
            while let Some((at, c)) = rest.next_if(|&(_, c)| is_terminator(c) || is_closer(c)) {
                end = at + c.len_utf8();
            }
            is_wide(c) || is_end(&text[start..at], &text[at..end], &text[end..])
        } else if c.is_whitespace() {
            while let Some((at, c)) = rest.next_if(|&(_, c)| c.is_whitespace()) {
                end = at + c.len_utf8();
            }
            // White space before a sentence is skipped here, so that no later look at its beginning runs over it.
            at == start || is_blank_line(&text[at..end]) || opens_item(&text[end..])
        } else {
            false
        };
        if ends {
            push(text, start, end, base, out);
            start = end;
        }
    }
    push(text, start, text.len(), base, out);
}

/// Appends `text[start..end]` without its white space, cut where it is too long.
fn push(text: &str, start: usize, end: usize, base: usize, out: &mut Vec<Span>) {
    let mut rest = text[start..end].trim();
    let mut at = base + start + (text[start..end].len() - text[start..end].trim_start().len());
    while !rest.is_empty() {
        let length = if rest.len() > LONGEST { cut(rest) } else { rest.len() };
        out.push(Span::new(at, at + rest[..length].trim_end().len()));
        let next = rest[length..].trim_start();
        at += rest.len() - next.len();
        rest = next;
    }
}

/// Where a sentence that is too long is best cut: behind a semicolon, else a comma, else before white space, else
/// anywhere between two characters.
fn cut(sentence: &str) -> usize {
    let window = &sentence[..floor(sentence, LONGEST)];
    // The first quarter is left alone: a cut there would leave a stump.
    let late = |at: &usize| *at >= LONGEST / 4;
    let behind = |signs: &[char]| window.rmatch_indices(signs).map(|(at, sign)| at + sign.len()).next().filter(late);
    behind(&[';', '；'])
        .or_else(|| behind(&['，', '、']))
        .or_else(|| window.rfind(", ").map(|at| at + 1).filter(late))
        .or_else(|| window.rfind(char::is_whitespace).filter(|&at| at > 0))
        .unwrap_or(window.len())
}

/// Whether a terminator with what closes behind it (`mark`) ends the sentence, between what it holds so far and what
/// follows.
fn is_end(before: &str, mark: &str, after: &str) -> bool {
    if !after.starts_with(char::is_whitespace) {
        return after.is_empty();
    }
    let next = after.trim_start().trim_start_matches(is_opener);
    let quoted = after.trim_start().starts_with(['"', '\'', '“', '‘', '„', '«', '「', '『']);
    let Some(first) = next.chars().next() else { return true };
    let following = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let word = folded(following);
    // "iPhone" and "eBay" are names, not words in lower case.
    let lower = first.is_lowercase() && !next.chars().nth(1).is_some_and(char::is_uppercase);
    if lower || mark == "!" && lists(NAME_PARTS, &word) {
        return false;
    }
    if mark != "." {
        return true;
    }
    let last = last_word(before);
    let abbreviation = folded(last);
    if before == last && last.bytes().all(|b| b.is_ascii_digit()) {
        // The number of a list item: "1. To receive".
        return false;
    }
    if lists(NEVER_LAST, &abbreviation) {
        return false;
    }
    if first.is_ascii_digit() && lists(BEFORE_FIGURE, &abbreviation) {
        return false;
    }
    let initial = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
    if initial || is_dotted(last) || lists(MAY_BE_LAST, &abbreviation) {
        // "E. I. du Pont": an initial follows, not the pronoun.
        let opens = lists(OPENERS, &word) && !next[following.len()..].starts_with('.');
        return quoted || !first.is_alphanumeric() || opens;
    }
    true
}

/// The word at the end of `text`, with its inner full stops; nothing if it is longer than any abbreviation.
fn last_word(text: &str) -> &str {
    let tail = &text[floor(text, text.len().saturating_sub(12))..];
    tail.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or(tail)
}

/// The last character boundary of `text` at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Whether `word` stands in a table of words between single spaces.
fn lists(table: &str, word: &str) -> bool {
    table.split(' ').any(|listed| listed == word)
}

/// A word in lower case; empty for one too long to stand in a table.
fn folded(word: &str) -> String {
    if word.len() > 16 { String::new() } else { word.to_lowercase() }
}

/// Single letters with full stops between them: "U.S", "J.P", "a.m".
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    word.contains('.') && parts.all(|part| part.chars().count() == 1 && part.starts_with(char::is_alphabetic))
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।') || is_wide(c)
}

/// The full stops of scripts that write no space behind them.
fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》')
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '‹' | '(' | '[' | '{' | '「' | '『' | '（')
}

fn is_blank_line(space: &str) -> bool {
    // A pair of carriage return and line feed is one line's end.
    space.matches('\n').count() > 1 || space.contains(['\u{c}', '\u{2029}'])
}

/// Whether a list item begins: a bullet or two asterisks, then a space.
fn opens_item(text: &str) -> bool {
    let item = text.strip_prefix(['•', '▪', '●', '■', '◦', '‣', '►']).or_else(|| text.strip_prefix("**"));
    item.is_some_and(|item| item.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        let mut out = vec![];
        sentences(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn one_sentence() {
        for text in [
            "Apple Inc. said sales rose to $1.2 bn. in the U.S. market.",
            "J.P. Morgan and Goldman Sachs Group Inc. Chief Executive David Solomon met Mr. Smith of St. Louis.",
            "The No. 3 carmaker sold 3.5 million cars by Jan. 5, at 9 a.m. local time, vs. 3.1 million (see Fig. 2).",
            "Shares, e.g. those of E. I. du Pont, fell... but not by much.",
            "“Really?” asked the chairman of Yahoo! Inc. on Monday.",
            "1. To receive the accounts",
            "Growth was slow\nin the first half",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn two_sentences() {
        for (a, b) in [
            ("It sold the unit to Acme Corp.", "The price was not disclosed."),
            ("Sales fell in the U.S.", "In Europe they rose."),
            ("“We won,” he said.", "“Now we pay.”"),
            ("“We are done.”", "He left."),
            ("(It lost money in 2023.)", "This year is better."),
            ("Sales rose 5%.", "Profit fell."),
            ("China slowed.", "Japan did not."),
            ("Will it last?", "Nobody knows!"),
            ("Revenue was $3.1 bn in 2024.", "5,000 jobs go."),
            ("Revenue rose...", "Profit fell."),
            ("It trades at 9 a.m.", "Shares rose."),
            ("It was Plan B.", "The first had failed."),
            ("The phone sold well.", "iPhone sales rose."),
            ("Winners:", "• Acme rose 3%"),
            ("Acme Inc up 3%", "** Foo Corp down 2%"),
            ("First", "Second"),
        ] {
            let between = if a == "First" { "\r\n\r\n" } else { " " };
            assert_eq!(split(&format!("{a}{between}{b}")), [a, b]);
        }
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(
            split("売上高は増えた。利益は減った！「なぜ？」と社長。"),
            ["売上高は増えた。", "利益は減った！", "「なぜ？」", "と社長。"]
        );
    }

    #[test]
    fn long_sentences_are_cut_at_the_weaker_sign() {
        let clause = "the unit lost money in every quarter of the year";
        let text = vec![clause; 60].join("; ");
        assert!(split(&text).iter().all(|s| s.len() <= LONGEST && s.starts_with("the unit")));
        let text = vec![clause; 60].join(", ");
        assert!(split(&text).iter().all(|s| s.len() <= LONGEST && s.starts_with("the unit")));
        let text = "株".repeat(100_000);
        assert!(split(&text).iter().all(|s| s.len() <= LONGEST));
        assert_eq!(split(&text).concat(), text);
    }

    proptest! {
        #[test]
        fn sentences_cover_the_block(text in "(\\PC|[A-Za-z.!?;, \n\r•]){0,300}", skip in 0usize..8) {
            let start = floor(&text, skip.min(text.len()));
            let mut out = vec![];
            sentences(&text, Span::new(start, text.len()), &mut out);
            let mut at = start;
            for s in out {
                prop_assert!(text[at..s.start as usize].trim().is_empty());
                prop_assert!(!s.is_empty() && s.len() <= LONGEST);
                prop_assert_eq!(s.of(&text).trim(), s.of(&text));
                at = s.end as usize;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
