//! How much of an article concerns an entity.

/// How an entity stands in an article; every number lies in [0, 1].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Presence {
    /// It is named in the title.
    pub title: f32,
    /// It is the title's subject.
    pub headline: f32,
    /// How early the body names it: one over the sentence's number, from 1.
    pub early: f32,
    /// The root of the share of the body's sentences that concern it. The root, because even the main subject of an article
    /// stands in a part of its sentences only.
    pub share: f32,
    /// How often it is named beside the one that is named most often.
    pub times: f32,
    /// The share of its sentences whose subject it is.
    pub subject: f32,
    /// The root of the share of the body's sentences that concern it alone.
    pub alone: f32,
    /// The share of its mentions that say where a speaker works.
    pub source: f32,
    /// It is a commodity or currency: mostly what a company deals in or reports in.
    pub asset: f32,
    /// It is an index, which where it is named much is what the article is about.
    pub index: f32,
}

/// The number of features that [`Presence::features`] gives.
pub const FEATURES: usize = 11;

/// Fitted by `training/tickertone_training/relevance.py` on the training articles.
const FACTORS: [f32; FEATURES] = [-2.78, 0.46, 0.45, 1.67, 0.89, 1.89, 0.52, 0.77, -0.56, -1.03, 1.41];

impl Presence {
    /// What relevance is made of, in the order of the factors.
    pub fn features(&self) -> [f32; FEATURES] {
        let p = self;
        [1.0, p.title, p.headline, p.early, p.share, p.times, p.subject, p.alone, p.source, p.asset, p.index]
    }

    /// The relevance, in [0, 1]: about 1 for what the article is about, 0.5 for another of whom it has news, 0.1 for what it
    /// names in passing.
    pub fn relevance(&self) -> f64 {
        let sum: f32 = self.features().iter().zip(FACTORS).map(|(x, f)| x * f).sum();
        1.0 / (1.0 + libm::exp(-f64::from(sum)))
    }
}

/// Which of the entities the article is about: the most relevant one that any sentence names, the first of equals.
pub fn main_subject(presence: &[Presence], named: &[Vec<usize>]) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (i, presence) in presence.iter().enumerate().filter(|(i, _)| !named[*i].is_empty()) {
        let relevance = presence.relevance();
        if relevance > best.map_or(0.0, |b| b.1) {
            best = Some((i, relevance));
        }
    }
    best.map(|b| b.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_lead_count_more() {
        let passing = Presence { early: 0.1, share: 0.2, times: 0.2, ..Presence::default() };
        let lead = Presence { early: 1.0, ..passing };
        let title = Presence { title: 1.0, headline: 1.0, ..lead };
        let source = Presence { source: 1.0, ..passing };
        assert!(title.relevance() > lead.relevance() && lead.relevance() > passing.relevance());
        assert!(passing.relevance() > source.relevance() && source.relevance() > 0.0);
        assert!(title.relevance() < 1.0);
        assert_eq!(main_subject(&[passing, title, lead], &[vec![1], vec![0], vec![0]]), Some(1));
        assert_eq!(main_subject(&[passing, title], &[vec![1], vec![]]), Some(0));
        assert_eq!(main_subject(&[], &[]), None);
    }
}
