// Every kind of page, in both languages, on a desk and on a phone, in light and dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { AxeBuilder, DESK, PHONE, launch, open, shift } from "./browser.mjs";
import { LANGUAGES, PAGES } from "./pages.mjs";
import { POLICY, serve } from "./site.mjs";

const SITE = process.env.TAIWA_SITE;
const MISSING = "nowhere/at/all/";
// It ends above the bottom of a window.
const SHORT = "people/hajime-tonegawa/";
const ADDRESSES = ["", MISSING, ...LANGUAGES.flatMap((lang) => PAGES.map((page) => `${lang}/${page}`))];

let site;
let home;
let browser;

before(async () => {
  site = await serve(SITE, "/a/b/");
  // The page for what is missing is shown at any depth, so it names its files by the path of the site's own address.
  home = await serve(SITE, "/dialogue/");
  browser = await launch();
});

after(async () => {
  await browser.close();
  await Promise.all([site.stop(), home.stop()]);
});

for (const [name, device, colorScheme] of [
  ["on a desk, light", DESK, "light"],
  ["on a desk, dark", DESK, "dark"],
  ["on a phone, light", PHONE, "light"],
  ["on a phone, dark", PHONE, "dark"],
]) {
  test(`pages ${name}`, async (suite) => {
    const context = await browser.newContext({ ...device, colorScheme });
    for (const address of ADDRESSES) {
      await suite.test(`/${address}`, () => check(context, address));
    }
    await context.close();
  });
}

function whole(address) {
  return (address === MISSING ? home : site).base + address;
}

async function check(context, address) {
  const { page, response, said, asked } = await open(context, whole(address));
  const isMissing = address === MISSING;
  assert.equal(response.status(), isMissing ? 404 : 200);
  assert.equal(response.headers()["content-security-policy"], POLICY);
  // The console tells of the missing page itself.
  assert.deepEqual(said.filter((line) => !(isMissing && line.includes("404"))), []);
  const own = (isMissing ? home : site).base;
  assert.deepEqual(asked.filter((url) => !url.startsWith(own)), [], "a request left the site");
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(sideways <= 0, `the page scrolls sideways by ${sideways}px`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  assert.deepEqual(told, []);
  await page.close();
}

test("no page scrolls sideways at 320 pixels, which is 1280 pixels at four times the size", async () => {
  const narrow = await browser.newContext({ viewport: { width: 320, height: 640 } });
  for (const address of ADDRESSES) {
    const { page } = await open(narrow, whole(address));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(sideways <= 0, `/${address}: ${sideways}px`);
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
    const { page } = await open(context, whole(address));
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
