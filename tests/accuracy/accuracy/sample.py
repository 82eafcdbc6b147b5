"""Prints what the built command line finds in articles drawn from DATA/raw/articles.jsonl.gz, to be read by a person; none of
those that `training/authored/articles.jsonl` says the companies of, which the classifier of names has learned from.

    python -m accuracy.sample DATA [COUNT [SEED]]    # 100 articles with seed 1

For each: its id, title and beginning, and the entities found with their tickers and the words that name them.
"""

import gzip
import json
import sys
from hashlib import sha256
from pathlib import Path

from .engines import tickertone


LEARNED = Path(__file__).parents[3] / "training/authored/articles.jsonl"


def words(row: dict, mention: dict) -> str:
    text = row.get(mention.get("field", "text")) or ""
    units = text.encode("utf-16-le")[2 * mention["start"] : 2 * mention["end"]]
    return units.decode("utf-16-le").replace("\n", " ")


def main() -> None:
    data, count, seed = Path(sys.argv[1]), *(int(a) for a in [*sys.argv[2:], *("100", "1")[len(sys.argv) - 2 :]])
    learned = {json.loads(line)["id"] for line in LEARNED.read_text(encoding="utf-8").splitlines()}
    with gzip.open(data / "raw/articles.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["id"] not in learned]
    # By a hash, so that the draw stays the same when more of the others are learned from.
    rows.sort(key=lambda row: sha256(f"{seed} {row['id']}".encode()).digest())
    rows = [{"id": row["id"], "title": row.get("title") or "", "text": row["text"]} for row in rows[:count]]
    for row, answer in zip(rows, tickertone(rows, targets=False)):
        print(f"\n{row['id']} {row['title']} | {row['text'][:200]!r}")
        for e in answer["entities"]:
            named = sorted({words(row, m) for m in e["mentions"]})
            print(f"    {e['name']} {e.get('ticker') or '-'} {e['kind']} {e['relevance']:.2f}: {'; '.join(named[:4])}")


if __name__ == "__main__":
    main()
