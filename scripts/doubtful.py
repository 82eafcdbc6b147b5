#!/usr/bin/env python3
"""Finds which names of listed companies are ordinary words, persons, places or phrases too, by measuring texts.

    doubtful.py FOLDER WORDS NAMES TEXT...    # writes src/entity/data/doubtful.txt

FOLDER is that of names.py. WORDS holds the words of a dictionary, NAMES those of persons and places, one a line, in the
letters they are written in. Each line of a TEXT (.gz) is a piece of financial news; of a line with tabs its last field,
of JSON its "text". A line of doubtful.txt: what the name is too, and the name. Standard library only.
"""
import collections, gzip, json, pathlib, re, sys

import names
from names import DATA, folded

TOKEN = re.compile(r"[^\W_]+(?:[&'’.\-][^\W_]+)*|[^\w\s]")
LEGAL = set("inc corp corporation co company ltd limited plc group holdings ag sa se nv ab asa oyj spa llc lp".split())
LONGEST = 6


def texts(paths):
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                if line.startswith("{"):
                    yield from re.split(r"\n|(?<=[.!?]) (?=[A-Z])", json.loads(line)["text"])
                else:
                    yield line.rstrip("\n").rsplit("\t", 1)[-1]


class Seen:
    """How often a name stands in lower case, with capitals inside a sentence, and there as a part of a longer name."""

    def __init__(self):
        self.lower = self.capital = self.after = self.before = 0


def measure(candidates, paths):
    """What the texts show of each candidate, a tuple of words in lower case; the longest that stands at a place counts."""
    first = collections.defaultdict(set)
    for c in candidates:
        first[c[0]].add(len(c))
    seen = collections.defaultdict(Seen)
    for text in texts(paths):
        tokens = TOKEN.findall(text)
        small = [t.lower() for t in tokens]
        big = [t[0].isupper() for t in tokens]
        words = [b for t, b in zip(tokens, big) if len(t) > 3 and t[0].isalpha()]
        running = sum(words) * 2 < len(words)
        i = 0
        while i < len(tokens):
            n = next((n for n in sorted(first.get(small[i], ()), reverse=True) if tuple(small[i:i + n]) in candidates), 0)
            if n:
                s = seen[tuple(small[i:i + n])]
                if not any(big[i:i + n]):
                    s.lower += 1
                elif running and i and big[i] and tokens[i - 1].isalnum():
                    s.capital += 1
                    s.after += big[i - 1] and i > 1
                    s.before += i + n < len(tokens) and big[i + n] and small[i + n] not in LEGAL
            i += max(n, 1)
    return seen


def doubt(name, seen, dictionary, called):
    """What a name is too: "word" or "name", both of one word; "often", a word that is everywhere; "phrase"; or nothing."""
    words = tuple(folded(name).split())
    s = seen.get(words) or Seen()
    part = s.capital >= 4 and max(s.after, s.before) > s.capital / 2
    if len(words) == 1:
        if s.lower >= 100 and s.lower > s.capital:
            return "often"
        if s.lower >= 2 and s.lower > s.capital / 30 or words[0] in dictionary and s.lower + 3 > s.capital:
            return "word"
        return "name" if part or words[0] in called or words[0] in dictionary else None
    if s.lower:
        return "word"
    plain = all(w in dictionary or len(w) < 3 or w in called and w not in words[:1] for w in words)
    return "phrase" if plain or part else None


def main():
    folder, dictionary, called, *paths = sys.argv[1:]
    read = lambda path: pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    dictionary, called = set(read(dictionary)), {folded(w) for w in read(called)}
    called |= {folded(w) for w in dictionary if not w.islower()}
    dictionary = {w for w in dictionary if w.islower()}
    companies = names.read(pathlib.Path(folder), set(names.lines_of("common.txt")))
    listed = {a for c in companies.all for a in (c.name, *c.aliases) if a not in c.ours and a[0] != "$"}
    short = dict(names.short_forms(companies))
    seen = measure({w for w in (tuple(folded(n).split()) for n in listed | set(short)) if len(w) <= LONGEST}, paths)
    found = {folded(n): d for n in listed | set(short) if (d := doubt(n, seen, dictionary, called))}
    for n, company in short.items():
        whole = seen.get(tuple(folded(company.name).split())) or Seen()
        alone = seen.get((folded(n),)) or Seen()
        # Where the whole name never stands, its first word is something else.
        if alone.capital >= 3 and not whole.capital:
            found.setdefault(folded(n), "name")
    head = "# Names of listed companies that are something else too, measured by scripts/doubtful.py; do not edit.\n"
    lines = "".join(f"{d}\t{n}\n" for d, n in sorted((d, n) for n, d in found.items()))
    (DATA / "doubtful.txt").write_text(head + lines, encoding="utf-8")
    print(collections.Counter(found.values()))


if __name__ == "__main__":
    main()
