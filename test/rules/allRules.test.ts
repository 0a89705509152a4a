import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEVELS, POLICY_KINDS } from '../../protocol/src/vocabulary.js';
import { RULE_SUMMARIES } from '../../server/src/rules/generated/summaries.js';
import { ALL_RULES } from '../../server/src/rules/index.js';

/** Every tag there is, with what a rule of it must at least be about. */
const TAGS = ['correctness', 'security', 'lockout', 'encryption', 'style'];

/** The share of rules that can mend what they report; the house aims for 85 of a hundred. */
const LEAST_SHARE_WITH_FIX = 0.84;

const repeated = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index);

describe('the rules together', () => {
  it('mend what they report as often as promised', () => {
    const mending = ALL_RULES.filter(({ fixable }) => fixable !== 'never').length;
    const share = mending / ALL_RULES.length;
    expect(share, `${mending} of ${ALL_RULES.length} rules have a fix`).toBeGreaterThanOrEqual(LEAST_SHARE_WITH_FIX);
  });

  it('use every level but hint, every tag and every kind', () => {
    expect(new Set(ALL_RULES.flatMap(({ tags }) => tags))).toEqual(new Set(TAGS));
    expect(new Set(ALL_RULES.flatMap(({ kinds = [] }) => kinds))).toEqual(new Set(POLICY_KINDS));
    expect(ALL_RULES.filter(({ defaultLevel }) => !LEVELS.includes(defaultLevel))).toEqual([]);
  });

  it('have ids of their own, in order', () => {
    const ids = ALL_RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('have summaries that differ', () => {
    expect(repeated([...RULE_SUMMARIES.values()])).toEqual([]);
    expect([...RULE_SUMMARIES.keys()]).toEqual(ALL_RULES.map(({ id }) => id));
  });
});

describe.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is named after its thing and has a test of its own', () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
    expect(existsSync(`test/rules/${id}.test.ts`)).toBe(true);
  });

  it('says what it is about, each thing once', () => {
    const { tags, kinds = [], catalogue, peers = [] } = rule;
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => !TAGS.includes(tag))).toEqual([]);
    expect(kinds.filter((kind) => !POLICY_KINDS.includes(kind))).toEqual([]);
    expect(catalogue.length).toBeGreaterThan(0);
    expect([tags, kinds, catalogue, peers].flatMap((list) => repeated(list))).toEqual([]);
    // The dagger marks names that nobody could confirm.
    expect(peers.filter((peer) => peer !== peer.trim() || /^$|[†`|]/.test(peer))).toEqual([]);
  });

  it('has a summary of one sentence', () => {
    const summary = RULE_SUMMARIES.get(id) ?? '';
    expect(summary).toMatch(/^[A-Z`"].{10,140}\.$/);
    expect(summary.slice(0, -1).replace(/`[^`]*`/g, '')).not.toMatch(/[.!?]\s/);
  });
});
