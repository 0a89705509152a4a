import * as l10n from '@vscode/l10n';
import { getKmsAction } from '../../knowledge/kmsActions.js';
import type { Policy } from '../model.js';
import { policyFromJson } from './policyFromValue.js';
import { type ReadCaller, readCaller } from './readCaller.js';
import { readGrant } from './readGrant.js';
import { readKeyFacts } from './readKeyFacts.js';
import { sourceName } from './reasons.js';
import { contextOf, type RequestContext } from './request.js';
import type { DecisionSource, Grant, NamedPolicy, Simulation } from './simulation.js';

/** A simulation, or in one sentence why the value is none. */
export type ReadSimulation = { readonly simulation: Simulation } | { readonly error: string };

/** Policies that are remembered: enough for the few that a run of requests shares, and an end to what a run can hold. */
const MAX_POLICIES = 200;

/**
 * Makes a reader of simulations as `sealwright simulate --jsonl` takes them: one parsed JSON value each, with the members
 * `principal`, `action`, `resource`, `context`, `contextIsPartial`, `keyPolicy`, `identityPolicies`, `grants`, `scps`,
 * `rcps`, `boundary`, `sessionPolicies`, `endpointPolicy` and `key`. A list that is given is complete, and a member that
 * is left out is not known; a context key that is left out is absent unless `contextIsPartial`. The reader remembers
 * policies by their text, so that one reader should read a whole run.
 */
export function createSimulationReader(): (value: unknown) => ReadSimulation {
  const policies = new PolicyMemory();
  return (value) => {
    try {
      return { simulation: readSimulation(value, policies) };
    } catch (error) {
      if (error instanceof Misfit) {
        return { error: error.message };
      }
      throw error;
    }
  };
}

/** What keeps a value from being a simulation; never leaves this file. */
class Misfit extends Error {}

class PolicyMemory {
  private readonly byText = new Map<string, Policy | undefined>();

  read(text: string): Policy | undefined {
    let policy = this.byText.get(text);
    if (policy === undefined && !this.byText.has(text)) {
      if (this.byText.size >= MAX_POLICIES) {
        this.byText.clear();
      }
      policy = policyFromJson(text);
      this.byText.set(text, policy);
    }
    return policy;
  }
}

function readSimulation(value: unknown, memory: PolicyMemory): Simulation {
  if (!isRecord(value)) {
    throw new Misfit(l10n.t('A request must be an object.'));
  }
  const who = readCaller(value['principal']);
  if (who === undefined) {
    throw new Misfit(l10n.t('"{0}" must be an ARN, an account, a service or an object that names one.', 'principal'));
  }
  const action = readAction(value['action']);
  const resource = value['resource'] ?? undefined;
  if (resource !== undefined && typeof resource !== 'string') {
    throw new Misfit(l10n.t('"{0}" must be a text.', 'resource'));
  }
  const read = readKeyFacts(value['key'], resource, who.caller, getKmsAction(action)?.policy === 'both');
  if (read === undefined) {
    throw new Misfit(l10n.t('"{0}" must be an object.', 'key'));
  }
  const one = (member: PolicyMember) => readOne(value, member, memory);
  const list = (member: PolicyMember) => readList(value, member, memory);
  const keyPolicy = one('keyPolicy');
  return {
    caller: who.caller,
    action,
    key: read.key,
    context: readContext(value, who, read.requestAlias, action),
    keyPolicy: keyPolicy ?? undefined,
    identityPolicies: list('identityPolicies'),
    boundary: one('boundary'),
    sessionPolicies: list('sessionPolicies'),
    scps: readLevels(value, 'scps', memory),
    rcps: readLevels(value, 'rcps', memory),
    endpointPolicy: one('endpointPolicy') ?? null,
    grants: readGrants(value['grants']),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** With or without the prefix `kms:`. */
function readAction(value: unknown): string {
  if (typeof value !== 'string' || value === '') {
    throw new Misfit(l10n.t('"{0}" must be a text.', 'action'));
  }
  return value.includes(':') ? value : `kms:${value}`;
}

function readContext(
  { context, contextIsPartial }: Readonly<Record<string, unknown>>,
  { tags }: ReadCaller,
  requestAlias: string | undefined,
  action: string,
): RequestContext {
  const values: Record<string, string | readonly string[]> = {};
  for (const [tag, value] of Object.entries(tags ?? {})) {
    values[`aws:PrincipalTag/${tag}`] = value;
  }
  if (requestAlias !== undefined && getKmsAction(action)?.conditionKeys.includes('kms:RequestAlias') === true) {
    values['kms:RequestAlias'] = requestAlias;
  }
  if (context !== undefined && context !== null) {
    if (!isRecord(context)) {
      throw new Misfit(l10n.t('"{0}" must be an object.', 'context'));
    }
    for (const [key, value] of Object.entries(context)) {
      values[key] = readContextValue(value);
    }
  }
  return contextOf(values, contextIsPartial === true ? () => true : undefined);
}

/** Numbers and booleans are what AWS makes of them, texts; `null` says that the key is absent. */
function readContextValue(value: unknown): string | readonly string[] {
  if (typeof value === 'string') {
    return value;
  }
  if (value === null) {
    return [];
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.some((item) => typeof item === 'object')) {
    throw new Misfit(l10n.t('The values of "{0}" must be texts, numbers, booleans or lists of them.', 'context'));
  }
  return list.map(String);
}

type PolicyMember = Extract<
  DecisionSource,
  'keyPolicy' | 'identityPolicies' | 'boundary' | 'sessionPolicies' | 'scps' | 'rcps' | 'endpointPolicy'
>;

function readOne(value: Readonly<Record<string, unknown>>, member: PolicyMember, memory: PolicyMemory) {
  const given = value[member];
  return given === undefined || given === null ? given : readPolicy(given, member, sourceName(member), memory);
}

/** A single policy is a list of one; `null` is none. */
function readList(value: Readonly<Record<string, unknown>>, member: PolicyMember, memory: PolicyMemory) {
  const given = value[member];
  if (given === undefined) {
    return undefined;
  }
  return listFrom(given).map((item, index) => readNumbered(item, member, index, memory));
}

function listFrom(given: unknown): readonly unknown[] {
  return given === null ? [] : Array.isArray(given) ? given : [given];
}

/** A plain list is one level, whose policies are united. */
function readLevels(value: Readonly<Record<string, unknown>>, member: PolicyMember, memory: PolicyMemory) {
  const given = value[member];
  if (given === undefined) {
    return undefined;
  }
  const list = listFrom(given);
  if (list.length === 0) {
    return [];
  }
  const levels = list.every(Array.isArray) ? list : [list];
  return levels.map((level) => listFrom(level).map((item, index) => readNumbered(item, member, index, memory)));
}

function readNumbered(value: unknown, member: PolicyMember, index: number, memory: PolicyMemory): NamedPolicy {
  return readPolicy(value, member, `${sourceName(member)} #${index + 1}`, memory);
}

/** A policy as an object, as JSON, or under a name: `{"name": …, "policy": …}`. */
function readPolicy(value: unknown, member: PolicyMember, name: string, memory: PolicyMemory): NamedPolicy {
  if (isRecord(value) && !('Statement' in value)) {
    const inner =
      value['policy'] ?? value['document'] ?? value['PolicyDocument'] ?? value['Policy'] ?? value['Content'];
    const given = value['name'] ?? value['PolicyName'] ?? value['Name'];
    if (inner !== undefined) {
      return readPolicy(inner, member, typeof given === 'string' ? given : name, memory);
    }
  }
  const text = typeof value === 'string' ? value : isRecord(value) ? JSON.stringify(value) : undefined;
  const policy = text === undefined ? undefined : memory.read(text);
  if (policy === undefined) {
    throw new Misfit(l10n.t('"{0}" must be a policy: an object, or a text that holds one.', member));
  }
  return { name, policy };
}

function readGrants(value: unknown): readonly Grant[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  const list = isRecord(value) && Array.isArray(value['Grants']) ? value['Grants'] : listFrom(value);
  return list.map((item: unknown) => {
    const grant = readGrant(item);
    if (grant === undefined) {
      throw new Misfit(l10n.t('Each of "{0}" must name a grantee and operations.', 'grants'));
    }
    return grant;
  });
}
