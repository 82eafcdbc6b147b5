"""Variants of sentences for the teacher to judge: what it says of them teaches the student how words compose.

    python -m tickertone_training.augment DATA BASE OUT.json    # the words that are near one another in BASE's embeddings

A variant has words replaced by near ones ("rose" by "climbed" or by "fell"), or words left out, or is the beginning of one
sentence with the end of another. After Jiao et al., "TinyBERT", Findings of EMNLP 2020, with the teacher's own embeddings.
"""

import argparse
import json
import random
import re
from collections import Counter
from pathlib import Path

from . import data, encoding

WORD = re.compile(r"[A-Za-z][a-z]+")
BREAK = re.compile(r"(?<=[,;:]) | (?=(?:but|and|as|after|while|although|despite|because|though|with|even|amid) )")
NEAR, ALIKE, SEEN = 20, 0.2, 40  # how many near words, how alike at least, and how often a word must occur
COMMON = 60  # words such as "the" and "of" stay: without them no sentence is one


def near_words(texts, base: Path) -> dict[str, list[str]]:
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer, table = AutoTokenizer.from_pretrained(base), AutoModel.from_pretrained(base).get_input_embeddings().weight.detach()
    seen = Counter(w.lower() for text in texts for w in WORD.findall(text))
    pieces = tokenizer.get_vocab()
    common = {w for w, _ in seen.most_common(COMMON)}
    words = [w for w, n in sorted(seen.items()) if n >= SEEN and w in pieces and w not in common]
    own = table[[pieces[w] for w in words]]
    own = torch.nn.functional.normalize(own - own.mean(0), dim=-1)
    like, which = (own @ own.T).fill_diagonal_(0).topk(NEAR)
    near = {w: [words[i] for i, x in zip(ids.tolist(), xs.tolist()) if x > ALIKE] for w, ids, xs in zip(words, which, like)}
    return {w: others for w, others in near.items() if others}


def replaced(text: str, kept: list[str], near: dict, rng: random.Random, share: float) -> str:
    """Words replaced; not those in `kept` names, nor names in a sentence that is not in title case."""
    words = WORD.findall(text)
    title = sum(w[0].isupper() for w in words) > 0.6 * len(words)
    spans = [m.span() for name in kept for m in re.finditer(re.escape(name), text)]

    def one(m: re.Match) -> str:
        word, others = m[0], near.get(m[0].lower())
        if not others or rng.random() >= share or not (title or word.islower()) or any(a < m.end() and m.start() < b for a, b in spans):
            return word
        other = rng.choice(others)
        return other.capitalize() if word[0].isupper() else other

    return WORD.sub(one, text)


def thinned(text: str, kept: list[str], rng: random.Random) -> str:
    inside = {w for name in kept for w in name.split()}
    return " ".join(w for w in text.split() if w in inside or rng.random() > 0.12)


def spliced(text: str, other: str, rng: random.Random) -> str:
    here, there = BREAK.split(text), BREAK.split(other)
    return " ".join([*here[: rng.randint(1, max(1, len(here) - 1))], *there[rng.randint(1, max(1, len(there) - 1)) :]]).strip()


def variant(text: str, kept: list[str], other: str, near: dict, rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.15:
        return thinned(text, kept, rng)
    if kind < 0.35:
        text = spliced(text, other, rng)
        return replaced(text, kept, near, rng, 0.1) if kind < 0.25 else text
    return replaced(text, kept, near, rng, rng.uniform(0.1, 0.4))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("base", type=Path)
    ap.add_argument("out", type=Path)
    a = ap.parse_args()
    texts = [s.text for s in data.load(a.data / "train", encoding.ROOT / "training" / "authored")]
    near = near_words(texts * 3 + [t for _, t in data.raw_sentences(a.data)], a.base)
    a.out.write_text(json.dumps(near, indent=0), encoding="utf-8")
    print(f"{len(near)} words with near ones")


if __name__ == "__main__":
    main()
