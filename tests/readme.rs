//! The README's lines for the command line, run as they stand.
#![cfg(all(feature = "cli", unix))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn the_command_lines_of_the_readme_run() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("news")).unwrap();
    let paragraph =
        "<p>Acme, which makes anvils, said it beat estimates and raised its outlook, as orders rose again.</p>";
    for (name, content) in [
        ("article.txt", "Acme beat estimates.".to_string()),
        ("articles.jsonl", "{\"id\": 1, \"text\": \"Acme beat estimates.\"}\n".repeat(3)),
        ("articles.csv", "id,body\n1,Acme beat estimates.\n".to_string()),
        ("news/acme.html", format!("<title>Acme</title><article>{}</article>", paragraph.repeat(6))),
    ] {
        fs::write(folder.join(name), content).unwrap();
    }
    let program = Path::new(assert_cmd::cargo::cargo_bin!("tickertone")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let readme = include_str!("../README.md");
    let lines: Vec<&str> = readme.lines().filter(|line| line.starts_with("tickertone ")).collect();
    assert!(lines.len() > 5);
    for line in lines {
        let output = Command::new("bash")
            .args(["-o", "pipefail", "-c", line])
            .current_dir(&folder)
            .env("PATH", &path)
            .output()
            .unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
    for made in ["news.html", "reports.jsonl", "scored.csv", "scored.parquet"] {
        assert!(fs::metadata(folder.join(made)).unwrap().len() > 100, "{made}");
    }
}
