'use strict';
// As much of VS Code as the extension uses, and of its language client. A test sees what a user would see in `shown`, and
// answers in `answers`.

const Module = require('node:module');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL, fileURLToPath } = require('node:url');

class Uri {
  constructor(scheme, text) {
    this.scheme = scheme;
    this.text = text;
  }
  get fsPath() {
    return fileURLToPath(this.text);
  }
  toString() {
    return this.text;
  }
  static file(name) {
    return new Uri('file', pathToFileURL(name).href);
  }
  static parse(text) {
    return new Uri(text.split(':')[0], text);
  }
  static joinPath(uri, ...names) {
    return Uri.file(path.join(uri.fsPath, ...names));
  }
}

class Emitter {
  listeners = [];
  event = (listener) => {
    this.listeners.push(listener);
    return { dispose: () => { this.listeners = this.listeners.filter((it) => it !== listener); } };
  };
  fire(value) {
    for (const listener of [...this.listeners]) listener(value);
  }
}

class TabInputWebview {
  constructor(viewType) {
    this.viewType = viewType;
  }
}

/** A VS Code with these folders open. */
function fakeVscode(folders) {
  const folderOf = (name) => ({ uri: Uri.file(name), name: path.basename(name) });
  const changes = { folders: new Emitter(), settings: new Emitter(), tabs: new Emitter() };
  const commands = new Map();
  const shown = { errors: [], messages: [], documents: [], external: [], browser: [], context: {}, executed: [], status: [], logged: [] };
  // What a user would answer, first come first served; undefined is Escape.
  const answers = { inputs: [], files: [], picks: [], buttons: [] };
  const settings = {};
  const inputs = [];
  const builtIn = {
    setContext: (key, value) => { shown.context[key] = value; },
    'simpleBrowser.api.open': (uri) => {
      shown.browser.push(uri.toString());
      vscode.window.tabGroups.all[0].tabs.push({ input: new TabInputWebview('mainThreadWebview-simpleBrowser.view') });
    },
  };
  const write = (...words) => { shown.logged.push(words.join(' ')); };

  const vscode = {
    Uri,
    TabInputWebview,
    StatusBarAlignment: { Left: 1 },
    ViewColumn: { Beside: -2 },
    l10n: { t: (text, ...args) => text.replace(/\{(\d)\}/g, (_, index) => args[index]) },
    env: {
      asExternalUri: async (uri) => uri,
      openExternal: async (uri) => { shown.external.push(uri.toString()); },
    },
    commands: {
      registerCommand(name, command) {
        if (commands.has(name)) throw new Error(`command '${name}' already exists`);
        commands.set(name, command);
        return { dispose: () => commands.delete(name) };
      },
      async executeCommand(name, ...args) {
        shown.executed.push([name, ...args]);
        return (commands.get(name) ?? builtIn[name])?.(...args);
      },
    },
    workspace: {
      workspaceFolders: folders.map(folderOf),
      fs: { stat: (uri) => fs.promises.stat(uri.fsPath) },
      getWorkspaceFolder: (uri) => vscode.workspace.workspaceFolders.find((it) => uri.toString().startsWith(`${it.uri}/`)),
      getConfiguration: (section) => ({ get: (key, otherwise) => settings[`${section}.${key}`] ?? otherwise }),
      openTextDocument: async (uri) => ({ uri, isDirty: false, save: async () => true }),
      onDidChangeWorkspaceFolders: changes.folders.event,
      onDidChangeConfiguration: changes.settings.event,
    },
    window: {
      activeTextEditor: undefined,
      tabGroups: { all: [{ tabs: [] }], onDidChangeTabs: changes.tabs.event },
      createOutputChannel: () => ({ info: write, warn: write, error: write, dispose() {} }),
      createStatusBarItem: () => ({
        show() { shown.status.push(this.text); },
        hide() { shown.status.push(''); },
        dispose() {},
      }),
      showErrorMessage: async (text, ...buttons) => { shown.errors.push([text, ...buttons]); return answers.buttons.shift(); },
      showInformationMessage: async (text) => { shown.messages.push(text); },
      showTextDocument: async (document) => { shown.documents.push(document.uri.fsPath); },
      showInputBox: async (box) => { inputs.push(box); return answers.inputs.shift(); },
      showOpenDialog: async () => answers.files.splice(0).map((name) => Uri.file(name)),
      showQuickPick: async (items) => items.find((item) => item.label === answers.picks[0]),
    },
  };
  return {
    vscode, shown, answers, settings, inputs, commands,
    run: (name, ...args) => commands.get(name)(...args),
    setFolders(names) {
      const before = vscode.workspace.workspaceFolders;
      vscode.workspace.workspaceFolders = names.map(folderOf);
      changes.folders.fire({ removed: before.filter((it) => !names.includes(it.uri.fsPath)), added: [] });
    },
    set(key, value) {
      settings[key] = value;
      changes.settings.fire({ affectsConfiguration: (name) => key.startsWith(name) });
    },
    edit(name, document = {}) {
      vscode.window.activeTextEditor = name && { document: { uri: Uri.file(name), isDirty: false, save: async () => true, ...document } };
    },
    closeBrowser() {
      const closed = vscode.window.tabGroups.all[0].tabs.splice(0);
      changes.tabs.fire({ closed, opened: [], changed: [] });
    },
  };
}

/** A language client that notes what it was started with. */
function fakeClient() {
  const clients = [];
  class LanguageClient {
    constructor(id, name, server, options) {
      Object.assign(this, { id, name, server, options, state: 'new' });
      clients.push(this);
    }
    async start() {
      this.state = 'running';
    }
    async dispose() {
      this.state = 'stopped';
    }
  }
  return { clients, module: { LanguageClient } };
}

/** The extension, loaded anew with these modules in the place of VS Code's. */
function loadExtension(vscode, client) {
  const load = Module._load;
  Module._load = function (request, ...rest) {
    if (request === 'vscode') return vscode;
    if (request === 'vscode-languageclient/node') return client;
    return load.call(this, request, ...rest);
  };
  try {
    const source = path.join(__dirname, '..', 'src');
    for (const name of Object.keys(require.cache)) if (name.startsWith(source)) delete require.cache[name];
    return require('../src/extension.js');
  } finally {
    Module._load = load;
  }
}

module.exports = { fakeClient, fakeVscode, loadExtension };
