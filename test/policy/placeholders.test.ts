import { describe, expect, it } from 'vitest';
import { hasPolicyVariable, hasTemplatePart } from '../../server/src/policy/placeholders.js';

describe('placeholders', () => {
  it.each(['${aws:username}', 'a-${ aws:PrincipalTag/team }', "${aws:PrincipalTag/team, 'x'}", '${*}', '${$}'])(
    'reads %s as a policy variable, which AWS fills in',
    (text) => {
      expect([hasPolicyVariable(text), hasTemplatePart(text)]).toEqual([true, false]);
    },
  );

  it.each(['${AWS::AccountId}', '${var.account}', '${account}', '{{ account }}', '<%= account %>', '${aws:open'])(
    'reads %s as a part that a tool fills in',
    (text) => {
      expect([hasPolicyVariable(text), hasTemplatePart(text)]).toEqual([false, true]);
    },
  );

  it('tells both kinds apart in one text', () => {
    const text = '${AWS::Partition}-${aws:username}';
    expect([hasPolicyVariable(text), hasTemplatePart(text)]).toEqual([true, true]);
  });

  it('finds none in plain text', () => {
    const text = 'arn:aws:iam::111122223333:role/$app';
    expect([hasPolicyVariable(text), hasTemplatePart(text)]).toEqual([false, false]);
  });
});
