import * as vscode from 'vscode';
import { logGroupPreflightRequest } from '../../../../protocol/src/messages.js';
import type { KeyFacts, LogGroupFacts, PreflightParams, PreflightReport } from '../../../../protocol/src/preflight.js';
import type { AwsSession, KeyDetails, LogGroup } from '../../aws/ports.js';
import { findAwsFailure, UserError } from '../../platform/errors.js';
import { quoteAws } from '../../platform/failureTexts.js';
import type { LanguageServer } from '../../platform/languageServer.js';

/** The verdict on one log group. */
export interface GroupPreflight {
  readonly group: LogGroup;
  readonly report: PreflightReport;
  /** No check blocks it, and it does not use the key yet. */
  readonly isOpen: boolean;
}

export interface Preflight {
  readonly groups: readonly GroupPreflight[];
  /** The statements that would admit every blocked group, without doubles. */
  readonly missingStatements: readonly string[];
  /** The key policy with all of them added. */
  readonly amendedPolicy?: string;
}

/** Reads the key, its policy and the log groups anew, and asks the server for its verdict on each group. */
export async function runPreflight(
  session: AwsSession,
  server: LanguageServer,
  keyArn: string,
  groups: readonly LogGroup[],
): Promise<Preflight> {
  const [details, policy, freshGroups] = await Promise.all([
    describeKey(session, keyArn),
    readPolicy(session, keyArn),
    Promise.all(groups.map((group) => findAgain(session, group))),
  ]);
  const common = { key: toKeyFacts(details), callerArn: session.identity.arn };
  const verdicts: GroupPreflight[] = [];
  const missingStatements = new Set<string>();
  let amendedPolicy: string | undefined;
  for (const group of freshGroups) {
    const params: PreflightParams = { ...common, ...policy, logGroup: toLogGroupFacts(group) };
    const report = await server.request(logGroupPreflightRequest, params);
    verdicts.push({ group, report, isOpen: report.canProceed && group.kmsKeyArn !== keyArn });
    if (report.missingStatement !== undefined) {
      missingStatements.add(report.missingStatement);
      amendedPolicy = await amend(server, params, report, amendedPolicy);
    }
  }
  return {
    groups: verdicts,
    missingStatements: [...missingStatements],
    ...(amendedPolicy === undefined ? {} : { amendedPolicy }),
  };
}

/** Adds this group's statement on top of those of the groups before, unless one of them admits it already. */
async function amend(
  server: LanguageServer,
  params: PreflightParams,
  report: PreflightReport,
  amendedSoFar: string | undefined,
): Promise<string | undefined> {
  if (amendedSoFar === undefined) {
    return report.amendedPolicy;
  }
  const again = await server.request(logGroupPreflightRequest, { ...params, keyPolicy: amendedSoFar });
  return again.amendedPolicy ?? amendedSoFar;
}

async function describeKey(session: AwsSession, keyArn: string): Promise<KeyDetails> {
  try {
    return await session.keys.loadDetails(keyArn, { fresh: true });
  } catch (error) {
    const failure = findAwsFailure(error);
    if (failure?.kind !== 'accessDenied') {
      throw error;
    }
    throw new UserError(
      vscode.l10n.t(
        'You may not describe the key "{0}", and AWS refuses to associate a key that you may not describe. Ask for kms:DescribeKey on it, then try again. {1}',
        keyArn,
        quoteAws(failure),
      ),
    );
  }
}

/** A policy that may not be read is no reason to stop: the report says what stays unchecked. */
async function readPolicy(
  session: AwsSession,
  keyArn: string,
): Promise<Pick<PreflightParams, 'keyPolicy' | 'keyPolicyError'>> {
  try {
    return { keyPolicy: await session.keys.loadPolicy(keyArn) };
  } catch (error) {
    const failure = findAwsFailure(error);
    if (failure === undefined || failure.kind === 'cancelled' || failure.kind === 'expired') {
      throw error;
    }
    return { keyPolicyError: failure.message };
  }
}

async function findAgain(session: AwsSession, { name }: LogGroup): Promise<LogGroup> {
  const group = await session.logGroups.find(name);
  if (group === undefined) {
    throw new UserError(
      vscode.l10n.t(
        'The log group "{0}" no longer exists in {1}. Refresh the log groups, then try again.',
        name,
        session.region,
      ),
      [{ title: vscode.l10n.t('Refresh'), command: 'sealwright.refresh' }],
    );
  }
  return group;
}

function toKeyFacts({ arn, state, spec, usage, manager, origin }: KeyDetails): KeyFacts {
  return { arn, keyState: state, keySpec: spec, keyUsage: usage, keyManager: manager, origin };
}

function toLogGroupFacts({ name, arn, kmsKeyArn, retentionInDays, logGroupClass }: LogGroup): LogGroupFacts {
  return {
    name,
    arn,
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
    ...(retentionInDays === undefined ? {} : { retentionInDays }),
    ...(logGroupClass === undefined ? {} : { logGroupClass }),
  };
}
