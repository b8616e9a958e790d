// The head of every page: on a phone one row with the search and the menu, which work without scripts as well.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESK, PHONE, launch, open } from "./browser.mjs";
import { LANGUAGES, MEETING } from "./pages.mjs";
import { serve } from "./site.mjs";

const MENU = { en: "Menu", ja: "メニュー" };
const CLOSE = { en: "Close the menu", ja: "メニューを閉じる" };
const NARROW = { ...PHONE, viewport: { width: 390, height: 740 } };

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

test("on a phone it is one row of 130 pixels at the most", async () => {
  const context = await browser.newContext(NARROW);
  for (const lang of LANGUAGES) {
    for (const path of ["", MEETING]) {
      const { page } = await open(context, `${site.base}${lang}/${path}`);
      const { height, parts } = await page.evaluate(() => {
        const boxes = [".brand", ".find", ".switch", ".opener"].map((part) => document.querySelector(`header ${part}`).getBoundingClientRect());
        return { height: document.querySelector("header.site").offsetHeight, parts: boxes.map(({ left, right, top, bottom }) => ({ left, right, middle: (top + bottom) / 2 })) };
      });
      assert.ok(height <= 130, `/${lang}/${path}: ${height}`);
      parts.reduce((before, part) => {
        assert.ok(part.left >= before.right, `/${lang}/${path}: ${JSON.stringify(parts)}`);
        assert.ok(Math.abs(part.middle - before.middle) < 2, `/${lang}/${path}: ${JSON.stringify(parts)}`);
        return part;
      });
      await page.close();
    }
  }
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`on a phone its menu opens, closes and leads on ${javaScriptEnabled ? "with" : "without"} a script`, async () => {
    const context = await browser.newContext({ ...NARROW, javaScriptEnabled });
    for (const lang of LANGUAGES) {
      const { page } = await open(context, `${site.base}${lang}/`);
      const header = page.getByRole("banner");
      const tracks = header.locator('.menu a[href$="tracks/"]');
      assert.equal(await tracks.isVisible(), false);
      await header.getByRole("button", { name: MENU[lang], exact: true }).click();
      assert.ok(await tracks.isVisible());
      assert.equal(await header.locator(".theme").isVisible(), javaScriptEnabled);
      await header.getByRole("button", { name: CLOSE[lang] }).click();
      assert.equal(await tracks.isVisible(), false);
      await header.getByRole("button", { name: MENU[lang], exact: true }).press("Enter");
      await page.keyboard.press("Escape");
      assert.equal(await tracks.isVisible(), false);
      await header.getByRole("button", { name: MENU[lang], exact: true }).press("Enter");
      await tracks.click();
      await page.waitForURL(`${site.base}${lang}/tracks/`);
      await page.close();
    }
    await context.close();
  });
}

test("its field leads to the search page, on a phone and a desk, and covers the row while one writes on a phone", async () => {
  for (const device of [NARROW, DESK]) {
    const context = await browser.newContext({ ...device, javaScriptEnabled: false });
    for (const lang of LANGUAGES) {
      const { page } = await open(context, `${site.base}${lang}/${MEETING}`);
      const field = page.getByRole("banner").getByRole("searchbox");
      await field.focus();
      assert.ok((await field.boundingBox()).width > 200, lang);
      await field.fill("5G");
      await field.press("Enter");
      await page.waitForURL(`${site.base}${lang}/search/?q=5G`);
      await page.close();
    }
    await context.close();
  }
});

test("on a desk the menu is there without a button", async () => {
  const context = await browser.newContext(DESK);
  for (const lang of LANGUAGES) {
    const { page } = await open(context, `${site.base}${lang}/`);
    const header = page.getByRole("banner");
    assert.ok(await header.locator('.menu a[href$="tracks/"]').isVisible());
    assert.equal(await header.getByRole("button", { name: MENU[lang] }).count(), 0);
    await page.close();
  }
  await context.close();
});

test("a title of 400 letters without a break leaves the head as wide as the page, and room for the page", async () => {
  const context = await browser.newContext({ ...PHONE, viewport: { width: 320, height: 640 } });
  const { page } = await open(context, `${site.base}en/`);
  const seen = await page.evaluate(() => {
    document.querySelector(".brand a").textContent = "W".repeat(400);
    return { width: document.documentElement.scrollWidth, height: document.querySelector("header.site").offsetHeight };
  });
  assert.equal(seen.width, 320);
  assert.ok(seen.height <= 150, String(seen.height));
  await context.close();
});
