"""Fits the factors of relevance (src/aggregate/relevance.rs) on whole articles whose entities are ranked, and prints them.

    python -m tickertone_training.relevance DATA

It asks the engine's `encode --articles` how each entity that it finds stands in its article. The factors of a logistic
function are fitted to two ends at once: its value (primary 0.9, secondary 0.45, a mention 0.1, what the annotators do not
list 0.05), and that a primary entity comes out on top of its article. Held-out figures first, article by article in five
parts.
"""

import argparse
import json
import math
import random
from pathlib import Path

from . import data, encoding

FOLDS = 5
WORTH = {"primary": 0.9, "secondary": 0.45, "mention": 0.1, None: 0.05}
RANK = 1.0  # how much the order counts beside the value
RIDGE = 0.01
STEPS = 1500
LEGAL = {"inc", "corp", "corporation", "co", "company", "plc", "ltd", "limited", "group", "holdings", "sa", "ag", "nv", "se", "the"}


def words(name: str) -> list[str]:
    all_ = "".join(c.lower() if c.isalnum() else " " for c in name).split()
    return [w for w in all_ if w not in LEGAL] or all_


def same(gold: dict, found: dict) -> bool:
    if gold.get("ticker") and gold["ticker"] == found["ticker"]:
        return True
    a, b = words(gold["name"]), words(found["name"])
    return a == b[: len(a)] or b == a[: len(b)]


def articles(folder: Path) -> list[list[tuple[list[float], str | None]]]:
    rows = data.read(folder / "train/articles.jsonl")
    answers = encoding.stream("--articles", ({"title": r.get("title"), "text": r["text"]} for r in rows))
    out = []
    for row, answer in zip(rows, answers, strict=True):
        gold = row.get("entities") or []
        rank = {name: i for i, name in enumerate(("primary", "secondary", "mention"))}
        items = []
        for found in json.loads(answer)["found"]:
            kinds = [g.get("relevance") for g in gold if same(g, found)]
            items.append((found["presence"], min(kinds, key=lambda k: rank.get(k, 3)) if kinds else None))
        out.append(items)
    return out


def value(factors: list[float], features: list[float]) -> float:
    return sum(f * x for f, x in zip(factors, features))


def logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def gradient(factors: list[float], sets: list) -> list[float]:
    out = [RIDGE * f * (i > 0) for i, f in enumerate(factors)]
    count = sum(map(len, sets)) or 1
    for items in sets:
        values = [value(factors, x) for x, _ in items]
        primary = [kind == "primary" for _, kind in items]
        shares = [math.exp(v - max(values)) for v in values]
        total, top = sum(shares), sum(s for s, p in zip(shares, primary) if p)
        for (x, kind), v, share, p in zip(items, values, shares, primary):
            push = (logistic(v) - WORTH[kind]) / count
            if top:
                push += RANK * (share / total - (share / top if p else 0)) / len(sets)
            for i, xi in enumerate(x):
                out[i] += push * xi
    return out


def fit(sets: list) -> list[float]:
    """Gradient descent with steps of each factor's own length (Adam)."""
    factors = [0.0] * len(sets[0][0][0])
    mean, square = factors[:], factors[:]
    for step in range(1, STEPS + 1):
        for i, g in enumerate(gradient(factors, sets)):
            mean[i] = 0.9 * mean[i] + 0.1 * g
            square[i] = 0.99 * square[i] + 0.01 * g * g
            scale = math.sqrt(square[i] / (1 - 0.99**step)) + 1e-9
            factors[i] -= 0.03 * mean[i] / (1 - 0.9**step) / scale
    return factors


def measure(pairs: list) -> str:
    """`pairs`: factors and the articles to judge by them."""
    tops, errors = [], []
    for factors, sets in pairs:
        for items in sets:
            errors += [abs(logistic(value(factors, x)) - WORTH[kind]) for x, kind in items]
            if any(kind == "primary" for _, kind in items):
                tops.append(max(items, key=lambda i: value(factors, i[0]))[1] == "primary")
    return f"on top {sum(tops) / len(tops):.3f} of {len(tops)}, mean error {sum(errors) / len(errors):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    encoding.build()
    sets = [items for items in articles(parser.parse_args().data) if items]
    random.Random(1).shuffle(sets)
    parts = [sets[i::FOLDS] for i in range(FOLDS)]
    held_out = [(fit(sum(parts[:i] + parts[i + 1 :], [])), parts[i]) for i in range(FOLDS)]
    print("held out:", measure(held_out))
    factors = fit(sets)
    print("all:     ", measure([(factors, sets)]))
    print("factors: ", [round(f, 2) for f in factors])


if __name__ == "__main__":
    main()
