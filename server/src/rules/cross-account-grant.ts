import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { getKmsAction } from '../knowledge/kmsActions.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { type ForeignAction, foreignActions, isGoverningPattern, mayGovern } from './support/foreignStatements.js';
import { addCondition } from './support/statementEdits.js';

const GRANT_KEY = 'kms:GrantIsForAWSResource';

/** Keys that limit what a grant may hold, whom it may be for, or who asks for it. */
const LIMITING = /^kms:(?:grant|retiring|viaservice$)/i;

/** A grant is a permission that no policy shows; another account should make them for AWS services only. */
export const crossAccountGrant = defineRule({
  id: 'cross-account-grant',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['key-policy'],
  catalogue: ['cross-account-grant'],
  fixable: 'sometimes',

  *check(context) {
    for (const item of foreignActions(context, select(context, mayGovern), (text) => coversGrant(context, text))) {
      const { statement, text, value, principals } = item;
      if (isLimited(statement) || isRootBroad(context, item)) {
        continue;
      }
      yield {
        span: value.span,
        message: l10n.t(
          'Unlimited grants: by "{0}" the account "{1}" may give others permissions on the key that no policy shows. Limit it by "{2}".',
          text,
          principals[0]?.account ?? '',
          GRANT_KEY,
        ),
        fixes: limitFix(context, statement),
      };
    }
  },
});

function coversGrant({ reference }: RuleContext, text: string): boolean {
  return expandActionPattern(reference, text).some(({ id }) => id === 'kms:CreateGrant');
}

/** A condition that is not known yet may be the one. */
function isLimited({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => key.known === undefined || LIMITING.test(key.known));
}

/** `cross-account-root-broad` speaks of patterns for a whole account. */
function isRootBroad(context: RuleContext, { principals, text }: ForeignAction): boolean {
  return principals.some(({ isWholeAccount }) => isWholeAccount) && isGoverningPattern(context, text);
}

/** Only where every action of the statement knows the key: it would shut the others out. */
function limitFix(context: RuleContext, statement: Statement): Fix[] {
  const knowsKey = statement.action?.values.every(
    ({ known }) => known !== undefined && getKmsAction(known)?.conditionKeys.includes(GRANT_KEY) === true,
  );
  const edits = knowsKey === true ? addCondition(context, statement, 'Bool', GRANT_KEY, 'true') : undefined;
  return edits === undefined
    ? []
    : [{ title: l10n.t('Allow only grants for AWS services, by "{0}"', GRANT_KEY), safe: false, edits }];
}
