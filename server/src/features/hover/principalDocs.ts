import * as l10n from '@vscode/l10n';
import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';
import { pickText } from '../../knowledge/localText.js';
import { findServicePrincipal, type ParsedServicePrincipal } from '../../knowledge/servicePrincipals.js';
import { readAwsPrincipal } from '../../policy/awsPrincipal.js';
import { bullets, code, paragraphs } from '../markdown.js';

/** Whom a principal means. Undefined when there is nothing certain to say. Markdown. */
export function principalDocs(
  type: string,
  text: string,
  kind: PolicyKind | 'unknown',
  locale: string | undefined,
): string | undefined {
  if (text === '*') {
    return paragraphs([`**${code('*')}**`, l10n.t('Everyone, in every AWS account. Only conditions narrow it.')]);
  }
  if (type === 'Service') {
    return servicePrincipalDocs(text, kind, locale);
  }
  return type === 'AWS' ? awsPrincipalDocs(text, kind) : undefined;
}

/** What a service principal is: the service, its Region, where that form is right. */
export function servicePrincipalDocs(
  text: string,
  kind: PolicyKind | 'unknown',
  locale: string | undefined,
): string | undefined {
  const parsed = findServicePrincipal(text);
  if (parsed === undefined) {
    return undefined;
  }
  const { principal, region } = parsed;
  return paragraphs([
    `**${principal.service}** · ${region === undefined ? l10n.t('service principal') : l10n.t('service principal in {0}', region)}`,
    principal.note === undefined ? undefined : pickText(principal.note, locale),
    bullets([
      formFact(parsed),
      kind === 'key-policy' && principal.keyPolicy === 'unusual'
        ? l10n.t('Rare in key policies: most services act for the caller or use grants.')
        : undefined,
    ]),
  ]);
}

function formFact({ principal }: ParsedServicePrincipal): string | undefined {
  switch (principal.form) {
    case 'regional':
      return principal.globalInTrust
        ? l10n.t('Written with a Region in resource policies, without one in role trust policies.')
        : l10n.t('Written with a Region.');
    case 'global':
      return l10n.t('Written without a Region, for every Region.');
    case 'both':
      return undefined;
  }
}

function awsPrincipalDocs(text: string, kind: PolicyKind | 'unknown'): string | undefined {
  const principal = readAwsPrincipal(text);
  switch (principal.kind) {
    case 'everyone':
      return undefined;
    case 'account': {
      return accountDocs(principal.account, kind);
    }
    case 'identity': {
      const { account, resource } = principal.arn;
      if (resource === 'root') {
        return accountDocs(account, kind);
      }
      const name = resource.slice(resource.lastIndexOf('/') + 1);
      return resource.startsWith('role/')
        ? paragraphs([
            `**${l10n.t('Role {0} of account {1}', code(name), code(account))}**`,
            l10n.t(
              'Every session of the role. If the role is deleted, AWS replaces the ARN by an id, and a new role of the same name is not the same principal.',
            ),
          ])
        : paragraphs([
            `**${l10n.t('User {0} of account {1}', code(name), code(account))}**`,
            l10n.t('One IAM user. AWS recommends roles, which have no long-term credentials.'),
          ]);
    }
    case 'session':
      return paragraphs([
        `**${l10n.t('Session of account {0}', code(principal.arn.account))}**`,
        l10n.t(
          'Only this one session: {0}. Other sessions of the same role are not meant.',
          code(principal.arn.resource),
        ),
      ]);
    case 'unique-id':
      return l10n.t(
        'Id of a user or role that was deleted. It matches nobody any more, and AWS KMS refuses a policy that holds it.',
      );
    case 'group':
      return l10n.t('IAM groups cannot be principals in any policy.');
    case 'wildcard':
      return l10n.t('AWS takes no wildcards inside a principal. Use {0} in a condition.', code('aws:PrincipalArn'));
    case 'service':
      return l10n.t('An AWS service belongs under {0}, not under {1}.', code('Service'), code('AWS'));
    case 'variable':
    case 'account-format':
    case 'other-resource':
    case 'malformed':
      return undefined;
  }
}

function accountDocs(account: string, kind: PolicyKind | 'unknown'): string {
  return paragraphs([
    `**${l10n.t('Account {0}', code(account))}**`,
    kind === 'key-policy'
      ? l10n.t(
          'The account as a whole, not only its root user: the statement lets IAM policies of the account give these permissions to its users and roles. By itself it gives nothing to any of them but the root user.',
        )
      : l10n.t('The account as a whole: its administrators decide by IAM policies who of it may use this.'),
    l10n.t('{0} and the 12-digit account id mean the same.', code(`arn:aws:iam::${account}:root`)),
  ]);
}
