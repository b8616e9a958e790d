'use strict';
// The folders of the workspace that are archives, and which of them a command is about.

const vscode = require('vscode');

/** An archive is a folder of the workspace with content/site.yaml.
 *  @returns {Promise<vscode.WorkspaceFolder[]>} */
async function archives() {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(isArchive));
  return folders.filter((_, index) => found[index]);
}

/** The archive of the open file, else the only one, else the one that is chosen.
 *  @returns {Promise<vscode.WorkspaceFolder | undefined>} */
async function currentArchive() {
  const all = await archives();
  const open = vscode.window.activeTextEditor?.document.uri;
  const around = open && vscode.workspace.getWorkspaceFolder(open);
  const matching = all.find((archive) => archive.uri.toString() === around?.uri.toString());
  if (matching) return matching;
  if (all.length === 0) {
    vscode.window.showErrorMessage(
      vscode.l10n.t('No folder of this workspace is an archive: it would contain content/site.yaml.'));
  }
  if (all.length < 2) return all[0];
  const chosen = await vscode.window.showQuickPick(
    all.map((archive) => ({ label: archive.name, archive })),
    { title: vscode.l10n.t('Which archive?') });
  return chosen?.archive;
}

/** @param {vscode.WorkspaceFolder} folder */
async function isArchive(folder) {
  if (folder.uri.scheme !== 'file') return false;
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder.uri, 'content', 'site.yaml'));
    return true;
  } catch {
    return false;
  }
}

module.exports = { archives, currentArchive };
