import type { Action } from '../../knowledge/serviceReference.js';
import type { ResourceItem } from './resourceItems.js';

/** True for the actions of CloudWatch Logs that are asked of a log stream, such as `logs:PutLogEvents`. */
export function worksOnStreams({ service, resources }: Action): boolean {
  return service === 'logs' && resources.length > 0 && resources.every(({ type }) => type.name === 'log-stream');
}

/** True for the ARN of a log group that nothing follows: no stream of the group matches it. */
export function isBareLogGroup({ arn }: ResourceItem): boolean {
  return arn?.service === 'logs' && /^log-group:[^:*?]+$/.test(arn.resource);
}
