// Reads JSON texts from standard input, prints their reports: by the module beside the package and by the one inside it.
import { text } from "node:stream/consumers";
import { createAnalyzer } from "tickertone";
import { createAnalyzer as createInline } from "tickertone/inline";

const texts = JSON.parse(await text(process.stdin));
const reports = [];
for (const create of [createAnalyzer, createInline]) {
  const analyzer = await create();
  reports.push(await Promise.all(texts.map((text) => analyzer.analyze(text))));
  analyzer.close();
}
console.log(JSON.stringify(reports));
