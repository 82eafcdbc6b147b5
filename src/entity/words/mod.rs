//! Words that speak for or against a name, all in lower case; each list is sorted.

pub(super) mod firms;
pub(super) mod people;
pub(super) mod places;
pub(super) mod press;

/// The longest word of the lists.
const LONGEST: usize = 18;

/// Whether `word`, in any case, is in `list`. Never inlined: the rules ask in hundreds of places.
#[inline(never)]
pub(super) fn is_in(word: &str, list: &[&str]) -> bool {
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()).filter(|l| !l.is_empty()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    // The first letter tells most words apart, and costs no call.
    list.binary_search_by(|w| w.as_bytes()[0].cmp(&lower[0]).then_with(|| w.as_bytes().cmp(lower))).is_ok()
}

/// `name` without the legal form at its end, if there is one and something before it.
pub(super) fn without_legal_form(name: &str) -> Option<&str> {
    let name = name.trim_end_matches(['.', ',', ' ']);
    let (before, last) = name.rsplit_once(' ')?;
    let before = before.trim_end_matches([',', '&', ' ']);
    (is_in(last, LEGAL) && !before.is_empty()).then_some(before)
}

/// A name on one line, with single spaces.
pub(super) fn single_spaced(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Small words that a heading in title case would give a capital.
#[rustfmt::skip]
pub(super) const RUNNING: &[&str] = &[
    "are", "be", "been", "had", "has", "have", "he", "is", "it", "its", "said", "she", "their", "they", "was", "were",
    "who",
];

/// Legal forms that stand behind a name.
#[rustfmt::skip]
pub(super) const LEGAL: &[&str] = &[
    "ab", "ag", "asa", "berhad", "bhd", "bv", "co", "companies", "company", "corp", "corporation", "cos", "gmbh",
    "group", "holding", "holdings", "inc", "incorporated", "kgaa", "kk", "limited", "llc", "llp", "lp", "ltd", "ltda",
    "nv", "oyj", "pcl", "pjsc", "plc", "pte", "pty", "s.a", "s.a.", "s.p.a.", "sa", "sarl", "sas", "se", "spa", "srl",
    "tbk",
];

/// What may stand behind "&" in a legal form: "Wells Fargo & Co".
pub(super) const COMPANY: &[&str] = &["co", "company", "cos"];

/// Legal forms that say company wherever they stand.
#[rustfmt::skip]
pub(super) const INCORPORATED: &[&str] = &[
    "corp", "corporation", "inc", "incorporated", "limited", "llc", "llp", "ltd", "oyj", "plc",
];

/// The last words of longer names that are somebody else's: "Apple Hospitality REIT".
#[rustfmt::skip]
pub(super) const SOMEBODY_ELSE: &[&str] = &[
    "airlines", "airport", "arena", "award", "awards", "bancorp", "bancshares", "bdc", "beach", "bridge", "chain",
    "church", "college", "county", "cup", "etf", "etn", "field", "foundation", "fund", "funds", "hospital", "institute",
    "museum", "newspaper", "park", "prize", "reit", "scholarship", "school", "smart", "stadium", "token", "tower",
    "trust", "university",
];

/// What follows the name of a company that does something or is traded.
#[rustfmt::skip]
pub(super) const AFTER_COMPANY: &[&str] = &[
    "acquired", "acquires", "added", "adds", "advanced", "agreed", "agrees", "aims", "analyst", "analysts", "announced",
    "announces", "beat", "beats", "boosts", "bought", "buys", "ceo", "cfo", "chairman", "chief", "climbed", "climbs",
    "confirmed", "customers", "cut", "cuts", "declined", "declines", "dipped", "dips", "director", "dividend",
    "dropped", "drops", "earned", "earnings", "employees", "executive", "executives", "expects", "fell", "filed",
    "forecasts", "gained", "gains", "guidance", "guided", "hired", "hires", "investor", "investors", "jumped", "jumps",
    "launched", "launches", "lifted", "lifts", "lost", "lowered", "lowers", "missed", "misses", "named", "names",
    "opened", "options", "owns", "paid", "plans", "plunged", "plunges", "posted", "posts", "president", "profit",
    "profits", "raised", "raises", "rallied", "rallies", "rebounded", "recalls", "reported", "reports", "results",
    "retreated", "revenue", "revenues", "rose", "said", "sales", "sank", "says", "sees", "sells", "share",
    "shareholder", "shareholders", "shares", "shed", "sinks", "slid", "slides", "slipped", "slips", "slumped", "slumps",
    "soared", "soars", "sold", "spokesman", "spokesperson", "spokeswoman", "stock", "stockholders", "stocks", "sued",
    "sues", "surged", "surges", "tanked", "topped", "tops", "traded", "trades", "tumbled", "tumbles", "unveiled",
    "unveils", "warned", "warns", "wins",
];

/// What stands before the name of a company.
#[rustfmt::skip]
pub(super) const BEFORE_COMPANY: &[&str] = &[
    "acquire", "acquires", "acquiring", "automaker", "bank", "brokerage", "carmaker", "chain", "chipmaker", "company",
    "competitor", "downgrades", "drugmaker", "firm", "giant", "group", "insurer", "lender", "maker", "miner",
    "operator", "parent", "provider", "retailer", "rival", "rivals", "shorts", "startup", "subsidiary", "upgrades",
];

/// Words with a capital that stand before a name and are no part of it: "On Monday Apple said".
#[rustfmt::skip]
pub(super) const BEFORE_NAME: &[&str] = &[
    "american", "april", "asian", "august", "british", "canadian", "chinese", "december", "dutch", "european",
    "february", "french", "friday", "german", "indian", "italian", "january", "japanese", "july", "june", "korean",
    "march", "may", "monday", "november", "october", "saturday", "september", "spanish", "sunday", "swedish", "swiss",
    "thursday", "tuesday", "u.k.", "u.s.", "us", "wednesday",
];

/// What people do with a currency as members of its area: "leave the euro".
#[rustfmt::skip]
pub(super) const MEMBERSHIP: &[&str] = &[
    "abandon", "adopt", "adopted", "adopting", "defend", "ditch", "exit", "exiting", "exits", "join", "joined", "joining",
    "joins", "leave", "leaves", "leaving", "left", "quit", "quitting", "save",
];

/// What stands before a metal in the ground: "high-grade copper", "visible gold".
pub(super) const IN_GROUND: &[&str] = &["g/t", "grade", "high-grade", "low-grade", "visible"];

/// What somebody or something is of a company: "CEO of Acme".
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "affiliate", "ceo", "cfo", "chairman", "chairwoman", "cto", "director", "founder", "head", "maker", "officer",
    "owner", "parent", "part", "president", "shareholders", "shares", "stock", "subsidiary", "unit",
];

/// Words that end the name of a company after "and": "Products and Services Inc".
#[rustfmt::skip]
pub(super) const AFTER_AND: &[&str] = &[
    "associates", "chemicals", "company", "engineering", "gas", "partners", "power", "products", "resources",
    "services", "solutions", "sons", "steel", "systems", "technologies", "technology", "trust",
];

/// Words before a name that make it a thing: "the gap", "a target".
#[rustfmt::skip]
pub(super) const DETERMINERS: &[&str] = &[
    "a", "an", "any", "degree", "degrees", "each", "every", "her", "his", "its", "my", "no", "our", "that", "the",
    "their", "this", "your",
];

/// Words that begin a sentence and leave the name behind them alone: "But Ford rose".
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "after", "although", "and", "as", "at", "because", "before", "both", "but", "by", "even", "for", "from", "however",
    "if", "in", "instead", "like", "meanwhile", "nearby", "of", "on", "once", "only", "or", "several", "since", "so",
    "still", "then", "though", "today", "under", "unlike", "when", "whether", "while", "why", "will", "with", "without",
    "yet",
];

/// Small words inside a name.
#[rustfmt::skip]
pub(super) const INSIDE: &[&str] = &[
    "and", "da", "das", "de", "dei", "del", "della", "der", "des", "di", "do", "dos", "du", "e", "for", "in", "la", "of",
    "on", "the", "y",
];

/// What follows a commodity or currency in market news.
#[rustfmt::skip]
pub(super) const MARKET: &[&str] = &[
    "advanced", "advances", "ahead", "climbed", "climbs", "closed", "contract", "contracts", "crop", "crops",
    "declined", "declines", "demand", "dipped", "dips", "down", "dropped", "drops", "eased", "eases", "edged", "edges",
    "exports", "falls", "fell", "firmed", "firms", "fluctuated", "futures", "gained", "gains", "harvest", "higher",
    "hit", "hits", "imports", "inventories", "jumped", "jumps", "lost", "lower", "market", "markets", "output",
    "plunged", "plunges", "price", "prices", "production", "rallied", "rallies", "rally", "rebounded", "rebounds",
    "retreated", "rises", "rose", "sank", "shipments", "slid", "slides", "slipped", "slips", "slumped", "slumps",
    "soared", "soars", "spot", "steadied", "steadies", "stockpiles", "stocks", "strengthened", "strengthens",
    "supplies", "supply", "surged", "surges", "traded", "traders", "trades", "tumbled", "tumbles", "up", "weakened",
    "weakens",
];

/// What stands before a commodity or currency in market news.
#[rustfmt::skip]
pub(super) const BEFORE_ASSET: &[&str] = &[
    "against", "april", "august", "benchmark", "chicago", "comex", "december", "demand", "february", "front-month",
    "ice", "january", "july", "june", "liffe", "lme", "london", "march", "may", "mcx", "month", "months", "ncdex",
    "november", "october", "outlook", "physical", "price", "prices", "raw", "refined", "september", "shanghai", "spot",
    "three-month", "versus", "vs",
];

/// What stands behind the subject of a sentence.
#[rustfmt::skip]
pub(super) const SUBJECT_VERBS: &[&str] = &["could", "has", "headed", "is", "may"];

/// After which a commodity's name is not the commodity: "gold medal", "oil company".
#[rustfmt::skip]
pub(super) const NOT_COMMODITY: &[&str] = &[
    "analyst", "and-gas", "assets", "award", "awards", "beans", "bearing", "belt", "bug", "bugs", "bullet", "business",
    "candy", "card", "cards", "chain", "chains", "coin", "coins", "colored", "coloured", "companies", "company",
    "corridor", "cup", "cups", "deal", "demand-side", "deposit", "deposits", "digging", "disaster", "discoveries",
    "discovery", "drilling", "equivalent", "executive", "executives", "exploration", "field", "fields", "filter",
    "finds", "firm", "firms", "flakes", "giant", "giants", "grades", "group", "groups", "heiress", "industry",
    "investment", "jewellery", "jewelry", "leak", "lining", "loan", "loans", "major", "majors", "maker", "makers",
    "medal", "medalist", "medallist", "medals", "mill", "mills", "mine", "miner", "mineralisation", "mineralization",
    "mineralized", "miners", "mines", "mining", "minister", "ministry", "operations", "painting", "paintings", "pipe",
    "pipeline", "pipelines", "pipes", "plan", "plant", "plants", "plate", "plated", "plating", "play", "producer",
    "producers", "project", "projects", "property", "prospect", "record", "records", "refiner", "resource", "resources",
    "rig", "rigs", "rush", "sands", "screen", "sector", "services", "shop", "shops", "site", "sites", "skarn", "skarns",
    "spill", "spills", "spoon", "standard", "status", "syrup", "tanker", "tankers", "tax", "taxes", "tier", "tycoon",
    "union", "values", "veins", "well", "wells", "worker", "workers",
];

/// Before which a commodity's name is another one: "olive oil".
#[rustfmt::skip]
pub(super) const OTHER_OIL: &[&str] = &[
    "baby", "castor", "coconut", "cooking", "crop", "edible", "engine", "essential", "fish", "groundnut", "motor",
    "mustard", "olive", "peanut", "rapeseed", "seed", "sesame", "snake", "sunflower", "tea", "vegetable", "whale",
];

/// After which a currency's name is not the currency: "dollar store", "euro zone".
#[rustfmt::skip]
pub(super) const NOT_CURRENCY: &[&str] = &[
    "amount", "amounts", "area", "area's", "auctions", "banks", "bill", "bills", "bloc", "bond", "bonds", "cake",
    "coin", "coins", "context", "cost", "countries", "crisis", "debt", "denominated", "deposits", "figure", "figures",
    "funding", "funds", "general", "homes", "inflows", "land", "liquidity", "loan", "loans", "loss", "losses", "member",
    "members", "membership", "menu", "nations", "notes", "pound", "prices", "range", "rates", "rescue", "ruling",
    "sale", "sales", "sign", "silver", "states", "store", "stores", "swap", "swaps", "terms", "tree", "value", "volume",
    "zone", "zone's",
];

/// Words that make what follows an amount: "5 million dollars", "a dollar".
#[rustfmt::skip]
pub(super) const AMOUNT: &[&str] = &[
    "a", "b", "billion", "billions", "bln", "bn", "crore", "crores", "dozen", "each", "every", "half", "hundred",
    "hundreds", "lakh", "lakhs", "m", "million", "millions", "mln", "mn", "multibillion", "multimillion", "one", "per",
    "single", "tens", "thousand", "thousands", "top", "trillion", "trillions", "trn",
];

/// After which the name of an index is an exchange or an agency.
#[rustfmt::skip]
pub(super) const NOT_INDEX: &[&str] = &[
    "affirmed", "bid", "business", "candidacy", "candidate", "capital", "chairman", "commissioner", "continued", "cut",
    "daily", "data", "debut", "delisting", "doesn", "downgrade", "downgraded", "exchange", "exchanges", "executive",
    "filing", "global", "halted", "halts", "indices", "listed", "listing", "minimum", "news", "newspaper", "newswires",
    "notice", "notified", "official", "omx", "options", "percentage", "rated", "rating", "ratings", "regulation",
    "reported", "rules", "said", "says", "shares", "symbol", "ticker", "trading", "upgraded", "uplisting",
    "venturesource",
];

/// After which the name of an exchange is where shares are counted: "the top three Nasdaq percentage gainers".
pub(super) const COUNTS: &[&str] = &["five", "four", "three", "two"];

/// Words in capitals that are no tickers.
#[rustfmt::skip]
pub(super) const NOT_TICKERS: &[&str] = &[
    "acquisition", "ai", "all", "and", "api", "apr", "arr", "asia", "aug", "best", "big", "bps", "buy", "cagr", "capex",
    "car", "cash", "cbs", "cdc", "ceo", "cet", "cfo", "china", "cio", "cmo", "cnbc", "coo", "cost", "covid", "cpa",
    "cpi", "cpu", "cto", "data", "dec", "doc", "doj", "dow", "ebit", "ebitda", "ecb", "edt", "eps", "esg", "est", "etf",
    "etfs",
    "eur", "ev", "faa", "faq", "fast", "fbi", "fda", "fdic", "feb", "fifo", "fix", "flow", "fomc", "for", "ftc", "fy",
    "gaap", "gas", "gbp", "gdp", "gen", "gmt", "gold", "gpu", "has", "hold", "hr", "ifrs", "imf", "ipo", "ipos", "ir",
    "irs", "it", "jan", "job", "jpy", "jul", "jun", "key", "kpi", "leo", "live", "llc", "llm", "loan", "love", "low",
    "mar", "max", "med", "mid", "mit", "nasa", "nato", "net", "new", "news", "next", "nft", "not", "nov", "now", "nyse",
    "oct", "oecd", "off", "oil", "on", "one", "opec", "open", "pay", "pct", "pdf", "pin", "plc", "pmi", "post", "pre",
    "pro", "psu", "rate", "real", "reit", "rent", "roe", "roi", "safe", "sale", "sec", "self", "sep", "sept", "snow",
    "spot", "spy", "tech", "the", "toi", "top", "true", "two", "uk", "un", "union", "update", "usa", "usd", "utc",
    "vat", "wacc", "war", "well", "who", "win", "wsj", "wti", "you", "yoy", "ytd",
];

/// What stands beside a ticker.
#[rustfmt::skip]
pub(super) const BESIDE_TICKER: &[&str] = &[
    "bulls", "call", "calls", "options", "price", "puts", "share", "shares", "stock", "ticker", "token", "tokens",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_short_enough() {
        for list in [
            LEGAL,
            RUNNING,
            people::FIRST_NAMES,
            people::TITLES,
            people::NOBLES,
            places::PLACES,
            places::DATES,
            places::PEOPLES,
            ROLES,
            COMPANY,
            AFTER_AND,
            BEFORE_NAME,
            OPENERS,
            INCORPORATED,
            SOMEBODY_ELSE,
            AFTER_COMPANY,
            BEFORE_COMPANY,
            DETERMINERS,
            INSIDE,
            MARKET,
            BEFORE_ASSET,
            SUBJECT_VERBS,
            NOT_COMMODITY,
            OTHER_OIL,
            NOT_CURRENCY,
            MEMBERSHIP,
            IN_GROUND,
            COUNTS,
            AMOUNT,
            NOT_INDEX,
            NOT_TICKERS,
            BESIDE_TICKER,
        ]
        .into_iter()
        .chain(firms::ALL)
        .chain(press::ALL)
        {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
            assert!(list.iter().all(|w| w.len() <= LONGEST), "{list:?}");
        }
    }

    #[test]
    fn looks_up_in_any_case() {
        assert!(is_in("Shares", AFTER_COMPANY) && is_in("INC", LEGAL));
        assert!(!is_in("Sharesé", AFTER_COMPANY) && !is_in("", LEGAL) && !is_in(&"a".repeat(99), LEGAL));
    }

    #[test]
    fn strips_legal_forms() {
        assert_eq!(without_legal_form("Wells Fargo & Co."), Some("Wells Fargo"));
        assert_eq!(without_legal_form("Apple, Inc."), Some("Apple"));
        assert_eq!(without_legal_form("Inc."), None);
    }
}
