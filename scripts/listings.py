"""Listed companies from public lists: which of them are companies, on which market they are at home, what they are called.

`listings(folder)` gives them from the largest to the smallest; `plain(name)` is what a registered name says without its
legal form. Read by names.py. Standard library only.
"""
import collections, csv, re

Listing = collections.namedtuple("Listing", "ticker exchange name country size")
# Sizes, as the list of equities has them; of the United States by dollars.
SIZES = {"Mega Cap": 0, "Large Cap": 1, "Mid Cap": 2, "Small Cap": 3, "Micro Cap": 4}
DOLLARS = ((200e9, 0), (10e9, 1), (2e9, 2), (300e6, 3))
MID, SMALL, MICRO, UNKNOWN = 2, 3, 4, 5

# Home markets: code in the list of equities -> exchange as we report it, the countries that are at home there, and the
# smallest size that is taken from it.
MARKETS = {
    "TOR": ("TSX", {"Canada"}, MICRO), "LSE": ("LSE", {"United Kingdom", "Ireland", "Jersey", "Guernsey", "Isle of Man"}, MICRO),
    "PAR": ("Euronext", {"France", "Luxembourg", "Monaco"}, MICRO), "AMS": ("Euronext", {"Netherlands"}, MICRO),
    "BRU": ("Euronext", {"Belgium"}, MICRO), "LIS": ("Euronext", {"Portugal"}, MICRO), "ISE": ("Euronext", {"Ireland"}, MICRO),
    "GER": ("XETRA", {"Germany"}, MICRO), "MIL": ("BIT", {"Italy"}, MICRO), "MCE": ("BME", {"Spain"}, MICRO),
    "EBS": ("SIX", {"Switzerland", "Liechtenstein"}, MICRO), "VIE": ("VIE", {"Austria"}, SMALL),
    "STO": ("STO", {"Sweden"}, MICRO), "CPH": ("CPH", {"Denmark"}, MICRO), "HEL": ("HEL", {"Finland"}, MICRO),
    "OSL": ("OSL", {"Norway"}, MICRO), "ICE": ("ICE", {"Iceland"}, MICRO), "ATH": ("ATH", {"Greece"}, SMALL),
    "PRA": ("PSE", {"Czech Republic"}, SMALL), "BUD": ("BUD", {"Hungary"}, SMALL),
    "JPX": ("TSE", {"Japan"}, SMALL), "HKG": ("HKEX", {"China", "Hong Kong", "Macau", "Cayman Islands", "Bermuda"}, SMALL),
    "SHH": ("SSE", {"China"}, SMALL), "SHZ": ("SZSE", {"China"}, SMALL), "KSC": ("KRX", {"South Korea"}, SMALL),
    "KOE": ("KRX", {"South Korea"}, SMALL), "TAI": ("TWSE", {"Taiwan", "Cayman Islands"}, SMALL), "TWO": ("TPEX", {"Taiwan"}, SMALL),
    "ASX": ("ASX", {"Australia"}, MICRO), "NZE": ("NZX", {"New Zealand"}, MICRO), "NSE": ("NSE", {"India"}, UNKNOWN),
    "BSE": ("BSE", {"India"}, SMALL), "SAO": ("B3", {"Brazil"}, SMALL), "MEX": ("BMV", {"Mexico"}, SMALL),
    "SGO": ("SGO", {"Chile"}, SMALL), "BUE": ("BYMA", {"Argentina"}, SMALL), "JNB": ("JSE", {"South Africa"}, MICRO),
    "SES": ("SGX", {"Singapore"}, SMALL), "SET": ("SET", {"Thailand"}, MID), "JKT": ("IDX", {"Indonesia"}, MID),
    "KLS": ("KLSE", {"Malaysia"}, SMALL), "SAU": ("TADAWUL", {"Saudi Arabia"}, SMALL), "DOH": ("QSE", {"Qatar"}, SMALL),
    "CAI": ("EGX", {"Egypt"}, SMALL), "MCX": ("MOEX", {"Russia"}, SMALL), "IST": ("BIST", {"Turkey"}, SMALL),
    "TLV": ("TASE", {"Israel"}, SMALL),
}

SECURITY = re.compile(
    r"\s+(?:-\s+)?(?:(?:new|non-voting|voting|subordinate voting|class [a-c]|common|ordinary|depositary|depository|american|"
    r"new york registry|registered|sponsored|global|capital|series [a-c]|trust|beneficial) )*"
    r"(?:common (?:stock|shares?)|ordinary shares?|capital stock|adr\b|ads\b|gdr\b|deposit[ao]ry (?:shares?|receipts?)|"
    r"subordinate voting shares?|voting shares?|registry shares|registered shares|common units?|units? representing|"
    r"limited partner(?:ship)? (?:interests?|units?)|shares of beneficial interest).*$"
    r"|(?<=\S)\s*,?\s*\bclass [a-h]\b.*$|(?<=\.)class [a-h]$|\s+\(class [a-c]\)$|\s+sponsored (?:adr|gdr).*$|\s+pref$|"
    r"\s+\(publ\)$|\s+partizipsch\.?$|\s+american depositary$|\s*/\s*adr$|\s*/[A-Z]{2,3}/?$|\s*/(?:new|can|fi|md|mn)/?$", re.I)
# Places and forms in brackets, and a name that stands twice: "Cinemark Holdings Inc Cinemark".
TAIL = re.compile(r"\s+\((?:DE|New|Cayman|Switzerland|International|SGHC|REIT|The|publ\.?|[A-Z][a-z]+)\)|(?<=\w\.) REIT$| REIT$"
                  r"|(?<= Inc) \w+$|(?<= Inc\.) \w+$|(?<= S\.A\.) \w+$|(?<= Inc) \(The\) REIT$")
LEGAL = re.compile(
    r"(?:,\s*|\s+|(?<=co\.),?)(?:&\s+|and\s+)?(?:inc|incorporated|corp|corporation|co|company|companies|cos|ltd|limited|plc|p\.l\.c|public limited "
    r"company|ag|s\.?a|s\.?e|n\.?v|b\.?v|ab|asa|oyj|s\.?p\.?a|a/s|l\.?p|llc|k\.?k|kgaa|& co|gmbh|bhd|berhad|pjsc|ojsc|pao|"
    r"s\.a\.b\. de c\.v|s\.a\.b|sab de cv|s\.a\. de c\.v|a\.s|a\. ?ş|t\.a\.s|anonim sirketi|tbk|holdings?|group|groupe|gruppe|hldgs?|the|\(the\)|"
    r"societe anonyme|societe europeenne|societe en commandite par actions|as|hf|\(holdings?\)|\(group\)|joint stock company|"
    r"public joint stock company|public company limited|public company|aktiengesellschaft|pcl|nl|de c\.v|saog|s\.a\.k|q\.s\.c|incorp)\.?$", re.I)
BEFORE = re.compile(r"^(?:the|koninklijke|compagnie de|pt|pjsc|public joint[- ]stock company)\s+", re.I)
SMALL_WORDS = {"of", "and", "the", "de", "do", "da", "y", "e", "for", "in", "on", "la", "del", "di", "du"}

# What is listed and no company, or a company without a business.
NO_SHARE = re.compile(r"\b(notes?|preferred|pfd|warrants?|debentures?|rights?|units?|perpetual|redeemable|cumulative|bonds?)\b|%|\bdue 20", re.I)
SHELL = re.compile(r"\b(acquisitions?( (corp|co|company|inc|limited|ltd|group|holdings?))?\.?( [IVX]+|\d)?|blank check|spac)\b|\bcapital corp\.? [IVX]+$", re.I)
FUND = re.compile(r"\b(fund|funds|etf|etn|etfs|municipal|muni|closed[- ]end|income trust|opportunities trust|term trust|ishares|spdr|proshares|"
                  r"high yield|investment trust|vct|split corp|tracker|sicav|ucits|lyxor|xtrackers|wisdomtree \w+ \w+|fundo|fii|fondo)\b", re.I)


def plain(name):
    """What is left of a registered name without the security's kind and the legal form."""
    name = re.sub(r"\s+", " ", name.replace("–", "-").replace("’", "'").replace("%27", "'")).strip()
    name = re.sub(r",(?=[A-Z])", ", ", name)
    name = TAIL.sub("", SECURITY.sub("", name))
    while True:
        shorter = LEGAL.sub("", name).rstrip(" ,-&/")
        if shorter == name or len(shorter) < 2:
            break
        name = shorter
    name = BEFORE.sub("", name)
    if name.isupper() and len(name) > 5:
        name = " ".join(w.lower() if w.lower() in SMALL_WORDS else w.capitalize() if len(w) > 3 else w for w in name.split())
    return name


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def is_company(name, industry=""):
    funds = industry in ("Investment Managers", "Trusts Except Educational Religious and Charitable", "Finance/Investors Services")
    return not (NO_SHARE.search(re.sub(r"representing.*", "", name)) or SHELL.search(name) or industry == "Blank Checks" or FUND.search(name)
                or funds and re.search(r"\b(trust|income|strategic|municipal)\b", name, re.I))


def united_states(folder):
    """The S&P 500, the companies of the screener, and those that only the commission's list has; the last as small."""
    exchange = {r["ticker"].replace("-", "."): r["exchange"].upper() for r in rows(folder, "sec_company_tickers.csv")}
    screener = list(rows(folder, "us_listed_nasdaq_screener.csv"))
    exchange |= {r["ticker"].replace("/", "."): r["exchange"] for r in screener}
    sp500 = list(rows(folder, "sp500.csv"))
    for r in sp500:
        yield Listing(r["ticker"], exchange.get(r["ticker"], "NYSE"), r["name"], "United States", 1)
    for r in sorted(screener, key=lambda r: -float(r["market_cap_usd"] or 0)):
        dollars = float(r["market_cap_usd"] or 0)
        size = next((size for least, size in DOLLARS if dollars >= least), MICRO)
        if "^" not in r["ticker"] and is_company(r["name"], r["industry"]):
            yield Listing(r["ticker"].replace("/", "."), r["exchange"], r["name"], r["country"], size)
    seen = {r["ticker"].replace("/", ".") for r in screener} | {r["ticker"] for r in sp500}
    rest = list(rows(folder, "sec_company_tickers.csv"))
    # A company's first security is its share.
    filed = {r["cik"] for r in rest if r["ticker"].replace("-", ".") in seen}
    for r in rest:
        market = r["exchange"].upper()
        foreign = market == "OTC" and (len(r["ticker"]) == 5 and r["ticker"][-1] in "FY" or "/ADR" in r["name"])
        if market in ("NYSE", "NASDAQ", "OTC") and r["cik"] not in filed and "-" not in r["ticker"] and is_company(r["name"]) and not foreign:
            filed.add(r["cik"])
            yield Listing(r["ticker"], market, r["name"], "", MICRO if market == "OTC" else SMALL)


def elsewhere(folder):
    """Listings in their home markets, the largest first."""
    found = []
    for r in rows(folder, "financedatabase_equities.csv"):
        market, countries, least = MARKETS.get(r["exchange"], ("", (), -1))
        size = SIZES.get(r["cap"], UNKNOWN)
        # Of the unknown those that have a sector are companies.
        fits = size <= least or size == UNKNOWN and least >= MICRO and r["sector"] and not r["cap"]
        if r["country"] in countries and fits and r["delisted"] != "True" and is_company(r["name"]):
            ticker = r["ticker"].rsplit(".", 1)[0]
            if market == "HKEX":
                ticker = ticker.lstrip("0")
            shares = market != "B3" or ticker[-2:] in ("11",) or ticker[-2:-1].isalpha() and ticker[-1] in "34567"
            if shares and not re.search(r"-(?:P|WT|RT|DB)|^0[A-Z0-9]{3}$|.{11}", ticker):
                found.append((size, len(ticker), ticker, market, r["name"], r["country"]))
    for size, _, ticker, market, name, country in sorted(found):
        # As the exchange writes its codes.
        yield Listing(ticker.zfill(4) if market == "HKEX" else ticker, market, name, country, size)
