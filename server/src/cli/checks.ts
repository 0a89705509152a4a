import * as l10n from '@vscode/l10n';
import { isPrincipal } from '../policy/access/lockout.js';
import { UsageError } from './exitCode.js';

/** @throws UsageError when the text is no account ID */
export function requireAccount(text: string): string {
  if (!/^\d{12}$/.test(text)) {
    throw new UsageError(l10n.t('"{0}" is no account: it takes twelve digits.', text));
  }
  return text;
}

/** @throws UsageError when the text names nobody who can call AWS */
export function requirePrincipal(text: string): string {
  if (!isPrincipal(text)) {
    throw new UsageError(
      l10n.t('"{0}" is no principal: give the ARN of a user, role or session, or an account.', text),
    );
  }
  return text;
}
