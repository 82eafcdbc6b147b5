"""Files that are either the old one or the new one in whole, whenever the machine stops."""

import os
from pathlib import Path

import torch


def replace(path: Path, content: dict) -> None:
    beside = path.with_suffix(".new")
    torch.save(content, beside)
    os.replace(beside, path)
