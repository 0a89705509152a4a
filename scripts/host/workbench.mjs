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
 */
export function createWorkbench(page) {
  const quickInput = page.locator('.quick-input-widget');
  const quickRows = quickInput.locator('.monaco-list-row');
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();

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
    },

    /** Puts the cursor on a one-based line and column of the open document. */
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+G');
      await quickInput.waitFor(VISIBLE);
      await page.keyboard.insertText(`${line}:${column}`);
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden' });
    },

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

    /** Asks for suggestions at the cursor and gives the labels that are on the screen. */
    async suggest() {
      await page.keyboard.press('Control+Space');
      const rows = page.locator('.suggest-widget.visible .monaco-list-row');
      await rows.first().waitFor(VISIBLE);
      return rows.locator('.label-name').allInnerTexts();
    },

    /** Types text into what has the focus, key by key, so that the editor's own reactions happen. */
    async type(text) {
      await page.keyboard.type(text, { delay: 20 });
    },

    /** Texts of the rows of the open quick pick. */
    async quickPickRows() {
      await quickRows.first().waitFor(VISIBLE);
      return quickRows.allInnerTexts();
    },

    /** Chooses the first row of the open quick pick that has this text. */
    async pick(text) {
      const row = quickRows.filter({ hasText: text }).first();
      await row.waitFor(VISIBLE);
      await row.click();
    },

    /** Opens a view container by the name in the activity bar. */
    async openViewContainer(name) {
      await page
        .locator('.activitybar [role=tab]')
        .filter({ has: page.getByLabel(name) })
        .or(page.locator(`.activitybar [role=tab][aria-label^="${name}"]`))
        .first()
        .click();
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

    /** Texts of the notifications on the screen. */
    async notifications() {
      return page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
    },

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
