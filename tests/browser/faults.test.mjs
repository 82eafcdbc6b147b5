// What can break under the page: the engine, its memory, its files, the browser's storage. Nothing typed is lost, the message says what
// to do, and the next analysis works.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { characters } from "../../benches/texts.mjs";
import { createAnalyzer } from "../../pkg/index.js";
import { paste, settled, visits } from "./visit.mjs";

const { site } = visits();
const WASM = readFileSync(new URL("../../pkg/tickertone_bg.wasm", import.meta.url));
const MODEL = readFileSync(new URL("../../src/model/data/model.bin", import.meta.url));
const TEXT = "Norvale’s profit rose sharply 📈, and it raised its outlook.";

/** A test of a page on which `prepare` has broken something before it loads. */
function faulty(name, prepare, body) {
  test(name, async () => {
    const { page, context, errors } = await site().open("about:blank");
    try {
      await prepare(context);
      await page.goto(site().origin);
      await body(page, context, errors);
    } finally {
      await context.close();
    }
  });
}

const box = (page) => page.getByRole("textbox", { name: "Article" });
const failure = (page) => page.locator("#failure");

/** Pastes a text that cannot be read, and sees it said and kept. */
async function fails(page, text, said) {
  // Filling a box with a megabyte the way a person would takes minutes.
  await box(page).evaluate((box, text) => {
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  }, text);
  await failure(page).waitFor();
  assert.match(await failure(page).textContent(), said);
  assert.equal(await box(page).inputValue(), text);
}

faulty(
  "a worker that dies in the middle of its work",
  (context) =>
    context.addInitScript(() => {
      const Own = globalThis.Worker;
      let armed = true;
      globalThis.Worker = class extends Own {
        postMessage(message) {
          super.postMessage(message);
          if (!message.text || !armed) return;
          armed = false;
          setTimeout(() => {
            this.terminate();
            this.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
          });
        }
      };
    }),
  async (page) => {
    await fails(page, TEXT, /stopped while reading.*Your text is kept.*starts it afresh/);
    await page.getByRole("button", { name: "Try again" }).click();
    await settled(page, TEXT);
    assert.ok(await failure(page).isHidden());
  },
);

/** The module with its memory limited to `pages` of 64 KiB more than it begins with. */
function limited(wasm, pages) {
  const number = (at) => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return { value, at };
    }
  };
  // Five bytes whatever the value, so that lengths are known beforehand.
  const bytes = (value) => [0, 1, 2, 3, 4].map((i) => (Math.floor(value / 128 ** i) & 127) | (i < 4 ? 128 : 0));
  for (let section = 8; section < wasm.length; ) {
    const size = number(section + 1);
    const end = size.at + size.value;
    if (wasm[section] === 5) {
      const least = number(size.at + 2).value;
      const memory = [1, 1, ...bytes(least), ...bytes(least + pages)];
      return Buffer.concat([wasm.subarray(0, section), Buffer.from([5, memory.length, ...memory]), wasm.subarray(end)]);
    }
    section = end;
  }
  throw new Error("the module has no memory of its own");
}

const serving = (wasm) => (context) =>
  context.route("**/tickertone_bg.wasm", (route) => route.fulfill({ body: wasm, contentType: "application/wasm" }));

faulty("memory that runs out", serving(limited(WASM, 160)), async (page) => {
  await paste(page, TEXT);
  await fails(page, characters(1_000_000), /stopped while reading.*Your text is kept/);
  await paste(page, TEXT);
  assert.ok(await failure(page).isHidden());
});

/** The module with one bit of its model's last part flipped. */
function damaged(wasm) {
  const copy = Buffer.from(wasm);
  copy[copy.indexOf(MODEL.subarray(0, 64)) + 500_000] ^= 1;
  return copy;
}

faulty("a module whose model was damaged on its way", serving(damaged(WASM)), async (page, context) => {
  await fails(page, TEXT, /could not be loaded.*Your text is kept.*checksum/);
  await context.unroute("**/tickertone_bg.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await settled(page, TEXT);
});

faulty("a module that came half", serving(WASM.subarray(0, WASM.length >> 1)), async (page, context) => {
  await fails(page, TEXT, /could not be loaded.*Your text is kept.*then try again/);
  await context.unroute("**/tickertone_bg.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await settled(page, TEXT);
});

test("a model cut short, or with any one bit flipped, is refused with a reason", async () => {
  const flipped = (at, bit) => {
    const copy = Uint8Array.from(MODEL);
    copy[at] ^= 1 << bit;
    return copy;
  };
  const places = Array.from({ length: 40 }, (_, i) => Math.floor((i * MODEL.length) / 40));
  const broken = [...places.map((at) => MODEL.subarray(0, at)), ...places.map((at, i) => flipped(at, i % 8))];
  for (const model of broken) {
    await assert.rejects(createAnalyzer({ model }), { code: "Model", message: /use the weights file/ });
  }
  const analyzer = await createAnalyzer({ model: Uint8Array.from(MODEL) });
  assert.equal((await analyzer.analyze(TEXT)).schema, 1);
  analyzer.close();
});

faulty(
  "storage that is full",
  (context) =>
    context.addInitScript(() => {
      const full = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Storage.prototype.setItem = full;
      for (const method of ["put", "add"]) IDBObjectStore.prototype[method] = full;
    }),
  async (page, _context, errors) => {
    await paste(page, TEXT);
    await page.getByRole("button", { name: "Keep this, start another" }).click();
    await paste(page, "Shares of Norvale fell.");
    await page.locator("#desk").getByRole("button", { name: TEXT, exact: true }).click();
    await settled(page, TEXT);
    assert.equal(await box(page).inputValue(), TEXT);
    assert.deepEqual(errors, []);
  },
);

faulty(
  "two tabs keep their texts and lists apart",
  () => {},
  async (page, context) => {
    const other = await context.newPage();
    await other.goto(site().origin);
    const texts = new Map([
      [page, "Profit of the first rose."],
      [other, "Profit of the second fell."],
    ]);
    for (const [tab, text] of texts) {
      await paste(tab, `${text} Before.`);
      await tab.getByRole("button", { name: "Keep this, start another" }).click();
      await paste(tab, text);
    }
    for (const [tab, text] of texts) {
      await tab.reload();
      await settled(tab, text);
      assert.deepEqual(await tab.locator("#desk tbody th, #desk tbody tr td:first-child").allTextContents(), [
        `${text} Before.`,
      ]);
    }
  },
);

test("a service worker of an older version whose files the browser has thrown away", async () => {
  const { page, context } = await site().open("/", { serviceWorkers: "allow" });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await paste(page, TEXT);
  await context.close();
});
