//! Words that tell a company that the table does not know from other things with a capital.

/// Last words of names of two words or more that are companies'.
#[rustfmt::skip]
pub(in crate::entity) const FIRM_ENDS: &[&str] = &[
    "advisers", "advisors", "aerospace", "airlines", "airways", "aluminium", "aluminum", "analytics", "apparel",
    "associates", "automotive", "aviation", "bancorp", "bancshares", "bank", "bankers", "banking", "beverages",
    "biologics", "biomedical", "biopharma", "bioscience", "biosciences", "biosystems", "biotech", "biotherapeutics",
    "brands", "breweries", "brewery", "brewing", "brokerage", "brokers", "builders", "capital", "cellular", "cement",
    "chemical", "chemicals", "clothing", "coffee", "communications", "computing", "confectionery", "consultants",
    "consulting", "containers", "cosmetics", "devices", "diagnostics", "dynamics", "electric", "electronics", "energy",
    "engineering", "enterprises", "entertainment", "equities", "farms", "fertilizers", "financial", "financiers",
    "foods", "footwear", "furniture", "genomics", "group", "healthcare", "holding", "holdings", "homes", "hotels",
    "industries", "informatics", "instruments", "insurance", "interactive", "investments", "investors", "laboratories",
    "labs", "lending", "logistics", "lumber", "machinery", "materials", "medicines", "metals", "microsystems", "mills",
    "minerals", "mines", "mining", "mobility", "mortgage", "motors", "networks", "nutrition", "oncology", "outfitters",
    "packaging", "partners", "petroleum", "pharma", "pharmaceutical", "pharmaceuticals", "photonics", "plastics",
    "properties", "publishing", "railways", "realty", "refining", "renewables", "resorts", "resources", "restaurants",
    "retail", "robotics", "savings", "securities", "semiconductor", "semiconductors", "shipping", "shipyards",
    "software", "solutions", "staffing", "steel", "stockbrokers", "stores", "studios", "supermarkets", "surgical",
    "systems", "tech", "technologies", "technology", "telecom", "telecommunications", "telematics", "textiles",
    "therapeutics", "tobacco", "tools", "toys", "trading", "transport", "trucking", "utilities", "ventures",
    "vineyards", "winery", "wireless",
];

/// Last words that are companies' often, and of other things too.
#[rustfmt::skip]
pub(in crate::entity) const MAYBE_FIRM_ENDS: &[&str] = &[
    "acquisition", "air", "beer", "bio", "design", "digital", "economics", "equity", "exchange", "express", "finance",
    "fitness", "games", "global", "health", "instrument", "international", "investment", "lab", "machines",
    "management", "markets", "media", "medical", "mobile", "music", "oil", "partnership", "pay", "payments", "pictures",
    "power",
    "press", "products", "protocol", "research", "services", "space", "sports",
];

/// Words that make a name that of a body, a place, an event or a medium.
#[rustfmt::skip]
pub(in crate::entity) const BODIES: &[&str] = &[
    "academy", "accord", "act", "administration", "affairs", "afp", "agency", "agreement", "airport", "alliance",
    "ambassador", "amendment", "android", "archbishop", "arena", "army", "assembly", "association", "authorities",
    "authority", "avenue", "award", "awards", "bailout", "basin", "battalion", "bay", "bbc", "beach", "bill", "bishop",
    "board", "boulevard", "bowl", "brexit", "bridge", "brigade", "bundesbank", "bureau", "bureaucracy", "cabinet",
    "campaign", "castle", "cathedral", "center", "centre", "century", "chamber", "championship", "championships",
    "channel", "chapter", "charter", "church", "city", "classification", "clinic", "cnbc", "cnn", "coalition", "coast",
    "code", "coin", "coindesk", "cointelegraph", "college", "commandment", "commission", "commissioner", "committee",
    "confederation", "conference", "congress", "constitution", "convention", "council", "county", "court", "covid",
    "crescent", "crisis", "cup", "customs", "day", "decade", "declaration", "delegation", "democrat", "democratic",
    "democrats", "department", "depot", "desert", "dialogue", "diocese", "directive", "directorate", "district",
    "division", "east", "embassy", "emirates", "empire", "euribor", "eurogroup", "eurozone", "exhibit", "facebook",
    "facility", "faculty", "fair", "fed", "federal", "federation", "feds", "ferry", "festival", "fifa", "fleet",
    "force", "forces", "forest", "forum", "foundation", "front", "fund", "gallery", "gazette", "gdp", "generation",
    "globenewswire", "government", "governors", "guard", "hall", "hamas", "harbor", "harbour", "herald", "hezbollah",
    "highway", "hill", "hills", "hospital", "hotel", "hour", "house", "index", "initiative", "inquiry", "instant",
    "institute", "institution", "insurgency", "internet", "ipad", "ipads", "iphone", "iphones", "ipod", "ipods", "isis",
    "island", "islands", "itunes", "journal", "judiciary", "justice", "kingdom", "kremlin", "kyodo", "lake", "lane",
    "law", "league", "legislature", "liberals", "libor", "library", "magazine", "manor", "marines", "market",
    "memorial", "mercury", "mideast", "militia", "minister", "ministry", "mission", "month", "monument", "morning",
    "mosque", "mountain", "mountains", "movement", "museum", "nasa", "nation", "nations", "nato", "navy",
    "neighbourhood", "news", "newsfile", "newspaper", "newswire", "north", "obamacare", "observer", "ocean", "office",
    "officer", "officials", "olympic", "olympics", "ombudsman", "opec", "opera", "organisation", "organization", "pact",
    "palace", "panel", "park", "parliament", "partnership", "party", "patrol", "peninsula", "pentagon", "personnel",
    "plan", "plaza", "point", "police", "port", "post", "prison", "prize", "proceedings", "program", "programme",
    "province", "qaeda", "quarter", "rate", "rates", "rebellion", "referendum", "reform", "regiment", "region",
    "registry", "regulation", "report", "republic", "republican", "republicans", "reserve", "reuters", "revolution",
    "river", "road", "route", "rule", "safety", "saint", "school", "sea", "season", "secretary", "section", "senate",
    "series", "service", "session", "shire", "society", "south", "squad", "stadium", "staff", "standard",
    "state", "statement", "states", "station", "strait", "strategy", "street", "subcommittee", "summit", "sunday",
    "supreme", "survey", "synod", "taliban", "talks", "tariff", "task", "team", "telegraph", "temple", "territory",
    "theater", "theatre", "tower", "town", "treasury", "treaty", "tribunal", "tribune", "troops", "trophy", "union",
    "university", "valley", "village", "war", "watch", "web", "week", "weekly", "white", "wikileaks", "windows",
    "winter", "wire", "world", "xbox", "xinhua", "year", "zone",
];

/// What a company is called before its name: "lender Fortis".
#[rustfmt::skip]
pub(in crate::entity) const FIRM_NOUNS: &[&str] = &[
    "airline", "arm", "automaker", "bank", "brewer", "broker", "brokerage", "builder", "carmaker", "chain", "chipmaker",
    "company", "competitor", "conglomerate", "consultancy", "distiller", "distributor", "drugmaker", "exchange",
    "exporter", "fabricator", "firm", "foundry", "giant", "grocer", "homebuilder", "insurer", "jeweller", "lender",
    "lessor", "lodging", "maker", "manufacturer", "miner", "operator", "parent", "planemaker", "provider", "reinsurer",
    "retailer", "rival", "servicer", "shipbuilder", "shipper", "smelter", "start-up", "startup", "steelmaker",
    "subsidiary", "supermarket", "supplier", "unit", "utility", "wholesaler",
];

/// What a company is called behind its name and a comma: "Corvane, a payments processor".
#[rustfmt::skip]
pub(in crate::entity) const DESCRIBED_AS: &[&str] = &[
    "airline", "automaker", "bank", "biotech", "brand", "brewer", "broker", "brokerage", "builder", "carmaker",
    "carrier", "casino", "chain", "chipmaker", "company", "conglomerate", "consultancy", "contractor", "developer",
    "distributor", "drugmaker", "exchange", "firm", "foundry", "giant", "grocer", "group", "homebuilder", "insurer",
    "lender", "maker", "manufacturer", "miner", "operator", "processor", "producer", "provider", "publisher", "refiner",
    "retailer", "seller", "start-up", "startup", "steelmaker", "studio", "subsidiary", "supermarket", "supplier",
    "utility", "vendor", "venture", "wholesaler",
];

/// What only a company has: "Quillo's shares", "Quillo shares".
#[rustfmt::skip]
pub(in crate::entity) const OWNED: &[&str] = &[
    "backlog", "bondholders", "ceo", "cfo", "coo", "creditors", "dividend", "earnings", "ebitda", "ipo", "lenders",
    "revenue", "revenues", "share", "shareholder", "shareholders", "shares", "stock", "stockholders", "subsidiaries",
];

/// What one holds of a company: "shares of Quillo".
#[rustfmt::skip]
pub(in crate::entity) const HELD: &[&str] = &[
    "interest", "ownership", "share", "shareholder", "shareholders", "shares", "stake", "stakes", "stock",
    "stockholders",
];

/// What is done to a company: "takeover of Quillo".
pub(in crate::entity) const DEALS: &[&str] = &["acquisition", "buyout", "ipo", "takeover"];

/// Who works at a company that follows markets: "an analyst at Carnegie".
#[rustfmt::skip]
pub(in crate::entity) const AT_FIRM: &[&str] = &[
    "adviser", "advisor", "analyst", "analysts", "banker", "bankers", "broker", "brokers", "ceo", "cfo", "chairman",
    "chief", "chiefs", "cio", "consultant", "dealer", "dealers", "director", "economist", "economists", "engineer",
    "engineers", "executive", "executives", "fellow", "founder", "founders", "head", "manager", "managers", "officer",
    "partner", "planner", "portfolio", "president", "researcher", "researchers", "scientist", "scientists",
    "specialist", "spokesman", "spokesperson", "spokeswoman", "strategist", "strategists", "trader", "traders",
];

/// Who or what belongs to a company: "chief executive of Quillo".
#[rustfmt::skip]
pub(in crate::entity) const OF_FIRM: &[&str] = &[
    "board", "boss", "ceo", "cfo", "chairman", "chairwoman", "cio", "co-founder", "coo", "executive", "founder",
    "founders", "owner", "owners", "parent", "shareholder", "shareholders", "subsidiary", "unit",
];

/// First words of companies' names in other tongues.
#[rustfmt::skip]
pub(in crate::entity) const FIRM_STARTS: &[&str] = &[
    "banca", "banco", "banque", "caisse", "cementos", "compagnie", "groupe", "grupo", "gruppo",
];

/// What companies are called before their names, and other things too.
#[rustfmt::skip]
pub(in crate::entity) const MAYBE_FIRM_NOUNS: &[&str] = &[
    "app", "arm", "company", "competitor", "contractor", "customer", "developer", "foundry", "house", "marketplace",
    "parent", "peer", "platform", "processor", "producer", "project", "publisher", "rival", "seller", "site",
    "specialist", "tracker", "trader", "unit", "vendor", "wallet", "website",
];

/// Words with a capital that begin no name.
#[rustfmt::skip]
pub(in crate::entity) const NOT_FIRST: &[&str] = &[
    "a", "about", "additional", "adjusted", "after", "all", "an", "analyst", "analysts", "another", "apart", "are",
    "as", "at", "average", "based", "both", "buy", "buying", "can", "class", "common", "consolidated", "contact",
    "could", "depositary", "deputy", "did", "diluted", "director", "do", "does", "down", "during", "each", "economist",
    "economists", "every", "executive", "existing", "fiscal", "follow", "former", "further", "futures", "half", "has",
    "have", "he", "her", "here", "higher", "his", "how", "i", "in", "interim", "is", "it", "its", "last", "less",
    "like", "lots", "low", "lower", "main", "many", "market", "may", "more", "most", "much", "my", "net", "no",
    "non-gaap", "none", "not", "note", "now", "of", "offshore", "oil", "on", "one", "ordinary", "other", "our",
    "outstanding", "over", "overall", "own", "past", "pending", "phase", "previous", "price", "profit", "profits",
    "quarterly", "remaining", "restricted", "sales", "second", "selected", "selling", "series", "shall", "share",
    "shareholder", "shareholders", "shares", "she", "short", "should", "sister", "smaller", "stock", "strategist",
    "strategists", "subject", "such", "swaps", "take", "that", "the", "their", "there", "these", "they", "third",
    "this", "those", "three", "trader", "traders", "two", "under", "underlying", "unlike", "up", "updates", "very",
    "was", "we", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "world", "would",
    "year", "yes", "yesterday", "you", "youngest", "your", "zero",
];

/// Words with a capital that a sentence may begin with before a name.
#[rustfmt::skip]
pub(in crate::entity) const ADJECTIVES: &[&str] = &[
    "ailing", "american", "bankrupt", "basic", "beleaguered", "benchmark", "big", "biggest", "broker", "core",
    "corporate", "credit", "current", "deep", "embattled", "equity", "first", "foreign", "free", "full", "future",
    "global", "good", "great", "gross", "high", "independent", "industry", "institutional", "international", "junior",
    "key", "large", "larger", "largest", "latest", "lead", "leading", "local", "long", "major", "managing", "media",
    "mega", "national", "new", "next", "old", "open", "operating", "portfolio", "preferred", "private", "prominent",
    "public", "record", "retail", "rising", "senior", "several", "small", "smaller", "some", "strict", "strong",
    "struggling", "total", "treasury", "troubled", "value", "wall",
];

/// Trades and kinds of shares, which a sentence may begin with: "Defence shares fell".
#[rustfmt::skip]
pub(in crate::entity) const SECTORS: &[&str] = &[
    "adr", "ads", "aerospace", "auto", "automotive", "bank", "banking", "biotech", "bitcoin", "blockchain", "brewer",
    "broadcasting", "building", "capital", "chemical", "chip", "chipmaker", "coal", "commodity", "construction",
    "consumer", "conventional", "crypto", "cyber", "cyclical", "dairy", "defence", "defense", "defensive", "education",
    "electric", "electricity", "employee", "energy", "engineering", "entertainment", "farm", "fashion", "fertiliser",
    "fertilizer", "fintech", "food", "footwear", "founder", "fractional", "gaming", "gas", "gold", "growth", "health",
    "healthcare", "homebuilder", "hospitality", "hotel", "hotels", "household", "housing", "industrial", "insurance",
    "insurer", "internet", "leisure", "logistics", "luxury", "manufacturing", "medical", "metal", "metals", "mining",
    "momentum", "oil", "packaging", "paper", "payroll", "penny", "pharma", "pharmaceutical", "port", "power",
    "property", "publishing", "rail", "railway", "real", "refining", "restaurant", "satellite", "security",
    "semiconductor", "shipping", "silver", "software", "solar", "sports", "steel", "surplus", "technology", "telecom",
    "telecoms", "textile", "tobacco", "transport", "travel", "trucking", "utilities", "utility", "video", "voting",
    "water", "wind",
];

/// What mostly a company has: "Quillo's customers".
#[rustfmt::skip]
pub(in crate::entity) const BELONGS: &[&str] = &[
    "app", "assets", "balance", "bankruptcy", "board", "brand", "brands", "business", "businesses", "ceo", "chairman",
    "chief", "clients", "clinic", "creditors", "customers", "debt", "device", "devices", "director", "drug",
    "employees", "executive", "executives", "factories", "factory", "founder", "founders", "fund", "funds",
    "headquarters", "injection", "investors", "lenders", "loans", "management", "margin", "margins", "medicine",
    "network", "offering", "operations", "owner", "owners", "parent", "pill", "pipeline", "plant", "plants", "platform",
    "portfolio", "product", "products", "profit", "profitability", "rival", "rivals", "sales", "spokesman",
    "spokesperson", "spokeswoman", "stores", "subscribers", "suppliers", "takeover", "therapy", "treatment", "unit",
    "units", "users", "vaccine", "wallet", "website", "workers", "workforce",
];

/// What companies do, and others too.
#[rustfmt::skip]
pub(in crate::entity) const DOES: &[&str] = &[
    "acquired", "acquires", "agreed", "agrees", "announced", "announces", "bought", "buys", "cut", "cuts", "declined",
    "expanded", "expands", "expects", "faces", "filed", "gained", "hired", "launched", "launches", "lost", "offers",
    "opened", "operates", "partnered", "partners", "planned", "plans", "posted", "provides", "raised", "raises",
    "recalled", "recalls", "reported", "said", "sells", "sold", "sued", "unveiled", "wins", "won",
];

/// How a price moves: "Paycom added 6%".
#[rustfmt::skip]
pub(in crate::entity) const MOVES: &[&str] = &[
    "added", "adding", "advanced", "advancing", "climbed", "climbing", "declined", "declining", "dipped", "dipping",
    "dropped", "dropping", "eased", "easing", "falling", "fell", "firmed", "gained", "gaining", "jumped", "jumping",
    "leapt", "losing", "lost", "plunged", "plunging", "rallied", "rallying", "rebounded", "rebounding", "retreated",
    "retreating", "rising", "rose", "sank", "shed", "shedding", "sinking", "slid", "sliding", "slipped", "slipping",
    "slumped", "slumping", "soared", "soaring", "surged", "surging", "tumbled", "tumbling",
];

/// Legal forms that prove a company.
#[rustfmt::skip]
pub(in crate::entity) const PROOFS: &[&str] = &[
    "asa", "berhad", "bhd", "bv", "corp", "corporation", "gmbh", "inc", "incorporated", "kgaa", "limited", "llc", "llp",
    "ltd", "ltda", "n.v.", "oyj", "pcl", "pjsc", "plc", "pte", "pty", "s.a.", "s.p.a", "s.p.a.", "sarl", "spa", "srl",
    "tbk",
];

/// First words of names that cannot stand for the whole name.
#[rustfmt::skip]
pub(in crate::entity) const GENERIC: &[&str] = &[
    "advanced", "allied", "alpha", "american", "apex", "applied", "asset", "assets", "associated", "atlantic", "atlas",
    "avenue", "banco", "bank", "banque", "bay", "beincrypto", "best", "bio", "bitcoinist", "blue", "bright", "british",
    "business", "canadian", "capital", "care", "central", "chemical", "china", "city", "clean", "clear", "coast",
    "cointelegraph", "commercial", "commonwealth", "communication", "community", "computer", "consolidated", "consumer",
    "continental", "core", "corporate", "credit", "cross", "crown", "data", "deep", "delta", "digital", "direct",
    "diversified", "dynamic", "eagle", "early", "east", "eastern", "electric", "energy", "enterprise", "equity",
    "european", "every", "express", "fast", "federal", "fidelity", "fifth", "financial", "first", "five", "fixed",
    "foreign", "four", "free", "fresh", "full", "fund", "funds", "future", "gas", "general", "global", "gold", "golden",
    "grand", "great", "greater", "green", "grupo", "hard", "health", "heritage", "high", "home", "hong", "horizon",
    "human", "image", "independent", "industrial", "information", "innovative", "integrated", "international",
    "investment", "iron", "key", "labor", "labour", "land", "large", "liberty", "life", "light", "lincoln", "long",
    "main", "mainland", "marine", "master", "medical", "mega", "merchants", "metro", "midland", "mineral", "mobile",
    "modern", "monarch", "mutual", "national", "natural", "network", "new", "newsbtc", "next", "nordic", "north",
    "northern", "ocean", "oil", "old", "one", "open", "orient", "pacific", "paper", "park", "peak", "pioneer",
    "plastic", "platinum", "point", "poor", "power", "precious", "premier", "prime", "private", "public", "pure", "qoq",
    "quality", "rapid", "real", "red", "regional", "reliance", "republic", "research", "royal", "safe", "secure",
    "security", "select", "senior", "silver", "simple", "smart", "social", "solar", "solid", "sound", "source", "south",
    "southern", "space", "special", "standard", "star", "state", "steel", "sterling", "strategic", "summit", "sun",
    "super", "systems", "tech", "total", "trans", "trust", "ultra", "union", "united", "universal", "urban", "us",
    "value", "vital", "water", "wealth", "web", "west", "western", "white", "wild", "wireless", "world", "young", "yoy",
];

#[cfg(test)]
pub(in crate::entity) const ALL: [&[&str]; 20] = [
    FIRM_ENDS,
    MAYBE_FIRM_ENDS,
    BODIES,
    FIRM_NOUNS,
    DESCRIBED_AS,
    OWNED,
    HELD,
    DEALS,
    AT_FIRM,
    OF_FIRM,
    FIRM_STARTS,
    MAYBE_FIRM_NOUNS,
    NOT_FIRST,
    ADJECTIVES,
    SECTORS,
    BELONGS,
    DOES,
    MOVES,
    PROOFS,
    GENERIC,
];
