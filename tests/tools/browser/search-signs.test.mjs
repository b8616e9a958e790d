// What a reader types beside the words makes no difference, nor do signs that nobody sees and marks that nobody types.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { archive, note } from "./archive.mjs";
import { DESK, launch } from "./browser.mjs";

const FACTS = { date: "2020-03-02", delegations: { north: {}, south: {} } };

let site;
let browser;

before(async () => {
  site = await archive({
    "site.yaml": { title: { en: "Archive", ja: "記録" }, base_url: "https://archive.example/" },
    "dialogues.yaml": { water: { title: { en: "Water", ja: "水対話" }, parties: ["north", "south"] } },
    "delegations.yaml": { north: { name: { en: "North", ja: "北国" } }, south: { name: { en: "South", ja: "南国" } } },
    "meetings/one.en.md": note(
      { title: "First meeting", ...FACTS, summary: "Mr. Kōno in Tōkyō: share the levels, in Zu\u0308rich and Łódź." },
    ),
    "meetings/one.ja.md": note(
      { title: "第1回会合", summary: "葛\u{e0100}城市と辻\ufe00村で「水位」を共有する。機\u00ad密のサー\u00adバ。" },
    ),
  });
  browser = await launch();
});

after(async () => {
  await browser.close();
  await site.remove();
});

for (const [lang, query, marks] of [
  ["en", '"share the levels"', ["share the levels"]],
  ["en", "share, levels", ["share", "levels"]],
  ["en", "(share)", ["share"]],
  ["en", "share/levels", ["share", "levels"]],
  ["en", "Tokyo kono", ["Kōno", "Tōkyō"]],
  ["en", "zürich", ["Zu\u0308rich"]],
  ["en", "lodz", ["Łódź"]],
  ["ja", "「水位」", ["水位"]],
  ["ja", "水位、共有", ["水位", "共有"]],
  ["ja", "葛城", ["葛\u{e0100}城"]],
  ["ja", "葛\u{e0100}城", ["葛\u{e0100}城"]],
  ["ja", "辻村", ["辻\ufe00村"]],
  ["ja", "機密", ["機\u00ad密"]],
  ["ja", "サーバー", ["サー\u00adバ"]],
]) {
  test(`“${query}” finds the meeting and is marked in it (${lang})`, async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    await page.goto(`${site.base}${lang}/search/?type=meeting&q=${encodeURIComponent(query)}`);
    await page.locator(".found:not(:empty)").waitFor();
    const found = page.locator(".results > li");
    assert.equal(await found.locator(":scope > a").evaluate((link) => link.getAttribute("href")), `../../${lang}/meetings/one/`);
    assert.deepEqual(await found.locator(".excerpt mark").allTextContents(), marks);
    await context.close();
  });
}
