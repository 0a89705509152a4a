import * as l10n from '@vscode/l10n';
import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';
import { pickText } from '../../knowledge/localText.js';
import { findElementText } from '../../knowledge/policyElements.js';
import { code, paragraphs } from '../markdown.js';

/** What a policy element is for, in words that suit the kind of policy. Undefined for unknown names. Markdown. */
export function elementDocs(
  name: string,
  kind: PolicyKind | 'unknown',
  locale: string | undefined,
): string | undefined {
  const text = findElementText(name, kind === 'unknown' ? undefined : kind);
  return text === undefined ? undefined : paragraphs([`**${name}**`, pickText(text, locale)]);
}

/** What a key inside `Principal` is for. */
export function principalTypeDocs(name: string): string | undefined {
  switch (name) {
    case 'AWS':
      return paragraphs([`**${code(name)}**`, l10n.t('Accounts, roles, users and sessions, by ARN or account id.')]);
    case 'Service':
      return paragraphs([
        `**${code(name)}**`,
        l10n.t('AWS services that call on their own, by service principal. Narrow them by their source.'),
      ]);
    case 'Federated':
      return paragraphs([`**${code(name)}**`, l10n.t('Identity providers, in role trust policies only.')]);
    case 'CanonicalUser':
      return paragraphs([`**${code(name)}**`, l10n.t('Canonical user ids of Amazon S3, in bucket policies only.')]);
    default:
      return undefined;
  }
}

/** `Version` and `Effect` values. */
export function plainValueDocs(text: string): string | undefined {
  switch (text) {
    case '2012-10-17':
      return paragraphs([`**${code(text)}**`, l10n.t('The current version of the policy language.')]);
    case '2008-10-17':
      return paragraphs([
        `**${code(text)}**`,
        l10n.t('The old version of the policy language: policy variables are plain text in it.'),
      ]);
    default:
      return undefined;
  }
}
