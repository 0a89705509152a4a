import { getKmsConditionKey } from '../../knowledge/kmsConditionKeys.js';
import { parseViaService, type ViaService } from '../../knowledge/viaServices.js';
import type { Statement } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import { demandsKey, type LegalCondition, readLegalConditions } from './conditions.js';

/** True for a condition on the service that calls for somebody. */
export function testsViaService({ keyName, parsed }: LegalCondition): boolean {
  return getKmsConditionKey(keyName)?.valueForm === 'via-service' && parsed.operator.family === 'String';
}

/** The services through which requests must come; undefined when the statement names none, or one cannot be read. */
export function demandedViaServices(
  context: Pick<RuleContext, 'source' | 'memo'>,
  statement: Statement,
): readonly ViaService[] | undefined {
  const conditions = readLegalConditions(context, statement).filter(
    (condition) => testsViaService(condition) && demandsKey(condition),
  );
  const values = conditions.length === 1 ? (conditions[0]?.values ?? []) : [];
  const parsed = values.map(({ known }) => (known === undefined ? undefined : parseViaService(known)));
  const complete = parsed.filter((item) => item !== undefined);
  return complete.length > 0 && complete.length === parsed.length ? complete : undefined;
}
