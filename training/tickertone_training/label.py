"""Puts sentences into the network's form and has the teachers judge them.

    python -m tickertone_training.label DATA WORK VOCABULARY.txt [--raw 320000] [--teacher WORK/teacher1.pt ...]

Writes WORK/train.npz and WORK/held.npz (the labelled sentences, with the teachers' view beside the label) and
WORK/raw.npz (unlabelled ones: the teachers' view alone, of the sentence and of each name found in it).
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from . import data, encoding
from .examples import Builder, cues
from .vocabulary import raw_sentences

MOST_TARGETS = 3


def load_teachers(paths):
    if not paths:
        return []
    from .teacher import Teacher

    models = []
    for path in paths:
        model = Teacher()
        model.load_state_dict(torch.load(path))
        models.append(model.eval())
    return models


@torch.no_grad()
def judge(teachers, tokenizer, sentences: list[data.Sentence], spans: list[np.ndarray]):
    """Mean probabilities, score and piece-wise attributions of each judgement of each sentence."""
    from .teacher import batch, run

    b = batch(tokenizer, sentences)
    probabilities = scores = contributions = 0
    for t in teachers:
        additive, odds, score = run(t, b)
        probabilities = probabilities + torch.softmax(odds, -1) / len(teachers)
        scores = scores + score / len(teachers)
        contributions = contributions + additive[1] / len(teachers)
    offsets = b["offsets"].numpy()
    attributions = []
    for row, c in zip(b["row"].tolist(), contributions.numpy()):
        # The teacher's pieces are not ours: share each one's contribution among the characters, then gather ours.
        length = max(int(offsets[row].max()), int(spans[row].max()) if len(spans[row]) else 0) + 1
        ramp = np.zeros(length + 1, np.float64)
        for (s, e), v in zip(offsets[row], c):
            if e > s:
                ramp[s + 1 : e + 1] += v / (e - s)
        total = np.cumsum(ramp)
        own = total[spans[row][:, 1]] - total[spans[row][:, 0]]
        # Pieces of one word share the word's.
        _, inverse, counts = np.unique(spans[row][:, 0], return_inverse=True, return_counts=True)
        attributions.append(own / counts[inverse])
    return probabilities.numpy(), scores.numpy(), attributions


def write(path, sentences, encoded, teachers, tokenizer, report):
    builder, began = Builder(), time.time()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].text))
    for start in range(0, len(order), 64):
        part = [i for i in order[start : start + 64] if 0 < len(encoded[i].ids) <= 256]
        if not part:
            continue
        taught = judge(teachers, tokenizer, [sentences[i] for i in part], [encoded[i].spans for i in part]) if teachers else None
        n = 0
        for i in part:
            s, e = sentences[i], encoded[i]
            builder.sentence(e)
            for j in s.judgements:
                relation = np.zeros(len(e.ids), np.int8) if j.target is None else e.targets.get(j.name, np.zeros(0))
                known = dict(taught=taught[0][n], taught_score=taught[1][n], attribution=taught[2][n]) if taught else {}
                n += 1
                if len(relation) != len(e.ids) or (j.target is not None and not relation.any()):
                    continue
                hard = dict(probabilities=j.probabilities, score=np.nan if j.score is None else j.score, cue=cues(s, e.spans, j)) if report else {}
                builder.judgement(relation, weight=j.weight, source=data.SOURCES.index(s.source), **hard, **known)
        if start % 12800 == 0:
            print(f"{path.name}: {start}/{len(order)} {time.time() - began:.0f} s", flush=True)
    builder.save(path)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("work", type=Path)
    ap.add_argument("vocabulary", type=Path)
    ap.add_argument("--raw", type=int, default=320_000)
    ap.add_argument("--every", type=int, default=1, help="take one in so many of the labelled sentences")
    ap.add_argument("--teacher", type=Path, nargs="*", default=[])
    a = ap.parse_args()
    encoding.build()
    teachers, tokenizer = load_teachers(a.teacher), None
    if teachers:
        from transformers import AutoTokenizer

        from .teacher import minilm

        tokenizer = AutoTokenizer.from_pretrained(minilm())
    train, held = data.split(data.load(a.data / "train", encoding.ROOT / "training" / "authored"))
    for name, sentences in (("held", held[:: a.every]), ("train", train[:: a.every])):
        encoded = encoding.encode(a.vocabulary, ({"text": s.text, "targets": [j.name for j in s.judgements if j.name]} for s in sentences))
        write(a.work / f"{name}.npz", sentences, encoded, teachers, tokenizer, True)
    if not teachers or not a.raw:
        return
    rng = random.Random(11)
    pool: dict[str, list[str]] = {}
    for source, text in raw_sentences(a.data):
        if 20 < len(text) < 500:
            pool.setdefault(source, []).append(text)
    # No source more than a third, so that the old newswire does not drown the rest.
    room, texts = a.raw, []
    for i, source in enumerate(sorted(pool, key=lambda s: len(pool[s]))):
        take = min(len(pool[source]), room // (len(pool) - i), a.raw // 3)
        texts += rng.sample(pool[source], take)
        room -= take
    encoded = encoding.encode(a.vocabulary, ({"text": t} for t in texts))
    sentences = []
    for text, e in zip(texts, encoded):
        judgements = [data.Judgement(None, (0, 0, 0), None)]
        names = [n for n, relation in e.targets.items() if (relation == 1).any()]
        for name in rng.sample(names, min(MOST_TARGETS, len(names))):
            spans = sorted({tuple(int(x) for x in s) for s in e.spans[e.targets[name] == 1]})
            judgements.append(data.Judgement(spans, (0, 0, 0), None, 1.0, name))
        sentences.append(data.Sentence("", text, "annotated", judgements, None))
    write(a.work / "raw.npz", sentences, encoded, teachers, tokenizer, False)


if __name__ == "__main__":
    main()
