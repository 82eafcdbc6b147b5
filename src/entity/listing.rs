//! Tickers with their market: `NASDAQ: TSLA`, `TSLA.O`, `7203.T`, `.SPX`.

use super::gazetteer::{Gazetteer, Id};

/// A ticker as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Listing<'a> {
    /// As written, without its market.
    pub(super) ticker: &'a str,
    /// The exchange as we report it; none where only the ticker stands.
    pub(super) exchange: Option<&'static str>,
    /// It is written as Reuters does, with a suffix.
    pub(super) reuters: bool,
}

/// Exchanges as the press writes them before a colon, in lower case, and as we report them.
const EXCHANGES: &[(&str, &str)] = &[
    ("aex", "Euronext"),
    ("aim", "LSE"),
    ("amex", "AMEX"),
    ("ams", "Euronext"),
    ("arca", "NYSE Arca"),
    ("asx", "ASX"),
    ("b3", "B3"),
    ("bats", "CBOE"),
    ("bit", "BIT"),
    ("bme", "BME"),
    ("bmv", "BMV"),
    ("bse", "BSE"),
    ("bvmf", "B3"),
    ("cboe", "CBOE"),
    ("cph", "CPH"),
    ("cse", "CSE"),
    ("ebr", "Euronext"),
    ("epa", "Euronext"),
    ("etr", "XETRA"),
    ("euronext", "Euronext"),
    ("fra", "FRA"),
    ("frankfurt", "FRA"),
    ("fse", "FRA"),
    ("hel", "HEL"),
    ("hkex", "HKEX"),
    ("hkg", "HKEX"),
    ("hkse", "HKEX"),
    ("jse", "JSE"),
    ("kospi", "KRX"),
    ("krx", "KRX"),
    ("lon", "LSE"),
    ("lse", "LSE"),
    ("nasdaq", "NASDAQ"),
    ("neo", "NEO"),
    ("nse", "NSE"),
    ("nyse", "NYSE"),
    ("nyseamerican", "AMEX"),
    ("nysearca", "NYSE Arca"),
    ("nysemkt", "AMEX"),
    ("osl", "OSL"),
    ("otc", "OTC"),
    ("otcid", "OTC"),
    ("otcmkts", "OTC"),
    ("otcqb", "OTC"),
    ("otcqx", "OTC"),
    ("sehk", "HKEX"),
    ("sgx", "SGX"),
    ("six", "SIX"),
    ("sse", "SSE"),
    ("sto", "STO"),
    ("swx", "SIX"),
    ("szse", "SZSE"),
    ("tse", "TSE"),
    ("tsx", "TSX"),
    ("tsx-v", "TSXV"),
    ("tsx.v", "TSXV"),
    ("tsxv", "TSXV"),
    ("twse", "TWSE"),
    ("tyo", "TSE"),
    ("xetra", "XETRA"),
];

/// Exchanges by the suffix that Reuters puts behind a ticker.
const SUFFIXES: &[(&str, &str)] = &[
    ("A", "AMEX"),
    ("AD", "ADX"),
    ("AS", "Euronext"),
    ("AT", "ATH"),
    ("AX", "ASX"),
    ("BA", "BYMA"),
    ("BH", "BHB"),
    ("BK", "SET"),
    ("BO", "BSE"),
    ("BR", "Euronext"),
    ("BU", "BUD"),
    ("CA", "EGX"),
    ("CN", "CSE"),
    ("CO", "CPH"),
    ("DE", "XETRA"),
    ("DI", "NASDAQ Dubai"),
    ("DU", "DFM"),
    ("F", "FRA"),
    ("HE", "HEL"),
    ("HK", "HKEX"),
    ("I", "Euronext"),
    ("IC", "ICE"),
    ("IS", "BIST"),
    ("J", "JSE"),
    ("JK", "IDX"),
    ("JO", "JSE"),
    ("K", "NYSE"),
    ("KA", "PSX"),
    ("KL", "KLSE"),
    ("KQ", "KRX"),
    ("KS", "KRX"),
    ("KW", "KSE"),
    ("L", "LSE"),
    ("LS", "Euronext"),
    ("LX", "LUX"),
    ("MC", "BME"),
    ("ME", "MOEX"),
    ("MI", "BIT"),
    ("MM", "MOEX"),
    ("MX", "BMV"),
    ("N", "NYSE"),
    ("NGM", "NGM"),
    ("NS", "NSE"),
    ("NZ", "NZX"),
    ("O", "NASDAQ"),
    ("OB", "OTC"),
    ("OL", "OSL"),
    ("OM", "MSX"),
    ("OQ", "NASDAQ"),
    ("OS", "OSE"),
    ("P", "NYSE Arca"),
    ("PA", "Euronext"),
    ("PK", "OTC"),
    ("PR", "PSE"),
    ("PS", "PSE Manila"),
    ("QA", "QSE"),
    ("S", "SIX"),
    ("SA", "B3"),
    ("SI", "SGX"),
    ("SN", "SGO"),
    ("SR", "TADAWUL"),
    ("SS", "SSE"),
    ("ST", "STO"),
    ("SW", "SIX"),
    ("SZ", "SZSE"),
    ("T", "TSE"),
    ("TA", "TASE"),
    ("TO", "TSX"),
    ("TW", "TWSE"),
    ("TWO", "TPEX"),
    ("UL", UNLISTED),
    ("V", "TSXV"),
    ("VI", "VIE"),
    ("VX", "SIX"),
    ("WA", "WSE"),
];

/// Exchanges for which Reuters has roots of its own.
const ROOTS: &[&str] = &[
    UNLISTED, "ADX", "ATH", "BIST", "BIT", "BME", "BUD", "CPH", "DFM", "Euronext", "FRA", "HEL", "ICE", "LSE", "MOEX",
    "OSL", "PSE", "SIX", "STO", "TASE", "VIE", "WSE", "XETRA",
];

/// What stands for an exchange where Reuters gives a code to a company that is not listed: "PwC PWC.UL".
pub(super) const UNLISTED: &str = "";

/// The longest text in brackets that is read as a ticker, in bytes.
pub(super) const LONGEST: usize = 48;

impl<'a> Listing<'a> {
    /// Reads what stands in brackets behind a name: `NYSE: F`, `TSLA.O`, `LSE: VOD, NASDAQ: VOD`, `TSLA`.
    pub(super) fn in_brackets(inner: &'a str) -> Option<Self> {
        let first = inner.split([',', ';']).next().unwrap_or_default().trim();
        Self::with_exchange(first).or_else(|| Self::with_suffix(first)).or_else(|| {
            (inner.len() <= 6 && is_ticker(inner)).then_some(Self { ticker: inner, exchange: None, reuters: false })
        })
    }

    /// Reads `NASDAQ: TSLA`.
    pub(super) fn with_exchange(text: &'a str) -> Option<Self> {
        let (exchange, ticker) = text.split_once(':')?;
        let ticker = ticker.trim().trim_start_matches('$').trim_end_matches('.');
        let ticker = ticker.split([' ', '/']).next().unwrap_or_default();
        let exchange = exchange_of(exchange.trim())?;
        (!ticker.is_empty()
            && ticker.len() <= 12
            && ticker.bytes().all(|b| b.is_ascii_alphanumeric() || b".&-".contains(&b)))
        .then_some(Self { ticker, exchange: Some(exchange), reuters: false })
    }

    /// Reads `TSLA.O`, `7203.T` and the `.SPX` of an index.
    pub(super) fn with_suffix(text: &'a str) -> Option<Self> {
        let (ticker, suffix) = text.rsplit_once('.')?;
        if ticker.is_empty() && suffix.len() >= 3 && is_ticker(suffix) {
            return Some(Self { ticker: suffix, exchange: None, reuters: true });
        }
        let at = SUFFIXES.binary_search_by(|(s, _)| (*s).cmp(suffix)).ok()?;
        is_ticker(ticker.trim_end_matches(|c: char| c.is_ascii_lowercase())).then_some(Self {
            ticker,
            exchange: Some(SUFFIXES[at].1),
            reuters: true,
        })
    }

    /// The ticker as we report it.
    pub(super) fn symbol(&self) -> String {
        if self.exchange == Some("HKEX") {
            return format!("{:0>4}", self.ticker.trim_start_matches('0'));
        }
        let ticker = self.ticker;
        match ticker.char_indices().next_back() {
            // Reuters writes the class of a share small: "ERICb.ST".
            Some((at, class)) if at > 0 && class.is_ascii_lowercase() && is_ticker(&ticker[..at]) => {
                let sign = if matches!(self.exchange, Some("STO" | "CPH" | "HEL" | "OSL")) { '-' } else { '.' };
                format!("{}{sign}{}", &ticker[..at], class.to_ascii_uppercase())
            }
            _ => ticker.to_ascii_uppercase(),
        }
    }

    /// The exchange, if the ticker is the one it has there: for Europe Reuters has roots of its own ("SIEGn.DE").
    pub(super) fn own_exchange(&self) -> Option<&'static str> {
        self.exchange.filter(|exchange| !(self.reuters && ROOTS.contains(exchange)))
    }

    /// The entry that is listed so.
    pub(super) fn entry(&self, gazetteer: &Gazetteer) -> Option<Id> {
        let (symbol, market) = self.place();
        let entry = gazetteer.ticker(&symbol, market);
        // The two Indian exchanges share their symbols.
        if market == Some("BSE") { entry.or_else(|| gazetteer.ticker(&symbol, Some("NSE"))) } else { entry }
    }

    /// Whether an entry is listed so, be it not the only one.
    pub(super) fn is_of(&self, gazetteer: &Gazetteer, id: Id) -> bool {
        let (symbol, market) = self.place();
        gazetteer.exchange(&symbol, market, id).is_some()
    }

    /// The symbol and market that the table knows it by.
    fn place(&self) -> (String, Option<&'static str>) {
        let symbol = self.symbol();
        match self.exchange {
            Some("NYSE" | "NASDAQ" | "AMEX" | "NYSE Arca" | "CBOE" | "OTC") => (symbol, Some("US")),
            Some("TSX") => (symbol.replace('-', "."), Some("TSX")),
            exchange => (symbol, exchange),
        }
    }
}

/// Whether `text` can be a ticker: capitals and digits, a sign inside.
pub(super) fn is_ticker(text: &str) -> bool {
    let bytes = text.as_bytes();
    (1..=12).contains(&bytes.len())
        && bytes.iter().all(|&b| b.is_ascii_uppercase() || b.is_ascii_digit() || b".&-".contains(&b))
        && bytes[0].is_ascii_alphanumeric()
        && bytes[bytes.len() - 1].is_ascii_alphanumeric()
}

/// The exchange that the press writes so: "Nasdaq", "NYSE American".
pub(super) fn exchange_of(written: &str) -> Option<&'static str> {
    if written.len() > 32 {
        return None;
    }
    let lower = written.to_ascii_lowercase();
    let first = lower.split([' ', '/']).next()?;
    let second = lower.get(first.len() + 1..).unwrap_or_default();
    match (first, second) {
        ("nyse", "american" | "mkt" | "amex") => Some("AMEX"),
        ("nyse", "arca") => Some("NYSE Arca"),
        ("nasdaq", "stockholm") => Some("STO"),
        ("nasdaq", "copenhagen") => Some("CPH"),
        ("nasdaq", "helsinki") => Some("HEL"),
        ("tsx", "venture" | "v") => Some("TSXV"),
        _ => EXCHANGES.binary_search_by(|(name, _)| (*name).cmp(first)).ok().map(|at| EXCHANGES[at].1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [EXCHANGES, SUFFIXES] {
            assert!(list.windows(2).all(|pair| pair[0].0 < pair[1].0), "{list:?}");
        }
    }

    #[test]
    fn reads_brackets() {
        for (inner, expected) in [
            ("NASDAQ: TSLA", Some(("TSLA", Some("NASDAQ")))),
            ("Nasdaq:TSLA", Some(("TSLA", Some("NASDAQ")))),
            ("NYSE American: IMO", Some(("IMO", Some("AMEX")))),
            ("LSE: VOD, NASDAQ: VOD", Some(("VOD", Some("LSE")))),
            ("TSX-V: ABC", Some(("ABC", Some("TSXV")))),
            ("NYSE: BRK.B", Some(("BRK.B", Some("NYSE")))),
            ("TSLA.O", Some(("TSLA", Some("NASDAQ")))),
            ("0700.HK", Some(("0700", Some("HKEX")))),
            ("ERICb.ST", Some(("ERIC-B", Some("STO")))),
            ("BRKa.N", Some(("BRK.A", Some("NYSE")))),
            (".SPX", Some(("SPX", None))),
            ("TSLA", Some(("TSLA", None))),
            ("Reuters", None),
            ("note: see below", None),
            ("A.B.C.D", None),
            ("", None),
            (":", None),
            (".", None),
        ] {
            let found = Listing::in_brackets(inner);
            let expected = expected.map(|(ticker, exchange)| (ticker.to_string(), exchange));
            assert_eq!(found.map(|l| (l.symbol(), l.exchange)), expected, "{inner}");
        }
    }
}
