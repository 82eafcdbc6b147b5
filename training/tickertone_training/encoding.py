"""Texts as the engine's own `encode` reads them: there is one tokenizer, and it is the Rust one."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
BINARY = ROOT / "target" / "release" / "encode"


@dataclass
class Encoded:
    ids: np.ndarray
    shapes: np.ndarray
    changes: np.ndarray
    spans: np.ndarray  # [pieces, 2], code points
    targets: dict[str, np.ndarray]  # every name found or asked for: 1 where a piece belongs to it


def build() -> None:
    subprocess.run(["cargo", "build", "--release", "--quiet", "--features", "cli", "--bin", "encode"], cwd=ROOT, check=True)


def stream(argument: str, rows):
    """The lines that `encode ARGUMENT` answers to `rows` (dicts with text and targets)."""
    process = subprocess.Popen([BINARY, argument], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", errors="surrogateescape")
    from threading import Thread

    def feed():
        with process.stdin as pipe:
            for row in rows:
                pipe.write(json.dumps(row) + "\n")

    Thread(target=feed, daemon=True).start()
    for line in process.stdout:
        yield line
    if process.wait():
        raise SystemExit(f"encode {argument} failed")


def encode(vocabulary: Path, rows) -> list[Encoded]:
    out = []
    for line in stream(str(vocabulary), rows):
        e = json.loads(line)
        out.append(
            Encoded(
                np.array(e["ids"], np.int32),
                np.array(e["shapes"], np.int8),
                np.array(e["changes"], np.int8),
                np.array(e["spans"], np.int32).reshape(-1, 2),
                {k: np.array(v, np.int8) for k, v in e["targets"].items()},
            )
        )
    return out
