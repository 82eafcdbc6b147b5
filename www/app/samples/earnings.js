// Written for this page; the events are invented.

export default `Nike beats on profit but warns that China will stay weak

Nike (NYSE: NKE) reported a second-quarter profit well above expectations on Thursday as full-price sales recovered in North America, but the sportswear maker cut its outlook for Greater China and said tariffs would weigh on margins into the spring.

Net income rose to $1.18 billion, or 79 cents a share, from $1.03 billion, or 69 cents, a year earlier. Analysts had expected 63 cents. Revenue was flat at $12.4 billion, slightly ahead of forecasts.

The gross margin narrowed by 90 basis points to 43.7%, which the company blamed on higher freight costs and discounts at its outlet stores. Inventories fell 8%, the fourth decline in a row, and finance chief Dana Whitlock said the clean-up was "largely behind us".

Sales in North America increased 6%, helped by strong demand for running shoes and a rebound in wholesale orders from Dick's Sporting Goods. Revenue in Greater China, however, dropped 11%, worse than the 7% decline that analysts had pencilled in, as shoppers traded down to local brands.

"The product is working again where we have refreshed it," Whitlock told analysts on a call. "In China we have not refreshed it fast enough, and that will not be fixed in one season."

For the current quarter Nike expects revenue to fall by a low single-digit percentage. It kept its full-year target, although it warned that new tariffs could cost as much as $200 million if they are not reduced.

The shares gained 4% in late trading before giving back most of the rise. They have lost 9% this year, while rival Adidas is up 14% and the S&P 500 has added 11%.

Analysts at one broker raised their price target, calling the margin pressure temporary. Others were less convinced: a turnaround that depends on a single region, one wrote, is not yet a turnaround.

The company did not repeat last year's impairment charge and left its dividend unchanged.
`;
