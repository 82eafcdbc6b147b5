//! Words of headlines, of posts and of what is cited.

/// Names that are mostly a place to write in: "wrote on Facebook".
#[rustfmt::skip]
pub(in crate::entity) const PLATFORMS: &[&str] = &[
    "facebook", "instagram", "linkedin", "reddit", "telegram", "tiktok", "twitter", "whatsapp", "youtube",
];

/// What stands before a place to write in.
pub(in crate::entity) const BEFORE_PLATFORM: &[&str] = &["@", "follow", "on", "to", "via"];

/// What stands behind a place to write in.
#[rustfmt::skip]
pub(in crate::entity) const AFTER_PLATFORM: &[&str] = &[
    ":", "account", "accounts", "channel", "channels", "feed", "location", "page", "poll", "post", "posts", "profile",
    "status", "thread", "video", "videos",
];

/// Names that are mostly a source of figures.
pub(in crate::entity) const VENDORS: &[&str] =
    &["adp", "bloomberg", "factset", "lseg", "morningstar", "refinitiv", "thomson"];

/// What stands behind a source of figures.
#[rustfmt::skip]
pub(in crate::entity) const AFTER_VENDOR: &[&str] = &[
    "analysis", "asset4", "consensus", "data", "dataset", "estimates", "figures", "i", "lipper", "national",
    "pan-asian", "poll", "report", "smartestimate", "starmine", "summit", "survey", "surveys",
];

/// Small words that have a capital in headings only.
#[rustfmt::skip]
pub(in crate::entity) const HEADED: &[&str] = &[
    "after", "amid", "are", "as", "at", "be", "by", "can", "for", "from", "how", "instead", "into", "is",
    "it", "its", "of", "on", "our", "out", "over", "to", "why", "with", "your",
];

/// What headlines say of a company, with a capital behind its name.
#[rustfmt::skip]
pub(in crate::entity) const REPORTED: &[&str] = &[
    "beats", "climb", "drop", "earnings", "eps", "fall", "falls", "jump", "jumps", "misses", "plunge", "q1", "q2", "q3",
    "q4", "rise", "rises", "shares", "sink", "slide", "slides", "slump", "soar", "soars", "stock", "stocks", "surge",
    "surges", "tumble",
];

#[cfg(test)]
pub(super) const ALL: [&[&str]; 7] =
    [PLATFORMS, BEFORE_PLATFORM, AFTER_PLATFORM, VENDORS, AFTER_VENDOR, HEADED, REPORTED];
