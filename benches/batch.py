"""Articles a second and peak memory of `tickertone batch`, beside VADER in Python and in Node on the same texts in one run.

    pip install vaderSentiment==3.3.2
    npm install --prefix target/bench vader-sentiment@1.1.3
    cargo build --release --features cli
    python benches/batch.py [ROWS]          # 50,000 unless given; memory also at a tenth of that
"""

import json
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
WORK = ROOT / "target" / "bench"
PROGRAM = os.environ.get("TICKERTONE", ROOT / "target" / "release" / "tickertone")
PARAGRAPHS = 6

IN_PYTHON = """
import json, sys
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
analyzer = SentimentIntensityAnalyzer()
for line in sys.stdin:
    print(analyzer.polarity_scores(json.loads(line)["text"])["compound"])
"""
IN_NODE = """
const { SentimentIntensityAnalyzer } = require("vader-sentiment");
const lines = require("readline").createInterface({ input: process.stdin });
lines.on("line", (line) => console.log(SentimentIntensityAnalyzer.polarity_scores(JSON.parse(line).text).compound));
"""


def archive(rows: int) -> pathlib.Path:
    """Articles of some paragraphs of our own each, no two alike."""
    folder = ROOT / "training" / "authored"
    files = [folder / f"{name}.tsv" for name in ("paragraphs", "longform", "opposed", "releases")]
    own = [line.split("\t")[-1] for file in files for line in file.read_text("utf-8").splitlines()]
    path = WORK / f"articles-{rows}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for i in range(rows):
            parts = [own[(i * 7 + k * 131) % len(own)] for k in range(PARAGRAPHS)]
            out.write(json.dumps({"id": i, "text": "\n\n".join([*parts, f"Article {i}."])}) + "\n")
    return path


def run(command: list, path: pathlib.Path) -> tuple[float, float]:
    """Seconds, and the most memory in MB."""
    began = time.monotonic()
    with path.open("rb") as source:
        child = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, cwd=WORK)
        _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, command
    return time.monotonic() - began, usage.ru_maxrss / 1024


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    WORK.mkdir(parents=True, exist_ok=True)
    for count in (rows // 10, rows):
        path = archive(count)
        took, memory = run([PROGRAM, "batch"], path)
        print(f"tickertone batch, {os.cpu_count()} cores: {count} articles ({path.stat().st_size / 1e6:.0f} MB), "
              f"{count / took:.0f} a second, at most {memory:.0f} MB")  # fmt: skip
    for name, command in (("vaderSentiment, Python", [sys.executable, "-c", IN_PYTHON]), ("vader-sentiment, Node", ["node", "-e", IN_NODE])):
        took, memory = run(command, path)
        print(f"{name}: {rows / took:.0f} a second, at most {memory:.0f} MB")


if __name__ == "__main__":
    main()
