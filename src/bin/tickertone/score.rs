//! `tickertone score`: files in, a report on each out.

use crate::args::{Offsets, Score};
use crate::{complain, hint_if_typed, render};
use anyhow::{Result, anyhow, bail};
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use tickertone::{Analyzer, MAX_BYTES, Options, Unit};

/// Reports on every file; false if one could not be read or scored. Fails only if the output does.
pub(crate) fn run(command: &Score, offsets: Offsets) -> Result<bool> {
    let analyzer = Analyzer::new();
    let options = Options {
        title: command.title.clone(),
        targets: command.targets.clone(),
        // The human report cuts the text by its spans, and Rust cuts by bytes.
        offsets: if command.json { offsets.into() } else { Unit::Utf8 },
        ..Options::default()
    };
    let stdin = [PathBuf::from("-")];
    let files = if command.files.is_empty() { &stdin[..] } else { &command.files };
    let mut all_right = true;
    for (index, file) in files.iter().enumerate() {
        let answer = match answer(&analyzer, file, &options, command.json) {
            Ok(answer) => answer,
            Err(error) => {
                complain(format_args!("{}: {error:#}", name(file)));
                all_right = false;
                continue;
            }
        };
        let mut out = anstream::stdout().lock();
        if files.len() > 1 && !command.json {
            if index > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{}", render::header(&name(file), textwrap::termwidth()))?;
        }
        writeln!(out, "{answer}")?;
    }
    Ok(all_right)
}

/// What is printed on a file.
fn answer(analyzer: &Analyzer, file: &Path, options: &Options, json: bool) -> Result<String> {
    let text = read(file)?;
    let report = analyzer.analyze_with(&text, options)?;
    Ok(if !json {
        render::report(&report, options.title.as_deref(), &text, textwrap::termwidth())
    } else if io::stdout().is_terminal() {
        serde_json::to_string_pretty(&report)?
    } else {
        serde_json::to_string(&report)?
    })
}

/// The text of a file, or of standard input for `-`.
fn read(file: &Path) -> Result<String> {
    if is_stdin(file) {
        hint_if_typed();
        return text(io::stdin().lock());
    }
    text(File::open(file)?)
}

fn text(input: impl Read) -> Result<String> {
    // One byte more than is allowed shows that there is too much, without holding it all.
    let mut bytes = Vec::new();
    input.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES {
        bail!("the text is longer than {MAX_BYTES} bytes (4 MiB), the most that is read: split it into articles");
    }
    // UTF-16 of plain English is valid UTF-8, full of NUL.
    if let Some(at) = bytes.iter().position(|&b| b == 0) {
        bail!("not a text: NUL at byte {at}, so it is binary or UTF-16; convert it to UTF-8");
    }
    String::from_utf8(bytes)
        .map_err(|e| anyhow!("not UTF-8 at byte {}; convert it first", e.utf8_error().valid_up_to()))
}

fn is_stdin(file: &Path) -> bool {
    file == Path::new("-")
}

fn name(file: &Path) -> String {
    if is_stdin(file) { "standard input".into() } else { file.display().to_string() }
}

#[cfg(test)]
mod tests {
    use super::text;

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
        assert!(format!("{:#}", text(std::io::repeat(b'a')).unwrap_err()).contains("4 MiB"));
    }
}
