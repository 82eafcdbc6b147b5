//! What can be asked besides the text.

use crate::entity::alias::Aliases;
use crate::report::{Span, Unit};

/// What to ask of the engine besides the text.
///
/// ```
/// use tickertone::{Analyzer, Options};
///
/// let options = Options::new().title("Kiwi Robotics lifts its outlook").target("Kiwi Robotics").alias("Kiwi Robotics", "KWI");
/// let report = Analyzer::new().analyze_with("KWI expects sales to grow by a fifth.", &options)?;
/// assert_eq!(report.entities[0].name, "Kiwi Robotics");
/// assert_eq!(report.entities[0].mentions.len(), 2);
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// A title that stands apart from the text.
    pub title: Option<String>,
    /// Names to score besides those that are found. One that stands in the title or the text comes back as an entity of
    /// exactly that name; one that does not is left out.
    pub targets: Vec<String>,
    /// Names to score as well, each with the other names it goes by; what stands under one of those is reported under the
    /// name, and not under its own.
    pub aliases: Aliases,
    /// The unit of the report's spans.
    pub offsets: Unit,
    /// Keep repeated paragraphs instead of ignoring them.
    pub duplicates: bool,
    /// Spans of the text, in the unit of `offsets`, that count whatever they look like: what shares a place with one of
    /// them is never ignored. To read what a report ignored, give the spans of its `ignored`.
    pub keep: Vec<Span>,
}

impl Options {
    /// Nothing asked: no title, no targets, spans in bytes of UTF-8.
    ///
    /// ```
    /// assert!(tickertone::Options::new().targets.is_empty());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// With a title that stands apart from the text.
    ///
    /// ```
    /// let options = tickertone::Options::new().title("Profit soars");
    /// assert_eq!(options.title.as_deref(), Some("Profit soars"));
    /// ```
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// With one more name to score.
    ///
    /// ```
    /// let options = tickertone::Options::new().target("Acme").target("Bolt");
    /// assert_eq!(options.targets, ["Acme", "Bolt"]);
    /// ```
    #[must_use]
    pub fn target(mut self, name: impl Into<String>) -> Self {
        self.targets.push(name.into());
        self
    }

    /// With one more name to score and another that it goes by.
    ///
    /// ```
    /// let options = tickertone::Options::new().alias("Acme", "Acme Holdings").alias("Acme", "ACM");
    /// assert_eq!(options.aliases["Acme"], ["Acme Holdings", "ACM"]);
    /// ```
    #[must_use]
    pub fn alias(mut self, name: impl Into<String>, other: impl Into<String>) -> Self {
        self.aliases.entry(name.into()).or_default().push(other.into());
        self
    }

    /// With the report's spans in this unit.
    ///
    /// ```
    /// let options = tickertone::Options::new().offsets(tickertone::Unit::Utf16);
    /// assert_eq!(options.offsets, tickertone::Unit::Utf16);
    /// ```
    #[must_use]
    pub fn offsets(mut self, unit: Unit) -> Self {
        self.offsets = unit;
        self
    }

    /// With repeated paragraphs kept, or ignored as usual.
    ///
    /// ```
    /// assert!(tickertone::Options::new().duplicates(true).duplicates);
    /// ```
    #[must_use]
    pub fn duplicates(mut self, keep: bool) -> Self {
        self.duplicates = keep;
        self
    }

    /// With spans of the text that count whatever they look like.
    ///
    /// ```
    /// use tickertone::{Analyzer, Options};
    ///
    /// let (analyzer, text) = (Analyzer::new(), "Profit rose.\n\nShare this article");
    /// let ignored = analyzer.analyze(text)?.ignored;
    /// assert_eq!(ignored[0].text, "Share this article");
    /// let options = Options::new().keep(ignored.iter().map(|i| i.span));
    /// assert!(analyzer.analyze_with(text, &options)?.ignored.is_empty());
    /// # Ok::<(), tickertone::Error>(())
    /// ```
    #[must_use]
    pub fn keep(mut self, spans: impl IntoIterator<Item = Span>) -> Self {
        self.keep.extend(spans);
        self
    }
}
