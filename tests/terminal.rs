//! No text, title or target can command the terminal that shows its report.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use assert_cmd::Command;

/// Clear the screen, set a link, ring, go back, an 8-bit control sequence, delete, return to the start of the line.
const EVIL: &str = "\u{1b}[2J\u{1b}]8;;http://x\u{7}\u{8}\u{9b}31m\u{85}\u{7f}\r";

#[test]
fn control_characters_are_shown_and_not_sent() {
    let text = format!("Tesla’s profit {EVIL} rose sharply.\n\nBoeing {EVIL} warned.");
    let output = Command::new(assert_cmd::cargo::cargo_bin!("tickertone"))
        .args(["score", "--title", &format!("Sales {EVIL} fell"), "--target", &format!("profit {EVIL} rose"), "-"])
        .env_remove("CLICOLOR_FORCE")
        .write_stdin(text)
        .output()
        .unwrap();
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains("sharply") && printed.contains('\u{fffd}'));
    let sent: Vec<char> = printed.chars().filter(|c| c.is_control() && *c != '\n').collect();
    assert!(sent.is_empty(), "{sent:?} in {printed}");
}
