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
    /** @type {Map<string, LanguageClient>} */
    this.running = new Map();
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
    const client = clientOf(archive, this.log);
    try {
      await client.start();
    } catch (error) {
      this.log.error(String(error));
      vscode.window.showErrorMessage(vscode.l10n.t('The language server of taiwa did not start: {0}', String(error)));
      return;
    }
    this.running.set(archive.uri.toString(), client);
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

/** The client of one archive. The server asks for news of files itself, so nothing is watched here.
 *  @param {vscode.WorkspaceFolder} archive
 *  @param {vscode.LogOutputChannel} log */
function clientOf(archive, log) {
  const baseUri = archive.uri.toString();
  return new LanguageClient('taiwa', `taiwa (${archive.name})`, commandLine(archive, ['lsp']), {
    workspaceFolder: archive,
    documentSelector: [
      { scheme: 'file', language: 'markdown', pattern: { baseUri, pattern: 'content/**/*.md' } },
      { scheme: 'file', language: 'yaml', pattern: { baseUri, pattern: 'content/*.yaml' } },
    ],
    outputChannel: log,
  });
}

module.exports = { Servers };
