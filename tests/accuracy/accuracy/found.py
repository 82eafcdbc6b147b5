"""Which entities are found where none is asked for, and whether they are linked to the right listing."""

from pathlib import Path

FORMS = set("inc corp corporation co company plc ltd limited group holdings holding sa ag nv se the llc lp spa ab asa oyj".split())


def plain(name: str) -> tuple[str, ...]:
    words = "".join(c.lower() if c.isalnum() else " " for c in name).split()
    return tuple(w for w in words if w not in FORMS) or tuple(words)


def symbol(ticker: str) -> str:
    return ticker.upper().split(":")[-1].split(".")[0].split("/")[0]


def same(gold: dict, got: dict) -> bool:
    """By ticker, else by name without legal form, one of the two being the other's beginning."""
    if gold.get("ticker") and got.get("ticker") and symbol(gold["ticker"]) == symbol(got["ticker"]):
        return True
    a, b = plain(gold["name"]), plain(got["name"])
    return bool(a and b and (a == b[: len(a)] or b == a[: len(b)]))


def found(rows, answers) -> dict[str, float]:
    right = wrong = hits = gold = main = main_found = linked = well_linked = 0
    tops = []
    for row, answer in zip(rows, answers):
        asked, got = row.get("entities") or [], answer["entities"]
        hit = set()
        for e in got:
            fits = [i for i, g in enumerate(asked) if same(g, e)]
            # The same entity reported twice is wrong the second time.
            new = bool(set(fits) - hit)
            right, wrong = right + new, wrong + (not new)
            hit.update(fits)
            if fits and asked[fits[0]].get("ticker"):
                linked += 1
                well_linked += bool(e.get("ticker")) and symbol(e["ticker"]) == symbol(asked[fits[0]]["ticker"])
        hits, gold = hits + len(hit), gold + len(asked)
        leading = {i for i, g in enumerate(asked) if g.get("relevance") in ("primary", "secondary")}
        main, main_found = main + len(leading), main_found + len(leading & hit)
        if got and any(g.get("relevance") == "primary" for g in asked):
            best = max(got, key=lambda e: e["relevance"])
            tops.append(any(g.get("relevance") == "primary" and same(g, best) for g in asked))
    return dict(
        precision=right / max(1, right + wrong),
        recall=hits / max(1, gold),
        main_recall=main_found / max(1, main),
        ticker_right=well_linked / max(1, linked),
        primary_on_top=sum(tops) / max(1, len(tops)),
    )


def cases(path: Path) -> tuple[list[dict], list[list[str]]]:
    """The names in context of tests/names.tsv as rows, and what is to be found in each: tickers, or names without one."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows, expected = [], []
    for asked, text in (line.split("\t", 1) for line in lines):
        title, _, body = text.rstrip().replace("\\n", "\n").rpartition(" || ")
        rows.append({"title": title, "text": body})
        expected.append([e for e in asked.split(";") if e != "-"])
    return rows, expected


def in_context(expected: list[list[str]], answers: list[dict]) -> dict[str, float]:
    got = [[e.get("ticker") or e["name"] for e in answer["entities"]] for answer in answers]
    right = sum(e in g for asked, g in zip(expected, got) for e in asked)
    return dict(precision=right / max(1, sum(map(len, got))), recall=right / max(1, sum(map(len, expected))))
