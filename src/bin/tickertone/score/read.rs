//! Articles from files: text as it is, web pages by what Readability takes for the article.

use crate::hint_if_typed;
use anyhow::{Result, anyhow, bail};
use dom_smoothie::{Config, Readability, TextMode};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use tickertone::MAX_BYTES;

/// The largest file that is read: a web page may hold far more than its article.
const MAX_FILE: usize = 8 * MAX_BYTES;

/// What is to be read.
#[derive(Debug)]
pub(super) struct Source {
    /// A web page's title.
    pub(super) title: Option<String>,
    pub(super) text: String,
}

/// The files that are meant: what is there under its very name, or else all that a pattern fits, in order.
pub(super) fn files(pattern: &Path) -> Result<Vec<PathBuf>> {
    let is_pattern = |p: &str| p.contains(['*', '?', '[']);
    let Some(text) = pattern.to_str().filter(|p| is_pattern(p) && !pattern.exists()) else {
        return Ok(vec![pattern.into()]);
    };
    let found: Vec<PathBuf> = glob::glob(text)?.collect::<Result<_, _>>()?;
    let found: Vec<PathBuf> = found.into_iter().filter(|p| p.is_file()).collect();
    if found.is_empty() {
        bail!("no file fits this pattern");
    }
    Ok(found)
}

/// Reads a file, or standard input for `-`.
pub(super) fn read(file: &Path) -> Result<Source> {
    let text = if is_stdin(file) {
        hint_if_typed();
        text(io::stdin().lock())?
    } else {
        text(File::open(file)?)?
    };
    if is_page(file, &text) { article(&text) } else { Ok(Source { title: None, text }) }
}

fn text(input: impl Read) -> Result<String> {
    // One byte more than is allowed shows that there is too much, without holding it all.
    let mut bytes = Vec::new();
    input.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_FILE {
        bail!("longer than {MAX_FILE} bytes (32 MiB), the most that is read: split it into articles");
    }
    // UTF-16 of plain English is valid UTF-8, full of NUL.
    if let Some(at) = bytes.iter().position(|&b| b == 0) {
        bail!("not a text: NUL at byte {at}, so it is binary or UTF-16; convert it to UTF-8");
    }
    String::from_utf8(bytes)
        .map_err(|e| anyhow!("not UTF-8 at byte {}; convert it first", e.utf8_error().valid_up_to()))
}

/// Whether it is a web page: by the file's name, or by how it begins.
fn is_page(file: &Path, text: &str) -> bool {
    let named = file.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
    let beginning: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(14).collect();
    let beginning = beginning.to_ascii_lowercase();
    matches!(named.as_deref(), Some("html" | "htm" | "xhtml"))
        || beginning.starts_with("<!doctype html")
        || beginning.starts_with("<html")
}

/// The article of a web page.
fn article(html: &str) -> Result<Source> {
    let formatted = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let article = Readability::new(html, None, Some(formatted)).and_then(|mut page| page.parse());
    let article =
        article.map_err(|e| anyhow!("no article found in this web page ({e}): save its text and read that"))?;
    Ok(Source { title: Some(article.title).filter(|t| !t.is_empty()), text: article.text_content.to_string() })
}

pub(super) fn is_stdin(file: &Path) -> bool {
    file == Path::new("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(bytes: &[u8]) -> String {
        format!("{:#}", text(bytes).unwrap_err())
    }

    #[test]
    fn text_is_taken_as_it_is() {
        assert_eq!(text("\u{feff}Ünder\r\n".as_bytes()).unwrap(), "\u{feff}Ünder\r\n");
        assert_eq!(text(&b""[..]).unwrap(), "");
    }

    #[test]
    fn errors_name_the_byte() {
        assert!(error(b"profit \xff rose").contains("at byte 7"));
        assert!(error(b"p\0r\0").contains("byte 1"));
    }

    #[test]
    fn an_endless_input_ends() {
        assert!(format!("{:#}", text(std::io::repeat(b'a')).unwrap_err()).contains("32 MiB"));
    }

    #[test]
    fn web_pages_are_told_by_name_or_beginning() {
        assert!(is_page(Path::new("a.HTML"), "Profit rose."));
        assert!(is_page(Path::new("-"), "\n<!DOCTYPE html><p>Profit rose."));
        assert!(is_page(Path::new("a"), "<html lang=en>"));
        assert!(!is_page(Path::new("a.txt"), "<3 html"));
    }
}
