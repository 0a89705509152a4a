import type { Setting, SettingKind, SettingRef } from '../ports.js';
import { keyAlias } from './aliasSetting.js';
import { bindSetting, type SettingAdapter, type SettingContext } from './define.js';
import { keyGrant } from './grantSetting.js';
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

const ADAPTERS: Readonly<Record<SettingKind, SettingAdapter>> = {
  'kms.keyPolicy': keyPolicy,
  'kms.description': keyDescription,
  'kms.enabled': keyEnabled,
  'kms.rotation': keyRotation,
  'kms.tags': keyTags,
  'kms.alias': keyAlias,
  'kms.deletion': keyDeletion,
  'kms.grant': keyGrant,
  'kms.onDemandRotations': keyOnDemandRotations,
  'logs.groupKey': logGroupKey,
  'logs.retention': logGroupRetention,
};

/** Finds the settings of one account and Region. What belongs elsewhere is not found: nothing is done as somebody else. */
export function createSettingFinder(context: SettingContext): (ref: SettingRef) => Setting | undefined {
  return ({ kind, account, region, resource }) =>
    account === context.account && region === context.region
      ? bindSetting(ADAPTERS[kind], resource, context)
      : undefined;
}
