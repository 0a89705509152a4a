import { describe, expect, it } from 'vitest';
import { pushSteps } from '../../client/src/features/codePolicy/pushReviews.js';
import { newKeySteps } from '../../client/src/features/keyLife/newKey/newKeySteps.js';
import { replicaSteps } from '../../client/src/features/keyLife/replica/replicaSteps.js';
import { newKeyMark } from '../../client/src/platform/newKeyMark.js';
import { details } from '../client/fakes.js';
import { countRequests, FAULTS, type MakeSteps, survives, survivesStaleReads } from './everyFault.js';
import { ACCOUNT, arnOf, logsPolicy, PRINCIPALS, REGION, useTestAws, uuid } from './setup.js';

const PRIMARY = 'mrk-6f1d2e3c4b5a49788796a5b4c3d2e1f0';
const PRIMARY_ARN = `arn:aws:kms:${REGION}:${ACCOUNT}:key/${PRIMARY}`;
const aws = useTestAws({
  accounts: [
    {
      id: ACCOUNT,
      principals: PRINCIPALS,
      regions: {
        'eu-west-1': { keys: [{ id: uuid(2), policy: logsPolicy('eu-west-1') }] },
        [REGION]: {
          keys: [
            {
              id: uuid(1),
              aliases: ['alias/app'],
              policy: logsPolicy(),
              grants: [
                {
                  name: 'app',
                  grantee: `arn:aws:iam::${ACCOUNT}:role/App`,
                  retiring: `arn:aws:iam::${ACCOUNT}:user/alice`,
                  operations: ['Decrypt'],
                },
              ],
            },
            {
              id: PRIMARY,
              aliases: ['alias/orders'],
              policy: logsPolicy(),
              multiRegion: { type: 'PRIMARY', primaryRegion: REGION, replicaRegions: [] },
            },
          ],
        },
      },
    },
  ],
});

const NO_REVIEW = {
  findings: [],
  size: { bytes: 0, limit: 0 },
  text: '',
  managers: [],
  gained: [],
  lost: [],
  isIncomplete: false,
};

const PLANS: Readonly<Record<string, MakeSteps>> = {
  'create a key': (session) => {
    const mark = newKeyMark(Date.now(), 'abcdef01');
    const wish = {
      spec: 'SYMMETRIC_DEFAULT',
      usage: 'ENCRYPT_DECRYPT',
      origin: 'AWS_KMS' as const,
      isMultiRegion: true,
      rotationDays: 180,
      alias: 'app/new',
      tags: { team: 'a' },
      administrators: [],
      users: [],
      allowsGrantsForServices: false,
      services: [],
      serviceNames: [],
      accounts: [],
    };
    return newKeySteps(session, wish, { mark, policy: JSON.stringify({ ...logsPolicy(), Id: mark }) });
  },
  'replicate a key': (session) =>
    replicaSteps(
      {
        session,
        key: { id: PRIMARY, arn: PRIMARY_ARN, aliases: ['orders'], isAwsManaged: false },
        name: 'orders',
        details: details(PRIMARY, { arn: PRIMARY_ARN }),
      },
      { team: 'a' },
      [
        { region: 'eu-west-1', policy: JSON.stringify(logsPolicy('eu-west-1')) },
        { region: 'ap-northeast-2', policy: JSON.stringify(logsPolicy('ap-northeast-2')) },
      ],
    ),
  'push a policy': (session) =>
    pushSteps(
      [
        { place: REGION, id: uuid(1) },
        { place: 'eu-west-1', id: uuid(2) },
      ].map(({ place, id }) => ({
        target: {
          session: session.inRegion(place),
          key: { id, arn: `arn:aws:kms:${place}:${ACCOUNT}:key/${id}`, aliases: [], isAwsManaged: false },
        },
        live: JSON.stringify(logsPolicy(place)),
        text: JSON.stringify({ ...logsPolicy(place), Id: 'pushed' }),
        isSame: false,
        review: NO_REVIEW,
        blockers: [],
      })),
    ),
  'retire a grant': ({ identity, region }) => [
    {
      id: 'grant',
      stage: 0,
      setting: { kind: 'kms.grantToRetire', account: identity.account, region, resource: `${arnOf(1)}#app` },
      before: { grantee: `arn:aws:iam::${ACCOUNT}:role/App`, operations: ['Decrypt'], retiring: identity.arn },
      after: null,
      title: 'Retire',
      consequences: [],
    },
  ],
};

describe.each(Object.entries(PLANS))('the plan to %s', (_name, make) => {
  it.each(Object.entries(FAULTS))('survives each of its requests being %s', async (_fault, rule) => {
    const count = await countRequests(aws, make);
    expect(count).toBeGreaterThan(2);
    for (let request = 1; request <= count; request += 1) {
      await survives(aws, make, rule, request);
    }
  });

  it('says nothing wrong while reads lag behind', async () => {
    for (const reads of [1, 2, 5]) {
      await survivesStaleReads(aws, make, reads);
    }
  });
});
