import { describe, expect, it } from 'vitest';
import { expandActionPattern, parseActionText } from '../../server/src/knowledge/actionLookup.js';
import { findConditionKey } from '../../server/src/knowledge/conditionKeyLookup.js';
import { parseConditionOperator } from '../../server/src/knowledge/conditionOperators.js';
import { effects, getElementRule, listElements, principalTypes } from '../../server/src/knowledge/policyElements.js';
import { getPolicyLimit, isLegalPolicyCharacter, measurePolicy } from '../../server/src/knowledge/policyLimits.js';
import { findServicePrincipal, findServicePrincipalFault } from '../../server/src/knowledge/servicePrincipals.js';
import { findViaServiceFault } from '../../server/src/knowledge/viaServices.js';
import { canonicalPolicies, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

type Json = Record<string, unknown>;
const list = (value: unknown): string[] => (value === undefined ? [] : ([value].flat() as string[]));

describe('the fixtures', () => {
  it('cover every kind', () => {
    const kinds = new Set([...canonicalPolicies, ...publishedPolicies].map(({ kind }) => kind));
    expect(kinds.size).toBe(9);
    expect(canonicalPolicies.length).toBeGreaterThanOrEqual(34);
  });
});

// What the product recommends, and what AWS publishes, must agree with everything that the product knows.
describe.each(
  [...canonicalPolicies, ...publishedPolicies].map(
    (fixture) => [`${fixture.name} (${fixture.kind})`, fixture] as const,
  ),
)('%s', (_, { kind, text }) => {
  const policy = JSON.parse(text) as Json;
  const statements = [policy['Statement']].flat() as Json[];

  it('has the elements of its kind and fits its size', () => {
    const { max, unit } = getPolicyLimit(kind);
    expect(measurePolicy(text, unit)).toBeLessThanOrEqual(max);
    expect([...text].every((character) => isLegalPolicyCharacter(kind, character.codePointAt(0) ?? 0))).toBe(true);
    expect(policy['Version']).toBe('2012-10-17');
    for (const statement of statements) {
      for (const name of Object.keys(statement)) {
        expect(['required', 'allowed', 'discouraged']).toContain(getElementRule(kind, 'statement', name)?.presence);
      }
      for (const { name, presence, twin } of listElements(kind, 'statement')) {
        if (presence === 'required') {
          expect(statement[name] ?? statement[twin ?? '']).toBeDefined();
        }
      }
      expect(effects(kind)).toContain(statement['Effect']);
    }
  });

  it('names actions, condition keys, operators and principals that exist', () => {
    for (const statement of statements) {
      for (const action of [...list(statement['Action']), ...list(statement['NotAction'])]) {
        const known =
          parseActionText(action).kind === 'all' || expandActionPattern(serviceReference, action).length > 0;
        expect([action, known]).toEqual([action, true]);
      }
      for (const [operator, keys] of Object.entries((statement['Condition'] ?? {}) as Record<string, Json>)) {
        expect(parseConditionOperator(operator)?.canonical).toBe(operator);
        for (const [key, values] of Object.entries(keys)) {
          expect(findConditionKey(serviceReference, key)?.name).toBe(key);
          if (key === 'kms:ViaService') {
            expect(list(values).map(findViaServiceFault)).toEqual(list(values).map(() => undefined));
          }
        }
      }
      const principal = statement['Principal'];
      if (typeof principal === 'object' && principal !== null) {
        expect(Object.keys(principal).filter((type) => !principalTypes(kind).some((known) => known === type))).toEqual(
          [],
        );
        for (const service of list((principal as Json)['Service'])) {
          expect([service, findServicePrincipal(service) !== undefined]).toEqual([service, true]);
          expect([service, findServicePrincipalFault(service, kind)]).toEqual([service, undefined]);
        }
      }
    }
  });
});
