// Written for this page; the people and events are invented.

export default `Star researcher joins Anthropic: what it means, and what it does not

Mira Castellan, one of the most cited names in computer vision, is joining Anthropic to lead a new group working on the data that large models learn from, according to a post she published on Monday.

For Anthropic the hire is a clear win. Researchers of her standing rarely change sides, and her arrival strengthens the company's hand in a contest for talent that has become as fierce as the contest for chips. Two former colleagues are expected to follow. People who have worked with her credit her with cutting the cost of a training run by almost a third at her previous employer.

The read-through for OpenAI and Google DeepMind is mildly negative at most. Both had courted her, but neither depends on a single person, and both continue to hire aggressively.

What about Tesla? Castellan ran the perception team there until 2022, and some investors still associate her with the company's driver-assistance software. We see no immediate effect on Tesla (NASDAQ: TSLA). She left long ago, the code has been rewritten since, and the current team has not lost anyone of note this year. If anything, the end of speculation about her return removes a distraction. We leave our estimates unchanged.

Nvidia could benefit at the margin, since a larger training programme would need more accelerators. The sums involved are too small to matter for its results.

There is a contrarian risk. Star hires raise expectations that are hard to meet, and new groups at private laboratories have a mixed record: budgets slip, priorities change, and the best-known names are the first to be lured away again. If the rumoured funding round prices in a breakthrough that does not come, the disappointment could be sharp.

On balance we regard the move as modestly good news for Anthropic, neutral for Tesla, and a reminder that in this industry the scarcest resource still walks out of the door every evening.

The author holds no position in any of the companies mentioned.
`;
