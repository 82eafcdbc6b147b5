"""Trains the network on the labelled sentences and on what the teachers say of unlabelled ones.

    python -m tickertone_training.student WORK VOCABULARY.txt OUT.pt [--epochs 8] [--raw-share 0.25]

After each epoch all that it needs to go on is kept in OUT.part; the same command resumes there.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from . import data
from .additive import loss
from .checkpoint import replace
from .examples import Examples
from .network import Network


def initial_pieces(pieces: list[str], width: int) -> torch.Tensor:
    """Our pieces' embeddings from MiniLM's: the mean of its pieces of the word, on its first principal components."""
    from transformers import AutoModel, AutoTokenizer

    from .teacher import minilm

    tokenizer = AutoTokenizer.from_pretrained(minilm())
    table = AutoModel.from_pretrained(minilm()).embeddings.word_embeddings.weight.detach()
    own = torch.stack([table[tokenizer(p.removeprefix("##").strip("[]").lower(), add_special_tokens=False)["input_ids"] or [tokenizer.unk_token_id]].mean(0) for p in pieces])
    own = own - own.mean(0)
    _, _, v = torch.linalg.svd(own, full_matrices=False)
    x = own @ v[:width].T
    return x / x.std() * 0.6


def taught_loss(head, out, b, attribution_weight):
    """Cross-entropy with the teachers' classes, squared error of their score, and where in the sentence they see it."""
    known = b["taught_score"].isfinite()
    # A score is the annotators' kind of judgement; the classes are those of the sentence's own source.
    own = known & (b["source"] == 0)
    ce = -(b["taught"][known] * F.log_softmax(head.logits(out[0][known]), -1)).sum(-1).mean()
    score = (out[0] - b["taught_score"])[own].square()
    return ce + 2 * score.sum() / known.sum() + attribution_weight * (out[1] - b["attribution"])[own].abs().sum() / known.sum()


def run(model, b):
    return model(b["ids"], b["shapes"], b["changes"], b["pieces"], b["row"], b["relation"])


@torch.no_grad()
def validate(model, held: Examples) -> str:
    model.eval()
    right, tally, error = [], {}, []
    for chunk in held.batches(128, np.random.default_rng(0)):
        b = held.batch(chunk)
        out = run(model, b)
        ok = model.head.logits(out[0]).argmax(-1) == b["probabilities"].argmax(-1)
        whole = b["relation"].sum(1) == 0
        for o, s, w in zip(ok.tolist(), b["source"].tolist(), whole.tolist()):
            n, k = tally.get(key := data.SOURCES[s] + ("" if w else " entity"), (0, 0))
            tally[key] = (n + 1, k + o)
        known = b["score"].isfinite()
        error += (out[0] - b["score"])[known].abs().tolist()
    model.train()
    return "  ".join(f"{k} {v / n:.3f}" for k, (n, v) in sorted(tally.items())) + f"  mae {np.mean(error):.3f}"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("work", type=Path)
    ap.add_argument("vocabulary", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--epochs", type=int, default=8)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--width", type=int, default=64)
    ap.add_argument("--dilations", type=int, nargs="+", default=[1, 2, 4, 1])
    ap.add_argument("--raw-share", type=float, default=0.0, help="the share of the unlabelled sentences seen each epoch")
    ap.add_argument("--taught", type=float, default=1.0, help="weight of the teachers' view of labelled sentences")
    ap.add_argument("--attribution", type=float, default=0.3)
    ap.add_argument("--cue", type=float, default=0.3)
    ap.add_argument("--dropout", type=float, default=0.1)
    ap.add_argument("--entities", type=float, default=1.0, help="weight of a labelled set's own entity judgements, beside 1 for annotators'")
    ap.add_argument("--start", type=Path, help="a network to go on from; it computes with rounded weights from the start")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    pieces = a.vocabulary.read_text(encoding="utf-8").splitlines()
    train, held = Examples(a.work / "train.npz"), Examples(a.work / "held.npz")
    raw = Examples(a.work / "raw.npz") if a.raw_share else None
    model = Network(len(pieces), a.width, tuple(a.dilations), dropout=a.dropout)
    if a.start:
        model.load_state_dict(torch.load(a.start)["state"])
    else:
        model.pieces.data.copy_(initial_pieces(pieces, a.width))
    decay = [p for n, p in model.named_parameters() if p.ndim > 1 and n != "pieces"]
    rest = [p for n, p in model.named_parameters() if p.ndim <= 1 or n == "pieces"]
    optimiser = torch.optim.AdamW([dict(params=decay, weight_decay=0.05), dict(params=rest, weight_decay=0.0)], lr=a.rate, fused=True)
    per_epoch = -(-len(train) // 64) + (int(len(raw) * a.raw_share) // 64 if raw else 0)
    steps = per_epoch * a.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min(1, (t + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * min(1, t / steps)))))
    began, first, part = time.time(), 0, a.out.with_suffix(".part")
    if part.exists():
        saved = torch.load(part, weights_only=False)
        model.load_state_dict(saved["state"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        rng.bit_generator.state = saved["rng"]
        torch.set_rng_state(saved["torch_rng"])
        first = saved["epoch"]
        print(f"resumes after epoch {first}", flush=True)
    # Fused loops take less than half the time; one compilation serves sentences of any length.
    model.compile(dynamic=True)
    rounded_from = 0 if a.start else a.epochs - max(1, a.epochs // 4)
    for epoch in range(first, a.epochs):
        # The last quarter of the epochs computes with rounded weights, as the engine will.
        if epoch >= rounded_from:
            model.quantise()
        plan = [(train, c) for c in train.batches(64, rng)] + ([(raw, c) for c in raw.batches(64, rng, a.raw_share)] if raw else [])
        mean = 0.0
        for i in rng.permutation(len(plan)):
            examples, chunk = plan[i]
            b = examples.batch(chunk)
            out = run(model, b)
            b["weight"] *= torch.where((b["source"] > 0) & (b["relation"].sum(1) > 0), a.entities, 1.0)
            value = loss(model.head, out, b, a.cue) if examples is train else 0.0
            weight = a.taught if examples is train else 1.0
            if weight and b["taught_score"].isfinite().any():
                value = value + weight * taught_loss(model.head, out, b, a.attribution)
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            mean += value.item() / len(plan)
        print(f"epoch {epoch + 1}/{a.epochs} loss {mean:.4f} {time.time() - began:.0f} s  {validate(model, held)}", flush=True)
        kept = dict(optimiser=optimiser.state_dict(), schedule=schedule.state_dict(), rng=rng.bit_generator.state, torch_rng=torch.get_rng_state())
        replace(part, dict(state=model.state_dict(), epoch=epoch + 1, **kept))
    replace(a.out, dict(config=model.config, state=model.state_dict(), pieces=pieces))
    part.unlink()


if __name__ == "__main__":
    main()
