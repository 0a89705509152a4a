import { isNewKeyMark } from '../../platform/newKeyMark.js';
import type { Setting, SettingKind, SettingRef } from '../ports.js';
import { keyAlias } from './aliasSetting.js';
import { bindSetting, type SettingAdapter, type SettingContext } from './define.js';
import { keyGrant, keyGrantToRetire } from './grantSetting.js';
import {
  keyDeletion,
  keyDescription,
  keyEnabled,
  keyOnDemandRotations,
  keyPolicy,
  keyRotation,
  keyTags,
} from './keySettings.js';
import { logGroupKey, logGroupRetention } from './logGroupSettings.js';
import { createNewKeyAliasSetting, createNewKeySetting, onNewKey } from './newKeySetting.js';
import { NewKeys } from './newKeys.js';
import { keyReplica } from './replicaSetting.js';

type NewKeyKind = 'kms.newKey' | 'kms.newKeyAlias';

const ADAPTERS: Readonly<Record<Exclude<SettingKind, NewKeyKind>, SettingAdapter>> = {
  'kms.keyPolicy': keyPolicy,
  'kms.description': keyDescription,
  'kms.enabled': keyEnabled,
  'kms.rotation': keyRotation,
  'kms.tags': keyTags,
  'kms.alias': keyAlias,
  'kms.deletion': keyDeletion,
  'kms.grant': keyGrant,
  'kms.grantToRetire': keyGrantToRetire,
  'kms.replica': keyReplica,
  'kms.onDemandRotations': keyOnDemandRotations,
  'logs.groupKey': logGroupKey,
  'logs.retention': logGroupRetention,
};

/** Finds the settings of one account and Region. What belongs elsewhere is not found: nothing is done as somebody else. */
export function createSettingFinder(context: SettingContext): (ref: SettingRef) => Setting | undefined {
  const newKeys = new NewKeys(context);
  const makers: Readonly<Record<NewKeyKind, SettingAdapter>> = {
    'kms.newKey': createNewKeySetting(newKeys),
    'kms.newKeyAlias': createNewKeyAliasSetting(newKeys),
  };
  const adapterOf = (kind: SettingKind, resource: string): SettingAdapter => {
    if (kind === 'kms.newKey' || kind === 'kms.newKeyAlias') {
      return makers[kind];
    }
    return isNewKeyMark(resource) ? onNewKey(ADAPTERS[kind], newKeys) : ADAPTERS[kind];
  };
  return ({ kind, account, region, resource }) =>
    account === context.account && region === context.region
      ? bindSetting(adapterOf(kind, resource), resource, context)
      : undefined;
}
