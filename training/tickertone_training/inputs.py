"""Puts labelled and unlabelled sentences into the networks' input forms.

    python -m tickertone_training.inputs DATA WORK VOCABULARY.txt --base WORK/base --near WORK/near.json

Writes WORK/train.npz and WORK/held.npz (the labelled sentences), WORK/raw.npz (unlabelled ones, and variants of all:
augment.py) and WORK/unseen.npz (one in a hundred of the unlabelled ones, kept to see how far the student agrees with the
teacher on what it has not learned from). What the teachers think of them comes from label.py.
"""

import argparse
import json
import random
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from . import augment, data, encoding
from .examples import Builder, cues, joined

MOST_TARGETS = 3
MOST_TOKENS, MOST_PIECES = 128, 256
UNSEEN = 100
CHUNK = 8192


def tokenizer(base: Path) -> Tokenizer:
    t = Tokenizer.from_file(str(base / "tokenizer.json"))
    t.no_padding()
    t.enable_truncation(MOST_TOKENS)
    return t


def unlabelled(text: str, e: encoding.Encoded, rng: random.Random) -> list[data.Judgement]:
    """The sentence as a whole, and some of the names in it: questions for the teacher."""
    names = [n for n, relation in sorted(e.targets.items()) if (relation == 1).any()]
    return [data.Judgement(None, (0, 0, 0), None), *(data.Judgement([], (0, 0, 0), None, 1.0, n) for n in rng.sample(names, min(MOST_TARGETS, len(names))))]


def arrays(sentences: list[data.Sentence], vocabulary: Path, base: Path, labelled: bool) -> dict[str, np.ndarray]:
    builder, rng = Builder(), random.Random(sentences[0].text)
    encoded = encoding.encode(vocabulary, ({"text": s.text, "targets": [j.name for j in s.judgements if j.name]} for s in sentences))
    tokens = tokenizer(base).encode_batch([s.text for s in sentences])
    for s, e, t in zip(sentences, encoded, tokens):
        if not 0 < len(e.ids) <= MOST_PIECES:
            continue
        builder.sentence(e, t.ids, np.array(t.offsets))
        for j in s.judgements if labelled else unlabelled(s.text, e, rng):
            relation = np.zeros(len(e.ids), np.int8) if j.target is None else e.targets.get(j.name, np.zeros(0))
            if len(relation) != len(e.ids) or (j.target is not None and not (relation == 1).any()):
                continue
            known = dict(source=data.SOURCES.index(s.source))
            if labelled:
                cue = cues(s, e.spans, j)
                known |= dict(
                    probabilities=j.probabilities, score=np.nan if j.score is None else j.score, weight=j.weight,
                    cue_known=cue is not None, cue=np.zeros(len(e.ids), np.int8) if cue is None else cue,
                )  # fmt: skip
            builder.judgement(relation, **known)
    return builder.arrays()


def write(path: Path, sentences: list[data.Sentence], labelled: bool, **forms) -> None:
    chunks = [sentences[i : i + CHUNK] for i in range(0, len(sentences), CHUNK)]
    with get_context("forkserver").Pool() as pool:
        parts = pool.map(partial(arrays, labelled=labelled, **forms), chunks, chunksize=1)
    whole = joined(parts)
    np.savez(path, **whole)
    print(f"{path}: {len(whole['sentence_end'])} sentences, {len(whole['sentence'])} judgements", flush=True)


def question(text: str, names: list[str] = ()) -> data.Sentence:
    return data.Sentence("", text, "annotated", [data.Judgement([], (0, 0, 0), None, 1.0, n) for n in names], None)


def variants(sentences: list[data.Sentence], raw: list[str], near: dict, each: tuple[int, int]) -> list[data.Sentence]:
    """So many of each labelled sentence and of each unlabelled one."""
    rng, out = random.Random(12), []
    for s in sentences:
        names = sorted({j.name for j in s.judgements if j.name})
        for _ in range(each[0]):
            out.append((augment.variant(s.text, names, rng.choice(sentences).text, near, rng), names))
    for text in raw:
        for _ in range(each[1]):
            out.append((augment.variant(text, [], rng.choice(raw), near, rng), []))
    known = {s.text for s in sentences} | set(raw)
    return [question(t, [n for n in names if n in t]) for t, names in out if 20 < len(t) < 500 and t not in known]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("work", type=Path)
    ap.add_argument("vocabulary", type=Path)
    ap.add_argument("--base", type=Path, required=True, help="the pretrained network whose tokens the teacher reads")
    ap.add_argument("--near", type=Path, required=True)
    ap.add_argument("--raw", type=int, default=1_000_000, help="unlabelled sentences at most")
    ap.add_argument("--variants", type=int, nargs=2, default=(8, 1), metavar=("LABELLED", "RAW"), help="variants of each sentence")
    ap.add_argument("--every", type=int, default=1, help="take one in so many of the labelled sentences")
    a = ap.parse_args()
    forms = dict(vocabulary=a.vocabulary, base=a.base)
    train, held = data.split(data.load(a.data / "train", encoding.ROOT / "training" / "authored"))
    write(a.work / "train.npz", train[:: a.every], True, **forms)
    write(a.work / "held.npz", held[:: a.every], True, **forms)
    texts = [text for _, text in data.raw_sentences(a.data) if 20 < len(text) < 500]
    texts = random.Random(11).sample(texts, min(a.raw, len(texts)))
    write(a.work / "unseen.npz", [question(t) for t in texts[::UNSEEN]], False, **forms)
    texts = [t for i, t in enumerate(texts) if i % UNSEEN]
    near = json.loads(a.near.read_text(encoding="utf-8"))
    write(a.work / "raw.npz", [question(t) for t in texts] + variants(train[:: a.every], texts, near, a.variants), False, **forms)


if __name__ == "__main__":
    main()
