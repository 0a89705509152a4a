import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { actionForeignService } from '../../server/src/rules/action-foreign-service.js';
import { actionFormat } from '../../server/src/rules/action-format.js';
import { actionRedundant } from '../../server/src/rules/action-redundant.js';
import { actionReencryptName } from '../../server/src/rules/action-reencrypt-name.js';
import { actionUnknown } from '../../server/src/rules/action-unknown.js';
import { keyActionIamOnly } from '../../server/src/rules/key-action-iam-only.js';
import { keyActionRetiregrant } from '../../server/src/rules/key-action-retiregrant.js';
import { keyResourceNotStar } from '../../server/src/rules/key-resource-not-star.js';
import { keyResourceOther } from '../../server/src/rules/key-resource-other.js';
import { notprincipalAllow } from '../../server/src/rules/notprincipal-allow.js';
import { notprincipalDeny } from '../../server/src/rules/notprincipal-deny.js';
import { orgIdForm } from '../../server/src/rules/org-id-form.js';
import { principalAccountId } from '../../server/src/rules/principal-account-id.js';
import { principalArnFormat } from '../../server/src/rules/principal-arn-format.js';
import { principalCanonicalUnsupported } from '../../server/src/rules/principal-canonical-unsupported.js';
import { principalDuplicate } from '../../server/src/rules/principal-duplicate.js';
import { principalFederatedUnsupported } from '../../server/src/rules/principal-federated-unsupported.js';
import { principalGroup } from '../../server/src/rules/principal-group.js';
import { principalPartialWildcard } from '../../server/src/rules/principal-partial-wildcard.js';
import { principalServiceFormat } from '../../server/src/rules/principal-service-format.js';
import { principalServiceRegionForm } from '../../server/src/rules/principal-service-region-form.js';
import { principalServiceSuffixPartition } from '../../server/src/rules/principal-service-suffix-partition.js';
import { principalServiceUnknown } from '../../server/src/rules/principal-service-unknown.js';
import { principalServiceWildcard } from '../../server/src/rules/principal-service-wildcard.js';
import { principalStringInvalid } from '../../server/src/rules/principal-string-invalid.js';
import { principalTypeUnknown } from '../../server/src/rules/principal-type-unknown.js';
import { principalUniqueId } from '../../server/src/rules/principal-unique-id.js';
import { principalVariable } from '../../server/src/rules/principal-variable.js';
import { principalWrongType } from '../../server/src/rules/principal-wrong-type.js';
import { publicPrincipal } from '../../server/src/rules/public-principal.js';
import { publicWeakCondition } from '../../server/src/rules/public-weak-condition.js';
import { canonicalPolicies, type PolicyFixture, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

const RULES = [
  principalStringInvalid,
  principalTypeUnknown,
  principalArnFormat,
  principalAccountId,
  principalGroup,
  principalPartialWildcard,
  principalWrongType,
  principalServiceFormat,
  principalServiceUnknown,
  principalServiceRegionForm,
  principalServiceWildcard,
  principalServiceSuffixPartition,
  principalFederatedUnsupported,
  principalCanonicalUnsupported,
  principalUniqueId,
  principalVariable,
  principalDuplicate,
  notprincipalAllow,
  notprincipalDeny,
  actionFormat,
  actionUnknown,
  actionReencryptName,
  actionForeignService,
  actionRedundant,
  keyActionIamOnly,
  keyActionRetiregrant,
  keyResourceOther,
  keyResourceNotStar,
  publicPrincipal,
  publicWeakCondition,
  orgIdForm,
];

/** Findings as `rule: text`, with the kind that the file's name declares. */
function findingsOf({ kind, path: uri, text }: PolicyFixture): string[] {
  const analyzer = createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ levels: {}, kind: { choice: kind, glob: 'test' } }),
    rules: RULES,
  });
  return analyzer
    .analyze({ uri, languageId: 'json', text })
    .findings()
    .map(({ rule, span }) => `${rule.id}: ${text.slice(span.start, span.end)}`);
}

describe('the rules on principals, actions, resources and public access', () => {
  for (const fixture of [...canonicalPolicies, ...publishedPolicies]) {
    it(`say nothing of ${fixture.name} (${fixture.kind})`, () => {
      expect(findingsOf(fixture)).toEqual([]);
    });
  }

  it('give one finding for each mistake of a policy that has them all', () => {
    const text = `{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {
      "AWS": ["arn:aws:iam:111122223333:role/a", "arn:aws:iam::1111:role/b", "arn:aws:iam::111122223333:group/c",
        "arn:aws:iam::111122223333:role/d*", "logs.us-east-1.amazonaws.com", "AROAEXAMPLEID1234567", "\${aws:username}"],
      "Service": ["cloudtrail", "cloudtrial.amazonaws.com", "cloudtrail.us-east-1.amazonaws.com", "*.amazonaws.com",
        "logs.cn-north-1.amazonaws.com", "444455556666"],
      "aws": "111122223333"
    },
    "Action": ["Decrypt", "kms:Decryptt", "kms:ReEncrypt", "s3:GetObject", "kms:ListKeys", "kms:RetireGrant"],
    "Resource": ["arn:aws:kms:us-east-1:111122223333:alias/e", "arn:aws:kms:us-east-1:111122223333:key/f"]
  }]
}`;
    const found = findingsOf({ name: 'all', kind: 'key-policy', path: 'file:///all.json', text });
    expect(found.map((finding) => finding.slice(0, finding.indexOf(':')))).toEqual([
      'principal-arn-format',
      'principal-account-id',
      'principal-group',
      'principal-partial-wildcard',
      'principal-wrong-type',
      'principal-unique-id',
      'principal-variable',
      'principal-service-format',
      'principal-service-unknown',
      'principal-service-region-form',
      'principal-service-wildcard',
      'principal-service-suffix-partition',
      'principal-wrong-type',
      'principal-type-unknown',
      'action-format',
      'action-unknown',
      'action-reencrypt-name',
      'action-foreign-service',
      'key-action-iam-only',
      'key-action-retiregrant',
      'key-resource-other',
      'key-resource-not-star',
    ]);
  });

  for (const { id } of RULES) {
    it(`agree with the examples on the page of ${id}`, () => {
      const [avoid = [], prefer = []] = ['Avoid', 'Prefer'].map((heading) =>
        findingsOf({ name: id, kind: 'key-policy', path: 'file:///example.json', text: exampleOf(id, heading) }),
      );
      expect(avoid.map((finding) => finding.slice(0, finding.indexOf(':')))).toEqual([id]);
      expect(prefer).toEqual([]);
    });
  }
});

/** The statement under a heading of a rule's page, made a policy. */
function exampleOf(id: string, heading: string): string {
  const page = readFileSync(path.join(import.meta.dirname, `../../docs/rules/${id}.md`), 'utf8');
  const statement = new RegExp(`## ${heading}\\r?\\n\\s*\`\`\`json\\r?\\n([^]*?)\`\`\``).exec(page)?.[1];
  return `{ "Version": "2012-10-17", "Statement": [${statement}] }`;
}
