"""The labelled sets as sentences with judgements.

A judgement says how good or bad a sentence is as a whole (target None) or for one entity named in it. Where the set gives
a score it is kept; where it gives a class only, the class alone supervises. Each judgement remembers its source.
"""

import gzip
import json
import random
from dataclasses import dataclass, field
from pathlib import Path

CLASSES = ("negative", "neutral", "positive")
SOURCES = ("annotated", "sentfin", "finentity", "twitter")
# How sure an annotator's score makes us of its class; the rest is shared by the neighbours (PILOT's soft targets).
CERTAINTY = {3: 0.97, 2: 0.90, 1: 0.62, 0: 0.86}

# Who is named in unlabelled articles, and in which rank: annotated for this project.
ENTITIES = Path(__file__).parents[1] / "authored" / "articles.jsonl"


@dataclass
class Judgement:
    target: list[tuple[int, int]] | None  # where the target stands (code points), or None: the sentence as a whole
    probabilities: tuple[float, float, float]
    score: float | None
    weight: float = 1.0
    name: str | None = None


@dataclass
class Sentence:
    id: str
    text: str
    source: str
    judgements: list[Judgement]
    cues: list[tuple[int, int, int]] | None  # start, end, sign; None: nobody looked for cues
    names: list[tuple[int, int]] = field(default_factory=list)  # all entities, for swapping names
    extra: dict = field(default_factory=dict)


def soft(label: str, score: float | None) -> tuple[float, float, float]:
    """A class (and a score in thirds) as three probabilities."""
    if score is None:
        sure = 0.9
    else:
        sure = CERTAINTY[min(3, round(abs(score) * 3))]
    at = CLASSES.index(label)
    out = [0.0, 0.0, 0.0]
    out[at] = sure
    if at == 1:
        out[0] = out[2] = (1 - sure) / 2
    else:
        out[1] = (1 - sure) * 0.85
        out[2 - at] = (1 - sure) * 0.15
    return tuple(out)


def occurrences(text: str, phrase: str) -> list[tuple[int, int]]:
    spans, at = [], text.find(phrase)
    while phrase and at >= 0:
        spans.append((at, at + len(phrase)))
        at = text.find(phrase, at + len(phrase))
    return spans


def raw_sentences(folder: Path):
    """Source and text of the unlabelled sentences of the data set in `folder`."""
    with gzip.open(folder / "raw" / "sentences.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            source, _, text = line.rstrip("\n").partition("\t")
            yield source, text


def read(path: Path) -> list[dict]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def named_articles(folder: Path) -> list[dict]:
    """Articles whose entities are known: the labelled ones of the data set in `folder`, and those of its unlabelled ones whose
    entities stand in this repository (`{"id": …, "entities": [[name, ticker, rank], …]}` a line)."""
    known = {row["id"]: row["entities"] for row in read(ENTITIES)}
    rows = read(folder / "train/articles.jsonl")
    with gzip.open(folder / "raw" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in known:
                rows.append(row | {"entities": [{"name": name} for name, _, _ in known[row["id"]]]})
    return rows


def sentence(row: dict, source: str) -> Sentence:
    text = row["text"]
    judgements = []
    if row.get("label"):
        # SEntFiN's and FinEntity's own judgements are those of the entities; the whole sentence's is derived from them.
        weight = 0.4 if source in ("sentfin", "finentity") else 1.0
        judgements.append(Judgement(None, soft(row["label"], row.get("score")), row.get("score"), weight))
    names = []
    grouped: dict[str, list] = {}
    for e in row.get("entities") or []:
        names.append((e["start"], e["end"]))
        grouped.setdefault(e["name"], []).append(e)
    for name, es in grouped.items():
        labels = {e["label"] for e in es}
        if len(labels) == 1:
            judgements.append(Judgement([(e["start"], e["end"]) for e in es], soft(es[0]["label"], es[0].get("score")), es[0].get("score"), 1.0, name))
    cues = None
    if source == "annotated":
        cues = [(a, b, c["sign"]) for c in row.get("cues") or [] for a, b in occurrences(text, c["text"])[:1]]
    return Sentence(str(row["id"]), text, source, judgements, cues, sorted(set(names)))


def authored(path: Path) -> list[Sentence]:
    """A file of this repository: `id, score and flags, Entity=score;..., +cue|-cue, text` a line, tab-separated."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        id, score, entities, cues, text = line.split("\t")
        row = {"id": id, "text": text, **judged(score.rstrip("mfb"))}
        row["cues"] = [{"text": c[1:], "sign": 1 if c[0] == "+" else -1} for c in cues.split("|") if c]
        row["entities"] = [
            {"name": name, "start": a, "end": b, **judged(thirds)}
            for name, _, thirds in (e.rpartition("=") for e in entities.split(";") if e)
            for a, b in occurrences(text, name)
        ]
        out.append(sentence(row, "annotated"))
    return out


def judged(thirds: str) -> dict:
    score = int(thirds)
    return {"score": round(score / 3, 2), "label": CLASSES[(score > 0) - (score < 0) + 1]}


FILES = {
    "annotated": "annotated",
    "authored": "annotated",
    "sentfin": "sentfin",
    "finentity": "finentity",
    "twitter_fin_news": "twitter",
}


def load(folder: Path, extra: Path | None = None) -> list[Sentence]:
    """All training sentences of `folder` (the data set's `train` folder) and of the repository's own `extra` folder."""
    sentences = [sentence(row, source) for name, source in FILES.items() for row in read(folder / f"{name}.jsonl")]
    for path in sorted(extra.glob("*.tsv")) if extra else []:
        sentences += authored(path)
    return [s for s in sentences if s.judgements and s.text.strip()]


def split(sentences: list[Sentence], share: float = 0.04, seed: int = 7) -> tuple[list[Sentence], list[Sentence]]:
    """Training and validation parts. Minimal pairs stand side by side in the files, so blocks of ten go together."""
    blocks = [sentences[i : i + 10] for i in range(0, len(sentences), 10)]
    order = random.Random(seed)
    held = {i for i in range(len(blocks)) if order.random() < share}
    return ([s for i, b in enumerate(blocks) if i not in held for s in b], [s for i, b in enumerate(blocks) if i in held for s in b])
