// An archive that grew: 300 meetings, a track of 2,100 points that go on from one another, a meeting of 60 bodies. Every page
// opens, is no wider than the screen, and its pictures and tables scroll in boxes of their own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { archive, note } from "./archive.mjs";
import { DESK, PHONE, launch, open, violations } from "./browser.mjs";

const MEETINGS = 300;
const POINTS = 7;
const TRACKS = 30;
const BODIES = 60;
const PAGES = ["", "meetings/", "commitments/", "matrix/", "timeline/", "tracks/", "tracks/big/", "meetings/m299/", "meetings/m299/parallel/", "organizations/", "delegations/north/"];

function files() {
  const two = (en, ja) => ({ en, ja });
  const ids = Array.from({ length: BODIES }, (_, n) => `body-${n}`);
  const found = {
    "site.yaml": { title: two("A large archive", "大きなアーカイブ") },
    "dialogues.yaml": { talks: { title: two("Talks", "対話"), parties: ["north", "south"] } },
    "delegations.yaml": { north: { name: two("North", "北国") }, south: { name: two("South", "南国") } },
    "organizations.yaml": Object.fromEntries(ids.map((id, n) => [id, { delegation: "north", name: two(`Body ${n}`, `機関${n}`), reading: "きかん" }])),
    "tracks.yaml": Object.fromEntries([["big", { title: two("The big track", "大きな分野") }], ...Array.from({ length: TRACKS }, (_, n) => [`t${n}`, { title: two(`Track ${n}`, `分野${n}`) }])]),
  };
  for (let n = 0; n < MEETINGS; n += 1) {
    const date = `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-10`;
    const points = Array.from({ length: POINTS }, (_, p) => ({
      id: `p${p}`, kind: ["undertaking", "continuation", "shared-view"][p % 3], track: ["big", `t${(n + p) % TRACKS}`], delegations: ["north", "south"],
      title: `Point ${p} of meeting ${n}`, text: `What they set down as point ${p} of meeting ${n}`, ...(n > 0 && p < 3 && { continues: [`m${n - 1}/p${p}`] }),
    }));
    const north = n === MEETINGS - 1 ? { organizations: ids } : {};
    found[`meetings/m${n}.en.md`] = note({ title: `Meeting ${n}`, number: n + 1, date, place: `City ${n % 40}`, delegations: { north, south: {} }, commitments: points });
    found[`meetings/m${n}.ja.md`] = note({ title: `会合${n}`, place: `第${n % 40}市`, commitments: points.map(({ id, title }) => ({ id, title: `${title}の日本語`, text: `${title}の文` })) });
  }
  return found;
}

let site;
let browser;

before(async () => {
  site = await archive(files());
  browser = await launch();
});

after(async () => {
  await browser.close();
  await site.remove();
});

test("no page is wider than a screen, and each is there within seconds", async () => {
  for (const device of [DESK, PHONE, { viewport: { width: 320, height: 640 } }]) {
    const context = await browser.newContext(device);
    for (const lang of ["en", "ja"]) {
      for (const path of PAGES) {
        const { page, said } = await open(context, `${site.base}${lang}/${path}`);
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({ scrollWidth: document.scrollingElement.scrollWidth, clientWidth: document.scrollingElement.clientWidth }));
        assert.ok(scrollWidth <= clientWidth || scrollWidth <= device.viewport.width, `/${lang}/${path}: ${scrollWidth}`);
        assert.deepEqual(said, [], `/${lang}/${path}`);
        await page.close();
      }
    }
    await context.close();
  }
});

test("pictures and tables are no higher than the window, and their heads and newest marks are in view", async () => {
  const context = await browser.newContext(DESK);
  for (const [path, box] of [["timeline/", ".picture"], ["tracks/big/", ".picture"], ["matrix/", ".scroll"]]) {
    const { page } = await open(context, `${site.base}en/${path}`);
    const { height, newest } = await page.locator(box).first().evaluate((it) => {
      const edge = it.getBoundingClientRect();
      const links = [...it.querySelectorAll('a[href*="/m299/"]')].map((link) => link.getBoundingClientRect());
      return { height: edge.height, newest: links.some((link) => link.left >= edge.left && link.right <= edge.right && link.top <= edge.bottom) };
    });
    assert.ok(height <= 900, `${path}: ${height}`);
    assert.ok(newest, `${path}: the newest meeting is in view`);
    await page.close();
  }
  const { page } = await open(context, `${site.base}en/matrix/`);
  await page.locator(".scroll").evaluate((it) => it.scrollTo(0, it.scrollHeight));
  const [box, head] = [await page.locator(".scroll").boundingBox(), await page.locator(".matrix thead th").first().boundingBox()];
  assert.ok(Math.abs(head.y - box.y) < 2, `${head.y} in ${box.y}`);
  await context.close();
});

test("a picture of a long track says that it shows the newest, and lists no more than those", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await open(context, `${site.base}en/tracks/big/`);
  assert.match(await page.locator("main").innerText(), /The picture shows the newest 300 of the linked points\./);
  assert.equal(await page.locator(".behind .thread > li").count(), 300);
  assert.equal(await page.locator("table.points tbody tr").count(), 200);
  await context.close();
});

test("a meeting of sixty bodies folds them, and stands checking", async () => {
  const context = await browser.newContext(PHONE);
  for (const lang of ["en", "ja"]) {
    const { page } = await open(context, `${site.base}${lang}/meetings/m299/`);
    const shown = () => page.locator(".sides li").evaluateAll((items) => items.filter((it) => it.checkVisibility()).length);
    assert.equal(await shown(), 0);
    await page.locator("summary:has-text('60')").click();
    assert.equal(await shown(), BODIES);
    assert.deepEqual(await violations(page), []);
    await page.close();
  }
  await context.close();
});

test("an address with a place that is gone opens the page", async () => {
  const context = await browser.newContext(DESK);
  for (const place of ["nowhere", "%", "%E3%81", "_main", "x".repeat(10_000)]) {
    const { page, said } = await open(context, `${site.base}en/meetings/m1/#${place}`);
    await page.mouse.wheel(0, 2000);
    await page.waitForTimeout(300);
    assert.equal(await page.locator("h1").innerText(), "Meeting 1");
    assert.deepEqual(said, [], place.slice(0, 20));
    await page.close();
  }
  await context.close();
});
