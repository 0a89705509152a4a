import type { PolicyKind } from '../../../protocol/src/vocabulary.js';
import type { LocalText } from './localText.js';

export type SizeUnit = 'bytes' | 'characters' | 'characters without white space';

export interface PolicyLimit {
  readonly max: number;
  readonly unit: SizeUnit;
  /** What the limit is for, where a kind has several. */
  readonly scope?: LocalText;
}

/**
 * Size quotas per kind, smallest first; a text over the last one fits nowhere. Key policy: kms-facts section 2. The
 * others: check-catalogue row 6 and log-encryption-recipes 1.7. Service control policies hold 10,240 characters since
 * 15 May 2026, resource control policies still 5,120.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const LIMITS: Readonly<Record<PolicyKind, readonly [PolicyLimit, ...PolicyLimit[]]>> = {
  'key-policy': [{ max: 32_768, unit: 'bytes' }],
  'identity-policy': [
    {
      max: 2_048,
      unit: 'characters without white space',
      scope: { en: 'inline policies of a user', ko: '사용자의 인라인 정책' },
    },
    {
      max: 5_120,
      unit: 'characters without white space',
      scope: { en: 'inline policies of a group', ko: '그룹의 인라인 정책' },
    },
    { max: 6_144, unit: 'characters without white space', scope: { en: 'a managed policy', ko: '관리형 정책' } },
    {
      max: 10_240,
      unit: 'characters without white space',
      scope: { en: 'inline policies of a role', ko: '역할의 인라인 정책' },
    },
  ],
  'logs-resource-policy': [
    { max: 5_120, unit: 'characters', scope: { en: 'a policy of the account', ko: '계정 수준 정책' } },
    { max: 51_200, unit: 'characters', scope: { en: 'the policy of one log group', ko: '로그 그룹 수준 정책' } },
  ],
  'bucket-policy': [{ max: 20_480, unit: 'bytes' }],
  'trust-policy': [
    { max: 2_048, unit: 'characters', scope: { en: 'the default quota', ko: '기본 할당량' } },
    {
      max: 4_096,
      unit: 'characters',
      scope: { en: 'the highest quota on request', ko: '요청으로 늘릴 수 있는 최대 할당량' },
    },
  ],
  'vpc-endpoint-policy': [{ max: 20_480, unit: 'characters' }],
  'delivery-destination-policy': [{ max: 51_200, unit: 'characters' }],
  scp: [{ max: 10_240, unit: 'characters' }],
  rcp: [{ max: 5_120, unit: 'characters' }],
};

/** The quotas of a kind, smallest first. */
export function listPolicyLimits(kind: PolicyKind): readonly PolicyLimit[] {
  return LIMITS[kind];
}

/** The quota that no policy of the kind may exceed, whatever it is attached to. */
export function getPolicyLimit(kind: PolicyKind): PolicyLimit {
  return LIMITS[kind][LIMITS[kind].length - 1] ?? LIMITS[kind][0];
}

/**
 * The quota that a policy of the kind has to keep in its usual place: a managed policy among identity policies, the
 * account's own among CloudWatch Logs resource policies, the default where a higher quota must be asked for.
 */
export function getUsualPolicyLimit(kind: PolicyKind): PolicyLimit {
  const limits = LIMITS[kind];
  return (kind === 'identity-policy' ? limits.find(({ max }) => max === 6_144) : undefined) ?? limits[0];
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/** Size of a text in the unit of a quota. */
export function measurePolicy(text: string, unit: SizeUnit): number {
  switch (unit) {
    case 'bytes':
      // Nearly every policy is ASCII, in which a byte is a character.
      return BEYOND_ASCII.test(text) ? new TextEncoder().encode(text).length : text.length;
    case 'characters':
      return text.length;
    case 'characters without white space':
      return text.replace(/\s/g, '').length;
  }
}

/**
 * Whether the API accepts a character anywhere in a policy of the kind. KMS and IAM take TAB, LF, CR and U+0020 to
 * U+00FF only, so that Hangul, typographic quotes and a byte-order mark are refused (kms-facts section 2). Kinds without
 * such a documented set accept everything here.
 */
export function isLegalPolicyCharacter(kind: PolicyKind, codePoint: number): boolean {
  if (kind !== 'key-policy' && kind !== 'identity-policy' && kind !== 'trust-policy') {
    return true;
  }
  return (codePoint >= 0x20 && codePoint <= 0xff) || codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d;
}

/** What a `Sid` must match; undefined where everything is legal, as in key policies, whose Sids may hold spaces. */
export function getSidPattern(kind: PolicyKind): RegExp | undefined {
  return kind === 'identity-policy' || kind === 'trust-policy' ? /^[A-Za-z0-9]*$/ : undefined;
}
