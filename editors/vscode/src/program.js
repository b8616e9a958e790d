'use strict';
// The program taiwa: where it is, and how it is run. Arguments are lists and never pass through a shell.

const { execFile, spawn } = require('node:child_process');
const os = require('node:os');
const path = require('node:path');
const vscode = require('vscode');

// A statement of many pages, or a program that hangs.
const LONGEST_RUN = 120_000;

/** The program that the settings name, for one archive.
 *  @param {vscode.WorkspaceFolder} archive */
function programOf(archive) {
  const set = vscode.workspace.getConfiguration('taiwa', archive.uri).get('path', 'taiwa').trim() || 'taiwa';
  // A bare name is looked for in PATH.
  return path.basename(set) === set ? set : path.resolve(archive.uri.fsPath, set);
}

/** What a run of the program ended with. `code` is a word such as ENOENT if it could not be started.
 *  @typedef {{code: number | string, output: string, errors: string}} Outcome */

/** Runs one command of taiwa on an archive.
 *  @param {vscode.WorkspaceFolder} archive
 *  @param {string[]} args
 *  @returns {Promise<Outcome>} */
function run(archive, args) {
  return new Promise((resolve) => {
    execFile(programOf(archive), argumentsFor(archive, args), { ...options(), timeout: LONGEST_RUN, maxBuffer: 16 << 20 },
      (error, output, errors) => {
        resolve({ code: error ? error.code ?? error.signal ?? 'unknown' : 0, output, errors });
      });
  });
}

/** Starts a command that runs until it is stopped.
 *  @param {vscode.WorkspaceFolder} archive
 *  @param {string[]} args */
function start(archive, args) {
  return spawn(programOf(archive), argumentsFor(archive, args), { ...options(), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The program and its arguments, for those who start it themselves.
 *  @param {vscode.WorkspaceFolder} archive
 *  @param {string[]} args */
function commandLine(archive, args) {
  return { command: programOf(archive), args: argumentsFor(archive, args), options: options() };
}

/** Says that the program is missing or cannot be used, and how to get it.
 *  @param {vscode.WorkspaceFolder} archive
 *  @param {number | string} code */
async function reportMissing(archive, code) {
  const settings = vscode.l10n.t('Open the setting');
  const help = vscode.l10n.t('How to install it');
  const message = typeof code === 'number'
    ? vscode.l10n.t('{0} has no language server. Update taiwa, or name another program in the setting taiwa.path.', programOf(archive))
    : vscode.l10n.t('The program {0} cannot be started ({1}). Install taiwa, or name its place in the setting taiwa.path.', programOf(archive), code);
  const chosen = await vscode.window.showErrorMessage(message, help, settings);
  if (chosen === settings) await vscode.commands.executeCommand('workbench.action.openSettings', 'taiwa.path');
  if (chosen === help) await vscode.commands.executeCommand('extension.open', 'taiwa.taiwa');
}

/** @param {vscode.WorkspaceFolder} archive
 *  @param {string[]} args */
function argumentsFor(archive, args) {
  return [...args, '--root', archive.uri.fsPath];
}

/** Windows looks for a program in the current folder before PATH: that must not be the archive. */
function options() {
  return { cwd: os.homedir(), windowsHide: true };
}

module.exports = { commandLine, programOf, reportMissing, run, start };
