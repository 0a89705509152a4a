import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { recall } from '../../server/src/policy/memo.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import { defineRule, type RuleContext } from '../../server/src/rules/rule.js';
import { anyKind, anyPolicy, applyChange, applyReplacement, change, replacement } from '../support/policyCorpus.js';
import { serviceReference } from '../support/serviceReference.js';

const uri = 'file:///policy.json';

/** All that a reader is told, fixes and their edits included. */
function tell(analysis: Analysis) {
  return {
    classification: analysis.classification,
    findings: analysis.findings().map(({ rule, level, span, message, related, fixes = [] }) => ({
      id: rule.id,
      level,
      span,
      message,
      related,
      fixes: fixes.map((fix) => ({ title: fix.title, safe: fix.safe, edits: fix.edits() })),
    })),
  };
}

const readKind = ({ kind }: RuleContext) => kind;

describe('an analysis made out of the one before', () => {
  it('tells the same as one that is made afresh, whatever was edited', () => {
    fc.assert(
      fc.property(
        anyPolicy,
        fc.constantFrom('json', 'jsonc'),
        anyKind,
        fc.array(fc.tuple(change, fc.boolean()), { minLength: 1, maxLength: 8 }),
        (first, languageId, choice, changes) => {
          const settings = {
            levels: { 'sid-empty': 'off', 'action-redundant': 'error' } as const,
            kind: choice === undefined ? undefined : { choice, glob: 'test' },
          };
          const analyzer = createAnalyzer({ reference: serviceReference, settingsFor: () => settings });
          let text = first;
          let kept = analyzer.analyze({ uri, languageId, text });
          for (const [one, isAskedForFindings] of changes) {
            text = applyChange(text, one);
            kept = analyzer.analyze({ uri, languageId, text }, kept);
            if (isAskedForFindings) {
              expect(tell(kept)).toEqual(tell(analyzer.analyze({ uri, languageId, text })));
            }
          }
          expect(tell(kept)).toEqual(tell(analyzer.analyze({ uri, languageId, text })));
        },
      ),
      { numRuns: 100, seed: 20261125 },
    );
  });
});

describe('an analysis of which one statement was edited', () => {
  it('tells the same as one that is made afresh, and is put together of what was read before', () => {
    let [whole, putTogether] = [0, 0];
    fc.assert(
      fc.property(
        anyPolicy,
        anyKind,
        fc.array(fc.tuple(replacement, fc.boolean()), { minLength: 2, maxLength: 8 }),
        (first, choice, changes) => {
          const settings = { levels: {}, kind: choice === undefined ? undefined : { choice, glob: 'test' } };
          const analyzer = createAnalyzer({ reference: serviceReference, settingsFor: () => settings });
          let text = first;
          let kept = analyzer.analyze({ uri, languageId: 'json', text });
          for (const [one, isAskedForFindings] of changes) {
            text = applyReplacement(text, one);
            kept = analyzer.analyze({ uri, languageId: 'json', text }, kept);
            const fresh = analyzer.analyze({ uri, languageId: 'json', text });
            whole += fresh.document?.source.problems.length === 0 ? 1 : 0;
            putTogether += kept.mosaic?.text === text ? 1 : 0;
            if (isAskedForFindings) {
              expect(tell(kept)).toEqual(tell(fresh));
            }
          }
          expect(kept.document?.policy).toEqual(analyzer.analyze({ uri, languageId: 'json', text }).document?.policy);
        },
      ),
      { numRuns: 150, seed: 20261126 },
    );
    expect(putTogether / whole).toBeGreaterThan(0.6);
  });
});

describe('what is kept', () => {
  /** Counts how often it is asked, and about which statements. */
  function counting() {
    const asked: string[] = [];
    const rule = defineRule({
      id: 'counting',
      defaultLevel: 'info',
      tags: [],
      scope: 'statement',
      catalogue: [],
      fixable: 'never',
      *check({ policy }) {
        for (const { sid, span } of policy.statements) {
          asked.push(sid?.known ?? '');
          yield { span, message: `This is ${sid?.known}.` };
        }
      },
    });
    return { rule, asked };
  }
  const policy = (...sids: string[]) =>
    `{"Version":"2012-10-17","Statement":[${sids.map((sid) => `{"Sid":"${sid}","Effect":"Allow"}`).join(',')}]}`;

  it('is everything about statements that have not changed, wherever they stand', () => {
    const { rule, asked } = counting();
    const settings = { levels: {}, kind: { choice: 'key-policy', glob: '*' } } as const;
    const analyzer = createAnalyzer({ reference: serviceReference, settingsFor: () => settings, rules: [rule] });
    const analyze = (text: string, previous?: Analysis) => {
      const analysis = analyzer.analyze({ uri, languageId: 'json', text }, previous);
      const spans = analysis.findings().map(({ span, message }) => [text.slice(span.start, span.end), message]);
      return { analysis, spans, asked: asked.splice(0) };
    };
    const first = analyze(policy('a', 'b', 'c'));
    expect(first.asked).toEqual(['a', 'b', 'c']);
    const second = analyze(policy('new one', 'a', 'c', 'b'), first.analysis);
    expect(second.asked).toEqual(['new one']);
    expect(second.spans).toEqual(
      ['new one', 'a', 'c', 'b'].map((sid) => [`{"Sid":"${sid}","Effect":"Allow"}`, `This is ${sid}.`]),
    );
    expect(analyze(policy('a', 'b'), second.analysis).asked).toEqual([]);
    expect(analyze(policy('a', 'b').replace('2012', '2008'), second.analysis).asked).toEqual(['a', 'b']);
  });

  it('is nothing of another kind, also when a broken text stood between the two', () => {
    const rule = defineRule({
      id: 'telling-kinds',
      defaultLevel: 'info',
      tags: [],
      catalogue: [],
      fixable: 'never',
      *check(context) {
        for (const statement of context.policy.statements) {
          yield { span: statement.span, message: recall(context.memo, statement, readKind, context) };
        }
      },
    });
    const analyzer = createAnalyzer({
      reference: serviceReference,
      settingsFor: (
        (settings) => () =>
          settings
      )({ levels: {}, kind: undefined }),
      rules: [rule],
    });
    const own = '{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}';
    const withOther = (other: string) => `{"Version":"2012-10-17","Statement":[${own},${other}]}`;
    const texts = [
      withOther('{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:Encrypt","Resource":"*"}'),
      withOther('{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:Encrypt","Resource":"*"}'),
      withOther('{"Effect":"Allow","Action":"kms:Encrypt,"Resource":"*"}'),
      withOther('{"Effect":"Allow","Action":"kms:Encrypt","Resource":"*"}'),
    ];
    const kinds: string[] = [];
    let previous: Analysis | undefined;
    for (const text of texts) {
      previous = analyzer.analyze({ uri, languageId: 'json', text }, previous);
      kinds.push(previous.findings()[0]?.message ?? '');
    }
    expect(kinds).toEqual(['key-policy', 'key-policy', 'identity-policy', 'identity-policy']);
  });

  it('is nothing when settings have changed', () => {
    const { rule, asked } = counting();
    const analyzer = createAnalyzer({
      reference: serviceReference,
      settingsFor: () => ({ levels: {}, kind: undefined }),
      rules: [rule, ...ALL_RULES.slice(0, 1)],
    });
    const first = analyzer.analyze({ uri, languageId: 'json', text: policy('a') });
    first.findings();
    analyzer.analyze({ uri, languageId: 'json', text: policy('a', 'b') }, first).findings();
    expect(asked).toEqual(['a', 'a', 'b']);
  });
});
