"""The mean of networks that have learned on from one another ("model soup": Wortsman et al., ICML 2022).

    python -m tickertone_training.mean A.pt B.pt ... --out MEAN.pt [--unseen WORK/unseen.npz]

With `--unseen` its null slot, which decides how much a sentence must say not to be neutral, is set so that the network agrees
with the teachers most often on sentences that no student has learned from. Learned by heart, labels leave it too low.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from .checkpoint import replace
from .examples import DEVICE, Examples
from .network import Network
from .student import agreed

STEP, FURTHEST = 0.1, 1.5


def null_slot(saved: dict, unseen: Examples) -> float:
    """What the null slot of a saved network should be."""
    model = Network(**saved["config"]).to(DEVICE)
    model.load_state_dict(saved["state"])
    model.quantise()
    model.eval()
    begin = model.head.null.item()
    moves = np.arange(-FURTHEST, FURTHEST + STEP / 2, STEP)
    shares = []
    for move in moves:
        model.head.null.data.fill_(begin + move)
        shares.append(np.mean(agreed(model, unseen)))
    # A share moves by a thousandth for no reason: each with its neighbours.
    smooth = np.convolve(np.pad(shares, 2, mode="edge"), np.ones(5) / 5, "valid")
    best = int(smooth.argmax())
    print(f"null slot moved by {moves[best]:+.1f}: as the teachers on unseen {shares[best]:.4f} instead of {shares[len(moves) // 2]:.4f}")
    return begin + moves[best]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("networks", type=Path, nargs="+")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--unseen", type=Path)
    a = ap.parse_args()
    saved = [torch.load(path) for path in a.networks]
    mean = saved[0] | dict(state={k: torch.stack([s["state"][k] for s in saved]).mean(0) for k in saved[0]["state"]})
    if a.unseen:
        mean["state"]["head.null"].fill_(null_slot(mean, Examples(a.unseen)))
    replace(a.out, mean)


if __name__ == "__main__":
    main()
