// How the archive is read: without scripts, with the keyboard, in the other language, on paper, and by weight.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { DESK, PHONE, launch, open } from "./browser.mjs";
import { COMMITMENT, LANGUAGES, MEETING, PAGES } from "./pages.mjs";
import { serve } from "./site.mjs";

const SITE = process.env.TAIWA_SITE;

let site;
let browser;

before(async () => {
  site = await serve(SITE, "/a/b/");
  browser = await launch();
});

after(async () => {
  await browser.close();
  await site.stop();
});

test("the switcher leads to the same page in the other language, and back", async () => {
  const context = await browser.newContext(DESK);
  for (const path of PAGES) {
    const { page } = await open(context, `${site.base}en/${path}`);
    await page.getByRole("banner").getByRole("link", { name: "日本語" }).click();
    assert.equal(page.url(), `${site.base}ja/${path}`);
    assert.equal(await page.locator("html").getAttribute("lang"), "ja");
    await page.getByRole("banner").getByRole("link", { name: "English" }).click();
    assert.equal(page.url(), `${site.base}en/${path}`);
    await page.close();
  }
  await context.close();
});

test("from a row of the parallel page the switch leads to itself in the other language", async () => {
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  const { page } = await open(context, `${site.base}en/${MEETING}parallel/`);
  await page.locator("#participants .links a").click();
  await page.locator('.switch a[href$="#participants"]').waitFor();
  await page.getByRole("banner").getByRole("link", { name: "日本語" }).evaluate((link) => link.click());
  await page.waitForURL(/\/ja\/.*participants/);
  assert.equal(page.url(), `${site.base}ja/${MEETING}parallel/#participants`);
  const top = await page.locator("#participants").evaluate((it) => it.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 400, `the row stands at ${top}px`);
  await context.close();
});

test("both texts stand beside each other on a desk and on paper, and below each other on a phone", async () => {
  const columns = async (page) => {
    const cells = page.locator("#participants > .prose");
    const [first, second] = await cells.evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect()));
    return Math.abs(first.top - second.top) < 40 && first.left < second.left ? 2 : 1;
  };
  const address = `${site.base}ja/${MEETING}parallel/`;
  const desk = await browser.newContext(DESK);
  const onDesk = (await open(desk, address)).page;
  assert.equal(await columns(onDesk), 2);
  await onDesk.setViewportSize({ width: 700, height: 900 });
  assert.equal(await columns(onDesk), 1);
  await onDesk.emulateMedia({ media: "print" });
  assert.equal(await columns(onDesk), 2);
  const phone = await browser.newContext(PHONE);
  const onPhone = (await open(phone, address)).page;
  assert.equal(await columns(onPhone), 1);
  const shown = () => onPhone.locator("#participants > .prose").evaluateAll((cells) => cells.map((it) => it.checkVisibility()));
  for (const [choice, expected] of [["English", [false, true]], ["日本語", [true, false]], ["両方", [true, true]]]) {
    await onPhone.getByRole("radio", { name: choice }).check();
    assert.deepEqual(await shown(), expected, choice);
  }
  assert.equal(await onDesk.getByRole("radio").count(), 0, "where both have room there is nothing to choose");
  await desk.close();
  await phone.close();
});

test("without scripts every page reads the same", async () => {
  const plain = await browser.newContext({ ...DESK, javaScriptEnabled: false });
  for (const lang of LANGUAGES) {
    for (const path of PAGES) {
      const { page, said } = await open(plain, `${site.base}${lang}/${path}`);
      assert.deepEqual(said, []);
      assert.ok(await page.locator("main h1").isVisible(), `/${lang}/${path}`);
      assert.ok((await page.locator("main").innerText()).length > 40, `/${lang}/${path}`);
      await page.close();
    }
  }
  await plain.close();
});

test("the first key leads past the menu to the text, and focus is seen", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await open(context, `${site.base}ja/${MEETING}`);
  await page.keyboard.press("Tab");
  const skip = page.locator("a.skip");
  assert.ok(await skip.evaluate((link) => link === document.activeElement));
  assert.ok(await skip.evaluate((link) => link.getBoundingClientRect().top >= 0), "it comes into sight");
  await page.keyboard.press("Enter");
  assert.ok(page.url().endsWith("#_main"));
  await page.keyboard.press("Tab");
  const focused = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return { inMain: document.activeElement.closest("main") !== null, outlineStyle, outlineWidth };
  });
  assert.deepEqual(focused, { inMain: true, outlineStyle: "solid", outlineWidth: "3px" });
  await context.close();
});

test("every link of a page leads to a page, from below any path", async () => {
  const context = await browser.newContext(DESK);
  for (const path of ["", MEETING, COMMITMENT]) {
    const { page } = await open(context, `${site.base}en/${path}`);
    const links = await page.evaluate(() => [...document.links].map((link) => link.href.split("#")[0]));
    const own = [...new Set(links.filter((link) => link.startsWith(new URL(site.base).origin)))];
    assert.ok(own.length > 10, `${own.length} links`);
    for (const link of own) {
      assert.ok(link.startsWith(site.base), link);
      assert.equal((await context.request.get(link)).status(), 200, link);
    }
    await page.close();
  }
  await context.close();
});

test("a page weighs under 60 kB and asks for at most four files", async () => {
  const context = await browser.newContext(DESK);
  for (const lang of LANGUAGES) {
    for (const path of PAGES) {
      const { page, asked } = await open(context, `${site.base}${lang}/${path}`);
      assert.ok(asked.length <= 4, `/${lang}/${path} asks for ${asked.join(" ")}`);
      let weight = 0;
      for (const url of asked) {
        const file = url.slice(site.base.length).split("#")[0];
        const bytes = await readFile(join(SITE, file.endsWith("/") || file === "" ? `${file}index.html` : file));
        weight += gzipSync(bytes).length;
      }
      assert.ok(weight < 60_000, `/${lang}/${path} weighs ${weight} bytes`);
      await page.close();
    }
  }
  await context.close();
});
