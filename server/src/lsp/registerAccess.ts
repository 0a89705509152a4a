import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SuggestionInfo } from '../../../protocol/src/access.js';
import {
  accessDiffRequest,
  lockoutRequest,
  minimizeRequest,
  type PolicySource,
  simulateRequest,
  whoCanRequest,
} from '../../../protocol/src/accessRequests.js';
import { policyReviewRequest } from '../../../protocol/src/messages.js';
import type { Analysis, PolicyDocument } from '../analysis/analysis.js';
import type { Analyzer } from '../analysis/analyzer.js';
import { hasBrokenSyntax } from '../analysis/brokenSyntax.js';
import { toLspEdits, toRange } from '../features/ranges.js';
import { actionsOfGroup, isActionGroup } from '../knowledge/actionGroups.js';
import { reviewPolicy } from '../planning/policyReview.js';
import { accessDiff } from '../policy/access/accessDiff.js';
import { toDecisionReport } from '../policy/access/decisionReport.js';
import { lockout } from '../policy/access/lockout.js';
import { minimize } from '../policy/access/minimize.js';
import { type Locate, toAccessDiffReport, toLockoutReport, toWhoCanReport } from '../policy/access/reports.js';
import { whoCan } from '../policy/access/whoCan.js';
import { readGrant } from '../policy/evaluate/readGrant.js';
import { createSimulationReader } from '../policy/evaluate/readSimulation.js';
import { simulate } from '../policy/evaluate/simulate.js';
import type { PolicyFacts } from '../policy/facts.js';

interface AccessWiring {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyze: (document: TextDocument) => Promise<Analysis>;
  readonly analyzer: Analyzer;
  /** What the configuration says of a document besides its text. */
  readonly factsFor: (uri: string) => PolicyFacts;
}

/** A policy and where its parts stand. */
interface ReadSource extends PolicyDocument {
  readonly locate: Locate;
  readonly facts: PolicyFacts;
}

const NOWHERE: Locate = () => undefined;

/**
 * Answers the client's questions about access. Errors reach the client as errors: an answer that failed must never look
 * like one that found nothing.
 */
export function registerAccess(wiring: AccessWiring): void {
  const { connection, documents, analyze } = wiring;
  const read = async (source: PolicySource): Promise<ReadSource | undefined> => {
    if ('text' in source) {
      const { document } = wiring.analyzer.analyze({ uri: '', languageId: 'jsonc', text: source.text });
      return document === undefined || hasBrokenSyntax(document)
        ? undefined
        : { ...document, locate: NOWHERE, facts: {} };
    }
    const text = documents.get(source.uri);
    const document = text && (await analyze(text)).document;
    if (text === undefined || document === undefined || hasBrokenSyntax(document)) {
      return undefined;
    }
    return { ...document, locate: (span) => toRange(text, span), facts: wiring.factsFor(source.uri) };
  };

  connection.onRequest(simulateRequest, async ({ request, keyPolicy }) => {
    const source = keyPolicy && (await read(keyPolicy));
    const result = createSimulationReader()(request);
    if ('error' in result) {
      return result;
    }
    const { simulation } = result;
    const name = simulation.keyPolicy?.name ?? 'key policy';
    const verdict = simulate(
      source === undefined ? simulation : { ...simulation, keyPolicy: { name, policy: source.policy } },
    );
    return toDecisionReport(verdict, ({ source: step }) => (step === 'keyPolicy' && source?.locate) || NOWHERE);
  });
  connection.onRequest(whoCanRequest, async ({ policy, actions = [], groups = [], account, grants = [] }) => {
    const source = await read(policy);
    if (source === undefined) {
      return null;
    }
    const asked = [...actions, ...groups.filter(isActionGroup).flatMap(actionsOfGroup)];
    const owner = account ?? source.facts.account;
    const answer = whoCan(source.policy, {
      actions: asked.length === 0 ? ['kms:*'] : asked,
      ...(owner !== undefined && { account: owner }),
      grants: grants.flatMap((grant) => readGrant(grant) ?? []),
    });
    return toWhoCanReport(answer, source.locate);
  });
  connection.onRequest(accessDiffRequest, async ({ before, after, account }) => {
    const [old, now] = [await read(before), await read(after)];
    if (old === undefined || now === undefined) {
      return null;
    }
    const diff = accessDiff(old.policy, now.policy, account === undefined ? {} : { account });
    return toAccessDiffReport(diff, old.policy, now.policy, account, now.locate);
  });
  connection.onRequest(lockoutRequest, async ({ policy, caller, breakGlass, account }) => {
    const source = await read(policy);
    if (source === undefined) {
      return null;
    }
    const who = caller ?? source.facts.caller;
    const owner = account ?? source.facts.account;
    const answer = lockout(source.policy, {
      ...(who !== undefined && { caller: who }),
      breakGlass: breakGlass ?? source.facts.breakGlass ?? [],
      ...(owner !== undefined && { account: owner }),
    });
    return toLockoutReport(answer, source.locate);
  });
  connection.onRequest(policyReviewRequest, (params) => {
    const findings = wiring.analyzer.analyze({ uri: '', languageId: 'json', text: params.after }).findings();
    return Promise.all([read({ text: params.before }), read({ text: params.after })]).then(([before, after]) =>
      reviewPolicy(params, {
        before: before?.policy,
        after: after?.policy,
        findings: findings
          .filter(({ level }) => level === 'error' || level === 'warning')
          .map(({ rule, level, message }) => ({ rule: rule.id, level, message })),
      }),
    );
  });
  connection.onRequest(minimizeRequest, async ({ uri }) => {
    const text = documents.get(uri);
    const document = text && (await analyze(text)).document;
    return text === undefined || document === undefined || hasBrokenSyntax(document)
      ? null
      : suggestionsFor(document, text);
  });
}

function suggestionsFor({ policy, source }: PolicyDocument, text: TextDocument): SuggestionInfo[] {
  return minimize(policy).map(({ kind, part, span, message, path }) => ({
    kind,
    part,
    message,
    range: toRange(text, span),
    edits: toLspEdits(text, source.editor.remove(path)),
  }));
}
