import * as l10n from '@vscode/l10n';
import { SSO_ROLE_PATH, SSO_ROLE_PREFIX } from '../knowledge/awsRolePaths.js';
import type { Statement } from '../policy/model.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { type RolePrincipal, rolePrincipals } from './support/roleArns.js';

/** Roles of permission sets stand under a path with the Region of Identity Center, which people leave out. */
export const principalSsoRolePath = defineRule({
  id: 'principal-sso-role-path',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-sso-role-path'],
  fixable: 'sometimes',

  *check(context) {
    for (const item of rolePrincipals(context)) {
      if (item.name.startsWith(SSO_ROLE_PREFIX) && !item.rolePath.startsWith(SSO_ROLE_PATH)) {
        yield {
          span: item.principal.value.span,
          message: l10n.t(
            'Nonexistent role "{0}": roles of IAM Identity Center stand under a path, "{1}", without the Region if that is us-east-1.',
            item.text,
            `role/${SSO_ROLE_PATH}REGION/${item.name}`,
          ),
          fixes: conditionFix(context, item),
        };
      }
    }
  },
});

/** The form that the guide of Identity Center recommends: the account, and a condition that leaves the path open. */
function conditionFix({ source }: RuleContext, { statement, element, arn, name }: RolePrincipal): Fix[] {
  const isAlone = element.principals.length === 1 && !element.negated && statement.effect === 'Allow';
  if (!isAlone || findEntry(statement.node, 'Condition') !== undefined) {
    return [];
  }
  const role = `arn:${arn.partition}:iam::${arn.account}:role/${SSO_ROLE_PATH}*${name}`;
  return [
    {
      title: l10n.t('Name the account, and the role in a condition on "{0}"', 'aws:PrincipalArn'),
      safe: false,
      edits: () => [
        ...source.editor.set(elementPath(statement), { AWS: `arn:${arn.partition}:iam::${arn.account}:root` }),
        ...source.editor.set([...statement.path, 'Condition'], { ArnLike: { 'aws:PrincipalArn': role } }),
      ],
    },
  ];
}

function elementPath({ path }: Statement) {
  return [...path, 'Principal'];
}
