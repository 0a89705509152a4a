import * as l10n from '@vscode/l10n';
import { IMAGE_REGISTERS } from '../knowledge/attestation.js';
import { findCallerConditionKey } from '../knowledge/callerConditionKeys.js';
import { findEveryone } from '../policy/exposure.js';
import { defineRule } from './rule.js';
import { bindToAccount } from './support/accountCondition.js';
import { demandedAttestations } from './support/attestation.js';

/** A measured image is the same in every account: whoever has the image file can run it and get the plaintext. */
export const enclaveDeploymentBinding = defineRule({
  id: 'enclave-deployment-binding',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['key-policy'],
  catalogue: ['enclave-deployment-binding'],
  peers: ['kms_key_enclave_attestation_no_deployment_binding'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const everyone = statement.principal?.negated === false ? findEveryone(statement.principal) : undefined;
      if (statement.effect !== 'Allow' || everyone === undefined) {
        continue;
      }
      const registers = demandedAttestations(context, statement).map(({ register }) => register);
      const isImageOnly = registers.length > 0 && registers.every((register) => IMAGE_REGISTERS.includes(register));
      const saysWhoCalls = statement.conditions.some(
        ({ key }) => key.known === undefined || findCallerConditionKey(key.known) !== undefined,
      );
      if (isImageOnly && !saysWhoCalls) {
        yield {
          span: everyone.value.span,
          message: l10n.t(
            'Unbound enclave: {0} only tell which image runs, and any account may run it. Name the role, or test PCR3, PCR4, PCR8 or the account.',
            [...new Set(registers)].join(', '),
          ),
          fixes: bindToAccount(context, statement),
        };
      }
    }
  },
});
