import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fake } from '../support/fakeVscode.js';
import { Flow } from './flows.js';
import { ACCOUNT, arnOf, logsPolicy, PRINCIPALS, REGION, useTestAws, uuid } from './setup.js';

const ID = 'mrk-6f1d2e3c4b5a49788796a5b4c3d2e1f0';
const SEOUL = 'ap-northeast-2';
const family = { primaryRegion: REGION, replicaRegions: ['eu-west-1'] };
const aws = useTestAws({
  accounts: [
    {
      id: ACCOUNT,
      principals: PRINCIPALS,
      regions: {
        [REGION]: {
          keys: [
            { id: uuid(1), policy: logsPolicy() },
            {
              id: ID,
              aliases: ['alias/orders'],
              tags: { team: 'a' },
              policy: logsPolicy(),
              multiRegion: { type: 'PRIMARY', ...family },
            },
          ],
        },
        'eu-west-1': {
          keys: [{ id: ID, policy: logsPolicy('eu-west-1'), multiRegion: { type: 'REPLICA', ...family } }],
        },
      },
    },
  ],
});

let flow: Flow;
beforeEach(() => {
  flow = new Flow(() => aws.local.clock.now());
});
afterEach(() => flow.dispose());

const arnIn = (region: string) => `arn:aws:kms:${region}:${ACCOUNT}:key/${ID}`;
async function rowOf(arn: string, region = REGION) {
  const session = (await flow.sessions.ensure()).inRegion(region);
  const { keys } = await session.keys.list();
  const key = keys.find((candidate) => candidate.arn === arn);
  return { kind: 'key', key, arn, session };
}

describe('replicating a key', () => {
  it('makes a replica with the policy of its Region, tags and alias, and undoes it', async () => {
    const prompts = await flow.run(
      'replicateKey',
      [await rowOf(arnIn(REGION))],
      [SEOUL],
      'Adapt it to the Region of each replica',
    );
    const regions = prompts.asked[0]?.choices.map(({ label }) => label) ?? [];
    expect(regions).not.toContain('eu-west-1'); // has a replica already
    expect(regions).not.toContain('cn-north-1');
    expect(prompts.confirmations[0]?.detail).toContain('• Give the replica in ap-northeast-2 the alias "orders"');
    const replica = aws.local.state.key(arnIn(SEOUL));
    expect(replica?.policy).toContain('logs.ap-northeast-2.amazonaws.com');
    expect(replica?.policy).not.toContain(REGION);
    expect(replica?.tags).toEqual(new Map([['team', 'a']]));
    expect(aws.local.state.region(ACCOUNT, SEOUL).aliases.get('alias/orders')?.targetKeyId).toBe(ID);
    expect(fake.messages.at(-1)).toMatchObject({ level: 'info', buttons: ['Show Report', 'Undo'] });
    await flow.run('undoPlan', ['plan 1']);
    expect(aws.local.state.key(arnIn(SEOUL))?.keyState).toBe('PendingDeletion');
    expect(aws.local.state.region(ACCOUNT, SEOUL).aliases.get('alias/orders')).toBeUndefined();
    expect(aws.local.state.key(arnIn(REGION))?.keyState).toBe('Enabled');
  });

  it('copies the policy letter by letter when that is wanted', async () => {
    const row = await rowOf(arnIn(REGION));
    await flow.run('replicateKey', [row], [SEOUL], 'The same policy, letter by letter');
    expect(aws.local.state.key(arnIn(SEOUL))?.policy).toBe(aws.local.state.key(arnIn(REGION))?.policy);
  });

  it('goes on in the other Regions when one denies it, and says so', async () => {
    aws.local.faults.add({ operation: 'ReplicateKey', kind: 'accessDenied' });
    const row = await rowOf(arnIn(REGION));
    await flow.run('replicateKey', [row], ['us-west-2', SEOUL], 'Adapt it to the Region of each replica');
    expect(aws.local.state.key(arnIn('us-west-2'))).toBeUndefined();
    expect(aws.local.state.key(arnIn(SEOUL))).toBeDefined();
    expect(fake.messages.at(-1)).toMatchObject({ level: 'error' });
  });

  it.each([
    ['a single-Region key', arnOf(1), REGION, 'is a single-Region key'],
    ['a replica', arnIn('eu-west-1'), 'eu-west-1', 'Switch to us-east-1'],
  ])('explains why %s cannot be replicated', async (_name, arn, region, text) => {
    await flow.run('replicateKey', [await rowOf(arn, region)]);
    expect(fake.messages.at(-1)?.text).toContain(text);
    expect(aws.local.requests.count({ operation: 'ReplicateKey' })).toBe(0);
  });
});
