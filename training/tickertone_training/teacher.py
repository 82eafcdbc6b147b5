"""Fine-tunes a pretrained network into the teacher: the target is marked in the input.

It has two heads. The verdict is a plain classifier's, free of the sum that the student's must be: it is what the student
learns from. The student's own head beside it says where in the sentence the judgement comes from.

    python -m tickertone_training.teacher DATA BASE OUT.pt [--epochs 4] [--seed 1]    # BASE: pretrained.py's folder

Every 500 steps all that it needs to go on is kept in OUT.part; the same command resumes there. Runs on a GPU if there is one.
"""

import argparse
import math
import random
import time
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset
from transformers import AutoConfig, AutoModel

from . import data
from .additive import AdditiveHead, loss
from .checkpoint import replace
from .examples import DEVICE, cues
from .inputs import tokenizer


def autocast():
    """Half precision where it is the hardware's own."""
    return torch.autocast(DEVICE, torch.bfloat16, enabled=DEVICE == "cuda")


class Teacher(nn.Module):
    def __init__(self, base: Path, pretrained: bool = True):
        super().__init__()
        self.base = AutoModel.from_pretrained(base, add_pooling_layer=False) if pretrained else AutoModel.from_config(AutoConfig.from_pretrained(base), add_pooling_layer=False)
        width = self.base.config.hidden_size
        self.target = nn.Embedding(2, width)
        nn.init.normal_(self.target.weight, std=0.02)
        self.head = AdditiveHead(width)
        self.pool = nn.Linear(3 * width, width)
        self.verdict = nn.Linear(width, len(data.CLASSES) + 1)

    def forward(self, ids, mask, target):
        """One row for each judgement: its sentence's tokens, where there are some, which of them are its target.

        The additive head's output; the classes' odds and the score of the verdict.
        """
        with autocast():
            embedded = self.base.get_input_embeddings()(ids) + self.target(target)
            h = self.base(inputs_embeds=embedded, attention_mask=mask.long()).last_hidden_state
            of_all, of_target = mean_of(h, mask), mean_of(h, target.bool())
            pooled = F.dropout(torch.tanh(self.pool(torch.cat([h[:, 0], of_all, of_target], -1))), 0.1, self.training)
            verdict = self.verdict(pooled).float()
        return self.head(h.float(), mask), verdict[:, :-1], torch.tanh(verdict[:, -1])


def mean_of(h, where):
    """Of the vectors at some places of each row; zeros where there are none."""
    where = where[..., None].to(h.dtype)
    return (h * where).sum(1) / where.sum(1).clamp_min(1)


def verdict_loss(out, b):
    _, odds, score = out
    weight, known = b["weight"], b["score"].isfinite()
    ce = -(b["probabilities"] * F.log_softmax(odds, -1)).sum(-1)
    squared = (score - b["score"].nan_to_num()).square() * weight * known
    return ((ce * weight).sum() + 2 * squared.sum()) / weight.sum()


class Batches(Dataset):
    """All steps' batches: sentences of like length together, names swapped at random so that no name means good or bad news."""

    def __init__(self, base, sentences, size, steps, seed, swap=0.3, first=0):
        self.tokenizer, self.sentences, self.size, self.swap, self.seed = tokenizer(base), sentences, size, swap, seed
        self.pool = sorted({s.text[a:b] for s in sentences for a, b in s.names if s.source == "annotated" and s.text[a].isupper() and b - a > 3})
        self.steps, self.first, self.each = steps, first, math.ceil(len(sentences) / size)
        self.chunks = lru_cache(1)(self.chunks)

    def __len__(self):
        return self.steps - self.first

    def chunks(self, epoch: int) -> list[list[data.Sentence]]:
        rng = random.Random(f"{self.seed}/{epoch}")
        order = sorted(self.sentences, key=lambda s: len(s.text) * rng.uniform(0.9, 1.1))
        chunks = [order[i : i + self.size] for i in range(0, len(order), self.size)]
        rng.shuffle(chunks)
        return chunks

    def __getitem__(self, i: int) -> dict:
        epoch, at = divmod(self.first + i, self.each)
        rng = random.Random(f"{self.seed}/{epoch}/{at}")
        return batch(self.tokenizer, [swapped(s, self.pool, rng) if rng.random() < self.swap else s for s in self.chunks(epoch)[at]])


def swapped(s: data.Sentence, pool: list[str], rng: random.Random) -> data.Sentence:
    """The sentence with each capitalised entity replaced by another."""
    new = {}
    pieces, moves, at, length = [], [], 0, 0
    for a, b in s.names:
        if a < at or not s.text[a].isupper() or b - a <= 3:
            continue
        other = new.setdefault(s.text[a:b], rng.choice(pool))
        pieces += [s.text[at:a], other]
        length += a - at
        moves.append((a, b, length, length + len(other)))
        length += len(other)
        at = b
    if not moves:
        return s
    text = "".join(pieces) + s.text[at:]

    def move(i, end=False):
        shift = 0
        for a, b, c, d in moves:
            if i >= b:
                shift = d - b
            elif i > a or (i == a and not end):
                return d if end else c
        return i + shift

    span = lambda x: (move(x[0]), move(x[1], True))
    return data.Sentence(
        s.id, text, s.source,
        [data.Judgement(j.target and [span(t) for t in j.target], j.probabilities, j.score, j.weight, j.name) for j in s.judgements],
        s.cues and [(*span(c[:2]), c[2]) for c in s.cues] if s.cues is not None else None,
        [span(n) for n in s.names],
    )


def batch(tokenizer, sentences: list[data.Sentence]) -> dict:
    """One row for each judgement of the sentences."""
    tokens = tokenizer.encode_batch([s.text for s in sentences])
    longest = -(-max(len(t.ids) for t in tokens) // 8) * 8
    columns: dict[str, list] = {k: [] for k in ("ids", "mask", "target", "cue", "cue_known", "probabilities", "score", "weight", "source")}
    for s, t in zip(sentences, tokens):
        spans = np.zeros((longest, 2), np.int64)
        spans[: len(t.ids)] = t.offsets
        start, end = spans.T
        ids = np.zeros(longest, np.int64)
        ids[: len(t.ids)] = t.ids
        mask = np.arange(longest) < len(t.ids)
        for j in s.judgements:
            target = np.zeros(longest, np.int64)
            for a, b in j.target or []:
                target[(start < b) & (end > a)] = 1
            cue = cues(s, spans, j)
            score = float("nan") if j.score is None else j.score
            row = (ids, mask, target, np.zeros(longest, np.int8) if cue is None else cue, cue is not None, j.probabilities, score, j.weight, data.SOURCES.index(s.source))
            for column, value in zip(columns.values(), row):
                column.append(value)
    b = {k: torch.from_numpy(np.array(v)) for k, v in columns.items()}
    return b | {k: b[k].float() for k in ("probabilities", "score", "weight")}


def moved(b: dict) -> dict:
    return {k: v.to(DEVICE, non_blocking=True) for k, v in b.items()}


def run(model, b):
    return model(b["ids"], b["mask"], b["target"])


@torch.no_grad()
def validate(model, tokenizer, sentences) -> str:
    """By source and kind of judgement: the share of right classes, and how many they are; last the cross-entropy of all."""
    model.eval()
    tally, entropy = {}, []
    order = sorted(sentences, key=lambda s: len(s.text))
    for i in range(0, len(order), 64):
        b = moved(batch(tokenizer, order[i : i + 64]))
        out = run(model, b)
        right = out[1].argmax(-1) == b["probabilities"].argmax(-1)
        entropy += (-(b["probabilities"] * F.log_softmax(out[1], -1)).sum(-1)).tolist()
        for ok, source, whole in zip(right.tolist(), b["source"].tolist(), (b["target"].sum(1) == 0).tolist()):
            key = f"{data.SOURCES[source]}{'' if whole else ' entity'}"
            n, k = tally.get(key, (0, 0))
            tally[key] = (n + 1, k + ok)
    model.train()
    return "  ".join(f"{k} {v / n:.3f} ({n})" for k, (n, v) in sorted(tally.items())) + f"  cross-entropy {np.mean(entropy):.4f}"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("base", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--epochs", type=float, default=4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--rate", type=float, default=4e-5)
    ap.add_argument("--size", type=int, default=32, help="sentences a step")
    ap.add_argument("--every", type=int, default=1, help="take one in so many of the sentences")
    ap.add_argument("--workers", type=int, default=0, help="processes that prepare batches")
    a = ap.parse_args()
    torch.manual_seed(a.seed)
    a.out.parent.mkdir(parents=True, exist_ok=True)
    train, held = (part[:: a.every] for part in data.split(data.load(a.data / "train", Path(__file__).parents[1] / "authored")))
    model = Teacher(a.base).to(DEVICE)
    steps = int(math.ceil(len(train) / a.size) * a.epochs)
    print(f"{len(train)} sentences, {sum(len(s.judgements) for s in train)} judgements, {steps} steps", flush=True)
    head = [p for n, p in model.named_parameters() if not n.startswith("base.")]
    optimiser = torch.optim.AdamW([dict(params=model.base.parameters(), lr=a.rate), dict(params=head, lr=a.rate * 10)], weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min(1.0, (t + 1) / (0.06 * steps)) * max(0.02, 1 - t / steps))
    first, mean, part = 0, None, a.out.with_suffix(".part")
    if part.exists():
        saved = torch.load(part)
        model.load_state_dict(saved["state"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["step"]
        print(f"resumes after step {first}", flush=True)
    model.train()
    batches = Batches(a.base, train, a.size, steps, a.seed, first=first)
    began = time.time()
    for done, b in enumerate(DataLoader(batches, batch_size=None, num_workers=a.workers, pin_memory=DEVICE == "cuda"), first + 1):
        b = moved(b)
        out = run(model, b)
        value = verdict_loss(out, b) + 0.5 * loss(model.head, out[0], b)
        value.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        mean = value.detach() if mean is None else 0.98 * mean + 0.02 * value.detach()
        if done % 100 == 0:
            print(f"step {done}/{steps} loss {mean.item():.4f} {(time.time() - began) / (done - first):.3f} s a step", flush=True)
        if done % 500 == 0 and done < steps:
            replace(part, dict(state=model.state_dict(), optimiser=optimiser.state_dict(), schedule=schedule.state_dict(), step=done))
            print(validate(model, batches.tokenizer, held), flush=True)
    print(validate(model, batches.tokenizer, held), flush=True)
    # In half precision: it is only asked from here on.
    replace(a.out, {k: v.to(torch.bfloat16) for k, v in model.state_dict().items()})
    part.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
