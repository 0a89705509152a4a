import { describe, expect, it } from 'vitest';
import { decisionOf } from '../../support/simulations.js';
import { conditionKeyCases } from './requests/conditionKeys.js';
import { crossAccountCases } from './requests/crossAccount.js';
import { elementCases } from './requests/elements.js';
import { grantCases } from './requests/grants.js';
import { guardrailCases } from './requests/guardrails.js';
import { keyCases } from './requests/keys.js';
import { operatorCases } from './requests/operators.js';
import { orderCases } from './requests/order.js';
import { principalCases } from './requests/principals.js';
import { type RequestCase, SECTIONS } from './requests/requestCase.js';
import { unknownCases } from './requests/unknowns.js';
import { variableCases } from './requests/variables.js';

const topics: Readonly<Record<string, readonly RequestCase[]>> = {
  'the order of evaluation': orderCases,
  principals: principalCases,
  'actions and resources': elementCases,
  'condition operators': operatorCases,
  'policy variables': variableCases,
  'condition keys': conditionKeyCases,
  grants: grantCases,
  'callers of another account': crossAccountCases,
  'what the key refuses': keyCases,
  guardrails: guardrailCases,
  'what is not told': unknownCases,
};
const cases = Object.values(topics).flat();

describe.each(Object.entries(topics))('%s', (_, rows) => {
  it.each(rows.map(([name, , request, expected]) => ({ name, request, expected })))(
    '$name: $expected',
    ({ request, expected }) => {
      expect(decisionOf(request)).toBe(expected);
    },
  );
});

describe('the table', () => {
  it('has at least 300 requests', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });

  it('has every answer', () => {
    expect(new Set(cases.map(([, , , expected]) => expected))).toEqual(
      new Set(['allowed', 'explicitDeny', 'implicitDeny', 'delegatedToIam', 'unknown']),
    );
  });

  it('cites a section that exists in every case', () => {
    expect(cases.filter(([, fact]) => !SECTIONS.has(fact.split(':')[0] ?? '') || !/: ./.test(fact))).toEqual([]);
  });

  it('names no case twice within a topic', () => {
    const twice = Object.entries(topics).flatMap(([topic, rows]) => {
      const names = rows.map(([name]) => name);
      return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${topic}: ${name}`);
    });
    expect(twice).toEqual([]);
  });
});
