import { describe, expect, it } from 'vitest';
import {
  conditionKeyType,
  findConditionKey,
  isMultiValued,
  listConditionKeys,
  nearestConditionKey,
} from '../../server/src/knowledge/conditionKeyLookup.js';
import { CONDITION_KEY_NOTES, findConditionKeyNote } from '../../server/src/knowledge/conditionKeyNotes/index.js';
import { operatorFitsType, parseConditionOperator } from '../../server/src/knowledge/conditionOperators.js';
import {
  findGlobalConditionKey,
  GLOBAL_CONDITION_KEYS,
  isMissingFromServiceCalls,
  isTagKeyWithoutKey,
} from '../../server/src/knowledge/globalConditionKeys.js';
import { KMS_CONDITION_KEYS } from '../../server/src/knowledge/kmsConditionKeys.js';
import { serviceReference } from '../support/serviceReference.js';

const find = (key: string) => findConditionKey(serviceReference, key);

describe('findConditionKey', () => {
  it('finds global keys in any case and spells them as AWS does', () => {
    expect(find('AWS:sourcearn')).toMatchObject({ name: 'aws:SourceArn', service: 'aws', type: 'ARN' });
  });

  it('finds nothing under names that every object of the program has', () => {
    for (const name of ['constructor:x', 'toString:', '__proto__:x', 'aws:constructor', 'kms:toString']) {
      expect(find(name), name).toBeUndefined();
    }
  });

  it('keeps the variable part of a family as written', () => {
    expect(find('aws:principaltag/CostCenter')).toMatchObject({
      name: 'aws:PrincipalTag/CostCenter',
      template: 'aws:PrincipalTag/${TagKey}',
      variablePart: 'CostCenter',
    });
    expect(find('kms:encryptioncontext:AppName')).toMatchObject({
      name: 'kms:EncryptionContext:AppName',
      variablePart: 'AppName',
      type: 'String',
    });
    expect(find('s3:ExistingObjectTag/team')?.variablePart).toBe('team');
  });

  it('finds keys of services, with the description of the service', () => {
    expect(find('kms:viaservice')?.description).toContain('AWS service');
    expect(find('logs:LogGeneratingResourceArns')).toMatchObject({ type: 'ARN', multiValued: true });
  });

  it('says which name replaced a former one', () => {
    expect(find('aws:ARN')?.deprecatedFor).toBe('aws:PrincipalArn');
    expect(find('kms:customermasterkeyspec')).toMatchObject({
      name: 'kms:CustomerMasterKeySpec',
      deprecatedFor: 'kms:KeySpec',
      type: 'String',
    });
  });

  it('takes keys of identity providers for what they are', () => {
    expect(find('token.actions.githubusercontent.com:sub')).toMatchObject({ service: 'sts', type: 'String' });
    expect(find('oidc.eks.us-east-1.amazonaws.com/id/ABC123:aud')).toMatchObject({ service: 'sts', type: 'String' });
    expect(find('saml:aud')).toMatchObject({ service: 'sts' });
  });

  it.each(['aws:SourceARNs', 'kms:ViaServices', 'SourceArn', 'aws:RequestTag', 'aws:RequestTag/', 'nosuch:Key', ''])(
    'knows nothing of "%s"',
    (key) => {
      expect(find(key)).toBeUndefined();
    },
  );

  it('tells several values from one', () => {
    const several = [
      'kms:EncryptionContextKeys',
      'kms:GrantOperations',
      'kms:ResourceAliases',
      'aws:TagKeys',
      'aws:PrincipalOrgPaths',
    ];
    expect(several.map((key) => isMultiValued(serviceReference, key))).toEqual(several.map(() => true));
    expect(isMultiValued(serviceReference, 'aws:SourceArn')).toBe(false);
    expect(isMultiValued(serviceReference, 'aws:NoSuchKey')).toBeUndefined();
    expect(conditionKeyType(serviceReference, 'kms:MultiRegion')).toBe('Bool');
  });
});

describe('nearestConditionKey', () => {
  it.each([
    ['aws:SourceARNs', 'aws:SourceArn'],
    ['kms:ViaServices', 'kms:ViaService'],
    ['aws:RequestTags/team', 'aws:RequestTag/team'],
    ['kms:GrantOperation', 'kms:GrantOperations'],
  ])('offers for "%s" the key "%s"', (text, expected) => {
    expect(nearestConditionKey(serviceReference, text)).toBe(expected);
  });

  it('offers nothing when nothing is near', () => {
    expect(nearestConditionKey(serviceReference, 'kms:FavouriteColour')).toBeUndefined();
  });
});

describe('listConditionKeys', () => {
  it('lists global keys and those of a service, each once', () => {
    const names = listConditionKeys(serviceReference, ['aws', 'kms']).map(({ name }) => name);
    expect(names).toContain('aws:RequestTag/${TagKey}');
    expect(names).toContain('kms:ViaService');
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('global condition keys', () => {
  it('say which of them calls of service principals never carry', () => {
    const missing = ['aws:PrincipalOrgID', 'aws:PrincipalArn', 'aws:PrincipalTag/team', 'aws:userid', 'aws:SourceIp'];
    expect(missing.map(isMissingFromServiceCalls)).toEqual(missing.map(() => true));
    expect(['aws:SourceArn', 'aws:SourceOrgID', 'aws:ResourceTag/team'].map(isMissingFromServiceCalls)).toEqual([
      false,
      false,
      false,
    ]);
    expect(findGlobalConditionKey('aws:PrincipalOrgID')?.serviceCallReplacement).toBe('aws:SourceOrgID');
  });

  it('tell a tag family whose tag key is missing', () => {
    expect(['aws:RequestTag', 'aws:ResourceTag/', 'aws:RequestTag/a', 'aws:TagKeys'].map(isTagKeyWithoutKey)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the notes on condition keys', () => {
  it('exist for every key of KMS and every global key, and for no other', () => {
    const expected = [...KMS_CONDITION_KEYS, ...GLOBAL_CONDITION_KEYS].map(({ name }) => name).sort();
    expect(CONDITION_KEY_NOTES.map(({ key }) => key).sort()).toEqual(expected);
  });

  it('speak both languages', () => {
    const silent = CONDITION_KEY_NOTES.filter(({ text }) => !/[a-z]/.test(text.en) || !/[가-힣]/.test(text.ko));
    expect(silent).toEqual([]);
  });

  it('give an example that uses the key with operators that exist and fit', () => {
    for (const { key, example } of CONDITION_KEY_NOTES) {
      const uses = Object.entries(example).flatMap(([operator, keys]) =>
        Object.keys(keys).map((name) => [operator, name] as const),
      );
      expect(uses.some(([, name]) => findConditionKeyNote(name)?.key === key)).toBe(true);
      for (const [operatorText, name] of uses) {
        const operator = parseConditionOperator(operatorText);
        const info = find(name);
        expect([name, operator?.canonical]).toEqual([name, operatorText]);
        expect([name, info?.name]).toEqual([name, name]);
        if (operator !== undefined && info?.type !== undefined) {
          expect([name, operatorFitsType(operator.operator, info.type, ...(info.alsoTypes ?? []))]).not.toEqual([
            name,
            'no',
          ]);
          expect([
            name,
            operator.operator.family === 'Null' || (operator.setOperator !== undefined) === info.multiValued,
          ]).toEqual([name, true]);
        }
      }
    }
  });

  it('are found for members of families', () => {
    expect(findConditionKeyNote('kms:EncryptionContext:aws:logs:arn')?.key).toBe(
      'kms:EncryptionContext:${EncryptionContextKey}',
    );
    expect(findConditionKeyNote('AWS:resourcetag/team')?.key).toBe('aws:ResourceTag/${TagKey}');
    expect(findConditionKeyNote('s3:prefix')).toBeUndefined();
  });
});
