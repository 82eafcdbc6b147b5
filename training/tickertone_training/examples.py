"""Sentences in the networks' input forms with what is known of them, as flat arrays that are kept in one file.

Piece arrays (`ids`, `shapes`, `changes`, `begin`, `end`) run over all sentences, whose ends are `sentence_end`; the teacher's
own tokens (`teacher_ids`, `teacher_begin`, `teacher_end`) likewise, with `teacher_sentence_end`. Places are code points.
Judgement arrays run over all judgements; `sentence` says of which sentence one is, and its piece-wise arrays (`relation`,
`cue`, `attribution`) lie behind one another in the judgements' order. What a file lacks is unknown.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from . import data
from .encoding import Encoded

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
TYPES = dict(
    ids=np.uint16, shapes=np.uint8, changes=np.uint8, begin=np.uint16, end=np.uint16, sentence_end=np.int64,
    teacher_ids=np.uint16, teacher_begin=np.uint16, teacher_end=np.uint16, teacher_sentence_end=np.int64,
    sentence=np.int32, relation=np.uint8, cue=np.int8, cue_known=bool, probabilities=np.float32, score=np.float32,
    weight=np.float32, source=np.uint8, taught=np.float16, taught_score=np.float16, attribution=np.float16,
)  # fmt: skip


@dataclass
class Builder:
    columns: dict[str, list] = field(default_factory=dict)
    sentences: int = 0
    ends: dict[str, int] = field(default_factory=lambda: {"": 0, "teacher_": 0})

    def add(self, **values):
        for k, v in values.items():
            self.columns.setdefault(k, []).append(v)

    def sentence(self, e: Encoded, teacher_ids: list[int], teacher_spans: np.ndarray):
        self.sentences += 1
        for prefix, ids, spans in (("", e.ids, e.spans), ("teacher_", np.array(teacher_ids), teacher_spans)):
            self.ends[prefix] += len(ids)
            self.add(**{f"{prefix}ids": ids, f"{prefix}begin": spans[:, 0], f"{prefix}end": spans[:, 1], f"{prefix}sentence_end": self.ends[prefix]})
        self.add(shapes=e.shapes, changes=e.changes)

    def judgement(self, relation: np.ndarray, **known):
        self.add(sentence=self.sentences - 1, relation=relation, **known)

    def arrays(self) -> dict[str, np.ndarray]:
        out = {}
        for k, v in self.columns.items():
            out[k] = np.concatenate(v).astype(TYPES[k]) if isinstance(v[0], np.ndarray) else np.array(v, TYPES[k])
        return out


def joined(parts: list[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The arrays of several builders as those of one."""
    offsets = {k: np.cumsum([0] + [len(p[of]) for p in parts]) for k, of in (("sentence_end", "ids"), ("teacher_sentence_end", "teacher_ids"), ("sentence", "sentence_end"))}
    return {k: np.concatenate([p[k] + offsets[k][i] if k in offsets else p[k] for i, p in enumerate(parts)]).astype(TYPES[k]) for k in parts[0]}


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
    """The arrays on the device, batches gathered from them."""

    def __init__(self, path: Path):
        with np.load(path) as z:
            host = {k: z[k] for k in z.files}
        widened = {np.uint16: np.int32}  # PyTorch does not index unsigned numbers of two bytes
        self.a = {k: torch.from_numpy(v.astype(widened.get(v.dtype.type, v.dtype))).to(DEVICE) for k, v in host.items()}
        end = host["sentence_end"]
        self.length = np.diff(end, prepend=0)
        self.start = end - self.length
        self.teacher_length = np.diff(host["teacher_sentence_end"], prepend=0)
        self.teacher_start = host["teacher_sentence_end"] - self.teacher_length
        of_judged = self.length[host["sentence"]]
        self.judged_start = np.cumsum(of_judged) - of_judged
        self.first = np.searchsorted(host["sentence"], np.arange(len(end)))
        self.judgements = np.searchsorted(host["sentence"], np.arange(len(end)), side="right") - self.first

    def __len__(self):
        return len(self.length)

    def padded(self, start: np.ndarray, length: np.ndarray, *names: str) -> tuple[torch.Tensor, ...]:
        """Where rows of a batch have something, and these arrays there; zeros elsewhere."""
        longest = -(-int(length.max()) // 8) * 8
        at = torch.arange(longest, device=DEVICE)
        start, length = (torch.from_numpy(x).to(DEVICE) for x in (start, length))
        mask = at < length[:, None]
        where = torch.where(mask, start[:, None] + at, 0)
        return mask, *(self.a[n][where].to(torch.float32 if self.a[n].is_floating_point() else torch.int64) * mask for n in names)

    def judged(self, sentences: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The judgements of some sentences, and which of the sentences each is of."""
        n = self.judgements[sentences]
        row = np.repeat(np.arange(len(sentences)), n)
        return self.first[sentences][row] + np.arange(len(row)) - (np.cumsum(n) - n)[row], row

    def batch(self, sentences: np.ndarray) -> dict:
        judged, row = self.judged(sentences)
        mask, ids, shapes, changes = self.padded(self.start[sentences], self.length[sentences], "ids", "shapes", "changes")
        piecewise = [k for k in ("relation", "cue", "attribution") if k in self.a]
        judged_mask, *values = self.padded(self.judged_start[judged], self.length[sentences][row], *piecewise)
        b = dict(ids=ids, shapes=shapes, changes=changes, pieces=mask, row=torch.from_numpy(row).to(DEVICE), mask=judged_mask)
        b |= dict(zip(piecewise, values))
        at = torch.from_numpy(judged).to(DEVICE)
        for k in ("probabilities", "score", "weight", "taught", "taught_score"):
            if k in self.a:
                b[k] = self.a[k][at].float()
        b["source"] = self.a["source"][at].long()
        if "cue_known" in self.a:
            b["cue_known"] = self.a["cue_known"][at]
        return b

    def batches(self, size: int, rng: np.random.Generator, share: float = 1.0):
        """Sentences of like length together, in random order; of a `share` of them."""
        chosen = np.arange(len(self)) if share >= 1 else rng.permutation(len(self))[: int(len(self) * share)]
        order = chosen[np.argsort(self.length[chosen] * rng.uniform(0.9, 1.1, len(chosen)), kind="stable")]
        chunks = [order[i : i + size] for i in range(0, len(order), size)]
        return [chunks[i] for i in rng.permutation(len(chunks))]
