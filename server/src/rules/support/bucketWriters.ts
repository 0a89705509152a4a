import { BUCKET_LOG_WRITERS, type BucketLogWriter } from '../../knowledge/serviceSources.js';
import type { Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';
import { coversResources } from '../../policy/statementCover.js';
import type { RuleContext } from '../rule.js';
import { type NamedService, serviceStatements } from './serviceStatements.js';

const WRITE = 's3:PutObject';

/** What is known of a service that writes logs into buckets; undefined for every other service. */
export function logWriterOf({ parsed }: NamedService): BucketLogWriter | undefined {
  return BUCKET_LOG_WRITERS.find(({ id }) => id === parsed.principal.id);
}

/** A log service that the policy lets write where a Deny forbids writing. */
export function findDeniedWriter(
  context: Pick<RuleContext, 'policy' | 'source'>,
  deny: Statement,
  isConcerned: (writer: BucketLogWriter) => boolean = () => true,
): NamedService | undefined {
  if (coversAction(deny, WRITE) !== 'yes') {
    return undefined;
  }
  return serviceStatements(context)
    .filter(({ statement }) => coversAction(statement, WRITE) === 'yes' && coversResources(deny, statement))
    .flatMap(({ services }) => services)
    .find((service) => {
      const writer = logWriterOf(service);
      return writer !== undefined && isConcerned(writer);
    });
}
