"""Reads a weights file back into a network to train on: the inverse of `export`, as far as rounding allows.

    python -m tickertone_training.restore OUT.pt [--weights ../src/model/data/model.bin]

Writes OUT.pt and, beside it, its vocabulary OUT.vocabulary.txt. What only training knows, the odds of the classes, starts anew.
"""

import argparse
import struct
from pathlib import Path

import numpy as np
import torch

from .export import FORMAT, MODEL
from .network import Network


class Reader:
    def __init__(self, raw: bytes):
        magic, version = raw[:8], struct.unpack_from("<I", raw, 8)[0]
        if magic != b"TICKTONE" or version != FORMAT:
            raise SystemExit(f"not a weights file of format {FORMAT}")
        self.raw, self.at = raw, 16

    def numbers(self, layout: str) -> tuple:
        values = struct.unpack_from("<" + layout, self.raw, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def text(self) -> str:
        (n,) = self.numbers("I")
        self.at += n
        return self.raw[self.at - n : self.at].decode()

    def array(self, kind: str, count: int) -> np.ndarray:
        out = np.frombuffer(self.raw, kind, count, self.at)
        self.at += out.nbytes
        return out

    def tensor(self) -> torch.Tensor:
        kind, rows, columns = self.numbers("BII")
        if kind == 0:
            return torch.from_numpy(self.array("<f4", rows * columns).reshape(rows, columns).copy())
        scale = self.array("<f4", rows)
        return torch.from_numpy(scale[:, None] * self.array("i1", rows * columns).reshape(rows, columns))

    def linear(self, layer) -> None:
        layer.weight.copy_(self.tensor())
        layer.bias.copy_(self.tensor()[0])


@torch.no_grad()
def restore(raw: bytes) -> tuple[Network, list[str]]:
    r = Reader(raw)
    r.text()
    width, kernel, blocks = r.numbers("III")
    dilations = r.numbers(f"{blocks}I")
    pieces = r.text().split("\n")
    model = Network(len(pieces), width, dilations, kernel)
    for p in (model.pieces, model.shapes, model.changes, model.relations):
        p.copy_(r.tensor())
    for b in model.blocks:
        b.norm.gain.copy_(r.tensor()[0])
        b.taps.copy_(r.tensor().T)
        for layer in (b.mean, b.up, b.down):
            r.linear(layer)
    for layer in (model.aim, model.seek):
        r.linear(layer)
    h = model.head
    model.norm.gain.copy_(r.tensor()[0])
    h.polarity.weight.copy_(r.tensor())
    h.attention.weight.copy_(r.tensor())
    h.polarity.bias[0], h.attention.bias[0], h.null[0] = r.tensor()[0]
    return model, pieces


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out", type=Path)
    ap.add_argument("--weights", type=Path, default=MODEL)
    a = ap.parse_args()
    model, pieces = restore(a.weights.read_bytes())
    torch.save(dict(config=model.config, state=model.state_dict(), pieces=pieces), a.out)
    a.out.with_suffix(".vocabulary.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    print(f"{a.out}: {model.config}")


if __name__ == "__main__":
    main()
