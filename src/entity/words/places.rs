//! Places and peoples: names that are no company's alone.

/// Countries, states, cities and regions that the press names.
#[rustfmt::skip]
pub(in crate::entity) const PLACES: &[&str] = &[
    "abu", "afghanistan", "africa", "alabama", "alaska", "albania", "algeria", "america", "americas", "amsterdam",
    "angeles", "angola", "ankara", "antwerp", "arabia", "argentina", "arizona", "arkansas", "asia", "asia-pacific",
    "athens", "atlanta", "atlantic", "auckland", "australia", "austria", "aviv", "bahamas", "bahrain", "baltic",
    "baltimore", "bangalore", "bangkok", "bangladesh", "barcelona", "basel", "beijing", "belarus", "belgium", "benelux",
    "berlin", "bermuda", "birmingham", "bogota", "bolivia", "boston", "brasilia", "brazil", "bristol", "britain",
    "brooklyn", "brussels", "bucharest", "budapest", "bulgaria", "burma", "cairo", "calgary", "calif", "california",
    "cambodia", "cambridge", "cameroon", "canada", "caracas", "caribbean", "carolina", "chicago", "chile", "china",
    "cincinnati", "cleveland", "colo", "cologne", "colombia", "colorado", "columbus", "conn", "connecticut",
    "copenhagen", "costa", "croatia", "cuba", "cyprus", "d.c.", "dakota", "dallas", "damascus", "delaware", "delhi",
    "denmark", "denver", "detroit", "dhabi", "diego", "doha", "dubai", "dublin", "e.u.", "ecuador", "edinburgh",
    "egypt", "el", "england", "estonia", "ethiopia", "eu", "europe", "eurozone", "finland", "fla", "florida", "france",
    "francisco", "frankfurt", "gaza", "geneva", "georgia", "germany", "ghana", "gibraltar", "glasgow", "greece",
    "guangdong", "guangzhou", "guatemala", "gulf", "hamburg", "hampshire", "hanoi", "havana", "hawaii", "helsinki",
    "holland", "honduras", "hong", "houston", "hungary", "iceland", "idaho", "illinois", "india", "indiana",
    "indianapolis", "indonesia", "iowa", "iran", "iraq", "ireland", "islamabad", "israel", "istanbul", "italy",
    "jakarta", "jamaica", "japan", "jersey", "jerusalem", "johannesburg", "jordan", "jose", "kabul", "kansas",
    "karachi", "kazakhstan", "kentucky", "kenya", "kiev", "kingdom", "kong", "korea", "kuwait", "kyiv", "kyoto",
    "lagos", "lanka", "las", "latvia", "lebanon", "libya", "lima", "lisbon", "lithuania", "liverpool", "london", "los",
    "louis", "luxembourg", "lyon", "macau", "madrid", "maine", "malaysia", "malta", "manchester", "manhattan", "manila",
    "maryland", "mass", "massachusetts", "mediterranean", "melbourne", "mexico", "miami", "mich", "michigan", "midwest",
    "milan", "milwaukee", "minn", "minneapolis", "minnesota", "mississippi", "missouri", "mo", "montana", "montreal",
    "morocco", "moscow", "mumbai", "munich", "myanmar", "n.j.", "n.y.", "nairobi", "namibia", "nashville", "nebraska",
    "nepal", "netherlands", "nevada", "nicaragua", "nigeria", "norway", "oakland", "ohio", "oklahoma", "omaha", "oman",
    "ontario", "oregon", "orlando", "orleans", "osaka", "oslo", "ottawa", "oxford", "pacific", "pakistan", "palestine",
    "panama", "paraguay", "paris", "pennsylvania", "persian", "perth", "peru", "petersburg", "philadelphia",
    "philippines", "phoenix", "pittsburgh", "poland", "portland", "portugal", "prague", "puerto", "qatar", "quebec",
    "queensland", "rhode", "rico", "riyadh", "romania", "rome", "rotterdam", "russia", "rwanda", "sacramento",
    "salvador", "san", "santa", "santiago", "saudi", "scandinavia", "scotland", "seattle", "senegal", "seoul", "serbia",
    "shanghai", "shenzhen", "siberia", "singapore", "slovakia", "slovenia", "somalia", "spain", "sri", "stockholm",
    "sudan", "suez", "sweden", "switzerland", "sydney", "syria", "taipei", "taiwan", "tanzania", "tehran", "tel",
    "tenn", "tennessee", "tex", "texas", "thailand", "tibet", "tokyo", "toronto", "tripoli", "tunisia", "turin",
    "turkey", "u.a.e.", "u.k", "u.k.", "u.n.", "u.s", "u.s.", "uae", "uganda", "uk", "ukraine", "un", "uruguay", "us",
    "usa", "utah", "uzbekistan", "vancouver", "vatican", "vegas", "venezuela", "venice", "vermont", "vienna", "vietnam",
    "virginia", "wales", "warsaw", "washington", "wis", "wisconsin", "wyoming", "yemen", "york", "yorkshire", "zambia",
    "zealand", "zimbabwe", "zurich",
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
