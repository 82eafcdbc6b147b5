"""Has the teachers judge the sentences of WORK: adds what they think to its files (inputs.py).

    python -m tickertone_training.label WORK BASE --teacher WORK/teacher1.pt ... [--files train held unseen raw]
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from .examples import DEVICE, Examples
from .teacher import Teacher

TOKENS = 16384  # a batch's, about


def load(paths: list[Path], base: Path) -> list[Teacher]:
    models = []
    for path in paths:
        model = Teacher(base, pretrained=False)
        model.load_state_dict(torch.load(path))
        models.append(model.eval().to(DEVICE))
    return models


def over_characters(start, end, values, width: int) -> torch.Tensor:
    """Sums of `values` that lie evenly on spans of characters: [rows, width], the sum of all before a character."""
    length = (end - start).clamp_min(1)
    slopes = torch.zeros(len(start), width + 1, dtype=torch.float64, device=start.device)
    even = torch.where(end > start, values.double() / length, 0)
    slopes.scatter_add_(1, start, even)
    slopes.scatter_add_(1, end, -even)
    density = slopes.cumsum(1)[:, :width]
    return torch.nn.functional.pad(density.cumsum(1), (1, 0))


def on_spans(sums, start, end) -> torch.Tensor:
    return sums.gather(1, end) - sums.gather(1, start)


@torch.no_grad()
def judge(teachers: list[Teacher], x: Examples, sentences: np.ndarray, judged: np.ndarray, row: np.ndarray) -> dict[str, torch.Tensor]:
    """Of each judgement of some sentences the mean of the teachers' classes and scores, and what each piece adds to the score."""
    mask, ids, start, end = x.padded(x.teacher_start[sentences], x.teacher_length[sentences], "teacher_ids", "teacher_begin", "teacher_end")
    _, begin, stop = x.padded(x.start[sentences], x.length[sentences], "begin", "end")
    pieces, relation = x.padded(x.judged_start[judged], x.length[sentences][row], "relation")
    row = torch.from_numpy(row).to(DEVICE)
    mask, ids, start, end, begin, stop = (v[row] for v in (mask, ids, start, end, begin, stop))
    width = int(torch.maximum(end.max(), stop.max())) + 1
    # The target's characters are those of our pieces of it, and the teacher's tokens of it those that touch them.
    on_target = over_characters(begin, stop, ((relation == 1) & pieces) * (stop - begin), width)
    target = ((on_spans(on_target, start, end) > 0.5) & mask).long()
    classes = score = added = 0
    for teacher in teachers:
        additive, odds, verdict = teacher(ids, mask, target)
        classes = classes + torch.softmax(odds, -1) / len(teachers)
        score = score + verdict / len(teachers)
        added = added + additive[1] / len(teachers)
    # The teacher's tokens are not ours: each one's part is shared among its characters, and then gathered by ours.
    own = on_spans(over_characters(start, end, added, width), begin, stop)
    # Pieces of one word have the word's span and share its part.
    same = (begin[:, :, None] == begin[:, None]) & (pieces[:, :, None] & pieces[:, None])
    own = own / same.sum(-1).clamp_min(1)
    return dict(taught=classes, taught_score=score, attribution=own[pieces])


def label(path: Path, teachers: list[Teacher]) -> None:
    x = Examples(path)
    order = np.argsort(x.teacher_length, kind="stable")
    judgements = len(x.a["sentence"])
    out = dict(
        taught=torch.zeros(judgements, 3, dtype=torch.float16, device=DEVICE), taught_score=torch.zeros(judgements, dtype=torch.float16, device=DEVICE),
        attribution=torch.zeros(len(x.a["relation"]), dtype=torch.float16, device=DEVICE),
    )  # fmt: skip
    at, began, said = 0, time.time(), 0
    while at < len(order):
        size = max(8, int(TOKENS // (1.5 * x.teacher_length[order[min(len(order) - 1, at + 64)]])))
        sentences = order[at : at + size]
        judged, row = x.judged(sentences)
        found = judge(teachers, x, sentences, judged, row)
        where = torch.from_numpy(judged).to(DEVICE)
        out["taught"][where], out["taught_score"][where] = found["taught"].half(), found["taught_score"].half()
        length = x.length[sentences][row]
        pieces = np.repeat(x.judged_start[judged] - (np.cumsum(length) - length), length) + np.arange(length.sum())
        out["attribution"][torch.from_numpy(pieces).to(DEVICE)] = found["attribution"].half()
        at += size
        if at - said > 20_000:
            said = at
            print(f"{path.name}: {at}/{len(order)} {time.time() - began:.0f} s", flush=True)
    with np.load(path) as z:
        np.savez(path.with_suffix(".new.npz"), **{k: z[k] for k in z.files} | {k: v.cpu().numpy() for k, v in out.items()})
    path.with_suffix(".new.npz").replace(path)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("work", type=Path)
    ap.add_argument("base", type=Path)
    ap.add_argument("--teacher", type=Path, nargs="+", required=True)
    ap.add_argument("--files", nargs="+", default=("train", "held", "unseen", "raw"))
    a = ap.parse_args()
    teachers = load(a.teacher, a.base)
    for name in a.files:
        label(a.work / f"{name}.npz", teachers)


if __name__ == "__main__":
    main()
