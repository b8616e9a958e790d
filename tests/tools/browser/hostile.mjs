// Opens every page of a site in which every text is an attack, and searches it. Whatever would run if it stood in the page
// as more than a text, does: the policy that would stop it is left out.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { DESK, launch } from "./browser.mjs";
import { serve } from "./site.mjs";

const SITE = process.env.TAIWA_SITE;
const HURT = "window.taiwaHurt=1";

let site;
let browser;
let context;

before(async () => {
  site = await serve(SITE, "/a/b/");
  browser = await launch();
  context = await browser.newContext({ ...DESK, bypassCSP: true });
});

after(async () => {
  await browser.close();
  await site.stop();
});

/** A page that notes all that a page of texts may not do. */
async function watched() {
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrong.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("popup", (popup) => wrong.push(`opened ${popup.url()}`));
  page.on("download", (download) => wrong.push(`loaded ${download.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.base)) wrong.push(`asked for ${request.url()}`);
  });
  return { page, wrong };
}

async function check({ page, wrong }, address) {
  assert.equal(await page.evaluate(() => window.taiwaHurt), undefined, `a text ran at ${address}`);
  assert.deepEqual(wrong, [], address);
}

async function pages() {
  const files = await readdir(SITE, { recursive: true });
  return files.filter((file) => file.endsWith(".html") && file !== "404.html").sort();
}

test("a text that runs is noticed", async () => {
  for (const [attack, rule] of [
    [`<script>${HURT}</script>`, /a text ran/],
    [`<img src=x onerror=${HURT}>`, /a text ran|404/],
    ["<script>alert(1)</script>", /dialog/],
    ["<img src=https://evil.example/x>", /evil\.example/],
  ]) {
    const it = await watched();
    await it.page.route("**/attacked/", (route) =>
      route.fulfill({ contentType: "text/html", body: `<!DOCTYPE html><title>x</title>${attack}` }),
    );
    await it.page.goto(`${site.base}attacked/`, { waitUntil: "load" });
    await assert.rejects(check(it, "attacked/"), rule, attack);
    await it.page.close();
  }
});

test("no text runs on any page, nothing leaves the site, and no page complains", async () => {
  const all = await pages();
  const left = all.values();
  const read = async () => {
    const it = await watched();
    for (const file of left) {
      const address = site.base + file.replace(/(^|\/)index\.html$/, "$1");
      const response = await it.page.goto(address, { waitUntil: "load" });
      assert.equal(response.status(), 200, address);
      await check(it, file);
    }
  };
  await Promise.all([read(), read()]);
  assert.ok(all.length > 800, `only ${all.length} pages`);
  console.log(`${all.length} pages were opened, and no text ran`);
});

test("no text runs among what a search finds, nor from the address of a search", async () => {
  const titles = JSON.parse(await readFile(`${SITE}/data/archive.json`)).meetings.map((it) => it.title.en);
  const it = await watched();
  for (const words of [...titles.map((it) => it.replace(/\s+/g, " ")), "taiwaHurt", "script", "img", "evil"]) {
    const address = `${site.base}en/search/?q=${encodeURIComponent(words)}`;
    await it.page.goto(address, { waitUntil: "load" });
    // Of signs alone no word is left to be searched for.
    if (/\p{L}{2}/u.test(words)) {
      await it.page.waitForFunction(() => document.querySelector(".found").textContent !== "");
      assert.notEqual(await it.page.locator(".results > li").count(), 0, `nothing has ${words}`);
    }
    await check(it, address);
  }
});
