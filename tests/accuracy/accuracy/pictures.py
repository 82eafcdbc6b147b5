"""The pictures of docs/ACCURACY.md, as SVG without dates, so that the same figures give the same bytes."""

from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.hashsalt": "tickertone", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False})
import matplotlib.pyplot as plt  # noqa: E402 - the backend is chosen first
from sklearn.metrics import confusion_matrix  # noqa: E402

from .metrics import LABELS, label  # noqa: E402


def save(figure, path: Path) -> None:
    figure.savefig(path, metadata={"Date": None}, bbox_inches="tight")
    plt.close(figure)


def calibration(curves: dict[str, list], path: Path) -> None:
    """Share right against claimed probability of the label; the area of a dot is its count."""
    figure, axes = plt.subplots(figsize=(4, 4))
    axes.plot([0.3, 1], [0.3, 1], color="#999", linewidth=1, linestyle="--")
    for name, curve in curves.items():
        total = sum(n for n, *_ in curve)
        line = axes.plot([c for _, c, _ in curve], [r for *_, r in curve], linewidth=1, label=name)
        axes.scatter([c for _, c, _ in curve], [r for *_, r in curve], [200 * n / total for n, *_ in curve], color=line[0].get_color())
    axes.set(xlabel="claimed probability of the label", ylabel="share right", xlim=(0.3, 1), ylim=(0, 1))
    axes.legend(frameon=False)
    save(figure, path)


def confusion(sets: dict[str, tuple[list, list]], path: Path) -> None:
    """For each set the share of each true class (a row) that was called each class."""
    figure, all_axes = plt.subplots(1, len(sets), figsize=(2.6 * len(sets), 2.8), sharey=True)
    for axes, (name, (rows, answers)) in zip(all_axes, sets.items()):
        table = confusion_matrix([r["label"] for r in rows], [label(a) for a in answers], labels=LABELS, normalize="true")
        axes.imshow(table, cmap="Blues", vmin=0, vmax=1)
        for i, shares in enumerate(table):
            for j, share in enumerate(shares):
                axes.text(j, i, f"{share:.2f}", ha="center", va="center", color="white" if share > 0.55 else "black")
        axes.set(title=name, xticks=range(3), yticks=range(3), xticklabels=[c[:3] for c in LABELS], yticklabels=LABELS, xlabel="called")
    all_axes[0].set_ylabel("is")
    save(figure, path)
