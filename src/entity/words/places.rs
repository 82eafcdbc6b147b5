//! Places and peoples: names that are no company's alone.

/// Countries, states, cities and regions that the press names.
#[rustfmt::skip]
pub(in crate::entity) const PLACES: &[&str] = &[
    "abu", "accra", "afghanistan", "africa", "alabama", "alaska", "albania", "algeria", "algiers", "america",
    "americas", "amsterdam", "andalusia", "angeles", "angola", "ankara", "antwerp", "arabia", "argentina", "arizona",
    "arkansas", "armenia", "asia", "asia-pacific", "athens", "atlanta", "atlantic", "auckland", "australia", "austria",
    "aviv", "azerbaijan", "bahamas", "bahrain", "baltic", "baltimore", "bangalore", "bangkok", "bangladesh",
    "barcelona", "basel", "bavaria", "beijing", "belarus", "belgium", "benelux", "berlin", "bermuda", "bern",
    "birmingham", "bogota", "bolivia", "bologna", "bonn", "bosnia", "boston", "botswana", "brasilia", "brazil",
    "bristol", "britain", "brooklyn", "brunei", "brussels", "bucharest", "budapest", "bulgaria", "burma", "cairo",
    "calgary", "calif", "california", "cambodia", "cambridge", "cameroon", "canada", "caracas", "caribbean", "carolina",
    "casablanca", "catalonia", "chad", "chicago", "chile", "china", "chongqing", "cincinnati", "cleveland", "colo",
    "cologne", "colombia", "colorado", "columbus", "congo", "conn", "connecticut", "copenhagen", "costa", "crimea",
    "croatia", "cuba", "cyprus", "d.c.", "dakota", "dallas", "damascus", "delaware", "delhi", "denmark", "denver",
    "detroit", "dhabi", "diego", "doha", "donbas", "dortmund", "dresden", "dubai", "dublin", "dusseldorf", "e.u.",
    "ecuador", "edinburgh", "egypt", "el", "england", "eritrea", "essen", "estonia", "ethiopia", "eu", "europe",
    "eurozone", "fiji", "finland", "fla", "florence", "florida", "france", "francisco", "frankfurt", "gaza", "geneva",
    "georgia", "germany", "ghana", "gibraltar", "glasgow", "greece", "guangdong", "guangzhou", "guatemala", "gujarat",
    "gulf", "hainan", "haiti", "hamburg", "hampshire", "hangzhou", "hanoi", "havana", "hawaii", "heathrow", "helsinki",
    "hokkaido", "holland", "honduras", "hong", "houston", "hubei", "hungary", "iceland", "idaho", "illinois", "india",
    "indiana", "indianapolis", "indonesia", "iowa", "iran", "iraq", "ireland", "islamabad", "israel", "istanbul",
    "italy", "ivoire", "jakarta", "jamaica", "japan", "jersey", "jerusalem", "johannesburg", "jordan", "jose", "kabul",
    "kampala", "kansas", "karachi", "kashmir", "kazakhstan", "kentucky", "kenya", "kerala", "kiev", "kingdom", "kong",
    "korea", "kosovo", "krakow", "kuwait", "kyiv", "kyoto", "kyrgyzstan", "lagos", "lanka", "laos", "las", "latvia",
    "lebanon", "leipzig", "libya", "lille", "lima", "lisbon", "lithuania", "liverpool", "lombardy", "london", "los",
    "louis", "luanda", "luxembourg", "lyon", "macau", "macedonia", "madrid", "maharashtra", "maine", "malaysia", "mali",
    "malta", "manchester", "manhattan", "manila", "marseille", "maryland", "mass", "massachusetts", "mediterranean",
    "melbourne", "mexico", "miami", "mich", "michigan", "midwest", "milan", "milwaukee", "minn", "minneapolis",
    "minnesota", "mississippi", "missouri", "mo", "moldova", "mongolia", "montana", "montenegro", "montreal", "morocco",
    "moscow", "mozambique", "mumbai", "munich", "myanmar", "n.j.", "n.y.", "nairobi", "namibia", "nanjing", "naples",
    "nashville", "nebraska", "nepal", "netherlands", "nevada", "nicaragua", "niger", "nigeria", "normandy", "norway",
    "oakland", "ohio", "okinawa", "oklahoma", "omaha", "oman", "ontario", "oregon", "orlando", "orleans", "osaka",
    "oslo", "ottawa", "oxford", "pacific", "pakistan", "palermo", "palestine", "panama", "paraguay", "paris",
    "pennsylvania", "persian", "perth", "peru", "petersburg", "philadelphia", "philippines", "phoenix", "pittsburgh",
    "poland", "portland", "porto", "portugal", "prague", "provence", "puerto", "punjab", "qatar", "quebec",
    "queensland", "rhode", "rico", "riyadh", "romania", "rome", "rotterdam", "russia", "rwanda", "sacramento",
    "salvador", "san", "santa", "santiago", "saudi", "saxony", "scandinavia", "scotland", "seattle", "senegal", "seoul",
    "serbia", "seville", "shanghai", "shenzhen", "siberia", "sichuan", "singapore", "slovakia", "slovenia", "somalia",
    "spain", "sri", "stockholm", "stuttgart", "sudan", "suez", "sweden", "switzerland", "sydney", "syria", "taipei",
    "taiwan", "tajikistan", "tanzania", "tehran", "tel", "tenn", "tennessee", "tex", "texas", "thailand", "tianjin",
    "tibet", "tokyo", "toronto", "toulouse", "tripoli", "tunisia", "turin", "turkey", "turkmenistan", "tuscany",
    "u.a.e.", "u.k", "u.k.", "u.n.", "u.s", "u.s.", "uae", "uganda", "uk", "ukraine", "un", "uruguay", "us", "usa",
    "utah", "uzbekistan", "valencia", "vancouver", "vatican", "vegas", "venezuela", "venice", "vermont", "vienna",
    "vietnam", "virginia", "wales", "warsaw", "washington", "wis", "wisconsin", "wuhan", "wyoming", "yemen", "york",
    "yorkshire", "yunnan", "zambia", "zealand", "zimbabwe", "zurich",
];

/// Months and days of the week.
#[rustfmt::skip]
pub(in crate::entity) const DATES: &[&str] = &[
    "apr", "april", "aug", "august", "christmas", "dec", "december", "easter", "feb", "february", "friday", "jan",
    "january", "jul", "july", "jun", "june", "mar", "march", "may", "monday", "nov", "november", "oct", "october",
    "saturday", "sep", "sept", "september", "sunday", "thursday", "tuesday", "wednesday",
];

/// Whose a thing is by land or quarter of the sky; part of a name only with more behind it.
#[rustfmt::skip]
pub(in crate::entity) const PEOPLES: &[&str] = &[
    "african", "american", "americans", "arab", "argentine", "asian", "australian", "austrian", "belgian", "brazilian",
    "british", "bulgarian", "canadian", "catalan", "central", "chilean", "chinese", "colombian", "cypriot", "czech",
    "danish", "dutch", "east", "eastern", "egyptian", "english", "european", "europeans", "finnish", "french", "german",
    "germans", "greek", "hungarian", "icelandic", "indian", "indonesian", "iranian", "iraqi", "irish", "israeli",
    "italian", "japanese", "kenyan", "korean", "latin", "malaysian", "mexican", "nigerian", "nordic", "north",
    "northern", "norwegian", "pakistani", "peruvian", "philippine", "polish", "portuguese", "romanian", "russian",
    "saudi", "scandinavian", "scottish", "singaporean", "slovak", "slovenian", "south", "southern", "spanish",
    "swedish", "swiss", "taiwanese", "thai", "turkish", "ukrainian", "venezuelan", "vietnamese", "welsh", "west",
    "western",
];
