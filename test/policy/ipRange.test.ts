import { describe, expect, it } from 'vitest';
import { containsIp, parseIpRange } from '../../server/src/policy/ipRange.js';

describe('an address or range', () => {
  it.each([
    ['10.1.2.3', [0x0a01, 0x0203], 32],
    ['10.1.2.3/8', [0x0a01, 0x0203], 8],
    ['0.0.0.0/0', [0, 0], 0],
    ['255.255.255.255', [0xffff, 0xffff], 32],
    ['::', [0, 0, 0, 0, 0, 0, 0, 0], 128],
    ['::1', [0, 0, 0, 0, 0, 0, 0, 1], 128],
    ['2001:DB8::/32', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32],
    ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8], 128],
    ['1::7:8', [1, 0, 0, 0, 0, 0, 7, 8], 128],
    ['1:2:3:4:5:6:7::', [1, 2, 3, 4, 5, 6, 7, 0], 128],
    ['64:ff9b::10.1.2.3', [0x64, 0xff9b, 0, 0, 0, 0, 0x0a01, 0x0203], 128],
    ['::ffff:10.1.2.3', [0x0a01, 0x0203], 32],
    ['::ffff:10.0.0.0/104', [0x0a00, 0], 8],
    ['::ffff:0:0/96', [0, 0], 0],
    ['1::ffff:10.1.2.3', [1, 0, 0, 0, 0, 0xffff, 0x0a01, 0x0203], 128],
    ['::fffe:10.1.2.3', [0, 0, 0, 0, 0, 0xfffe, 0x0a01, 0x0203], 128],
    ['::ffff:0:0/95', [0, 0, 0, 0, 0, 0xffff, 0, 0], 95],
  ])('%s is read', (text, groups, prefixLength) => {
    expect(parseIpRange(text)).toEqual({ groups, prefixLength });
  });

  it.each([
    '',
    '10.1.2',
    '10.1.2.3.4',
    '10.1.2.256',
    '10.1.2.x',
    '10.1.2.1e1',
    '10.1.2.0x1',
    '10.1.2.',
    '10.1.2.3/a8',
    '10.1.2.3/8a',
    '10.1.2.3/0008',
    '10.1.2.3/33',
    '10.1.2.3/',
    '10.1.2.3/8/8',
    '10.1.2.3/x',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '1:2:3:4:5:6:7:8::x',
    '1::2::3',
    '12345::',
    'g::',
    '::1/129',
    '10.1.2.3::',
    '1:2:3:4:5:6:7:10.1.2.3',
    'AWS Internal',
  ])('"%s" is none', (text) => {
    expect(parseIpRange(text)).toBeUndefined();
  });
});

describe('containment', () => {
  const contains = (outer: string, inner: string) => {
    const [range, address] = [parseIpRange(outer), parseIpRange(inner)];
    return range !== undefined && address !== undefined && containsIp(range, address);
  };

  it.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.0.0.0/24', '11.0.0.0', false],
    ['10.0.0.0/15', '10.1.0.0', true],
    ['10.0.0.0/15', '10.2.0.0', false],
    ['10.0.0.0/17', '10.0.127.255', true],
    ['10.0.0.0/17', '10.0.128.0', false],
    ['10.0.0.1/32', '10.0.0.1', true],
    ['10.0.0.1/31', '10.0.0.0', true],
    ['10.0.0.0/8', '10.0.0.0/16', true],
    ['10.0.0.0/16', '10.0.0.0/8', false],
    ['0.0.0.0/0', '255.1.1.1', true],
    ['::/0', '10.0.0.1', false],
    ['::/0', 'ffff::1', true],
    ['2001:db8::/33', '2001:db8:7fff::', true],
    ['2001:db8::/33', '2001:db8:8000::', false],
  ])('%s holds %s: %s', (outer, inner, expected) => {
    expect(contains(outer, inner)).toBe(expected);
  });
});
