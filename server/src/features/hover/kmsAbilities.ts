import * as l10n from '@vscode/l10n';
import { isEffectiveInKeyPolicy, KMS_ACTIONS } from '../../knowledge/kmsActions.js';

/** What can be done with a KMS key, in words; each ability covers some of the actions and is named when any is allowed. */
interface Ability {
  readonly words: () => string;
  readonly covers: readonly string[];
  /** Said of all its actions together only; fewer are listed by name. */
  readonly whole?: true;
}

const ABILITIES: readonly Ability[] = [
  { words: () => l10n.t('encrypt'), covers: ['Encrypt'] },
  { words: () => l10n.t('decrypt'), covers: ['Decrypt'] },
  { words: () => l10n.t('re-encrypt'), covers: ['ReEncryptFrom', 'ReEncryptTo'], whole: true },
  {
    words: () => l10n.t('make data keys'),
    covers: [
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
    ],
  },
  { words: () => l10n.t('sign'), covers: ['Sign'] },
  { words: () => l10n.t('verify signatures'), covers: ['Verify'] },
  { words: () => l10n.t('make and verify MACs'), covers: ['GenerateMac', 'VerifyMac'], whole: true },
  { words: () => l10n.t('derive shared secrets'), covers: ['DeriveSharedSecret'] },
  { words: () => l10n.t('read the public key'), covers: ['GetPublicKey'] },
  { words: () => l10n.t('describe the key'), covers: ['DescribeKey'] },
  { words: () => l10n.t('create grants'), covers: ['CreateGrant'] },
  { words: () => l10n.t('list and revoke grants'), covers: ['ListGrants', 'RevokeGrant'], whole: true },
  { words: () => l10n.t('read the key policy'), covers: ['GetKeyPolicy'] },
  { words: () => l10n.t('change the key policy'), covers: ['PutKeyPolicy'] },
  { words: () => l10n.t('enable and disable the key'), covers: ['EnableKey', 'DisableKey'], whole: true },
  {
    words: () => l10n.t('schedule and cancel deletion'),
    covers: ['ScheduleKeyDeletion', 'CancelKeyDeletion'],
    whole: true,
  },
  { words: () => l10n.t('tag and untag the key'), covers: ['TagResource', 'UntagResource'], whole: true },
];

const EFFECTIVE = KMS_ACTIONS.map(({ name }) => name).filter(isEffectiveInKeyPolicy);

/**
 * The abilities that a set of bare action names gives in a key policy, in words. Names that no word covers are listed
 * as they are, so that nothing is left out.
 *
 * @returns one phrase when all of the key's actions are covered, else a phrase for each ability
 */
export function describeAbilities(names: ReadonlySet<string>): string[] {
  if (EFFECTIVE.every((name) => names.has(name))) {
    return [l10n.t('do everything')];
  }
  const covered = new Set<string>();
  const words: string[] = [];
  for (const { words: say, covers, whole } of ABILITIES) {
    const applies = whole === true ? covers.every((name) => names.has(name)) : covers.some((name) => names.has(name));
    if (applies) {
      words.push(say());
      for (const name of covers) {
        covered.add(name);
      }
    }
  }
  const rest = [...names].filter((name) => !covered.has(name) && isEffectiveInKeyPolicy(name));
  return [
    ...words,
    ...rest.slice(0, 6).map((name) => `\`${name}\``),
    ...(rest.length > 6 ? [`… (+${rest.length - 6})`] : []),
  ];
}
