'use strict';
// The preview of an archive: `taiwa serve`, shown in a browser. Each archive has at most one.

const vscode = require('vscode');
const { reportMissing, start } = require('./program');

// How VS Code names the tabs of its own browser; the start of the name differs between versions.
const BROWSER_TAB = 'simpleBrowser.view';
const FIRST_BUILD = 60_000;

class Previews {
  /** @param {vscode.LogOutputChannel} log */
  constructor(log) {
    this.log = log;
    /** @type {Map<string, Preview>} */
    this.running = new Map();
    this.status = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
    this.status.command = 'taiwa.stopPreview';
    this.tabs = vscode.window.tabGroups.onDidChangeTabs((event) => {
      if (event.closed.some(isBrowser) && !openTabs().some(isBrowser)) this.stopAll('editor');
    });
  }

  /** Shows the preview of an archive, and starts it if it does not run.
   *  @param {vscode.WorkspaceFolder} archive */
  async open(archive) {
    const key = archive.uri.toString();
    let preview = this.running.get(key);
    if (!preview) {
      preview = new Preview(archive, this.log, () => {
        this.running.delete(key);
        this.update();
      });
      this.running.set(key, preview);
      this.update();
    }
    const address = await preview.address;
    if (address) preview.shownIn = await show(archive, address);
  }

  /** Stops the previews, or those that are shown in one kind of browser.
   *  @param {'editor' | 'external' | undefined} [shownIn] */
  stopAll(shownIn) {
    for (const preview of this.running.values()) {
      if (!shownIn || preview.shownIn === shownIn) preview.stop();
    }
  }

  /** Stops those of folders that left the workspace.
   *  @param {readonly vscode.WorkspaceFolder[]} folders */
  stopFor(folders) {
    for (const folder of folders) this.running.get(folder.uri.toString())?.stop();
  }

  update() {
    const runs = this.running.size > 0;
    vscode.commands.executeCommand('setContext', 'taiwa.hasPreview', runs);
    this.status.text = `$(open-preview) ${vscode.l10n.t('taiwa: preview')}`;
    this.status.tooltip = vscode.l10n.t('Stop preview');
    if (runs) this.status.show();
    else this.status.hide();
  }

  dispose() {
    this.stopAll();
    this.tabs.dispose();
    this.status.dispose();
  }
}

class Preview {
  /** @param {vscode.WorkspaceFolder} archive
   *  @param {vscode.LogOutputChannel} log
   *  @param {() => void} ended */
  constructor(archive, log, ended) {
    /** @type {'editor' | 'external' | undefined} */
    this.shownIn = undefined;
    this.child = start(archive, ['serve', '--port', '0']);
    this.stopped = false;
    /** @type {string} */
    let errors = '';
    this.child.stderr.setEncoding('utf8').on('data', (text) => {
      errors = (errors + text).slice(-2000);
      log.warn(text.trimEnd());
    });
    /** @type {Promise<string | undefined>} */
    this.address = new Promise((resolve) => {
      const late = setTimeout(() => {
        vscode.window.showErrorMessage(vscode.l10n.t('The preview did not start in time. The output of taiwa says more.'));
        this.stop();
      }, FIRST_BUILD);
      let output = '';
      this.child.stdout.setEncoding('utf8').on('data', (text) => {
        log.info(text.trimEnd());
        output += text;
        // The line must be whole, or the address may be half of one.
        const address = /^(http:\/\/\S+).*\n/m.exec(output)?.[1];
        if (!address) return;
        clearTimeout(late);
        this.child.stdout.removeAllListeners('data').on('data', (later) => log.info(String(later).trimEnd()));
        resolve(address);
      });
      this.child.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        clearTimeout(late);
        ended();
        resolve(undefined);
        reportMissing(archive, error.code ?? error.message);
      });
      this.child.once('close', (code) => {
        clearTimeout(late);
        ended();
        resolve(undefined);
        if (!this.stopped) {
          vscode.window.showErrorMessage(vscode.l10n.t('The preview ended ({0}): {1}', String(code), errors.trim()));
        }
      });
    });
  }

  stop() {
    this.stopped = true;
    this.child.kill();
  }
}

/** @param {vscode.WorkspaceFolder} archive
 *  @param {string} address
 *  @returns {Promise<'editor' | 'external'>} */
async function show(archive, address) {
  const external = await vscode.env.asExternalUri(vscode.Uri.parse(address));
  if (vscode.workspace.getConfiguration('taiwa', archive.uri).get('preview.browser') === 'editor') {
    try {
      await vscode.commands.executeCommand('simpleBrowser.api.open', external, { viewColumn: vscode.ViewColumn.Beside });
      return 'editor';
    } catch {
      // The browser of the editor is an extension, which may be off.
    }
  }
  await vscode.env.openExternal(external);
  return 'external';
}

/** @param {vscode.Tab} tab */
function isBrowser(tab) {
  return tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith(BROWSER_TAB);
}

function openTabs() {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

module.exports = { Previews };
