import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Drives a VS Code workbench as a person does: keys, clicks, and what stands on the screen. For scenarios of the user
 * interface and for pictures.
 */

const VISIBLE = { state: 'visible', timeout: 20_000 };

/** What a person reads there, once it is on the screen. */
async function visibleText(locator) {
  await locator.waitFor(VISIBLE);
  return (await locator.allInnerTexts()).join('\n');
}

/**
 * @param {import('playwright-core').Page} page A page that shows the workbench.
 * @param {string} workspace The folder that it shows.
 */
export function createWorkbench(page, workspace) {
  const quickInput = page.locator('.quick-input-widget');
  const quickRows = quickInput.locator('.monaco-list-row');
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();

  let openPath = '';

  const workbench = {
    page,

    /** Waits until the workbench can be used. */
    async ready() {
      await page.locator('.monaco-workbench').waitFor({ ...VISIBLE, timeout: 60_000 });
      await page
        .locator('.explorer-folders-view .monaco-list-row, .pane-header')
        .first()
        .waitFor({ ...VISIBLE, timeout: 60_000 });
    },

    /** Runs a command of the Command Palette by its full title (`Category: Title`). */
    async command(title) {
      await page.keyboard.press('F1');
      await quickInput.waitFor(VISIBLE);
      await page.keyboard.insertText(title);
      await workbench.pick(title);
    },

    /** Opens a file of the workspace by its path in it. */
    async openFile(path) {
      await page.keyboard.press('ControlOrMeta+P');
      await quickInput.waitFor(VISIBLE);
      await page.keyboard.insertText(path);
      const name = path.split('/').at(-1);
      await quickRows.filter({ hasText: name }).first().waitFor(VISIBLE);
      await page.keyboard.press('Enter');
      await page.locator('.tab.active').filter({ hasText: name }).waitFor(VISIBLE);
      await editor.locator('.view-line').first().waitFor(VISIBLE);
      openPath = path;
    },

    /**
     * Waits until our language server is at work: it has then reported the mistakes of the sample that has some. The
     * outline would not tell, since the editor shows that of VS Code's own JSON support just as well.
     */
    async languageReady() {
      await workbench.openFile('mistakes/typos.json');
      await workbench.problems();
      await workbench.command('View: Toggle Problems');
      await workbench.command('View: Close Editor');
    },

    /**
     * Puts the cursor into the open file at the first place of a text, as the file is on disk.
     * @param {string} text
     * @param {number} [offset] Characters from the start of that place.
     */
    async goToText(text, offset = 0) {
      const content = await readFile(join(workspace, openPath), 'utf8');
      const index = content.indexOf(text);
      if (index < 0) {
        throw new Error(`"${text}" does not stand in "${openPath}".`);
      }
      const before = content.slice(0, index + offset).split('\n');
      await workbench.goTo(before.length, before.at(-1).length + 1);
    },

    /** Puts the cursor on a one-based line and column of the open document. */
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+G');
      await quickInput.waitFor(VISIBLE);
      await page.keyboard.insertText(`${line}:${column}`);
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden' });
    },

    /** A line of the open document that has this text and is on the screen. */
    editorLine: (text) => editor.locator('.view-line').filter({ hasText: text }).first(),

    /** Shows the hover at the cursor and gives its text. */
    async hover() {
      await workbench.command('Show or Focus Hover');
      const hover = page
        .locator(
          '[widgetid="editor.contrib.resizableContentHoverWidget"] .monaco-hover:not(.hidden) .monaco-hover-content',
        )
        .first();
      return visibleText(hover);
    },

    /** Asks for suggestions at the cursor and waits for the one with this label. */
    async suggestion(label) {
      await page.keyboard.press('Control+Space');
      const row = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first();
      await row.waitFor(VISIBLE);
      return row;
    },

    /** Takes the suggestion with this label. */
    async chooseSuggestion(label) {
      await (await workbench.suggestion(label)).click();
      await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    },

    /** Types text into what has the focus, key by key, so that the editor's own reactions happen. */
    async type(text) {
      await page.keyboard.type(text, { delay: 20 });
    },

    /**
     * Texts of the rows of a quick pick, once its title has this in it: the quick pick before may still be on the screen.
     * @param {string | RegExp} title
     */
    async quickPickRows(title) {
      await quickInput.locator('.quick-input-title').filter({ hasText: title }).waitFor(VISIBLE);
      await quickRows.first().waitFor(VISIBLE);
      return quickRows.allInnerTexts();
    },

    /** Chooses the first row of the open quick pick that has this text. */
    async pick(text) {
      const row = quickRows.filter({ hasText: text }).first();
      await row.waitFor(VISIBLE);
      await row.click();
    },

    /** Opens a view container by its name in the activity bar; leaves it open when it is. */
    async openViewContainer(name) {
      const tab = page.locator('.activitybar').getByRole('tab', { name });
      await tab.waitFor(VISIBLE);
      if ((await tab.getAttribute('aria-expanded')) !== 'true') {
        await tab.click();
      }
    },

    /** Rows of the tree with this view title, as they stand on the screen. */
    tree(title) {
      const pane = page.locator('.pane').filter({ has: page.locator(`.pane-header[aria-label^="${title}"]`) });
      const rows = pane.locator('[role=treeitem]');
      return {
        async rows() {
          await rows.first().waitFor(VISIBLE);
          return rows.allInnerTexts();
        },
        row: (text) => rows.filter({ hasText: text }).first(),
        /** The text that stands in place of an empty tree. */
        welcome: () => visibleText(pane.locator('.welcome-view-content')),
      };
    },

    /** The row of any tree that has this text. */
    treeRow: (text) => page.locator('.pane [role=treeitem]').filter({ hasText: text }).first(),

    /** Chooses an entry of the context menu of something on the screen. */
    async chooseFromMenuOf(locator, label) {
      await locator.click({ button: 'right' });
      const menu = page.locator('.monaco-menu');
      const entry = menu.locator('.action-item').filter({ hasText: label }).first();
      await entry.waitFor(VISIBLE);
      // A menu that has just opened takes no click yet: the button might be the one that opened it.
      for (let attempt = 0; attempt < 5 && (await menu.isVisible()); attempt += 1) {
        await page.waitForTimeout(300);
        await entry.click({ timeout: 1_000 }).catch(() => {});
      }
      await menu.waitFor({ state: 'hidden' });
    },

    /** Waits until nothing has moved on the screen for a moment: before a picture. */
    async settle() {
      let before = '';
      for (let round = 0; round < 20; round += 1) {
        const now = await page.locator('.monaco-workbench').ariaSnapshot();
        if (now === before) {
          return;
        }
        before = now;
        await page.waitForTimeout(400);
      }
    },

    /** The notification on the screen that has this text. */
    notification: (text) =>
      page.locator('.notifications-toasts .notification-list-item-message').filter({ hasText: text }).first(),

    /** The modal dialog on the screen: its text, and a way to press one of its buttons. */
    dialog() {
      const box = page.locator('.monaco-dialog-box');
      return {
        text: () => visibleText(box),
        press: (label) => box.getByRole('button', { name: label }).click(VISIBLE),
      };
    },

    /** Text of the status bar item whose accessible name or text has this in it. */
    statusItem: (text) => page.locator('.statusbar-item').filter({ hasText: text }).first(),

    /** Messages of the Problems panel. */
    async problems() {
      await workbench.command('Problems: Focus on Problems View');
      const rows = page.locator('.markers-panel [role=treeitem]');
      await rows.first().waitFor(VISIBLE);
      return rows.allInnerTexts();
    },

    /** Closes what floats above the editor: hovers, suggestions, quick picks. */
    async dismiss() {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  };
  return workbench;
}
