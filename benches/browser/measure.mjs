// Measures one engine in whatever host this runs in: a page of Chromium or Firefox, or Node.

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

async function timed(action) {
  const began = performance.now();
  await action();
  return performance.now() - began;
}

const utf8 = new TextDecoder();

async function bytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.arrayBuffer();
}

/**
 * `source` is the URL of the engine's bundle, `binaries` those of what it loads besides; `texts` those of the texts, by name. Each is read for
 * `patience` milliseconds, half of them to warm up, and `least` times at least. Times in milliseconds, memory in bytes. `cold` runs from
 * all bytes in memory to the first report, on the text of that name.
 */
export async function measure({ source, binaries, texts: urls, cold, patience, least }) {
  const texts = {};
  for (const [name, url] of Object.entries(urls)) texts[name] = utf8.decode(await bytes(url));
  // As a data URL, so that importing it is compiling it and nothing else.
  const code = utf8.decode(await bytes(source));
  const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`;
  const loaded = await Promise.all(binaries.map(bytes));
  let engine;
  const first = await timed(async () => {
    const { load } = await import(url);
    engine = await load(loaded);
    await engine.score(texts[cold]);
  });
  const warm = {};
  for (const [name, text] of Object.entries(texts)) {
    if (patience === 0) break;
    for (let spent = 0; spent < patience / 2; ) spent += await timed(() => engine.score(text));
    const times = [];
    for (let spent = 0; spent < patience / 2 || times.length < least; spent += times.at(-1)) {
      times.push(await timed(() => engine.score(text)));
    }
    times.sort((a, b) => a - b);
    warm[name] = { median: quantile(times, 0.5), p95: quantile(times, 0.95), runs: times.length };
  }
  return { first, warm, memory: engine.memory?.() };
}
