"""Fits the weights that tell companies the engine's table does not know from other names (src/entity/classifier.rs).

    python -m tickertone_training.names DATA    # writes src/entity/data/classifier.bin

The engine's `encode --names` gives the names that may be companies' and their features; those that overlap an annotated
entity are companies. A logistic function with a ridge is fitted to them. Held-out figures first, text by text in five parts.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from . import data, encoding

OUT = encoding.ROOT / "src/entity/data/classifier.bin"
SLOTS = 65536
SETS = {"annotated": 1.0, "authored": 0.5, "articles": 1.5}  # how much a name of each counts
FOLDS, STRENGTH, SCALE = 5, 0.4, 16
LEAST = 2  # weights of less are left out: a smaller download, hardly less precise
# What is added to the fit, in sixteenths: to the verdict of the engine's rules, which were written for more than annotated texts
# show; and to every name, as a company that is missed weighs as much as a name that is none.
TRUST, LENIENCE = 12, 14


def slot(feature: bytes) -> int:
    """The place of a feature without a word, as `classifier.rs` hashes it (FNV-1a)."""
    value = 0xCBF29CE484222325
    for byte in feature:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value % SLOTS


def places(text: str, name: str) -> list[tuple[int, int]]:
    out, at = [], text.find(name)
    while at >= 0:
        out.append((at, at + len(name)))
        at = text.find(name, at + 1)
    return out


def shares(candidate: dict) -> list[tuple[int, float]]:
    """The features with what they count: those of the document once, those of its places on average."""
    counts = Counter(candidate["features"])
    return [(f, 1.0) for f in candidate["overall"]] + [(f, n / len(candidate["spans"])) for f, n in counts.items()]


def examples(folder: Path) -> list[list[tuple[list[tuple[int, float]], bool, float]]]:
    """The names of each text: features, whether a company's, weight."""
    out = []
    for name, weight in SETS.items():
        rows = data.named_articles(folder) if name == "articles" else data.read(folder / f"train/{name}.jsonl")
        answers = encoding.stream("--names", ({"title": r.get("title"), "text": r["text"]} for r in rows))
        for row, answer in zip(rows, answers, strict=True):
            text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
            gold = [p for e in row.get("entities") or [] for p in places(text, e["name"])]
            is_gold = lambda spans: any(a < d and c < b for a, b in spans for c, d in gold)
            items = [(shares(c), is_gold(c["spans"]), weight) for c in json.loads(answer)]
            if items:
                out.append(items)
    return out


def matrix(items: list) -> csr_matrix:
    """The features of names, a row each."""
    entries = [(f, x, i) for i, (features, *_) in enumerate(items) for f, x in features]
    columns, values, rows = zip(*entries)
    return csr_matrix((values, (rows, columns)), shape=(len(items), SLOTS))


def fit(texts: list) -> np.ndarray:
    items = [item for text in texts for item in text]
    model = LogisticRegression(C=STRENGTH, solver="liblinear", fit_intercept=False, random_state=1)
    model.fit(matrix(items), [c for _, c, _ in items], sample_weight=[w for *_, w in items])
    weights = np.round(SCALE * model.coef_[0])
    weights[abs(weights) < LEAST] = 0
    weights[slot(b"1")] += LENIENCE
    weights[slot(b"C")] += TRUST
    return np.clip(weights, -127, 127).astype(np.int8)


def measure(pairs: list) -> str:
    """`pairs`: weights and the texts to judge by them."""
    judged = []
    for weights, texts in pairs:
        items = [item for text in texts for item in text]
        values = matrix(items) @ weights.astype(float)
        judged += [(v, company, weight) for v, (_, company, weight) in zip(values, items)]
    lines = []
    for least in (-24, -16, -8, 0, 8, 16, 24):
        found = sum(weight for v, _, weight in judged if v > least)
        hit = sum(weight for v, company, weight in judged if v > least and company)
        all_ = sum(weight for _, company, weight in judged if company)
        lines.append(f"above {least / SCALE:+.1f}: precision {hit / found:.3f}, recall {hit / all_:.3f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    encoding.build()
    texts = examples(parser.parse_args().data)
    random.Random(1).shuffle(texts)
    parts = [texts[i::FOLDS] for i in range(FOLDS)]
    print(len(texts), "texts,", sum(c for t in texts for _, c, _ in t), "companies of", sum(map(len, texts)), "names")
    print("held out:\n" + measure([(fit(sum(parts[:i] + parts[i + 1 :], [])), parts[i]) for i in range(FOLDS)]))
    weights = fit(texts)
    print("all:\n" + measure([(weights, texts)]))
    print(sum(w != 0 for w in weights), "weights")
    OUT.write_bytes(weights.tobytes())


if __name__ == "__main__":
    main()
