import { createSimulationReader } from '../../server/src/policy/evaluate/readSimulation.js';
import { simulate } from '../../server/src/policy/evaluate/simulate.js';
import type { DecisionWord, Simulation, Verdict } from '../../server/src/policy/evaluate/simulation.js';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const MULTI_REGION_KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/mrk-1234abcd12ab34cd56ef1234567890ab`;
export const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
export const OTHER_ROOT = `arn:aws:iam::${OTHER_ACCOUNT}:root`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/App`;
export const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/App/worker-1`;
export const USER = `arn:aws:iam::${ACCOUNT}:user/kim`;
export const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/lee`;
export const OTHER_ROLE = `arn:aws:iam::${OTHER_ACCOUNT}:role/Partner`;
export const LOGS = 'logs.us-east-1.amazonaws.com';

/** A value as `sealwright simulate --jsonl` reads one from a line. */
export type RequestValue = Readonly<Record<string, unknown>>;
export type StatementValue = Readonly<Record<string, unknown>>;

/** A statement of a resource's policy, for everything unless it says otherwise. */
export function allow(Principal: unknown, more: StatementValue = {}): StatementValue {
  return { Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*', ...more };
}

export function deny(Principal: unknown, more: StatementValue = {}): StatementValue {
  return { ...allow(Principal, more), Effect: 'Deny' };
}

/** A statement of an identity policy or guardrail. */
export function may(more: StatementValue = {}): StatementValue {
  return { Effect: 'Allow', Action: 'kms:*', Resource: '*', ...more };
}

export function mayNot(more: StatementValue = {}): StatementValue {
  return { ...may(more), Effect: 'Deny' };
}

export function policy(...statements: readonly StatementValue[]): RequestValue {
  return { Version: '2012-10-17', Statement: statements };
}

export const NOBODY = policy(allow({ AWS: `arn:aws:iam::${ACCOUNT}:role/Nobody` }));
export const ACCOUNT_ONLY = policy(allow({ AWS: ROOT }));
export const FULL_ACCESS = policy(may({ Action: '*' }));

/**
 * A request of a role for a key of its account, with everything told and nothing beside the key policy, save what `more`
 * says. A member that `more` gives as `undefined` is left out.
 */
export function request(more: RequestValue = {}): RequestValue {
  const all: Record<string, unknown> = {
    principal: ROLE,
    action: 'kms:Decrypt',
    resource: KEY,
    context: {},
    keyPolicy: NOBODY,
    identityPolicies: [],
    grants: [],
    scps: [],
    rcps: [],
    boundary: null,
    sessionPolicies: [],
    key: {},
    ...more,
  };
  return Object.fromEntries(Object.entries(all).filter(([, member]) => member !== undefined));
}

/** The simulation of a value that is meant to be one, read as from a line. */
export function simulationOf(value: unknown): Simulation {
  const read = createSimulationReader()(JSON.parse(JSON.stringify(value)));
  if ('error' in read) {
    throw new Error(read.error);
  }
  return read.simulation;
}

export function verdictOf(value: unknown): Verdict {
  return simulate(simulationOf(value));
}

export function decisionOf(value: unknown): DecisionWord {
  return verdictOf(value).decision;
}
