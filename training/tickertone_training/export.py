"""Writes the weights file (src/model/format.rs says how it is laid out) and the parity vectors.

    python -m tickertone_training.export STUDENT.pt [--name tone-8]
"""

import argparse
import json
import struct
import zlib
from pathlib import Path

import numpy as np
import torch

from . import encoding
from .network import LEVELS, Network

FORMAT = 3
VECTORS = encoding.ROOT / "tests" / "parity.json"
MODEL = encoding.ROOT / "src" / "model" / "data" / "model.bin"


def rounded(weight: torch.Tensor, levels: int) -> tuple[np.ndarray, np.ndarray]:
    scale = weight.abs().amax(-1, keepdim=True).clamp_min(1e-8) / levels
    return scale.numpy().astype("<f4"), (weight / scale).round().numpy().astype(np.int8)


def integers(weight: torch.Tensor, levels: int = 127) -> bytes:
    scale, values = rounded(weight, levels)
    return struct.pack("<BII", 1, *values.shape) + scale.tobytes() + values.tobytes()


def floats(values: torch.Tensor) -> bytes:
    values = values.reshape(-1, values.shape[-1])
    return struct.pack("<BII", 0, *values.shape) + values.numpy().astype("<f4").tobytes()


def linear(layer) -> bytes:
    return integers(layer.weight.detach()) + floats(layer.bias.detach())


def text(s: str) -> bytes:
    raw = s.encode()
    return struct.pack("<I", len(raw)) + raw


@torch.no_grad()
def pack(model: Network, pieces: list[str], name: str, fitted: dict[str, list[float]]) -> bytes:
    c = model.config
    body = text(name) + struct.pack(f"<III{len(c['dilations'])}I", c["width"], c["kernel"], len(c["dilations"]), *c["dilations"])
    body += text("\n".join(pieces)) + integers(model.pieces, LEVELS)
    body += floats(model.shapes) + floats(model.changes) + floats(model.relations)
    for b in model.blocks:
        body += floats(b.norm.gain) + floats(b.taps.T) + linear(b.mean) + linear(b.up) + linear(b.down)
    body += linear(model.aim) + linear(model.seek)
    h = model.head
    body += floats(model.norm.gain) + floats(h.polarity.weight) + floats(h.attention.weight)
    body += floats(torch.cat([h.polarity.bias, h.attention.bias, h.null]))
    for k in ("probabilities", "document", "entity", "confidence", "mixed"):
        body += floats(torch.tensor([fitted[k]]))
    return b"TICKTONE" + struct.pack("<II", FORMAT, zlib.adler32(body)) + body


# What weighs sentences until it is fitted (tickertone_training/articles.py): the document leans on the title, the lead and
# the main subject.
UNFITTED = {
    "probabilities": [3.0, 0.15],
    "document": [2.0, 1.0, 1.0, -1.0, 0.0, 0.0, 0.5, 1.0, 0.0],
    "entity": [2.0, 1.0, 0.5, -1.0, 0.0, 0.0, 0.0, 1.0, 0.0],
    "confidence": [0.0, 3.0, 3.0, 0.5, 0.0],
    "mixed": [0.1, 0.5],
}

# Sentences of our own whose reading, piece by piece, the engine must reproduce.
SENTENCES = [
    ("Net loss narrowed to $1.2 million from $3.4 million.", None),
    ("Acme beat estimates, but Bolt cut its outlook.", "Acme"),
    ("Acme beat estimates, but Bolt cut its outlook.", "Bolt"),
    ("The company did not rule out a rights issue, analysts said.", None),
    ("Record profit!", None),
    ("up", None),
]


@torch.no_grad()
def vectors(model: Network, vocabulary: Path) -> list[dict]:
    model.quantise()
    model.eval()
    out = []
    encoded = encoding.encode(vocabulary, ({"text": t, "targets": [n] if n else []} for t, n in SENTENCES))
    for (sentence, name), e in zip(SENTENCES, encoded):
        relation = e.targets[name] if name else np.zeros(len(e.ids), np.int8)
        t = lambda x: torch.from_numpy(x.astype(np.int64))[None]
        score, contributions, *_ = model(t(e.ids), t(e.shapes), t(e.changes), torch.ones(1, len(e.ids), dtype=torch.bool), torch.zeros(1, dtype=torch.long), t(relation))
        item = {"text": sentence, "target": name, "ids": e.ids.tolist(), "shapes": e.shapes.tolist(), "changes": e.changes.tolist(), "relations": relation.tolist()}
        out.append(item | {"contributions": [round(x, 5) for x in contributions[0].tolist()], "score": round(score.item(), 5)})
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("student", type=Path)
    ap.add_argument("--name", default="tone-8")
    ap.add_argument("--fitted", type=Path, help="the factors that `articles` wrote")
    ap.add_argument("--out", type=Path, default=MODEL)
    a = ap.parse_args()
    saved = torch.load(a.student)
    c = saved["config"]
    model = Network(c["pieces"], c["width"], tuple(c["dilations"]), c["kernel"])
    model.load_state_dict(saved["state"])
    fitted = json.loads(a.fitted.read_text()) if a.fitted else UNFITTED
    raw = pack(model, saved["pieces"], a.name, fitted)
    a.out.write_bytes(raw)
    vocabulary = a.student.with_suffix(".vocabulary.txt")
    vocabulary.write_text("\n".join(saved["pieces"]) + "\n", encoding="utf-8")
    if a.out == MODEL:
        VECTORS.write_text(json.dumps(vectors(model, vocabulary), indent=1) + "\n", encoding="utf-8")
    print(f"{a.out}: {len(raw)} bytes")


if __name__ == "__main__":
    main()
