import { findGlobalConditionKey, GLOBAL_CONDITION_KEYS } from './globalConditionKeys.js';
import { getKmsConditionKey } from './kmsConditionKeys.js';
import { KNOWLEDGE_INDEX } from './knowledgeDate.js';
import { lookUp } from './lookUp.js';
import { memoizeLookup } from './memo.js';
import { nearestName } from './nearest.js';
import type { ConditionValueType, ServiceConditionKey, ServiceReference } from './serviceReference.js';

/** What is known about a condition key, wherever it is defined. */
export interface ConditionKeyInfo {
  /** AWS's spelling; the variable part, if any, stays as it was asked for. */
  readonly name: string;
  /** The key's form with its variable: `aws:RequestTag/${TagKey}`. Absent for keys without a variable part. */
  readonly template?: string;
  /** What stands in the place of the variable. */
  readonly variablePart?: string;
  /** Prefix of the service that defines the key; `aws` for global keys. */
  readonly service: string;
  readonly type?: ConditionValueType;
  /** Other types whose operators work too. */
  readonly alsoTypes?: readonly ConditionValueType[];
  /** A request may carry several values: the policy needs `ForAnyValue:` or `ForAllValues:`. */
  readonly multiValued: boolean;
  /** English, from the service's own reference; empty for global keys, which have a note instead. */
  readonly description: string;
  readonly deprecatedFor?: string;
}

/**
 * Looks a condition key up, in any case. Knows global keys, the keys of every service, families with a variable part
 * (`kms:EncryptionContext:AppName`, `s3:ExistingObjectTag/team`) and the keys of identity providers. Undefined: unknown.
 */
export const findConditionKey = memoizeLookup<ConditionKeyInfo | undefined>(
  (reference, text) => findGlobal(text) ?? findOfService(reference, text) ?? findOfIdentityProvider(text),
);

/** The type of one value of the key; undefined for an unknown key and for the few keys that the data leaves untyped. */
export function conditionKeyType(reference: ServiceReference, text: string): ConditionValueType | undefined {
  return findConditionKey(reference, text)?.type;
}

/** Whether a request may carry several values of the key; undefined for an unknown key. */
export function isMultiValued(reference: ServiceReference, text: string): boolean | undefined {
  return findConditionKey(reference, text)?.multiValued;
}

/** All keys of the given services (`aws` for the global ones), families as templates: the raw material of completion. */
export function listConditionKeys(reference: ServiceReference, services: Iterable<string>): ConditionKeyInfo[] {
  const found = new Map<string, ConditionKeyInfo>();
  for (const service of services) {
    for (const key of keysOfService(reference, service)) {
      if (!found.has(key.name)) {
        found.set(key.name, key);
      }
    }
  }
  return [...found.values()];
}

const keysOfService = memoizeLookup<readonly ConditionKeyInfo[]>((reference, service) =>
  service === 'aws'
    ? GLOBAL_CONDITION_KEYS.map(fromGlobal)
    : (reference.getService(service)?.conditionKeys ?? []).map((key) => fromService(service, key)),
);

/**
 * The key that a misspelt one probably meant, among the global keys and those of the service it names (or of
 * `services`, when given). The variable part of a family is kept as written.
 */
export function nearestConditionKey(
  reference: ServiceReference,
  text: string,
  services: readonly string[] = [],
): string | undefined {
  const common = COMMON_MISTAKES[text.toLowerCase()];
  if (common !== undefined) {
    return common;
  }
  const prefix = text.slice(0, Math.max(0, text.indexOf(':')));
  const candidates = listConditionKeys(reference, ['aws', prefix, ...services]);
  const slash = text.indexOf('/');
  if (slash > 0) {
    const families = candidates
      .filter(({ name }) => name.endsWith('/${TagKey}'))
      .map(({ name }) => name.split('/')[0] ?? name);
    const family = nearestName(text.slice(0, slash), families);
    if (family !== undefined) {
      return `${family}${text.slice(slash)}`;
    }
  }
  return nearestName(
    text,
    candidates.filter(({ template }) => template === undefined).map(({ name }) => name),
  );
}

/** Names that people use for a global key that is spelt quite differently. */
const COMMON_MISTAKES: Readonly<Record<string, string>> = {
  'aws:account': 'aws:PrincipalAccount',
  'aws:accountid': 'aws:PrincipalAccount',
  'aws:orgid': 'aws:PrincipalOrgID',
  'aws:region': 'aws:RequestedRegion',
  'aws:user': 'aws:username',
};

function findGlobal(text: string): ConditionKeyInfo | undefined {
  const key = findGlobalConditionKey(text);
  return key === undefined ? undefined : withVariable(fromGlobal(key), text);
}

function findOfService(reference: ServiceReference, text: string): ConditionKeyInfo | undefined {
  const colon = text.indexOf(':');
  if (colon <= 0) {
    return undefined;
  }
  const prefix = text.slice(0, colon).toLowerCase();
  for (const owner of [prefix, ...(lookUp(KNOWLEDGE_INDEX.keyOwners, prefix) ?? [])]) {
    const service = reference.getService(owner);
    const key =
      service?.findConditionKey(text) ??
      service?.conditionKeys.find(({ name }) => VARIABLE.test(name) && matchTemplate(name, text) !== undefined);
    if (service !== undefined && key !== undefined) {
      return withVariable(fromService(service.prefix, key), text);
    }
  }
  return undefined;
}

/**
 * Trust policies test keys named after the identity provider (`oidc.eks.us-east-1.amazonaws.com/id/ABC:sub`). Providers
 * are the customer's own, so every such name is one.
 */
function findOfIdentityProvider(text: string): ConditionKeyInfo | undefined {
  return /^(?!aws:)[\w-]+(\.[\w-]+)+(\/[^:]*)?:[\w/.-]+$/i.test(text)
    ? { name: text, service: 'sts', type: 'String', multiValued: AUTHENTICATION_METHODS.test(text), description: '' }
    : undefined;
}

function fromGlobal(key: (typeof GLOBAL_CONDITION_KEYS)[number]): ConditionKeyInfo {
  return {
    name: key.name,
    ...(key.name.includes('${') ? { template: key.name } : {}),
    service: key.name.slice(0, key.name.indexOf(':')),
    type: key.type,
    multiValued: key.multiValued,
    description: '',
    ...(key.alsoTypes === undefined ? {} : { alsoTypes: key.alsoTypes }),
    ...(key.deprecatedFor === undefined ? {} : { deprecatedFor: key.deprecatedFor }),
  };
}

/**
 * `amr` lists how somebody signed in. The reference calls Amazon Cognito's single-valued; the IAM guide tests it with
 * `ForAnyValue`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const AUTHENTICATION_METHODS = /:amr$/i;

function fromService(service: string, key: ServiceConditionKey): ConditionKeyInfo {
  const kms = service === 'kms' ? getKmsConditionKey(key.name) : undefined;
  const type = kms?.type ?? key.type;
  return {
    name: key.name,
    ...(VARIABLE.test(key.name) ? { template: key.name } : {}),
    service,
    ...(type === undefined ? {} : { type }),
    multiValued: kms?.multiValued ?? (key.multiValued || AUTHENTICATION_METHODS.test(key.name)),
    description: key.description,
    ...(kms?.alsoTypes === undefined ? {} : { alsoTypes: kms.alsoTypes }),
    ...(kms?.deprecatedFor === undefined ? {} : { deprecatedFor: kms.deprecatedFor }),
  };
}

function withVariable(info: ConditionKeyInfo, text: string): ConditionKeyInfo {
  const variablePart = info.template === undefined ? undefined : matchTemplate(info.template, text);
  return info.template === undefined || variablePart === undefined
    ? info
    : { ...info, name: info.template.replace(VARIABLE, () => variablePart), variablePart };
}

/** AWS writes a variable as `${TagKey}` and, in a few old keys, as `<key>`. */
const VARIABLE = /\$\{[^}]*\}|<[^>]*>/;

/**
 * The text in the place of the template's first variable; '' when the template has none and names the key itself.
 * Undefined when the text is another key, or the variable part is empty.
 */
function matchTemplate(template: string, text: string): string | undefined {
  const [head = '', ...tails] = template.split(VARIABLE);
  if (tails.length === 0) {
    return template.toLowerCase() === text.toLowerCase() ? '' : undefined;
  }
  const tail = tails[tails.length - 1] ?? '';
  const isCovered =
    text.length > head.length + tail.length &&
    text.slice(0, head.length).toLowerCase() === head.toLowerCase() &&
    text.slice(text.length - tail.length).toLowerCase() === tail.toLowerCase();
  return isCovered ? text.slice(head.length, text.length - tail.length) : undefined;
}
