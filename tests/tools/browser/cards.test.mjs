// What a page shows beside its text: the part that one reads, and what a link leads to.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESK, launch, open, violations } from "./browser.mjs";
import { LANGUAGES, MEETING } from "./pages.mjs";
import { serve } from "./site.mjs";

const PERSON = { en: "Hajime Tonegawa", ja: "利根川一" };

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

/** The link to a person, in sight and at rest: who scrolls past a link wants no card of it. */
async function person(page) {
  const link = page.locator('.sides a[href$="/people/hajime-tonegawa/"]').first();
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(400);
  return link;
}

test("the contents list marks the part that is read, and nothing where there is no script", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ ...DESK, javaScriptEnabled });
    for (const lang of LANGUAGES) {
      const { page } = await open(context, `${site.base}${lang}/${MEETING}#_documents`);
      const marked = page.locator(".contents a[aria-current]");
      if (javaScriptEnabled) {
        await page.locator('.contents a[href="#_documents"][aria-current="location"]').waitFor();
        assert.equal(await marked.count(), 1);
        await page.evaluate(() => document.getElementById("_commitments").scrollIntoView({ behavior: "instant" }));
        await page.locator('.contents a[href="#_commitments"][aria-current="location"]').waitFor();
      }
      assert.equal(await marked.count(), javaScriptEnabled ? 1 : 0);
      await page.close();
    }
    await context.close();
  }
});

test("a link that is rested on shows the head of its page, which Escape takes away", async () => {
  const context = await browser.newContext(DESK);
  for (const lang of LANGUAGES) {
    const { page, said } = await open(context, `${site.base}${lang}/${MEETING}`);
    const link = await person(page);
    const card = page.locator(".card");
    for (const rest of [() => link.hover(), () => link.focus()]) {
      await rest();
      await card.waitFor();
      const words = await card.innerText();
      assert.ok(words.includes(PERSON[lang]), words);
      assert.equal(await card.locator("a, button").count(), 0);
      const { x, y, width, height } = await card.boundingBox();
      assert.ok(x >= 0 && y >= 0 && x + width <= 1280 && y + height <= 900);
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
      assert.equal(await card.isVisible(), false);
      await page.mouse.move(2, 2);
      await page.evaluate(() => document.activeElement.blur());
    }
    assert.deepEqual(said, []);
    await page.close();
  }
  await context.close();
});

test("a term in a text shows what the glossary says of it", async () => {
  const TERM = { en: "局長級会合", ja: "director-general-level meeting" };
  const context = await browser.newContext(DESK);
  for (const lang of LANGUAGES) {
    const { page, said } = await open(context, `${site.base}${lang}/meetings/2012-03-22-tokyo/`);
    const link = page.locator('main a[href*="/glossary/#term-"]').first();
    await link.scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    await link.hover();
    const card = page.locator(".card");
    await card.waitFor();
    const words = await card.innerText();
    assert.ok(words.includes(TERM[lang]), words);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(said, []);
    await page.close();
  }
  await context.close();
});

test("a card stays while the pointer is on it, and goes when it leaves", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await open(context, `${site.base}en/${MEETING}`);
  await (await person(page)).hover();
  const card = page.locator(".card");
  await card.waitFor();
  await card.hover();
  await page.waitForTimeout(600);
  assert.ok(await card.isVisible());
  await page.mouse.move(2, 2);
  await card.waitFor({ state: "hidden" });
  await context.close();
});

test("where the page of a link cannot be had, there is no card, and nothing is said", async () => {
  const context = await browser.newContext(DESK);
  const { page, said } = await open(context, `${site.base}en/${MEETING}`);
  await page.route("**/people/**", (route) => route.fulfill({ status: 404, body: "" }));
  await (await person(page)).hover();
  await page.waitForTimeout(800);
  assert.equal(await page.locator(".card").count(), 0);
  assert.deepEqual(said.filter((it) => !it.includes("404")), []);
  await context.close();
});
