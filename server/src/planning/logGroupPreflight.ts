import * as l10n from '@vscode/l10n';
import type { PreflightCheck, PreflightParams, PreflightReport } from '../../../protocol/src/preflight.js';
import { expandActionPatterns } from '../knowledge/actionLookup.js';
import { findGlobalConditionKey } from '../knowledge/globalConditionKeys.js';
import { getPolicyLimit } from '../knowledge/policyLimits.js';
import type { ServiceReference } from '../knowledge/serviceReference.js';
import { renderPrincipals, renderServiceCalls, renderStatement, type TargetFacts } from '../knowledge/target.js';
import { cloudwatchLogGroup } from '../knowledge/targets/cloudwatch-log-group.js';
import { parseArn } from '../policy/arn.js';
import { contextOf } from '../policy/evaluate/request.js';
import type { Policy } from '../policy/model.js';
import { readPolicy } from '../policy/readPolicy.js';
import { applyEdits } from '../source/applyEdits.js';
import { jsonFrontEnd } from '../syntax/json.js';
import { checkKey } from './keyChecks.js';
import { checkPolicy, lacksPermission, type ServiceUse } from './policyChecks.js';

/**
 * Would CloudWatch Logs be able to use this key for this log group, and what would associating them do? Pure: facts in,
 * report out; the same for every caller (log-encryption recipes, section 4).
 */
export function logGroupPreflight(params: PreflightParams, reference: ServiceReference): PreflightReport {
  const checks: PreflightCheck[] = [...checkKey(params), ...checkLogGroup(params)];
  const use = describeUse(params, reference);
  const policy = params.keyPolicy === undefined ? undefined : parsePolicy(params.keyPolicy);
  let remedy: Pick<PreflightReport, 'missingStatement' | 'amendedPolicy'> = {};
  if (policy === undefined || use === undefined || params.keyPolicy === undefined) {
    checks.push(policyUnread(params.keyPolicyError));
  } else {
    checks.push(checkPolicy(policy, use));
    if (lacksPermission(policy, use)) {
      remedy = proposeStatement(params, params.keyPolicy, policy);
    }
  }
  return {
    checks,
    canProceed: checks.every(({ outcome }) => outcome !== 'error'),
    consequences: [...consequencesOf(params)],
    ...remedy,
  };
}

function parsePolicy(text: string): Policy | undefined {
  const { root } = jsonFrontEnd.parse(text, 'json');
  return root?.kind === 'mapping' ? readPolicy(root) : undefined;
}

function policyUnread(error: string | undefined): PreflightCheck {
  const message =
    error === undefined
      ? l10n.t('The key policy could not be read, so whether CloudWatch Logs may use the key is not known.')
      : l10n.t(
          'The key policy could not be read ({0}), so whether CloudWatch Logs may use the key is not known.',
          error,
        );
  return { id: 'POL-READ', outcome: 'warning', message };
}

/** What CloudWatch Logs sends, as far as AWS documents it; what it does not document is unknown, not absent. */
function describeUse({ key, logGroup }: PreflightParams, reference: ServiceReference): ServiceUse | undefined {
  const facts = factsOf(logGroup);
  const [principal] = facts === undefined ? [] : renderPrincipals(cloudwatchLogGroup, facts);
  const [call] = facts === undefined ? [] : renderServiceCalls(cloudwatchLogGroup, facts);
  if (principal === undefined || call === undefined) {
    return undefined;
  }
  const sent = Object.entries(call.encryptionContext ?? {});
  const context = contextOf(
    {
      ...Object.fromEntries(sent.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
      'kms:EncryptionContextKeys': sent.map(([name]) => name),
      'kms:KeySpec': key.keySpec,
      'kms:KeyUsage': key.keyUsage,
      'kms:KeyOrigin': key.origin,
      'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT',
      'aws:PrincipalServiceName': principal,
      'aws:PrincipalIsAWSService': 'true',
      'aws:SecureTransport': 'true',
    },
    isUndocumented,
  );
  const actions = expandActionPatterns(reference, call.actions).map((action) => action.id);
  return {
    principal,
    resource: key.arn,
    context,
    // Data key pairs are for asymmetric cryptography, which no log store does.
    actions: actions.filter((id) => !id.includes('Pair')),
    sends: sent.map(([, value]) => value).join(', '),
  };
}

/** Of `aws:` keys the knowledge says what service calls carry; of `kms:` keys only the caller's account is open. */
function isUndocumented(lowerCaseKey: string): boolean {
  const global = findGlobalConditionKey(lowerCaseKey);
  return global === undefined ? lowerCaseKey === 'kms:calleraccount' : global.inServiceCalls !== 'no';
}

/** Undefined when the log group's ARN is none. */
function factsOf({ arn: text, name }: PreflightParams['logGroup']): TargetFacts | undefined {
  const arn = parseArn(text);
  return arn && { partition: arn.partition, region: arn.region, account: arn.account, names: { LogGroup: name } };
}

function* checkLogGroup({ key, logGroup }: PreflightParams): Generator<PreflightCheck> {
  if (logGroup.kmsKeyArn === key.arn) {
    yield { id: 'GROUP-SAME-KEY', outcome: 'info', message: l10n.t('The log group uses this key already.') };
  } else if (logGroup.kmsKeyArn !== undefined) {
    yield {
      id: 'GROUP-OTHER-KEY',
      outcome: 'warning',
      message: keepOldKey(logGroup.kmsKeyArn, logGroup.retentionInDays),
    };
  }
  if (logGroup.logGroupClass === 'DELIVERY' || logGroup.logGroupClass === 'ESSENTIALS') {
    yield {
      id: 'GROUP-CLASS',
      outcome: 'info',
      message: l10n.t(
        'AWS does not document encryption keys for log groups of the class "{0}".',
        logGroup.logGroupClass,
      ),
    };
  }
}

function keepOldKey(oldKey: string, retentionInDays: number | undefined): string {
  return retentionInDays === undefined
    ? l10n.t(
        'Events stored so far stay under "{0}". They never expire: keep that key enabled for as long as you want to read them.',
        oldKey,
      )
    : l10n.t(
        'Events stored so far stay under "{0}". Keep that key enabled until the last of them expires, in {1} days.',
        oldKey,
        retentionInDays,
      );
}

function* consequencesOf({ key, logGroup }: PreflightParams): Generator<string> {
  yield l10n.t('Events that "{0}" receives from now on are encrypted with "{1}".', logGroup.name, key.arn);
  yield logGroup.kmsKeyArn === undefined || logGroup.kmsKeyArn === key.arn
    ? l10n.t('Events stored before stay as they are.')
    : keepOldKey(logGroup.kmsKeyArn, logGroup.retentionInDays);
  yield l10n.t('It can take up to five minutes to take effect.');
  yield l10n.t(
    'Whoever writes or reads this log group needs permission to use the key through CloudWatch Logs (kms:Decrypt and kms:GenerateDataKey, among others).',
  );
  yield l10n.t('When the key is disabled or deleted, these events cannot be read.');
}

/** The statement for exactly this log group, alone and in its place in the policy. */
function proposeStatement(
  { logGroup }: PreflightParams,
  policyText: string,
  policy: Policy,
): Pick<PreflightReport, 'missingStatement' | 'amendedPolicy'> {
  const facts = factsOf(logGroup);
  if (facts === undefined) {
    return {};
  }
  const [statement] = renderStatement(cloudwatchLogGroup, 'hardened', facts).statements;
  const missingStatement = JSON.stringify(statement, undefined, 2);
  if (policy.statementEntry?.value?.kind !== 'sequence') {
    return { missingStatement };
  }
  const amended = applyEdits(
    policyText,
    jsonFrontEnd.parse(policyText, 'json').editor.insert(['Statement'], statement),
  );
  const limit = getPolicyLimit('key-policy')?.max ?? Number.POSITIVE_INFINITY;
  return new TextEncoder().encode(amended).length > limit
    ? { missingStatement }
    : { missingStatement, amendedPolicy: amended };
}
