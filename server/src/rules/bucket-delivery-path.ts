import * as l10n from '@vscode/l10n';
import type { PolicyString, Statement } from '../policy/model.js';
import { hasPolicyVariable, hasTemplatePart } from '../policy/placeholders.js';
import { coversAction } from '../policy/statementActions.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { logWriterOf } from './support/bucketWriters.js';
import { replaceStringFix } from './support/fixes.js';
import { ownerAccount } from './support/owner.js';
import { serviceStatements } from './support/serviceStatements.js';

/** Logs are written below `AWSLogs/<account>/`, each into an object of its own: one fixed name covers none of them. */
export const bucketDeliveryPath = defineRule({
  id: 'bucket-delivery-path',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['bucket-policy'],
  catalogue: ['bucket-delivery-path'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, services } of serviceStatements(context)) {
      const { resource } = statement;
      const writer = services.find((service) => logWriterOf(service)?.writesBelowLogPath === true);
      if (writer === undefined || resource === undefined || resource.negated) {
        continue;
      }
      if (coversAction(statement, 's3:PutObject') === 'yes' && resource.values.every(coversNoLog)) {
        const [first] = resource.values;
        if (first !== undefined) {
          yield {
            span: first.span,
            message: l10n.t(
              'Incomplete path "{0}": "{1}" writes objects below "{2}", which the resource does not cover.',
              first.known ?? '',
              writer.text,
              'AWSLogs/<account>/',
            ),
            fixes: resource.values.length === 1 ? pathFix(context, statement, first) : [],
          };
        }
      }
    }
  },
});

/** A complete ARN of a bucket or of one object; with a wildcard it may cover anything. */
function coversNoLog({ known }: PolicyString): boolean {
  return (
    known !== undefined &&
    /^arn:[\w-]+:s3:::/.test(known) &&
    !hasWildcard(known) &&
    !hasPolicyVariable(known) &&
    !hasTemplatePart(known)
  );
}

/** The path below what was written, as far as it is there already. */
function pathFix(context: RuleContext, statement: Statement, value: PolicyString): Fix[] {
  const path = (value.known ?? '').replace(/\/+$/, '');
  const account = /\/AWSLogs\/(\d{12})(?:\/|$)/.exec(path)?.[1] ?? sourceAccountOf(statement) ?? ownerAccount(context);
  if (account === undefined) {
    return [];
  }
  const rest = path.includes('/AWSLogs/') ? '' : path.endsWith('/AWSLogs') ? `/${account}` : `/AWSLogs/${account}`;
  return replaceStringFix(context, value, `${path}${rest}/*`, false);
}

/** The only account that the statement's own conditions name. */
function sourceAccountOf({ conditions }: Statement): string | undefined {
  const accounts = new Set(
    conditions.flatMap(({ values }) => values.flatMap(({ known }) => /\b\d{12}\b/.exec(known ?? '')?.[0] ?? [])),
  );
  return accounts.size === 1 ? [...accounts][0] : undefined;
}
