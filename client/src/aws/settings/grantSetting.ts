import {
  CreateGrantCommand,
  type GrantListEntry,
  type GrantOperation,
  ListGrantsCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms';
import { isJsonObject, isList, isSameJson } from '../../platform/policies/json.js';
import type { Json } from '../ports.js';
import { badValue, type SettingAdapter, type SettingContext } from './define.js';

/** Largest page that KMS gives. */
const GRANTS_PER_PAGE = 100;

/**
 * One grant, found by its name. The resource is `KEY_ARN#NAME`, or `KEY_ARN#id:GRANT_ID` for one without a name: KMS has
 * no name space for grants, but gives back the same grant when one of the same name and content is created again
 * (kms-facts, section 12), which makes a retry harmless.
 * The value is `{ grantee, operations, retiring?, contextEquals?, contextSubset? }`, null when there is none.
 */
export const keyGrant: SettingAdapter = {
  async read(resource, context) {
    const grant = await find(resource, context);
    return grant === undefined ? null : toValue(grant);
  },
  async write(resource, value, context) {
    const { clients, sendWrite } = context;
    const { arn, name } = split(resource);
    if (value === null) {
      const GrantId = (await find(resource, context))?.GrantId;
      if (GrantId !== undefined) {
        await sendWrite('kms:RevokeGrant', () => clients.kms.send(new RevokeGrantCommand({ KeyId: arn, GrantId })));
      }
      return;
    }
    const input = readValue(value);
    if (input === undefined) {
      throw badValue('kms.grant', value);
    }
    await sendWrite('kms:CreateGrant', () =>
      clients.kms.send(new CreateGrantCommand({ KeyId: arn, Name: name, ...input })),
    );
  },
  isSame: (a, b) => isSameJson(sortOperations(a), sortOperations(b)),
};

/** The same grant, taken away by whom it was given a right to: retiring needs no permission to revoke. */
export const keyGrantToRetire: SettingAdapter = {
  ...keyGrant,
  async write(resource, value, context) {
    if (value !== null) {
      await keyGrant.write(resource, value, context);
      return;
    }
    const { clients, sendWrite } = context;
    const GrantId = (await find(resource, context))?.GrantId;
    if (GrantId !== undefined) {
      const input = { KeyId: split(resource).arn, GrantId };
      await sendWrite('kms:RetireGrant', () => clients.kms.send(new RetireGrantCommand(input)));
    }
  },
};

async function find(resource: string, { clients, sendRead }: SettingContext): Promise<GrantListEntry | undefined> {
  const { arn, name } = split(resource);
  const id = name.startsWith('id:') ? name.slice('id:'.length) : undefined;
  let marker: string | undefined;
  do {
    const input = { KeyId: arn, Limit: GRANTS_PER_PAGE, ...(marker === undefined ? {} : { Marker: marker }) };
    const page = await sendRead('kms:ListGrants', () => clients.kms.send(new ListGrantsCommand(input)));
    const found = page.Grants?.find((grant) => (id === undefined ? grant.Name === name : grant.GrantId === id));
    if (found !== undefined) {
      return found;
    }
    marker = page.Truncated === true ? page.NextMarker : undefined;
  } while (marker !== undefined);
  return undefined;
}

function toValue(grant: GrantListEntry): Json {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = grant.Constraints ?? {};
  return {
    grantee: grant.GranteePrincipal ?? '',
    operations: [...(grant.Operations ?? [])],
    ...(grant.RetiringPrincipal === undefined ? {} : { retiring: grant.RetiringPrincipal }),
    ...(equals === undefined ? {} : { contextEquals: { ...equals } }),
    ...(subset === undefined ? {} : { contextSubset: { ...subset } }),
  };
}

function readValue(value: Json) {
  if (!isJsonObject(value)) {
    return undefined;
  }
  const { grantee, operations, retiring, contextEquals, contextSubset } = value;
  if (typeof grantee !== 'string' || operations === undefined || !isList(operations)) {
    return undefined;
  }
  const Constraints = {
    ...(isTexts(contextEquals) && { EncryptionContextEquals: contextEquals }),
    ...(isTexts(contextSubset) && { EncryptionContextSubset: contextSubset }),
  };
  return {
    GranteePrincipal: grantee,
    Operations: operations.filter((operation): operation is GrantOperation => typeof operation === 'string'),
    ...(typeof retiring === 'string' && { RetiringPrincipal: retiring }),
    ...(Object.keys(Constraints).length > 0 && { Constraints }),
  };
}

function isTexts(value: Json | undefined): value is Record<string, string> {
  return value !== undefined && isJsonObject(value) && Object.values(value).every((item) => typeof item === 'string');
}

function sortOperations(value: Json): Json {
  if (!isJsonObject(value) || value['operations'] === undefined || !isList(value['operations'])) {
    return value;
  }
  return { ...value, operations: [...value['operations']].map(String).sort() };
}

function split(resource: string): { readonly arn: string; readonly name: string } {
  const index = resource.indexOf('#');
  return { arn: resource.slice(0, index), name: resource.slice(index + 1) };
}
