//! How far to trust the score: whether good and bad news are both present, and the chance that the sign is right.

/// The number of factors that [`confidence`] takes.
pub const FACTORS: usize = 5;

/// How much of what adds up to a score is good news and how much is bad, each in points of score and not negative.
pub fn sides(contributions: impl Iterator<Item = f64>) -> (f64, f64) {
    contributions.fold((0.0, 0.0), |(good, bad), c| if c > 0.0 { (good + c, bad) } else { (good, bad - c) })
}

/// The chance, in [0, 1], that the label's sign is right: a logistic function of [`features`]. 0 where nothing was read.
pub fn confidence(score: f64, positive: f64, negative: f64, words: usize, factors: &[f32; FACTORS]) -> f64 {
    if words == 0 {
        return 0.0;
    }
    let x = features(score, positive, negative, words);
    let z: f32 = x.iter().zip(factors).map(|(x, w)| x * w).sum();
    f64::from(1.0 / (1.0 + libm::expf(-z)))
}

/// The features of [`confidence`]: 1, |score|, its distance from the threshold of neutral (0.1) up to 0.3, the one-sidedness
/// in [0, 1] of good and bad news ([`sides`]), and the logarithm of the words read, per 10 to the power of e.
pub fn features(score: f64, positive: f64, negative: f64, words: usize) -> [f32; FACTORS] {
    let one_sided = (positive - negative).abs() / (positive + negative).max(1e-9);
    [
        1.0,
        score.abs() as f32,
        (score.abs() - 0.1).abs().min(0.3) as f32,
        one_sided as f32,
        libm::logf(1.0 + words as f32) / 10.0,
    ]
}

/// Whether real good and bad news are both present: the lesser of the two weights is at least `least` points of score and at
/// least `share` of the greater.
pub fn mixed(positive: f64, negative: f64, least: f32, share: f32) -> bool {
    let (less, more) = if positive < negative { (positive, negative) } else { (negative, positive) };
    less >= f64::from(least) && less >= f64::from(share) * more
}
