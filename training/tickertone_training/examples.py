"""Sentences in the network's input form with what is known of them, as flat arrays that are kept in one file.

Piece arrays (`ids`, `shapes`, `changes`) run over all sentences, whose ends are `sentence_end`. Judgement arrays run over
all judgements; `sentence` says of which sentence one is, and its piece-wise arrays (`relation`, `cue`, `attribution`) lie
behind one another in the judgements' order.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from . import data
from .encoding import Encoded

NAN3 = (np.nan,) * 3


@dataclass
class Builder:
    columns: dict[str, list] = field(default_factory=dict)
    sentences: int = 0
    pieces: int = 0

    def add(self, **values):
        for k, v in values.items():
            self.columns.setdefault(k, []).append(v)

    def sentence(self, e: Encoded):
        self.pieces += len(e.ids)
        self.sentences += 1
        self.add(ids=e.ids, shapes=e.shapes, changes=e.changes, sentence_end=self.pieces)

    def judgement(self, relation, probabilities=NAN3, score=np.nan, weight=1.0, source=0, cue=None, taught=NAN3, taught_score=np.nan, attribution=None):
        n = len(relation)
        self.add(
            sentence=self.sentences - 1, relation=relation, probabilities=probabilities, score=score, weight=weight, source=source,
            cue_known=cue is not None, cue=np.zeros(n, np.int8) if cue is None else cue,
            taught=tuple(taught), taught_score=taught_score, attribution=np.zeros(n, np.float16) if attribution is None else attribution.astype(np.float16),
        )

    def save(self, path: Path):
        out = {}
        for k, v in self.columns.items():
            out[k] = np.concatenate(v) if isinstance(v[0], np.ndarray) else np.array(v)
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(path, **out)


def cues(s: data.Sentence, spans: np.ndarray, judgement: data.Judgement) -> np.ndarray | None:
    """The sign of the cue that each piece belongs to; None where nothing is known of this judgement's cues."""
    if s.cues is None:
        return None
    out = np.zeros(len(spans), np.int8)
    for a, b, sign in s.cues:
        # A sentence's cue holds for a target too where it pulls the target's way.
        if judgement.target is None or (judgement.score or 0) * sign > 0:
            out[(spans[:, 0] < b) & (spans[:, 1] > a)] = sign
    return out if judgement.target is None or judgement.score == 0 or out.any() else None


class Examples:
    def __init__(self, path: Path):
        with np.load(path) as z:
            self.a = {k: z[k] for k in z.files}
        a = self.a
        self.end = a["sentence_end"]
        self.start = np.concatenate([[0], self.end[:-1]])
        self.length = self.end - self.start
        self.judged_end = np.cumsum(self.length[a["sentence"]])
        self.judged_start = self.judged_end - self.length[a["sentence"]]
        self.first = np.searchsorted(a["sentence"], np.arange(len(self.end)))
        self.last = np.searchsorted(a["sentence"], np.arange(len(self.end)), side="right")

    def __len__(self):
        return len(self.end)

    def batch(self, sentences: np.ndarray) -> dict:
        a, n, longest = self.a, len(sentences), int(self.length[sentences].max())
        ids, shapes, changes = (np.zeros((n, longest), np.int64) for _ in range(3))
        mask = np.zeros((n, longest), bool)
        judged = np.concatenate([np.arange(self.first[s], self.last[s]) for s in sentences])
        row = np.repeat(np.arange(n), self.last[sentences] - self.first[sentences])
        for i, s in enumerate(sentences):
            here, k = slice(self.start[s], self.end[s]), self.length[s]
            ids[i, :k], shapes[i, :k], changes[i, :k], mask[i, :k] = a["ids"][here], a["shapes"][here], a["changes"][here], True
        relation, cue = np.zeros((len(judged), longest), np.int64), np.zeros((len(judged), longest), np.float32)
        attribution = np.zeros((len(judged), longest), np.float32)
        for i, j in enumerate(judged):
            here, k = slice(self.judged_start[j], self.judged_end[j]), self.judged_end[j] - self.judged_start[j]
            relation[i, :k], cue[i, :k], attribution[i, :k] = a["relation"][here], a["cue"][here], a["attribution"][here]
        t = torch.from_numpy
        b = dict(ids=t(ids), shapes=t(shapes), changes=t(changes), pieces=t(mask), row=t(row), relation=t(relation), cue=t(cue), attribution=t(attribution))
        for k in ("probabilities", "score", "weight", "taught", "taught_score"):
            b[k] = t(a[k][judged].astype(np.float32))
        b["source"], b["cue_known"] = t(a["source"][judged].astype(np.int64)), t(a["cue_known"][judged])
        b["mask"] = b["pieces"][b["row"]]
        return b

    def batches(self, size: int, rng: np.random.Generator, share: float = 1.0):
        """Sentences of like length together, in random order; of a `share` of them."""
        chosen = np.arange(len(self)) if share >= 1 else rng.permutation(len(self))[: int(len(self) * share)]
        order = chosen[np.argsort(self.length[chosen] * rng.uniform(0.9, 1.1, len(chosen)), kind="stable")]
        chunks = [order[i : i + size] for i in range(0, len(order), size)]
        return [chunks[i] for i in rng.permutation(len(chunks))]
