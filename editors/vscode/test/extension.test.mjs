// The extension with a fake of VS Code, and the real program.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { archive, folder, script, started, until } from './support.mjs';

const reachable = (address) => fetch(address).then((answer) => answer.ok, () => false);

test('a server is started for each archive of the workspace, for its notes and registries', async (test) => {
  const [one, other, none] = [archive(test), archive(test, 'other'), folder(test)];
  const { clients, shown, settings } = await started(test, [one, none, other]);
  assert.deepEqual(clients.map((it) => [it.server.command, it.server.args]), [
    [settings['taiwa.path'], ['lsp', '--root', one]],
    [settings['taiwa.path'], ['lsp', '--root', other]],
  ]);
  const { options } = clients[0];
  assert.equal(options.workspaceFolder.uri.fsPath, one);
  assert.deepEqual(options.documentSelector.map((it) => [it.language, it.pattern.pattern]), [
    ['markdown', 'content/**/*.md'], ['yaml', 'content/*.yaml'],
  ]);
  assert.ok(options.documentSelector.every((it) => it.pattern.baseUri === options.workspaceFolder.uri.toString()));
  assert.equal(shown.context['taiwa.hasArchive'], true);
  assert.deepEqual(shown.errors, []);
});

test('no server is started where there is no archive', async (test) => {
  const { clients, shown } = await started(test, [folder(test)]);
  assert.deepEqual(clients, []);
  assert.equal(shown.context['taiwa.hasArchive'], false);
});

test('folders that come and go, and another program, start and stop servers', async (test) => {
  const [one, other] = [archive(test), archive(test, 'other')];
  const it = await started(test, [one]);
  it.setFolders([one, other]);
  await until('the second server', () => it.clients.length === 2 && it.clients[1].state === 'running');
  it.setFolders([other]);
  await until('the first server has stopped', () => it.clients[0].state === 'stopped');
  assert.equal(it.clients[1].state, 'running');
  const newer = script(test, 'exit 0');
  it.set('taiwa.path', newer);
  await until('the server of the other program', () => it.clients.length === 3 && it.clients[2].state === 'running');
  assert.equal(it.clients[1].state, 'stopped');
  assert.equal(it.clients[2].server.command, newer);
});

test('a missing program is one message that says how to get it', async (test) => {
  const { shown, clients, answers, ...it } = await started(test, [archive(test)], { path: '/nowhere/taiwa' });
  assert.deepEqual(clients, []);
  const message = [
    'The program /nowhere/taiwa cannot be started (ENOENT). Install taiwa, or name its place in the setting taiwa.path.',
    'How to install it', 'Open the setting',
  ];
  assert.deepEqual(shown.errors, [message]);
  answers.buttons.push('Open the setting');
  answers.inputs.push('2026-03-02-city');
  await it.run('taiwa.newMeeting');
  assert.deepEqual(shown.errors, [message, message]);
  assert.deepEqual(shown.executed.at(-1), ['workbench.action.openSettings', 'taiwa.path']);
  answers.buttons.push('How to install it');
  await it.run('taiwa.openPreview');
  await until('the help is open', () => shown.executed.at(-1)[0] === 'extension.open');
  assert.equal(shown.context['taiwa.hasPreview'], false);
});

test('a program without a language server is too old', async (test) => {
  const old = script(test, 'echo "error: unrecognized subcommand" >&2; exit 2');
  const { shown, clients } = await started(test, [archive(test)], { path: old });
  assert.deepEqual(clients, []);
  assert.deepEqual(shown.errors.map((it) => it[0]), [
    `${old} has no language server. Update taiwa, or name another program in the setting taiwa.path.`,
  ]);
});

test('a relative program starts at the archive, a bare name is one in PATH', async (test) => {
  const root = archive(test);
  mkdirSync(path.join(root, 'tools'));
  writeFileSync(path.join(root, 'tools/taiwa'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const relative = await started(test, [root], { path: './tools/taiwa' });
  assert.equal(relative.clients[0].server.command, path.join(root, 'tools/taiwa'));
  const bare = await started(test, [root], { path: 'true' });
  assert.equal(bare.clients[0].server.command, 'true');
  // Windows would look for it there before PATH.
  assert.notEqual(bare.clients[0].server.options.cwd, root);
});

test('a new meeting has its two files, and the first is open', async (test) => {
  const root = archive(test);
  const { shown, answers, inputs, ...it } = await started(test, [root]);
  answers.inputs.push('2026-03-02-city');
  await it.run('taiwa.newMeeting');
  assert.deepEqual(shown.documents, [path.join(root, 'content/meetings/2026-03-02-city.en.md')]);
  assert.ok(existsSync(path.join(root, 'content/meetings/2026-03-02-city.ja.md')));
  assert.equal(inputs.length, 1, 'the id has the date');

  answers.inputs.push('spring', '2027-04');
  await it.run('taiwa.newMeeting');
  assert.match(readFileSync(path.join(root, 'content/meetings/spring.en.md'), 'utf8'), /^date: 2027-04\b/m);

  answers.inputs.push('spring', '2027-04');
  await it.run('taiwa.newMeeting');
  assert.equal(shown.errors.length, 1);
  assert.match(shown.errors[0][0], /spring/);
  assert.equal(shown.documents.length, 2);
  assert.ok(!existsSync(path.join(root, 'harm')) && !existsSync('harm'));
});

test('what is no id and no date is refused while it is typed', async (test) => {
  const { inputs, answers, ...it } = await started(test, [archive(test)]);
  answers.inputs.push('spring', undefined);
  await it.run('taiwa.newMeeting');
  const [id, date] = inputs;
  for (const good of ['2026-03-02-city', 'a', '1', 'a1-b2']) assert.equal(id.validateInput(good), undefined, good);
  for (const bad of ['', 'A', 'a--b', '-a', 'a-', 'a b', '東京', '--help', '../a', 'a'.repeat(101)]) assert.ok(id.validateInput(bad), bad);
  for (const good of ['2026-03', '2026-03-02']) assert.equal(date.validateInput(good), undefined, good);
  for (const bad of ['', '2026', '2026-13', '2026-3-2', '2026-03-32', '--help']) assert.ok(date.validateInput(bad), bad);
});

test('a statement becomes a draft, which is open', async (test) => {
  const root = archive(test);
  const { shown, answers, ...it } = await started(test, [root]);
  const statement = path.join(folder(test), 'statement; of $(touch harm).txt');
  writeFileSync(statement, 'Joint Statement\n\nThe two sides will share the water level of each river every day.\n');
  answers.files.push(statement);
  answers.inputs.push('2026-03-02-city');
  await it.run('taiwa.importStatement');
  assert.deepEqual(shown.errors, []);
  assert.deepEqual(shown.documents, [path.join(root, 'content/meetings/2026-03-02-city.en.md')]);
  assert.match(readFileSync(shown.documents[0], 'utf8'), /share the water level/);
});

test('a Japanese statement opens the Japanese note', async (test) => {
  const root = archive(test);
  const { shown, answers, ...it } = await started(test, [root]);
  const statement = path.join(folder(test), '共同声明.txt');
  writeFileSync(statement, '共同声明\n\n双方は、国境を流れる各河川の水位を毎日共有する。\n');
  answers.files.push(statement);
  answers.inputs.push('2026-03-02-city');
  await it.run('taiwa.importStatement');
  assert.deepEqual(shown.errors, []);
  assert.deepEqual(shown.documents, [path.join(root, 'content/meetings/2026-03-02-city.ja.md')]);
});

test('the open note is saved and stamped', async (test) => {
  const root = archive(test);
  const { shown, ...it } = await started(test, [root]);
  const note = path.join(root, 'content/meetings/2020-04-01-example-city.ja.md');
  writeFileSync(note, readFileSync(note, 'utf8').replace(/\n *translated_from:.*/, ''));
  let saved = 0;
  it.edit(note, { isDirty: true, save: async () => { saved += 1; return true; } });
  await it.run('taiwa.stampNote');
  assert.equal(saved, 1);
  assert.deepEqual(shown.errors, []);
  assert.deepEqual(shown.messages, ['content/meetings/2020-04-01-example-city.ja.md stamped as current']);
  assert.match(readFileSync(note, 'utf8'), /translated_from/);
});

test('a note that cannot be saved is not stamped', async (test) => {
  const root = archive(test);
  const { shown, ...it } = await started(test, [root]);
  it.edit(path.join(root, 'content/meetings/2020-04-01-example-city.ja.md'), { isDirty: true, save: async () => false });
  await it.run('taiwa.stampNote');
  assert.deepEqual(shown.messages, []);
});

test('with several archives, the open file says which one is meant, else the user', async (test) => {
  const [one, other] = [archive(test, 'one'), archive(test, 'other')];
  const { shown, answers, ...it } = await started(test, [one, other]);
  it.edit(path.join(other, 'content/site.yaml'));
  answers.inputs.push('2026-03-02-city');
  await it.run('taiwa.newMeeting');
  it.edit(undefined);
  answers.picks.push('one');
  answers.inputs.push('2026-03-02-city');
  await it.run('taiwa.newMeeting');
  assert.deepEqual(shown.documents, [other, one].map((root) => path.join(root, 'content/meetings/2026-03-02-city.en.md')));
});

test('the preview opens once an archive, and ends with its tab', async (test) => {
  const root = archive(test);
  const { shown, ...it } = await started(test, [root]);
  await it.run('taiwa.openPreview');
  const [address] = shown.browser;
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/.*\/$|^http:\/\/127\.0\.0\.1:\d+\/$/);
  assert.ok(await reachable(address));
  assert.equal(shown.context['taiwa.hasPreview'], true);
  await it.run('taiwa.openPreview');
  assert.deepEqual(shown.browser, [address, address]);
  it.closeBrowser();
  await until('the preview has ended', async () => !shown.context['taiwa.hasPreview'] && !await reachable(address));
  assert.deepEqual(shown.errors, []);
  assert.equal(shown.status.at(-1), '');
  await it.run('taiwa.openPreview');
  assert.ok(await reachable(shown.browser.at(-1)));
});

test('a preview in the browser of the system ends on request, and not with a tab', async (test) => {
  const root = archive(test);
  const { shown, ...it } = await started(test, [root]);
  it.settings['taiwa.preview.browser'] = 'external';
  await it.run('taiwa.openPreview');
  const [address] = shown.external;
  it.closeBrowser();
  assert.ok(await reachable(address));
  await it.run('taiwa.stopPreview');
  await until('the preview has ended', async () => !await reachable(address));
});

test('a preview ends with VS Code, and with its folder', async (test) => {
  const [one, other] = [archive(test, 'one'), archive(test, 'other')];
  const { shown, answers, ...it } = await started(test, [one, other]);
  for (const name of ['one', 'other']) {
    answers.picks[0] = name;
    await it.run('taiwa.openPreview');
  }
  const [first, second] = shown.browser;
  it.setFolders([other]);
  await until('the first has ended', async () => !await reachable(first));
  assert.ok(await reachable(second));
  await it.stop();
  await until('the second has ended', async () => !await reachable(second));
  assert.deepEqual(shown.errors, []);
});

test('a preview that fails says why', async (test) => {
  const failing = script(test, `[ "$1" = lsp ] && exit 0\necho 'no port is free' >&2; exit 3`);
  const { shown, ...it } = await started(test, [archive(test)], { path: failing });
  await it.run('taiwa.openPreview');
  assert.deepEqual(shown.errors, [['The preview ended (3): no port is free']]);
  assert.deepEqual(shown.browser, []);
  assert.equal(shown.context['taiwa.hasPreview'], false);
});

