import { LOGS_RESOURCES, type LogsResource } from '../knowledge/logsResources.js';
import { type Arn, parseArn } from './arn.js';

/** An ARN, or a pattern of ARNs, of CloudWatch Logs; undefined for anything else. */
export function parseLogsArn(text: string): Arn | undefined {
  const arn = parseArn(text);
  return arn?.service === 'logs' ? arn : undefined;
}

/** The resources of CloudWatch Logs that a pattern for the last part of an ARN can name: `log-group:*` only log groups. */
export function logsResourcesOf({ resource }: Arn): readonly LogsResource[] {
  return LOGS_RESOURCES.filter((type) => mayStartWith(resource, `${type}:`));
}

/** Whether a text that the wildcard pattern matches can begin with `prefix`. */
export function mayStartWith(pattern: string, prefix: string): boolean {
  const wildcard = pattern.search(/[*?]/);
  const literal = wildcard < 0 ? pattern : pattern.slice(0, wildcard);
  return literal.startsWith(prefix) || (wildcard >= 0 && prefix.startsWith(literal));
}
