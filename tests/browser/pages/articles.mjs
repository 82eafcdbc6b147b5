// Invented articles: title and paragraphs. The pages of pages.mjs are made of them.

export const outlook = {
  title: "Lindqvist Tools raises its outlook after a record quarter",
  paragraphs: [
    "Shares of Lindqvist Tools jumped 9% on Tuesday after the maker of machine tools reported record quarterly profit and raised its outlook for the year. It was the third time in twelve months that the company had lifted its forecast.",
    "Operating profit rose to EUR 84 million in the three months to September from EUR 61 million a year earlier, well above the EUR 70 million that analysts had expected. Orders grew in every region, and the backlog reached an all-time high.",
    "The chief executive said that customers in the aircraft industry were ordering again after two weak years. “We see no sign of a slowdown,” she said, adding that the new plant in Poland would open a quarter ahead of plan.",
    "Costs remained a worry. Wages will rise by more than 4% next year, and the company warned that energy prices could squeeze margins in the winter months. Still, it expects to keep its operating margin above 15%.",
    "Analysts welcomed the results. One broker raised its price target and called the balance sheet the strongest in the sector, while another cautioned that the share price already reflects much of the good news.",
  ],
};

export const recall = {
  title: "Brightwater Motors recalls 210,000 vans over faulty brakes",
  paragraphs: [
    "Brightwater Motors said on Friday that it would recall 210,000 delivery vans after regulators found that brake hoses could crack in cold weather. The company has stopped sales of the model until the parts are replaced.",
    "The recall is the second in a year and will cost about $180 million, which the manufacturer will book in the current quarter. It withdrew its profit forecast and suspended the share buyback that it had announced in the spring.",
    "Regulators opened an inquiry into whether the carmaker knew of the fault earlier. A spokesman denied that complaints had been ignored, but said that the company was cooperating fully and could not rule out a fine.",
    "The stock fell 14% and was the worst performer in the index. Suppliers slipped as well, since production at two plants will be halted for at least three weeks while the hoses are tested.",
    "Dealers reported that some fleet customers had already cancelled their orders. Rivals, meanwhile, said that they had seen more inquiries for their own vans since the problem became known.",
  ],
};

export const merger = {
  title: "Harbour Bank agrees to buy smaller rival Old Mill Savings",
  paragraphs: [
    "Harbour Bank has agreed to buy Old Mill Savings for $2.3 billion in shares, the two lenders said late on Sunday. The price is 28% above Friday’s close, and both boards support the offer.",
    "The deal would create the fourth largest lender in the region with deposits of $96 billion. Harbour expects savings of $140 million a year by the third year, mostly from closing branches that lie next to each other.",
    "Credit losses at Old Mill have climbed since last autumn, and the savings bank cut its dividend in March. Its chairman said that a stronger partner was the best protection for depositors and staff.",
    "Some shareholders of Harbour were less pleased. The stock lost 5% in early trading as investors worried that the buyer was paying too much for a portfolio of office loans that may still get worse.",
    "The merger needs the approval of two regulators and is expected to close in the first half of next year. Rating agencies affirmed their ratings but put the outlook under review.",
  ],
};

export const wire = {
  title: "Copper steadies as inventories decline for a sixth week",
  paragraphs: [
    "LONDON, Oct 3 - Copper prices steadied on Thursday as a decline in exchange inventories for a sixth week offset worries about weak demand from builders. Three-month copper was up 0.4% at $9,410 a tonne in afternoon trading.",
    "Stocks in registered warehouses have dropped by a third since August, data showed, and the premium for metal that is available at once has doubled. Traders said that two large smelters had cut output because of a shortage of ore.",
    "A stronger dollar limited gains, as it makes metals more expensive for holders of other currencies. Factory surveys due next week are expected to show a further contraction.",
    "Among other metals, aluminium slipped 0.2%, zinc gained 1.1% and nickel was little changed. (Reporting by our metals desk)",
  ],
};

export const quotes = {
  title: "「Kitano Optics」 doubles profit – and says „more to come“",
  paragraphs: [
    "The lens maker 「Kitano Optics」 doubled its annual profit to ¥48bn, helped by strong demand for cameras and by a weaker yen. The president said: 『We have never had such a year』, and announced a higher dividend.",
    "“It’s a very good result,” said one analyst — “and the guidance isn’t even ambitious.” The company forecasts ¥52bn for the coming year… a figure that „looks cautious“, as a German fund manager put it. 👍🏽",
    "株価は上昇した。Sales in Asia rose 31 %, those in Europe 12 %. The naïve view that smartphones would kill the business has proved wrong – so far. Inventories, however, increased faster than sales.",
    "Kitano’s chairman warned that tariffs could cost ¥3–4bn. Nevertheless the board approved a share buyback of up to ½ % of the capital, the first since the «lost decade».",
  ],
};

export const short = {
  title: "Regulator fines Tallow Insurance",
  paragraphs: [
    "The insurance regulator fined Tallow Insurance $12 million on Monday for overcharging customers, and ordered it to repay premiums. Tallow said that it regretted the errors and would appeal.",
  ],
};

export const arabic = {
  title: "أرباح شركة الواحة ترتفع في الربع الثالث",
  paragraphs: [
    "أعلنت شركة الواحة للاتصالات يوم الأحد أن أرباحها الصافية ارتفعت بنسبة 18 في المئة في الربع الثالث من العام، وذلك بفضل زيادة عدد المشتركين وانخفاض التكاليف في معظم الأسواق التي تعمل فيها.",
    "وقالت الشركة في بيان إن الإيرادات بلغت 1.2 مليار دولار مقابل 1.1 مليار دولار قبل عام، وإنها تتوقع أن يستمر النمو حتى نهاية العام رغم المنافسة الشديدة وتراجع أسعار المكالمات الدولية.",
    "وصعد سهم الشركة خمسة في المئة في التعاملات المبكرة. وقال محللون إن النتائج فاقت توقعاتهم لكن الديون ما زالت مرتفعة وقد تحد من قدرة الشركة على زيادة توزيعات الأرباح في السنوات المقبلة.",
    "The company’s English statement says: net profit rose 18% and beat expectations, while debt remained high.",
  ],
};

/** What a list of headlines holds. */
export const headlines = [
  "Airline warns of a loss as fuel costs soar",
  "Software maker beats forecasts and raises its dividend",
  "Court rejects appeal of bankrupt property developer",
  "Chip start-up wins large order from carmaker",
  "Retailer closes forty shops after weak Christmas",
  "Bond yields little changed before central bank meeting",
  "Pharma group halts trial after patients fall ill",
  "Railway operator reports strong growth in freight traffic",
];
