// What a person does in VS Code with the extension; run by tests/tools/vscode with the program, code-server and a folder that
// has archive/ and extensions/.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import path from 'node:path';

const [program, codeServer, work] = process.argv.slice(2);
const { chromium } = createRequire(`${process.env.TAIWA_BROWSER_TOOLS}/package.json`)('playwright-core');
const root = path.join(work, 'archive');
const note = path.join(root, 'content/meetings/2010-11-01-tokyo.en.md');

const change = (from, to) => {
  const text = readFileSync(note, 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(note, text.replace(from, to));
};

/** Its own port, since code-server does not say which one it took. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// Notes which process each run of the program is, so that its end can be seen.
function programThatTells() {
  const file = path.join(work, 'taiwa');
  writeFileSync(file, `#!/bin/sh\necho "$$ $1" >> '${work}/runs'\nexec '${program}' "$@"\n`, { mode: 0o755 });
  return file;
}

function running(command) {
  return readFileSync(path.join(work, 'runs'), 'utf8').trim().split('\n').map((line) => line.split(' '))
    .filter(([process, name]) => name === command && existsSync(`/proc/${process}`)).length;
}

async function until(what, so) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await so()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`it never came to this: ${what}`);
}

function settings() {
  const folder = path.join(work, 'user/User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({
    'taiwa.path': programThatTells(), 'workbench.startupEditor': 'none', 'security.workspace.trust.enabled': false,
  }));
}

async function command(page, text) {
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.type(text);
  await page.locator(`.quick-input-list .monaco-list-row:has-text("${text}")`).first().waitFor();
  await page.keyboard.press('Enter');
}

async function session(page, address) {
  change('track: process', 'track: proces');
  await page.goto(`${address}/?folder=${encodeURIComponent(root)}`);
  await page.waitForSelector('.monaco-workbench');
  await command(page, 'Problems: Focus on Problems View');
  await page.waitForSelector('.markers-panel >> text=no track is called `proces`');
  await page.waitForSelector('.markers-panel >> text=did you mean `process`?');
  change('track: proces\n', 'track: process\n');
  await page.waitForSelector('.markers-panel >> text=no track is called `proces`', { state: 'detached' });
  console.log('a mistake is in the list of problems while it is in the file');

  await command(page, 'taiwa: Open preview');
  await page.waitForSelector('.tab:has-text("Simple Browser")');
  assert.equal(running('serve'), 1);
  await page.locator('.tab:has-text("Simple Browser")').click();
  await command(page, 'View: Close Editor');
  await until('the preview ended with its tab', () => running('serve') === 0);
  console.log('the preview opens, and ends with its tab');

  await command(page, 'taiwa: New meeting');
  await page.waitForSelector('.quick-input-widget >> text=The id of the meeting');
  await page.keyboard.type('2026-03-02-city');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.tab:has-text("2026-03-02-city.en.md")');
  assert.ok(existsSync(path.join(root, 'content/meetings/2026-03-02-city.ja.md')));
  console.log('a new meeting is made and opened');

  await page.locator('.editor-group-container.active .monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('[[track:clo');
  await page.waitForSelector('.suggest-widget.visible .monaco-list-row:has-text("cloud")');
  console.log('records are offered while one types');
  assert.equal(running('lsp'), 1);
}

async function main() {
  settings();
  const port = await freePort();
  const log = openSync(path.join(work, 'log'), 'w');
  const server = spawn('node', [
    path.join(codeServer, 'out/node/entry.js'), '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry',
    '--disable-update-check', '--extensions-dir', path.join(work, 'extensions'), '--user-data-dir', path.join(work, 'user'), root,
  ], { stdio: ['ignore', log, log] });
  const browser = await chromium.launch({ executablePath: process.env.TAIWA_CHROMIUM, args: ['--no-sandbox'] });
  try {
    const address = `http://127.0.0.1:${port}`;
    await until('code-server answers', () => fetch(`${address}/healthz`).then((answer) => answer.ok, () => false));
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(60_000);
    await session(page, address).catch(async (error) => {
      await page.screenshot({ path: '/tmp/taiwa-vscode.png' });
      console.error('what was seen is in /tmp/taiwa-vscode.png');
      throw error;
    });
  } finally {
    await browser.close();
    server.kill();
  }
  console.log('the extension works in a real VS Code');
}

await main();
