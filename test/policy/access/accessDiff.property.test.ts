import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessDiff } from '../../../server/src/policy/access/accessDiff.js';
import type { Values } from '../../../server/src/policy/access/atoms.js';
import type { AccessChange, Witness } from '../../../server/src/policy/access/compareAccess.js';
import { readCaller } from '../../../server/src/policy/evaluate/readCaller.js';
import type { Caller } from '../../../server/src/policy/evaluate/simulation.js';
import { policyWith } from '../../support/policies.js';
import { LEVELS, levelOf, type SampleRequest } from './oracle.js';
import { requests, statements } from './samplePolicies.js';

const nameOf = (caller: Caller) =>
  'account' in caller ? (caller.sessionArn ?? caller.arn) : caller.kind === 'service' ? caller.name : '*';

/** Whether a change speaks of the request: its caller, its action and its conditions. */
function speaksOf({ caller, action, term }: AccessChange, request: SampleRequest, callers: readonly string[]): boolean {
  const values: Values = Object.fromEntries(
    Object.entries(request.context).map(([key, list]) => [key.toLowerCase(), list]),
  );
  const { principal } = request;
  const text = nameOf(principal);
  const isCaller = (() => {
    switch (caller.kind) {
      case 'account':
        return 'account' in principal && principal.account === caller.text && !callers.includes(text);
      case 'other-accounts':
        return 'account' in principal && !callers.includes(principal.account);
      case 'other-services':
        return principal.kind === 'service' && !callers.includes(text);
      default:
        return caller.text === text;
    }
  })();
  return (
    isCaller &&
    caller.text !== '' &&
    action === request.action &&
    term.when.every((atom) => atom.test(values) === 'yes') &&
    !term.unless.some((atoms) => atoms.every((atom) => atom.test(values) === 'yes'))
  );
}

function toRequest({ principal, ...rest }: Witness): SampleRequest {
  const { caller } = readCaller(principal) ?? {};
  if (caller === undefined) {
    throw new Error(`"${principal}" is no caller.`);
  }
  return { principal: caller, ...rest };
}

/** The account of the key, or that it is not known. */
const owners = fc.constantFrom(undefined, '111122223333');
const optionsFor = (account: string | undefined) => (account === undefined ? {} : { account });

describe('accessDiff', () => {
  it('says of every request whether access gets better, worse or stays', () => {
    fc.assert(
      fc.property(
        statements,
        statements,
        owners,
        fc.array(requests, { minLength: 20, maxLength: 20 }),
        (one, two, owner, samples) => {
          const before = policyWith(...one);
          const after = policyWith(...two);
          // A role without a session name is a class of its own beside the session that a policy names.
          const diff = accessDiff(before, after, optionsFor(owner));
          expect(diff.incomplete).toEqual([]);
          const named = diff.callers.map(({ text }) => text);
          for (const request of samples) {
            const { principal } = request;
            if ('account' in principal && principal.sessionArn !== undefined && !named.includes(principal.sessionArn)) {
              continue; // the role stands for it
            }
            const old = LEVELS.indexOf(levelOf(before, request, owner));
            const now = LEVELS.indexOf(levelOf(after, request, owner));
            const told = diff.changes.filter((change) => speaksOf(change, request, named)).map(({ change }) => change);
            const expected = now > old ? 'gained' : now < old ? 'lost' : 'nothing';
            expect({ request, told: [...new Set(told)] }).toEqual({
              request,
              told: expected === 'nothing' ? [] : [expected],
            });
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives a request for every change, and the evaluator decides it differently', () => {
    fc.assert(
      fc.property(statements, statements, owners, (one, two, owner) => {
        const before = policyWith(...one);
        const after = policyWith(...two);
        for (const { change, witness, caller } of accessDiff(before, after, optionsFor(owner)).changes) {
          if (witness === undefined) {
            throw new Error(`There is no request for ${caller.text}.`);
          }
          const request = toRequest(witness);
          const [old, now] = [levelOf(before, request, owner), levelOf(after, request, owner)].map((level) =>
            LEVELS.indexOf(level),
          );
          expect({ witness, change: (now ?? 0) > (old ?? 0) ? 'gained' : now === old ? 'same' : 'lost' }).toEqual({
            witness,
            change,
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});
