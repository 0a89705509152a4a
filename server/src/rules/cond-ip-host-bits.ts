import * as l10n from '@vscode/l10n';
import { clearHostBits } from '../policy/ipNetwork.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { ipConditions } from './support/sourceIp.js';

/** Bits behind the prefix length do not count: the value looks like one address and means a whole network. */
export const condIpHostBits = defineRule({
  id: 'cond-ip-host-bits',
  defaultLevel: 'info',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-ip-host-bits'],
  peers: ['IMPROVE_IP_RANGE'],
  fixable: 'always',

  *check(context) {
    for (const { ranges } of ipConditions(context)) {
      for (const { value, range } of ranges) {
        const network = clearHostBits(range);
        if (network !== undefined) {
          yield {
            span: value.span,
            message: l10n.t(
              'Expected "{0}" to be "{1}": bits behind the prefix length do not count, and the value covers the whole range.',
              value.known,
              network,
            ),
            fixes: replaceStringFix(context, value, network, true),
          };
        }
      }
    }
  },
});
