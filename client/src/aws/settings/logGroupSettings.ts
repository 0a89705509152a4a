import {
  AssociateKmsKeyCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DisassociateKmsKeyCommand,
  type LogGroup,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { failureError } from '../failures.js';
import { badValue, type SettingAdapter, type SettingContext } from './define.js';

/** ARN of the key that new events of a log group are encrypted with; null for the service's own. The resource is its name. */
export const logGroupKey: SettingAdapter = {
  read: async (name, context) => (await find(name, context)).kmsKeyId ?? null,
  async write(name, value, { clients, sendWrite }) {
    if (value === null) {
      await sendWrite('logs:DisassociateKmsKey', () =>
        clients.logs.send(new DisassociateKmsKeyCommand({ logGroupName: name })),
      );
      return;
    }
    if (typeof value !== 'string') {
      throw badValue('logs.groupKey', value);
    }
    await sendWrite('logs:AssociateKmsKey', () =>
      clients.logs.send(new AssociateKmsKeyCommand({ logGroupName: name, kmsKeyId: value })),
    );
  },
};

/** Days that a log group keeps its events; null for ever. The resource is its name. */
export const logGroupRetention: SettingAdapter = {
  read: async (name, context) => (await find(name, context)).retentionInDays ?? null,
  async write(name, value, { clients, sendWrite }) {
    if (value === null) {
      await sendWrite('logs:DeleteRetentionPolicy', () =>
        clients.logs.send(new DeleteRetentionPolicyCommand({ logGroupName: name })),
      );
      return;
    }
    if (typeof value !== 'number') {
      throw badValue('logs.retention', value);
    }
    await sendWrite('logs:PutRetentionPolicy', () =>
      clients.logs.send(new PutRetentionPolicyCommand({ logGroupName: name, retentionInDays: value })),
    );
  },
};

/** The group of exactly this name: names are sorted, so it is the first of those that begin with it. */
async function find(name: string, { clients, sendRead }: SettingContext): Promise<LogGroup> {
  const page = await sendRead('logs:DescribeLogGroups', () =>
    clients.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name, limit: 1 })),
  );
  const [group] = page.logGroups ?? [];
  if (group?.logGroupName !== name) {
    throw failureError({
      kind: 'notFound',
      code: 'ResourceNotFoundException',
      action: 'logs:DescribeLogGroups',
      message: `There is no log group "${name}".`,
    });
  }
  return group;
}
