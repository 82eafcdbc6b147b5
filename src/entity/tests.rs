//! Names in context with the right answer. All companies, statements and figures in a sentence are put together freely.

use super::{Entity, Gazetteer, Kind, find};
use crate::text::{Document, Span};
use proptest::prelude::*;

fn read(title: &str, text: &str, targets: &[&str]) -> (String, Vec<Entity>) {
    let text = if title.is_empty() { text.to_string() } else { format!("{title}\n\n{text}") };
    let body = if title.is_empty() { 0 } else { title.len() + 2 };
    let targets: Vec<String> = targets.iter().map(|t| t.to_string()).collect();
    let found = find(&Gazetteer::embedded(), &Document::read(&text, body, false), &targets);
    (text, found)
}

/// The names found, each with its symbol.
fn names(title: &str, text: &str) -> String {
    let (_, found) = read(title, text, &[]);
    let name = |e: &Entity| e.ticker.as_ref().map_or(e.name.clone(), |t| format!("{} {t}", e.name));
    found.iter().map(name).collect::<Vec<_>>().join("; ")
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, names("", text)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_as_the_press_writes_them() {
    check(&[
        ("Analysts at JP Morgan and Goldman see Google ahead.", "JPMorgan Chase JPM; Goldman Sachs GS; Google GOOGL"),
        ("Profit at J&J beat that of P&G.", "Johnson & Johnson JNJ; Procter & Gamble PG"),
        ("Shares in L’Oréal and Loreal's rival Beiersdorf fell.", "L'Oréal OR; Beiersdorf BEI"),
        ("The plant belongs to TSMC, the chips to Nvidia.", "TSMC 2330; Nvidia NVDA"),
        ("Sellers on eBay like the change.", "eBay EBAY"),
        ("Orders at 3M and BMW held up.", "3M MMM; BMW BMW"),
        (
            "Reliance Industries and HUL led gains in Mumbai.",
            "Reliance Industries RELIANCE; Hindustan Unilever HINDUNILVR",
        ),
        ("Instagram’s growth lifted its owner.", "Instagram META"),
        ("Google bought the site, and YouTube is Google's now.", "Google GOOGL"),
        ("Alphabet paid well for YouTube.", "Alphabet GOOGL"),
        ("Moody's and Standard & Poor's kept their ratings.", "Moody's MCO; Standard & Poor's SPGI"),
        ("A new round values Anthropic above OpenAI, people close to SpaceX said.", "Anthropic; OpenAI; SpaceX"),
        ("Bank of America's outlook is better.", "Bank of America BAC"),
        ("Wells Fargo & Co. and Deutsche Bank AG declined to comment.", "Wells Fargo WFC; Deutsche Bank DBK"),
        ("Societe Generale, or SocGen, cut costs.", "Société Générale GLE"),
    ]);
}

#[test]
fn ordinary_words_need_evidence() {
    check(&[
        ("An apple a day is no target for a visa.", ""),
        ("Target practice was cancelled.", ""),
        ("Target shares rose.", "Target TGT"),
        ("Apple's margin widened.", "Apple AAPL"),
        ("Apple said nothing.", "Apple AAPL"),
        ("Apple Inc. opened a store.", "Apple AAPL"),
        ("Demand at Apple held up.", "Apple AAPL"),
        ("Apple trees suffered. The frost came late.", ""),
        ("Gap between rich and poor widens.", ""),
        ("The chain lost share to Gap and to Best Buy.", "Gap GAP; Best Buy BBY"),
        ("Shell (LSE: SHEL) raised its dividend.", "Shell SHEL"),
        ("Apple Hospitality REIT owns hotels.", "Apple Hospitality REIT APLE"),
        ("Apple Orchard REIT owns farms.", ""),
        ("Designer Tom Ford showed a new line.", ""),
        ("Prosecutor Damian Williams opened the case. Williams said it was strong.", ""),
        ("Williams Companies pumps gas. Williams said so.", "Williams WMB"),
        ("The Next-Generation standard is here.", ""),
        ("Analyst BP Singh likes steelmakers.", ""),
        ("IT spending and HR budgets fall, ALL else equal.", ""),
        ("The Central Bank of India extended its losses.", "Central Bank of India CENTRALBK"),
        ("The People's Bank of China held rates.", ""),
    ]);
}

#[test]
fn small_companies_give_way() {
    check(&[
        // Their names are words, persons, places or phrases first.
        ("Nicole Turner, Senior Director, spoke for the team.", ""),
        ("Chinese regulators and Russian buyers met in Burlington.", ""),
        ("Workers moved to clean energy and digital media solutions.", ""),
        ("Senior (LSE: SNR) makes parts.", "Senior plc SNR"),
        ("Shares of Ball Corp. rose; a ball is round.", "Ball BALL"),
        // So are their tickers.
        ("Traders bought $SOL and $LINK.", "Solana SOL; Chainlink LINK"),
        ("$DASH is up.", "DoorDash DASH"),
        ("She is VP of sales, he a VP too.", ""),
    ]);
}

#[test]
fn every_entry_comes_back_by_its_name_and_listing() {
    let gazetteer = Gazetteer::embedded();
    let mut own = 0;
    for id in 0..gazetteer.len() as u32 {
        let entry = gazetteer.entry(id);
        assert!(!entry.name.is_empty() && entry.name == entry.name.trim(), "{entry:?}");
        let named = gazetteer.look_up(entry.name).unwrap_or_else(|| panic!("{entry:?} is not found"));
        own += usize::from(named == entry);
        if let (Some(ticker), Some(exchange)) = (entry.ticker, entry.exchange) {
            let american = matches!(exchange, "NYSE" | "NASDAQ" | "AMEX" | "NYSE Arca" | "CBOE" | "OTC");
            let listed = gazetteer.ticker(ticker, Some(if american { "US" } else { exchange }));
            assert!(ticker.len() > 12 || listed.is_some(), "{entry:?} is not listed");
        }
    }
    // A few are called like another that is better known.
    assert!(own * 100 > gazetteer.len() * 98, "{own} of {}", gazetteer.len());
}

#[test]
fn titles_lean_on_the_text() {
    assert_eq!(names("Visa Rules Tighten For Skilled Workers", "The ministry issues fewer permits."), "");
    assert_eq!(names("Ford Pulls Back In Europe", "Costs weigh on Ford in Cologne."), "Ford F");
    assert_eq!(names("Target Cuts Its Outlook", "The retailer blamed the weather."), "Target TGT");
    assert_eq!(names("Tesla Trails As Rivals Gain", "Deliveries shrank."), "Tesla TSLA");
}

#[test]
fn tickers_in_their_forms() {
    check(&[
        ("Buying $TSLA and $BTC today, $5 each.", "Tesla TSLA; Bitcoin BTC"),
        ("Tesla (NASDAQ: TSLA) rose.", "Tesla TSLA"),
        ("Ford <F.N> and Toyota (7203.T) fell.", "Ford F; Toyota 7203"),
        ("Tencent (0700.HK) fell.", "Tencent 0700"),
        ("TSLA.O was up, BRK.B was flat.", "Tesla TSLA; Berkshire Hathaway BRK.B"),
        ("BTC/USD broke out while EUR/USD slept.", "Bitcoin BTC; EUR/USD EURUSD"),
        ("I sold NVDA shares. CEO pay, AI and GDP matter.", "Nvidia NVDA"),
        ("NASDAQ:AAPL is up.", "Apple AAPL"),
        ("Brightwater Home (NYSE: BWH) grew. Later Brightwater Home slipped.", "Brightwater Home BWH"),
        (
            "Apple Hospitality Homes Inc. (NYSE: AHHX) is no fruit. Apple Hospitality Homes builds.",
            "Apple Hospitality Homes AHHX",
        ),
        ("Lehman Brothers (LEH.N) failed. Lehman owed billions.", "Lehman Brothers LEH"),
        (
            "Germany's Siemens AG ( SIEGn.DE ), Italy's Volterrana SpA (VLTR.MI) and Volkswagen's (VOWG.DE) unit gained.",
            "Siemens SIE; Volterrana VLTR; Volkswagen VOW3",
        ),
        ("Ann Lee, CEO of Corner's Place Inc. (NASDAQ: CRNP), left.", "Corner's Place CRNP"),
        ("Old Mill Foods Inc (TSLA.O) is a mix-up.", "Old Mill Foods TSLA"),
    ]);
    let (text, found) = read("", "Tesla Inc. (NASDAQ: TSLA) rose; Tesla's rivals fell.", &[]);
    let mentions: Vec<&str> = found[0].mentions.iter().map(|m| m.of(&text)).collect();
    assert_eq!(mentions, ["Tesla Inc. (NASDAQ: TSLA)", "Tesla"]);
    assert_eq!((found[0].exchange.as_deref(), found[0].kind), (Some("NASDAQ"), Kind::Company));
}

#[test]
fn a_short_form_is_a_whole_word_in_its_own_letters() {
    let (text, found) = read("", "Chesapeake Energy rose. Its partner has expanded twice and is expanding still.", &[]);
    let mentions: Vec<&str> = found[0].mentions.iter().map(|m| m.of(&text)).collect();
    assert_eq!((found.len(), mentions), (1, vec!["Chesapeake Energy"]));
}

#[test]
fn markets_and_currencies() {
    check(&[
        (
            "The S&P 500 and the Nasdaq rose; the Dow fell.",
            "S&P 500 SPX; Nasdaq Composite IXIC; Dow Jones Industrial Average DJI",
        ),
        ("It is listed on the Nasdaq.", ""),
        ("Oil slid, gold jumped and copper prices held.", "Oil CL; Gold XAU; Copper HG"),
        ("She won a gold medal and works for an oil company.", ""),
        ("The silver lining: a gold rush, olive oil and sugar-free corn syrup.", ""),
        ("Raw sugar and wheat futures rose.", "Raw sugar SB; Wheat ZW"),
        ("The index rose; platinum 1.1%.", "Platinum XPT"),
        ("Coffee was served with sugar.", ""),
        ("The dollar rose against the yen.", "Dollar USD; Yen JPY"),
        ("It costs 5 million dollars, 3 billion euro or one dollar.", ""),
        ("A dollar store in the euro zone.", ""),
        ("The real winner won by a pound in real estate.", ""),
        ("The Brazilian real and the South Korean won fell.", "Brazilian real BRL; South Korean won KRW"),
        ("Gold Fields and Lahontan Gold Corp. dig.", "Gold Fields GFI; Lahontan Gold LG"),
        ("Bitcoin and ether fell, SHIB too.", "Bitcoin BTC; Ethereum ETH; Shiba Inu SHIB"),
        ("SPY and QQQ shares saw inflows.", "SPDR S&P 500 ETF SPY; Invesco QQQ QQQ"),
    ]);
}

#[test]
fn sources_and_places_to_write_in_are_not_companies() {
    check(&[
        ("NEW YORK (Reuters) - Rates rose, CNBC and Bloomberg reported.", ""),
        ("According to FactSet data, earnings grew.", ""),
        ("He took to Twitter to complain. Follow us on Facebook.", ""),
        ("The SEC and the Fed met in Paris.", ""),
    ]);
}

#[test]
fn targets_come_back_as_they_are_called() {
    let (text, found) =
        read("", "Tesla rose. TESLA fans cheered. Teslas sold.", &["Tesla", "Tesla", "", "Rivian", "esla"]);
    let summary: Vec<_> = found.iter().map(|e| (e.name.as_str(), e.target, e.mentions.len())).collect();
    // In the table's eyes TESLA is Tesla; as a target it is, too.
    assert_eq!(summary, [("Tesla", true, 2), ("esla", true, 3)]);
    assert_eq!(found[0].ticker.as_deref(), Some("TSLA"));
    assert_eq!(found[0].mentions[0].of(&text), "Tesla");
    assert_eq!((found[1].kind, found[1].ticker.as_deref()), (Kind::Custom, None));
}

#[test]
fn a_target_stands_beside_its_canonical_name() {
    let (_, found) = read("", "Google and BofA beat forecasts.", &["Google", "BofA"]);
    let summary: Vec<_> = found.iter().map(|e| (e.name.as_str(), e.target, e.ticker.as_deref())).collect();
    // A brand that the text uses alone is what the company is called; a short form is not.
    let own = ("Google", true, Some("GOOGL"));
    assert_eq!(summary, [own, ("Bank of America", false, Some("BAC")), ("BofA", true, Some("BAC"))]);
}

#[test]
fn a_target_in_ignored_text_has_no_mentions() {
    let text = "Quillo grew. Rates fell.";
    let mut document = Document::read(text, 0, false);
    document.ignored = vec![(Span::new(0, 12), crate::text::Reason::Share)];
    let found = find(&Gazetteer::embedded(), &document, &["Quillo".into()]);
    assert_eq!((found.len(), found[0].target, found[0].mentions.len()), (1, true, 0));
}

#[test]
fn the_table_is_large_and_sound() {
    let gazetteer = Gazetteer::embedded();
    let count = |kind| (0..gazetteer.len()).filter(|&i| gazetteer.entry(i as u32).kind == kind).count();
    assert!(count(Kind::Company) > 18_000 && count(Kind::Private) >= 1_000, "{}", gazetteer.len());
    assert!(count(Kind::Index) + count(Kind::Etf) >= 300 && count(Kind::Crypto) >= 300);
    assert!(count(Kind::Commodity) >= 90 && count(Kind::Currency) >= 40);
    for (name, ticker, exchange) in [
        ("Apple", "AAPL", "NASDAQ"),
        ("JPMorgan Chase & Co.", "JPM", "NYSE"),
        ("TSLA", "TSLA", "NASDAQ"),
        ("Samsung", "005930", "KRX"),
        ("Nestlé", "NESN", "SIX"),
        ("nestle", "NESN", "SIX"),
        ("Ultragenyx", "RARE", "NASDAQ"),
        ("Research In Motion", "RIMM", "NASDAQ"),
        ("SBI Life", "SBILIFE", "NSE"),
        ("Fuji Photo Film", "4901", "TSE"),
    ] {
        let entry = gazetteer.look_up(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!((entry.ticker, entry.exchange), (Some(ticker), Some(exchange)), "{name}");
    }
    assert_eq!(gazetteer.look_up("Quillo"), None);
}

#[test]
fn listings_and_symbols_apart_from_the_name() {
    check(&[
        ("The utility NV Energy Inc (NVE.N) agreed.", "NV Energy NVE"),
        ("orVixa Inc. (NASDAQ: ORVX) posted a loss.", "orVixa ORVX"),
        ("Ocutella Labs Corp. (“Ocutella” or the “Company”) (TSXV: OCUT) won.", "Ocutella Labs OCUT"),
        ("The fund sells Korea Exchange Bank (KEB) 004940.KS by autumn.", "Korea Exchange Bank 004940"),
        ("Russia's miner sold a stake to China's CIC CIC.UL on Monday.", "CIC"),
        ("An S&P staples index .GSPQ rose.", "S&P staples index GSPQ"),
        ("A semiconductor index .SOX shot up.", "Philadelphia Semiconductor Index SOX"),
        ("The Standard & Poor's tools index lost 2 percent.", "Standard & Poor's tools index"),
        (
            "Quillo Pumps Inc, which makes pumps, will trade on Nasdaq under the symbol QLLX. Morgan Stanley helped.",
            "Quillo Pumps QLLX; Morgan Stanley MS",
        ),
        ("Among the losers were HSBC -2.3% and SAP -4%; BG-12 is a drug.", "HSBC HSBA; SAP SAP"),
        ("Tesla and Brightwater Home (BWH) rose; Bitcoin fell.", "Tesla TSLA; Brightwater Home; Bitcoin BTC"),
        ("Among the tokens was Surion (SRN), like Solana a network.", "Surion SRN; Solana SOL"),
    ]);
}

#[test]
fn one_thing_under_two_names() {
    check(&[
        ("Continental Airlines added flights. Continental also ordered jets.", "Continental Airlines CAL"),
        ("Continental rose 4% in Frankfurt.", "Continental CON"),
        ("Iranian crude was sold cheaply, and oil fell.", "Iranian crude"),
        ("Brent rose 2%, and oil has gained for a week.", "Brent BRN"),
        ("Brent and U.S. crude rose, and oil has gained for a week.", "Brent BRN; U.S. crude CL"),
        ("The bourse rejected an offer from Nasdaq. Nasdaq raises its offer.", "Nasdaq Inc. NDAQ"),
        ("Shares of Quillo Inc fell. The OutlookQuillo Inc was poor.", "Quillo"),
    ]);
}

proptest! {
    #[test]
    fn any_text_and_targets_give_sound_mentions(
        text in "(\\PC|Apple |Inc\\.|\\(|NYSE: |\\)|\\$TSLA|’s|\n){0,60}",
        targets in prop::collection::vec("\\PC{0,4}|Apple|A", 0..4),
    ) {
        let document = Document::read(&text, 0, false);
        for entity in find(&Gazetteer::embedded(), &document, &targets) {
            prop_assert!(!entity.target || text.to_lowercase().contains(&entity.name.to_lowercase()));
            prop_assert!(entity.target || !entity.mentions.is_empty());
            for mention in &entity.mentions {
                prop_assert!(text.get(mention.range()).is_some_and(|t| !t.is_empty()));
            }
            prop_assert!(entity.mentions.windows(2).all(|m| m[0].end <= m[1].start));
        }
    }
}
