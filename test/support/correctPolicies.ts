import { POLICY_KINDS, type PolicyKind } from '../../protocol/src/vocabulary.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { KEY_GUARDS } from './correctPolicies/keyGuards.js';
import { KEY_PEOPLE } from './correctPolicies/keyPeople.js';
import { KEY_SERVICES } from './correctPolicies/keyServices.js';
import { OTHER_KINDS } from './correctPolicies/otherKinds.js';
import { printPolicy, respell } from './correctPolicies/spelling.js';
import { allow, aws, createWorld, type Statement, type World } from './correctPolicies/world.js';
import { createDice, type Dice } from './dice.js';

export interface CorrectPolicy {
  readonly kind: PolicyKind;
  readonly text: string;
  /** What settings would truly say of it. */
  readonly facts: PolicyFacts;
}

/** How many sets of statements a policy takes at most: with more it would pass its quota. */
const MOST: Partial<Readonly<Record<PolicyKind, number>>> = { scp: 4, rcp: 3 };

/**
 * A policy without a mistake, made of what AWS documents: any kind, partition, Region, number of statements and spelling.
 * Every name in it is made up.
 */
export function correctPolicy(seed: number): CorrectPolicy {
  const dice = createDice(seed);
  const world = createWorld(dice);
  const kind = dice.chance(60) ? 'key-policy' : dice.pick(POLICY_KINDS);
  const statements = kind === 'key-policy' ? keyStatements(world) : otherStatements(kind, world);
  const named = dice
    .shuffle(statements)
    .map((statement, index) => withSid(respell(statement, dice), index, kind, dice));
  const only = named.length === 1 && dice.chance(50) ? named[0] : named;
  const id = dice.chance(30) && kind !== 'identity-policy' && kind !== 'scp' && kind !== 'rcp';
  const policy = { Version: '2012-10-17', ...(id && { Id: world.word() }), Statement: only };
  return { kind, text: printPolicy(policy, dice), facts: { account: world.account, region: world.region } };
}

/** Every key policy lets the account decide by IAM policies, so that no key is ever without a manager. */
function keyStatements(world: World): readonly Statement[] {
  const { dice } = world;
  const writers = [
    ...dice.some(KEY_PEOPLE).slice(0, 7),
    ...dice.some(KEY_SERVICES).slice(0, 4),
    ...dice.some(KEY_GUARDS).slice(0, 2),
  ];
  return [allow(aws(world.root()), 'kms:*'), ...writers.flatMap((write) => write(world))];
}

function otherStatements(kind: Exclude<PolicyKind, 'key-policy'>, world: World): readonly Statement[] {
  const writers = OTHER_KINDS[kind];
  const statements = world.dice
    .some(writers, 1)
    .slice(0, MOST[kind] ?? 6)
    .flatMap((write) => write(world));
  // A writer may have nothing to say in a Region.
  return statements.length > 0 ? statements : writers.flatMap((write) => write(world)).slice(0, 1);
}

/** Key policies take blanks in names of statements; others take letters and digits. */
function withSid(statement: Statement, index: number, kind: PolicyKind, dice: Dice): Statement {
  const { Sid: _, ...unnamed } = statement;
  if (dice.chance(20)) {
    return unnamed;
  }
  const words = [dice.pick(['Allow', 'Let', 'Erlaube für', 'Use']), dice.pick(['logs', 'admins', 'the app', 'Règle'])];
  const sid = kind === 'key-policy' ? `${words.join(' ')} ${index}` : `Statement${index}`;
  return dice.chance(70) ? { Sid: sid, ...unnamed } : { ...unnamed, Sid: sid };
}
