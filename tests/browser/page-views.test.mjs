// The views beside the marked text: too little to judge, the chart of the sentences, what if, watched names, colours,
// what is taken away.

import assert from "node:assert/strict";
import { reasons } from "../../www/app/format.js";
import { BROWSER, saved } from "./harness.mjs";
import { paste, reportOf, sample, settled, visits } from "./visit.mjs";

const { visit } = visits();

/** The score on the page. */
async function score(page) {
  return Number((await page.locator("#score").textContent()).replace("−", "-"));
}

/** Whether a score on the page, cut to two decimals, is this one. */
function shows(shown, score) {
  return Math.abs(shown - score) < 0.0101;
}

visit("too little to judge is said plainly", async ({ page }) => {
  await paste(page, "Profit rose.");
  assert.equal(await page.locator("#verdict-title").textContent(), "Too little to judge");
  assert.match(await page.locator("#note").textContent(), /^Only 2 words to go by/);
});

visit("what if: a phrase and a sentence left out, by pointer and keyboard, and counted again", async ({ page }) => {
  const { report } = await sample(page, "Earnings");
  const index = report.highlights.findIndex(({ weight }) => Math.abs(weight) > 0.02);
  const { weight, sentence } = report.highlights[index];
  const mark = page.locator(`.marked [data-highlight="${index}"]`).first();
  await mark.hover();
  await page.getByRole("button", { name: "Leave out this phrase" }).click();
  assert.ok(shows(await score(page), report.score - weight));
  assert.ok(await mark.evaluate((it) => it.hasAttribute("data-off")));
  assert.match(await page.locator("#off p").textContent(), /^Without one phrase: /);

  await page.getByRole("button", { name: "Leave out this sentence" }).click();
  const share = report.sentences[sentence];
  assert.ok(shows(await score(page), report.score - share.weight * share.score));
  assert.ok(await page.getByRole("button", { name: "Count this phrase again" }).isDisabled());

  await page.getByRole("button", { name: "Count everything again" }).click();
  assert.ok(shows(await score(page), report.score));
  assert.equal(await page.locator("[data-off]").count(), 0);

  await mark.focus();
  await page.keyboard.press("Delete");
  assert.ok(shows(await score(page), report.score - weight));
  await page.keyboard.press("Delete");
  assert.ok(shows(await score(page), report.score));
});

visit("what is ignored can count: one passage, one reason, by keyboard; and it outlasts typing", async ({ page }) => {
  const { text, report } = await sample(page, "A recall");
  const [first] = report.ignored;
  const reading = async (keep, of = text) => {
    const expected = await reportOf(page, of, { keep });
    await page.waitForFunction((n) => document.getElementById("words").textContent === String(n), expected.words);
    assert.ok(shows(await score(page), expected.score));
    assert.equal(await page.locator(".marked .ignored").count(), expected.ignored.length);
    assert.equal(await page.locator(".marked").textContent(), of);
  };
  assert.equal(await page.locator(".why-not").count(), report.ignored.length);

  const button = page.locator(`.why-not[data-start="${first.start}"]`);
  await button.focus();
  await page.keyboard.press("Enter");
  await reading([first]);
  assert.match(await button.getAttribute("data-why"), /^counted: /);
  assert.ok(await button.evaluate((it) => it === document.activeElement), "the focus stays");

  // Typed before it: it moves along.
  const more = "Some words before. ";
  await page.locator("#text").evaluate((box, more) => {
    box.setRangeText(more, 0, 0);
    box.dispatchEvent(new InputEvent("input", { inputType: "insertText" }));
  }, more);
  const moved = { start: first.start + more.length, end: first.end + more.length };
  await settled(page, more + text);
  await reading([moved], more + text);

  const { reason } = report.ignored.at(-1);
  await page.getByText("Why words were ignored").click();
  const box = page.getByRole("checkbox", { name: reasons[reason] });
  await box.check();
  const later = (await reportOf(page, more + text)).ignored.filter((passage) => passage.reason === reason);
  await reading([moved, ...later], more + text);
  assert.ok(await box.isChecked());
  await box.uncheck();
  await page.locator(`.why-not[data-start="${moved.start}"]`).click();
  await reading([], more + text);
});

visit("the chart: arrow keys go through the sentences, the text follows, Enter leaves one out", async ({ page }) => {
  const { text, report } = await sample(page, "A recall");
  const chart = page.getByRole("slider", { name: "Course of the article" });
  await chart.focus();
  await page.keyboard.press("End");
  const last = report.sentences.length - 1;
  assert.equal(await chart.getAttribute("aria-valuenow"), String(last + 1));
  const shown = await page.evaluate(() => String([...CSS.highlights.get("sentence")][0]));
  assert.equal(shown, text.slice(report.sentences[last].start, report.sentences[last].end));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const { score: own, weight } = report.sentences[last - 1];
  assert.ok(shows(await score(page), report.score - own * weight));
  assert.match(await chart.getAttribute("aria-valuetext"), /left out/);
  const { width, height } = await chart.boundingBox();
  await chart.click({ position: { x: width - 1, y: height / 2 } });
  assert.equal(await chart.getAttribute("aria-valuenow"), String(last + 1));
});

visit(
  "a watched name is marked in every article, one that is missing is named, and both outlast a reload",
  async ({ page }) => {
    const { report } = await sample(page, "Earnings");
    const [first] = report.entities.toSorted((a, b) => b.relevance - a.relevance);
    const star = page.getByRole("button", { name: `Watch ${first.name}`, exact: true });
    await star.click();
    assert.equal(await star.getAttribute("aria-pressed"), "true");
    await page.getByLabel("Watch another name").fill("  Zzyzx   Holdings ");
    await page.keyboard.press("Enter");
    await page.locator("#absent li").filter({ hasText: "Zzyzx Holdings" }).waitFor();
    await page.reload();
    await page.locator("tr[data-watched]").filter({ hasText: first.name }).waitFor();
    await page.getByRole("button", { name: "Stop watching Zzyzx Holdings" }).click();
    assert.ok(await page.locator("#absent").isHidden());
  },
);

visit("a name that was not found is added and gets a score", async ({ page }) => {
  const text =
    "Quibblefax Works cut its outlook and its shares plunged, while profit at rival Tesla rose sharply this year.";
  await paste(page, text);
  await page.getByLabel("Watch another name").fill("Quibblefax Works");
  await page.getByRole("button", { name: "Add" }).click();
  const row = page.locator("#entities tbody tr").filter({ hasText: "Quibblefax Works" });
  await row.waitFor();
  await row.locator(".name").click();
  assert.ok((await page.locator(".marked .mention").count()) > 0);
});

visit("the second palette changes the colours and is kept", async ({ page }) => {
  const good = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--good"));
  const blue = await good();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "green and purple" }).check();
  const green = await good();
  assert.notEqual(green, blue);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.palette === "green");
  assert.equal(await good(), green);
});

visit(
  "taken away: text and Markdown by the clipboard, the record and a table as files",
  async ({ page, requests }) => {
    const { report } = await sample(page, "Earnings");
    const before = requests.length;
    const copied = async (name) => {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByText("Copied.").waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    assert.match(await copied("Copy"), /\nWhy:\n/);
    assert.match(await copied("Copy Markdown"), /^## /);
    const file = (name) => saved(page, () => page.getByRole("button", { name, exact: true }).click());
    assert.deepEqual(JSON.parse(await file("JSON")), report);
    assert.equal((await file("CSV")).trim().split("\r\n").length, report.entities.length + 2);
    assert.deepEqual(
      requests.slice(before).filter((url) => !url.startsWith("blob:")),
      [],
    );
  },
  { permissions: ["clipboard-read", "clipboard-write"] },
);

/** By WebDriver BiDi a test cannot ask for the medium: the style sheet is told that it is for every one. */
function asPrinted() {
  const link = document.querySelector('link[media="print"]');
  link.media = "all";
  for (const rule of link.sheet.cssRules) rule.media.mediaText = "all";
}

visit("on paper there is the answer and the whole text, and nothing to press", async ({ page }) => {
  const { text } = await sample(page, "A recall");
  if (BROWSER === "chromium") await page.emulateMedia({ media: "print" });
  else await page.evaluate(asPrinted);
  assert.equal(
    await page
      .getByRole("button")
      .filter({ hasText: /Copy|Settings|Earnings|Add/ })
      .count(),
    0,
  );
  assert.ok(await page.locator("#verdict-title").isVisible());
  await settled(page, text);
  assert.ok(await page.locator(".marked").isVisible());
});
