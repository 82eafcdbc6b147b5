#!/usr/bin/env python3
"""Compiles the table of listed companies from public lists of companies and our own names for them.

    names.py FOLDER    # writes src/entity/data/companies.tsv

FOLDER holds the lists that listings.py reads and sentfin_indian_entity_aliases.csv (src/entity/data/PROVENANCE.md says
where they come from). Ours is src/entity/data/aliases.tsv: the name that the press uses, the primary listing, and other
names; its rows win over the lists. So is former.tsv: companies that are gone or renamed. heard.tsv holds what the lists lack and
financial news names with a ticker. common.txt holds, by hand, words that are names only with evidence around them;
doubtful.txt, by doubtful.py, the names of the lists that are words, persons, places or phrases too.

The table: kind ("small" where another of that ticker is likelier meant), name, ticker, exchange, aliases joined by "|". An
alias may begin with a mark:
    ?   a person's or place's name too: counts unless it is part of a longer name
    ??  an ordinary word too: counts with evidence only
    !   counts with a legal form or a ticker only
    =   counts in capitals only
    ~   counts in lower case too
    $   a further listing: $TICKER:EXCHANGE
    >   the company that this one was renamed to
Standard library only.
"""
import collections, pathlib, re, sys, unicodedata

import listings
from listings import MID, plain

DATA = pathlib.Path(__file__).resolve().parent.parent / "src/entity/data"
MARKS = "?!=~"
AMERICA = ("NYSE", "NASDAQ", "AMEX", "CBOE", "OTC")
# Companies of the lists that the table has room for, from the largest.
ROOM = 21_000


def key(name):
    return re.sub(r"[^a-z0-9]+", "", folded(name))


def folded(alias):
    """An alias as the engine compares it, near enough to find what would stand twice."""
    letters = unicodedata.normalize("NFD", alias.lstrip(MARKS).lower().replace("’", "'"))
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    return letters.translate(str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ı": "i"}))


def capitals(name):
    """Names of up to five letters, all capitals: they count in capitals only."""
    return len(name) <= 5 and name.isupper()


class Company:
    """One company, whatever its listings."""

    def __init__(self, name, ticker, exchange, aliases=(), own=False, size=MID, former=False):
        self.name, self.ticker, self.exchange, self.aliases, self.own, self.size = name, ticker, exchange, list(aliases), own, size
        self.former = former
        # The names that we gave it; the others are the lists'.
        self.ours = {name, *self.aliases} if own else set()


class Companies:
    """Companies by their listings and by their plain names; the first that has one keeps it."""

    def __init__(self):
        self.all, self.by_listing, self.by_key = [], {}, {}

    def add(self, company):
        self.all.append(company)
        self.by_listing[company.ticker, company.exchange] = company
        self.by_key.setdefault(key(company.name), company)
        for alias in company.aliases:
            if alias.startswith("$"):
                self.by_listing[tuple(alias[1:].split(":"))] = company
            else:
                self.by_key.setdefault(key(alias), company)
                self.by_key.setdefault(key(plain(alias.lstrip(MARKS))), company)

    def list(self, listing, common):
        """Adds a listing to the company of that listing or name, or a new company."""
        name, place = plain(listing.name), (listing.ticker, listing.exchange)
        # The two Indian exchanges share their symbols.
        twin = (listing.ticker, "NSE") if listing.exchange == "BSE" else place
        company = self.by_listing.get(place) or self.by_listing.get(twin) or self.by_key.get(key(name))
        # One of the United States is not the foreign company of that name: Reliance Inc., Rogers Corp.
        if company and listing.country == "United States" and company.exchange not in AMERICA and place not in self.by_listing:
            company = None
        if company is None:
            if re.search(r"[A-Za-z]\w", name) and len(name) <= 48 and len(self.all) < ROOM:
                self.add(Company(name, *place, size=listing.size))
            return
        if place not in self.by_listing and listing.exchange in ("NYSE", "NASDAQ", "AMEX"):
            company.aliases.append(f"${listing.ticker}:{listing.exchange}")
        self.by_listing[place] = company
        if key(name) not in self.by_key:
            self.by_key[key(name)] = company
            if name.lower() not in common:
                company.aliases.append(name)

    def name_in_india(self, folder, common):
        """Other names of companies listed in India."""
        for r in listings.rows(folder, "sentfin_indian_entity_aliases.csv"):
            company = self.by_listing.get((r["symbol"], "NSE")) or self.by_listing.get((r["symbol"], "BSE"))
            for alias in r["aliases"].split("|") if company else []:
                name = plain(alias.strip())
                if name[:1].isupper() and len(name) > 3 and not capitals(name) and key(name) not in self.by_key and name.lower() not in common:
                    self.by_key[key(name)] = company
                    company.aliases.append(name)


def short_forms(companies):
    """The first words that only one company has: "Ultragenyx" for "Ultragenyx Pharmaceutical"."""
    owners = collections.defaultdict(set)
    for company in companies.all:
        for name in (company.name, *company.aliases):
            owners[folded(name).split(" ")[0]].add(company)
    for company in companies.all:
        first, *rest = company.name.split(" ")
        if rest and re.fullmatch(r"[A-Z][A-Za-z]{4,}", first) and owners[folded(first)] == {company} and company.size <= listings.SMALL and not company.former:
            yield first, company


def lines_of(table):
    return [x for x in (DATA / table).read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]


def marked(company, alias, common, doubtful):
    """The alias with its marks: ours, and what its letters and the lists of doubtful names ask for; none if it is no use."""
    bare = alias.lstrip(MARKS)
    marks = alias[: len(alias) - len(bare)]
    word = bare.lower() in common
    if marks or bare[0] in "$>":
        return alias.replace("?", "??") if word else alias
    if alias in company.ours:
        return ("=" if capitals(bare) else "") + ("??" if word else "") + bare
    doubt = doubtful.get(folded(bare))
    if capitals(bare) or len(bare) <= 3:
        return "=!" + bare
    if doubt == "often":
        return "!" + bare if company.size <= MID else None
    if doubt == "word" or word and " " not in bare:
        return "!" + bare
    if doubt == "name":
        return ("?" if company.size <= MID else "!") + bare
    if word or doubt == "phrase":
        return "??" + bare
    # Of small companies even a coined word may be somebody's name.
    return ("?" if company.size > MID and " " not in bare else "") + bare


def aliases_of(company, taken, common, doubtful):
    """The company's names but those that another has, the name to report first."""
    same = {folded(a): a for a in reversed(company.aliases)}
    out = []
    for alias in [same.get(folded(company.name), company.name), *company.aliases]:
        if taken.setdefault(folded(alias), company) is company and folded(alias) not in map(folded, out):
            out += filter(None, [marked(company, alias, common, doubtful)])
    return out


def own(table, former=False):
    for line in lines_of(table):
        name, ticker, exchange, aliases = line.split("\t")
        yield Company(name, ticker, exchange, filter(None, aliases.split("|")), own=True, former=former)


def read(folder, common):
    """All companies, the largest first, ours in front."""
    companies = Companies()
    for company in own("aliases.tsv"):
        companies.add(company)
    # A foreign company with a listing at home is reported with that one.
    home = list(listings.elsewhere(folder))
    at_home = {key(plain(r.name)) for r in home}
    america = list(listings.united_states(folder))
    first = [r for r in america if r.country in ("United States", "") or key(plain(r.name)) not in at_home]
    for listing in sorted(first + home, key=lambda r: (r.size > MID, r.exchange not in AMERICA, r.size)) + america:
        companies.list(listing, common)
    companies.name_in_india(folder, common)
    for line in lines_of("heard.tsv"):
        name, ticker, exchange, aliases = line.split("\t")
        companies.list(listings.Listing(ticker, exchange, name, "", listings.MICRO), common)
        if company := companies.by_listing.get((ticker, exchange)):
            company.aliases += filter(None, aliases.split("|"))
    # Last, as their tickers may be others' by now.
    for company in own("former.tsv", former=True):
        companies.all.append(company)
    return companies


def main():
    folder = pathlib.Path(sys.argv[1])
    common = set(lines_of("common.txt"))
    doubtful = {name: doubt for doubt, name in (x.split("\t") for x in lines_of("doubtful.txt"))}
    companies = read(folder, common)
    for short, company in short_forms(companies):
        if folded(short) not in doubtful and short.lower() not in common:
            company.aliases.append(short)

    # What the other tables name is theirs.
    taken = {folded(a): None for t in ("assets.tsv", "private.tsv") for x in lines_of(t) for a in x.split("\t")[4].split("|")}
    # A name that we gave one company is not another's, however a list calls that.
    for c in companies.all:
        for alias in c.ours:
            taken.setdefault(folded(alias), c)
    rows = {}
    for c in sorted(companies.all, key=lambda c: (not c.own, c.size)):
        rows[c] = ["company" if not c.former and (c.own or c.size <= MID) else "small", c.name, c.ticker, c.exchange, "|".join(aliases_of(c, taken, common, doubtful))]
    (DATA / "companies.tsv").write_text("".join("\t".join(rows[c]) + "\n" for c in companies.all), encoding="utf-8")
    print(len(companies.all), "companies,", sum(c.own for c in companies.all), "of them with names of our own; by exchange:")
    print(", ".join(f"{k} {v}" for k, v in collections.Counter(c.exchange for c in companies.all).most_common()))


if __name__ == "__main__":
    main()
