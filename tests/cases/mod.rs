//! The articles that every host must read alike: one folder each, the text in `article.txt` and in `report.json` what the
//! native engine says of it, with UTF-16 spans. Embedded, for a browser has no files; the list is checked in contract.rs.

/// An article with its report.
#[derive(Debug)]
pub(crate) struct Case {
    /// The folder.
    pub(crate) name: &'static str,
    /// The text.
    pub(crate) article: &'static str,
    /// The report as JSON.
    pub(crate) report: &'static str,
}

macro_rules! cases {
    ($($name:literal),* $(,)?) => {
        &[$(Case {
            name: $name,
            article: include_str!(concat!($name, "/article.txt")),
            report: include_str!(concat!($name, "/report.json")),
        }),*]
    };
}

/// Every folder beside this file.
pub(crate) const CASES: &[Case] = cases!["earnings", "pasted", "researcher"];
