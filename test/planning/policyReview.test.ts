import { describe, expect, it } from 'vitest';
import type { PolicyReview } from '../../protocol/src/policyReview.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { hasBrokenSyntax } from '../../server/src/analysis/brokenSyntax.js';
import { reviewPolicy } from '../../server/src/planning/policyReview.js';
import { serviceReference } from '../support/serviceReference.js';

const ACCOUNT = '111122223333';
const ROOT = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' };
const use = (principal: string, actions: string[], more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action: actions,
  Resource: '*',
  ...more,
});
const APP = `arn:aws:iam::${ACCOUNT}:role/App`;
const EMERGENCY = `arn:aws:iam::${ACCOUNT}:role/Emergency`;
const CALLER = `arn:aws:iam::${ACCOUNT}:role/Ops`;
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

const analyzer = createAnalyzer({ reference: serviceReference, settingsFor: () => ({ levels: {}, kind: undefined }) });
function review(before: string, after: string): PolicyReview {
  const read = (text: string) => {
    const document = analyzer.analyze({ uri: '', languageId: 'json', text }).document;
    return document === undefined || hasBrokenSyntax(document) ? undefined : document.policy;
  };
  const params = { before, after, account: ACCOUNT, region: 'us-east-1', callerArn: CALLER, breakGlass: [EMERGENCY] };
  return reviewPolicy(params, { before: read(before), after: read(after), findings: [] });
}

describe('the review of a change', () => {
  it('says who gains and who loses what, in words', () => {
    const { gained, lost } = review(policy(ROOT, use(APP, ['kms:Encrypt'])), policy(ROOT, use(APP, ['kms:Decrypt'])));
    expect(gained.map(({ text }) => text)).toEqual([`${APP}: kms:Decrypt`]);
    expect(lost.map(({ text }) => text)).toEqual([`${APP}: kms:Encrypt`]);
    expect(gained[0]?.isImportant).toBe(true);
  });

  it('names the conditions', () => {
    const condition = { Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } };
    const { gained } = review(policy(ROOT), policy(ROOT, use(APP, ['kms:Decrypt'], condition)));
    expect(gained[0]?.text).toContain('kms:ViaService');
  });

  it('says nothing of a reformatted and reordered policy', () => {
    const before = policy(ROOT, use(APP, ['kms:Encrypt', 'kms:Decrypt']));
    const after = JSON.stringify(
      JSON.parse(policy(use(APP, ['kms:Decrypt', 'kms:Encrypt']), { ...ROOT, Sid: 'root' })),
      null,
      2,
    );
    expect(review(before, after)).toMatchObject({ gained: [], lost: [], isIncomplete: false });
  });

  it('tells whom it would lock out, and that KMS would refuse it', () => {
    const after = policy(use(EMERGENCY, ['kms:*']));
    const { managers, refusal } = review(policy(ROOT), after);
    expect(managers.map(({ principal, keeps, isCaller }) => [principal, keeps, isCaller])).toEqual([
      [CALLER, 'no', true],
      [EMERGENCY, 'yes', false],
    ]);
    expect(refusal).toBeDefined();
    expect(review(policy(ROOT), policy(ROOT)).refusal).toBeUndefined();
    expect(review(policy(ROOT), policy(ROOT)).managers.map(({ keeps }) => keeps)).toEqual(['viaIam', 'viaIam']);
  });

  it('takes the blanks out where only that fits, and says so by its size', () => {
    const many = Array.from({ length: 140 }, (_, index) =>
      use(`arn:aws:iam::${ACCOUNT}:role/R${index}`, ['kms:Decrypt', 'kms:Encrypt']),
    );
    const after = JSON.stringify(JSON.parse(policy(ROOT, ...many)), null, 4);
    expect(after.length).toBeGreaterThan(32_768);
    const { text, size } = review(policy(ROOT), after);
    expect(text).toBe(policy(ROOT, ...many));
    expect(size.bytes).toBe(text.length);
    expect(size.bytes).toBeLessThanOrEqual(size.limit);
  });

  it('refuses what is no policy, and says nothing that looks like an answer', () => {
    expect(review(policy(ROOT), '{ "Statement": ')).toMatchObject({ managers: [], gained: [], isIncomplete: true });
    expect(review(policy(ROOT), '{ "Statement": ').refusal).toContain('no complete key policy');
  });
});
