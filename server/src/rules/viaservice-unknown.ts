import * as l10n from '@vscode/l10n';
import {
  findViaServiceFault,
  isNoViaService,
  nearestViaService,
  parseViaService,
  VIA_SERVICES,
} from '../knowledge/viaServices.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule, type RuleContext } from './rule.js';
import { demandsKey, fixedValues, type LegalCondition, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';
import { testsViaService } from './support/viaService.js';

/** The table of names grows, so a name that merely is not in it is worth a hint; a known wrong one is worth a warning. */
export const viaserviceUnknown = defineRule({
  id: 'viaservice-unknown',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['viaservice-unknown'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      if (!testsViaService(condition) || isNeverMet(context, condition)) {
        continue;
      }
      for (const value of fixedValues(condition.values)) {
        const parsed = parseViaService(value.known);
        const isJudged = parsed !== undefined && !hasWildcard(parsed.prefix);
        if (!isJudged || findViaServiceFault(value.known) !== undefined || Object.hasOwn(VIA_SERVICES, parsed.prefix)) {
          continue;
        }
        const nearest = nearestViaService(parsed.prefix);
        const meant = nearest === undefined ? undefined : value.known.replace(parsed.prefix, nearest);
        const isCertain = meant !== undefined || isNoViaService(parsed.prefix);
        yield {
          span: value.span,
          ...(!isCertain && { level: 'info' as const }),
          message: describe(value.known, parsed.prefix, nearest, isCertain),
          fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});

/** Of a service that calls in its own name viaservice-with-service-principal says that no value helps. */
function isNeverMet({ kind }: RuleContext, condition: LegalCondition): boolean {
  return kind === 'key-policy' && demandsKey(condition) && onlyServicePrincipals(condition.statement).length > 0;
}

function describe(text: string, prefix: string, nearest: string | undefined, isCertain: boolean): string {
  if (nearest !== undefined) {
    return l10n.t(
      'Expected "{0}" to begin with "{1}": AWS KMS knows no service "{2}" in "kms:ViaService".',
      text,
      nearest,
      prefix,
    );
  }
  return isCertain
    ? l10n.t(
        'Unsupported service "{0}": it does not call AWS KMS on behalf of others, so "{1}" never matches.',
        prefix,
        text,
      )
    : l10n.t(
        'Unknown service "{0}": it is not in the table of services that set "kms:ViaService". Check the name.',
        prefix,
      );
}
