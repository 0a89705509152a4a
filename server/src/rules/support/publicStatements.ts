import { type Exposure, findEveryone, findGuards, readExposure } from '../../policy/exposure.js';
import { select } from '../../policy/memo.js';
import type { Principal, Statement } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import { isUnfinished } from './unfinished.js';

/** A complete Allow that names everyone. */
export interface PublicStatement {
  readonly statement: Statement;
  readonly everyone: Principal;
  readonly exposure: Exposure;
}

/** Statements that let everyone in, with what their conditions leave of that. */
export function* publicStatements(context: RuleContext): Generator<PublicStatement> {
  const { policy } = context;
  const guards = findGuards(policy);
  for (const statement of select(context, isPublic)) {
    const everyone = findEveryone(statement.principal);
    if (everyone === undefined) {
      continue;
    }
    // A statement without actions is still being written, or reported for that.
    if (statement.action !== undefined && !isUnfinished(context, statement.span)) {
      yield { statement, everyone, exposure: readExposure(statement, guards) };
    }
  }
}

function isPublic({ effect, principal }: Statement): boolean {
  return effect === 'Allow' && principal?.negated === false && findEveryone(principal) !== undefined;
}
