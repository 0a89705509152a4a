import { memoizeLookup } from './memo.js';

/** A form that ARNs of a service take. */
export interface ArnForm {
  /** Name of the resource type in the reference. */
  readonly type: string;
  /** The parts as templates; empty where ARNs of the form leave the part empty. */
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  /** What every resource part of the form begins with: `key/`, `log-group:`; empty when a name comes first. */
  readonly head: string;
}

/**
 * Services whose forms are listed completely below, and whose ARNs always hold Region and account: what they do not
 * list is a mistake. Of other services the reference lacks a form here and there.
 */
const COMPLETE: ReadonlySet<string> = new Set([
  'kms',
  'logs',
  'cloudtrail',
  'firehose',
  'kinesis',
  'lambda',
  'secretsmanager',
  'sns',
  'sqs',
]);

/** Services with ARNs that hold no Region; those of S3 buckets hold no account either. */
const PLACELESS: ReadonlySet<string> = new Set(['iam', 'sts', 's3', 'organizations', 'cloudfront', 'route53']);

/** Forms that AWS's guides use and its reference lacks (query results: log-encryption-recipes T2). */
const FURTHER_FORMS: Readonly<Record<string, readonly string[]>> = {
  logs: ['arn:${Partition}:logs:${Region}:${Account}:query-result:${QueryId}'],
  iam: ['arn:${Partition}:iam::${Account}:root'],
  sts: ['arn:${Partition}:sts::${Account}:assumed-role/${RoleName}/${SessionName}'],
};

/** True when an ARN of the service that fits none of `listArnForms` is no ARN of anything. */
export function areFormsComplete(service: string): boolean {
  return COMPLETE.has(service);
}

/** True when the reference is right about the parts that the service's ARNs leave empty. */
export function isPlaceless(service: string): boolean {
  return PLACELESS.has(service);
}

/** The forms of the ARNs that name a service in their third part; empty for a service that the reference lacks. */
export const listArnForms = memoizeLookup<readonly ArnForm[]>((reference, service) => {
  const types = (reference.getService(service)?.resourceTypes ?? []).map(({ name, arn }) => ({ name, arn }));
  const further = (FURTHER_FORMS[service] ?? []).map((arn) => ({ name: '', arn }));
  return [...types, ...further].flatMap(({ name, arn }) => readForm(service, name, arn) ?? []);
});

/** Undefined for a template of another service's ARN, such as the role in the list of EC2. */
function readForm(service: string, type: string, template: string): ArnForm | undefined {
  const [, , owner, region = '', account = '', ...rest] = template.split(':');
  const resource = rest.join(':');
  const variable = resource.indexOf('${');
  const head = variable < 0 ? resource : resource.slice(0, variable);
  return owner === service ? { type, region, account, resource, head } : undefined;
}
