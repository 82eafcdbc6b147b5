// Many articles: files of every kind, the list, its sorting and its way out; what is kept, for how long, and deleted.

import assert from "node:assert/strict";
import { saved } from "./harness.mjs";
import { paste, sample, settled, visits } from "./visit.mjs";

const { visit } = visits();

const NEWS = "Profit at the maker of lathes rose sharply and the board raised its outlook for the year.";
const file = (name, content) => ({ name, mimeType: "", buffer: Buffer.from(content) });

/** A PDF of one page with these lines. */
function pdf(lines) {
  const drawn = lines.map((line, index) => `BT /F 12 Tf 72 ${700 - 14 * index} Td (${line}) Tj ET`).join("\n");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let source = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = source.length;
    source += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  return `${source}xref\n0 6\n0000000000 65535 f \n${places.join("")}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${source.length}\n%%EOF`;
}

const paragraph = `${NEWS} `.repeat(4);
const KINDS = {
  "a.txt": NEWS,
  "b.md": NEWS,
  "c.html": `<html><head><title>Lathes in demand</title></head><body><nav>Home Shop</nav><article><h1>Lathes in demand</h1>
    <p>${paragraph}</p><p>Orders doubled. ${paragraph}</p></article><img src="https://example.org/x.png" onerror="alert(1)"></body></html>`,
  "d.eml": `Subject: =?utf-8?q?Lathes_=E2=80=93_up?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${NEWS}\r\n`,
  "e.pdf": pdf(["Profit at the maker of lathes rose", "sharply and the outlook was raised."]),
};

for (const [name, content] of Object.entries(KINDS)) {
  visit(`a file of the kind ${name} is opened, and only a PDF asks for pdf.js`, async ({ page, requests, errors }) => {
    await page.locator("#files").setInputFiles([file(name, content)]);
    await page.locator("#desk tbody .open").waitFor();
    await page.waitForFunction(() => document.getElementById("text").value !== "");
    const text = await page.locator("#text").inputValue();
    await settled(page, text);
    assert.match(text, /Profit at the maker of lathes rose\ssharply/);
    if (name === "c.html") assert.doesNotMatch(text, /Home Shop/);
    if (name === "d.eml") assert.match(text, /^Lathes – up\n\n/);
    assert.equal(
      requests.some((url) => url.includes("/vendor/pdf/")),
      name === "e.pdf",
    );
    assert.ok(requests.every((url) => !url.includes("x.png")));
    // A handler in a saved page is blocked, and the browser says so.
    assert.deepEqual(
      errors.filter((error) => !/inline event handler.*has been blocked/.test(error)),
      [],
    );
  });
}

visit("many files: progress, a broken one is told, sort, filter, one watched name, all as CSV", async ({ page }) => {
  const files = Array.from({ length: 30 }, (_, i) => file(`${i}.txt`, `Story ${i} of Tesla. ${NEWS}`));
  await page.locator("#files").setInputFiles([...files, file("x.pdf", "no PDF"), file("y.docx", "")]);
  await page.getByText("one file left out").waitFor();
  await page.waitForFunction(() => document.querySelectorAll("#desk tbody tr").length === 31);
  await page.locator("#progress").waitFor({ state: "hidden" });
  assert.equal(await page.locator("#desk td").filter({ hasText: "Not read" }).count(), 1);
  await page.getByRole("button", { name: "Article", exact: true }).click();
  const titles = await page.locator("#desk tbody .open").allTextContents();
  assert.deepEqual(
    titles,
    titles.toSorted((a, b) => a.localeCompare(b)),
  );
  await page.getByLabel("Filter").fill("story 12");
  assert.equal(await page.locator("#desk tbody tr").count(), 1);
  const table = await saved(page, () => page.getByRole("button", { name: "CSV of all" }).click());
  assert.match(table, /\r\nStory 12 of Tesla/);
  assert.equal(await page.getByLabel("Score of").isVisible(), false);
});

visit("five hundred files can be cancelled, and what was read stays", async ({ page }) => {
  const files = Array.from({ length: 500 }, (_, i) => file(`${i}.txt`, `Story ${i}. ${NEWS}`));
  await page.locator("#files").setInputFiles(files);
  await page.waitForFunction(() => document.querySelectorAll("#desk tbody tr").length > 3);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.locator("#progress").waitFor({ state: "hidden" });
  const read = await page.locator("#desk tbody tr").count();
  assert.ok(read > 3 && read < 500, String(read));
  await paste(page, NEWS);
});

visit("who pastes over an article has kept it; three of them can be compared", async ({ page }) => {
  const others = [1, 2, 3].map((i) => `Quarter ${i}. ${NEWS}`);
  await paste(page, others[0]);
  for (const text of others.slice(1)) {
    await page.locator("#text").evaluate((box, text) => {
      box.select();
      // As a browser does it, which asks first; there is no clipboard to paste from that every browser lets a test fill.
      box.dispatchEvent(new InputEvent("beforeinput", { inputType: "insertFromPaste", data: text, bubbles: true }));
      box.setRangeText(text);
      box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", data: text, bubbles: true }));
    }, text);
    await settled(page, text);
  }
  // Once there is a list, what is read joins it.
  await page.getByText("3 articles").waitFor();
  const titles = await page.locator("#desk tbody .open").allTextContents();
  assert.deepEqual(
    titles.map((title) => title.slice(0, 9)),
    ["Quarter 3", "Quarter 2", "Quarter 1"],
  );
});

visit("the list outlasts a reload, goes with the tab, and stays where history is on", async ({ page, context }) => {
  await paste(page, NEWS);
  await page.getByRole("button", { name: "Keep this, start another" }).click();
  const entry = (where) => where.locator("#desk").getByRole("button", { name: NEWS, exact: true });
  await entry(page).waitFor();
  await page.reload();
  await entry(page).waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.waitForFunction(() => document.getElementById("version").textContent);
  assert.ok(await entry(other).isHidden());
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Keep my articles in this browser").check();
  await other.reload();
  await entry(other).waitFor();
});

visit("one switch deletes everything, but not what stands in the box", async ({ page, context }) => {
  await sample(page, "A hire");
  await page.locator("#entities .watch").first().click();
  await paste(page, NEWS);
  await page.getByRole("button", { name: "Keep this, start another" }).click();
  await paste(page, "A new text.");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByText("Deleted. What stands in the box is still there.").waitFor();
  await page.locator("#desk").waitFor({ state: "hidden" });
  assert.equal(await page.locator("#text").inputValue(), "A new text.");
  await page.reload();
  await settled(page, "A new text.");
  assert.ok(await page.locator("#desk").isHidden());
  assert.deepEqual((await context.storageState()).origins, []);
});
