// Where things stand on every kind of page: nothing is too wide, too small to touch, or moves while it loads.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESK, PHONE, launch, open, shift, sideways } from "./browser.mjs";
import { ADDRESSES, LANGUAGES, PAGES } from "./pages.mjs";
import { serve } from "./site.mjs";

const SITE = process.env.TAIWA_SITE;
// It ends above the bottom of a window.
const SHORT = "people/hajime-tonegawa/";

let site;
let browser;

before(async () => {
  // The page for what is missing names its files by the path of the site's own address.
  site = await serve(SITE, "/dialogue/");
  browser = await launch();
});

after(async () => {
  await browser.close();
  await site.stop();
});

test("no page scrolls sideways at 320 pixels, which is 1280 pixels at four times the size", async () => {
  const narrow = await browser.newContext({ viewport: { width: 320, height: 640 } });
  for (const address of ADDRESSES) {
    const { page } = await open(narrow, site.base + address);
    assert.equal(await sideways(page), 0, `/${address}`);
    await page.close();
  }
  await narrow.close();
});

test("nothing moves while a page loads", async () => {
  const context = await browser.newContext(DESK);
  for (const lang of LANGUAGES) {
    for (const path of PAGES) {
      const { page } = await open(context, `${site.base}${lang}/${path}`);
      const moved = await shift(page);
      assert.ok(moved < 0.001, `/${lang}/${path}: ${moved}`);
      await page.close();
    }
  }
  await context.close();
});

test("nothing moves where a page arrives in pieces", async () => {
  const slow = await serve(SITE, "/a/b/", { pauses: ['<p class="switch">', '<nav class="menu"', '<footer class="site">', "<dl>", "</footer>"] });
  for (const device of [DESK, PHONE]) {
    const context = await browser.newContext(device);
    for (const lang of LANGUAGES) {
      for (const path of ["", SHORT]) {
        const { page } = await open(context, `${slow.base}${lang}/${path}`);
        assert.equal(await shift(page), 0, `/${lang}/${path}`);
        assert.ok(await page.isVisible("header.site .switch"));
        await page.close();
      }
    }
    await context.close();
  }
  await slow.stop();
});

test("on a phone, what is touched is 44 pixels high or stands in a text", async () => {
  const context = await browser.newContext(PHONE);
  for (const address of ADDRESSES) {
    const { page } = await open(context, site.base + address);
    const small = await page.evaluate(() => {
      const targets = [...document.querySelectorAll("a, button, summary, select, input")];
      const isInText = (target) => target.closest(".prose p, .prose li, .prose td, .prose dd, p.measure, p.lede, td, dd, th, .skip, .links, .version p, li .meta, .notice, .kicker");
      return targets
        .filter((target) => target.getClientRects().length > 0 && !isInText(target))
        // The marks of a picture stand in lists as well.
        .filter((target) => target.closest("svg") === null)
        // A box is ticked by its label, too.
        .filter((target) => (target.closest("label") ?? target).getBoundingClientRect().height < 43.5)
        .map((target) => target.outerHTML.slice(0, 120));
    });
    assert.deepEqual(small, [], `/${address}`);
    await page.close();
  }
  await context.close();
});
