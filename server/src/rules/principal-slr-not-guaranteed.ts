import * as l10n from '@vscode/l10n';
import { SLR_PATH } from '../knowledge/awsRolePaths.js';
import { defineRule } from './rule.js';
import { rolePrincipals } from './support/roleArns.js';

/** AWS makes most service-linked roles when their service is first used, and KMS refuses principals that do not exist. */
export const principalSlrNotGuaranteed = defineRule({
  id: 'principal-slr-not-guaranteed',
  // In an account in use the role is nearly always there.
  defaultLevel: 'off',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['principal-slr-not-guaranteed'],
  fixable: 'never',

  *check(context) {
    for (const { principal, text, rolePath } of rolePrincipals(context)) {
      if (rolePath.startsWith(SLR_PATH)) {
        yield {
          span: principal.value.span,
          message: l10n.t(
            'Service-linked role "{0}" may not exist yet: in a new account KMS then refuses the policy. Create the role first.',
            text,
          ),
        };
      }
    }
  },
});
