// What several tests need: the program, and archives in folders that are gone afterwards.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fake from './fake_vscode.cjs';

export const program = process.env.TAIWA_PROGRAM;
if (!program) throw new Error('name the program taiwa in TAIWA_PROGRAM');

/** A folder that is gone when the test ends. */
export function folder(test) {
  const name = realpathSync(mkdtempSync(path.join(tmpdir(), 'taiwa-vscode-')));
  test.after(() => rmSync(name, { recursive: true, force: true }));
  return name;
}

/** A new archive. Its name would do harm if it ever passed through a shell. */
export function archive(test, name = 'a b; $(touch harm) & 対話') {
  const root = path.join(folder(test), name);
  execFileSync(program, ['init', root]);
  return root;
}

/** A program that answers `taiwa lsp --help`, and hands all else to taiwa: the tests of this file need no server. */
export function withServer(test) {
  return script(test, `[ "$1" = lsp ] && exit 0\nexec '${program}' "$@"`);
}

/** A program that does what these lines of a shell say. */
export function script(test, lines) {
  const file = path.join(folder(test), 'taiwa');
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** The extension at work on these folders; it is stopped when the test ends. */
export async function started(test, folders, { path: set } = {}) {
  const it = fake.fakeVscode(folders);
  const { clients, module } = fake.fakeClient();
  it.settings['taiwa.path'] = set ?? withServer(test);
  it.settings['taiwa.preview.browser'] = 'editor';
  const extension = fake.loadExtension(it.vscode, module);
  const context = { subscriptions: [] };
  await extension.activate(context);
  it.stop = () => extension.deactivate();
  test.after(async () => {
    await extension.deactivate();
    for (const one of context.subscriptions) one.dispose();
  });
  return { ...it, clients };
}

/** Waits until something is so. */
export async function until(what, so) {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await so()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it never came to this: ${what}`);
}
