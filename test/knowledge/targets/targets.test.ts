import { describe, expect, it } from 'vitest';
import { expandActionPattern } from '../../../server/src/knowledge/actionLookup.js';
import { findConditionKey } from '../../../server/src/knowledge/conditionKeyLookup.js';
import { findServicePrincipal, findServicePrincipalFault } from '../../../server/src/knowledge/servicePrincipals.js';
import {
  renderPrincipals,
  renderServiceCalls,
  renderStatement,
  type TargetFacts,
} from '../../../server/src/knowledge/target.js';
import {
  cloudtrailTrail,
  cloudwatchLogGroup,
  findTarget,
  TARGETS,
} from '../../../server/src/knowledge/targets/index.js';
import { serviceReference } from '../../support/serviceReference.js';

const facts: TargetFacts = {
  region: 'us-east-1',
  account: '111122223333',
  names: {
    LogGroup: ['/app/web', '/app/api'],
    Trail: 'main',
    Bucket: 'amzn-s3-demo-bucket',
    Source: 'waf',
    Role: 'Reader',
  },
};

describe.each(TARGETS.map((target) => [target.id, target] as const))('the target %s', (id, target) => {
  it('is found by its id and speaks both languages', () => {
    expect(findTarget(id)).toBe(target);
    expect(target.name.ko).toMatch(/[가-힣]/);
    expect(target.reference).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  it('names principals that are known and right in a key policy, in every partition', () => {
    for (const region of ['us-east-1', 'cn-north-1', 'us-gov-west-1']) {
      for (const principal of renderPrincipals(target, { ...facts, region })) {
        expect(findServicePrincipal(principal)).toBeDefined();
        expect(findServicePrincipalFault(principal, 'key-policy')).toBeUndefined();
      }
    }
  });

  it.each(['minimal', 'hardened'] as const)(
    'renders its %s statements whole, with actions and keys that exist',
    (variant) => {
      const { statements, missing } = renderStatement(target, variant, facts);
      expect(missing).toEqual([]);
      expect(JSON.stringify(statements)).not.toContain('${');
      for (const statement of statements) {
        expect(statement['Resource']).toBe('*');
        for (const action of [statement['Action']].flat() as string[]) {
          expect(expandActionPattern(serviceReference, action).length).toBeGreaterThan(0);
        }
        for (const keys of Object.values((statement['Condition'] ?? {}) as Record<string, object>)) {
          for (const key of Object.keys(keys)) {
            expect(findConditionKey(serviceReference, key)?.name).toBe(key);
          }
        }
      }
    },
  );

  it('limits the service in its hardened form by a key that it knows to be sent', () => {
    const text = JSON.stringify(renderStatement(target, 'hardened', facts).statements);
    expect(target.scopedBy.some((key) => text.includes(`"${key}"`))).toBe(true);
    expect(target.notSent.filter((key) => text.includes(`"${key}"`))).toEqual([]);
  });

  it('allows in its minimal form every action that the service calls', () => {
    const allowed = new Set(
      renderStatement(target, 'minimal', facts).statements.flatMap((statement) =>
        ([statement['Action']].flat() as string[]).flatMap((action) => expandActionPattern(serviceReference, action)),
      ),
    );
    const called = target.serviceCalls
      .flatMap(({ actions }) => actions)
      .flatMap((action) => expandActionPattern(serviceReference, action));
    expect(called.filter((action) => !allowed.has(action))).toEqual([]);
  });
});

describe('renderStatement', () => {
  it('repeats the ARN for every log group, without a trailing ":*"', () => {
    const [statement] = renderStatement(cloudwatchLogGroup, 'hardened', facts).statements;
    expect(statement?.['Principal']).toEqual({ Service: 'logs.us-east-1.amazonaws.com' });
    expect(statement?.['Condition']).toEqual({
      ArnEquals: {
        'kms:EncryptionContext:aws:logs:arn': [
          'arn:aws:logs:us-east-1:111122223333:log-group:/app/web',
          'arn:aws:logs:us-east-1:111122223333:log-group:/app/api',
        ],
      },
    });
  });

  it('uses partition and suffix of the Region', () => {
    const [statement] = renderStatement(cloudwatchLogGroup, 'minimal', { ...facts, region: 'cn-north-1' }).statements;
    expect(statement?.['Principal']).toEqual({ Service: 'logs.cn-north-1.amazonaws.com.cn' });
    expect(JSON.stringify(statement)).toContain('arn:aws-cn:logs:cn-north-1:111122223333:log-group:*');
  });

  it('leaves a token in place that no fact fills, and says so', () => {
    const { statements, missing } = renderStatement(cloudwatchLogGroup, 'hardened', {
      region: 'us-east-1',
      account: '111122223333',
    });
    expect(missing).toEqual(['LogGroup']);
    expect(JSON.stringify(statements)).toContain('log-group:${LogGroup}');
  });

  it('takes the home Region of a trail from the facts when it differs', () => {
    const elsewhere = { ...facts, names: { ...facts.names, HomeRegion: 'ap-northeast-2' } };
    expect(JSON.stringify(renderStatement(cloudtrailTrail, 'hardened', elsewhere).statements)).toContain(
      'arn:aws:cloudtrail:ap-northeast-2:111122223333:trail/main',
    );
  });
});

describe('renderServiceCalls', () => {
  it('gives the encryption context that the service sends', () => {
    const calls = renderServiceCalls(cloudwatchLogGroup, { ...facts, names: { LogGroup: '/app/web' } });
    expect(calls.map(({ encryptionContext }) => encryptionContext)).toEqual([
      { 'aws:logs:arn': 'arn:aws:logs:us-east-1:111122223333:log-group:/app/web' },
    ]);
  });
});
