import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../../protocol/src/vocabulary.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { bucketDeliveryAclCheck } from '../../server/src/rules/bucket-delivery-acl-check.js';
import { bucketDeliveryNoSource } from '../../server/src/rules/bucket-delivery-no-source.js';
import { condSseKeyValue } from '../../server/src/rules/cond-sse-key-value.js';
import { confusedDeputy } from '../../server/src/rules/confused-deputy.js';
import { deliveryDestinationAction } from '../../server/src/rules/delivery-destination-action.js';
import { deliverySourceArnForm } from '../../server/src/rules/delivery-source-arn-form.js';
import { destinationPolicyAction } from '../../server/src/rules/destination-policy-action.js';
import { destinationPolicyWildcard } from '../../server/src/rules/destination-policy-wildcard.js';
import { logsActionsExcess } from '../../server/src/rules/logs-actions-excess.js';
import { logsActionsIncomplete } from '../../server/src/rules/logs-actions-incomplete.js';
import { logsContextKeyWrong } from '../../server/src/rules/logs-context-key-wrong.js';
import { logsContextStreamArn } from '../../server/src/rules/logs-context-stream-arn.js';
import { logsContextTrailingStar } from '../../server/src/rules/logs-context-trailing-star.js';
import { logsNoContextGuard } from '../../server/src/rules/logs-no-context-guard.js';
import { logsPolicyActionVoid } from '../../server/src/rules/logs-policy-action-void.js';
import { logsPolicyDenyVoid } from '../../server/src/rules/logs-policy-deny-void.js';
import { logsPolicyNoSource } from '../../server/src/rules/logs-policy-no-source.js';
import { logsPolicyPrincipalVoid } from '../../server/src/rules/logs-policy-principal-void.js';
import { logsPolicyPublic } from '../../server/src/rules/logs-policy-public.js';
import { logsPrincipalGlobal } from '../../server/src/rules/logs-principal-global.js';
import { logsPrincipalRegionMismatch } from '../../server/src/rules/logs-principal-region-mismatch.js';
import { logsQueryResultGuard } from '../../server/src/rules/logs-query-result-guard.js';
import { trailContextForm } from '../../server/src/rules/trail-context-form.js';
import { trailKeyNoDescribe } from '../../server/src/rules/trail-key-no-describe.js';
import { trailNoGuard } from '../../server/src/rules/trail-no-guard.js';
import { canonicalPolicies, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

const RULES = [
  logsPrincipalGlobal,
  logsPrincipalRegionMismatch,
  logsActionsIncomplete,
  logsActionsExcess,
  logsContextKeyWrong,
  logsContextTrailingStar,
  logsContextStreamArn,
  logsNoContextGuard,
  logsQueryResultGuard,
  trailNoGuard,
  trailKeyNoDescribe,
  trailContextForm,
  deliverySourceArnForm,
  confusedDeputy,
  logsPolicyPrincipalVoid,
  logsPolicyActionVoid,
  logsPolicyDenyVoid,
  logsPolicyNoSource,
  logsPolicyPublic,
  destinationPolicyWildcard,
  destinationPolicyAction,
  deliveryDestinationAction,
  bucketDeliveryAclCheck,
  bucketDeliveryNoSource,
  condSseKeyValue,
];

/** Ids of the rules that report something, in the order of the text. */
function rulesThatFire(text: string, kind?: PolicyKind): string[] {
  const analyzer = createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ levels: {}, kind: kind === undefined ? undefined : { choice: kind, glob: 'test' } }),
    rules: RULES,
  });
  const { findings } = analyzer.analyze({ uri: 'file:///policy.json', languageId: 'json', text });
  return findings().map(({ rule }) => rule.id);
}

const ACCOUNT =
  '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }';
const key = (service: string, action: string, condition: string) =>
  `{ "Version": "2012-10-17", "Statement": [${ACCOUNT}, { "Effect": "Allow", "Principal": { "Service": ${service} }, "Action": ${action}, "Resource": "*", "Condition": ${condition} }] }`;

/** Statements of the recipes that are in no fixture. */
const RECIPES: Readonly<Record<string, string>> = {
  'an anomaly detector': key(
    '"logs.us-east-1.amazonaws.com"',
    '["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]',
    '{ "StringEquals": { "aws:SourceAccount": "111122223333" }, "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:anomaly-detector:*", "aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:anomaly-detector:*" } }',
  ),
  'the re-encryption of an anomaly detector': key(
    '"logs.us-east-1.amazonaws.com"',
    '["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"]',
    '{ "ArnLike": { "kms:EncryptionContext:aws-crypto-ec:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:anomaly-detector:*" } }',
  ),
  'a lookup table': key(
    '"logs.us-east-1.amazonaws.com"',
    '["kms:Decrypt", "kms:GenerateDataKey"]',
    '{ "StringEquals": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:lookup-table:prices" } }',
  ),
  'an export to S3': key(
    '"logs.us-east-1.amazonaws.com"',
    '["kms:GenerateDataKey", "kms:Decrypt"]',
    '{ "StringLike": { "kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"] }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
  ),
  'a retired key': key(
    '"logs.us-east-1.amazonaws.com"',
    '["kms:Decrypt"]',
    '{ "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:*" } }',
  ),
  'several Regions': key(
    '["logs.us-east-1.amazonaws.com", "logs.ap-northeast-2.amazonaws.com"]',
    '["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"]',
    '{ "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*:111122223333:log-group:*" } }',
  ),
  'an organization': key(
    '"delivery.logs.amazonaws.com"',
    '["kms:GenerateDataKey*", "kms:Decrypt"]',
    '{ "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "ArnLike": { "aws:SourceArn": "arn:aws:logs:*:*:*" } }',
  ),
  'the payload of a state machine': key(
    '"delivery.logs.amazonaws.com"',
    '"kms:Decrypt"',
    '{ "StringEquals": { "kms:EncryptionContext:SourceArn": "arn:aws:logs:us-east-1:111122223333:*" } }',
  ),
};

describe('the rules on log encryption', () => {
  for (const { name, kind, text } of [...canonicalPolicies, ...publishedPolicies]) {
    it(`say nothing of ${name} (${kind})`, () => {
      expect(rulesThatFire(text, kind)).toEqual([]);
    });
  }

  for (const [name, text] of Object.entries(RECIPES)) {
    it(`say nothing of ${name}`, () => {
      expect(rulesThatFire(text)).toEqual([]);
    });
  }

  for (const { id } of RULES) {
    it(`agree with the examples on the page of ${id}`, () => {
      expect(rulesThatFire(exampleOf(id, 'Avoid'))).toEqual([id]);
      expect(rulesThatFire(exampleOf(id, 'Prefer'))).toEqual([]);
    });
  }
});

/** The statements under a heading of a rule's page, made a policy. */
function exampleOf(id: string, heading: string): string {
  const page = readFileSync(path.join(import.meta.dirname, `../../docs/rules/${id}.md`), 'utf8');
  const example = new RegExp(`## ${heading}\\r?\\n\\s*\`\`\`json\\r?\\n([^]*?)\`\`\``).exec(page)?.[1];
  return JSON.stringify({ Version: '2012-10-17', Statement: [JSON.parse(example ?? '')].flat() });
}
