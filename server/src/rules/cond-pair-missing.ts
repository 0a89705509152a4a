import * as l10n from '@vscode/l10n';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { defineRule } from './rule.js';
import { isSameKey, readLegalConditions } from './support/conditions.js';

/** Keys that tell one network from another with the same private addresses. */
const VPC_ADDRESS = 'aws:VpcSourceIp';
const NETWORK_KEYS = [
  'aws:SourceVpc',
  'aws:SourceVpcArn',
  'aws:SourceVpce',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
];

/** Private addresses are the same in a thousand networks: alone they tell nobody from anybody. */
export const condPairMissing = defineRule({
  id: 'cond-pair-missing',
  defaultLevel: 'warning',
  tags: ['security'],
  catalogue: ['cond-pair-missing'],
  peers: ['MISSING_PAIRED_CONDITION_KEYS'],
  fixable: 'never',

  *check(context) {
    const { statements } = context.policy;
    const candidates = select(context, testsAddressInVpc);
    for (const { statement, keyName, key } of candidates.flatMap((each) => readLegalConditions(context, each))) {
      // A Deny of its own may keep other networks out.
      const isPaired = [statement, ...statements.filter(({ effect }) => effect === 'Deny')].some(testsNetwork);
      if (isSameKey(keyName, VPC_ADDRESS) && !isPaired) {
        yield {
          span: key.span,
          message: l10n.t(
            'Unpaired condition key "{0}": other VPCs use the same private addresses. Test "{1}" or "{2}" with it.',
            keyName,
            'aws:SourceVpc',
            'aws:SourceVpce',
          ),
        };
      }
    }
  },
});

function testsNetwork({ conditions }: Statement): boolean {
  return conditions.some(
    ({ key }) => key.known === undefined || NETWORK_KEYS.some((name) => isSameKey(name, key.known ?? '')),
  );
}

function testsAddressInVpc({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => isSameKey(key.known ?? '', VPC_ADDRESS));
}
