//! How much of an article concerns an entity.

use super::Line;

/// How much a sentence counts for relevance: the title most, then the lead.
fn prominence(line: &Line) -> f64 {
    match line {
        Line { title: true, .. } => 4.0,
        Line { place: 0, .. } => 3.0,
        Line { place: 1..=3, .. } => 1.5,
        _ => 1.0,
    }
}

/// The relevance, in [0, 1], of an entity that is named in the sentences `named` (ascending indices into `lines`): the root
/// of the share of all sentences' prominence that these have. The root, because even the main subject of an article
/// stands by name in a part of its sentences only.
pub fn relevance(lines: &[Line], named: &[usize]) -> f64 {
    let all: f64 = lines.iter().map(prominence).sum();
    let own: f64 = named.iter().map(|&i| prominence(&lines[i])).sum();
    if all > 0.0 { (own / all).sqrt() } else { 0.0 }
}

/// Which of the entities, each given by the sentences that name it, the article is about: the most relevant one, the first
/// of equals.
pub fn main_subject(lines: &[Line], named: &[Vec<usize>]) -> Option<usize> {
    let own = |n: &[usize]| -> f64 { n.iter().map(|&i| prominence(&lines[i])).sum() };
    let mut best: Option<(usize, f64)> = None;
    for (i, sentences) in named.iter().enumerate() {
        let sum = own(sentences);
        if sum > best.map_or(0.0, |b| b.1) {
            best = Some((i, sum));
        }
    }
    best.map(|b| b.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_lead_count_more() {
        let mut lines = vec![Line { title: true, ..Line::default() }];
        lines.extend((0..6).map(|place| Line { place, ..Line::default() }));
        assert!(relevance(&lines, &[0]) > relevance(&lines, &[1]));
        assert!(relevance(&lines, &[1]) > relevance(&lines, &[6]));
        assert_eq!(relevance(&lines, &[0, 1, 2, 3, 4, 5, 6]), 1.0);
        assert_eq!(main_subject(&lines, &[vec![4, 5], vec![0], vec![]]), Some(1));
        assert_eq!(main_subject(&lines, &[]), None);
    }
}
