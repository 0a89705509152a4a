import * as l10n from '@vscode/l10n';
import { getKmsAction } from '../../knowledge/kmsActions.js';
import { PolicyMemory } from './policyMemory.js';
import { readCaller } from './readCaller.js';
import { readContext } from './readContext.js';
import { readGrant } from './readGrant.js';
import { readKeyFacts } from './readKeyFacts.js';
import { sourceName } from './reasons.js';
import type { DecisionSource, Grant, NamedPolicy, Simulation } from './simulation.js';

/** A simulation, or in one sentence why the value is none. */
export type ReadSimulation = { readonly simulation: Simulation } | { readonly error: string };

/**
 * Makes a reader of simulations as `sealwright simulate --jsonl` takes them: one parsed JSON value each, with the members
 * `principal`, `action`, `resource`, `context`, `contextIsPartial`, `keyPolicy`, `identityPolicies`, `grants`, `scps`,
 * `rcps`, `boundary`, `sessionPolicies`, `endpointPolicy` and `key`. A list that is given is complete, and a member that
 * is left out is not known; a context key that is left out is absent unless `contextIsPartial`. The reader remembers
 * policies by their text, so that one reader should read a whole run.
 */
export function createSimulationReader(): (value: unknown) => ReadSimulation {
  const memory = new PolicyMemory();
  return (value) => {
    if (!isRecord(value)) {
      return { error: l10n.t('A request must be an object.') };
    }
    return new RequestReader(value, memory).read();
  };
}

type Members = Readonly<Record<string, unknown>>;

type PolicyMember = Extract<
  DecisionSource,
  'keyPolicy' | 'identityPolicies' | 'boundary' | 'sessionPolicies' | 'scps' | 'rcps' | 'endpointPolicy'
>;

/** Reads the members of one request; the first that does not fit is what is said of it. */
class RequestReader {
  private problem: string | undefined;
  private readonly members: Members;
  private readonly memory: PolicyMemory;

  constructor(members: Members, memory: PolicyMemory) {
    this.members = members;
    this.memory = memory;
  }

  read(): ReadSimulation {
    const who = readCaller(this.members['principal']);
    if (who === undefined) {
      return {
        error: l10n.t('"{0}" must be an ARN, an account, a service or an object that names one.', 'principal'),
      };
    }
    const action = this.readAction();
    const resource = this.readResource();
    const read = readKeyFacts(this.members['key'], resource, who.caller, getKmsAction(action)?.policy === 'both');
    if (read === undefined) {
      return { error: this.problem ?? l10n.t('"{0}" must be an object.', 'key') };
    }
    const context = readContext(this.members, { tags: who.tags, requestAlias: read.requestAlias, action });
    if (typeof context === 'string') {
      return { error: this.problem ?? context };
    }
    const simulation: Simulation = {
      caller: who.caller,
      action,
      key: read.key,
      context,
      keyPolicy: this.readOne('keyPolicy') ?? undefined,
      identityPolicies: this.readList('identityPolicies'),
      boundary: this.readOne('boundary'),
      sessionPolicies: this.readList('sessionPolicies'),
      scps: this.readLevels('scps'),
      rcps: this.readLevels('rcps'),
      endpointPolicy: this.readOne('endpointPolicy') ?? null,
      grants: this.readGrants(),
    };
    return this.problem === undefined ? { simulation } : { error: this.problem };
  }

  private report(problem: string): undefined {
    this.problem ??= problem;
    return undefined;
  }

  /** With or without the prefix `kms:`. */
  private readAction(): string {
    const action = this.members['action'];
    if (typeof action !== 'string' || action === '') {
      this.report(l10n.t('"{0}" must be a text.', 'action'));
      return '';
    }
    return action.includes(':') ? action : `kms:${action}`;
  }

  private readResource(): string | undefined {
    const resource = this.members['resource'];
    if (resource === undefined || resource === null || typeof resource === 'string') {
      return resource ?? undefined;
    }
    return this.report(l10n.t('"{0}" must be a text.', 'resource'));
  }

  private readOne(member: PolicyMember): NamedPolicy | null | undefined {
    const given = this.members[member];
    return given === undefined || given === null ? given : this.readPolicy(given, member, sourceName(member));
  }

  /** A single policy is a list of one; `null` is none. */
  private readList(member: PolicyMember): readonly NamedPolicy[] | undefined {
    const given = this.members[member];
    return given === undefined ? undefined : this.readPolicies(listFrom(given), member);
  }

  /** A plain list is one level, whose policies are united. */
  private readLevels(member: PolicyMember): readonly (readonly NamedPolicy[])[] | undefined {
    const given = this.members[member];
    if (given === undefined) {
      return undefined;
    }
    const list = listFrom(given);
    const levels: readonly unknown[] = list.length === 0 || list.every(Array.isArray) ? list : [list];
    return levels.map((level) => this.readPolicies(listFrom(level), member));
  }

  private readPolicies(list: readonly unknown[], member: PolicyMember): readonly NamedPolicy[] {
    return list.flatMap((item, index) => this.readPolicy(item, member, `${sourceName(member)} #${index + 1}`) ?? []);
  }

  /** A policy as an object, as JSON, or under a name: `{"name": …, "policy": …}`. */
  private readPolicy(value: unknown, member: PolicyMember, defaultName: string): NamedPolicy | undefined {
    const named = isRecord(value) && !('Statement' in value) ? value : {};
    const inner = DOCUMENT_MEMBERS.map((name) => named[name]).find((item) => item !== undefined);
    const name = NAME_MEMBERS.map((item) => named[item]).find((item) => typeof item === 'string');
    const ready = Array.isArray(value) ? undefined : this.memory.read(inner ?? value);
    return ready === undefined
      ? this.report(l10n.t('"{0}" must be a policy: an object, or a text that holds one.', member))
      : { name: typeof name === 'string' ? name : defaultName, ...ready };
  }

  private readGrants(): readonly Grant[] | undefined {
    const given = this.members['grants'];
    if (given === undefined) {
      return undefined;
    }
    const list = isRecord(given) && Array.isArray(given['Grants']) ? given['Grants'] : listFrom(given);
    return list.flatMap(
      (item: unknown) =>
        readGrant(item) ?? this.report(l10n.t('Each of "{0}" must name a grantee and operations.', 'grants')) ?? [],
    );
  }
}

const DOCUMENT_MEMBERS = ['policy', 'document', 'Policy', 'Document', 'PolicyDocument', 'Content'] as const;
const NAME_MEMBERS = ['name', 'Name', 'PolicyName'] as const;

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listFrom(given: unknown): readonly unknown[] {
  return given === null ? [] : Array.isArray(given) ? given : [given];
}
