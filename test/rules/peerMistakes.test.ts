import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../../protocol/src/vocabulary.js';
import type { ReportedFinding } from '../../server/src/analysis/analysis.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import { publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

/**
 * Where other tools are wrong or coarse, seen in their sources: what ours must say, and when it must be silent.
 * Rows of the check catalogue stand for the rules that serve them.
 */
interface Case {
  readonly text: string;
  /** Declared; absent: told by content. */
  readonly kind?: PolicyKind;
  /** Rows of which one finding or more must speak; absent: no warning and no error. */
  readonly says?: readonly string[];
}

const ROOT =
  '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }';
const ROLE = '"Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }';

const policy = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const key = (...statements: string[]) => policy(ROOT, ...statements);
const allow = (rest: string) => `{ "Effect": "Allow", ${rest} }`;
const use = (rest: string) => allow(`${ROLE}, "Action": "kms:Decrypt", "Resource": "*", ${rest}`);
const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const published = (name: string): string => {
  const found = publishedPolicies.find((candidate) => candidate.name === name);
  if (found === undefined) {
    throw new Error(`There is no published policy "${name}".`);
  }
  return found.text;
};

const MISTAKES: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  'Access Analyzer checks foreign actions and resources in S3 policies only': {
    'key policy': {
      text: key(allow(`${ROLE}, "Action": "s3:GetObject", "Resource": "*"`)),
      says: ['action-foreign-service'],
    },
    'resource of a key policy': {
      text: key(allow(`${ROLE}, "Action": "kms:Decrypt", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"`)),
      says: ['key-resource-other'],
    },
    'Logs resource policy': {
      kind: 'logs-resource-policy',
      text: policy(
        allow(
          '"Principal": { "Service": "events.amazonaws.com" }, "Action": "kms:Decrypt", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:x:*"',
        ),
      ),
      says: ['action-foreign-service', 'logs-policy-action-void'],
    },
    'destination policy': {
      kind: 'delivery-destination-policy',
      text: policy(
        allow(
          '"Principal": { "AWS": "444455556666" }, "Action": "s3:PutObject", "Resource": "arn:aws:logs:us-east-1:111122223333:delivery-destination:x"',
        ),
      ),
      says: ['action-foreign-service', 'destination-policy-action', 'delivery-destination-action'],
    },
    'resource of a Logs resource policy': {
      kind: 'logs-resource-policy',
      text: policy(
        allow(
          '"Principal": { "Service": "events.amazonaws.com" }, "Action": "logs:PutLogEvents", "Resource": "arn:aws:sns:us-east-1:111122223333:topic", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }',
        ),
      ),
      says: ['resource-foreign-arn'],
    },
  },
  'Access Analyzer does not look at wildcards under a condition key': {
    'pattern of operations without a context': {
      text: key(
        allow(
          `${ROLE}, "Action": ["kms:Decrypt", "kms:Describe*"], "Resource": "*", "Condition": { "StringEquals": { "kms:EncryptionContext:App": "x" } }`,
        ),
      ),
      says: ['enc-context-wrong-action', 'cond-key-not-for-action'],
    },
    'the statement that AWS publishes for log groups': { text: published('log-group-one') },
  },
  'Access Analyzer takes only source keys for a guard': {
    'guard by encryption context': { text: published('log-group-account') },
  },
  'parliament asks one alphabet of every Sid': {
    'blanks in a key policy': { text: key(use('"Sid": "Allow use of the key"')) },
    'blanks in an identity policy': {
      text: policy(allow(`"Sid": "Allow use", "Action": "kms:Decrypt", "Resource": "${KEY_ARN}"`)),
      says: ['sid-charset'],
    },
  },
  'parliament never reports multi-factor tests by Null, and wants whole timestamps': {
    'presence of the multi-factor key, which says nothing of its value': {
      text: key(use('"Condition": { "Null": { "aws:MultiFactorAuthPresent": "false" } }')),
      says: ['cond-mfa-antipattern'],
    },
    'a date without a time': {
      text: key(use('"Condition": { "DateLessThan": { "aws:CurrentTime": "2099-12-31" } }')),
    },
    'seconds since 1970': {
      text: key(use('"Condition": { "DateLessThan": { "aws:EpochTime": "4070908800" } }')),
    },
  },
  'parliament knows four federation sources, and Booleans by their beginnings': {
    'another provider': {
      text: published('github-oidc'),
    },
    'a value that begins like a Boolean': {
      text: key(use('"Condition": { "Bool": { "aws:SecureTransport": "trueish" } }')),
      says: ['cond-value-type'],
    },
  },
  'aws-iam-language-server does not recognise policies without Version': {
    'key policy by shape': { text: `{ "Statement": [${ROOT}] }`, says: ['version-missing'] },
  },
  'aws-iam-language-server accepts a missing Resource beside a Principal': {
    'key policy': {
      text: key(allow(`${ROLE}, "Action": "kms:Decrypt"`)),
      says: ['key-statement-without-resource'],
    },
  },
  'aws-iam-language-server demands companions of denied actions': {
    'a Deny': {
      text: policy('{ "Effect": "Deny", "Action": "kms:CreateKey", "Resource": "*" }'),
    },
  },
  'aws-iam-language-server compares operators with their case': {
    'lower case': {
      text: key(use('"Condition": { "stringequals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }')),
    },
  },
  'cfn-lint lets NullIfExists, sets on Null, groups and unknown kinds of principals pass': {
    NullIfExists: {
      text: key(use('"Condition": { "NullIfExists": { "aws:SourceVpce": "true" } }')),
      says: ['cond-null-ifexists'],
    },
    'a set on Null': {
      text: key(use('"Condition": { "ForAnyValue:Null": { "aws:TagKeys": "true" } }')),
      says: ['cond-null-set'],
    },
    'a group': {
      text: key(
        allow(
          '"Principal": { "AWS": "arn:aws:iam::111122223333:group/Ops" }, "Action": "kms:Decrypt", "Resource": "*"',
        ),
      ),
      says: ['principal-group'],
    },
    'an unknown kind of principal': {
      text: key(allow('"Principal": { "Account": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*"')),
      says: ['principal-type-unknown'],
    },
  },
  'cfn-lint limits action prefixes in policies of S3, SQS and SNS only': {
    'bucket policy': {
      kind: 'bucket-policy',
      text: policy(
        allow(
          '"Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": "kms:Decrypt", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
        ),
      ),
      says: ['action-foreign-service'],
    },
  },
  'cfn-lint skips policies that do not parse': {
    'a Logs resource policy': {
      kind: 'logs-resource-policy',
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" "Action": "logs:PutLogEvents" }] }',
      says: ['json-syntax'],
    },
  },
  'checkov and prowler take any condition, or ViaService, for a limit, and skip a single statement': {
    'everyone through a service': {
      text: key(
        allow(
          '"Principal": "*", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }',
        ),
      ),
      says: ['public-weak-condition'],
    },
    'a condition that does limit': {
      text: key(
        allow(
          '"Principal": "*", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:CallerAccount": "111122223333" } }',
        ),
      ),
    },
    'one statement without a list': {
      kind: 'key-policy',
      text: '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*" } }',
      says: ['public-principal'],
    },
  },
  'checkov judges key policies as identity policies': {
    'every resource in a key policy': {
      text: key(
        allow(
          `${ROLE}, "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"], "Resource": "*"`,
        ),
      ),
    },
  },
  'Guard finds only the bare star, and finds it in a Deny': {
    'the star in an object': {
      text: key(allow('"Principal": { "AWS": "*" }, "Action": "kms:Decrypt", "Resource": "*"')),
      says: ['public-principal'],
    },
    'the star in a list': {
      text: key(allow('"Principal": { "AWS": ["*"] }, "Action": "kms:Decrypt", "Resource": "*"')),
      says: ['public-principal'],
    },
    'a Deny': {
      text: key(
        '{ "Effect": "Deny", "Principal": "*", "Action": "kms:ScheduleKeyDeletion", "Resource": "*", "Condition": { "NumericLessThan": { "kms:ScheduleKeyDeletionPendingWindowInDays": "14" } } }',
      ),
    },
  },
  'terrascan reports kms:* for the account': { 'the default policy': { text: policy(ROOT) } },
  'trivy reports the wildcard that a log group needs': {
    'streams of one group': {
      text: policy(
        allow(
          '"Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/app/web:*"',
        ),
      ),
    },
  },
  'cloud-copilot wants a star in endpoint policies, and neither principal nor resource in others': {
    'a role in the policy of a KMS endpoint': { kind: 'vpc-endpoint-policy', text: published('kms') },
    'a key policy without a principal': {
      text: key('{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }'),
      says: ['principal-missing'],
    },
  },
  'tflint lets key policies be four times too long': {
    '33,000 bytes': {
      text: key(use(`"Sid": "${'x'.repeat(33_000)}"`)),
      says: ['policy-too-large'],
    },
  },
  'several report wildcards under ArnEquals': {
    'a pattern': {
      text: key(
        allow(
          '"Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"], "Resource": "*", "Condition": { "ArnEquals": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:*" } }',
        ),
      ),
    },
  },
  'several keep rules for service control policies that AWS withdrew in 2025': {
    'an Allow with a condition': {
      kind: 'scp',
      text: policy(
        allow(
          '"Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "us-east-1" } }',
        ),
      ),
    },
    'an Allow with NotAction': { kind: 'scp', text: policy(allow('"NotAction": "iam:*", "Resource": "*"')) },
    'an Allow of some resources': {
      kind: 'scp',
      text: policy(allow(`"Action": "kms:Decrypt", "Resource": "${KEY_ARN}"`)),
    },
    'a Deny with NotResource': {
      kind: 'scp',
      text: policy(`{ "Effect": "Deny", "Action": "kms:Decrypt", "NotResource": "${KEY_ARN}" }`),
    },
  },
  'Security Hub and Config ignore conditions of identity policies': {
    'all keys through one service': {
      text: policy(
        allow(
          '"Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }',
        ),
      ),
    },
    'all keys of an alias': {
      text: policy(
        allow(
          '"Action": "kms:Decrypt", "Resource": "*", "Condition": { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/app-*" } }',
        ),
      ),
    },
    'all keys': { text: policy(allow('"Action": "kms:Decrypt", "Resource": "*"')), says: ['kms-decrypt-all-keys'] },
  },
  'everybody calls a star public': { 'the policy of an AWS managed key': { text: published('aws-managed-key') } },
};

/** Mistakes about resources of templates, which no policy document can show, by the row that will answer them. */
const OF_TEMPLATES: Readonly<Record<string, string>> = {
  'cfn-lint accepts key IDs and aliases as key of a log group': 'logs-kmskeyid-not-arn',
  'cfn-lint does not open policies in JSON strings that do not parse': 'policy-string-not-json',
  'checkov wants HMAC keys to rotate': 'rotation-off',
  'checkov accepts aws:kms without a key for buckets that take logs': 'logs-delivery-aws-managed-key',
  'Guard has an old list of retention periods': 'logs-retention-value',
  'Guard, cfn_nag, terrascan and trivy want keys to rotate that cannot': 'rotation-off',
  'KICS takes a deletion window for a deletion, and a missing policy for an open one': 'deletion-window-short',
};

function findingsOf({ text, kind }: Case): readonly ReportedFinding[] {
  const settings = { levels: {}, kind: kind === undefined ? undefined : { choice: kind, glob: 'test' } };
  return createAnalyzer({ reference: serviceReference, settingsFor: () => settings })
    .analyze({ uri: 'file:///policy.json', languageId: 'json', text })
    .findings();
}

describe.each(Object.entries(MISTAKES))('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s', (_name, given) => {
    const findings = findingsOf(given);
    if (given.says === undefined) {
      const loud = findings.filter(({ level }) => level === 'error' || level === 'warning');
      expect(loud.map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([]);
      return;
    }
    const rows = new Set(given.says);
    expect(ALL_RULES.filter(({ catalogue }) => catalogue.some((row) => rows.has(row)))).not.toEqual([]);
    const speaking = findings.filter(({ rule }) => rule.catalogue.some((row) => rows.has(row)));
    expect(speaking.length, findings.map(({ message }) => message).join('\n')).toBeGreaterThan(0);
    // Nothing else may be loud: one mistake, one voice.
    const others = findings.filter((finding) => finding.level === 'error' && !speaking.includes(finding));
    expect(others.map(({ rule }) => rule.id)).toEqual([]);
  });
});

describe('AWS Toolkit drops findings at the start of a file, and gives offsets for columns', () => {
  it('a finding about the whole document keeps its place', () => {
    const text = '{ "Statement": {} }';
    const [first] = findingsOf({ text, kind: 'key-policy' });
    expect(first?.span.start).toBe(0);
    expect(first?.span.end).toBeGreaterThan(0);
  });
});

describe('mistakes about templates wait for templates', () => {
  const coverage = readFileSync('docs/rules/coverage.md', 'utf8');

  it.each(Object.entries(OF_TEMPLATES))('%s: "%s"', (_, row) => {
    // Once a rule serves the row, the mistake becomes a case above.
    expect(coverage.split('\n').find((line) => line.includes(`\`${row}\``))).toContain('*templates*');
  });
});
