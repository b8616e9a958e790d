// The index of the search page, read by the page's own script, against a search of every text without any index.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";

const SITE = process.env.TAIWA_SITE;
const FOLDER = join(SITE, "data/search");
const CASES = JSON.parse(await readFile(new URL("../search/keys.json", import.meta.url)));

let script;
let index;
let texts;

before(async () => {
  const files = await readdir(join(SITE, "assets"));
  await import(pathToFileURL(join(SITE, "assets", files.find((name) => /^search\..*\.js$/.test(name)))));
  script = globalThis.taiwaSearch;
  index = await script.Index.open(async (name) => new Uint8Array(await readFile(join(FOLDER, name))));
  texts = await everyText();
});

/** Every text of the index with its number: twice its record's, and one more for the second language. */
async function everyText() {
  const all = [];
  for (const [record, { languages }] of index.records.entries()) {
    for (const language of languages) {
      const number = 2 * record + index.manifest.languages.indexOf(language);
      const text = await index.text(record, language);
      all.push({ ...text, number, keys: [script.keyed(text.title), script.keyed(text.text)] });
    }
  }
  return all;
}

/** What a search without an index finds: the texts in whose title or text most of the words stand. */
function without(words) {
  const counted = texts.map(({ keys, number }) => {
    const has = (word) => keys.some((key) => script.places(word, key).length > 0);
    return { number, n: words.filter(has).length };
  });
  const most = Math.max(...counted.map(({ n }) => n));
  return counted.filter(({ n }) => n > 0 && n === most).map(({ number }) => number);
}

/** What the index finds; nothing where it takes a word for another. */
async function within(words) {
  const { texts, words: found } = await index.find(words);
  return String(found) !== String(words) ? undefined : [...texts.keys()].sort((a, b) => a - b);
}

test("the key is the same as the program's", () => {
  for (const [text, key] of CASES.keys) assert.equal(script.key(text), key);
  for (const words of CASES.same) assert.equal(new Set(words.map(script.key)).size, 1, words.join(" "));
  for (const [a, b] of CASES.different) assert.notEqual(script.key(a), script.key(b));
  for (const [query, words] of CASES.words) assert.deepEqual(script.wordsOf(query).map((word) => word.join("")), words, query);
  for (const [query, text] of CASES.finds) assert.ok(script.finds(query, text), `${query} in ${text}`);
  for (const [query, text] of CASES.misses) assert.ok(!script.finds(query, text), `${query} in ${text}`);
});

test("what is found is the text as it was written, with all that is no part of the key", () => {
  for (const [query, text, expected] of [
    ["葛城", "奈良県葛\u{e0100}城市", "葛\u{e0100}城"],
    ["tokyo", "in To\u0304kyo\u0304.", "To\u0304kyo\u0304"],
    ["strasse", "Straße", "Straße"],
    ["機密", "の機\u00ad密性", "機\u00ad密"],
    ["「水位」", "「水位」を", "水位"],
    ["株", "㈱NTT", "㈱"],
  ]) {
    const [word] = script.wordsOf(query);
    const [[from, to]] = script.places(word, script.keyed(text));
    assert.equal(text.slice(from, to), expected);
  }
});

test("every character of every text is where the program put it", async () => {
  assert.ok(texts.length > 300, `${texts.length} texts`);
  for (const { number, title, text } of texts) {
    const length = [...script.key(title)].length;
    const body = Math.max(index.manifest.body, length + 1);
    for (const [part, start] of [[title, 0], [text, body]]) {
      let place = start;
      for (const word of script.key(part).split(/(\p{White_Space})/u)) {
        const chars = [...word];
        for (const { at, token } of script.tokensOf(chars).filter(({ isOpen, token }) => !isOpen || /^[a-z0-9]/.test(token))) {
          const places = (await index.lookUp(token, false)).get(number) ?? [];
          assert.ok(places.includes(place + at), `${token} at ${place + at} of “${title}”`);
        }
        place += chars.length;
      }
    }
  }
});

test("a query finds just the texts that have the most of its words", async () => {
  // Pieces of the texts themselves, of every length, and pairs of such; the same ones each time.
  const queries = ["総務省", "通信基盤", "第2回", "mic", "MIC クラウド", "u.s.-japan", "サーバー", "の", "a", "2011", "data flow"];
  texts.forEach(({ title, text }, n) => {
    for (const part of n % 4 === 0 ? [title, text] : []) {
      const chars = [...part];
      const at = (n * 37) % Math.max(chars.length, 1);
      queries.push(chars.slice(at, at + 1 + (n % 9)).join(""));
      if (n % 5 === 0) queries.push(`${chars.slice(0, 3).join("")} ${chars.slice(at, at + 4).join("")}`);
    }
  });
  let found = 0;
  for (const query of new Set(queries)) {
    const words = script.wordsOf(query);
    const expected = without(words);
    const answer = await within(words);
    if (answer === undefined) continue;
    assert.deepEqual(answer, expected, `“${query}”`);
    found += expected.length;
  }
  assert.ok(found > 1000, `${found} hits`);
});
