import { KNOWLEDGE_INDEX } from './knowledgeDate.js';
import type { ActionRow, ServiceData } from './serviceData.js';

export type AccessLevel = 'Read' | 'List' | 'Write' | 'Permissions management' | 'Tagging';

/** Type of one value of a condition key; whether several may come in one request is said apart. */
export type ConditionValueType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary';

interface ServiceSummary {
  readonly prefix: string;
  readonly name: string;
  readonly actionCount: number;
  /** Whether resource control policies apply to the service. */
  readonly rcp: boolean;
}

export interface ServiceConditionKey {
  /** As AWS writes it; may hold a variable part such as `${TagKey}`. */
  readonly name: string;
  /** Undefined when an action names the key but the service's own list of keys does not describe it. */
  readonly type?: ConditionValueType;
  readonly multiValued: boolean;
  readonly description: string;
}

export interface ResourceType {
  readonly name: string;
  /** ARN with variables: `arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}`. */
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

interface ActionResource {
  readonly type: ResourceType;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
}

export interface Action {
  readonly service: string;
  readonly name: string;
  /** `service:Name`, spelt as AWS spells it. */
  readonly id: string;
  readonly accessLevels: readonly AccessLevel[];
  readonly description: string;
  /** Empty: the action has no resource, and only `*` matches it. */
  readonly resources: readonly ActionResource[];
  /** Keys listed on the action itself; those of its resource types stand there. */
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

export interface Service extends ServiceSummary {
  readonly actions: readonly Action[];
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly ServiceConditionKey[];
  /** By bare name, in any case. */
  findAction(name: string): Action | undefined;
  findResourceType(name: string): ResourceType | undefined;
  /** By AWS's own name, in any case; a family only by its template. */
  findConditionKey(name: string): ServiceConditionKey | undefined;
}

/** Actions, resource types and condition keys of all services, each service loaded when first asked for. */
export interface ServiceReference {
  readonly date: string;
  readonly version: string;
  readonly services: readonly ServiceSummary[];
  findService(prefix: string): ServiceSummary | undefined;
  getService(prefix: string): Service | undefined;
}

/** Where the data of a service comes from: the engine itself reads no disk. */
export interface ServiceDataSource {
  /** `prefix` is one of the index's. Undefined is a broken installation. */
  load(prefix: string): ServiceData | undefined;
}

const LEVELS: Readonly<Record<string, AccessLevel>> = {
  R: 'Read',
  L: 'List',
  W: 'Write',
  P: 'Permissions management',
  T: 'Tagging',
};

const TYPES: Readonly<Record<string, ConditionValueType>> = {
  S: 'String',
  A: 'ARN',
  B: 'Bool',
  N: 'Numeric',
  D: 'Date',
  I: 'IPAddress',
  X: 'Binary',
};

/**
 * @throws Error from `getService` when the index names a service that the source cannot give: answering "no such
 * service" would turn a broken installation into false findings.
 */
export function createServiceReference(source: ServiceDataSource): ServiceReference {
  const summaries = new Map<string, ServiceSummary>(
    Object.entries(KNOWLEDGE_INDEX.services).map(([prefix, [name, actionCount, rcp]]) => [
      prefix,
      { prefix, name, actionCount, rcp: rcp === 1 },
    ]),
  );
  const loaded = new Map<string, Service>();

  const findService = (prefix: string): ServiceSummary | undefined => summaries.get(prefix.toLowerCase());

  return {
    date: KNOWLEDGE_INDEX.date,
    version: KNOWLEDGE_INDEX.version,
    services: [...summaries.values()],
    findService,
    getService(prefix) {
      const summary = findService(prefix);
      if (summary === undefined) {
        return undefined;
      }
      let service = loaded.get(summary.prefix);
      if (service === undefined) {
        const data = source.load(summary.prefix);
        if (data === undefined) {
          throw new Error(`The reference data of service "${summary.prefix}" is missing. Reinstall the product.`);
        }
        service = readService(summary, data);
        loaded.set(summary.prefix, service);
      }
      return service;
    },
  };
}

function readService(summary: ServiceSummary, data: ServiceData): Service {
  const conditionKeys = data.c.map(([name, type, multiValued, description]): ServiceConditionKey => {
    const valueType = type === undefined ? undefined : TYPES[type];
    return {
      name,
      ...(valueType === undefined ? {} : { type: valueType }),
      multiValued: multiValued === 1,
      description: description ?? '',
    };
  });
  const keySets = data.k.map((set) => set.map((index) => at(conditionKeys, index).name));
  const keysOf = (set = 0): readonly string[] => at(keySets, set);
  const resourceTypes = data.r.map(([name, arn, set]): ResourceType => ({ name, arn, conditionKeys: keysOf(set) }));

  const readAction = ([name, levels, description, resources, set, dependentActions]: ActionRow): Action => ({
    service: summary.prefix,
    name,
    id: `${summary.prefix}:${name}`,
    accessLevels: [...levels].map((code) => at(LEVELS, code)),
    description,
    resources: resources.map(([type, required, resourceSet]) => ({
      type: at(resourceTypes, type),
      required: required === 1,
      conditionKeys: keysOf(resourceSet),
    })),
    conditionKeys: keysOf(set),
    dependentActions: dependentActions ?? [],
  });
  const actions = data.a.map(readAction);

  const actionsByName = new Map(actions.map((action) => [action.name.toLowerCase(), action]));
  const typesByName = new Map(resourceTypes.map((type) => [type.name.toLowerCase(), type]));
  const keysByName = new Map(conditionKeys.map((key) => [key.name.toLowerCase(), key]));
  return {
    ...summary,
    actions,
    resourceTypes,
    conditionKeys,
    findAction: (name) => actionsByName.get(name.toLowerCase()),
    findResourceType: (name) => typesByName.get(name.toLowerCase()),
    findConditionKey: (name) => keysByName.get(name.toLowerCase()),
  };
}

/** The generator checks every index and code; a miss here means that data and code do not belong together. */
function at<T>(table: readonly T[] | Readonly<Record<string, T>>, key: string | number): T {
  const value = (table as Readonly<Record<string | number, T>>)[key];
  if (value === undefined) {
    throw new Error(`The reference data does not fit this version of the product: nothing at "${key}".`);
  }
  return value;
}
