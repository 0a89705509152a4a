import * as l10n from '@vscode/l10n';
import { KMS_CRYPTOGRAPHIC_ACTIONS } from '../knowledge/kmsActions.js';
import type { Policy, Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { exemptServicesFix, findServiceDenial } from './support/serviceDenials.js';

/** What services do with a key: cryptography, and grants to go on with it. */
const SERVICE_ACTIONS: readonly string[] = [...KMS_CRYPTOGRAPHIC_ACTIONS, 'CreateGrant'].map((name) => `kms:${name}`);

/** A Deny by network, organization or MFA is meant for people, and takes the key away from every integrated service. */
export const keyDenyHitsServices = defineRule({
  id: 'key-deny-hits-services',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['key-deny-hits-services'],
  peers: ['rcp_missing_service_carveout'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const denial = findServiceDenial(context, statement);
      const denied = SERVICE_ACTIONS.filter((name) => coversAction(statement, name) === 'yes');
      if (denial === undefined || denied.length === 0) {
        continue;
      }
      const { condition, hitsForwarded } = denial;
      // Requests that services make for your principals carry the organization; only their own calls do not.
      if (hitsForwarded || allowsService(context.policy, denied)) {
        yield {
          span: condition.key.span,
          message: l10n.t(
            'Overreaching Deny: requests of AWS services do not come with your "{0}", so services such as Amazon S3 can no longer use the key.',
            condition.keyName,
          ),
          fixes: exemptServicesFix(context, statement, hitsForwarded),
        };
      }
    }
  },
});

/** Whether some Allow lets a service do, in its own name, what the Deny takes away. */
function allowsService({ statements }: Policy, actions: readonly string[]): boolean {
  return statements.some(
    (statement: Statement) =>
      statement.effect === 'Allow' &&
      statement.principal?.negated === false &&
      statement.principal.principals.some(({ type }) => type === 'Service') &&
      actions.some((name) => coversAction(statement, name) === 'yes'),
  );
}
