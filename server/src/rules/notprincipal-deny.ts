import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import type { PrincipalElement, Statement } from '../policy/model.js';
import { hasTemplatePart } from '../policy/placeholders.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { addCondition } from './support/statementEdits.js';
import { isUnfinished } from './support/unfinished.js';

/** An exempted role is denied all the same unless its account and its session are listed with it. */
export const notprincipalDeny = defineRule({
  id: 'notprincipal-deny',
  defaultLevel: 'warning',
  tags: ['lockout'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['notprincipal-deny'],
  peers: ['not_principal_usage'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { effect, principal } = statement;
      if (effect !== 'Deny' || principal?.negated !== true || principal.entry.value === undefined) {
        continue;
      }
      if (isUnfinished(context, principal.entry.span)) {
        continue;
      }
      yield {
        span: principal.entry.key.span,
        message: l10n.t(
          '"{0}" with "Deny" also denies an exempted role whose account and session are not listed; use "Principal": "*" with a condition on aws:PrincipalArn.',
          'NotPrincipal',
        ),
        fixes: toCondition(context, statement, principal),
      };
    }
  },
});

function toCondition(context: RuleContext, statement: Statement, { entry, principals }: PrincipalElement): Fix[] {
  const arns = principals.map(({ type, value }) => (type === 'AWS' ? toArn(value.known) : undefined));
  const known = arns.filter((arn) => arn !== undefined);
  if (known.length === 0 || known.length < arns.length) {
    return [];
  }
  const value = known.length === 1 ? (known[0] ?? '') : known;
  const addExemption = addCondition(context, statement, 'ArnNotLike', 'aws:PrincipalArn', value);
  if (addExemption === undefined) {
    return [];
  }
  const { editor } = context.source;
  return [
    {
      title: l10n.t('Deny everyone but these, by a condition on aws:PrincipalArn'),
      // The sessions of an exempted role become exempt, which they were not unless listed.
      safe: false,
      edits: () => [
        ...editor.replaceString(entry.key, 'Principal'),
        ...editor.set([...statement.path, 'NotPrincipal'], { AWS: '*' }),
        ...addExemption(),
      ],
    },
  ];
}

/** The ARN that `aws:PrincipalArn` can hold for a principal; sessions and bare accounts have none. */
function toArn(text: string | undefined): string | undefined {
  if (text === undefined || hasTemplatePart(text)) {
    return undefined;
  }
  const { kind } = readAwsPrincipal(text);
  return kind === 'identity' || (kind === 'account' && text.startsWith('arn:')) ? text : undefined;
}
