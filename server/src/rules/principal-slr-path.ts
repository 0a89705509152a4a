import * as l10n from '@vscode/l10n';
import { SLR_PATH, SLR_PREFIX, serviceOfLinkedRole } from '../knowledge/awsRolePaths.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { rolePrincipals } from './support/roleArns.js';

/** A service-linked role stands under the path of its service; under any other it does not exist. */
export const principalSlrPath = defineRule({
  id: 'principal-slr-path',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-slr-path'],
  fixable: 'sometimes',

  *check(context) {
    for (const { principal, text, arn, name, rolePath } of rolePrincipals(context)) {
      if (!name.startsWith(SLR_PREFIX) || rolePath.startsWith(SLR_PATH)) {
        continue;
      }
      const service = serviceOfLinkedRole(name);
      const meant =
        service === undefined
          ? undefined
          : `arn:${arn.partition}:iam::${arn.account}:role/${SLR_PATH}${service}/${name}`;
      yield {
        span: principal.value.span,
        message:
          meant === undefined
            ? l10n.t(
                'Nonexistent role "{0}": service-linked roles stand under the path of their service, "{1}".',
                text,
                `role/${SLR_PATH}SERVICE.amazonaws.com/${name}`,
              )
            : l10n.t('Expected the service-linked role "{0}" to be "{1}".', text, meant),
        // The name is reserved, so that the role can only have been meant so; the statement begins to apply.
        fixes: meant === undefined ? [] : replaceStringFix(context, principal.value, meant, false),
      };
    }
  },
});
