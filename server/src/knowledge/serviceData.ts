/**
 * Shape of the generated IAM reference data. The names are short because the text ships to every user; nothing outside
 * `serviceReference.ts` reads them.
 */
export interface ServiceData {
  /** Actions: name, level codes, description, resource types, condition-key set, dependent actions. */
  readonly a: readonly ActionRow[];
  /** Resource types: name, ARN pattern, condition-key set. */
  readonly r: readonly (readonly [name: string, arn: string, keySet?: number])[];
  /** Condition keys: name, type code, 1 when multi-valued, description. The tail is absent where the data has no entry. */
  readonly c: readonly (readonly [name: string, type?: string, multiValued?: number, description?: string])[];
  /** Sets of condition keys, as indexes into `c`; the first set is empty. */
  readonly k: readonly (readonly number[])[];
}

export type ActionRow = readonly [
  name: string,
  levels: string,
  description: string,
  resources: readonly (readonly [type: number, required: number, keySet?: number])[],
  keySet: number,
  dependentActions?: readonly string[],
];

/** The part that is always loaded. */
export interface KnowledgeIndex {
  /** Version of the data package. */
  readonly version: string;
  /** Day of the data, YYYY-MM-DD. */
  readonly date: string;
  /** Prefix to name, number of actions, 1 when resource control policies cover the service. */
  readonly services: Readonly<Record<string, readonly [name: string, actions: number, rcp: number]>>;
  /** Condition-key prefix that is no service (`saml`, `accounts.google.com`) to the services whose data holds its keys. */
  readonly keyOwners: Readonly<Record<string, readonly string[]>>;
}

/**
 * Cuts one service out of the text of `services.jsonl`, in which each line is a prefix, a space and a `ServiceData`.
 * Only that line is parsed. Undefined when the text has no such service.
 */
export function parseServiceData(text: string, prefix: string): ServiceData | undefined {
  const label = `${prefix} `;
  const start = text.startsWith(label) ? 0 : text.indexOf(`\n${label}`) + 1;
  if (start === 0 && !text.startsWith(label)) {
    return undefined;
  }
  const end = text.indexOf('\n', start);
  return JSON.parse(text.slice(start + label.length, end < 0 ? undefined : end)) as ServiceData;
}
