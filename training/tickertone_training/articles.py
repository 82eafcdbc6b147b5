"""Fits the few factors that weigh sentences in a document, on whole articles, and writes them as JSON.

    python -m tickertone_training.articles DATA OUT.json

Run it with the network already built in: it asks the engine's `encode --articles` for the features of every sentence. The
weight of a sentence is e^f / (sum of e^f + 1 for each sentence), f = factors . features (src/aggregate/document.rs).
Single sentences, as articles of one, keep the fit honest about short texts.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from . import data, encoding

FOLDS = 5
DOCUMENT = [2.0, 0.5, 0.4, -0.5, 0.0, 0.0, 0.3, 1.0, 0.0]
ENTITY = [2.0, 0.3, 0.3, -0.5, 0.0, 0.0, 0.0, 1.0, 0.0]
# How strongly each factor is pulled towards where it starts. That of closeness to the start is as good as held: a greater one
# fits no better, and an article repeated would score otherwise than once.
PULL = torch.tensor([0.002, 0.002, 0.5, 0.002, 0.002, 0.002, 0.002, 0.002, 0.002])


def padded(items: list[dict]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    most = max(len(i["scores"]) for i in items)
    width = len(items[0]["features"][0])
    x, s, mask = torch.zeros(len(items), most, width), torch.zeros(len(items), most), torch.zeros(len(items), most)
    for i, item in enumerate(items):
        n = len(item["scores"])
        x[i, :n], s[i, :n], mask[i, :n] = torch.tensor(item["features"]), torch.tensor(item["scores"]), 1
    return x, s, mask


def predict(factors, x, s, mask):
    e = torch.exp((x @ factors).clamp(-20, 20)) * mask
    return (e * s).sum(1) / (e.sum(1) + mask.sum(1))


def fit(items, gold, weight, start):
    x, s, mask = padded(items)
    gold, weight, start = torch.tensor(gold), torch.tensor(weight), torch.tensor(start)
    factors = start.clone().requires_grad_()
    optimiser = torch.optim.LBFGS([factors], max_iter=200, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = (weight * (predict(factors, x, s, mask) - gold).square()).sum() / weight.sum() + (PULL * (factors - start).square()).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return [round(v, 4) for v in factors.tolist()]


def cross_validated(items, gold, weight, start, judged) -> float:
    """Pearson on the judged items, each predicted without its fold."""
    out = np.zeros(len(items))
    for fold in range(FOLDS):
        keep = [i for i in range(len(items)) if i % FOLDS != fold]
        factors = torch.tensor(fit([items[i] for i in keep], [gold[i] for i in keep], [weight[i] for i in keep], start))
        test = [i for i in range(len(items)) if i % FOLDS == fold]
        out[test] = predict(factors, *padded([items[i] for i in test])).numpy()
    return float(np.corrcoef(out[judged], np.array(gold)[judged])[0, 1])


def probabilities(factors, judged: dict[str, list]) -> list[float]:
    """Sharpness and softness of the report's probabilities with which held-out sentences, [(item, class)] of each source, are as often right as it says.

    By the expected calibration error in ten bins (Naeini et al., AAAI 2015), the places of whose edges are averaged over. The
    source that comes off worst decides: the annotators' neutral is harder than the others'.
    """
    scored = {
        source: (predict(torch.tensor(factors), *padded([item for item, _ in some])), torch.tensor([c for _, c in some]))
        for source, some in judged.items()
    }

    def error(sharp, soft, s, gold):
        k = sharp / (s.abs() + soft)
        sure, chosen = torch.softmax(k[:, None] * torch.stack([-s - 0.1, 0 * s, s - 0.1], 1), 1).max(1)
        total = 0.0
        for edge in np.arange(0, 1, 0.1):
            off = torch.zeros(11).index_add(0, (sure * 10 + edge).long().clamp_max(10), sure - (chosen == gold).float())
            total += float(off.abs().sum()) / len(gold) / 10
        return total

    errors = lambda sharp, soft: [error(sharp, soft, *some) for some in scored.values()]
    best = min((max(errors(sharp, soft)), sharp, soft) for sharp in np.arange(1, 6, 0.1) for soft in np.arange(0.05, 0.6, 0.025))[1:]
    shown = ", ".join(f"{source} {e:.3f} of {len(gold)}" for (source, (_, gold)), e in zip(scored.items(), errors(*best)))
    print(f"probabilities: expected calibration error of held-out sentences: {shown}")
    return [round(float(v), 3) for v in best]


def logistic(x: np.ndarray, y: np.ndarray, ridge=0.01) -> list[float]:
    x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)
    w = torch.zeros(x.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([w], max_iter=300, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ w, y) + ridge * w[1:].square().mean()
        loss.backward()
        return loss

    optimiser.step(closure)
    return [round(v, 4) for v in w.tolist()]


def sides(factors, item) -> tuple[float, float]:
    """How much of what adds up to an article's score is good news, and how much bad."""
    x, _, mask = padded([item])
    e = torch.exp((x @ torch.tensor(factors)).clamp(-20, 20))[0]
    good, bad = (e @ torch.tensor(item["sides"]) / (e.sum() + mask.sum())).tolist()
    return good, bad


def mixed_from(articles: np.ndarray) -> list[float]:
    """From which lesser weight and which share of the greater on an article is called mixed. `articles`: both, and whether it is.

    Precision and recall count the same, and the lesser decides; on average with the neighbouring choices, as the mixed articles
    are few.
    """
    weight, share, is_mixed = articles[:, 0], articles[:, 1], articles[:, 2] > 0
    weights, shares = np.arange(1, 21) / 100, np.arange(1, 20) / 20
    lesser = np.zeros((len(weights), len(shares)))
    for i, j in np.ndindex(lesser.shape):
        called = (weight >= weights[i]) & (share >= shares[j])
        hit = (called & is_mixed).sum()
        lesser[i, j] = min(hit / max(1, called.sum()), hit / is_mixed.sum())
    padded = np.pad(lesser, 2)
    smooth = sum(padded[i : i + lesser.shape[0], j : j + lesser.shape[1]] for i, j in np.ndindex(5, 5)) / 25
    i, j = np.unravel_index(smooth.argmax(), smooth.shape)
    print(f"mixed: the lesser of precision and recall {lesser[i, j]:.3f} on the articles it is chosen on (best {lesser.max():.3f}), at least {weights[i]} and {shares[j]} of the greater")
    return [float(weights[i]), float(shares[j])]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("out", type=Path)
    a = ap.parse_args()
    encoding.build()
    articles = data.read(a.data / "train" / "articles.jsonl")
    _, everything = data.split(data.load(a.data / "train", encoding.ROOT / "training" / "authored"))
    held = [s for s in everything if s.source == "annotated" and s.judgements[0].target is None]
    names = [[e["name"] for e in r.get("entities") or []] for r in articles]
    rows = [{"text": r["text"], "title": r.get("title"), "targets": n} for r, n in zip(articles, names)]
    rows += [{"text": s.text} for s in held]
    others = [s for s in everything if s.source in ("sentfin", "twitter") and s.judgements[0].target is None]
    rows += [{"text": s.text} for s in others]
    read = [json.loads(line) for line in encoding.stream("--articles", rows)]
    singles: dict[str, list] = {}
    for s, r in zip(held + others, read[len(articles) :]):
        if r["scores"]:
            singles.setdefault(s.source, []).append((r, int(np.argmax(s.judgements[0].probabilities))))
    read = read[: len(articles) + len(held)]

    gold = [r["score"] for r in articles] + [s.judgements[0].score for s in held]
    n = len(articles)
    weight = [1.0] * n + [0.25 * n / len(held)] * len(held)
    usable = [i for i, r in enumerate(read) if r["scores"]]
    items = [read[i] for i in usable]
    g, w = [gold[i] for i in usable], [weight[i] for i in usable]
    judged = [k for k, i in enumerate(usable) if i < n]
    print(f"document: Pearson {cross_validated(items, g, w, DOCUMENT, judged):.3f} on {len(judged)} articles, cross-validated")
    document = fit(items, g, w, DOCUMENT)

    own, own_gold = [], []
    for r, article in zip(read, articles):
        for e in article.get("entities") or []:
            found = r["entities"].get(e["name"])
            if found and found["scores"]:
                own.append(found)
                own_gold.append(e["score"])
    ones = [1.0] * len(own)
    print(f"entity: Pearson {cross_validated(own, own_gold, ones, ENTITY, list(range(len(own)))):.3f} on {len(own)} entities, cross-validated")
    entity = fit(own, own_gold, ones, ENTITY)

    # Confidence: is the sign of the label right? Features as in src/aggregate/confidence.rs.
    x, y, mix = [], [], []
    words = [len((rows[i]["text"] + " " + (rows[i].get("title") or "")).split()) for i in usable]
    for k, item in enumerate(items):
        p, q = sides(document, item)
        s = p - q
        x.append([1.0, abs(s), min(abs(abs(s) - 0.1), 0.3), abs(p - q) / max(p + q, 1e-9), np.log1p(words[k]) / 10])
        sign = lambda v: 0 if abs(v) < 0.1 else int(np.sign(v))
        y.append(sign(s) == sign(g[k]))
        if k in set(judged):
            mix.append((min(p, q), min(p, q) / max(p, q, 1e-9), bool(articles[usable[k]].get("mixed"))))
    confidence = logistic(np.array(x), np.array(y))
    probability = 1 / (1 + np.exp(-np.array(x) @ np.array(confidence)))
    print(f"confidence: {np.mean(y):.3f} right, {probability.mean():.3f} claimed; lowest fifth {np.mean(np.array(y)[probability <= np.quantile(probability, .2)]):.3f}, highest {np.mean(np.array(y)[probability >= np.quantile(probability, .8)]):.3f}")

    mixed = mixed_from(np.array(mix))
    out = dict(probabilities=probabilities(document, singles), document=document, entity=entity, confidence=confidence, mixed=mixed)
    a.out.write_text(json.dumps(out) + "\n")
    print(out)


if __name__ == "__main__":
    main()
