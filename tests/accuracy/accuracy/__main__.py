"""Measures the built command line and its peers, rewrites the tables and pictures of docs/ACCURACY.md, and checks the floors.

    python -m accuracy DATA

DATA holds `open/*.jsonl` (measured on) and `train/*.jsonl` (what the linear peer learns from). The exit status is 1 if a floor
of floors.toml is broken, or if the tables in docs/ACCURACY.md were stale (they are then rewritten).
"""

import json
import re
import sys
import tomllib
from pathlib import Path

from . import engines, pictures, tables
from .found import cases, found, in_context
from .metrics import measure

DOCS = engines.ROOT / "docs"
NAMES = engines.ROOT / "tests/names.tsv"
FLOORS = Path(__file__).parents[1] / "floors.toml"
SETS = ("phrasebank", "fiqa", "finentity", "sentfin", "twitter_fin_news", "annotated", "phenomena", "articles")


def broken(measured: dict) -> list[str]:
    out = []
    for name, floors in tomllib.loads(FLOORS.read_text()).items():
        most = floors.pop("at_most", {})
        for key, bound in (floors | most).items():
            value = measured[name][key]
            if value > bound if key in most else value < bound:
                out.append(f"{name} {key}: {value:.3f} is {'above' if key in most else 'below'} {bound}")
    return out


def replaced(text: str, blocks: dict[str, str]) -> str:
    """The document with what stands between `<!-- name -->` and `<!-- /name -->` exchanged."""
    for name, block in blocks.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        if not pattern.search(text):
            raise SystemExit(f"docs/ACCURACY.md has no place for {name}")
        text = pattern.sub(lambda m: m[1] + block + m[2], text)
    return text


def main() -> None:
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "open").is_dir():
        raise SystemExit("usage: python -m accuracy DATA, a folder with open/ and train/ (see training/README.md); it is not part of the repository")
    data = Path(sys.argv[1])
    rows = {s: [json.loads(x) for x in (data / "open" / f"{s}.jsonl").read_text(encoding="utf-8").splitlines()] for s in SETS}
    answers = {s: engines.tickertone(r) for s, r in rows.items()}
    ours = {s: measure(rows[s], answers[s]) for s in SETS}
    ours["found"] = found(rows["articles"], engines.tickertone(rows["articles"], targets=False))
    asked, expected = cases(NAMES)
    ours["names"] = in_context(expected, engines.tickertone(asked, targets=False))
    results = {answers["fiqa"][0]["model"]: ours}
    for name, peer in engines.peers(data / "train").items():
        print(f"measuring {name}", file=sys.stderr)
        results[name] = {s: measure(r, peer(r)) for s, r in rows.items()}

    pictures.calibration({s: ours[s]["calibration"] for s in ("phrasebank", "annotated", "twitter_fin_news")}, DOCS / "calibration.svg")
    pictures.confusion({s: (rows[s], answers[s]) for s in ("phrasebank", "annotated", "twitter_fin_news")}, DOCS / "confusion.svg")
    path = DOCS / "ACCURACY.md"
    before = path.read_text(encoding="utf-8")
    blocks = {"results": tables.results(results), "phenomena": tables.phenomena(results), "found": tables.found(ours["found"]), "names": tables.found(ours["names"])}
    after = replaced(before, blocks | {"confidence": tables.confidence(rows["articles"] + rows["annotated"], answers["articles"] + answers["annotated"])})
    path.write_text(after, encoding="utf-8")
    print(blocks["results"], blocks["found"], blocks["names"], sep="\n")
    problems = broken(ours)
    if after != before:
        problems.append("the tables of docs/ACCURACY.md were stale; they are rewritten: look at them and commit them")
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
