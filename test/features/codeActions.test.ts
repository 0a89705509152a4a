import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import type { PolicyKindChoice } from '../../protocol/src/vocabulary.js';
import { codeActions } from '../../server/src/features/codeActions.js';
import { effectInvalid } from '../../server/src/rules/effect-invalid.js';
import { featureOptions, open } from '../support/features.js';
import { readCursor } from '../support/marked.js';

interface Options {
  readonly languageId?: 'json' | 'jsonc';
  readonly kind?: PolicyKindChoice;
  readonly only?: string[];
  readonly snippetEdits?: boolean;
}

function actionsAt(marked: string, { only, snippetEdits, ...options }: Options = {}) {
  const { text, offset } = readCursor(marked);
  const opened = open(text, { ...options, rules: [effectInvalid] });
  const position = opened.document.positionAt(offset);
  const actions = codeActions(
    opened.analysis,
    opened.document,
    { start: position, end: position },
    { diagnostics: [], ...(only !== undefined && { only }) },
    { ...featureOptions, snippetEdits, analyze: opened.analyze },
  );
  return { actions, document: opened.document };
}

function apply({ actions, document }: ReturnType<typeof actionsAt>, title: RegExp): string {
  const action = actions.find((candidate: CodeAction) => title.test(candidate.title));
  const edits = action?.edit?.changes?.[document.uri];
  if (edits === undefined) {
    throw new Error(`No action ${title} among ${actions.map((each) => each.title).join(', ')}.`);
  }
  return TextDocument.applyEdits(document, edits);
}

const policy = (effect: string, action = '"kms:Decrypt"'): string =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": ${effect}, "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*" }] }`;

describe('quick fixes', () => {
  it('mend the finding at the cursor, the only safe fix being preferred', () => {
    const found = actionsAt(policy('"al$0low"'));
    expect(apply(found, /Replace with "Allow"/)).toBe(policy('"Allow"'));
    expect(found.actions[0]).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'effect-invalid' }],
    });
  });

  it('are not offered away from the finding', () => {
    expect(actionsAt(`$0${policy('"allow"')}`).actions).toEqual([]);
  });

  it('are left out when the editor asks for other kinds', () => {
    expect(actionsAt(policy('"al$0low"'), { only: ['refactor'] }).actions).toEqual([]);
  });
});

describe('fix all', () => {
  it('applies the safe fixes of the whole document, wherever the cursor is', () => {
    const text =
      '{"Statement":[{"Effect":"allow","Action":"kms:*","Principal":"*"},{"Effect":"DENY","Action":"kms:*"}]}';
    for (const only of [['source'], ['source.fixAll'], ['source.fixAll.sealwright']]) {
      expect(apply(actionsAt(`$0${text}`, { only }), /all safe fixes/)).toBe(
        text.replace('allow', 'Allow').replace('DENY', 'Deny'),
      );
    }
  });

  it('is offered only to those who ask for source actions', () => {
    expect(actionsAt(policy('"al$0low"')).actions.map(({ kind }) => kind)).toEqual(['quickfix']);
    expect(actionsAt(policy('"Al$0low"'), { only: ['source.fixAll'] }).actions).toEqual([]);
  });
});

describe('ignoring', () => {
  const text =
    '{ "Version": "2012-10-17", "Statement": [{\n    "Effect": "al$0low", "Action": "kms:*", "Principal": "*" }] }';

  it('writes a directive with room for a reason above the line, as far in as the line', () => {
    expect(apply(actionsAt(text, { languageId: 'jsonc' }), /Ignore/)).toBe(
      text.replace('$0', '').replace('    "Effect"', '    // sealwright-ignore effect-invalid: \n    "Effect"'),
    );
  });

  it('silences the finding once a reason is written', () => {
    const ignored = apply(actionsAt(text, { languageId: 'jsonc' }), /Ignore/);
    const findings = (written: string) =>
      open(written, { languageId: 'jsonc', rules: [effectInvalid] }).analysis.findings();
    expect(findings(ignored)).toHaveLength(1);
    expect(findings(ignored.replace('effect-invalid: ', 'effect-invalid: an example'))).toEqual([]);
  });

  it('puts the cursor where the reason goes, for editors that can', () => {
    const { actions } = actionsAt(text, { languageId: 'jsonc', snippetEdits: true });
    expect(JSON.stringify(actions.find(({ title }) => title.startsWith('Ignore'))?.edit)).toContain(
      'sealwright-ignore effect-invalid: $0',
    );
  });

  it('is not offered where comments are not legal', () => {
    expect(actionsAt(text).actions.some(({ title }) => title.startsWith('Ignore'))).toBe(false);
  });
});

describe('expanding a wildcard', () => {
  it('replaces a single value by a list', () => {
    const text = apply(
      actionsAt(policy('"Allow"', '"kms:ReE$0ncrypt*"')),
      /Replace "kms:ReEncrypt\*" with the 2 actions/,
    );
    expect(JSON.parse(text).Statement[0].Action).toEqual(['kms:ReEncryptFrom', 'kms:ReEncryptTo']);
  });

  it('replaces an item by items on lines of their own, without those that stand there', () => {
    const action = (items: string): string => policy('"Allow"', `[\n    "kms:ReEncryptTo",\n    ${items}\n  ]`);
    expect(apply(actionsAt(action('"kms:ReEnc$0rypt*"')), /Replace/)).toBe(action('"kms:ReEncryptFrom"'));
    expect(apply(actionsAt(action('"kms:Gene$0rateDataKeyPair*"')), /Replace/)).toBe(
      action('"kms:GenerateDataKeyPair",\n    "kms:GenerateDataKeyPairWithoutPlaintext"'),
    );
  });

  it('leaves out what does nothing in a key policy', () => {
    const text = apply(actionsAt(policy('"Allow"', '"kms:Li$0st*"')), /Replace/);
    expect(JSON.parse(text).Statement[0].Action).not.toContain('kms:ListKeys');
  });

  it('is not offered for names, for every action, or for too many', () => {
    for (const action of ['"kms:Dec$0rypt"', '"$0*"', '"kms:No$0thing*"']) {
      expect(actionsAt(policy('"Allow"', action)).actions).toEqual([]);
    }
    const ec2 =
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ec2:$0*", "Resource": "*" }] }';
    expect(actionsAt(ec2).actions).toEqual([]);
  });
});

describe('declaring the kind', () => {
  const text =
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Al$0low", "Principal": { "AWS": "111122223333" } }] }';

  it('writes a first line that the analysis obeys', () => {
    const declared = apply(actionsAt(text, { languageId: 'jsonc' }), /KMS key policy/);
    expect(declared).toBe(`// sealwright: kind=key-policy\n${text.replace('$0', '')}`);
    expect(open(declared, { languageId: 'jsonc' }).analysis.classification).toMatchObject({
      kind: 'key-policy',
      confidence: 'declared',
    });
  });

  it('is not offered when the kind is known or comments are not legal', () => {
    expect(actionsAt(text).actions).toEqual([]);
    expect(actionsAt(policy('"Al$0low"'), { languageId: 'jsonc' }).actions).toEqual([]);
  });
});

describe('documents that are no policy', () => {
  it('have no actions', () => {
    expect(actionsAt('{ "a": "$0kms:*" }').actions).toEqual([]);
  });
});
