'use strict';
// What VS Code calls: starts the language servers and registers the commands.

const vscode = require('vscode');
const { currentArchive } = require('./archives');
const { importStatement, newMeeting, stampNote } = require('./notes');
const { Previews } = require('./preview');
const { Servers } = require('./server');

/** @type {{servers: Servers, previews: Previews} | undefined} */
let running;

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  const log = vscode.window.createOutputChannel('taiwa', { log: true });
  const servers = new Servers(log);
  const previews = new Previews(log);
  running = { servers, previews };
  context.subscriptions.push(
    log,
    previews,
    vscode.commands.registerCommand('taiwa.openPreview', async () => {
      const archive = await currentArchive();
      if (archive) await previews.open(archive);
    }),
    vscode.commands.registerCommand('taiwa.stopPreview', () => previews.stopAll()),
    vscode.commands.registerCommand('taiwa.newMeeting', newMeeting),
    vscode.commands.registerCommand('taiwa.importStatement', () => importStatement(log)),
    vscode.commands.registerCommand('taiwa.stampNote', stampNote),
    vscode.workspace.onDidChangeWorkspaceFolders((change) => {
      previews.stopFor(change.removed);
      servers.refresh();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('taiwa.path')) servers.restart();
    }),
  );
  await servers.refresh();
}

async function deactivate() {
  running?.previews.stopAll();
  await running?.servers.stopAll();
}

module.exports = { activate, deactivate };
