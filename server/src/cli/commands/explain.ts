import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { requireRule } from '../configuration.js';
import { UsageError } from '../exitCode.js';
import type { CliIo } from '../io.js';

/**
 * Prints a rule's page.
 *
 * @param docsDirectory where the pages are: `docs/rules` of the installation
 * @throws UsageError when there is no such rule
 */
export function explain(rule: string, docsDirectory: string, io: CliIo): void {
  requireRule(rule);
  try {
    io.out(readFileSync(path.join(docsDirectory, `${rule}.md`), 'utf8'));
  } catch {
    throw new UsageError(
      l10n.t('The page of "{0}" is missing from this installation. Install Sealwright again.', rule),
    );
  }
}
