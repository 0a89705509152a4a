import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../../protocol/src/vocabulary.js';
import { viewStatement, viewSurroundings } from '../../server/src/analysis/views.js';
import { classify } from '../../server/src/policy/classify.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { readPolicy } from '../../server/src/policy/readPolicy.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import type { Finding, Rule, RuleContext } from '../../server/src/rules/rule.js';
import { contains } from '../../server/src/source/span.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';
import { anyKind, anyPolicy, corpus } from '../support/policyCorpus.js';
import { serviceReference } from '../support/serviceReference.js';

const SCOPED = ALL_RULES.filter(({ scope }) => scope === 'statement');

const FACTS: PolicyFacts = {
  account: '111122223333',
  region: 'us-east-1',
  caller: 'arn:aws:iam::111122223333:role/Admin',
  breakGlass: ['arn:aws:iam::111122223333:role/BreakGlass'],
  trustedAccounts: ['444455556666'],
  organization: 'o-a1b2c3d4e5',
  keySpec: 'RSA_2048',
  keyUsage: 'SIGN_VERIFY',
  keyOrigin: 'EXTERNAL',
  multiRegion: true,
};

function contextOf(text: string, languageId: string, kind: PolicyKind | undefined, facts: PolicyFacts) {
  const source = jsonFrontEnd.parse(text, languageId);
  if (source.root?.kind !== 'mapping') {
    return undefined;
  }
  const byContent = classify(source.root).kind;
  return {
    source,
    kind: kind ?? (byContent === 'none' ? 'unknown' : byContent),
    policy: readPolicy(source.root),
    reference: serviceReference,
    facts,
    isKnownRule: () => true,
    unusedSuppressions: () => [],
  } satisfies RuleContext;
}

/** What the promise is about: everything but fixes. */
function say({ span, message, level, related = [] }: Finding) {
  return JSON.stringify({ start: span.start, end: span.end, message, level, related });
}

function checkByStatement(rule: Rule, context: RuleContext): Finding[] {
  return [
    ...rule.check(viewSurroundings(context)),
    ...context.policy.statements.flatMap((statement) =>
      [...rule.check(viewStatement(context, statement))].filter(({ span }) => contains(statement.span, span)),
    ),
  ];
}

function expectPromiseKept(context: RuleContext | undefined): void {
  if (context === undefined) {
    return;
  }
  const { kind } = context;
  for (const rule of SCOPED) {
    if (rule.kinds === undefined || (kind !== 'unknown' && rule.kinds.includes(kind))) {
      const whole = [...rule.check(context)].map(say).sort();
      expect(checkByStatement(rule, context).map(say).sort(), rule.id).toEqual(whole);
    }
  }
}

describe('rules of scope "statement" say of a policy what they say of its statements one by one', () => {
  it('in every policy of the repository, as what it is and as a key policy', () => {
    for (const text of corpus) {
      for (const kind of [undefined, 'key-policy'] as const) {
        expectPromiseKept(contextOf(text, 'jsonc', kind, {}));
      }
    }
  });

  it('in policies mixed of all these, whole and broken', () => {
    fc.assert(
      fc.property(
        anyPolicy,
        fc.constantFrom('json', 'jsonc'),
        anyKind,
        fc.constantFrom({}, FACTS),
        (text, languageId, kind, facts) => expectPromiseKept(contextOf(text, languageId, kind, facts)),
      ),
      { numRuns: 400, seed: 20261125 },
    );
  });

  it('and most rules can promise it', () => {
    expect(SCOPED.length).toBeGreaterThan(ALL_RULES.length / 2);
  });
});
