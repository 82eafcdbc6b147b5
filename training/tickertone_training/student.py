"""Trains the network on the labelled sentences and on what the teachers say of unlabelled ones.

    python -m tickertone_training.student WORK VOCABULARY.txt OUT.pt [--epochs 8] [--raw-share 0.25]
    python -m tickertone_training.student WORK VOCABULARY.txt --measure A.pt ...    # how good networks are on what is held out

After each epoch all that it needs to go on is kept in OUT.part; the same command resumes there. Runs on a GPU if there is one.
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
from .examples import DEVICE, Examples
from .network import Network


def initial_pieces(pieces: list[str], width: int, base: Path) -> torch.Tensor:
    """Our pieces' embeddings from the pretrained network's: the mean of its pieces of the word, on its first principal components."""
    from transformers import AutoModel

    from .inputs import tokenizer

    tokens = tokenizer(base)
    table = AutoModel.from_pretrained(base).get_input_embeddings().weight.detach()
    ids = lambda p: tokens.encode(p.removeprefix("##").strip("[]").lower(), add_special_tokens=False).ids
    own = torch.stack([table[ids(p) or [tokens.token_to_id("[UNK]")]].mean(0) for p in pieces])
    own = own - own.mean(0)
    _, _, v = torch.linalg.svd(own, full_matrices=False)
    x = own @ v[:width].T
    return x / x.std() * 0.6


def taught_loss(head, out, b, attribution_weight):
    """Cross-entropy with the teachers' classes, squared error of their score, and where in the sentence they see it."""
    known = b["taught_score"].isfinite()
    # A score is the annotators' kind of judgement; the classes are those of the sentence's own source.
    own = known & (b["source"] == 0)
    ce = -(b["taught"].nan_to_num() * F.log_softmax(head.logits(out[0]), -1)).sum(-1) * known
    score = (out[0] - b["taught_score"].nan_to_num()).square() * own
    at = b["attribution"]
    where = (torch.where(at.isfinite(), out[1] - at.nan_to_num(), 0.0).abs().sum(-1) * own).sum()
    return (ce.sum() + 2 * score.sum() + attribution_weight * where) / known.sum().clamp_min(1)


def run(model, b):
    return model(b["ids"], b["shapes"], b["changes"], b["pieces"], b["row"], b["relation"])


@torch.no_grad()
def agreed(model, unseen: Examples) -> list[bool]:
    """Of each judgement whether the class is the teachers'."""
    out = []
    for chunk in unseen.batches(256, np.random.default_rng(0)):
        b = unseen.batch(chunk)
        out += (model.head.logits(run(model, b)[0]).argmax(-1) == b["taught"].argmax(-1)).tolist()
    return out


@torch.no_grad()
def validate(model, held: Examples, unseen: Examples | None) -> str:
    """By source and kind of judgement the share of right classes; the cross-entropy; how often the teacher's class is met."""
    model.eval()
    tally, error, entropy = {}, [], []
    for chunk in held.batches(256, np.random.default_rng(0)):
        b = held.batch(chunk)
        out = run(model, b)
        odds = F.log_softmax(model.head.logits(out[0]), -1)
        entropy += (-(b["probabilities"] * odds).sum(-1)).tolist()
        ok = odds.argmax(-1) == b["probabilities"].argmax(-1)
        whole = b["relation"].sum(1) == 0
        for o, s, w in zip(ok.tolist(), b["source"].tolist(), whole.tolist()):
            n, k = tally.get(key := data.SOURCES[s] + ("" if w else " entity"), (0, 0))
            tally[key] = (n + 1, k + o)
        known = b["score"].isfinite()
        error += (out[0] - b["score"])[known].abs().tolist()
    agreement = f"  as the teacher on unseen {np.mean(agreed(model, unseen)):.4f}" if unseen else ""
    model.train()
    return "  ".join(f"{k} {v / n:.3f}" for k, (n, v) in sorted(tally.items())) + f"  error {np.mean(error):.3f}  cross-entropy {np.mean(entropy):.4f}{agreement}"


def loaded(path: Path) -> Network:
    saved = torch.load(path, map_location=DEVICE)
    model = Network(**saved["config"]).to(DEVICE)
    model.load_state_dict(saved["state"])
    return model


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("work", type=Path)
    ap.add_argument("vocabulary", type=Path)
    ap.add_argument("out", type=Path, nargs="?")
    ap.add_argument("--measure", type=Path, nargs="+", help="networks to measure instead of training one")
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
    ap.add_argument("--size", type=int, default=64, help="sentences a step")
    ap.add_argument("--base", type=Path, help="the pretrained network to begin the pieces' embeddings with")
    ap.add_argument("--start", type=Path, help="a network to go on from; it computes with rounded weights from the start")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    if not (a.out or a.measure):
        ap.error("say where the network is to be written, or with --measure which networks to measure")
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    pieces = a.vocabulary.read_text(encoding="utf-8").splitlines()
    held = Examples(a.work / "held.npz")
    unseen = Examples(a.work / "unseen.npz") if (a.work / "unseen.npz").exists() else None
    for path in a.measure or []:
        model = loaded(path)
        model.quantise()
        print(f"{path}  {validate(model, held, unseen)}", flush=True)
    if a.measure:
        return
    train = Examples(a.work / "train.npz")
    raw = Examples(a.work / "raw.npz") if a.raw_share else None
    if a.start:
        model = loaded(a.start)
        model.dropout = a.dropout
    else:
        model = Network(len(pieces), a.width, tuple(a.dilations), dropout=a.dropout).to(DEVICE)
        if a.base:
            model.pieces.data.copy_(initial_pieces(pieces, a.width, a.base))
    decay = [p for n, p in model.named_parameters() if p.ndim > 1 and n != "pieces"]
    rest = [p for n, p in model.named_parameters() if p.ndim <= 1 or n == "pieces"]
    optimiser = torch.optim.AdamW([dict(params=decay, weight_decay=0.05), dict(params=rest, weight_decay=0.0)], lr=a.rate, fused=True)
    per_epoch = -(-len(train) // a.size) + (int(len(raw) * a.raw_share) // a.size if raw else 0)
    steps = per_epoch * a.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min(1, (t + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * min(1, t / steps)))))
    began, first, part = time.time(), 0, a.out.with_suffix(".part")
    if part.exists():
        saved = torch.load(part, weights_only=False, map_location=DEVICE)
        model.load_state_dict(saved["state"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        rng.bit_generator.state = saved["rng"]
        torch.set_rng_state(saved["torch_rng"].cpu())
        first = saved["epoch"]
        print(f"resumes after epoch {first}", flush=True)
    # Fused loops take less than half the time; one compilation serves sentences of any length.
    model.compile(dynamic=True)
    rounded_from = 0 if a.start else a.epochs - max(1, a.epochs // 4)
    for epoch in range(first, a.epochs):
        # The last quarter of the epochs computes with rounded weights, as the engine will.
        if epoch >= rounded_from:
            model.quantise()
        plan = [(train, c) for c in train.batches(a.size, rng)] + ([(raw, c) for c in raw.batches(a.size, rng, a.raw_share)] if raw else [])
        mean = torch.zeros((), device=DEVICE)
        for i in rng.permutation(len(plan)):
            examples, chunk = plan[i]
            b = examples.batch(chunk)
            out = run(model, b)
            value, weight = 0.0, 1.0
            if examples is train:
                b["weight"] *= torch.where((b["source"] > 0) & (b["relation"].sum(1) > 0), a.entities, 1.0)
                value, weight = loss(model.head, out, b, a.cue), a.taught
            if weight and "taught" in b:
                value = value + weight * taught_loss(model.head, out, b, a.attribution)
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            mean += value.detach() / len(plan)
        print(f"epoch {epoch + 1}/{a.epochs} loss {mean.item():.4f} {time.time() - began:.0f} s  {validate(model, held, unseen)}", flush=True)
        kept = dict(optimiser=optimiser.state_dict(), schedule=schedule.state_dict(), rng=rng.bit_generator.state, torch_rng=torch.get_rng_state())
        replace(part, dict(state=model.state_dict(), epoch=epoch + 1, **kept))
    replace(a.out, dict(config=model.config, state=model.state_dict(), pieces=pieces))
    part.unlink()


if __name__ == "__main__":
    main()
