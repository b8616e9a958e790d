// From home to the answer in two clicks, and the table of meetings by tracks, on a desk and on a phone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESK, PHONE, launch, open, violations } from "./browser.mjs";
import { LANGUAGES } from "./pages.mjs";
import { serve } from "./site.mjs";

const UNKNOWN = { en: "No record", ja: "資料未収録" };

let site;
let browser;

before(async () => {
  site = await serve(process.env.TAIWA_SITE, "/a/b/");
  browser = await launch();
});

after(async () => {
  await browser.close();
  await site.stop();
});

test("from home to what was promised on 5G, and what is known of it, is a click on its track", async () => {
  for (const device of [DESK, PHONE]) {
    const context = await browser.newContext({ ...device, javaScriptEnabled: false });
    for (const lang of LANGUAGES) {
      const { page } = await open(context, `${site.base}${lang}/`);
      await page.locator("main table a", { hasText: "5G" }).first().click();
      await page.waitForURL(/\/tracks\//);
      const row = page.locator("main table.points tbody tr").first();
      assert.match(await row.innerText(), /5G/);
      assert.match(await row.innerText(), new RegExp(UNKNOWN[lang]));
      await page.close();
    }
    await context.close();
  }
});

test("the heads of the matrix stay in view, and each number names its track and meeting", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 500 } });
  for (const lang of LANGUAGES) {
    const { page } = await open(context, `${site.base}${lang}/matrix/`);
    const names = await page.locator(".matrix tbody td a").evaluateAll((links) => links.map((it) => [it.ariaLabel, it.textContent]));
    assert.equal(new Set(names.map(([name]) => name)).size, names.length);
    assert.ok(names.every(([name, n]) => name.includes(n)));
    await page.locator(".matrix tbody tr").last().scrollIntoViewIfNeeded();
    for (const head of [page.locator(".matrix thead th").first(), page.locator(".matrix thead th").last()]) {
      const box = await head.boundingBox();
      assert.ok(box.y >= 0 && box.y < 500, `/${lang}/: ${JSON.stringify(box)}`);
    }
    await page.close();
  }
  await context.close();
});

test("on a phone the matrix is a list by track, with the same numbers", async () => {
  const context = await browser.newContext(PHONE);
  for (const lang of LANGUAGES) {
    const { page } = await open(context, `${site.base}${lang}/matrix/`);
    assert.equal(await page.locator(".matrix").isVisible(), false);
    const listed = page.locator(".by-track li li a:has(b)");
    assert.ok(await listed.first().isVisible());
    const numbers = (links) => links.map((it) => `${it.href} ${(it.querySelector("b") ?? it).textContent.match(/\d+/)[0]}`).sort();
    assert.deepEqual(await listed.evaluateAll(numbers), await page.locator(".matrix tbody td a").evaluateAll(numbers));
    assert.deepEqual(await violations(page), []);
    await page.close();
  }
  await context.close();
});
