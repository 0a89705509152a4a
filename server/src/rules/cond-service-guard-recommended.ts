import * as l10n from '@vscode/l10n';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { sendsSourceKeys } from '../knowledge/serviceSources.js';
import { defineRule, type RuleContext } from './rule.js';
import { isSourceKey } from './support/absentKeys.js';
import { renameKeyFix } from './support/conditionFixes.js';
import { isSameKey, readLegalConditions } from './support/conditions.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { type NamedService, serviceStatements } from './support/serviceStatements.js';

/** Services once put an account into a header that anybody can write; `aws:SourceAccount` took its place. */
export const condServiceGuardRecommended = defineRule({
  id: 'cond-service-guard-recommended',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['cond-service-guard-recommended'],
  peers: ['RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, services } of serviceStatements(context)) {
      const conditions = readLegalConditions(context, statement);
      const isGuarded = conditions.some(
        ({ keyName }) => isSourceKey(keyName) || encryptionContextKeyOf(keyName) !== undefined,
      );
      if (isGuarded || services.some((service) => hasOwnRule(context, service))) {
        continue;
      }
      const header = conditions.find(
        ({ keyName }) => isSameKey(keyName, 'aws:Referer') || isSameKey(keyName, 'aws:UserAgent'),
      );
      if (header !== undefined) {
        const isAccount = header.values.every(({ known }) => /^\d{12}$/.test(known ?? ''));
        yield {
          span: header.key.span,
          message: l10n.t(
            'Expected "{0}" to be "{1}": the former is a header that any caller can write.',
            header.keyName,
            'aws:SourceAccount',
          ),
          fixes: isAccount ? renameKeyFix(context, header, 'aws:SourceAccount', { safe: false }) : [],
        };
      }
    }
  },
});

/** Services of which `confused-deputy` and the rules of logs demand a source already. */
function hasOwnRule({ kind }: RuleContext, { parsed }: NamedService): boolean {
  const { id } = parsed.principal;
  return id === 'logs' || id === 'cloudtrail' || (kind !== 'unknown' && sendsSourceKeys(id, kind));
}
