import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { defineRule } from './rule.js';
import { findAdminEnd } from './support/adminDates.js';
import { removeConditionFix } from './support/conditionFixes.js';

/**
 * When every way of changing the key policy ends on a date, nobody can manage the key after it. The engine has no clock:
 * a date before that of the bundled reference data is past for certain, a later one will come.
 */
export const lockoutExpiredDate = defineRule({
  id: 'lockout-expired-date',
  defaultLevel: 'error',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['lockout-expired-date'],
  fixable: 'always',

  *check(context) {
    const end = findAdminEnd(context);
    if (end === undefined) {
      return;
    }
    const { value, condition } = end;
    const isPast = end.time <= Date.parse(context.reference.date);
    yield {
      span: value.span,
      ...(!isPast && { level: 'warning' as const }),
      message: isPast
        ? l10n.t('Expired date "{0}": nobody may call "{1}" any more.', value.known, POLICY_CHANGE_ACTION)
        : l10n.t(
            'Limited administration: after "{0}" nobody may call "{1}", and only AWS Support can give the key back.',
            value.known,
            POLICY_CHANGE_ACTION,
          ),
      fixes: removeConditionFix(context, condition, { safe: false }),
    };
  },
});
