// Every text of the extension is there in both languages, with the same arguments, and none is left over.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const text = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const json = (name) => JSON.parse(text(name));
const args = (message) => (message.match(/\{\d\}/g) ?? []).sort();

test('the messages of the code are in Japanese too', () => {
  const code = readdirSync(new URL('../src', import.meta.url)).map((name) => text(`src/${name}`)).join('\n');
  const used = [...code.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map((it) => it[1]);
  const japanese = json('l10n/bundle.l10n.ja.json');
  assert.ok(used.length > 10);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(japanese).sort());
  for (const [english, translated] of Object.entries(japanese)) {
    assert.deepEqual(args(translated), args(english));
    assert.match(translated, /[ぁ-んァ-ヶ一-龠]/);
  }
});

test('the texts of package.json are in both languages', () => {
  const used = [...text('package.json').matchAll(/"%([A-Za-z]+)%"/g)].map((it) => it[1]).sort();
  const japanese = json('package.nls.ja.json');
  assert.deepEqual(Object.keys(json('package.nls.json')).sort(), used);
  assert.deepEqual(Object.keys(japanese).sort(), used);
  for (const translated of Object.values(japanese)) assert.match(translated, /[ぁ-んァ-ヶ一-龠]/);
});

test('every command of package.json is described, offered and registered', () => {
  const { commands, menus } = json('package.json').contributes;
  const names = commands.map((it) => it.command).sort();
  assert.deepEqual(menus.commandPalette.map((it) => it.command).sort(), names);
  assert.deepEqual([...text('src/extension.js').matchAll(/registerCommand\('([^']+)'/g)].map((it) => it[1]).sort(), names);
});
