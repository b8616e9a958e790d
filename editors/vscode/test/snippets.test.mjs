// Every snippet, with its defaults, in an archive that consists of snippets: `taiwa check` has to find nothing wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { folder, program } from './support.mjs';

const read = (name) => JSON.parse(readFileSync(new URL(`../snippets/${name}.json`, import.meta.url), 'utf8'));
const snippets = Object.fromEntries(
  [...Object.values(read('notes')), ...Object.values(read('registries'))].map((it) => [it.prefix, it]));
const used = new Set();

/** The text that a snippet becomes if one accepts each default, or the choice that `choose` takes. */
function expand(prefix, choose = (choices) => choices[0]) {
  used.add(prefix);
  const body = [snippets[prefix].body].flat().join('\n');
  return body
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_, choices) => choose(choices.split(',')))
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}
const taiwa = expand;
const indented = (text, by) => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** The same record of the other side. */
function southern(record) {
  const others = {
    'ada-north': 'hanako-minami', Ada: 'Hanako', エイダ: '花子', えいだ: 'はなこ',
    rivers: 'lakes', 'delegation: north': 'delegation: south', 'Ministry of Rivers': 'Lake Agency', 河川省: '湖沼庁', MOR: 'LA',
    かせんしょう: 'こしょうちょう',
  };
  return Object.entries(others).reduce((text, [from, to]) => text.replaceAll(from, to), record);
}

/** Writes the archive, each choice of a snippet taken by `choose`, and checks it. */
function check(test, choose) {
  const root = folder(test);
  const expand = (prefix) => taiwa(prefix, choose);
  // A list of others goes without one that would make it something else.
  const first = (prefix) => taiwa(prefix);
  const write = (name, text) => {
    const file = path.join(root, 'content', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write('site.yaml', expand('taiwa-site'));
  write('dialogues.yaml', expand('taiwa-dialogue'));
  write('delegations.yaml', first('taiwa-delegation') + first('taiwa-delegation').replace('north', 'south').replace('North', 'South').replace('北国', '南国')
    + expand('taiwa-delegation').replace('north', 'others').replace('North', 'Others').replace('北国', '他国'));
  const organization = expand('taiwa-organization').trimEnd();
  write('organizations.yaml', `${organization}\n  names:\n${indented(expand('taiwa-earlier-name'), 4)}\n${southern(organization)}\n`);
  const person = expand('taiwa-person');
  write('people.yaml', person + southern(person));
  write('tracks.yaml', expand('taiwa-track'));
  write('events.yaml', expand('taiwa-event'));
  write('glossary.yaml', expand('taiwa-term'));
  const lists = [
    'commitments:',
    indented(expand('taiwa-commitment'), 2),
    indented(expand('taiwa-due'), 4),
    '    assessments:',
    indented(expand('taiwa-assessment'), 6),
    'documents:',
    indented(expand('taiwa-document'), 2),
    'corrections:',
    indented(expand('taiwa-correction'), 2),
    expand('taiwa-embargo'),
    '---',
    `It was about ${first('taiwa-link')}.`,
    '',
    expand('taiwa-redacted'),
  ].join('\n');
  const meeting = expand('taiwa-meeting').replace('  north: {}\n', () => `${indented(expand('taiwa-participants'), 2)}\n`)
    .replace('  south: {}\n', () => `  south:\n    heads:\n${indented(expand('taiwa-participant'), 6)}\n`);
  write('meetings/2026-03-02-riverton.en.md', `${meeting.replace(/---\n$/, '')}${lists}\n`);
  const texts = [
    'delegations:',
    '  north: {heads: [{person: ada-north, as: 局長}]}',
    '  south: {heads: [{person: hanako-minami, as: 長官}]}',
    'commitments:',
    `${indented(expand('taiwa-commitment-ja'), 2)}\n    due: {text: 2026年中}`,
    '    assessments:',
    '      - {note: 資料の記述。}',
    'corrections:',
    '  - {note: 地名の誤りを正した。}',
    '---',
    `${first('taiwa-link')}と${expand('taiwa-ruby')}について。`,
    '',
    '[[redacted: 2行; 主催者の求めによる]]',
  ].join('\n');
  write('meetings/2026-03-02-riverton.ja.md', `${expand('taiwa-meeting-ja').replace(/---\n$/, '')}${texts}\n`);
  const run = spawnSync(program, ['check', '--root', root, '--as-of', '2026-11-30', '--format', 'json', '--quiet'], { encoding: 'utf8' });
  assert.equal(run.stderr, '');
  return { root, write, problems: run.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line)), code: run.status };
}

test('an archive of snippets, with their defaults, has no problem', (test) => {
  const { problems, code } = check(test);
  assert.deepEqual(problems, []);
  assert.equal(code, 0);
});

test('no choice that a snippet offers is an error', (test) => {
  for (let index = 1; index < 9; index += 1) {
    const { problems } = check(test, (choices) => choices[index % choices.length]);
    assert.deepEqual(problems.filter((it) => it.severity === 'error'), []);
  }
});

test('an archive with a wrong snippet would be found out', (test) => {
  const { root, write } = check(test);
  write('tracks.yaml', taiwa('taiwa-track').replace('summary', 'sumary'));
  assert.equal(spawnSync(program, ['check', '--root', root, '--quiet']).status, 1);
});

test('every snippet was tried, and none is left with a hole', () => {
  assert.deepEqual(Object.keys(snippets).filter((prefix) => !used.has(prefix)), []);
  for (const prefix of used) assert.doesNotMatch(taiwa(prefix), /\$\{|\$\d/);
});
