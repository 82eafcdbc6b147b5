"""Learns the vocabulary: WordPiece on the engine's own words, by the `tokenizers` library.

    python -m tickertone_training.vocabulary DATA OUT.txt [--size 12000]
"""

import argparse
from pathlib import Path

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from . import data, encoding

# In the order of `Vocabulary::specials` of src/model/vocabulary.rs.
SPECIALS = ["[UNKNOWN]", "[COMPANY]", "[INDEX]", "[CRYPTO]", *(f"[PERCENT{i}]" for i in range(5)), "[MONEY]", "[YEAR]", "[SMALL]", "[NUMBER]"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--size", type=int, default=12000)
    a = ap.parse_args()
    encoding.build()

    def rows():
        for s in data.load(a.data / "train", encoding.ROOT / "training" / "authored"):
            for _ in range(3):  # the labelled sentences' words count more
                yield {"text": s.text, "targets": [j.name for j in s.judgements if j.name]}
        for _, text in data.raw_sentences(a.data):
            yield {"text": text}

    tokenizer = Tokenizer(models.WordPiece(unk_token=SPECIALS[0]))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.WordPieceTrainer(vocab_size=a.size, min_frequency=8, limit_alphabet=160, special_tokens=SPECIALS, show_progress=False)
    words = (" ".join(w for w in line.split() if w not in SPECIALS) for line in encoding.stream("--words", rows()))
    tokenizer.train_from_iterator(words, trainer)
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda x: x[1])
    assert [p for p, _ in pieces[: len(SPECIALS)]] == SPECIALS
    a.out.parent.mkdir(parents=True, exist_ok=True)
    a.out.write_text("\n".join(p for p, _ in pieces) + "\n", encoding="utf-8")
    print(f"{len(pieces)} pieces")


if __name__ == "__main__":
    main()
