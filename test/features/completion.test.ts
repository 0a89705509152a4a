import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { PolicyKindChoice } from '../../protocol/src/vocabulary.js';
import { complete } from '../../server/src/features/completion/complete.js';
import { resolveCompletion } from '../../server/src/features/completion/resolve.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { featureOptions, open } from '../support/features.js';
import { readCursor } from '../support/marked.js';

interface Options {
  readonly kind?: PolicyKindChoice;
  readonly languageId?: 'json' | 'jsonc';
  readonly snippets?: boolean;
  readonly facts?: PolicyFacts;
}

function itemsAt(marked: string, options: Options = {}): { items: CompletionItem[]; document: TextDocument } {
  const { text, offset } = readCursor(marked);
  const { document, analysis } = open(text, options);
  const { items } = complete(analysis, document, offset, { ...featureOptions, snippets: options.snippets ?? false });
  const order = (item: CompletionItem): string => item.sortText ?? item.label;
  return { items: [...items].sort((a, b) => (order(a) < order(b) ? -1 : 1)), document };
}

/** Labels in the order in which an editor shows them. */
function labels(marked: string, options?: Options): string[] {
  return itemsAt(marked, options).items.map(({ label }) => label);
}

/** The text after the item with that label is taken. */
function accept(marked: string, label: string, options?: Options): string {
  const { items, document } = itemsAt(marked, options);
  const item = items.find((candidate) => candidate.label === label);
  const edit = item?.textEdit;
  if (edit === undefined || !('range' in edit)) {
    throw new Error(`No item "${label}" among ${items.map((each) => each.label).join(', ')}.`);
  }
  return TextDocument.applyEdits(document, [edit, ...(item?.additionalTextEdits ?? [])]);
}

const statement = (text: string): string => `{ "Version": "2012-10-17", "Statement": [{ ${text} }] }`;
const LOGS = '"Effect": "Allow", "Principal": { "Service": "logs.ap-northeast-2.amazonaws.com" }';

describe('elements', () => {
  it('offers the elements that a policy lacks, required ones first', () => {
    expect(labels('{ "Version": "2012-10-17", $0 }')).toEqual(['Statement', 'Id']);
  });

  it('offers the elements that a statement lacks in the order in which AWS writes them', () => {
    expect(labels(statement('"Effect": "Allow", $0')).slice(0, 3)).toEqual(['Principal', 'Action', 'Resource']);
  });

  it('does not offer an element beside its twin', () => {
    expect(labels(statement('"NotAction": "kms:*", "Principal": "*", $0'))).not.toContain('Action');
  });

  it('offers no Principal where the kind of policy has none', () => {
    expect(labels(statement('"Effect": "Allow", $0'), { kind: 'identity-policy' })).not.toContain('Principal');
  });

  it('writes quotes, colon and a value', () => {
    expect(accept(statement('"Principal": "*", $0'), 'Resource', { kind: 'key-policy' })).toBe(
      statement('"Principal": "*", "Resource": "*"'),
    );
  });

  it('replaces only the name where a value follows already', () => {
    expect(accept(statement('"Eff$0": "Allow"'), 'Effect')).toBe(statement('"Effect": "Allow"'));
  });

  it('replaces the whole of a half-typed name with or without quotes', () => {
    const expected = statement('"Effect": "Allow", "Resource": "*"');
    expect(accept(statement('"Effect": "Allow", "Res$0"'), 'Resource', { kind: 'key-policy' })).toBe(expected);
    expect(accept(statement('"Effect": "Allow", Res$0'), 'Resource', { kind: 'key-policy' })).toBe(expected);
    expect(accept(statement('"Effect": "Allow", "$0ources"'), 'Resource', { kind: 'key-policy' })).toBe(expected);
  });

  it('adds the comma before it that is missing', () => {
    expect(accept(statement('"Effect": "Allow"\n$0'), 'Resource', { kind: 'key-policy' })).toBe(
      statement('"Effect": "Allow",\n"Resource": "*"'),
    );
  });

  it('adds the comma after it that is missing', () => {
    expect(accept(statement('$0 "Effect": "Allow"'), 'Resource', { kind: 'key-policy' })).toBe(
      statement('"Resource": "*", "Effect": "Allow"'),
    );
  });

  it('offers values of Effect and Version', () => {
    expect(labels(statement('"Effect": $0'))).toEqual(['Allow', 'Deny']);
    expect(labels('{ "Version": "$0", "Statement": [] }')).toEqual(['2012-10-17', '2008-10-17']);
    expect(accept(statement('"Effect": $0'), 'Deny')).toBe(statement('"Effect": "Deny"'));
  });

  it('offers only Deny in a resource control policy', () => {
    expect(labels(statement('"Effect": "$0"'), { kind: 'rcp' })).toEqual(['Deny']);
  });

  it('proposes a Sid from what the statement does, and another one when it is taken', () => {
    const text = `${LOGS}, "Action": "kms:Decrypt"`;
    expect(labels(statement(`"Sid": "$0", ${text}`))).toEqual(['AllowLogsDecrypt']);
    expect(labels(statement(`"Sid": "$0", ${text} }, { "Sid": "AllowLogsDecrypt"`))).toEqual(['AllowLogsDecrypt2']);
  });
});

describe('actions', () => {
  it('offers actions that work in a key policy first, the usual ones before all', () => {
    const found = labels(statement(`${LOGS}, "Action": "$0"`));
    expect(found.slice(0, 2)).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(found.indexOf('kms:ListKeys')).toBeGreaterThan(found.indexOf('kms:PutKeyPolicy'));
    expect(found).toEqual(expect.arrayContaining(['kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:*']));
  });

  it('says why an action that does nothing in a key policy comes last', () => {
    const { items } = itemsAt(statement(`${LOGS}, "Action": "$0"`));
    expect(items.find(({ label }) => label === 'kms:CreateKey')?.detail).toBe('No effect in a key policy');
  });

  it('leaves out what the list has already', () => {
    expect(labels(statement(`${LOGS}, "Action": ["kms:Decrypt", "$0"]`))).not.toContain('kms:Decrypt');
  });

  it('replaces the string in the middle of which the cursor stands', () => {
    expect(accept(statement(`${LOGS}, "Action": ["kms:Dec$0ode", "kms:Encrypt"]`), 'kms:Decrypt')).toBe(
      statement(`${LOGS}, "Action": ["kms:Decrypt", "kms:Encrypt"]`),
    );
  });

  it('completes a name that is typed without quotes', () => {
    expect(accept(statement(`${LOGS}, "Action": kms:Dec$0`), 'kms:Decrypt')).toBe(
      statement(`${LOGS}, "Action": "kms:Decrypt"`),
    );
  });

  it('adds an item to a list with the commas that are missing', () => {
    const list = (items: string): string => statement(`${LOGS}, "Action": [${items}]`);
    expect(accept(list('"kms:Encrypt" $0'), 'kms:Decrypt')).toBe(list('"kms:Encrypt", "kms:Decrypt"'));
    expect(accept(list('$0 "kms:Encrypt"'), 'kms:Decrypt')).toBe(list('"kms:Decrypt", "kms:Encrypt"'));
  });

  it('offers services first where any service may be meant, then their actions', () => {
    const text = '"Effect": "Allow", "Resource": "*", "Action": "$0"';
    expect(labels(statement(text), { kind: 'identity-policy' }).slice(0, 2)).toEqual(['kms:', 'logs:']);
    const s3 = labels(statement(text.replace('$0', 's3:$0')), { kind: 'identity-policy' });
    expect(s3).toContain('s3:GetObject');
    expect(s3.every((label) => label.startsWith('s3:'))).toBe(true);
  });

  it('knows the service of each kind of policy', () => {
    const text = statement('"Effect": "Allow", "Action": "$0"');
    expect(labels(text, { kind: 'logs-resource-policy' })[0]).toMatch(/^logs:/);
    expect(labels(text, { kind: 'trust-policy' })[0]).toMatch(/^sts:/);
  });
});

describe('principals', () => {
  it('offers service principals with the Region of the document, log services first', () => {
    const text = statement(
      `"Principal": { "Service": "$0" }, "Condition": { "StringEquals": { "kms:ViaService": "s3.eu-west-3.amazonaws.com" } }`,
    );
    expect(labels(text, { kind: 'key-policy' }).slice(0, 2)).toEqual([
      'logs.eu-west-3.amazonaws.com',
      'cloudtrail.amazonaws.com',
    ]);
  });

  it('writes the suffix of the China partition', () => {
    const text = statement('"Principal": { "Service": "$0" }, "Resource": "arn:aws-cn:s3:::b-cn-north-1"');
    expect(labels(text, { kind: 'key-policy' })).toContain('logs.cn-north-1.amazonaws.com.cn');
  });

  it('offers the accounts of the document', () => {
    const text = statement(
      '"Principal": { "AWS": "$0" }, "Condition": { "StringEquals": { "aws:SourceAccount": "444455556666" } }',
    );
    expect(labels(text, { kind: 'key-policy' })[0]).toBe('arn:aws:iam::444455556666:root');
  });

  it('offers the account that settings name before those of the document', () => {
    const text = statement(
      '"Principal": { "AWS": "$0" }, "Condition": { "StringEquals": { "aws:SourceAccount": "444455556666" } }',
    );
    const facts = { account: '777788889999' };
    const accounts = labels(text, { kind: 'key-policy', facts }).filter((label) => label.endsWith(':root'));
    expect(accounts).toEqual(['arn:aws:iam::777788889999:root', 'arn:aws:iam::444455556666:root']);
  });

  it('uses the example account with a placeholder where the document has none', () => {
    const { items } = itemsAt(statement('"Principal": { "AWS": "$0" }'), { kind: 'key-policy', snippets: true });
    expect(items[0]?.textEdit?.newText).toBe('"arn:aws:iam::${1:111122223333}:root"');
  });

  it('offers the types that the kind of policy knows', () => {
    expect(labels(statement('"Principal": { "$0" }'), { kind: 'key-policy' })).toEqual(['AWS', 'Service']);
    expect(labels(statement('"Principal": { "$0" }'), { kind: 'trust-policy' })).toContain('Federated');
  });

  it('offers whole principals for the missing value', () => {
    expect(accept(statement('"Principal": $0, "Action": "kms:Decrypt"'), 'Service', { kind: 'key-policy' })).toBe(
      statement('"Principal": { "Service": "" }, "Action": "kms:Decrypt"'),
    );
  });
});

describe('resources', () => {
  it('offers only the asterisk in a key policy', () => {
    expect(labels(statement(`${LOGS}, "Action": "kms:Decrypt", "Resource": "$0"`))).toEqual(['*']);
  });

  it('writes the account and Region that settings name', () => {
    const text = statement('"Action": "kms:CreateAlias", "Resource": "$0"');
    const facts = { account: '777788889999', region: 'cn-north-1' };
    expect(labels(text, { kind: 'identity-policy', facts })[1]).toBe(
      'arn:aws-cn:kms:cn-north-1:777788889999:key/KeyId',
    );
  });

  it('offers the ARN forms of what the actions work on', () => {
    const text = statement('"Action": "kms:CreateAlias", "Resource": "$0"');
    expect(labels(text, { kind: 'identity-policy' })).toEqual([
      'arn:aws:kms:us-east-1:111122223333:alias/Alias',
      'arn:aws:kms:us-east-1:111122223333:key/KeyId',
      '*',
    ]);
  });
});

describe('conditions', () => {
  const withCondition = (text: string, actions = '"kms:Decrypt"'): string =>
    statement(`${LOGS}, "Action": [${actions}], "Condition": { ${text} }`);

  it('offers operators, and those that suit the key under them first', () => {
    expect(labels(withCondition('$0'))[0]).toBe('StringEquals');
    expect(labels(withCondition('"$0": { "kms:GrantIsForAWSResource": "true" }'))[0]).toBe('Bool');
    expect(labels(withCondition('"$0": { "kms:GrantOperations": "Decrypt" }'))[0]).toMatch(/^For/);
  });

  it('offers the encryption context of the service that the statement lets in first', () => {
    expect(labels(withCondition('"ArnLike": { "$0" }'))[0]).toBe('kms:EncryptionContext:aws:logs:arn');
  });

  it('puts keys last that the actions do not carry, and says so', () => {
    const { items } = itemsAt(withCondition('"StringEquals": { "$0" }', '"kms:Decrypt", "kms:DescribeKey"'));
    const context = items.find(({ label }) => label === 'kms:EncryptionContextKeys');
    expect(context?.detail).toBe('Not carried by kms:DescribeKey');
    expect(items.at(-1)?.detail).toMatch(/carr/);
  });

  it('warns of keys that calls by services do not carry and of those that AWS KMS refuses', () => {
    const { items } = itemsAt(withCondition('"StringEquals": { "$0" }'));
    expect(items.find(({ label }) => label === 'aws:PrincipalOrgID')?.detail).toMatch(/services do not carry/);
    expect(items.find(({ label }) => label === 'kms:ResourceAliases')?.detail).toMatch(/refuses/);
  });

  it('leaves out keys that stand there already, in any case', () => {
    expect(labels(withCondition('"StringEquals": { "AWS:sourcearn": "x", "$0" }'))).not.toContain('aws:SourceArn');
  });

  it('offers the values of closed lists', () => {
    expect(labels(withCondition('"StringEquals": { "kms:KeyUsage": "$0" }'))).toContain('SIGN_VERIFY');
    expect(labels(withCondition('"Bool": { "kms:MultiRegion": $0 }'))).toEqual(['true', 'false']);
    expect(labels(withCondition('"Null": { "kms:EncryptionContextKeys": "$0" }'))).toEqual(['true', 'false']);
  });

  it('offers kms:ViaService values for the Region of the document', () => {
    expect(labels(withCondition('"StringEquals": { "kms:ViaService": "$0" }'))[0]).toBe(
      'logs.ap-northeast-2.amazonaws.com',
    );
  });

  it('offers log group ARNs without the trailing :* as encryption context', () => {
    const found = labels(withCondition('"ArnLike": { "kms:EncryptionContext:aws:logs:arn": "$0" }'));
    expect(found).toEqual([
      'arn:aws:logs:ap-northeast-2:111122223333:log-group:LogGroup',
      'arn:aws:logs:ap-northeast-2:111122223333:log-group:*',
    ]);
  });

  it('offers an account as 12 digits', () => {
    expect(
      labels(withCondition('"StringEquals": { "aws:SourceAccount": "$0", "kms:CallerAccount": "444455556666" }')),
    ).toEqual(['444455556666']);
  });
});

describe('statements', () => {
  it('offers whole statements in the list, and wraps them where the list is missing', () => {
    expect(labels('{ "Version": "2012-10-17", "Statement": [ $0 ] }').length).toBeGreaterThan(10);
    const text = accept('{ "Version": "2012-10-17", "Statement": $0 }', 'CloudTrail trail');
    expect(JSON.parse(text)).toMatchObject({
      Statement: [{ Sid: 'CloudTrailEncrypt' }, { Sid: 'CloudTrailDescribe' }],
    });
  });

  it('adds a statement between others', () => {
    const text = accept(
      '{ "Version": "2012-10-17", "Statement": [ { "Principal": "*", "Action": "kms:Decrypt" } $0 { "Action": "kms:Encrypt" } ] }',
      'Key administrators',
    );
    expect(JSON.parse(text).Statement.map((each: { Sid?: string }) => each.Sid)).toEqual([
      undefined,
      'KeyAdministrators',
      undefined,
    ]);
  });

  it('fills in the account and Region of the document', () => {
    const text = `{ "Version": "2012-10-17", "Id": "444455556666", "Statement": [ { ${LOGS}, "Action": "kms:Decrypt" }, $0 ] }`;
    const last = JSON.parse(accept(text, 'CloudWatch Logs log group')).Statement[1];
    expect(last.Principal.Service).toBe('logs.ap-northeast-2.amazonaws.com');
    expect(JSON.stringify(last.Condition)).toContain('ap-northeast-2:444455556666');
  });
});

describe('other places', () => {
  it('says nothing in documents that are no policy', () => {
    expect(labels('{ "name": "x", $0 }')).toEqual([]);
    expect(labels('{ "Statement": "x", "scripts": {}, "Version": "$0" }')).toEqual([]);
    expect(labels(statement('$0'), { kind: 'none' })).toEqual([]);
  });

  it('says nothing inside a comment', () => {
    expect(labels(statement('// "$0\n'), { languageId: 'jsonc' })).toEqual([]);
  });

  it('works beside comments and with CRLF', () => {
    const text = '{ "Version": "2012-10-17", // x\r\n"Statement": [{ "Effect": "Allow", /* y */\r\n$0\r\n}] }';
    expect(labels(text, { languageId: 'jsonc' })).toContain('Action');
  });

  it('gives text without placeholders to editors that know none', () => {
    for (const marked of [
      statement('$0'),
      '{ "Version": "2012-10-17", "Statement": [$0] }',
      statement('"Principal": { $0 }'),
    ]) {
      for (const { textEdit } of itemsAt(marked).items) {
        expect(textEdit?.newText).not.toMatch(/\$\{|\$\d/);
      }
    }
  });

  it('lets the editor filter by what stands in the replaced range', () => {
    const { items } = itemsAt(statement(`${LOGS}, "Action": "kms:Dec$0"`));
    expect(items.find(({ label }) => label === 'kms:Decrypt')?.filterText).toBe('"kms:Decrypt"');
  });
});

describe('resolving', () => {
  it('documents every kind of item that has documentation', () => {
    for (const [marked, label, expected] of [
      [`${LOGS}, "Action": "$0"`, 'kms:Decrypt', 'Key types'],
      [`${LOGS}, "Condition": { "StringEquals": { "$0" } }`, 'kms:ViaService', 'Example'],
      [`${LOGS}, "Condition": { "$0" }`, 'ForAllValues:StringLike', 'True when the key is absent'],
      [`${LOGS}, "$0"`, 'Condition', 'operator'],
      [`"Principal": { "Service": "$0" }, "Action": "kms:Decrypt"`, 'cloudtrail.amazonaws.com', 'CloudTrail'],
    ] as const) {
      const item = itemsAt(statement(marked)).items.find((each) => each.label === label);
      expect(item, label).toBeDefined();
      if (item !== undefined) {
        expect(JSON.stringify(resolveCompletion(item, featureOptions).documentation)).toContain(expected);
      }
    }
  });

  it('leaves items alone that are none of ours', () => {
    for (const data of [undefined, null, 'x', { about: 'action' }, { about: 'x', name: 'y' }]) {
      expect(resolveCompletion({ label: 'x', data }, featureOptions)).toEqual({ label: 'x', data });
    }
  });
});
