// The search page, as a reader uses it.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DESK, PHONE, launch, open, sideways, violations } from "./browser.mjs";
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

const results = (page) => page.locator(".results > li");

/** Opens the search page in a language and waits for what its address asks for. */
async function opened(context, lang, asked = "") {
  const { page, said, asked: requests } = await open(context, `${site.base}${lang}/search/${asked}`);
  if (asked !== "") await page.locator(".found:not(:empty)").waitFor();
  return { page, said, requests };
}

async function typed(page, words) {
  const before = await page.locator(".found").innerText();
  await page.getByRole("searchbox").fill(words);
  await page.waitForFunction((before) => !["", before].includes(document.querySelector(".found").textContent), before);
}

/** The addresses of all results, below the language. */
async function everything(page, lang) {
  while (await page.locator(".further").isVisible()) {
    const before = await results(page).count();
    await page.locator(".further").click();
    await page.waitForFunction((before) => document.querySelectorAll(".results > li").length > before, before);
  }
  const links = await results(page).locator(":scope > a").evaluateAll((links) => links.map((link) => link.href));
  return links.map((link) => link.slice(`${site.base}${lang}/`.length)).sort();
}

/** The commitments whose pages show a word in their text, read from the pages themselves. */
async function commitmentsWith(word, lang) {
  const folder = join(SITE, lang, "commitments");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /^[^/]+\/[^/]+\/index\.html$/.test(file));
  const found = [];
  for (const file of files) {
    const html = await readFile(join(folder, file), "utf8");
    const facts = /<dt>(?:原文の表現|Operative verb)<\/dt><dd>(.*?)<\/dd>/.exec(html)?.[1] ?? "";
    // An earlier address that leads to another page has none.
    const name = /<h1 class="statement">(.*?)<\/h1>/s.exec(html)?.[1] ?? "";
    const text = /<p class="wording">(.*?)<\/p>/s.exec(html)?.[1] ?? "";
    if (`${name}\n${text}\n${facts}`.toLowerCase().includes(word)) found.push(`commitments/${file.replace("index.html", "")}`);
  }
  return found.sort();
}

for (const [lang, word, query] of [
  ["en", "cloud", "CLOUD"],
  ["en", "spectrum", "spectr"],
  ["ja", "クラウド", "ｸﾗｳﾄﾞ"],
  ["ja", "総務省", "総務省"],
]) {
  test(`“${query}” finds just the commitments that have it (${lang})`, async () => {
    const context = await browser.newContext(DESK);
    const { page, said } = await opened(context, lang, "?type=commitment");
    await typed(page, query);
    const expected = await commitmentsWith(word, lang);
    assert.ok(expected.length > 0);
    // A commitment may have the word in its other language alone; here, none has.
    assert.deepEqual(await everything(page, lang), expected);
    for (const mark of await page.locator(".results mark").allInnerTexts()) {
      assert.ok(mark.normalize("NFKC").toLowerCase().startsWith(query.normalize("NFKC").toLowerCase()), mark);
    }
    assert.deepEqual(said, []);
    await context.close();
  });
}

test("words of one language find records in the page's own, with the other a click away", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await opened(context, "en", `?q=${encodeURIComponent("総務省")}&type=organization`);
  assert.equal(await page.locator(".found").innerText(), "1 result");
  const result = results(page).first();
  assert.match(await result.locator(":scope > a").innerText(), /Internal Affairs/);
  assert.equal(await result.locator(".excerpt").getAttribute("lang"), "ja");
  assert.equal(await result.locator("mark").innerText(), "総務省");
  await result.getByRole("link", { name: "日本語" }).click();
  assert.equal(page.url(), `${site.base}ja/organizations/mic/`);
  await page.goBack();
  await result.locator(":scope > a").click();
  assert.equal(page.url(), `${site.base}en/organizations/mic/`);
  await context.close();
});

test("a search can be cited: its address brings it back, and the way back undoes a step", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await opened(context, "ja");
  await typed(page, "クラウド");
  const all = await page.locator(".found").innerText();
  await page.locator("summary", { hasText: "記録の種類" }).click();
  const box = page.getByRole("checkbox", { name: /^会合/ });
  const counted = await box.locator("xpath=..").locator(".n").innerText();
  await box.check();
  await page.locator(".found", { hasText: `${counted}件` }).waitFor();
  assert.notEqual(all, `${counted}件`);
  assert.equal(await results(page).locator(".tag:first-child").first().innerText(), "会合");
  assert.equal(new URL(page.url()).search, `?q=${encodeURIComponent("クラウド")}&type=meeting`);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator(".found", { hasText: `${counted}件` }).waitFor();
  assert.equal(await other.getByRole("searchbox").inputValue(), "クラウド");
  await page.goBack();
  await page.locator(".found", { hasText: all }).waitFor();
  assert.ok(!(await box.isChecked()));
  await context.close();
});

test("filters alone list records, and can be cleared", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await opened(context, "en", "?year=2012&type=meeting");
  assert.equal(await page.locator(".found").innerText(), "2 results");
  assert.deepEqual(await everything(page, "en"), ["meetings/2012-03-22-tokyo/", "meetings/2012-10-18-washington/"]);
  await page.getByRole("button", { name: "Clear filters" }).click();
  assert.equal(await page.locator(".found").innerText(), "");
  assert.equal(await results(page).count(), 0);
  assert.equal(new URL(page.url()).search, "");
  await context.close();
});

test("the arrow keys lead through the results, and what was found is told", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await opened(context, "en");
  await typed(page, "privacy");
  assert.match(await page.getByRole("status").innerText(), /^\d+ results?$/);
  const focused = () => page.evaluate(() => document.activeElement.closest("li")?.innerText ?? document.activeElement.name);
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), await results(page).first().innerText());
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), await results(page).nth(1).innerText());
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "q");
  await context.close();
});

test("nothing found is said, and so is an index that cannot be loaded", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await opened(context, "ja");
  await typed(page, "通信基盤計画外");
  assert.equal(await page.locator(".found").innerText(), "該当する記録はない。");
  const broken = await context.newPage();
  await broken.route("**/records.bin*", (route) => route.abort());
  await broken.goto(`${site.base}ja/search/?q=mic`);
  await broken.locator(".found", { hasText: "読み込めなかった" }).waitFor();
  await broken.unroute("**/records.bin*");
  await broken.getByRole("button", { name: "検索", exact: true }).click();
  await broken.locator(".found", { hasText: /^\d+件$/ }).waitFor();
  await context.close();
});

test("without scripts the page offers lists, and no field that does nothing", async () => {
  const plain = await browser.newContext({ ...DESK, javaScriptEnabled: false });
  for (const [lang, notice] of [["en", /JavaScript/], ["ja", /JavaScript/]]) {
    const { page } = await open(plain, `${site.base}${lang}/search/`);
    assert.ok(await page.getByText(notice).isVisible());
    assert.ok(!(await page.locator("form").isVisible()));
    for (const path of ["tracks/cloud/", "organizations/mic/", "people/hajime-tonegawa/", "timeline/#_y2010"]) {
      assert.ok(await page.locator(`.ways a[href$="${path}"]`).isVisible(), path);
    }
    await page.close();
  }
  await plain.close();
});

for (const [name, device, colorScheme, asked] of [
  ["on a desk, light", DESK, "light", "?q=cloud&track=cloud"],
  ["on a phone, dark", PHONE, "dark", `?q=${encodeURIComponent("情報")}&outcome=unknown`],
]) {
  test(`results stand checking ${name}`, async () => {
    const context = await browser.newContext({ ...device, colorScheme });
    for (const lang of ["en", "ja"]) {
      const { page, said, requests } = await opened(context, lang, asked);
      assert.ok((await results(page).count()) > 0);
      assert.deepEqual(await violations(page), []);
      assert.equal(await sideways(page), 0);
      assert.deepEqual(said, []);
      assert.deepEqual(requests.filter((url) => !url.startsWith(site.base)), []);
      await page.close();
    }
    await context.close();
  });
}

test("the years are a range, either end of which may be open, in either order", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await open(context, `${site.base}en/search/?q=cloud&from=2012&to=2014`);
  const dates = async () => {
    await page.locator(".results > li").first().waitFor();
    return page.locator(".results > li > .meta").evaluateAll((facts) => facts.map((it) => it.textContent.match(/\b20\d\d\b/)?.[0]).filter(Boolean));
  };
  const within = await dates();
  assert.ok(within.length > 0 && within.every((year) => year >= "2012" && year <= "2014"), String(within));
  assert.equal(await page.locator(".filters .chosen").last().textContent(), "2012–2014");
  await page.locator("[name=from]").selectOption("2014");
  await page.locator("[name=to]").selectOption("2012");
  await page.waitForURL(/from=2014&to=2012/);
  assert.deepEqual(await dates(), within);
  await page.locator("[name=from]").selectOption("");
  await page.waitForURL(/cloud&to=2012$/);
  await page.locator(".filters .chosen", { hasText: "–2012" }).waitFor();
  // The choice is shown before its results are.
  await page.locator(".results > li > .meta", { hasText: "2014" }).first().waitFor({ state: "detached" });
  const until = await dates();
  assert.ok(until.includes("2010") && until.every((year) => year <= "2012"), String(until));
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.waitForURL(/\?q=cloud$/);
  assert.equal(await page.locator("[name=from]").inputValue(), "");
  await context.close();
});
