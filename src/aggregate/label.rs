//! Scores in words and in chances: the one table of thresholds.

use serde::{Deserialize, Serialize};

/// How good or bad, in words.
///
/// ```
/// use tickertone::Label;
///
/// assert!(Label::StronglyNegative < Label::MildlyPositive);
/// assert_eq!(serde_json::to_string(&Label::StronglyNegative)?, r#""strongly negative""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Label {
    /// Score of -0.60 or less.
    #[serde(rename = "strongly negative")]
    StronglyNegative,
    /// Above -0.60 to -0.30.
    #[serde(rename = "moderately negative")]
    ModeratelyNegative,
    /// Above -0.30 to -0.10.
    #[serde(rename = "mildly negative")]
    MildlyNegative,
    /// Between -0.10 and 0.10.
    #[serde(rename = "neutral")]
    Neutral,
    /// From 0.10.
    #[serde(rename = "mildly positive")]
    MildlyPositive,
    /// From 0.30.
    #[serde(rename = "moderately positive")]
    ModeratelyPositive,
    /// From 0.60.
    #[serde(rename = "strongly positive")]
    StronglyPositive,
}

/// The chances of the three classes; they sum to 1.
///
/// ```
/// let p = tickertone::Analyzer::new().analyze("Profit plunged.")?.probabilities;
/// assert!(p.negative > p.neutral && p.negative > p.positive);
/// assert!((p.negative + p.neutral + p.positive - 1.0).abs() < 1e-3);
/// # Ok::<(), tickertone::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Probabilities {
    /// Bad news.
    pub negative: f64,
    /// Neither.
    pub neutral: f64,
    /// Good news.
    pub positive: f64,
}

/// The sizes of a score from which it is mildly, moderately and strongly good or bad; below the first it is neutral.
///
/// ```
/// use tickertone::report::{Label, THRESHOLDS};
///
/// assert_eq!(Label::of(THRESHOLDS[1]), Label::ModeratelyPositive);
/// ```
pub const THRESHOLDS: [f64; 3] = [0.10, 0.30, 0.60];

impl Label {
    /// The label of a score in [-1, 1].
    ///
    /// ```
    /// use tickertone::Label;
    ///
    /// assert_eq!(Label::of(0.2), Label::MildlyPositive);
    /// assert!(Label::of(-0.2) < Label::Neutral);
    /// ```
    pub fn of(score: f64) -> Self {
        let step = THRESHOLDS.iter().filter(|&&t| score.abs() >= t).count();
        match (score < 0.0, step) {
            (_, 0) => Label::Neutral,
            (true, 1) => Label::MildlyNegative,
            (true, 2) => Label::ModeratelyNegative,
            (true, _) => Label::StronglyNegative,
            (false, 1) => Label::MildlyPositive,
            (false, 2) => Label::ModeratelyPositive,
            (false, _) => Label::StronglyPositive,
        }
    }
}

/// The name that Alpha Vantage's NEWS_SENTIMENT gives to a score: thresholds at ±0.15 and ±0.35.
///
/// ```
/// assert_eq!(tickertone::report::alpha_vantage(0.2), "Somewhat-Bullish");
/// ```
pub fn alpha_vantage(score: f64) -> &'static str {
    match score {
        s if s <= -0.35 => "Bearish",
        s if s <= -0.15 => "Somewhat-Bearish",
        s if s < 0.15 => "Neutral",
        s if s < 0.35 => "Somewhat-Bullish",
        _ => "Bullish",
    }
}

impl Probabilities {
    /// softmax(k(-s - 0.1), 0, k(s - 0.1)) with k = sharpness / (|s| + softness): neutral is the most probable exactly where
    /// the label says so. With one k for all scores, what is sure of neutral would be sure of everything else.
    ///
    /// ```
    /// let p = tickertone::report::Probabilities::of(0.5, [3.0, 0.15]);
    /// assert!(p.positive > p.neutral && p.neutral > p.negative);
    /// ```
    pub fn of(score: f64, [sharpness, softness]: [f64; 2]) -> Self {
        let k = sharpness / (score.abs() + softness);
        let logits = [k * (-score - THRESHOLDS[0]), 0.0, k * (score - THRESHOLDS[0])];
        // Less the largest, so that no k is too large for exp.
        let most = logits.into_iter().fold(f64::MIN, f64::max);
        let [negative, neutral, positive] = logits.map(|l| libm::exp(l - most));
        let total = negative + neutral + positive;
        Self { negative: negative / total, neutral: neutral / total, positive: positive / total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn label_and_probabilities_never_disagree() {
        for i in -1000..=1000 {
            let score = f64::from(i) / 1000.0;
            let p = Probabilities::of(score, [3.0, 0.15]);
            assert!((p.negative + p.neutral + p.positive - 1.0).abs() < 1e-12);
            let most = p.negative.max(p.neutral).max(p.positive);
            match Label::of(score) {
                Label::Neutral => assert_eq!(most, p.neutral, "{score}"),
                l if l > Label::Neutral => assert!(p.positive > p.neutral - 1e-12, "{score}"),
                _ => assert!(p.negative > p.neutral - 1e-12, "{score}"),
            }
        }
    }

    #[test]
    fn thresholds_belong_to_the_stronger_label() {
        for (score, label, name) in [
            (0.0999, Label::Neutral, "Neutral"),
            (0.10, Label::MildlyPositive, "Neutral"),
            (0.20, Label::MildlyPositive, "Somewhat-Bullish"),
            (-0.30, Label::ModeratelyNegative, "Somewhat-Bearish"),
            (-0.60, Label::StronglyNegative, "Bearish"),
            (1.0, Label::StronglyPositive, "Bullish"),
        ] {
            assert_eq!((Label::of(score), alpha_vantage(score)), (label, name), "{score}");
        }
    }
}
