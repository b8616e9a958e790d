// Every kind of page, in both languages, on a desk and on a phone, in light and dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESK, OF_COLOURS, PHONE, launch, open, sideways, violations } from "./browser.mjs";
import { ADDRESSES, MISSING } from "./pages.mjs";
import { POLICY, serve } from "./site.mjs";

const SITE = process.env.TAIWA_SITE;

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

for (const [name, device, colorScheme, rules] of [
  ["on a desk, light", DESK, "light", null],
  ["on a desk, dark", DESK, "dark", OF_COLOURS],
  ["on a phone, light", PHONE, "light", null],
  ["on a phone, dark", PHONE, "dark", OF_COLOURS],
]) {
  test(`pages ${name}`, async (suite) => {
    const context = await browser.newContext({ ...device, colorScheme });
    for (const address of ADDRESSES) {
      await suite.test(`/${address}`, () => check(context, address, rules));
    }
    await context.close();
  });
}

function whole(address) {
  return (address === MISSING ? home : site).base + address;
}

async function check(context, address, rules) {
  const { page, response, said, asked } = await open(context, whole(address));
  const isMissing = address === MISSING;
  assert.equal(response.status(), isMissing ? 404 : 200);
  assert.equal(response.headers()["content-security-policy"], POLICY);
  // The console tells of the missing page itself.
  assert.deepEqual(said.filter((line) => !(isMissing && line.includes("404"))), []);
  const own = (isMissing ? home : site).base;
  assert.deepEqual(asked.filter((url) => !url.startsWith(own)), [], "a request left the site");
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await violations(page, { rules }), []);
  await page.close();
}
