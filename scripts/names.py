#!/usr/bin/env python3
"""Compiles the table of listed companies from public lists of companies and our own names for them.

    names.py FOLDER    # writes src/entity/data/companies.tsv

FOLDER holds sp500.csv, sec_company_tickers.csv, us_listed_nasdaq_screener.csv and financedatabase_equities.csv
(src/entity/data/PROVENANCE.md says where they come from). Ours is src/entity/data/aliases.tsv: the name that the press
uses, the primary listing, and other names; its rows win over the lists. src/entity/data/common.txt holds the words
that are names only with evidence around them.

The table: kind, name, ticker, exchange, aliases joined by "|". An alias may begin with a mark:
    ?   a person's or place's name too: counts unless it is part of a longer name
    ??  an ordinary word too: counts with evidence only
    !   counts with a legal form or a ticker only
    =   counts in capitals only
    ~   counts in lower case too
    $   a further listing: $TICKER:EXCHANGE
Standard library only.
"""
import collections, csv, pathlib, re, sys, unicodedata

DATA = pathlib.Path(__file__).resolve().parent.parent / "src/entity/data"

# Home markets: code in the list of equities -> exchange as we report it, and the countries that are at home there.
MARKETS = {
    "TOR": ("TSX", {"Canada"}), "LSE": ("LSE", {"United Kingdom"}), "PAR": ("Euronext", {"France"}),
    "AMS": ("Euronext", {"Netherlands"}), "BRU": ("Euronext", {"Belgium"}), "LIS": ("Euronext", {"Portugal"}),
    "ISE": ("Euronext", {"Ireland"}), "GER": ("XETRA", {"Germany"}), "MIL": ("BIT", {"Italy"}),
    "MCE": ("BME", {"Spain"}), "EBS": ("SIX", {"Switzerland"}), "STO": ("STO", {"Sweden"}),
    "CPH": ("CPH", {"Denmark"}), "HEL": ("HEL", {"Finland"}), "OSL": ("OSL", {"Norway"}), "VIE": ("VIE", {"Austria"}),
    "JPX": ("TSE", {"Japan"}), "HKG": ("HKEX", {"China", "Hong Kong", "Macau"}), "SHH": ("SSE", {"China"}),
    "SHZ": ("SZSE", {"China"}), "KSC": ("KRX", {"South Korea"}), "KOE": ("KRX", {"South Korea"}),
    "TAI": ("TWSE", {"Taiwan"}), "ASX": ("ASX", {"Australia"}), "NSE": ("NSE", {"India"}), "SAO": ("B3", {"Brazil"}),
    "MEX": ("BMV", {"Mexico"}), "JNB": ("JSE", {"South Africa"}), "SES": ("SGX", {"Singapore"}),
    "SAU": ("TADAWUL", {"Saudi Arabia"}), "MCX": ("MOEX", {"Russia"}), "IST": ("BIST", {"Turkey"}),
    "TLV": ("TASE", {"Israel"}),
}
CAPS = {"Mega Cap", "Large Cap", "Mid Cap"}
US_CAP = 4e9  # dollars; below it a US listing outside the S&P 500 is left out

SECURITY = re.compile(
    r"\s+(?:-\s+)?(?:(?:new|non-voting|voting|subordinate voting|class [a-c]|common|ordinary|depositary|depository|american|"
    r"new york registry|registered|sponsored|global|capital|series [a-c]) )*"
    r"(?:common (?:stock|shares?)|ordinary shares?|capital stock|adr\b|ads\b|gdr\b|deposit[ao]ry (?:shares?|receipts?)|"
    r"subordinate voting shares?|voting shares?|registry shares|registered shares|common units?|units? representing|"
    r"limited partner(?:ship)? (?:interests?|units?)|shares of beneficial interest).*$"
    r"|(?<=\S)\s*,?\s*\bclass [a-h]\b.*$|(?<=\.)class [a-h]$|\s+\(class [a-c]\)$|\s+sponsored (?:adr|gdr).*$|\s+pref$|\s+\(publ\)$|\s+partizipsch\.?$", re.I)
MARKS = "?!=~"
LEGAL = re.compile(
    r"(?:,\s*|\s+|(?<=co\.),?)(?:&\s+|and\s+)?(?:inc|incorporated|corp|corporation|co|company|companies|cos|ltd|limited|plc|p\.l\.c|public limited "
    r"company|ag|s\.?a|s\.?e|n\.?v|b\.?v|ab|asa|oyj|s\.?p\.?a|a/s|l\.?p|llc|k\.?k|kgaa|& co|gmbh|bhd|berhad|pjsc|ojsc|pao|"
    r"s\.a\.b\. de c\.v|s\.a\.b|a\.s|anonim sirketi|tbk|holdings?|group|groupe|gruppe|hldgs?|the|\(the\)|societe anonyme|societe europeenne|"
    r"societe en commandite par actions|as|hf|\(holdings?\)|\(group\)|joint stock company)\.?$", re.I)
BEFORE = re.compile(r"^(?:the|ab|koninklijke|compagnie de|pt|pjsc)\s+", re.I)
SMALL = {"of", "and", "the", "de", "do", "da", "y", "e", "for", "in", "on", "la", "del", "di", "du"}


def plain(name):
    """What is left of a registered name without the security's kind and the legal form."""
    name = SECURITY.sub("", re.sub(r"\s+", " ", name.replace("–", "-").replace("’", "'")).strip())
    while True:
        shorter = LEGAL.sub("", name).rstrip(" ,-&")
        if shorter == name or len(shorter) < 2:
            break
        name = shorter
    name = BEFORE.sub("", name)
    if name.isupper() and len(name) > 5:
        name = " ".join(w.lower() if w.lower() in SMALL else w.capitalize() if len(w) > 3 else w for w in name.split())
    return name


def key(name):
    return re.sub(r"[^a-z0-9]+", "", folded(name))


def folded(alias):
    """An alias as the engine compares it, near enough to find what would stand twice."""
    letters = unicodedata.normalize("NFD", alias.lstrip(MARKS).lower().replace("’", "'"))
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    return letters.translate(str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d"}))


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def united_states(folder):
    """(ticker, exchange, name) of the S&P 500 and of other large companies listed in the United States."""
    exchange = {r["ticker"].replace("-", "."): r["exchange"].upper() for r in rows(folder, "sec_company_tickers.csv")}
    screener = list(rows(folder, "us_listed_nasdaq_screener.csv"))
    exchange |= {r["ticker"].replace("/", "."): r["exchange"] for r in screener}
    for r in rows(folder, "sp500.csv"):
        yield r["ticker"], exchange.get(r["ticker"], "NYSE"), r["name"], "United States"
    large = [r for r in screener if float(r["market_cap_usd"] or 0) >= US_CAP]
    for r in sorted(large, key=lambda r: -float(r["market_cap_usd"])):
        if not re.search(r"\b(notes?|preferred|warrants?|debentures?|rights?|units? due|perpetual|%)", r["name"], re.I):
            yield r["ticker"].replace("/", "."), r["exchange"], r["name"], r["country"]


def elsewhere(folder):
    """(ticker, exchange, name, country) of listings in their home markets."""
    size = {"Mega Cap": 0, "Large Cap": 1, "Mid Cap": 2}
    found = []
    for r in rows(folder, "financedatabase_equities.csv"):
        market, countries = MARKETS.get(r["exchange"], ("", ()))
        caps = CAPS - {"Mid Cap"} if market in ("SSE", "SZSE") else CAPS
        if r["country"] in countries and r["cap"] in caps and r["delisted"] != "True":
            ticker = r["ticker"].rsplit(".", 1)[0]
            if market == "HKEX":
                ticker = ticker.lstrip("0")
            if not re.search(r"-(?:P|WT|RT)", ticker):
                found.append((size[r["cap"]], len(ticker), ticker, market, r["name"], r["country"]))
    for _, _, ticker, market, name, country in sorted(found):
        yield ticker, market, name, country


def short(name):
    """Names of up to five letters, all capitals: they count in capitals only."""
    return len(name) <= 5 and name.isupper()


def main():
    folder = pathlib.Path(sys.argv[1])
    common = set((DATA / "common.txt").read_text(encoding="utf-8").splitlines())
    own = []
    for line in (DATA / "aliases.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, ticker, exchange, aliases = (line.split("\t") + [""])[:4]
            own.append((name, ticker, exchange, [a for a in aliases.split("|") if a]))

    # One entity a company: our rows first, then the lists, each under its listing or its plain name.
    entities, by_listing, by_key = [], {}, {}
    for name, ticker, exchange, aliases in own:
        entity = {"name": name, "ticker": ticker, "exchange": exchange, "aliases": list(aliases), "own": True}
        entities.append(entity)
        by_listing[ticker, exchange] = entity
        for alias in aliases:
            if alias.startswith("$"):
                by_listing[tuple(alias[1:].split(":"))] = entity
            else:
                by_key.setdefault(key(alias), entity)
        by_key.setdefault(key(name), entity)
    home = list(elsewhere(folder))
    at_home = {key(plain(name)): country for *_, name, country in home}
    count = collections.Counter()
    listed = list(united_states(folder))
    # A foreign company with a home listing is reported with that one.
    listed.sort(key=lambda r: r[3] != "United States" and key(plain(r[2])) in at_home)
    american = [r for r in listed if r[3] == "United States" or key(plain(r[2])) not in at_home]
    for ticker, exchange, full, country in american + home + listed:
        name = plain(full)
        # Our own row for the listing needs a look at the name too where the exchange's list may have changed hands.
        entity = by_listing.get((ticker, exchange)) or by_key.get(key(name))
        if entity is None:
            if not re.search(r"[A-Za-z]{2}", name) or len(name) > 48:
                continue
            entity = {"name": name, "ticker": ticker, "exchange": exchange, "aliases": [], "own": False}
            entities.append(entity)
            by_key[key(name)] = entity
            count[exchange] += 1
        elif (ticker, exchange) not in by_listing and exchange in ("NYSE", "NASDAQ", "AMEX"):
            entity["aliases"].append(f"${ticker}:{exchange}")
        by_listing[ticker, exchange] = entity
        if key(name) not in by_key:
            by_key[key(name)] = entity
            if name.lower() not in common:
                entity["aliases"].append(name)

    # What the other tables name is theirs.
    taken = {}
    for table in ("assets.tsv", "private.tsv"):
        for line in (DATA / table).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                taken.update((folded(alias), None) for alias in line.split("\t")[4].split("|"))
    for e in sorted(entities, key=lambda e: not e["own"]):
        aliases = []
        for alias in [e["name"], *e["aliases"]]:
            bare = alias.lstrip(MARKS)
            mark = alias[: len(alias) - len(bare)]
            if not mark and not alias.startswith("$"):
                formal = not e["own"] and (bare.lower() in common and " " not in bare or short(bare))
                mark = ("=" if short(bare) else "") + ("!" if formal else "??" if bare.lower() in common else "")
            if taken.setdefault(folded(bare), id(e)) == id(e) and folded(bare) not in map(folded, aliases):
                aliases.append(mark + bare)
        # Words are known from the list alone.
        aliases = [a.replace("?", "??") if "??" not in a and a.lstrip(MARKS).lower() in common else a for a in aliases]
        # An alias of ours that repeats the name gives it its mark.
        for alias in e["aliases"]:
            if alias.lstrip(MARKS) == e["name"] and aliases:
                word = "??" if e["name"].lower() in common else "?"
                aliases[0] = alias.replace("?", word)
        e["aliases"] = aliases

    lines = ["\t".join(["company", e["name"], e["ticker"], e["exchange"], "|".join(e["aliases"])]) for e in entities]
    (DATA / "companies.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "companies;", sum(e["own"] for e in entities), "with names of our own; by exchange without them:")
    print(", ".join(f"{k} {v}" for k, v in count.most_common()))


if __name__ == "__main__":
    main()
