import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyKindChoice } from '../../protocol/src/vocabulary.js';
import { conditionKeyDocs } from '../../server/src/features/hover/conditionKeyDocs.js';
import { hover } from '../../server/src/features/hover.js';
import { CONDITION_KEY_NOTES } from '../../server/src/knowledge/conditionKeyNotes/index.js';
import { COMMON_STATEMENTS } from '../../server/src/knowledge/statementTemplates.js';
import { featureOptions, open } from '../support/features.js';
import { readCursor } from '../support/marked.js';

function hoverAt(marked: string, kind?: PolicyKindChoice, locale = 'en'): { text: string; token: string } | undefined {
  const { text, offset } = readCursor(marked);
  const { analysis, document } = open(text, kind === undefined ? {} : { kind });
  const found = hover(analysis, document, offset, { ...featureOptions, locale });
  if (found === undefined || !('value' in (found.contents as object)) || found.range === undefined) {
    return undefined;
  }
  return { text: (found.contents as { value: string }).value, token: document.getText(found.range) };
}

const textAt = (marked: string, kind?: PolicyKindChoice): string => hoverAt(marked, kind)?.text ?? '';
const statement = (text: string): string => `{ "Version": "2012-10-17", "Statement": [{ ${text} }] }`;
const LOGS = '"Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Resource": "*"';

describe('actions', () => {
  it('say level, description, where they count, key types and conditions, over the whole string', () => {
    const found = hoverAt(statement(`${LOGS}, "Action": "kms:De$0crypt"`));
    expect(found?.token).toBe('"kms:Decrypt"');
    for (const part of [
      'Write',
      'decrypt ciphertext',
      'across accounts',
      'symmetric encryption',
      'grant',
      'kms:EncryptionContextKeys',
      'list_awskeymanagementservice.html',
    ]) {
      expect(found?.text).toContain(part);
    }
  });

  it('say that an action does nothing in a key policy, and only there', () => {
    expect(textAt(statement(`${LOGS}, "Action": "kms:Li$0stKeys"`))).toContain('No effect in a key policy');
    expect(textAt(statement('"Effect": "Allow", "Resource": "*", "Action": "kms:Li$0stKeys"'))).toContain(
      'Only in IAM policies',
    );
  });

  it('list what a wildcard stands for by access level, with counts', () => {
    const text = textAt(statement(`${LOGS}, "Action": "kms:Gen$0erate*"`));
    expect(text).toContain('actions');
    expect(text).toMatch(/\*\*Write\*\* \(\d+\): `GenerateDataKey`/);
    expect(text).toContain('No effect in a key policy: `GenerateRandom`');
    expect(text).toContain('as of 2026');
  });

  it('explain the asterisk, and say when nothing matches', () => {
    expect(textAt(statement(`${LOGS}, "Action": ["kms:Decrypt", "$0*"]`))).toContain('Every action');
    expect(textAt(statement(`${LOGS}, "Action": "kms:X$0yz*"`))).toContain('no action that is known');
  });

  it('are silent about names that do not exist', () => {
    expect(hoverAt(statement(`${LOGS}, "Action": "kms:De$0crpyt"`))).toBeUndefined();
    expect(hoverAt(statement(`${LOGS}, "Action": "ec$02"`))).toBeUndefined();
  });
});

describe('conditions', () => {
  const at = (text: string, action = '"kms:Decrypt"') =>
    textAt(statement(`${LOGS}, "Action": ${action}, "Condition": { ${text} }`));

  it('explain operators with prefix, suffix and an example', () => {
    const text = at('"ForAll$0Values:StringEqualsIfExists": {}');
    expect(text).toContain('True when the key is absent');
    expect(text).toContain('`IfExists`');
    expect(text).toContain('```json');
  });

  it('explain keys: type, note, example, and which actions do not carry them', () => {
    const text = at('"ArnLike": { "kms:Encryption$0Context:aws:logs:arn": "x" }', '["kms:Decrypt", "kms:DescribeKey"]');
    for (const part of [
      'String',
      'CloudWatch Logs: ARN of the log group',
      '`ForAllValues:`',
      'do not carry it: `kms:DescribeKey`',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('say whether calls by services carry a global key, and what to use instead', () => {
    expect(at('"StringEquals": { "aws:Princ$0ipalOrgID": "o-1" }')).toContain('Use `aws:SourceOrgID` there');
  });

  it('say that KMS refuses a key in key policies', () => {
    expect(at('"StringEquals": { "kms:Resource$0Aliases": "alias/x" }')).toContain('Refused in key policies');
  });

  it('explain values of closed lists, services and ARNs', () => {
    expect(at('"StringEquals": { "kms:KeySpec": "RSA_$02048" }')).toContain('SIGN_VERIFY');
    expect(at('"StringEquals": { "kms:ViaService": "s3.us-$0east-1.amazonaws.com" }')).toContain('Amazon S3');
    expect(
      at(
        '"ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-$0group:/app:*" }',
      ),
    ).toContain('never matches');
  });

  it('are silent about unknown keys and plain values', () => {
    expect(at('"StringEquals": { "kms:Un$0known": "x" }')).toBe('');
    expect(at('"StringEquals": { "kms:CallerAccount": "1111$022223333" }')).toBe('');
  });

  it('document every key that has a note, in both languages', () => {
    for (const { key } of CONDITION_KEY_NOTES) {
      const name = key.replace(/\$\{\w+\}/, '1');
      const [en, ko] = ['en', 'ko'].map((locale) =>
        conditionKeyDocs(name, 'key-policy', undefined, { ...featureOptions, locale }),
      );
      expect(en, key).toContain('```json');
      expect(ko, key).toMatch(/[가-힣]/);
    }
  });
});

describe('principals and resources', () => {
  const at = (principal: string, kind?: PolicyKindChoice) =>
    textAt(statement(`"Effect": "Allow", "Principal": ${principal}, "Action": "kms:Decrypt", "Resource": "*"`), kind);

  it('explain the account, which is more than its root user', () => {
    expect(at('{ "AWS": "arn:aws:iam::1111$022223333:root" }')).toContain('not only its root user');
    expect(at('{ "AWS": "1111$022223333" }')).toContain('`arn:aws:iam::111122223333:root`');
  });

  it('explain roles, users, sessions, deleted principals, groups and everyone', () => {
    expect(at('{ "AWS": "arn:aws:iam::111122223333:role/te$0am/App" }')).toContain(
      'Role `App` of account `111122223333`',
    );
    expect(at('{ "AWS": "arn:aws:iam::111122223333:user/B$0ob" }')).toContain('User `Bob`');
    expect(at('{ "AWS": "arn:aws:sts::111122223333:assumed-role/A$0pp/s1" }')).toContain('one session');
    expect(at('{ "AWS": "AROAEXAMPLE$0ROLEID1" }')).toContain('deleted');
    expect(at('{ "AWS": "arn:aws:iam::111122223333:group/x$0" }')).toContain('groups cannot be principals');
    expect(at('"$0*"')).toContain('every AWS account');
  });

  it('explain service principals with their Region', () => {
    expect(at('{ "Service": "logs.ap-nor$0theast-2.amazonaws.com" }')).toContain('Amazon CloudWatch Logs');
    expect(at('{ "Service": "unk$0nown.amazonaws.com" }')).toBe('');
  });

  it('name the parts of ARNs and tell aliases from keys', () => {
    const text = textAt(
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:ali$0as/app" }] }',
    );
    expect(text).toContain('Region: `us-east-1`');
    expect(text).toContain('kms:ResourceAliases');
  });
});

describe('elements', () => {
  it('are explained as the kind of policy has them', () => {
    expect(textAt(statement(LOGS.replace('Resource', 'Re$0source').concat(', "Action": "kms:Decrypt"')))).toContain(
      'key policy',
    );
    expect(textAt(`{ "Ver$0sion": "2012-10-17", "Statement": [] }`)).toContain('2012-10-17');
    expect(textAt('{ "Version": "2008-$010-17", "Statement": [] }')).toContain('old version');
  });

  it('explain the types of principals', () => {
    expect(textAt(statement(LOGS.replace('"Service"', '"Ser$0vice"')))).toContain('service principal');
  });
});

describe('statements', () => {
  const summary = (text: string, kind?: PolicyKindChoice): string => textAt(statement(`"Sid": "$0x", ${text}`), kind);

  it('say who may do what, under which conditions', () => {
    expect(
      summary(
        `${LOGS}, "Action": ["kms:Encrypt", "kms:Decrypt"], "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/*" } }`,
      ),
    ).toBe(
      'For this KMS key: **lets** the service Amazon CloudWatch Logs in us-east-1 *encrypt and decrypt*, under this condition:\n\n- `kms:EncryptionContext:aws:logs:arn` matches `arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/*`',
    );
  });

  it('say that a negated condition also holds without the key', () => {
    expect(
      summary(
        '"Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-1" } }',
        'key-policy',
      ),
    ).toBe(
      'For this KMS key: **forbids** everyone in every account to *do everything*, under this condition:\n\n- `aws:PrincipalOrgID` is not `o-1`; also met when the request does not carry it',
    );
  });

  it('never claim an ability that is given only in part', () => {
    expect(summary(`${LOGS}, "Action": ["kms:ReEncryptFrom", "kms:EnableKey"]`)).toContain(
      '*`ReEncryptFrom` and `EnableKey`*',
    );
  });

  it('list actions by name where they cannot be put into words', () => {
    expect(summary(`${LOGS}, "Action": ["kms:Decrypt", "kms:Nothing"]`)).toContain(
      'perform `kms:Decrypt`, `kms:Nothing`',
    );
    expect(
      summary(
        '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "NotAction": "kms:*", "Resource": "*"',
        'key-policy',
      ),
    ).toContain('every action except `kms:*`');
  });

  it('name the holder of a policy without principals', () => {
    expect(summary('"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"')).toBe(
      'For `arn:aws:s3:::b/*`: **lets** the user, group or role that it is attached to perform `s3:GetObject`.',
    );
  });

  it('are summed up on the opening brace, Sid and Effect, but not while unfinished', () => {
    const text = `${LOGS}, "Action": "kms:Decrypt"`;
    expect(textAt(`{ "Version": "2012-10-17", "Statement": [$0{ ${text} }] }`)).toContain('**lets**');
    expect(textAt(statement(text.replace('"Effect"', '"Ef$0fect"')))).toContain('**lets**');
    expect(textAt(statement(text.replace('"Allow"', '"Al$0low"')))).toContain('**lets**');
    expect(textAt(`{ "Version": "2012-10-17", "Statement": [$0{ "Effect": "Allow", "Action": [] }] }`)).toBe('');
  });

  it('sum up every common statement', () => {
    for (const { id, statements } of COMMON_STATEMENTS) {
      for (const each of statements) {
        const text = JSON.stringify(each).replace(/\$\{(\w+)\}/g, (_token, name: string) =>
          /Account/.test(name) ? '111122223333' : name,
        );
        expect(textAt(`{ "Version": "2012-10-17", "Statement": [$0${text}] }`, 'key-policy'), id).toMatch(
          /\*\*(lets|forbids)\*\*/,
        );
      }
    }
  });
});

describe('in Korean', () => {
  afterEach(() => {
    l10n.config({ contents: {} });
  });

  it('everything but AWS’s own descriptions is Korean', () => {
    const contents = JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../../l10n/src/ko/features.json'), 'utf8'),
    );
    l10n.config({ contents });
    const found = hoverAt(
      statement(
        `"Sid": "$0x", ${LOGS}, "Action": ["kms:Encrypt", "kms:Decrypt"], "Condition": { "StringEquals": { "kms:CallerAccount": "111122223333" } }`,
      ),
      undefined,
      'ko',
    );
    expect(found?.text).toBe(
      '이 KMS 키: us-east-1의 Amazon CloudWatch Logs 서비스에 *암호화 및 복호화*을(를) **허용**합니다. 다음 조건을 충족해야 합니다.\n\n- `kms:CallerAccount`이(가) `111122223333`임',
    );
  });
});

describe('robustness', () => {
  it('never throws, wherever the cursor is and wherever the text ends', () => {
    const text = statement(
      `${LOGS}, "Action": ["kms:Decrypt", 1, null, {}], "Condition": { "Bool": { "aws:x": true } }`,
    );
    const { analysis, document } = open(text);
    for (let offset = 0; offset <= text.length; offset++) {
      expect(() => hover(analysis, document, offset, featureOptions)).not.toThrow();
      const half = open(text.slice(0, offset));
      expect(() => hover(half.analysis, half.document, offset, featureOptions)).not.toThrow();
    }
  });

  it('is silent in documents that are no policy', () => {
    expect(hoverAt('{ "Action": "kms:De$0crypt" }')).toBeUndefined();
  });
});
