import * as l10n from '@vscode/l10n';
import { BUCKET_LOG_WRITERS, sendsSourceKeys } from '../knowledge/serviceSources.js';
import { defineRule, type RuleContext } from './rule.js';
import { allowsUse } from './support/keyUse.js';
import { type NamedService, serviceStatements } from './support/serviceStatements.js';
import { bindToSourceAccount, isUnguarded } from './support/sourceGuards.js';

/** A service acts for all its customers; without a condition any of them can have it reach the key or the bucket. */
export const confusedDeputy = defineRule({
  id: 'confused-deputy',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['key-policy', 'bucket-policy'],
  scope: 'statement',
  catalogue: ['confused-deputy'],
  peers: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', 'confused_deputy_risk'],
  fixable: 'sometimes',

  *check(context) {
    const { kind } = context;
    for (const { statement, services, isTheirsAlone } of serviceStatements(context)) {
      const service = services.find(({ parsed }) => kind !== 'unknown' && sendsSourceKeys(parsed.principal.id, kind));
      if (service === undefined || services.some((each) => hasOwnRule(context, each))) {
        continue;
      }
      if ((kind === 'bucket-policy' || allowsUse(statement)) && isUnguarded(statement)) {
        yield {
          span: service.principal.value.span,
          message: l10n.t(
            'Unscoped principal "{0}": the service may be made to act here on behalf of any AWS account.',
            service.text,
          ),
          fixes: isTheirsAlone && allSend(services, kind) ? bindToSourceAccount(context, statement) : [],
        };
      }
    }
  },
});

/** Services of logs, of which other rules speak in the words of their guides. */
function hasOwnRule({ kind }: RuleContext, { parsed }: NamedService): boolean {
  const { id } = parsed.principal;
  return kind === 'bucket-policy'
    ? BUCKET_LOG_WRITERS.some((writer) => writer.id === id)
    : id === 'logs' || id === 'cloudtrail';
}

/** A condition that only some of the services meet would shut the others out. */
function allSend(services: readonly NamedService[], kind: RuleContext['kind']): boolean {
  return kind !== 'unknown' && services.every(({ parsed }) => sendsSourceKeys(parsed.principal.id, kind));
}
