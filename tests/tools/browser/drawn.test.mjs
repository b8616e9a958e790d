// The pictures: what one sees of them first, without a script, and what stands in their place on a phone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESK, PHONE, launch, open } from "./browser.mjs";
import { LANGUAGES } from "./pages.mjs";
import { serve } from "./site.mjs";

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

/** The place of an element beside the box that scrolls it. */
const beside = (element) => {
  const [own, box] = [element, element.closest(".picture")].map((it) => it.getBoundingClientRect());
  return { isInside: own.left >= box.left - 1 && own.right <= box.right + 1 };
};

test("the newest meetings are in view, and the keyboard reaches the earliest", async () => {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  for (const lang of LANGUAGES) {
    const { page } = await open(context, `${site.base}${lang}/timeline/`);
    const marks = page.locator(".timeline-picture a");
    const xs = await marks.evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().right));
    const [first, last] = [Math.min(...xs), Math.max(...xs)].map((x) => marks.nth(xs.indexOf(x)));
    assert.ok((await last.evaluate(beside)).isInside, lang);
    assert.ok(!(await first.evaluate(beside)).isInside, lang);
    await first.focus();
    assert.ok((await first.evaluate(beside)).isInside, lang);
    await page.close();
  }
  await context.close();
});

test("a track has its picture on a desk, and on a phone the list of its threads instead", async () => {
  for (const [device, isPhone] of [[DESK, false], [PHONE, true]]) {
    const context = await browser.newContext({ ...device, javaScriptEnabled: false });
    const { page } = await open(context, `${site.base}en/tracks/open-internet/`);
    assert.equal(await page.isVisible(".lineage-picture"), !isPhone);
    assert.equal(await page.locator(".behind .thread > li").first().isVisible(), isPhone);
    assert.ok(await page.isVisible("a[download]"));
    await context.close();
  }
});
