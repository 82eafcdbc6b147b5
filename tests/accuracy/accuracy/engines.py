"""tickertone's command line and the peers, each as a function from rows to answers (see metrics.py)."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from .metrics import LABELS, STEPS

ROOT = Path(__file__).parents[3]
COMMAND = [ROOT / "target" / "release" / "tickertone", "batch", "--offsets", "utf-16"]


def tickertone(rows: list[dict], targets: bool = True) -> list[dict]:
    """Asks the built command line; with `targets`, for the entities that the rows name."""
    lines = []
    for i, row in enumerate(rows):
        asked = {"id": i, "text": row["text"], "title": row.get("title") or None}
        if targets:
            asked["targets"] = list(dict.fromkeys(e["name"] for e in row.get("entities") or []))
        lines.append(json.dumps({k: v for k, v in asked.items() if v is not None}))
    done = subprocess.run(COMMAND, input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8", check=True)
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert [a["id"] for a in answers] == list(range(len(rows)))
    return answers


def steps(score: float) -> str:
    """The report's seven labels, by the table of src/aggregate/label.rs."""
    strength = sum(abs(score) >= least for least in (0.1, 0.3, 0.6))
    return STEPS[3 + strength if score > 0 else 3 - strength]


def whole_text(judge: Callable[[str], tuple[str, float]]) -> Callable[[list[dict]], list[dict]]:
    """A peer that knows no entities: each gets what the text as a whole gets."""

    def answer(row: dict) -> dict:
        text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
        kind, score = judge(text)
        view = {"class": kind, "score": score, "label": steps(score)}
        return view | {"entities": [view | {"name": e["name"]} for e in row.get("entities") or []]}

    return lambda rows: [answer(row) for row in rows]


def by_sign(score: float, least: float = 0.0) -> str:
    return "positive" if score > 0 and score >= least else "negative" if score < 0 and -score >= least else "neutral"


def peers(train: Path) -> dict[str, Callable[[list[dict]], list[dict]]]:
    """Lexicons from their packages, with the thresholds that their authors give, and a linear model of our training data."""
    from afinn import Afinn
    from textblob import TextBlob
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    vader, afinn = SentimentIntensityAnalyzer(), Afinn()

    def compound(text):
        score = vader.polarity_scores(text)["compound"]
        return by_sign(score, 0.05), score

    def blob(text):
        score = TextBlob(text).sentiment.polarity
        return by_sign(score), score

    def valence(text):
        # AFINN sums; the mean of its words (-5 to 5) keeps the score in range.
        words = [s for s in afinn.scores(text) if s]
        score = sum(words) / (5 * len(words)) if words else 0.0
        return by_sign(score), score

    lexicons = {"VADER": compound, "TextBlob": blob, "AFINN": valence}
    return {name: whole_text(judge) for name, judge in lexicons.items()} | {"TF-IDF + logistic regression": linear(train)}


def linear(train: Path) -> Callable[[list[dict]], list[dict]]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import SGDClassifier
    from sklearn.pipeline import make_pipeline

    texts, labels = [], []
    for path in sorted(train.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("label") and "doc_label" not in row:
                texts.append(row["text"])
                labels.append(row["label"])
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True),
        SGDClassifier(loss="log_loss", alpha=3e-6, random_state=1),
    ).fit(texts, labels)
    place = [list(model.classes_).index(c) for c in LABELS]

    def judge(text):
        p = model.predict_proba([text])[0][place]
        return LABELS[p.argmax()], float(p[2] - p[0])

    return whole_text(judge)
