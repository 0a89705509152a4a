import { describe, expect, it } from 'vitest';
import {
  isBase64,
  isIpRange,
  isPolicyDate,
  isPolicyNumber,
  parsePolicyDate,
} from '../../server/src/policy/conditionValues.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('a date', () => {
  it.each<[string, number]>([
    ['2026', at('2026-01-01T00:00:00Z')],
    ['2026-06', at('2026-06-01T00:00:00Z')],
    ['2026-12-31', at('2026-12-31T00:00:00Z')],
    ['2026-06-01T12:30', at('2026-06-01T12:30:00Z')],
    ['2026-06-01T12:30Z', at('2026-06-01T12:30:00Z')],
    ['2026-06-01T12:30:15', at('2026-06-01T12:30:15Z')],
    ['2026-06-01t12:30:15z', at('2026-06-01T12:30:15Z')],
    ['2026-06-01T12:30:15.250Z', at('2026-06-01T12:30:15Z') + 250],
    ['2026-06-01T12:30:15.9995Z', at('2026-06-01T12:30:15Z') + 999],
    ['2026-06-01T12:30:15+09:00', at('2026-06-01T12:30:15Z') - 9 * HOUR],
    ['2026-06-01T12:30:15-03:30', at('2026-06-01T12:30:15Z') + 3.5 * HOUR],
    ['2026-06-01T12:30:15+0130', at('2026-06-01T12:30:15Z') - 1.5 * HOUR],
    ['20260601T123015Z', at('2026-06-01T12:30:15Z')],
    ['20260601t123015z', at('2026-06-01T12:30:15Z')],
    ['2026-06-01T24:00', at('2026-06-02T00:00:00Z')],
    ['2026-06-30T23:59:60Z', at('2026-07-01T00:00:00Z')],
    ['0', 0],
    ['1780272000', at('2026-06-01T00:00:00Z')],
    ['-1', -1_000],
    ['1.5', 1_500],
  ])('%s', (text, expected) => {
    expect([parsePolicyDate(text), isPolicyDate(text)]).toEqual([expected, true]);
  });

  it.each([
    '',
    'now',
    '2026-13',
    '2026-00',
    '2026-06-00',
    '2026-06-32',
    '2026-06-01T25:00',
    '2026-06-01T12:60',
    '2026-06-01T12:30:61',
    '2026-06-01T12',
    '2026-06-01 12:30',
    '2026-6-1',
    'x2026-06-01',
    '2026-06-01x',
    'x20260601T123015Z',
    '20260601T123015Zx',
    '20260601T123015',
    'x5',
    '5x',
    '1.',
    '--1',
  ])('is not "%s"', (text) => {
    expect([parsePolicyDate(text), isPolicyDate(text)]).toEqual([undefined, false]);
  });
});

describe('other values', () => {
  it('knows numbers', () => {
    expect(['7', '+7', '-7', '7.5', '', '.5', '7.', '1e3', 'x7', '7x'].map(isPolicyNumber)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('knows base64', () => {
    expect(['', 'YWI=', 'YQ==', 'YWJj', 'YW/+', 'YQ', 'Y===', '!WJj', 'YWJ!'].map(isBase64)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('knows addresses and ranges', () => {
    expect(['10.0.0.0/8', '::1', '10.0.0', 'x'].map(isIpRange)).toEqual([true, true, false, false]);
  });
});
