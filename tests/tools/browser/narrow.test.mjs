// Whatever is written, no page is wider than a narrow screen, and what is touched has room: an archive whose every title is
// one word of 400 letters, and every text a long address, at 320 pixels.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { archive, note } from "./archive.mjs";
import { launch } from "./browser.mjs";

const NARROW = { viewport: { width: 320, height: 640 } };
const ADDRESS = "https://www.example.jp/main_sosiki/joho_tsusin/eng/presentation/pdf/111101_1_internet_economy_joint_statement.pdf";
const LONG = { en: "Supercalifragilistic".repeat(20), ja: "インターネットエコノミ".repeat(37).slice(0, 400) };
const TEXT = { en: `See ${ADDRESS}, ${LONG.en}`, ja: `参照：${ADDRESS}、${LONG.ja}` };

/** Of each kind of content, everything that a text can be written in. */
function files() {
  const long = (end = "") => ({ en: LONG.en + end, ja: LONG.ja + end });
  const meeting = (date) => ({ date, delegations: { north: { organizations: ["ministry"], heads: [{ person: "someone", as: LONG.en }] }, south: {} } });
  return {
    "site.yaml": { title: long(), description: TEXT, publisher: long(), license: { name: LONG.en, url: ADDRESS }, levels: { high: long() } },
    "dialogues.yaml": {
      water: { title: long("w"), abbreviation: LONG.en.slice(0, 100), parties: ["north", "south"], summary: TEXT, names: [{ until: "2020-01-01", title: long("v") }] },
      earth: { title: long("e"), parties: ["north", "south"] },
    },
    "delegations.yaml": { north: { name: long("n") }, south: { name: long("s") } },
    "organizations.yaml": {
      ministry: { delegation: "north", name: long("m"), abbreviation: LONG.en.slice(0, 80), reading: "あ".repeat(400), url: ADDRESS, names: [{ until: "2020-01-01", name: long("o") }] },
      bureau: { delegation: "north", parent: "ministry", name: long("b") },
    },
    "people.yaml": {
      someone: { name: long("p"), family: long(), given: long(), reading: "い".repeat(400), roles: [{ organization: "ministry", title: long(), from: "2020-01-01" }] },
    },
    "tracks.yaml": { floods: { title: long("f"), summary: TEXT }, drought: { title: long("d") } },
    "glossary.yaml": [{ ...long("g"), avoid: { ja: [`${LONG.ja}h`] }, note: TEXT }],
    "pages/about.en.md": note({ title: LONG.en }, body("en")),
    "pages/about.ja.md": note({ title: LONG.ja }, body("ja")),
    "meetings/one.en.md": note(
      {
        title: LONG.en, summary: TEXT.en, dialogue: "water", number: 1, level: "high", ...meeting("2020-03-02"), place: LONG.en,
        commitments: [
          { id: "c1", kind: "undertaking", track: "floods", delegations: ["north", "south"], organizations: ["ministry"], verb: LONG.en, text: LONG.en, due: "2021-12-31", forums: [LONG.en],
            assessments: [{ status: "fulfilled", date: "2021-01-01", by: "archive", source: "statement", note: TEXT.en }] },
        ],
        documents: [{ id: "statement", title: LONG.en, url: ADDRESS, publisher: LONG.en, language: "en", date: "2020-03-02" }],
        version: { status: "authentic", source: "statement" },
        corrections: [{ date: "2021-01-01", note: TEXT.en }],
      },
      body("en"),
    ),
    "meetings/one.ja.md": note({ title: LONG.ja, summary: TEXT.ja, place: LONG.ja, commitments: [{ id: "c1", verb: LONG.ja, text: LONG.ja }] }, body("ja")),
    "meetings/two.en.md": note({
      title: `${LONG.en}2`, dialogue: "water", number: 2, ...meeting("2021-03-02"), place: LONG.en,
      commitments: [{ id: "c2", kind: "continuation", track: "floods", delegations: ["north"], text: `${LONG.en}2`, continues: ["one/c1"] }],
    }),
    "meetings/two.ja.md": note({ title: `${LONG.ja}2`, place: LONG.ja, commitments: [{ id: "c2", text: `${LONG.ja}2` }] }),
    "meetings/gone.en.md": note({ title: LONG.en, dialogue: "earth", ...meeting("2019-03-02"), release: "withdrawn", place: LONG.en }),
    "meetings/gone.ja.md": note({ title: LONG.ja, place: LONG.ja }),
  };
}

function body(lang) {
  const [word, text] = [LONG[lang], TEXT[lang]];
  return [
    `## ${word} {#one}`, text, `### ${word}`, `- ${word}\n- ${text}`, `> ${word}`, `| ${word} | a |\n|---|---|\n| ${text} | b |`,
    `${word}[^n] \`${word}\` [${word}](${ADDRESS}) <${ADDRESS}>`, "```\n" + word + "\n```", `[^n]: ${text}`,
    `${word}\n: ${text}`, `[[redacted: ${word}; ${text}]]`,
  ].join("\n\n");
}

let site;
let browser;
let pages;

before(async () => {
  site = await archive(files());
  const found = await readdir(site.folder, { recursive: true });
  pages = found.filter((file) => file.endsWith(".html")).map((file) => file.replace(/index\.html$/, "")).sort();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await site.remove();
});

/** Opens every page, and gives what a look at each has to say. */
async function everywhere(look, given, device = NARROW) {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  const said = [];
  for (const path of pages) {
    await page.goto(site.base + path);
    // The search page shows what was found as well.
    if (/search\/$/.test(path)) {
      await page.goto(`${site.base}${path}?q=${encodeURIComponent(path.startsWith("ja") ? "インター" : "super")}`);
      await page.locator(".results > li").first().waitFor();
    }
    await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
    said.push(...(await page.evaluate(look, given)).map((line) => `/${path}: ${line}`));
  }
  await context.close();
  return said;
}

test("every kind of page is there", () => {
  for (const lang of ["en", "ja"]) {
    for (const path of ["", "meetings/", "meetings/one/", "meetings/one/parallel/", "meetings/gone/", "commitments/", "commitments/one/c1/",
      "tracks/", "tracks/floods/", "delegations/", "delegations/north/", "organizations/", "organizations/ministry/", "people/",
      "people/someone/", "timeline/", "matrix/", "glossary/", "status/", "coverage/", "corrections/", "search/", "downloads/", "pages/about/"]) {
      assert.ok(pages.includes(`${lang}/${path}`), `${lang}/${path}`);
    }
  }
});

test("no page is wider than 320 pixels", async () => {
  const wide = await everywhere(() => {
    const { scrollWidth } = document.scrollingElement;
    return scrollWidth > 320 ? [`${scrollWidth}px`] : [];
  });
  assert.deepEqual(wide, []);
});

test("nothing that stands in no box of its own that scrolls is cut off", async () => {
  const cut = await everywhere(() => {
    const isFree = (it) => it.closest(".scroll, pre, .contents, .skip, svg, [hidden], .theme, legend, table") === null;
    return [...document.querySelectorAll("body *")]
      .filter((it) => isFree(it) && it.getClientRects().length > 0 && it.getBoundingClientRect().right > 320.5)
      .map((it) => `${it.outerHTML.slice(0, 100)} ends at ${it.getBoundingClientRect().right}`);
  });
  assert.deepEqual(cut, []);
});

for (const [name, device, mayStandApart] of [
  ["with a finger", { ...NARROW, isMobile: true, hasTouch: true }, false],
  ["with a mouse", NARROW, true],
]) {
  test(`what is touched ${name} is 24 pixels wide and high, or stands in a text (WCAG 2.2, 2.5.8)`, async () => {
    assert.deepEqual(await everywhere(small, mayStandApart, device), []);
  });
}

/** The targets that are too small; one that stands so far from others that none is met in its place may be. */
function small(mayStandApart) {
  const SIZE = 24;
  const targets = [...document.querySelectorAll("a[href], button, summary, select, input, textarea")]
    .filter((it) => it.closest("svg, .skip") === null && it.checkVisibility())
    .map((it) => ({ it, box: (it.closest("label") ?? it).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  // Between words, the line gives the height.
  const isInText = (it) => {
    const around = it.closest(":not(a, sup)").cloneNode(true);
    around.querySelectorAll("a, button, .tag").forEach((link) => link.remove());
    return getComputedStyle(it).display === "inline" && /[\p{L}\p{N}]/u.test(around.textContent);
  };
  const reaches = (a, b) => {
    const [x, y] = [a.left + a.width / 2, a.top + a.height / 2];
    const [left, top] = [Math.min(Math.max(x, b.left), b.right), Math.min(Math.max(y, b.top), b.bottom)];
    return Math.hypot(left - x, top - y) < SIZE / 2;
  };
  const isApart = (one) => mayStandApart && targets.every((other) => other === one || !reaches(one.box, other.box));
  return targets
    .filter((one) => Math.min(one.box.width, one.box.height) < SIZE - 0.5 && !isInText(one.it) && !isApart(one))
    .map(({ it, box }) => `${it.outerHTML.slice(0, 100)} is ${box.width}x${box.height}`);
}
