import type { Target } from '../target.js';
import { cloudtrailTrail } from './cloudtrail-trail.js';
import { cloudwatchLogGroup } from './cloudwatch-log-group.js';
import { logDeliveryS3 } from './log-delivery-s3.js';
import { logsQueryResults } from './logs-query-results.js';

/** Every log store that the product knows how to encrypt. */
export const TARGETS: readonly Target[] = [cloudwatchLogGroup, logsQueryResults, cloudtrailTrail, logDeliveryS3];

/** The target of an id such as `cloudwatch-log-group`. */
export function findTarget(id: string): Target | undefined {
  return TARGETS.find((target) => target.id === id);
}

export { cloudtrailTrail, cloudwatchLogGroup };
