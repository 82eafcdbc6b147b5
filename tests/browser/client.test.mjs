// The client on the served page, in a worker and on the page's own thread: silent, newest request wins, survives a crash.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start, strays } from "./harness.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** A document of the origin, under its policy, on which nothing else runs: what the policy lets through is the page's to say. */
async function bare() {
  const view = await site.open("/client/index.js");
  await view.page.evaluate(() => import("/app/trusted.js"));
  return view;
}
const TEXT = "Kiwi Robotics’ profit rose 12% 📈 to €3.1m. “We may slow down”, said 王 of Tesla.";

for (const worker of [true, false]) {
  const where = worker ? "in a worker" : "on the page's thread";

  test(`${where}: spans fit the text, and nothing leaves the origin`, async () => {
    const { page, requests, errors, context } = await bare();
    const report = await page.evaluate(
      async ({ text, worker }) => {
        const { createAnalyzer } = await import("/client/index.js");
        const analyzer = await createAnalyzer({ worker });
        const report = await analyzer.analyze(text, { targets: ["Kiwi Robotics"] });
        analyzer.close();
        return report;
      },
      { text: TEXT, worker },
    );
    assert.equal(report.offsets, "utf-16");
    for (const { start, end, text } of [...report.highlights, ...report.ignored])
      assert.equal(TEXT.slice(start, end), text);
    for (const { start, end } of report.sentences) assert.ok(TEXT.slice(start, end).trim().length > 0);
    assert.deepEqual(strays(requests, site.origin), []);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test(`${where}: an analysis asks for nothing`, async () => {
    const { page, requests, context } = await bare();
    await page.evaluate(async (worker) => {
      const { createAnalyzer } = await import("/client/index.js");
      globalThis.analyzer = await createAnalyzer({ worker });
    }, worker);
    const before = requests.length;
    await page.evaluate((text) => globalThis.analyzer.analyze(text), TEXT);
    assert.equal(requests.length, before);
    await context.close();
  });

  test(`${where}: too long a text is an error with a code`, async () => {
    const { page, context } = await bare();
    const error = await page.evaluate(async (worker) => {
      const { createAnalyzer } = await import("/client/index.js");
      const analyzer = await createAnalyzer({ worker });
      return analyzer.analyze("a".repeat(5 << 20)).catch(({ name, code }) => ({ name, code }));
    }, worker);
    assert.deepEqual(error, { name: "Error", code: "TooLong" });
    await context.close();
  });
}

test("an aborted request is rejected at once, and one that waited is never run", async () => {
  const { page, context } = await bare();
  const outcome = await page.evaluate(async () => {
    const { createAnalyzer } = await import("/client/index.js");
    const sent = [];
    const spawn = () => {
      const worker = new Worker("/client/worker.js", { type: "module" });
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (message) => {
        if (message.text) sent.push(message.text);
        post(message);
      };
      return worker;
    };
    const analyzer = await createAnalyzer({ worker: spawn });
    const typing = ["Shares f", "Shares fe", "Shares fell."].map((text) => {
      const controller = new AbortController();
      return { controller, result: analyzer.analyze(text, { signal: controller.signal }) };
    });
    typing[0].controller.abort();
    typing[1].controller.abort();
    const settled = await Promise.allSettled(typing.map(({ result }) => result));
    return { names: settled.map(({ status, reason }) => reason?.name ?? status), sent };
  });
  assert.deepEqual(outcome.names, ["AbortError", "AbortError", "fulfilled"]);
  assert.deepEqual(outcome.sent, ["Shares fell."]);
  await context.close();
});

test("after a crash the next analysis starts a new worker", async () => {
  const { page, context } = await bare();
  const outcome = await page.evaluate(async () => {
    const { createAnalyzer } = await import("/client/index.js");
    const workers = [];
    const spawn = () => {
      workers.push(new Worker("/client/worker.js", { type: "module" }));
      return workers.at(-1);
    };
    const analyzer = await createAnalyzer({ worker: spawn });
    const running = analyzer.analyze("Shares fell.");
    await undefined; // The request is on its way.
    workers[0].dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
    const crash = await running.catch(({ code }) => code);
    const report = await analyzer.analyze("Shares fell.");
    return { crash, schema: report.schema, workers: workers.length };
  });
  assert.deepEqual(outcome, { crash: "Crashed", schema: 1, workers: 2 });
  await context.close();
});
