import * as l10n from '@vscode/l10n';
import { BUCKET_LOG_WRITERS } from '../knowledge/serviceSources.js';
import { findEveryone } from '../policy/exposure.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { findOnlyBucket } from './support/bucketStatements.js';
import { isSameKey } from './support/conditions.js';
import { serviceStatements } from './support/serviceStatements.js';
import { isUnfinished } from './support/unfinished.js';

/** Without a Deny, whoever may read the logs may also read them over plain HTTP. */
export const bucketTlsDenyMissing = defineRule({
  id: 'bucket-tls-deny-missing',
  // AWS's own examples for log buckets leave it out.
  defaultLevel: 'info',
  tags: ['security', 'encryption'],
  kinds: ['bucket-policy'],
  catalogue: ['bucket-tls-deny-missing'],
  peers: [
    'CKV_AWS_379',
    'S3.5',
    's3-bucket-ssl-requests-only',
    's3_bucket_secure_transport_policy',
    'AwsSolutions-S10',
    'S3_BUCKET_SSL_REQUESTS_ONLY',
    's3-bucket-allowing-cleartext',
  ],
  fixable: 'sometimes',

  *check(context) {
    const { policy, source } = context;
    const { statementEntry } = policy;
    if (statementEntry === undefined || isUnfinished(context, policy.span) || !takesLogs(context)) {
      return;
    }
    if (!policy.statements.some(asksForTls)) {
      const bucket = findOnlyBucket(policy);
      yield {
        span: statementEntry.key.span,
        message: l10n.t(
          'Missing Deny of plain HTTP: no statement of the log bucket tests "{0}".',
          'aws:SecureTransport',
        ),
        fixes:
          bucket === undefined || statementEntry.value?.kind !== 'sequence'
            ? []
            : [
                {
                  title: l10n.t('Add a statement that denies requests without TLS'),
                  safe: false,
                  edits: () => source.editor.insert([...policy.path, 'Statement'], denyPlainHttp(bucket)),
                } satisfies Fix,
              ],
      };
    }
  },
});

/** A bucket into which a service writes logs; other buckets are not this product's concern. */
function takesLogs(context: RuleContext): boolean {
  return serviceStatements(context).some(
    ({ statement, services }) =>
      services.some(({ parsed }) => BUCKET_LOG_WRITERS.some(({ id }) => id === parsed.principal.id)) &&
      coversAction(statement, 's3:PutObject') === 'yes',
  );
}

/** Any Deny that looks at the transport, or whose condition cannot be told, counts. */
function asksForTls({ effect, principal, conditions }: Statement): boolean {
  return (
    effect === 'Deny' &&
    (principal?.negated === true || findEveryone(principal) !== undefined) &&
    conditions.some(
      ({ key }) =>
        key.known === undefined || isSameKey(key.known, 'aws:SecureTransport') || isSameKey(key.known, 's3:TlsVersion'),
    )
  );
}

function denyPlainHttp(bucket: string) {
  return {
    Sid: 'DenyRequestsWithoutTls',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucket, `${bucket}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
