// The page as its users meet it: a paste gives an answer whose parts agree with the engine's report; nothing is lost,
// nothing leaves, everything works by keyboard. No test asks for particular scores: those are the engine's affair.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { percents, reasons } from "../../www/app/format.js";
import { BROWSER, strays } from "./harness.mjs";
import { paste, sample, settled, visits } from "./visit.mjs";

const SAMPLES = ["Earnings", "A hire", "A recall"];

const { site: started, visit: onPage } = visits();

const marks = (page) => page.locator(".marked .phrase").allTextContents();
const names = (page) => page.locator("#entities tbody .name").allTextContents();

for (const name of SAMPLES) {
  onPage(`sample "${name}": verdict, table and marks are those of the report`, async ({ page, errors }) => {
    const { text, report } = await sample(page, name);
    const label = report.label.charAt(0).toUpperCase() + report.label.slice(1);
    assert.equal(await page.locator("#verdict-title").textContent(), label);
    assert.equal(await page.locator(".band[data-here]").getAttribute("data-label"), report.label);
    const score = (await page.locator("#score").textContent()).replace("−", "-");
    // Shown cut to two decimals, so that it never reads as belonging to the next label.
    const cut = Math.abs(report.score) - Math.abs(Number(score));
    assert.ok(cut >= -1e-9 && cut < 0.01, `${score} for ${report.score}`);
    assert.ok(Number(score) * report.score >= 0, `${score} for ${report.score}`);
    assert.equal(await page.locator("#words").textContent(), String(report.words));
    const chances = (await page.locator("#chances").getAttribute("aria-label")).match(/\d+/g).map(Number);
    const shares = [report.probabilities.negative, report.probabilities.neutral, report.probabilities.positive];
    assert.equal(
      chances.reduce((sum, whole) => sum + whole, 0),
      100,
    );
    assert.ok(chances.every((whole, index) => Math.abs(whole - shares[index] * 100) < 1));

    const expected = report.entities.toSorted((a, b) => b.relevance - a.relevance).map(({ name }) => name);
    assert.ok(expected.length > 0);
    assert.deepEqual(await names(page), expected.slice(0, 8));

    const phrases = report.highlights.filter(({ weight }) => weight !== 0);
    assert.ok(phrases.length > 0);
    assert.deepEqual(
      await marks(page),
      phrases.map(({ text }) => text),
    );
    const signs = await page
      .locator(".marked .phrase")
      .evaluateAll((all) => all.map((it) => it.classList.contains("good")));
    assert.deepEqual(
      signs,
      phrases.map(({ weight }) => weight > 0),
    );
    assert.equal(await page.locator(".marked").textContent(), text);
    assert.deepEqual(errors, []);
  });
}

onPage("what is ignored is shown as such, with the reason", async ({ page }) => {
  const { report } = await sample(page, "A recall");
  assert.ok(report.ignored.length > 0);
  const why = await page.locator(".marked .why-not").evaluateAll((all) => all.map((it) => it.dataset.why));
  assert.deepEqual(
    why,
    report.ignored.map(({ reason }) => `ignored: ${reasons[reason]}`),
  );
  assert.match(await page.locator("#ignored").textContent(), /^[1-9]\d*$/);
  await page.getByText("Why words were ignored").click();
  const told = await page.locator("#reasons li").allTextContents();
  for (const { reason } of report.ignored) {
    assert.ok(
      told.some((line) => /^\d+ /.test(line) && line.endsWith(reasons[reason])),
      reason,
    );
  }
});

onPage(
  "a chosen entity shows its own phrases and mentions; chosen again, the whole article returns",
  async ({ page }) => {
    const { report } = await sample(page, "A recall");
    assert.ok(report.entities.length > 0);
    const everything = await marks(page);
    for (const { name, highlights, mentions } of report.entities.slice(0, 8)) {
      const button = page.locator("#entities tbody").getByRole("button", { name, exact: true });
      await button.click();
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      const own = highlights.filter(({ weight }) => weight !== 0).map(({ highlight }) => highlight);
      assert.deepEqual(
        await marks(page),
        own.sort((a, b) => a - b).map((index) => report.highlights[index].text),
      );
      assert.ok((await page.locator(".marked .mention").count()) >= mentions.length);
      await button.click();
      assert.equal(await button.getAttribute("aria-pressed"), "false");
      assert.deepEqual(await marks(page), everything);
      assert.equal(await page.locator(".marked .mention").count(), 0);
    }
  },
);

onPage(
  "by keyboard: one Tab stop, arrow keys between phrases, a card with the weight, Escape closes it",
  async ({ page }) => {
    await sample(page, "Earnings");
    const card = page.locator("#popover");
    assert.equal(await page.locator('.marked .phrase[tabindex="0"]').count(), 1);
    const focused = () => page.evaluate(() => document.activeElement.dataset.highlight);
    for (let tabs = 0; tabs < 40 && (await focused()) === undefined; tabs++) await page.keyboard.press("Tab");
    const first = await focused();
    assert.ok(first !== undefined, "no phrase is reached by Tab");
    assert.match(await page.locator("#popover-facts").textContent(), /^[+−]0\.\d+ of the score/);
    await page.keyboard.press("ArrowRight");
    assert.ok(Number(await focused()) > Number(first));
    assert.ok(await card.isVisible());
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-describedby")), "popover-facts");
    await page.keyboard.press("Escape");
    assert.ok(await card.isHidden());
    const phrase = await focused();
    await page.keyboard.press("Enter");
    assert.ok(await card.isVisible());
    assert.equal(await page.evaluate(() => document.activeElement.id), "off-phrase");
    await page.keyboard.press("Escape");
    assert.ok(await card.isHidden());
    assert.equal(await focused(), phrase);
  },
);

onPage("while somebody types, the newest text wins and the box is left alone", async ({ page, errors }) => {
  const typed = "Profit rose sharply, but the outlook was cut and the shares of Tesla fell.";
  const box = page.getByRole("textbox", { name: "Article" });
  await box.focus();
  await page.keyboard.type(typed);
  await settled(page, typed);
  assert.equal(await box.inputValue(), typed);
  await box.fill("");
  await page.locator('#verdict[data-phase="empty"]').waitFor();
  assert.equal(await page.locator(".marked").textContent(), "");
  assert.deepEqual(errors, []);
});

onPage("any text comes back unit for unit", async ({ page, errors }) => {
  for (const text of ["x", "📈 €3.1m\n\n\n  “up”\t王 🇨🇭!", "<b>profit</b> & <script>1</script>", "\n\n lost \n\n"]) {
    await paste(page, text);
  }
  // Half a character and a zero: they do not survive the way from the test to the page.
  await page.locator("#text").evaluate((box) => {
    box.value = `up ${String.fromCharCode(0xd83d, 0, 0xdcc8)} down`;
    box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  });
  await page.waitForFunction(() => {
    const box = document.getElementById("text");
    return box.value.includes("down") && document.querySelector(".marked").textContent === box.value;
  });
  assert.deepEqual(errors, []);
});

onPage("two megabytes: the text is marked in pieces, and the page goes on working", async ({ page, errors }) => {
  const { text } = await sample(page, "Earnings");
  const long = Array.from({ length: 1000 }, (_, i) => `${i} ${text}`).join("\n");
  await page.locator("#text").evaluate((box, text) => {
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  }, long);
  await settled(page, long);
  assert.ok((await page.locator(".marked .phrase").count()) <= 2000);
  await sample(page, "A hire");
  assert.deepEqual(errors, []);
});

onPage("zero egress: only the page's own files, and none for an analysis", async ({ page, requests }) => {
  await page.waitForFunction(() => document.getElementById("version").textContent);
  const loaded = requests.length;
  for (const name of SAMPLES) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page, await page.locator("#text").inputValue());
  }
  await page.locator("#entities tbody .name").first().click();
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(strays(requests, started().origin), []);
});

onPage("the page's policy blocks every other site", async ({ page }) => {
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  for (const rule of [
    "default-src 'none'",
    "connect-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "form-action 'none'",
  ]) {
    assert.ok(policy.replace(/\s+/g, " ").includes(rule), rule);
  }
  const attempt = (url) =>
    page.evaluate(
      (url) =>
        new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", ({ blockedURI }) => resolve(blockedURI), { once: true });
          fetch(url).then(
            () => resolve("allowed"),
            () => {},
          );
        }),
      url,
    );
  // Another port is another site, and one that answers: only the policy stands between.
  const other = new URL(started().origin);
  other.hostname = "localhost";
  assert.equal(await attempt(other.href), other.href);
});

test("whole per cent of one whole sum to 100", () => {
  assert.deepEqual(percents([0.335, 0.33, 0.335]), ["34 %", "33 %", "33 %"]);
  assert.deepEqual(percents([0.004, 0.993, 0.003]), ["1 %", "99 %", "0 %"]);
  assert.deepEqual(percents([0, 1, 0]), ["0 %", "100 %", "0 %"]);
});

test("no markup is ever made of a string, and none carries script or style", () => {
  const read = (path) => readFileSync(new URL(`../../www/${path}`, import.meta.url), "utf8");
  for (const name of readdirSync(new URL("../../www/app", import.meta.url)).filter((name) => name.endsWith(".js"))) {
    assert.doesNotMatch(
      read(`app/${name}`),
      /innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|eval\(/,
      name,
    );
    // Saved web pages are parsed, into a document of their own.
    if (name !== "html.js") assert.doesNotMatch(read(`app/${name}`), /DOMParser/, name);
  }
  assert.doesNotMatch(read("index.html"), /<style|<script(?![^>]* src=)|\sstyle=|\son\w+=/);
});

onPage("the text survives a reload and a crash", async ({ page, context }) => {
  const text = "Norvale’s loss narrowed.\n\n  Still a loss 📉";
  await paste(page, text);
  await page.reload();
  await settled(page, text);
  assert.equal(await page.locator("#text").inputValue(), text);
  // A crash sends no farewell: what was typed is in storage soon after.
  await page.locator("#text").pressSequentially(" now");
  await page.waitForFunction(() => Object.values({ ...sessionStorage }).some((kept) => kept.endsWith(" now")));
  assert.equal((await context.storageState()).origins.length, 0, "it is kept for the tab alone");
});

onPage("a sample costs nobody the own text", async ({ page }) => {
  const own = "My own words: profit rose.";
  await paste(page, own);
  await sample(page, "Earnings");
  await sample(page, "A recall");
  await page.locator("#desk").getByRole("button", { name: own, exact: true }).click();
  await settled(page, own);
  assert.equal(await page.locator("#text").inputValue(), own);
});

onPage("too long a text says so and stays", async ({ page }) => {
  await page.locator("#text").evaluate((box) => {
    box.value = "profit rose ".repeat(450_000);
    box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  });
  await page.getByRole("alert").filter({ hasText: "too long" }).waitFor();
  assert.equal(await page.locator("#text").evaluate((box) => box.value.length), 5_400_000);
  await paste(page, "Profit rose.");
  assert.ok(await page.getByRole("alert").isHidden());
});

for (const file of ["client/index.js", "client/tickertone_bg.wasm", "client/worker.js"]) {
  test(`without ${file} the page says so, keeps the text, and recovers`, async () => {
    const context = await started().browser.newContext();
    const page = await context.newPage();
    await context.route(`**/${file}`, (route) => route.abort());
    // Otherwise it may hand over the file, which it asks for past the test's back in Firefox.
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await page.goto(started().origin);
    await page.locator("#text").fill("Profit rose.");
    const alert = page.getByRole("alert");
    await alert.filter({ hasText: "could not be loaded. Your text is kept." }).waitFor();
    assert.equal(await page.locator("#text").inputValue(), "Profit rose.");
    await context.unroute(`**/${file}`);
    await alert.getByRole("button").click();
    await settled(page, "Profit rose.");
    assert.ok(await alert.isHidden());
    await context.close();
  });
}

onPage("a crash of the engine is told, the text kept, and the next reading works", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.workers = [];
    globalThis.Worker = class extends globalThis.Worker {
      constructor(...settings) {
        super(...settings);
        globalThis.workers.push(this);
      }
    };
  });
  await page.reload();
  await page.waitForFunction(() => document.getElementById("version").textContent);
  await page.evaluate(() => {
    globalThis.workers.at(-1).postMessage = () => {}; // Whatever it is asked, it hangs.
  });
  await page.locator("#text").fill("Profit rose.");
  await page.getByText("Reading…").waitFor();
  await page.evaluate(() => globalThis.workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "lost" })));
  const alert = page.getByRole("alert");
  await alert.filter({ hasText: "The engine stopped while reading. Your text is kept." }).waitFor();
  assert.equal(await page.locator("#text").inputValue(), "Profit rose.");
  await alert.getByRole("button", { name: "Try again" }).click();
  await settled(page, "Profit rose.");
  assert.ok(await alert.isHidden());
});

// By WebDriver BiDi a test cannot switch scripts off.
const unscripted = BROWSER === "chromium" ? onPage : (name) => test.skip(name);
unscripted(
  "before any script runs the page stands, ready to paste",
  async ({ page }) => {
    assert.ok(await page.getByRole("heading", { name: "tickertone" }).isVisible());
    assert.ok(await page.getByRole("textbox", { name: "Article" }).isEditable());
    assert.ok(await page.locator("noscript p").isVisible());
  },
  { javaScriptEnabled: false },
);
