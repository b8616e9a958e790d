// The preview in a real browser: an open page follows what is saved, and shows what is wrong, without a touch.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";

import { DESK, PHONE, launch, open, violations } from "./browser.mjs";
import { POLICY } from "./site.mjs";

const PROGRAM = process.env.TAIWA_PROGRAM;
const RECORD = "2010-11-01-tokyo";
const PATIENCE = { timeout: 20_000 };

let archive;
let preview;
let browser;

before(async () => {
  archive = await mkdtemp(join(tmpdir(), "taiwa-preview-"));
  for (const folder of ["content", "themes"]) {
    await cp(new URL(`../../../${folder}`, import.meta.url), join(archive, folder), { recursive: true });
  }
  preview = await serve(0);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await preview?.stop();
  await rm(archive, { recursive: true, force: true });
});

/** Starts the preview on a port; gives its address when the first build stands. */
async function serve(port) {
  const child = spawn(PROGRAM, ["serve", "--port", String(port), "--editor", "vscode", "--root", archive], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^(http:\S+)/.exec(line)?.[1];
    if (address) {
      child.stdout.resume();
      return { base: address, port: new URL(address).port, stop: () => child.kill("SIGINT") && ended };
    }
  }
  throw new Error("the preview did not start");
}

async function save(path, change) {
  const file = join(archive, path);
  const text = await readFile(file, "utf8");
  const changed = change(text);
  assert.notEqual(changed, text, path);
  await writeFile(file, changed);
}

const note = (lang) => `content/meetings/${RECORD}.${lang}.md`;

test("a record shows a save, then what is wrong with the next, then the mended page", async () => {
  const context = await browser.newContext(DESK);
  const { page, response, said } = await open(context, `${preview.base}en/meetings/${RECORD}/`);
  assert.equal(response.headers()["content-security-policy"], POLICY.split("; base-uri")[0]);
  await page.evaluate(() => scrollTo(0, 700));
  await save(note("en"), (text) => text.replace(/^title: .*$/m, "title: A title just saved"));
  await page.getByRole("heading", { level: 1, name: "A title just saved" }).waitFor(PATIENCE);
  await page.waitForFunction(() => Math.abs(scrollY - 700) < 60, null, PATIENCE);

  await save(note("en"), (text) => text.replace(/^( +)track: .*$/m, "$1track: 総務 # nowhere"));
  const alert = page.getByRole("alert");
  await alert.getByText("no track is called `総務`").waitFor(PATIENCE);
  assert.match(await alert.innerText(), new RegExp(`${note("en")}:\\d+:\\d+`));
  assert.equal(await alert.locator("mark").first().innerText(), "総務");
  assert.equal(await page.locator("h1").innerText(), "A title just saved");
  assert.deepEqual(await violations(page, { within: [".taiwa-preview-board", ".taiwa-preview-bar"] }), []);

  await save(note("en"), (text) => text.replace("track: 総務 # nowhere", "track: cloud").replace("A title just saved", "A mended title"));
  await page.getByRole("heading", { level: 1, name: "A mended title" }).waitFor(PATIENCE);
  assert.equal(await alert.innerText(), "");
  assert.deepEqual(said, []);
  await context.close();
});

test("a page that follows goes to the record that is saved, on a phone and in Japanese too", async () => {
  const context = await browser.newContext(PHONE);
  const { page } = await open(context, `${preview.base}ja/meetings/`);
  const follow = page.getByLabel("編集中の記録を追って表示する");
  await follow.check();
  await save(note("ja"), (text) => `${text}\n保存した一文。\n`);
  await page.waitForURL(`**/ja/meetings/${RECORD}/`, PATIENCE);
  await page.getByText("保存した一文。").first().waitFor(PATIENCE);
  assert.equal(await page.getByLabel("編集中の記録を追って表示する").isChecked(), true);
  await context.close();
});

test("each block and fact leads to its line, quietly, by the mouse and the keyboard", async () => {
  const context = await browser.newContext(DESK);
  const { page, said } = await open(context, `${preview.base}en/meetings/${RECORD}/`);
  const paragraph = page.locator('.prose p[data-unit]').first();
  const link = paragraph.locator("a.taiwa-preview-edit");
  await link.waitFor({ ...PATIENCE, state: "attached" });
  const text = await readFile(join(archive, note("en")), "utf8");
  const href = await link.getAttribute("href");
  const line = Number(/:(\d+):1$/.exec(href)[1]);
  assert.equal(href, `vscode://file${archive}/${note("en")}:${line}:1`);
  const words = (await paragraph.innerText()).slice(0, 12);
  assert.ok(text.split("\n")[line - 1].startsWith(words), `${words} in line ${line}`);
  assert.equal(await link.getAttribute("aria-label"), `Open ${note("en")}, line ${line}, in the editor`);

  const opacity = (it) => it.evaluate((element) => getComputedStyle(element).opacity);
  await page.mouse.move(0, 0);
  assert.equal(await opacity(link), "0");
  await paragraph.hover();
  assert.equal(await opacity(link), "1");
  await page.mouse.move(0, 0);
  await page.keyboard.press("Tab");
  await link.focus();
  assert.equal(await opacity(link), "1");
  assert.deepEqual(await violations(page, { within: ["main"] }), []);

  // They take no room: the page is as wide and as high as without them.
  const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  const before = await size();
  await page.evaluate(() => document.querySelectorAll(".taiwa-preview-edit").forEach((it) => it.remove()));
  assert.deepEqual(await size(), before);

  await save(note("en"), (text) => text.replace("---\n", "---\n# One line more.\n"));
  await page.locator(`a.taiwa-preview-edit[href$=":${line + 1}:1"]`).first().waitFor({ ...PATIENCE, state: "attached" });
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("a.taiwa-preview-edit:visible").count(), 0);
  assert.deepEqual(said, []);
  await context.close();
});

test("styles change without a reload", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await open(context, `${preview.base}en/`);
  await page.evaluate(() => {
    window.stays = true;
  });
  await save("themes/default/static/style.css", (text) => `${text}\nbody { outline: 7px solid rgb(1, 2, 3); }\n`);
  await page.waitForFunction(() => getComputedStyle(document.body).outlineWidth === "7px", null, PATIENCE);
  assert.equal(await page.evaluate(() => window.stays), true);
  assert.equal(await page.locator('link[rel="stylesheet"][href*="assets/style."]').count(), 1);
  await context.close();
});

test("an open page finds the preview again when it was started anew", async () => {
  const context = await browser.newContext(DESK);
  const { page } = await open(context, `${preview.base}en/meetings/${RECORD}/`);
  const { port } = preview;
  await preview.stop();
  await save(note("en"), (text) => text.replace(/^title: .*$/m, "title: Saved while nobody looked"));
  preview = await serve(port);
  await page.getByRole("heading", { level: 1, name: "Saved while nobody looked" }).waitFor(PATIENCE);
  await context.close();
});
