import * as l10n from '@vscode/l10n';
import { parseArn } from '../policy/arn.js';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { type PrincipalValue, principalValues } from './support/principalValues.js';
import { addCondition } from './support/statementEdits.js';

/** In a principal `*` stands alone or not at all; patterns of principals belong into a condition. */
export const principalPartialWildcard = defineRule({
  id: 'principal-partial-wildcard',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-partial-wildcard'],
  peers: ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const value of principalValues(context, 'AWS')) {
      if (readAwsPrincipal(value.text).kind === 'wildcard') {
        yield {
          span: value.principal.value.span,
          message: l10n.t(
            'Invalid principal "{0}": AWS takes no wildcard inside a principal; use "*" with a condition on aws:PrincipalArn.',
            value.text,
          ),
          fixes: toCondition(context, value),
        };
      }
    }
  },
});

/**
 * `aws:PrincipalArn` holds the ARN of the role even for its sessions, so only patterns of users and roles can move
 * there, and only when the statement names nobody else.
 */
function toCondition(context: RuleContext, { statement, element }: PrincipalValue): Fix[] {
  const patterns = element.principals.map(({ type, value }) => (type === 'AWS' ? value.known : undefined));
  const movable = patterns.filter((text) => text !== undefined && isIdentityPattern(text)) as string[];
  if (element.negated || movable.length < patterns.length) {
    return [];
  }
  const value = movable.length === 1 ? (movable[0] ?? '') : movable;
  const addPattern = addCondition(context, statement, 'ArnLike', 'aws:PrincipalArn', value);
  if (addPattern === undefined) {
    return [];
  }
  const principalPath = [...statement.path, String(element.entry.key.value)];
  return [
    {
      title: l10n.t('Move the pattern to a condition on aws:PrincipalArn'),
      // Everybody of another account whose ARN matches is let in too, where the pattern leaves the account open.
      safe: false,
      edits: () => [...context.source.editor.set(principalPath, { AWS: '*' }), ...addPattern()],
    },
  ];
}

function isIdentityPattern(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === 'iam' && /^\d{12}$/.test(arn.account) && /^(?:role|user)\//.test(arn.resource);
}
