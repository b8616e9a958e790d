// Questions as readers ask them, each with what a person would call the answer. It comes first.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESK, launch } from "./browser.mjs";
import { serve } from "./site.mjs";

const QUESTIONS = {
  en: {
    "what was promised about 5G": "tracks/networks-5g/",
    "5G promise": "tracks/networks-5g/",
    "5g": "tracks/networks-5g/",
    cybersecurty: "tracks/cybersecurity/",
    "third country": "tracks/development-third-countries/",
    "What did they agree on cloud computing?": "tracks/cloud/",
    '"cloud computing"': "tracks/cloud/",
    AI: "tracks/emerging-tech/",
    "emerging technologies": "tracks/emerging-tech/",
    spectrum: "tracks/networks-5g/",
    "submarine cables": "tracks/networks-5g/",
    privacy: "tracks/data-privacy/",
    "data flow": "tracks/data-privacy/",
    "internet governance": "tracks/open-internet/",
    "third countries": "tracks/development-third-countries/",
    disaster: "tracks/disaster-challenges/",
    disasters: "tracks/disaster-challenges/",
    "digital government": "tracks/digital-government/",
    "13th meeting": "meetings/2023-03-06-washington/",
    "thirteenth meeting": "meetings/2023-03-06-washington/",
    "the fourth meeting": "meetings/2012-10-18-washington/",
    MIC: "organizations/mic/",
    FCC: "organizations/fcc/",
    ACCJ: "organizations/accj/",
    Keidanren: "organizations/keidanren/",
    "State Department": "organizations/state/",
    "Philip Verveer": "people/philip-verveer/",
    Vervear: "people/philip-verveer/",
    "総務省": "organizations/mic/",
  },
  ja: {
    "5Gについて何を約束したか": "tracks/networks-5g/",
    "５Ｇ": "tracks/networks-5g/",
    "第13回": "meetings/2023-03-06-washington/",
    "第１３回会合": "meetings/2023-03-06-washington/",
    "サイバーセキュリティ": "tracks/cybersecurity/",
    "サイバーセキュリティーについて何を決めましたか": "tracks/cybersecurity/",
    "ｸﾗｳﾄﾞに関する約束": "tracks/cloud/",
    "クラウド": "tracks/cloud/",
    "災害": "tracks/disaster-challenges/",
    "周波数": "tracks/networks-5g/",
    "海底ケーブル": "tracks/networks-5g/",
    "電子政府": "tracks/digital-government/",
    "総務省": "organizations/mic/",
    AI: "tracks/emerging-tech/",
    "Verveer": "people/philip-verveer/",
    "局長級会合とは": "glossary/#term-4",
  },
};

let site;
let browser;

before(async () => {
  site = await serve(process.env.TAIWA_SITE, "/");
  browser = await launch();
});

after(async () => {
  await browser.close();
  await site.stop();
});

for (const [lang, questions] of Object.entries(QUESTIONS)) {
  test(`what answers a question comes first (${lang})`, async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    const wrong = [];
    for (const [question, answer] of Object.entries(questions)) {
      await page.goto(`${site.base}${lang}/search/?q=${encodeURIComponent(question)}`);
      await page.locator(".found:not(:empty)").waitFor();
      const links = page.locator(".results > li > a");
      const first = (await links.count()) > 0 ? await links.first().evaluate((link) => link.href) : "nothing";
      if (first !== `${site.base}${lang}/${answer}`) wrong.push(`${question}: ${first}`);
    }
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

test("there are at least forty questions", () => {
  assert.ok(Object.values(QUESTIONS).flatMap(Object.keys).length >= 40);
});

async function asked(lang, query) {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  await page.goto(`${site.base}${lang}/search/${query}`);
  await page.locator(".found:not(:empty)").waitFor();
  return { context, page, said: await page.locator(".found").innerText() };
}

test("a word that is nowhere is taken for the nearest, and the page says so", async () => {
  const { context, said } = await asked("en", "?q=cybersecurty");
  assert.match(said, /^\d+ results/);
  assert.ok(said.endsWith("Showing results for “cybersecurity”, the nearest word in this archive."), said);
  await context.close();
});

test("where no record has all words, those with the most are shown, and the page says so", async () => {
  const { context, page, said } = await asked("en", "?q=cloud%20zeppelin%20xylophone");
  assert.ok(said.endsWith("No record has all the words. These have the most of them."), said);
  assert.equal(await page.locator(".results mark").first().innerText(), "Cloud");
  await context.close();
});

test("a track that a query names is shown with its points and what became of them", async () => {
  const { context, page } = await asked("en", "?q=cloud");
  const lead = page.locator(".results > .lead");
  assert.match(await lead.innerText(), /Undertaking 2\b.*Shared view 5\b/s);
  assert.match(await lead.innerText(), /Continued 1\b/);
  await lead.getByRole("link", { name: "Undertaking 2" }).click();
  await page.locator(".found", { hasText: "2 results" }).waitFor();
  assert.equal(new URL(page.url()).search, "?type=commitment&track=cloud&kind=undertaking");
  await context.close();
});

test("results can be put in order of time", async () => {
  const { context, page } = await asked("en", "?q=privacy&type=commitment");
  const days = () => page.locator(".results .meta > span:nth-child(2)").allInnerTexts();
  const before = await days();
  await page.getByLabel("Order").selectOption("date");
  await page.waitForURL(/order=date/);
  await page.waitForFunction((before) => document.querySelector(".results .meta > span:nth-child(2)").innerText !== before, before[0]).catch(() => {});
  const years = (await days()).map((day) => Number(day.match(/\d{4}/)[0]));
  assert.deepEqual(years, years.toSorted((a, b) => b - a));
  await context.close();
});

test("a question of ten thousand letters, of markup or of signs breaks nothing", async () => {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${site.base}en/search/`);
  for (const query of ["a".repeat(10000), "について".repeat(2500), "<img src=x onerror=alert(1)>", "%", "%zz%00", '"""', "(".repeat(500)]) {
    await page.getByRole("searchbox").fill(query);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.locator(".found:not(:empty)").waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, query.slice(0, 20));
  }
  assert.deepEqual(errors, []);
  await context.close();
});

test("the switch of languages keeps the question, the filters and the order", async () => {
  const { context, page } = await asked("en", "?q=cloud&order=date&type=commitment");
  await page.locator(".switch a").click();
  await page.locator(".found:not(:empty)").waitFor();
  assert.equal(page.url(), `${site.base}ja/search/?q=cloud&order=date&type=commitment`);
  await context.close();
});

test("the switch of languages keeps the place on a page", async () => {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  await page.goto(`${site.base}en/commitments/#y2012`);
  assert.equal(await page.locator(".switch a").getAttribute("href"), "../../ja/commitments/#y2012");
  await page.evaluate(() => document.getElementById("_2011-06-09-washington").scrollIntoView());
  await page.waitForFunction(() => /2011-06-09-washington$/.test(document.querySelector(".switch a").getAttribute("href")));
  await context.close();
});

test("a stroke leads to the search field of every page, and from there to the answer", async () => {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  await page.goto(`${site.base}en/`);
  await page.keyboard.press("/");
  await page.keyboard.type("5G");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/search\/\?q=5G$/);
  await page.locator(".results > li").first().waitFor();
  await context.close();
});
