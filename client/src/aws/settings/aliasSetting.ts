import {
  CreateAliasCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  type KMSClient,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
import { findFailure } from '../failures.js';
import type { SettingAdapter } from './define.js';
import { badValue } from './define.js';

/**
 * The key that an alias names, as an ARN; null when there is no such alias. The resource is the name, `alias/…`. Asked
 * by `DescribeKey`, which resolves an alias in one request; `ListAliases` would page through all of them.
 */
export const keyAlias: SettingAdapter = {
  async read(alias, { clients, sendRead }) {
    try {
      const answer = await sendRead('kms:DescribeKey', () =>
        clients.kms.send(new DescribeKeyCommand({ KeyId: alias })),
      );
      return answer.KeyMetadata?.Arn ?? null;
    } catch (error) {
      if (findFailure(error)?.kind === 'notFound') {
        return null;
      }
      throw error;
    }
  },
  async write(alias, value, context) {
    const { clients, sendWrite } = context;
    if (value === null) {
      await sendWrite('kms:DeleteAlias', () => clients.kms.send(new DeleteAliasCommand({ AliasName: alias })));
      return;
    }
    if (typeof value !== 'string') {
      throw badValue('kms.alias', value);
    }
    const isThere = (await keyAlias.read(alias, context)) !== null;
    await (isThere
      ? sendWrite('kms:UpdateAlias', () => move(clients.kms, alias, value))
      : sendWrite('kms:CreateAlias', () => create(clients.kms, alias, value)));
  },
};

function create(kms: KMSClient, AliasName: string, TargetKeyId: string) {
  return kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
}

function move(kms: KMSClient, AliasName: string, TargetKeyId: string) {
  return kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId }));
}
