// A search among the records of several dialogues: it can be narrowed to one, and each meeting leads to its own.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";

import { archive } from "./archive.mjs";
import { DESK, launch } from "./browser.mjs";

const CONTENT = new URL("../../sites/good/dialogues/content/", import.meta.url);

let site;
let browser;

before(async () => {
  const files = (await readdir(CONTENT, { recursive: true })).filter((file) => /\.(yaml|md)$/.test(file));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(new URL(file, CONTENT), "utf8")]));
  site = await archive(Object.fromEntries(texts));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.remove();
});

/** The addresses of the results, below the language. */
async function found(page, lang) {
  await page.locator(".found:not(:empty)").waitFor();
  const links = await page.locator(".results > li > a").evaluateAll((links) => links.map((link) => link.href));
  return links.map((link) => link.slice(`${site.base}${lang}/`.length)).sort();
}

for (const [lang, asked, expected] of [
  ["en", "?dialogue=energy", ["commitments/energy-2014/work/", "meetings/energy-2014/"]],
  ["ja", "?dialogue=partnership&type=meeting", ["meetings/partnership-2013/", "meetings/partnership-2015/"]],
  ["en", "?q=networks&dialogue=digital&type=commitment", ["digital-2013", "digital-2015"].map((id) => `commitments/${id}/work/`)],
  ["en", "?dialogue=digital&track=networks&type=commitment", ["digital-2013", "digital-2014", "digital-2015"].map((id) => `commitments/${id}/work/`)],
  ["en", "?type=event&track=data", ["events/summit/"]],
]) {
  test(`${asked} finds just its records (${lang})`, async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    await page.goto(`${site.base}${lang}/search/${asked}`);
    assert.deepEqual(await found(page, lang), expected);
    await context.close();
  });
}

test("a result names its dialogue and leads there, and a click narrows to it", async () => {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  await page.goto(`${site.base}ja/search/?type=meeting`);
  assert.equal((await found(page, "ja")).length, 6);
  await page.locator("summary", { hasText: "対話" }).click();
  await page.getByRole("checkbox", { name: /^エネルギー対話/ }).check();
  await page.locator(".found", { hasText: /^1件/ }).waitFor();
  assert.equal(new URL(page.url()).search, "?type=meeting&dialogue=energy");
  await page.locator(".results").getByRole("link", { name: "エネルギー対話", exact: true }).click();
  assert.equal(page.url(), `${site.base}ja/dialogues/energy/`);
  await context.close();
});
