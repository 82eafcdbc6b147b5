"""The tables of docs/ACCURACY.md, in Markdown."""

import numpy as np

# Set, what it is called, and its measures: key and name.
ROWS = [
    ("phrasebank", "PhraseBank, all rows", [("accuracy", "accuracy"), ("macro_f1", "macro-F1")]),
    ("phrasebank", "PhraseBank, agreement 100 %", [("accuracy_agree100", "accuracy")]),
    ("fiqa", "FiQA", [("pearson", "Pearson of the score")]),
    ("finentity", "FinEntity, per entity", [("entity_accuracy", "accuracy"), ("entity_macro_f1", "macro-F1"), ("opposed", "opposed entities")]),
    ("sentfin", "SEntFiN, per entity", [("entity_accuracy", "accuracy"), ("entity_macro_f1", "macro-F1"), ("opposed", "opposed entities")]),
    ("twitter_fin_news", "Twitter financial news", [("accuracy", "accuracy"), ("macro_f1", "macro-F1")]),
    ("annotated", "annotated sentences", [("accuracy", "accuracy"), ("pearson", "Pearson"), ("cue_f1", "cue F1")]),
    ("phenomena", "phenomena", [("items", "items"), ("pairs", "pairs")]),
    ("articles", "whole articles", [("pearson", "Pearson"), ("within_one", "within one label"), ("sign_flips", "sign flips"), ("entity_pearson", "entity Pearson")]),
    ("articles", "articles: ignored", [("boilerplate_ignored", "boilerplate"), ("cues_ignored", "cues")]),
    ("articles", "articles: `mixed`", [("mixed_precision", "precision"), ("mixed_recall", "recall")]),
    *((s, f"expected calibration error: {s}", [("calibration_error", "")]) for s in ("phrasebank", "annotated", "twitter_fin_news")),
]


def table(head: list[str], body: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *body]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def figures(measured: dict, keys: list) -> str:
    values = [measured.get(k) for k, _ in keys]
    return "–" if all(v is None for v in values) else " / ".join("–" if v is None else f"{v:.3f}" for v in values)


def results(all_results: dict[str, dict]) -> str:
    body = []
    for name, title, keys in ROWS:
        names = " / ".join(n for _, n in keys)
        body.append([f"{title}: {names}" if names else title, *(figures(m[name], keys) for m in all_results.values())])
    return table(["set", *all_results], body)


def phenomena(all_results: dict[str, dict]) -> str:
    ours, *peers = (m["phenomena"]["each"] for m in all_results.values())
    body = [[k, str(n), *(f"{m[k][1]:.2f}" for m in (ours, *peers))] for k, (n, _) in sorted(ours.items(), key=lambda x: x[1][1])]
    return table(["phenomenon", "items", *all_results], body)


def found(measured: dict) -> str:
    return table(list(measured), [[f"{v:.3f}" for v in measured.values()]])


def confidence(rows, answers, parts: int = 5) -> str:
    """Whether the label's sign is right more often where the confidence is higher: in fifths of the texts."""
    sign = lambda s: 0 if abs(s) < 0.1 else int(np.sign(s))
    claimed = np.array([a["confidence"] for a in answers])
    right = np.array([sign(a["score"]) == sign(r["score"]) for r, a in zip(rows, answers)])
    body = [[f"{claimed[p].mean():.3f}", f"{right[p].mean():.3f}"] for p in np.array_split(np.argsort(claimed, kind="stable"), parts)]
    return table(["mean confidence", "sign right"], body)
