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
# Places and forms in brackets, and a name that stands twice: "Cinemark Holdings Inc Cinemark".
TAIL = re.compile(r"\s+\((?:DE|New|Cayman|Switzerland|International|SGHC|REIT|The|publ\.?|[A-Z][a-z]+)\)|(?<=\w\.) REIT$| REIT$"
                  r"|(?<= Inc) \w+$|(?<= Inc\.) \w+$|(?<= S\.A\.) \w+$|(?<= Inc) \(The\) REIT$")
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
    name = re.sub(r"\s+", " ", name.replace("–", "-").replace("’", "'")).strip()
    name = TAIL.sub("", SECURITY.sub("", name))
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


class Company:
    """One company, whatever its listings."""

    def __init__(self, name, ticker, exchange, aliases=(), own=False):
        self.name, self.ticker, self.exchange, self.aliases, self.own = name, ticker, exchange, list(aliases), own


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

    def list(self, ticker, exchange, name, common):
        """Adds a listing to the company of that listing or name, or a new company."""
        company = self.by_listing.get((ticker, exchange)) or self.by_key.get(key(name))
        if company is None:
            if re.search(r"[A-Za-z]\w", name) and len(name) <= 48:
                self.add(Company(name, ticker, exchange))
            return
        if (ticker, exchange) not in self.by_listing and exchange in ("NYSE", "NASDAQ", "AMEX"):
            company.aliases.append(f"${ticker}:{exchange}")
        self.by_listing[ticker, exchange] = company
        if key(name) not in self.by_key:
            self.by_key[key(name)] = company
            if name.lower() not in common:
                company.aliases.append(name)


def lines_of(table):
    return [x for x in (DATA / table).read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]


def marked(company, alias, common):
    """The alias with its marks: ours, and what its letters and the list of common words ask for."""
    bare = alias.lstrip(MARKS)
    marks = alias[: len(alias) - len(bare)]
    word = bare.lower() in common
    if not marks and not bare.startswith("$"):
        formal = not company.own and (word and " " not in bare or short(bare))
        return ("=" if short(bare) else "") + ("!" if formal else "??" if word else "") + bare
    return alias.replace("?", "??") if word else alias


def aliases_of(company, taken, common):
    """The company's names but those that another has, the name to report first."""
    own = {folded(a): a for a in company.aliases}
    out = []
    for alias in [own.get(folded(company.name), company.name), *company.aliases]:
        if taken.setdefault(folded(alias), company) is company and folded(alias) not in map(folded, out):
            out.append(marked(company, alias, common))
    return out


def main():
    folder = pathlib.Path(sys.argv[1])
    common = set(lines_of("common.txt"))
    companies = Companies()
    for line in lines_of("aliases.tsv"):
        name, ticker, exchange, aliases = line.split("\t")
        companies.add(Company(name, ticker, exchange, filter(None, aliases.split("|")), own=True))

    # A foreign company with a listing at home is reported with that one.
    home = list(elsewhere(folder))
    at_home = {key(plain(name)) for _, _, name, _ in home}
    america = list(united_states(folder))
    first = [r for r in america if r[3] == "United States" or key(plain(r[2])) not in at_home]
    for ticker, exchange, name, _ in first + home + america:
        companies.list(ticker, exchange, plain(name), common)

    # What the other tables name is theirs.
    taken = {folded(a): None for t in ("assets.tsv", "private.tsv") for x in lines_of(t) for a in x.split("\t")[4].split("|")}
    rows = {}
    for c in sorted(companies.all, key=lambda c: not c.own):
        rows[c] = ["company", c.name, c.ticker, c.exchange, "|".join(aliases_of(c, taken, common))]
    (DATA / "companies.tsv").write_text("".join("\t".join(rows[c]) + "\n" for c in companies.all), encoding="utf-8")
    print(len(companies.all), "companies,", sum(c.own for c in companies.all), "of them with names of our own; by exchange:")
    print(", ".join(f"{k} {v}" for k, v in collections.Counter(c.exchange for c in companies.all).most_common()))


if __name__ == "__main__":
    main()
