"""The mean of networks that have learned on from one another ("model soup": Wortsman et al., ICML 2022).

    python -m tickertone_training.mean A.pt B.pt ... --out MEAN.pt
"""

import argparse
from pathlib import Path

import torch

from .checkpoint import replace


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("networks", type=Path, nargs="+")
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    saved = [torch.load(path) for path in a.networks]
    state = {k: torch.stack([s["state"][k] for s in saved]).mean(0) for k in saved[0]["state"]}
    replace(a.out, saved[0] | dict(state=state))


if __name__ == "__main__":
    main()
