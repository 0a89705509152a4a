import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KMS_ACTIONS } from '../../../server/src/knowledge/kmsActions.js';
import { decide } from '../../../server/src/policy/evaluate/decide.js';
import type { DecisionWord } from '../../../server/src/policy/evaluate/simulation.js';
import { matchesWildcard } from '../../../server/src/policy/wildcard.js';
import {
  arbitraryIdentityPolicy,
  arbitraryIdentityStatement,
  arbitraryPartialRequest,
  arbitraryRequest,
  arbitraryResourceStatement,
} from '../../support/arbitraryRequests.js';
import {
  ACCOUNT,
  decisionOf,
  deny,
  LOGS,
  mayNot,
  OTHER_ROLE,
  type RequestValue,
  ROLE,
  ROOT,
  SESSION,
  type StatementValue,
  simulationOf,
  USER,
  verdictOf,
} from '../../support/simulations.js';

const statementsOf = (policy: unknown): readonly StatementValue[] => {
  const { Statement } = policy as { Statement: StatementValue | readonly StatementValue[] };
  return Array.isArray(Statement) ? Statement : [Statement as StatementValue];
};
const withStatements = (policy: unknown, Statement: readonly StatementValue[]) => ({
  ...(policy as object),
  Statement,
});
const changeKeyPolicy = (
  request: RequestValue,
  change: (statements: readonly StatementValue[]) => readonly StatementValue[],
) => ({
  ...request,
  keyPolicy: withStatements(request['keyPolicy'], change(statementsOf(request['keyPolicy']))),
});

/** Every policy of a request changed, wherever it stands. */
function mapPolicies(request: RequestValue, change: (policy: unknown) => unknown): RequestValue {
  const map = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(map) : typeof value === 'object' && value !== null ? change(value) : value;
  const members = ['keyPolicy', 'identityPolicies', 'scps', 'rcps', 'boundary', 'sessionPolicies', 'endpointPolicy'];
  return { ...request, ...Object.fromEntries(members.map((member) => [member, map(request[member])])) };
}

const mapStatements = (request: RequestValue, change: (statement: StatementValue) => StatementValue) =>
  mapPolicies(request, (policy) => withStatements(policy, statementsOf(policy).map(change)));

const isDefinite = (decision: DecisionWord) =>
  decision === 'allowed' || decision === 'explicitDeny' || decision === 'implicitDeny';

describe('an explicit Deny', () => {
  const arbitraryUse = arbitraryRequest.map((request): RequestValue => ({ ...request, action: 'kms:Decrypt' }));
  const arbitraryUseBy = (...callers: readonly string[]) =>
    fc
      .tuple(arbitraryUse, fc.constantFrom(...callers))
      .map(([request, principal]): RequestValue => ({ ...request, principal }));
  const keyActions = arbitraryUse;
  const persons = arbitraryUseBy(ROLE, SESSION, USER, OTHER_ROLE, ROOT);
  const noRoots = arbitraryUseBy(ROLE, SESSION, USER, OTHER_ROLE);

  it('in the key policy wins over everything', () => {
    fc.assert(
      fc.property(keyActions, (request) => {
        expect(decisionOf(changeKeyPolicy(request, (statements) => [...statements, deny('*')]))).toBe('explicitDeny');
      }),
    );
  });

  it.each(['identityPolicies', 'sessionPolicies'])('in %s wins over everything', (member) => {
    fc.assert(
      fc.property(noRoots, (request) => {
        const policies = [...(request[member] as readonly unknown[]), { Statement: mayNot() }];
        expect(decisionOf({ ...request, [member]: policies })).toBe('explicitDeny');
      }),
    );
  });

  it('in the boundary wins over everything', () => {
    fc.assert(
      fc.property(noRoots, (request) => {
        expect(decisionOf({ ...request, boundary: { Statement: mayNot() } })).toBe('explicitDeny');
      }),
    );
  });

  it('in a guardrail wins over everything', () => {
    fc.assert(
      fc.property(persons, (request) => {
        const scps = [...(request['scps'] as readonly unknown[]), [{ Statement: mayNot() }]];
        expect(decisionOf({ ...request, scps })).toBe('explicitDeny');
        expect(decisionOf({ ...request, rcps: [{ Statement: deny('*') }] })).toBe('explicitDeny');
        expect(decisionOf({ ...request, endpointPolicy: { Statement: deny('*') } })).toBe('explicitDeny');
      }),
    );
  });
});

describe('access', () => {
  it('is never taken away by another Allow', () => {
    fc.assert(
      fc.property(
        arbitraryRequest,
        arbitraryResourceStatement,
        arbitraryIdentityStatement,
        (request, forKey, forIam) => {
          const before = decisionOf(request);
          const iam = { Statement: { ...forIam, Effect: 'Allow' } };
          const after = [
            changeKeyPolicy(request, (statements) => [{ ...forKey, Effect: 'Allow' }, ...statements]),
            { ...request, identityPolicies: [...(request['identityPolicies'] as readonly unknown[]), iam] },
          ].map(decisionOf);
          expect(before === 'allowed' ? after.every((decision) => decision === 'allowed') : true).toBe(true);
          expect(after.map((decision) => decision === 'explicitDeny')).toEqual([
            before === 'explicitDeny',
            before === 'explicitDeny',
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never taken away when a Deny goes', () => {
    fc.assert(
      fc.property(arbitraryRequest, fc.nat(), (request, which) => {
        const fewer = changeKeyPolicy(request, (statements) =>
          statements.filter(({ Effect }, index) => Effect !== 'Deny' || index !== which % statements.length),
        );
        const none = mapPolicies(request, (policy) =>
          withStatements(
            policy,
            statementsOf(policy).filter(({ Effect }) => Effect !== 'Deny'),
          ),
        );
        if (decisionOf(request) === 'allowed') {
          expect([decisionOf(fewer), decisionOf(none)]).toEqual(['allowed', 'allowed']);
        }
        expect(decisionOf(none)).not.toBe('explicitDeny');
      }),
      { numRuns: 300 },
    );
  });

  it('is never taken away by another grant', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const more = [
          ...(request['grants'] as readonly unknown[]),
          { granteePrincipal: ROLE, operations: ['Decrypt', 'Encrypt'] },
        ];
        const before = decisionOf(request);
        const after = decisionOf({ ...request, grants: more });
        expect(before === 'implicitDeny' || before === after || after === 'allowed').toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is never given by another level of guardrails, a boundary or an endpoint policy', () => {
    fc.assert(
      fc.property(arbitraryRequest, arbitraryIdentityPolicy, (request, limit) => {
        const forAll = mapPolicies({ rcps: limit }, (policy) =>
          withStatements(
            policy,
            statementsOf(policy).map((statement) => ({ Principal: '*', ...statement })),
          ),
        )['rcps'];
        const limited: readonly RequestValue[] = [
          { ...request, scps: [...(request['scps'] as readonly unknown[]), [limit]] },
          { ...request, rcps: [...(request['rcps'] as readonly unknown[]), [forAll]] },
          { ...request, boundary: null },
        ];
        const [scps, rcps] = limited.map(decisionOf);
        if (decisionOf(request) === 'implicitDeny') {
          expect([scps, rcps]).not.toContain('allowed');
        }
        if (decisionOf({ ...request, boundary: null }) === 'implicitDeny') {
          expect(decisionOf({ ...request, boundary: limit })).not.toBe('allowed');
        }
        if (decisionOf({ ...request, endpointPolicy: null }) === 'implicitDeny') {
          expect(decisionOf({ ...request, endpointPolicy: forAll })).not.toBe('allowed');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what never matters', () => {
  const same = (change: (request: RequestValue) => unknown) =>
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        expect(decisionOf(change(request))).toBe(decisionOf(request));
      }),
      { numRuns: 200 },
    );

  it('the order of statements and of policies', () => {
    same((request) => {
      const reversed = mapPolicies(request, (policy) => withStatements(policy, [...statementsOf(policy)].reverse()));
      const flip = (member: string) => [...(reversed[member] as readonly unknown[])].reverse();
      return {
        ...reversed,
        identityPolicies: flip('identityPolicies'),
        scps: flip('scps'),
        rcps: flip('rcps'),
        grants: flip('grants'),
      };
    });
  });

  it('a list or a single value', () => {
    const asList = (value: unknown) => (value === undefined || Array.isArray(value) ? value : [value]);
    same((request) =>
      mapStatements(request, (statement) => {
        const lists = ['Action', 'NotAction', 'Resource', 'NotResource'].flatMap((name) =>
          name in statement ? [[name, asList(statement[name])]] : [],
        );
        return { ...statement, ...Object.fromEntries(lists) };
      }),
    );
  });

  it('the formatting, the order of members, Sids and Ids', () => {
    same((request) =>
      mapPolicies(
        mapStatements(request, (statement) =>
          Object.fromEntries([['Sid', 'x'], ...Object.entries(statement).reverse()]),
        ),
        (policy) => JSON.stringify({ Id: 'y', ...(policy as object) }, undefined, 3),
      ),
    );
  });

  it('a statement that stands twice', () => {
    same((request) =>
      mapPolicies(request, (policy) =>
        withStatements(
          policy,
          statementsOf(policy).flatMap((statement) => [statement, statement]),
        ),
      ),
    );
  });

  it('the case of action names and condition keys', () => {
    same((request) =>
      mapStatements({ ...request, action: String(request['action']).toUpperCase() }, (statement) => {
        const upper = (value: unknown): unknown =>
          Array.isArray(value) ? value.map(upper) : String(value).toUpperCase();
        const actions = ['Action', 'NotAction'].flatMap((name) =>
          name in statement ? [[name, upper(statement[name])]] : [],
        );
        const conditions = Object.entries(statement['Condition'] ?? {}).map(([operator, block]) => [
          operator,
          Object.fromEntries(Object.entries(block as object).map(([key, value]) => [key.toUpperCase(), value])),
        ]);
        return {
          ...statement,
          ...Object.fromEntries(actions),
          ...(conditions.length > 0 && { Condition: Object.fromEntries(conditions) }),
        };
      }),
    );
  });

  it('an account as twelve digits or as its root', () => {
    const respell = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(respell) : value === ROOT ? ACCOUNT : value === ACCOUNT ? ROOT : value;
    same((request) =>
      mapStatements(request, (statement) => {
        const { Principal } = statement;
        return typeof Principal === 'object' && Principal !== null && 'AWS' in Principal
          ? { ...statement, Principal: { ...Principal, AWS: respell(Principal.AWS) } }
          : statement;
      }),
    );
  });

  it('wildcards or the actions they stand for', () => {
    const expand = (value: unknown): readonly string[] =>
      (Array.isArray(value) ? value : [value]).flatMap((pattern: string) =>
        KMS_ACTIONS.map(({ name }) => `kms:${name}`).filter((action) =>
          matchesWildcard(pattern.toLowerCase(), action.toLowerCase()),
        ),
      );
    same((request) =>
      mapStatements(request, (statement) => {
        const { Action, NotAction, ...rest } = statement;
        return { ...rest, ...(Action === undefined ? { NotAction: expand(NotAction) } : { Action: expand(Action) }) };
      }),
    );
  });

  it('all actions but some, or the others by name', () => {
    const names = KMS_ACTIONS.map(({ name }) => `kms:${name}`);
    same((request) =>
      mapStatements(request, (statement) => {
        const { NotAction, ...rest } = statement;
        if (NotAction === undefined) {
          return statement;
        }
        const patterns = (Array.isArray(NotAction) ? NotAction : [NotAction]).map((pattern: string) =>
          pattern.toLowerCase(),
        );
        return {
          ...rest,
          Action: names.filter((name) => !patterns.some((pattern) => matchesWildcard(pattern, name.toLowerCase()))),
        };
      }),
    );
  });

  it('a second look', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const before = JSON.stringify(request);
        expect(decisionOf(request)).toBe(decisionOf(request));
        expect(JSON.stringify(request)).toBe(before);
      }),
    );
  });
});

describe('three-valued answers', () => {
  it('only become definite as facts are added', () => {
    fc.assert(
      fc.property(arbitraryPartialRequest, ({ complete, partial }) => {
        const decision = decisionOf(partial);
        expect(isDefinite(decision) ? decisionOf(complete) : decision).toBe(decision);
      }),
      { numRuns: 1_500 },
    );
  });

  it('name what is missing exactly when they are open', () => {
    fc.assert(
      fc.property(arbitraryPartialRequest, ({ partial }) => {
        const { decision, missing } = verdictOf(partial);
        const isNamed = missing.length > 0 || isOpenByGrant(partial, decision);
        expect(isDefinite(decision) ? missing : isNamed).toEqual(isDefinite(decision) ? [] : true);
      }),
      { numRuns: 500 },
    );
  });

  it('name nothing that was told', () => {
    fc.assert(
      fc.property(arbitraryPartialRequest, ({ partial }) => {
        const { missing } = verdictOf(partial);
        const told = [...Object.keys(partial), ...Object.keys((partial['context'] ?? {}) as object)];
        expect(missing.filter((name) => told.includes(name))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('are all told in a complete request, save what a foreign grant and RetireGrant leave open', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const decision = decisionOf(request);
        expect(isDefinite(decision) || isOpenByGrant(request, decision)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  /** Kms-facts 1.a leaves these open whatever is told. */
  function isOpenByGrant({ principal, action }: RequestValue, decision: DecisionWord): boolean {
    return decision === 'unknown' && (String(principal).includes('444455556666') || action === 'kms:RetireGrant');
  }
});

describe('the proof', () => {
  it('shows a Deny for an explicit Deny, and an Allow for an Allow', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const { decision, because } = verdictOf(request);
        const outcomes = because.map(({ outcome }) => outcome);
        if (decision === 'explicitDeny') {
          expect(new Set(outcomes)).toEqual(new Set(['denies']));
          expect(because.map(({ statement }) => statement?.effect)).toEqual(outcomes.map(() => 'Deny'));
        }
        if (decision === 'implicitDeny') {
          expect(outcomes.some((outcome) => outcome === 'silent' || outcome === 'refuses')).toBe(true);
        }
        if (decision === 'allowed') {
          expect(
            outcomes.includes('allows') ||
              request['principal'] === ROOT ||
              request['principal'] === ACCOUNT ||
              String(request['principal']).endsWith(':root'),
          ).toBe(true);
          expect(outcomes).not.toContain('denies');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('points into the text of its policy', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const text = JSON.stringify(request['keyPolicy']);
        for (const { source, outcome, span, statement, conditions = [] } of verdictOf(request).because) {
          if (source !== 'keyPolicy' || span === undefined) {
            continue;
          }
          expect(JSON.parse(text.slice(span.start, span.end))).toEqual(
            statementsOf(request['keyPolicy'])[statement?.index ?? -1],
          );
          for (const condition of conditions) {
            expect(text.slice(condition.span.start, condition.span.end)).toMatch(`${JSON.stringify(condition.key)}:`);
          }
          expect(conditions.some((condition) => condition.outcome === 'notMet')).toBe(outcome === 'silent');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('one policy alone', () => {
  it('decides for a service as the whole does', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const simulation = simulationOf({
          ...request,
          principal: LOGS,
          action: 'kms:Encrypt',
          grants: [],
          rcps: [],
          endpointPolicy: null,
          key: { tags: {}, aliases: [] },
        });
        const { policy } = simulation.keyPolicy ?? {};
        const alone =
          policy &&
          decide(policy, {
            principal: simulation.caller,
            action: simulation.action,
            resource: simulation.key.arn ?? '',
            context: simulation.context,
          });
        const usesDerived = /aws:Principal|CallerAccount|Resource(Tag|Aliases)/.test(
          JSON.stringify(request['keyPolicy']),
        );
        expect(usesDerived ? 'skipped' : alone?.outcome).toBe(
          usesDerived
            ? 'skipped'
            : decisionOf({
                ...request,
                principal: LOGS,
                action: 'kms:Encrypt',
                grants: [],
                rcps: [],
                endpointPolicy: null,
                key: { tags: {}, aliases: [] },
              }),
        );
      }),
    );
  });
});
