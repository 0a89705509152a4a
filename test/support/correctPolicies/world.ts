import { PARTITIONS } from '../../../server/src/knowledge/partitions.js';
import type { TargetFacts } from '../../../server/src/knowledge/target.js';
import type { Dice } from '../dice.js';

/** One statement, as JSON data. */
export type Statement = Readonly<Record<string, unknown>>;

/** Writes statements that belong together: half of a trail's permissions would be a mistake. */
export type Writer = (world: World) => readonly Statement[];

/** An Allow of a policy that is attached to one resource, such as a key. */
export const allow = (principal: unknown, actions: unknown, condition?: object): Statement => ({
  Effect: 'Allow',
  Principal: principal,
  Action: actions,
  Resource: '*',
  ...(condition !== undefined && { Condition: condition }),
});

export const aws = (value: unknown) => ({ AWS: value });

/** What users of a symmetric key get in the console (kms-facts 3.c). */
export const SYMMETRIC_USE = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
];

/** An account in a Region, with whom and what there is in it; every name is drawn anew. */
export interface World {
  readonly dice: Dice;
  readonly partition: string;
  readonly dnsSuffix: string;
  readonly region: string;
  readonly account: string;
  readonly organization: string;
  /** ARN of some key of the account in the Region. */
  key(): string;
  accountId(): string;
  root(account?: string): string;
  role(account?: string): string;
  /** A role or, now and then, a user. */
  person(account?: string): string;
  arn(service: string, resource: string): string;
  logGroup(): string;
  bucket(): string;
  /** The bucket that a bucket policy belongs to. */
  readonly ownBucket: string;
  word(): string;
  /** What fills the tokens of targets and common statements. */
  facts(): TargetFacts;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const HEX = '0123456789abcdef';
const NAME = `${LOWER}${LOWER.toUpperCase()}0123456789`;
const PARTITION_IDS = ['aws', 'aws', 'aws', 'aws-cn', 'aws-us-gov'];

export function createWorld(dice: Dice): World {
  const id = dice.pick(PARTITION_IDS);
  const partition = PARTITIONS.find((candidate) => candidate.id === id);
  if (partition === undefined) {
    throw new Error(`There is no partition "${id}".`);
  }
  const region = id === 'aws' && dice.chance(30) ? 'us-east-1' : dice.pick(partition.regions);
  const accountId = () => `${1 + dice.below(9)}${dice.text('0123456789', 11, 11)}`;
  const account = accountId();
  const word = () => `${dice.pick([...LOWER])}${dice.text(`${NAME}-_`, 1, 14)}${dice.pick([...NAME])}`;
  const iam = (owner: string, resource: string) => `arn:${id}:iam::${owner}:${resource}`;
  const path = () => dice.pick(['', '', `${word()}/`, `${word()}/${word()}/`]);
  const role = (owner = account) => iam(owner, `role/${path()}${word()}`);
  const arn = (service: string, resource: string) => `arn:${id}:${service}:${region}:${account}:${resource}`;
  const hex = (length: number) => dice.text(HEX, length, length);
  const bucket = () => `${dice.pick([...LOWER])}${dice.text(`${LOWER}0123456789-`, 3, 20)}${dice.pick([...LOWER])}`;
  return {
    dice,
    partition: id,
    dnsSuffix: partition.dnsSuffix,
    region,
    account,
    organization: `o-${dice.text(`${LOWER}0123456789`, 10, 32)}`,
    key: () =>
      arn('kms', `key/${dice.chance(25) ? `mrk-${hex(32)}` : [8, 4, 4, 4, 12].map((length) => hex(length)).join('-')}`),
    accountId,
    root: (owner = account) => iam(owner, 'root'),
    role,
    person: (owner = account) => (dice.chance(20) ? iam(owner, `user/${path()}${word()}`) : role(owner)),
    arn,
    logGroup: () => `${dice.pick(['/aws/lambda/', '/service/', '', '/aws/vendedlogs/'])}${word()}`,
    bucket,
    ownBucket: bucket(),
    word,
    facts: () => ({
      region,
      account,
      names: {
        LogGroup: Array.from({ length: 1 + dice.below(3) }, () => word()),
        Trail: word(),
        Source: word(),
        Bucket: bucket(),
        AdminRole: word(),
        UserRole: word(),
        SignerRole: word(),
        BreakGlassRole: word(),
        ExternalAccount: accountId(),
      },
    }),
  };
}
