"""Draws docs/speed.svg and docs/reach.svg from target/bench/hosts.json and docs/ACCURACY.md: `make bench` calls it."""

import json
import re
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update(
    {"svg.hashsalt": "tickertone", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False}
)
import matplotlib.pyplot as plt  # noqa: E402 - the backend is chosen first

ROOT = Path(__file__).parent.parent
NAMES = {
    "tickertone": "tickertone",
    "bert": "BERT-base, int8",
    "vader": "vader-sentiment",
    "wink": "wink-sentiment",
    "afinn": "sentiment (AFINN)",
}
COLOURS = dict(zip(NAMES, ("#1b5e9b", "#c2570c", "#777777", "#9b6fb5", "#3d8f5f")))


def save(figure, name: str) -> None:
    figure.savefig(ROOT / "docs" / name, metadata={"Date": None}, bbox_inches="tight")
    plt.close(figure)


def speed(results: dict) -> None:
    """Time against length in Chromium."""
    figure, axes = plt.subplots(figsize=(5, 3.6))
    for key, name in NAMES.items():
        warm = results["hosts"]["Chromium"]["engines"][key]["warm"]
        points = sorted((results["words"][text], figures["median"]) for text, figures in warm.items())
        axes.loglog(*zip(*points), marker="o", markersize=4, color=COLOURS[key], label=name)
    axes.set(xlabel="words", ylabel="milliseconds, one thread of Chromium")
    axes.grid(which="major", color="#ddd", linewidth=0.5)
    axes.legend(frameon=False)
    save(figure, "speed.svg")


def accuracies() -> dict[str, float]:
    """PhraseBank, all rows, of those whose download is measured; FinBERT's is the published one."""
    text = (ROOT / "docs" / "ACCURACY.md").read_text()
    head = [cell.strip() for cell in re.search(r"^\| set \|(.*)\|$", text, re.M)[1].split("|")]
    row = re.search(r"^\| PhraseBank, all rows: accuracy / macro-F1 \|(.*)\|$", text, re.M)[1].split("|")
    found = {name: float(cell.split("/")[0]) for name, cell in zip(head, row)}
    published = float(re.search(r"^\| FinBERT \(Araci, 2019\) \|[^|]*\| (\.\d+) /", text, re.M)[1])
    own = next(value for name, value in found.items() if name.startswith("tone-"))
    return {"tickertone": own, "vader": found["VADER"], "afinn": found["AFINN"], "bert": published}


def reach(results: dict) -> None:
    """Accuracy against download."""
    figure, axes = plt.subplots(figsize=(5, 3.6))
    for key, accuracy in accuracies().items():
        size = results["download"][key]
        name = "FinBERT (its authors' figure;\ntrained on this set)" if key == "bert" else NAMES[key]
        axes.scatter(size, accuracy, color=COLOURS[key])
        axes.annotate(name, (size, accuracy), (-6 if key == "bert" else 6, -4), textcoords="offset points",
                      ha="right" if key == "bert" else "left", va="top")
    axes.set_xscale("log")
    axes.set(xlabel="bytes to download, brotli", ylabel="accuracy on Financial PhraseBank", ylim=(0.4, 1))
    save(figure, "reach.svg")


if __name__ == "__main__":
    figures = json.loads((ROOT / "target" / "bench" / "hosts.json").read_text())
    speed(figures)
    reach(figures)
