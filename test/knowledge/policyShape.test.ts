import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { POLICY_KINDS } from '../../protocol/src/vocabulary.js';
import { ENCRYPTION_CONTEXTS, findEncryptionContext } from '../../server/src/knowledge/encryptionContexts.js';
import { pickText } from '../../server/src/knowledge/localText.js';
import {
  classifyRegion,
  findPartition,
  nearestRegion,
  PARTITIONS,
  partitionOfRegion,
} from '../../server/src/knowledge/partitions.js';
import {
  effects,
  findElementText,
  getElementRule,
  listElements,
  nearestElement,
  POLICY_ELEMENTS,
  principalTypes,
  STATEMENT_ELEMENTS,
} from '../../server/src/knowledge/policyElements.js';
import {
  getPolicyLimit,
  getSidPattern,
  isLegalPolicyCharacter,
  listPolicyLimits,
  measurePolicy,
} from '../../server/src/knowledge/policyLimits.js';

const presence = (kind: (typeof POLICY_KINDS)[number], element: string) =>
  getElementRule(kind, 'statement', element)?.presence;

describe('the elements of a policy', () => {
  it('require a principal where the policy hangs on a resource, and forbid it elsewhere', () => {
    expect(POLICY_KINDS.filter((kind) => presence(kind, 'Principal') === 'forbidden')).toEqual([
      'identity-policy',
      'scp',
    ]);
    expect(POLICY_KINDS.filter((kind) => presence(kind, 'Principal') === 'required')).toEqual(
      POLICY_KINDS.filter((kind) => kind !== 'identity-policy' && kind !== 'scp'),
    );
  });

  it('leave the resource out of trust policies only', () => {
    expect(POLICY_KINDS.filter((kind) => presence(kind, 'Resource') !== 'required')).toEqual(['trust-policy']);
  });

  it('know that NotPrincipal is refused in trust policies and in resource control policies', () => {
    expect(presence('trust-policy', 'NotPrincipal')).toBe('forbidden');
    expect(presence('rcp', 'NotPrincipal')).toBe('forbidden');
    expect(presence('rcp', 'NotAction')).toBe('forbidden');
    expect(presence('key-policy', 'NotPrincipal')).toBe('discouraged');
    expect(effects('rcp')).toEqual(['Deny']);
  });

  it('name their twins both ways', () => {
    for (const { name, twin } of listElements('key-policy', 'statement')) {
      if (twin !== undefined) {
        expect(getElementRule('key-policy', 'statement', twin)?.twin).toBe(name);
      }
    }
  });

  it('take federated principals in trust policies and canonical users in bucket policies only', () => {
    expect(POLICY_KINDS.filter((kind) => principalTypes(kind).includes('Federated'))).toEqual(['trust-policy']);
    expect(POLICY_KINDS.filter((kind) => principalTypes(kind).includes('CanonicalUser'))).toEqual(['bucket-policy']);
  });

  it('are found from plurals, wrong case and slips', () => {
    expect(nearestElement('key-policy', 'statement', 'Actions')).toBe('Action');
    expect(nearestElement('key-policy', 'statement', 'effect')).toBe('Effect');
    expect(nearestElement('key-policy', 'statement', 'Conditon')).toBe('Condition');
    expect(nearestElement('identity-policy', 'statement', 'Principals')).toBeUndefined();
    expect(nearestElement('key-policy', 'policy', 'Statements')).toBe('Statement');
    expect(getElementRule('key-policy', 'statement', 'effect')).toBeUndefined();
  });

  it('have a text in both languages', () => {
    for (const name of [...POLICY_ELEMENTS, ...STATEMENT_ELEMENTS]) {
      for (const kind of [undefined, ...POLICY_KINDS]) {
        const text = findElementText(name, kind);
        expect(text?.en).toMatch(/[a-z]/);
        expect(text?.ko).toMatch(/[가-힣]/);
      }
    }
    expect(findElementText('Resource', 'key-policy')).not.toEqual(findElementText('Resource', 'bucket-policy'));
    expect(findElementText('Rule')).toBeUndefined();
    expect(findElementText('constructor', 'key-policy')).toBeUndefined();
  });
});

describe('the limits of a policy', () => {
  it('are those of its kind, the widest last', () => {
    expect(POLICY_KINDS.map((kind) => getPolicyLimit(kind).max)).toEqual([
      32_768, 10_240, 51_200, 20_480, 4_096, 20_480, 51_200, 10_240, 5_120,
    ]);
    for (const kind of POLICY_KINDS) {
      const sizes = listPolicyLimits(kind).map(({ max }) => max);
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    }
  });

  it('are measured in bytes, characters, or characters without white space', () => {
    expect(measurePolicy('{ "a": "é" }\n', 'bytes')).toBe(14);
    expect(measurePolicy('{ "a": "é" }\n', 'characters')).toBe(13);
    expect(measurePolicy('{ "a": "é" }\n', 'characters without white space')).toBe(9);
  });

  it('leave Hangul, typographic quotes and a byte-order mark out of key policies', () => {
    const legal = (text: string) => isLegalPolicyCharacter('key-policy', text.codePointAt(0) ?? 0);
    expect(['A', 'é', 'ÿ', '\t', '\n', '\r', ' '].map(legal)).toEqual([true, true, true, true, true, true, true]);
    expect(['키', '“', '\ufeff', '\u3000', '\u0000', 'Ā'].map(legal)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(isLegalPolicyCharacter('scp', 0xd0a4)).toBe(true);
  });

  it('take spaces in the Sids of key policies but not of identity policies', () => {
    expect(getSidPattern('key-policy')).toBeUndefined();
    expect(getSidPattern('identity-policy')?.test('Allow logs')).toBe(false);
    expect(getSidPattern('identity-policy')?.test('AllowLogs')).toBe(true);
  });
});

describe('partitions', () => {
  it('are those of the AWS SDK, Region for Region', () => {
    const theirs = readSdkPartitions().map(({ id, outputs, regions }) => ({
      id,
      dnsSuffix: outputs.dnsSuffix,
      regions: Object.keys(regions).filter((region) => !region.endsWith('-global')),
    }));
    expect(PARTITIONS.map(({ id, dnsSuffix, regions }) => ({ id, dnsSuffix, regions }))).toEqual(theirs);
  });

  it('own their Regions, also one that is newer than the list', () => {
    expect(partitionOfRegion('ap-northeast-2')?.id).toBe('aws');
    expect(partitionOfRegion('us-gov-west-1')?.id).toBe('aws-us-gov');
    expect(partitionOfRegion('cn-north-9')?.id).toBe('aws-cn');
    expect(partitionOfRegion('mars-east')).toBeUndefined();
    expect(['us-east-1', 'us-east-9', 'eu-west', 'logs'].map(classifyRegion)).toEqual([
      'known',
      'plausible',
      'no',
      'no',
    ]);
    expect(findPartition('aws-cn')?.dnsSuffix).toBe('amazonaws.com.cn');
    expect(nearestRegion('us-esat-1')).toBe('us-east-1');
  });
});

describe('encryption contexts of services', () => {
  it('are found in any case, once each and in both languages', () => {
    expect(findEncryptionContext('AWS:logs:ARN')?.service).toBe('Amazon CloudWatch Logs');
    expect(findEncryptionContext('AppName')).toBeUndefined();
    expect(new Set(ENCRYPTION_CONTEXTS.map(({ key }) => key.toLowerCase())).size).toBe(ENCRYPTION_CONTEXTS.length);
    expect(ENCRYPTION_CONTEXTS.filter(({ meaning }) => !/[가-힣]/.test(meaning.ko))).toEqual([]);
  });
});

describe('pickText', () => {
  it('gives Korean to Korean locales and English to all others', () => {
    const text = { en: 'key', ko: '키' };
    expect(['ko', 'ko-KR', 'KO_kr', 'en', 'ja', undefined].map((locale) => pickText(text, locale))).toEqual([
      '키',
      '키',
      '키',
      'key',
      'key',
      'key',
    ]);
  });
});

interface SdkPartition {
  readonly id: string;
  readonly outputs: { readonly dnsSuffix: string };
  readonly regions: Readonly<Record<string, unknown>>;
}

/** The SDK does not export its list, so its file is read: one object literal that is JSON. */
function readSdkPartitions(): readonly SdkPartition[] {
  const file = 'node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';
  const text = readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8');
  const literal = /partitionsInfo = (\{[\s\S]*?\n\});/.exec(text)?.[1] ?? '';
  return (JSON.parse(literal) as { partitions: readonly SdkPartition[] }).partitions;
}
