import type { AppliedStatement } from './evaluatePolicies.js';
import { type Evidence, POLICY_SOURCES } from './evaluateSources.js';
import type { RequestContext } from './request.js';
import { variableKeys } from './variables.js';
import type { Weighed } from './weigh.js';

/**
 * What would have to be known for a definite decision: members of the request, then condition keys. Only what the answer
 * hangs on: an Allow that may apply matters no more once access is out of the question.
 */
export function missingFacts(evidence: Evidence, { deny, guardrails, access, refusal }: Weighed): readonly string[] {
  const { policies, grants, unknownSources, isSameAccount } = evidence;
  const allowIsOpen = refusal === undefined && guardrails !== 'no' && access === 'unknown';
  const limitIsOpen = refusal === undefined && guardrails === 'unknown' && access !== 'no';
  const found = new Set<string>([...unknownSources].filter((source) => source !== 'grants' || allowIsOpen));
  if (allowIsOpen && isSameAccount === 'unknown') {
    found.add('key.account');
  }
  for (const source of POLICY_SOURCES) {
    const isGuardrail = source === 'scps' || source === 'rcps' || source === 'endpointPolicy';
    for (const applied of policies[source].applied) {
      const counts = applied.effect === 'Deny' ? deny === 'unknown' : isGuardrail ? limitIsOpen : allowIsOpen;
      if (counts && applied.outcome === 'unknown') {
        addOpenKeys(found, applied, evidence);
      }
    }
  }
  if (allowIsOpen) {
    for (const { grant } of grants.applied.filter(({ outcome }) => outcome === 'unknown')) {
      found.add(grant.encryptionContextEquals === undefined ? 'kms:EncryptionContext' : 'kms:EncryptionContextKeys');
    }
  }
  return [...found];
}

function addOpenKeys(found: Set<string>, { compiled, context }: AppliedStatement, { question }: Evidence): void {
  if (compiled.resource(question.resource, context) === 'unknown') {
    found.add('key.arn');
  }
  for (const { condition, matches } of compiled.conditions) {
    if (matches(context) !== 'unknown') {
      continue;
    }
    const texts = condition.values.map(({ known }) => known ?? '');
    for (const key of [condition.key.known ?? '', ...texts.flatMap(variableKeys)]) {
      if (isOpen(context, key)) {
        found.add(key);
      }
    }
  }
}

function isOpen(context: RequestContext, key: string): boolean {
  return context.lookup(key).state === 'unknown';
}
