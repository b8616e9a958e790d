'use strict';
// The commands that make and change notes: new meeting, import, stamp.

const path = require('node:path');
const vscode = require('vscode');
const { currentArchive } = require('./archives');
const { reportMissing, run } = require('./program');

// As docs/content.md has it; the program has the last word.
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;
const BEGINS_WITH_DATE = /^\d{4}-\d{2}-\d{2}(-|$)/;
const STATEMENTS = ['docx', 'html', 'md', 'txt', 'pdf'];

/** Makes the two files of a meeting and opens one. */
async function newMeeting() {
  const archive = await currentArchive();
  if (!archive) return;
  const id = await askId(vscode.l10n.t('New meeting'));
  if (!id) return;
  const args = ['new', 'meeting', id];
  if (!BEGINS_WITH_DATE.test(id)) {
    const date = await askDate();
    if (!date) return;
    args.push('--date', date);
  }
  await make(archive, args);
}

/** Makes the draft of a meeting from a statement and opens it.
 *  @param {vscode.LogOutputChannel} log */
async function importStatement(log) {
  const archive = await currentArchive();
  if (!archive) return;
  const title = vscode.l10n.t('Import statement');
  const files = await vscode.window.showOpenDialog({
    title, canSelectMany: false, filters: { [vscode.l10n.t('Statements')]: STATEMENTS },
  });
  if (!files?.[0]) return;
  const id = await askId(title);
  if (!id) return;
  await make(archive, ['import', files[0].fsPath, '--meeting', id], log);
}

/** Marks the open note as a translation that is current. */
async function stampNote() {
  const document = vscode.window.activeTextEditor?.document;
  const archive = await currentArchive();
  if (!document || !archive) return;
  // The program reads the file from the disk.
  if (document.isDirty && !await document.save()) return;
  const outcome = await run(archive, ['stamp', document.uri.fsPath]);
  if (await failed(archive, outcome)) return;
  vscode.window.showInformationMessage(outcome.output.trim());
}

/** Runs a command that makes a note, and opens the first file that it names.
 *  @param {vscode.WorkspaceFolder} archive
 *  @param {string[]} args
 *  @param {vscode.LogOutputChannel} [log] */
async function make(archive, args, log) {
  const outcome = await run(archive, args);
  if (await failed(archive, outcome)) return;
  log?.info(outcome.output.trimEnd());
  if (log && outcome.errors) log.warn(outcome.errors.trimEnd());
  const made = /content\/meetings\/\S+\.(en|ja)\.md/.exec(outcome.output)?.[0];
  if (!made) return;
  const file = vscode.Uri.file(path.join(archive.uri.fsPath, made));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
}

/** Says why a run failed, in the program's own words.
 *  @param {vscode.WorkspaceFolder} archive
 *  @param {import('./program').Outcome} outcome */
async function failed(archive, outcome) {
  if (outcome.code === 0) return false;
  if (typeof outcome.code === 'string') await reportMissing(archive, outcome.code);
  else await vscode.window.showErrorMessage((outcome.errors || outcome.output).trim());
  return true;
}

/** @param {string} title */
function askId(title) {
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The id of the meeting: lower-case letters and digits, joined by hyphens'),
    placeHolder: '2026-03-02-riverton',
    ignoreFocusOut: true,
    validateInput: (text) => (ID.test(text) && text.length <= 100 ? undefined
      : vscode.l10n.t('Write lower-case letters a to z and digits, joined by single hyphens.')),
  });
}

function askDate() {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New meeting'),
    prompt: vscode.l10n.t('The day of the meeting, or its month'),
    placeHolder: '2026-03-02',
    ignoreFocusOut: true,
    validateInput: (text) => (DATE.test(text) ? undefined : vscode.l10n.t('Write a day as 2026-03-02, or a month as 2026-03.')),
  });
}

module.exports = { importStatement, newMeeting, stampNote };
