// Written for this page; the company and the events are invented.

export default `Home  |  Markets  |  Companies  |  Opinion

Norvale recalls 1.3 million dryers, cuts outlook as lawsuits mount

By our consumer industries desk
Photo: A Norvale showroom in Columbus. Credit: Desk Pictures

Share this article: Facebook | X | LinkedIn | Email

Norvale Appliances (NYSE: NRVL) slashed its full-year forecast on Tuesday and said it would recall 1.3 million tumble dryers after a faulty heating element was linked to 41 fires, the largest safety action in the company's history. The shares plunged 23% to a nine-year low.

The company now expects a loss of between $2.10 and $2.60 a share, compared with an earlier forecast of a profit of $1.85. It suspended its dividend and said it was in talks with lenders, as it may breach a debt covenant in the fourth quarter.

A class action filed in Ohio on Monday alleges that managers knew of the defect for at least fourteen months. Norvale denied the allegation and said it had acted "as soon as the cause was established". Federal regulators have opened an investigation.

"This is worse than we feared," wrote one analyst, who downgraded the stock to sell. "The cost of the recall is known. The damage to the brand is not."

Home Depot and Lowe's have removed the affected models from their shops. Rivals stand to gain: Whirlpool rose 5%, and Electrolux said it could raise production quickly if retailers asked for more machines.

There was little to soften the blow. Cost cuts of $120 million are on track, and sales of dishwashers grew 3%. But orders for laundry products, which make up more than half of revenue, fell 19% even before the recall was announced, and the chief executive, Ruth Amsel, admitted that the second half would be "very difficult".

Moody's put Norvale's rating on review for a downgrade.

Sign up for our free newsletter and get the day's top stories in your inbox every morning.

Related: Five things to check before you buy a dryer

Disclaimer: This article is for information only and does not constitute investment advice. Past performance is not a reliable indicator of future results.

© Desk Media. All rights reserved.
`;
