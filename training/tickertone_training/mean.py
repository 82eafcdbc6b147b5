"""The mean of networks that were trained on from one another: steadier than each.

    python -m tickertone_training.mean OUT.pt A.pt B.pt ...
"""

import sys

import torch


def main():
    out, *paths = sys.argv[1:]
    saved = [torch.load(p) for p in paths]
    state = {k: sum(s["state"][k] for s in saved) / len(saved) for k in saved[0]["state"]}
    torch.save(saved[0] | {"state": state}, out)


if __name__ == "__main__":
    main()
