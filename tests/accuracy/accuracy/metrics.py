"""What is measured of the answers to a labelled set.

A row is a line of a set: `text`, `title`?, and what its readers say: `label` and `score` (whole text), `entities`
(`name`, `label`?, `score`?), `cues` (`text`, `sign`), `doc_label`, `mixed`, `boilerplate`, `phenomenon` and `pair`,
`agree`. An answer is the engine's report with UTF-16 spans; a peer's has `class`, `score`, `label` and `entities` alone.
"""

from collections import defaultdict

import numpy as np
from scipy.stats import pearsonr
from sklearn.metrics import accuracy_score, f1_score

LABELS = ("negative", "neutral", "positive")
STEPS = [f"{s} negative" for s in ("strongly", "moderately", "mildly")] + ["neutral"] + [
    f"{s} positive" for s in ("mildly", "moderately", "strongly")
]


def label(answer: dict) -> str:
    """The most probable class."""
    p = answer.get("probabilities")
    return max(LABELS, key=p.get) if p else answer["class"]


def classes(pairs: list[tuple[str, str]]) -> dict[str, float]:
    gold, got = zip(*pairs)
    return dict(accuracy=accuracy_score(gold, got), macro_f1=f1_score(gold, got, labels=LABELS, average="macro", zero_division=0))


def pearson(pairs) -> float:
    gold, got = zip(*pairs)
    return float(pearsonr(gold, got)[0]) if np.std(got) else 0.0


def calibration(pairs, bins: int = 10) -> list[tuple[int, float, float]]:
    """Of (claimed probability, right or wrong): count, mean claim and share right, in each of equal bins that holds any."""
    out = []
    claimed, right = np.array([c for c, _ in pairs]), np.array([r for _, r in pairs], float)
    place = np.minimum(bins - 1, (claimed * bins).astype(int))
    for b in range(bins):
        if (place == b).any():
            out.append((int((place == b).sum()), float(claimed[place == b].mean()), float(right[place == b].mean())))
    return out


def calibration_error(curve) -> float:
    return sum(n * abs(claimed - right) for n, claimed, right in curve) / sum(n for n, *_ in curve)


def entities(rows, answers) -> dict[str, float]:
    """Each named entity's class and score; those of texts in which one fares well and another badly apart."""
    found, scores, opposed = [], [], []
    for row, answer in zip(rows, answers):
        by_name = {e["name"]: e for e in answer["entities"]}
        asked = [e for e in row.get("entities") or [] if e["name"] in row["text"] or e["name"] in (row.get("title") or "")]
        both = {e.get("label") for e in asked} >= {"negative", "positive"}
        for e in asked:
            got = by_name.get(e["name"])
            if e.get("label"):
                found.append((e["label"], label(got) if got else "neutral"))
                opposed += found[-1:] * both
            if e.get("score") is not None:
                scores.append((e["score"], got["score"] if got else 0.0))
    out = {f"entity_{k}": v for k, v in classes(found).items()} if found else {}
    if opposed:
        out["opposed"] = classes(opposed)["accuracy"]
    return out | ({"entity_pearson": pearson(scores)} if scores else {})


def signs(text: str, spans: list[tuple[int, int, int]]) -> dict[int, int]:
    return {i: sign for start, end, sign in spans for i in range(start, end) if text[i].isalnum()}


def cue_f1(rows, answers) -> float:
    """Character-level F1 of the signed highlights against the cues."""
    right = wrong = missed = 0
    for row, answer in zip(rows, answers):
        for field in ("title", "text"):
            text = row.get(field) or ""
            units = text.encode("utf-16-le")
            at = lambda unit: len(units[: 2 * unit].decode("utf-16-le"))
            shown = [h for h in answer["highlights"] if h["weight"] and h.get("field", "text") == field]
            got = signs(text, [(at(h["start"]), at(h["end"]), 1 if h["weight"] > 0 else -1) for h in shown])
            gold = {}
            for cue in row.get("cues") or []:
                places = []
                start = text.find(cue["text"])
                while start >= 0:
                    places.append(signs(text, [(start, start + len(cue["text"]), cue["sign"])]))
                    start = text.find(cue["text"], start + 1)
                # Of several places that a cue may stand at, the one that the highlights agree with most.
                gold |= max(places, key=lambda p: sum(got.get(i) == s for i, s in p.items()), default={})
            right += sum(got.get(i) == s for i, s in gold.items())
            missed += sum(got.get(i) != s for i, s in gold.items())
            wrong += sum(gold.get(i) != s for i, s in got.items())
    return 2 * right / max(1, 2 * right + wrong + missed)


def phenomena(rows, answers) -> dict:
    each, pairs = defaultdict(list), defaultdict(list)
    for row, answer in zip(rows, answers):
        gold, got = row.get("label"), answer
        if row.get("entities"):
            asked = row["entities"][0]
            gold = asked["label"]
            got = next((e for e in answer["entities"] if e["name"] == asked["name"]), {"class": "neutral"})
        right = label(got) == gold
        each[row["phenomenon"]].append(right)
        pairs[row["phenomenon"], row["pair"]].append(right)
    return dict(
        items=float(np.mean([r for rs in each.values() for r in rs])),
        pairs=float(np.mean([all(p) for p in pairs.values()])),
        each={k: (len(v), float(np.mean(v))) for k, v in sorted(each.items())},
    )


def articles(rows, answers) -> dict[str, float]:
    steps = [(STEPS.index(r["doc_label"]), STEPS.index(a["label"])) for r, a in zip(rows, answers)]
    out = dict(
        within_one=float(np.mean([abs(g - p) <= 1 for g, p in steps])),
        sign_flips=float(np.mean([(g - 3) * (p - 3) < 0 for g, p in steps])),
    )
    if "ignored" not in answers[0]:
        return out
    furniture = [
        any(b[:30] in i["text"] or i["text"][:30] in b for i in a["ignored"])
        for r, a in zip(rows, answers)
        for b in r.get("boilerplate") or []
    ]
    lost = [any(c["text"] in i["text"] for i in a["ignored"]) for r, a in zip(rows, answers) for c in r.get("cues") or []]
    gold, got = np.array([bool(r["mixed"]) for r in rows]), np.array([a["mixed"] for a in answers])
    return out | dict(
        boilerplate_ignored=float(np.mean(furniture)),
        cues_ignored=float(np.mean(lost)),
        mixed_precision=float((gold & got).sum() / max(1, got.sum())),
        mixed_recall=float((gold & got).sum() / max(1, gold.sum())),
    )


def measure(rows, answers) -> dict:
    """All that the rows' labels allow."""
    if rows[0].get("phenomenon"):
        return phenomena(rows, answers)
    out = {}
    judged = [(r, a) for r, a in zip(rows, answers) if r.get("label")]
    if judged:
        out |= classes([(r["label"], label(a)) for r, a in judged])
        if any(r.get("agree") == 100 for r, _ in judged):
            out["accuracy_agree100"] = classes([(r["label"], label(a)) for r, a in judged if r.get("agree") == 100])["accuracy"]
        if "probabilities" in answers[0]:
            out["calibration"] = calibration([(a["probabilities"][label(a)], label(a) == r["label"]) for r, a in judged])
            out["calibration_error"] = calibration_error(out["calibration"])
    scored = [(r["score"], a["score"]) for r, a in zip(rows, answers) if r.get("score") is not None]
    if scored:
        out["pearson"] = pearson(scored)
    out |= entities(rows, answers)
    if any("cues" in r for r in rows) and "highlights" in answers[0]:
        out["cue_f1"] = cue_f1(rows, answers)
    if rows[0].get("doc_label"):
        out |= articles(rows, answers)
    return out
