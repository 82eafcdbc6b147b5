//! Contributions gathered into phrases: few enough to read, enough to be the arithmetic of the score.

use super::punctuation::{is_mark, of_one_figure, parts_clauses};
use crate::text::Span;

/// What one sentence adds to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Index of the sentence.
    pub sentence: usize,
    /// The sentence's weight in the score.
    pub weight: f64,
    /// The signed share of the score of each of its words, in points of score.
    pub contributions: Vec<f64>,
}

/// A score taken apart: the document's, or an entity's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// Ascending by sentence.
    pub parts: Vec<Part>,
}

impl Run {
    /// The score: the sum of all contributions.
    pub fn score(&self) -> f64 {
        self.all().sum()
    }

    fn all(&self) -> impl Iterator<Item = f64> {
        self.parts.iter().flat_map(|p| &p.contributions).copied()
    }

    /// For good and for bad, the least size of a contribution that belongs to the few that make up `coverage` of that side.
    /// The sides are covered apart: few strong words of one must not hide the other of mixed news.
    fn thresholds(&self, coverage: f64) -> [f64; 2] {
        [1.0, -1.0].map(|sign| {
            let mut sizes: Vec<f64> = self.all().map(|c| c * sign).filter(|&c| c > 0.0).collect();
            sizes.sort_unstable_by(|a, b| b.total_cmp(a));
            let mut left = coverage * sizes.iter().sum::<f64>();
            let reached = sizes.iter().find(|&&size| {
                left -= size;
                left <= 0.0
            });
            reached.or(sizes.last()).copied().unwrap_or(f64::INFINITY)
        })
    }
}

/// Words that stand together and pull together.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Index of the sentence.
    pub sentence: usize,
    /// First and one past the last word of the sentence.
    pub words: std::ops::Range<usize>,
    /// The runs that it matters to, by index, and its share of each one's score.
    pub weights: Vec<(usize, f64)>,
}

/// Where a score is at least this far from 0, what the phrases leave over is bounded by [`MOST_REST`].
pub const LEAST_SCORE: f64 = 0.10;
/// The largest |rest|, as a share of the sizes of the phrases' weights together.
pub const MOST_REST: f64 = 0.15;

/// How much of the contributions of each side, good and bad, the phrases cover, and how far a phrase must move its sentence's
/// score to be shown; tried in turn until what they leave over is small enough. The first reads best; the last leaves
/// nothing over.
const LEVELS: [(f64, f64); 6] = [(0.50, 0.08), (0.65, 0.04), (0.75, 0.02), (0.85, 0.0), (0.95, 0.0), (1.0, 0.0)];
/// The longest run of weak words that a phrase may bridge.
const BRIDGE: usize = 2;

/// The phrases of all `runs` together, ascending and without overlap. `lines` holds the words of each sentence in `text`.
pub fn phrases(text: &str, lines: &[Vec<Span>], runs: &[Run]) -> Vec<Phrase> {
    let mut sentences: Vec<Vec<(usize, &Part)>> = vec![vec![]; lines.len()];
    for (r, run) in runs.iter().enumerate() {
        for part in &run.parts {
            sentences[part.sentence].push((r, part));
        }
    }
    // Each run widens its own coverage until its rest is small, so that one awkward entity does not shred the document.
    let mut levels = vec![0; runs.len()];
    loop {
        let thresholds: Vec<[f64; 2]> = runs.iter().zip(&levels).map(|(r, &l)| r.thresholds(LEVELS[l].0)).collect();
        let floors: Vec<f64> = levels.iter().map(|&l| LEVELS[l].1).collect();
        let mut found = vec![];
        for (sentence, parts) in sentences.iter().enumerate() {
            let readable = parts.iter().all(|(r, _)| levels[*r] + 1 < LEVELS.len());
            let mut all = vec![];
            gather(text, sentence, &lines[sentence], parts, &thresholds, readable, &mut all);
            found.extend(all.into_iter().filter(|phrase| moves(phrase, parts, &floors)));
        }
        let mut wider = false;
        for (level, little) in levels.iter_mut().zip(leave_little(runs, &found)) {
            if !little && *level + 1 < LEVELS.len() {
                *level += 1;
                wider = true;
            }
        }
        if !wider {
            return without_the_idle(runs, &sentences, found);
        }
    }
}

/// Leaves out, the least first, the phrases that hardly move their sentence, as long as what is left over stays small.
fn without_the_idle(runs: &[Run], sentences: &[Vec<(usize, &Part)>], mut found: Vec<Phrase>) -> Vec<Phrase> {
    let scores: Vec<f64> = runs.iter().map(Run::score).collect();
    let mut sums = sums(runs.len(), &found);
    let floors = vec![LEVELS[0].1; runs.len()];
    let size = |p: &Phrase| p.weights.iter().map(|w| w.1.abs()).fold(0.0, f64::max);
    let mut idle: Vec<usize> =
        (0..found.len()).filter(|&i| !moves(&found[i], &sentences[found[i].sentence], &floors)).collect();
    idle.sort_by(|&a, &b| size(&found[a]).total_cmp(&size(&found[b])));
    let mut out = vec![false; found.len()];
    for i in idle {
        let less = |&(r, w): &(usize, f64)| (r, sums[r].0 - w, sums[r].1 - w.abs());
        if found[i].weights.iter().map(less).all(|(r, sum, size)| is_little(scores[r], sum, size)) {
            for &(r, w) in &found[i].weights {
                sums[r] = (sums[r].0 - w, sums[r].1 - w.abs());
            }
            out[i] = true;
        }
    }
    let mut out = out.into_iter();
    found.retain(|_| out.next() == Some(false));
    found
}

/// For each of so many runs, the sum of the phrases' weights and the sum of their sizes.
fn sums(runs: usize, phrases: &[Phrase]) -> Vec<(f64, f64)> {
    let mut sums = vec![(0.0, 0.0); runs];
    for &(r, w) in phrases.iter().flat_map(|p| &p.weights) {
        sums[r].0 += w;
        sums[r].1 += w.abs();
    }
    sums
}

/// Whether what phrases of this `sum` and `size` leave over of a score is within the bound.
fn is_little(score: f64, sum: f64, size: f64) -> bool {
    // A little inside the bounds, for the report rounds.
    score.abs() < LEAST_SCORE - 1e-3 || (score - sum).abs() <= MOST_REST * size - 2e-3
}

/// Whether a phrase moves the sentence's score in any run at least as far as the run's floor.
fn moves(phrase: &Phrase, parts: &[(usize, &Part)], floors: &[f64]) -> bool {
    let least = |run: usize| parts.iter().find(|p| p.0 == run).map_or(0.0, |p| floors[run] * p.1.weight);
    phrase.weights.iter().any(|&(run, weight)| weight.abs() >= least(run))
}

/// For each run, whether what the phrases leave over of it is within the bound.
fn leave_little(runs: &[Run], phrases: &[Phrase]) -> Vec<bool> {
    runs.iter().zip(sums(runs.len(), phrases)).map(|(run, (sum, size))| is_little(run.score(), sum, size)).collect()
}

/// The phrases of one sentence.
fn gather(
    text: &str,
    sentence: usize,
    words: &[Span],
    parts: &[(usize, &Part)],
    thresholds: &[[f64; 2]],
    readable: bool,
    out: &mut Vec<Phrase>,
) {
    let strong = |(r, part): &(usize, &Part), i: usize| {
        let c = part.contributions[i];
        c != 0.0 && c.abs() >= thresholds[*r][usize::from(c < 0.0)]
    };
    // A full stop or quotation mark is nothing to show, unless nothing may be left over; between shown words it counts.
    let shown = |i: usize| !readable || !is_mark(text, words, i);
    let chosen: Vec<bool> = (0..words.len()).map(|i| parts.iter().any(|p| strong(p, i)) && shown(i)).collect();
    // Which way word `j` pulls each run: 1, -1, or 0 where it is weak.
    let pull = |p: &(usize, &Part), j: usize| if strong(p, j) { p.1.contributions[j].signum() } else { 0.0 };
    // The same of the phrase so far.
    let mut pulls = vec![0.0; parts.len()];
    let mut i = 0;
    while i < words.len() {
        if !chosen[i] {
            i += 1;
            continue;
        }
        pulls.iter_mut().zip(parts).for_each(|(pulled, p)| *pulled = pull(p, i));
        let mut last = i;
        let mut j = i + 1;
        while j < words.len() && j - last <= if readable { BRIDGE + 1 } else { 1 } {
            if readable && parts_clauses(words[j].of(text)) {
                break;
            }
            if chosen[j] {
                if pulls.iter().zip(parts).any(|(pulled, p)| pulled * pull(p, j) < 0.0) {
                    break;
                }
                pulls.iter_mut().zip(parts).filter(|(_, p)| strong(p, j)).for_each(|(pulled, p)| *pulled = pull(p, j));
                last = j;
            }
            j += 1;
        }
        let mut range = i..last + 1;
        if readable {
            let free = out.last().filter(|p| p.sentence == sentence).map_or(0, |p| p.words.end);
            while range.start > free && of_one_figure(text, words, range.start) {
                range.start -= 1;
            }
            while range.end < words.len() && !chosen[range.end] && of_one_figure(text, words, range.end) {
                range.end += 1;
            }
        }
        i = range.end;
        let weights = parts.iter().map(|(r, p)| (*r, p.contributions[range.clone()].iter().sum::<f64>()));
        let weights = weights.filter(|w| w.1 != 0.0).collect();
        out.push(Phrase { sentence, words: range, weights });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    fn of(text: &str, runs: &[Vec<f64>]) -> Vec<(String, Vec<(usize, f64)>)> {
        let mut tokens = vec![];
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let line: Vec<Span> = tokens.iter().map(|t| t.span).collect();
        let runs: Vec<Run> = runs
            .iter()
            .map(|c| Run { parts: vec![Part { sentence: 0, weight: 1.0, contributions: c.clone() }] })
            .collect();
        phrases(text, std::slice::from_ref(&line), &runs)
            .into_iter()
            .map(|p| (line[p.words.start].join(line[p.words.end - 1]).of(text).to_owned(), p.weights))
            .collect()
    }

    #[test]
    fn joins_what_pulls_together_and_parts_what_does_not() {
        let found = of("Net loss of Acme narrowed but costs rose", &[vec![0.2, 0.2, 0.0, 0.0, 0.3, 0.0, -0.2, -0.2]]);
        let texts: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
        assert_eq!(texts, ["Net loss of Acme narrowed", "costs rose"]);
        assert!((found[0].1[0].1 - 0.7).abs() < 1e-12);
    }

    #[test]
    fn a_figure_is_kept_whole_and_a_quotation_mark_out() {
        let words = "“Quarterly operating profit at the unit fell again from ¥52bn";
        let found = of(words, &[[vec![0.2; 11], vec![0.0, 0.0]].concat()]);
        assert_eq!(found[0].0, words.trim_start_matches('“'));
        let found = of("by 5% more", &[vec![0.0, 0.0, 0.3, 0.3]]);
        assert_eq!(found[0].0, "5% more");
    }

    #[test]
    fn opposed_runs_part_a_phrase() {
        let found = of("Acme won Bolt lost", &[vec![0.0, 0.4, 0.0, 0.3], vec![0.0, 0.4, 0.0, -0.4]]);
        assert_eq!(found.iter().map(|f| f.0.as_str()).collect::<Vec<_>>(), ["won", "lost"]);
    }

    #[test]
    fn a_run_is_not_opposed_by_a_word_far_behind_either() {
        let found = of("a b c d e f", &[vec![0.3; 6], vec![0.3, 0.0, 0.0, 0.0, 0.0, -0.3]]);
        assert_eq!(found.iter().map(|f| f.0.as_str()).collect::<Vec<_>>(), ["a b c d e", "f"]);
    }

    #[test]
    fn many_weak_words_are_all_shown_rather_than_left_over() {
        let words = "a b c d e f g h i j k l m n o p q r s t";
        // Two strong words that cancel out are half of all sizes, and none of the score.
        let found = of(words, &[[vec![0.2, -0.2], vec![0.02; 18]].concat()]);
        let (sum, size) = found.iter().map(|f| f.1[0].1).fold((0.0, 0.0), |(s, a), w| (s + w, a + w.abs()));
        assert!((sum - 0.36).abs() <= MOST_REST * size, "{sum} of {size}");
    }
}
