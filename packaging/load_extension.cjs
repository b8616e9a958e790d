'use strict';
// Loads the extension from its package, with a VS Code that can do nothing: every module that it needs has to be in there.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const root = process.argv[2];
const anything = () => new Proxy(class {}, { get: (target, name) => (name in target ? target[name] : anything()) });
const load = Module._load;
Module._load = function (request, ...rest) {
  return request === 'vscode' ? anything() : load.call(this, request, ...rest);
};

const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const extension = require(path.join(root, manifest.main));
assert.deepEqual(Object.keys(extension).sort(), ['activate', 'deactivate']);
for (const name of Object.keys(require.cache)) assert.ok(name.startsWith(root) || name === __filename, `${name} is not in the package`);
const program = fs.readFileSync(path.join(__dirname, '..', 'Cargo.toml'), 'utf8').match(/^version = "(.*)"$/m)[1];
const told = fs.readFileSync(path.join(root, '..', 'extension.vsixmanifest'), 'utf8').match(/<Identity [^>]*Version="([^"]*)"/)[1];
assert.equal(told, program);
for (const name of ['readme.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'icon.png', 'l10n/bundle.l10n.ja.json', 'package.nls.ja.json']) {
  assert.ok(fs.existsSync(path.join(root, name)), `${name} is not in the package`);
}
for (const name of ['test', 'tsconfig.json', 'node_modules/typescript', 'node_modules/@types']) {
  assert.ok(!fs.existsSync(path.join(root, name)), `${name} is in the package`);
}
for (const name of fs.readdirSync(path.join(root, 'node_modules'))) {
  const files = fs.readdirSync(path.join(root, 'node_modules', name)).join(' ');
  assert.match(files, /licen[sc]e/i, `${name} is there without its licence`);
}
