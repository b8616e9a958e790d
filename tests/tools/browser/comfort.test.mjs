// What makes reading pleasant: light or dark as the reader likes it, copying, stillness, paper.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { DESK, PHONE, launch, open, shift, sideways, violations } from "./browser.mjs";
import { COMMITMENT, LANGUAGES, MEETING, PAGES } from "./pages.mjs";
import { serve } from "./site.mjs";

const MENU = { en: "Menu", ja: "メニュー" };
const SWITCH = { en: "Dark mode", ja: "ダークモード" };
const COPY_LINK = { en: "Copy link", ja: "リンクをコピー" };
const COPY_CITATION = { en: "Copy citation", ja: "引用情報をコピー" };
const PERMANENT_LINK = { en: "Permanent link", ja: "固定リンク" };
const CITE = { en: "How to cite", ja: "引用の方法" };
const LINK_COPIED = { en: "Link copied", ja: "リンクをコピーした" };

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

/** Whether a page is dark: its ground is darker than its text. */
function isDark(page) {
  return page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
    return light(backgroundColor) < light(color);
  });
}

function darkSwitch(page, lang) {
  return page.getByRole("banner").getByRole("button", { name: SWITCH[lang] });
}

test("the switch turns a page dark and back, and says which it is", async () => {
  for (const [device, colorScheme] of [[DESK, "light"], [PHONE, "dark"]]) {
    const context = await browser.newContext({ ...device, colorScheme });
    for (const lang of LANGUAGES) {
      const { page, said } = await open(context, `${site.base}${lang}/`);
      const wasDark = colorScheme === "dark";
      if (device === PHONE) await page.getByRole("button", { name: MENU[lang], exact: true }).click();
      const button = darkSwitch(page, lang);
      assert.equal(await button.getAttribute("aria-pressed"), String(wasDark));
      assert.equal(await isDark(page), wasDark);
      await button.focus();
      await page.keyboard.press("Enter");
      assert.equal(await button.getAttribute("aria-pressed"), String(!wasDark));
      assert.equal(await isDark(page), !wasDark);
      await page.keyboard.press("Space");
      assert.equal(await isDark(page), wasDark);
      assert.deepEqual(said, []);
      await page.close();
    }
    await context.close();
  }
});

test("a choice lasts over pages, reloads and visits, and other tabs follow", async () => {
  const context = await browser.newContext({ ...DESK, colorScheme: "light" });
  const { page } = await open(context, `${site.base}en/`);
  const other = (await open(context, `${site.base}ja/timeline/`)).page;
  await darkSwitch(page, "en").click();
  await other.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  assert.ok(await isDark(other));
  assert.equal(await darkSwitch(other, "ja").getAttribute("aria-pressed"), "true");
  await page.reload();
  assert.ok(await isDark(page));
  await page.getByRole("banner").getByRole("link", { name: "日本語" }).click();
  await page.waitForURL(`${site.base}ja/`);
  assert.ok(await isDark(page));
  await page.close();
  const later = (await open(context, `${site.base}en/${MEETING}`)).page;
  assert.ok(await isDark(later));
  await later.goto(site.base);
  assert.ok(await isDark(later), "the page without a switch as well");
  await context.close();
});

test("who chooses what the system has follows the system again", async () => {
  const context = await browser.newContext({ ...DESK, colorScheme: "light" });
  const { page } = await open(context, `${site.base}en/`);
  const button = darkSwitch(page, "en");
  await button.click();
  await page.emulateMedia({ colorScheme: "dark" });
  assert.ok(await isDark(page));
  await page.emulateMedia({ colorScheme: "light" });
  assert.ok(await isDark(page), "the choice stays whatever the system does");
  await button.click();
  assert.equal(await isDark(page), false);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.ok(await isDark(page));
  // The button follows when the page is told of the system's change, which may be a moment later.
  await button.and(page.locator('[aria-pressed="true"]')).waitFor();
  await context.close();
});

test("where storage is refused the switch works all the same, for as long as the page", async () => {
  const context = await browser.newContext({ ...DESK, colorScheme: "light" });
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  const { page, said } = await open(context, `${site.base}en/`);
  await darkSwitch(page, "en").click();
  assert.ok(await isDark(page));
  assert.deepEqual(said, []);
  await context.close();
});

test("pages turned against the system are as readable, and nothing moves or flashes while they load", async () => {
  for (const [device, colorScheme, chosen] of [[DESK, "light", "dark"], [PHONE, "dark", "light"]]) {
    const context = await browser.newContext({ ...device, colorScheme });
    await context.addInitScript((chosen) => localStorage.setItem("taiwa-theme", chosen), chosen);
    for (const lang of LANGUAGES) {
      for (const path of ["", MEETING, COMMITMENT, "matrix/"]) {
        const { page, said } = await open(context, `${site.base}${lang}/${path}`);
        assert.equal(await isDark(page), chosen === "dark", `/${lang}/${path}`);
        assert.deepEqual(said, []);
        assert.deepEqual(await violations(page), [], `/${lang}/${path}`);
        const moved = await shift(page);
        assert.ok(moved < 0.001, `/${lang}/${path}: ${moved}`);
        await page.close();
      }
    }
    await context.close();
  }
});

test("the script runs before the style, so that no page is painted in the wrong colours", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await open(context, `${site.base}en/`);
  const order = await page.evaluate(() =>
    [...document.head.querySelectorAll("script[src], link[rel=stylesheet]")].map((it) => [it.localName, it.async || it.defer || false]),
  );
  assert.deepEqual(order, [["script", false], ["link", false]]);
  await context.close();
});

test("without scripts there is no dead control, and the links to copy are links", async () => {
  const plain = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  for (const lang of LANGUAGES) {
    for (const path of PAGES) {
      const { page } = await open(plain, `${site.base}${lang}/${path}`);
      const names = await page.getByRole("button").evaluateAll((buttons) => buttons.map((it) => it.textContent.trim()));
      assert.deepEqual(names, [MENU[lang]], `/${lang}/${path}: the menu opens without a script`);
      await page.close();
    }
    for (const path of [MEETING, COMMITMENT]) {
      const { page } = await open(plain, `${site.base}${lang}/${path}`);
      await page.getByRole("link", { name: PERMANENT_LINK[lang], exact: true }).click();
      assert.equal(page.url(), `${site.base}${lang}/${path}`);
      await page.locator(".share").getByRole("link", { name: CITE[lang], exact: true }).click();
      assert.equal(page.url(), `${site.base}${lang}/${path}#_cite`);
      await page.close();
    }
  }
  await plain.close();
});

test("buttons copy the record's address and its citation, and say so", async () => {
  const context = await browser.newContext({ ...DESK, permissions: ["clipboard-read", "clipboard-write"] });
  for (const lang of LANGUAGES) {
    for (const path of [MEETING, COMMITMENT]) {
      const { page, said } = await open(context, `${site.base}${lang}/${path}#_cite`);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      assert.equal(await page.getByRole("link", { name: PERMANENT_LINK[lang], exact: true }).count(), 0);
      await page.getByRole("button", { name: COPY_LINK[lang] }).click();
      await page.getByRole("status").filter({ hasText: LINK_COPIED[lang] }).waitFor();
      assert.equal(await copied(), `${site.base}${lang}/${path}`);
      await page.getByRole("button", { name: COPY_CITATION[lang] }).click();
      const shown = await page.locator("#_citation").innerText();
      await page.waitForFunction(async (link) => (await navigator.clipboard.readText()) !== link, page.url().split("#")[0]);
      assert.equal(await copied(), shown);
      assert.deepEqual(said, []);
      await page.close();
    }
  }
  await context.close();
});

test("where nothing can be copied, or copying is refused, the plain links are there", async () => {
  const without = await browser.newContext(DESK);
  await without.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  const { page } = await open(without, `${site.base}ja/${MEETING}`);
  assert.ok(await page.getByRole("link", { name: PERMANENT_LINK.ja, exact: true }).isVisible());
  assert.equal(await page.getByRole("button", { name: COPY_LINK.ja }).count(), 0);
  await without.close();
  const refused = await browser.newContext(DESK);
  await refused.addInitScript(() => {
    const writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
  const there = await open(refused, `${site.base}en/${COMMITMENT}`);
  await there.page.getByRole("button", { name: COPY_LINK.en }).click();
  const link = there.page.getByRole("link", { name: PERMANENT_LINK.en, exact: true });
  await link.waitFor();
  assert.ok(await link.evaluate((link) => link === document.activeElement), "it has the focus");
  assert.deepEqual(there.said, []);
  await refused.close();
});

test("a heading of the notes has a link to itself, beside it and named by it", async () => {
  const context = await browser.newContext(PHONE);
  const { page } = await open(context, `${site.base}en/${MEETING}`);
  const heading = page.getByRole("heading", { name: "Cloud computing technology", exact: true });
  assert.equal(await heading.getAttribute("id"), "cloud");
  await page.getByRole("link", { name: "Link to “Cloud computing technology”" }).click();
  assert.equal(page.url(), `${site.base}en/${MEETING}#cloud`);
  await context.close();
});

test("who asks for less motion gets none", async () => {
  const scrolling = async (reducedMotion) => {
    const context = await browser.newContext({ ...DESK, reducedMotion });
    const { page } = await open(context, `${site.base}en/${MEETING}`);
    const found = await page.evaluate(() => ({
      scroll: getComputedStyle(document.documentElement).scrollBehavior,
      moving: document.getAnimations().length,
    }));
    await context.close();
    return found;
  };
  assert.deepEqual(await scrolling("reduce"), { scroll: "auto", moving: 0 });
  assert.equal((await scrolling("no-preference")).scroll, "smooth");
});

test("text of twice the size still fits a phone", async () => {
  const context = await browser.newContext({ ...PHONE, viewport: { width: 375, height: 740 } });
  for (const lang of LANGUAGES) {
    for (const path of PAGES) {
      const { page } = await open(context, `${site.base}${lang}/${path}`);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      assert.equal(await sideways(page), 0, `/${lang}/${path}`);
      await page.close();
    }
  }
  await context.close();
});

/** What a page says on paper, printed in dark surroundings; blanks and line ends left out. */
async function paper(address) {
  const folder = await mkdtemp(join(tmpdir(), "taiwa-paper-"));
  const context = await browser.newContext({ ...DESK, colorScheme: "dark" });
  const { page } = await open(context, address);
  const file = join(folder, "page.pdf");
  await page.emulateMedia({ media: "print" });
  const dark = await isDark(page);
  await page.pdf({ path: file, format: "A4" });
  const { stdout } = await promisify(execFile)("pdftotext", ["-layout", file, "-"]);
  await context.close();
  await rm(folder, { recursive: true });
  return { dark, lines: stdout.split("\n"), text: stdout.replace(/\s+/g, "") };
}

function assertHolds(text, parts) {
  for (const part of parts) assert.ok(text.includes(part.replace(/\s+/g, "")), `${part} is not on paper:\n${text}`);
}

function assertLacks(text, parts) {
  for (const part of parts) assert.ok(!text.includes(part.replace(/\s+/g, "")), `${part} is on paper`);
}

const HOME = "https://archive.example/dialogue/";
const SOURCE = "https://japan2.usembassy.gov/e/p/2010/tp-20101101-78.html";

test("a meeting prints as a record: date, text, version, sources with their addresses, and where it stands", async () => {
  const english = await paper(`${site.base}en/${MEETING}`);
  assertHolds(english.text, [
    "First Director-General Level Meeting",
    "November 1, 2010",
    "A summary in this archive’s own words. It is not a translation of an official text.",
    "Cloud computing technology",
    `<${SOURCE}>`,
    `How to cite this page“First Director-General Level Meeting”`,
    `${HOME}en/${MEETING}`,
  ]);
  assertLacks(english.text, ["Dark mode", "Copy link", "Permanent link", "Skip to content", "On this page", "Previous meeting", "technology#"]);
  const japanese = await paper(`${site.base}ja/${MEETING}`);
  assertHolds(japanese.text, [
    "第1回局長級会合",
    "2010年（平成22年）11月1日（月）",
    "本アーカイブのために作成した訳文。公式のものではない。",
    `<${SOURCE}>`,
    `このページを引用する場合の記載例`,
    `${HOME}ja/${MEETING}`,
  ]);
  assertLacks(japanese.text, ["ダークモード", "リンクをコピー", "固定リンク", "本文へ移動", "このページの内容", "次の会合"]);
  assert.ok(!english.dark && !japanese.dark, "paper is light");
});

test("a commitment prints with its assessment and that one's source", async () => {
  const english = await paper(`${site.base}en/${COMMITMENT}`);
  const reference = "2010-11-01-tokyo/second-meeting-in-2011";
  assertHolds(english.text, [reference, "Fulfilled", "June 10, 2011", "<http", `${HOME}en/${COMMITMENT}`]);
  assertLacks(english.text, ["Dark mode", "Copy citation", "Next commitment", "What these words mean"]);
  const japanese = await paper(`${site.base}ja/${COMMITMENT}`);
  assertHolds(japanese.text, [reference, "実施済み", "2011年（平成23年）6月10日（金）", `${HOME}ja/${COMMITMENT}`]);
});

test("both texts print beside each other", async () => {
  const { lines, text } = await paper(`${site.base}en/${MEETING}parallel/`);
  // A line of paper holds a line of each text.
  for (const both of [/^\s*English\s.*\s{2,}日本語/, /^\s*At the first director-general-level meeting.*\s{2,}第1回局長級会合/]) {
    assert.ok(lines.some((line) => both.test(line)), `${both} is not on paper:\n${lines.slice(0, 30).join("\n")}`);
  }
  assertHolds(text, [`Address${HOME}en/${MEETING}parallel/`]);
});
