'use strict';
// The language servers: one `taiwa lsp` for each archive of the workspace.

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { archives } = require('./archives');
const { commandLine, reportMissing, run } = require('./program');

class Servers {
  /** @param {vscode.LogOutputChannel} log */
  constructor(log) {
    this.log = log;
    /** @type {Map<string, ArchiveClient>} */
    this.running = new Map();
    /** @type {Map<string, vscode.Disposable>} */
    this.commands = new Map();
    // Starting and stopping follow one another, however often settings change.
    this.work = Promise.resolve();
  }

  /** Starts a server for each archive that has none, and stops those of folders that are gone. */
  refresh() {
    return this.next(async () => {
      const wanted = await archives();
      vscode.commands.executeCommand('setContext', 'taiwa.hasArchive', wanted.length > 0);
      const keys = new Set(wanted.map((archive) => archive.uri.toString()));
      for (const key of [...this.running.keys()]) if (!keys.has(key)) await this.stop(key);
      for (const archive of wanted) if (!this.running.has(archive.uri.toString())) await this.start(archive);
    });
  }

  /** Stops all and starts them anew, with the settings as they are now. */
  restart() {
    this.stopAll();
    return this.refresh();
  }

  stopAll() {
    return this.next(async () => {
      for (const key of [...this.running.keys()]) await this.stop(key);
      for (const command of this.commands.values()) command.dispose();
      this.commands.clear();
    });
  }

  /** @param {vscode.WorkspaceFolder} archive */
  async start(archive) {
    // Asked first, so that a missing program is one clear message and not five restarts.
    const probe = await run(archive, ['lsp', '--help']);
    if (probe.code !== 0) {
      reportMissing(archive, probe.code);
      return;
    }
    const client = new ArchiveClient(archive, this.log);
    try {
      await client.start();
    } catch (error) {
      this.log.error(String(error));
      vscode.window.showErrorMessage(vscode.l10n.t('The language server of taiwa did not start: {0}', String(error)));
      return;
    }
    this.running.set(archive.uri.toString(), client);
    this.offerCommands(client);
  }

  /** Registers the commands of the servers once, however many servers offer them.
   *  @param {ArchiveClient} client */
  offerCommands(client) {
    for (const command of client.initializeResult?.capabilities.executeCommandProvider?.commands ?? []) {
      if (this.commands.has(command)) continue;
      this.commands.set(command, vscode.commands.registerCommand(command, (...args) => {
        return this.clientFor(args)?.sendRequest('workspace/executeCommand', { command, arguments: args });
      }));
    }
  }

  /** The server of the archive that the arguments name a file of, else of the open file.
   *  @param {unknown[]} args */
  clientFor(args) {
    const all = [...this.running.values()];
    const open = vscode.window.activeTextEditor?.document.uri.toString();
    const named = [JSON.stringify(args), open ?? ''];
    for (const text of named) {
      const client = all.find((it) => text.includes(it.archive.uri.toString()));
      if (client) return client;
    }
    return all[0];
  }

  /** @param {string} key */
  async stop(key) {
    const client = this.running.get(key);
    this.running.delete(key);
    try {
      await client?.dispose();
    } catch (error) {
      // A server that died is as good as one that stopped.
      this.log.warn(String(error));
    }
  }

  /** @param {() => Promise<void>} step */
  next(step) {
    this.work = this.work.then(step, step);
    return this.work;
  }
}

class ArchiveClient extends LanguageClient {
  /** @param {vscode.WorkspaceFolder} archive
   *  @param {vscode.LogOutputChannel} log */
  constructor(archive, log) {
    const baseUri = archive.uri.toString();
    const files = new vscode.RelativePattern(archive, 'content/**');
    super('taiwa', `taiwa (${archive.name})`, commandLine(archive, ['lsp']), {
      workspaceFolder: archive,
      documentSelector: [
        { scheme: 'file', language: 'markdown', pattern: { baseUri, pattern: 'content/**/*.md' } },
        { scheme: 'file', language: 'yaml', pattern: { baseUri, pattern: 'content/*.yaml' } },
      ],
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher(files) },
      outputChannel: log,
    });
    this.archive = archive;
  }

  /** The client would register the commands of the server for each archive, and fail at the second one:
   *  `Servers` registers them once.
   *  @param {any} feature */
  registerFeature(feature) {
    if (feature.registrationType?.method !== 'workspace/executeCommand') super.registerFeature(feature);
  }
}

module.exports = { Servers };
