import * as l10n from '@vscode/l10n';
import { findServicesOfKind, isForeignService } from '../knowledge/policyKindServices.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { removeItemFix } from './support/fixes.js';
import { type ResourceItem, resourceItems } from './support/resourceItems.js';

/** A policy on a resource decides about that resource alone; S3 refuses one that names anything else. */
export const resourceForeignArn = defineRule({
  id: 'resource-foreign-arn',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['bucket-policy', 'logs-resource-policy', 'delivery-destination-policy'],
  catalogue: ['resource-foreign-arn'],
  peers: ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY', 'E3514'],
  fixable: 'sometimes',

  *check(context) {
    const items = context.policy.statements.flatMap((statement) => resourceItems(context, statement));
    // Where everyone is the principal it may be the policy of an endpoint, which may name many buckets.
    const isOfBucket = context.policy.statements.some(({ principal }) =>
      principal?.principals.some(({ type, value }) => type !== '*' && value.known !== '*'),
    );
    const own = isOfBucket ? items.find((item) => bucketOf(item) !== undefined) : undefined;
    for (const item of items) {
      const finding = judge(context, item, own);
      if (finding !== undefined) {
        const fixes = item.isOneOfSeveral ? [removeItemFix(context, item.path, item.text, false)] : [];
        yield { span: item.value.span, ...finding, fixes };
      }
    }
  },
});

function judge(
  { kind }: RuleContext,
  item: ResourceItem,
  own: ResourceItem | undefined,
): Pick<Finding, 'message' | 'level' | 'related'> | undefined {
  const { arn, text } = item;
  const [service] = findServicesOfKind(kind) ?? [];
  if (arn === undefined || service === undefined) {
    return undefined; // arn-format
  }
  if (/^[a-z0-9-]+$/i.test(arn.service) && isForeignService(kind, arn.service)) {
    return {
      message: l10n.t(
        'Invalid resource "{0}": this policy is attached to a resource of "{1}" and decides about that alone.',
        text,
        service,
      ),
    };
  }
  const [bucket, ownBucket] = [bucketOf(item), own === undefined ? undefined : bucketOf(own)];
  if (own === undefined || bucket === undefined || ownBucket === undefined || bucket === ownBucket) {
    return undefined;
  }
  return {
    level: 'warning',
    message: l10n.t(
      'Invalid resource "{0}": a bucket policy names one bucket, and this one names "{1}" before.',
      text,
      ownBucket,
    ),
    related: [{ span: own.value.span, message: l10n.t('The other bucket stands here.') }],
  };
}

/** The bucket that an ARN names in full; undefined for patterns, access points, and other services. */
function bucketOf({ arn }: ResourceItem): string | undefined {
  if (arn?.service !== 's3' || arn.region !== '' || arn.account !== '') {
    return undefined;
  }
  const [bucket = ''] = arn.resource.split('/', 1);
  return bucket === '' || hasWildcard(bucket) ? undefined : bucket;
}
