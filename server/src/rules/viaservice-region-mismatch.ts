import * as l10n from '@vscode/l10n';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { classifyRegion } from '../knowledge/partitions.js';
import { parseViaService } from '../knowledge/viaServices.js';
import { defineRule } from './rule.js';
import { demandsKey, fixedValues, readLegalConditions } from './support/conditions.js';
import { replaceStringsFix } from './support/fixes.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';

/** A service calls KMS in its own Region, so that `kms:ViaService` never names another one than the key's. */
export const viaserviceRegionMismatch = defineRule({
  id: 'viaservice-region-mismatch',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['viaservice-region-mismatch'],
  fixable: 'always',

  *check(context) {
    const { region, multiRegion } = context.facts;
    if (region === undefined || multiRegion === true) {
      return; // the replicas of one key often share the text of their policies
    }
    for (const statement of context.policy.statements) {
      // Services in their own name carry no such key: viaservice-with-service-principal.
      const conditions = onlyServicePrincipals(statement).length > 0 ? [] : readLegalConditions(context, statement);
      for (const condition of conditions) {
        const isViaService = getKmsConditionKey(condition.keyName)?.valueForm === 'via-service';
        if (!isViaService || condition.parsed.operator.family !== 'String' || !demandsKey(condition)) {
          continue;
        }
        const read = [...fixedValues(condition.values)].map((value) => ({ value, via: parseViaService(value.known) }));
        // One text for the keys of several Regions lists them all; a pattern may fit.
        if (
          read.length < condition.values.length ||
          read.some(({ via }) => via === undefined || mayBe(via.region, region))
        ) {
          continue;
        }
        const [first, ...others] = read;
        if (first !== undefined) {
          yield {
            span: first.value.span,
            message: l10n.t(
              'Expected the Region of "{0}" to be "{1}", that of the key: services call KMS in their own Region, so the condition is never met.',
              first.value.known,
              region,
            ),
            related: others.map(({ value }) => ({
              span: value.span,
              message: l10n.t('The same goes for this value.'),
            })),
            fixes: replaceStringsFix(
              context,
              read.map(({ value, via }) => [value, `${via?.prefix ?? ''}.${region}.amazonaws.com`] as const),
              false,
            ),
          };
        }
      }
    }
  },
});

/** Also true for what is no Region, of which viaservice-form speaks. */
function mayBe(written: string, region: string): boolean {
  return written === region || classifyRegion(written) === 'no';
}
