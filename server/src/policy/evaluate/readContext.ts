import * as l10n from '@vscode/l10n';
import { getKmsAction } from '../../knowledge/kmsActions.js';
import { contextOf, type RequestContext } from './request.js';

/** What the other members of a request say of its context. */
interface Implied {
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly requestAlias: string | undefined;
  readonly action: string;
}

/**
 * Reads `context` and `contextIsPartial`; a text that is given back says what is wrong. Tags of the caller are its keys
 * `aws:PrincipalTag/…`, and a key that is asked for by an alias carries `kms:RequestAlias`; the context itself wins.
 */
export function readContext(
  request: { readonly context?: unknown; readonly contextIsPartial?: unknown },
  { tags, requestAlias, action }: Implied,
): RequestContext | string {
  const { context = {}, contextIsPartial } = request;
  if (typeof context !== 'object' || Array.isArray(context)) {
    return l10n.t('"{0}" must be an object.', 'context');
  }
  const values = new Map(Object.entries(tags ?? {}).map(([tag, value]) => [`aws:PrincipalTag/${tag}`, [value]]));
  if (requestAlias !== undefined && getKmsAction(action)?.conditionKeys.includes('kms:RequestAlias') === true) {
    values.set('kms:RequestAlias', [requestAlias]);
  }
  for (const [key, value] of Object.entries(context ?? {})) {
    const list = readValues(value);
    if (list === undefined) {
      return l10n.t('The values of "{0}" must be texts, numbers, booleans or lists of them.', 'context');
    }
    values.set(key, list);
  }
  return contextOf(Object.fromEntries(values), contextIsPartial === true ? () => true : undefined);
}

/** Numbers and booleans are the texts that AWS makes of them; `null` says that the key is absent. */
function readValues(value: unknown): string[] | undefined {
  if (value === null) {
    return [];
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.some((item) => typeof item === 'object' || item === undefined) ? undefined : list.map(String);
}
