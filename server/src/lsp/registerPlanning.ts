import type { Connection } from 'vscode-languageserver';
import {
  logGroupPreflightRequest,
  newKeyChoicesRequest,
  newKeyPolicyRequest,
  policyInRegionRequest,
} from '../../../protocol/src/messages.js';
import type { NewKeyChoices, NewKeyPlace } from '../../../protocol/src/newKey.js';
import type { Analyzer } from '../analysis/analyzer.js';
import { KEY_PURPOSES, specsFor } from '../knowledge/keyPurposes.js';
import { pickText } from '../knowledge/localText.js';
import { logGroupPreflight } from '../planning/logGroupPreflight.js';
import { admittableServices, newKeyPolicy } from '../planning/newKeyPolicy.js';
import { policyInRegion } from '../planning/policyInRegion.js';
import type { Runtime } from './runtime.js';

interface PlanningWiring {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly analyzer: Analyzer;
  readonly locale: string | undefined;
}

/**
 * Answers the client's questions about plans. An error here reaches the client as an error: a checklist that failed
 * must never look like one that passed.
 */
export function registerPlanning({ connection, runtime, analyzer, locale }: PlanningWiring): void {
  connection.onRequest(logGroupPreflightRequest, (params) => logGroupPreflight(params, runtime.reference));
  connection.onRequest(newKeyChoicesRequest, (place) => newKeyChoices(place, locale));
  connection.onRequest(policyInRegionRequest, (params) => policyInRegion(params));
  connection.onRequest(newKeyPolicyRequest, (params) => {
    const made = newKeyPolicy(params);
    if ('refusal' in made) {
      return { text: '', findings: [], refusal: made.refusal };
    }
    const findings = analyzer.analyze({ uri: '', languageId: 'json', text: made.text }).findings();
    return {
      text: made.text,
      findings: findings
        .filter(({ level }) => level === 'error' || level === 'warning')
        .map(({ rule, message }) => ({ rule: rule.id, message })),
    };
  });
}

function newKeyChoices({ account, region }: NewKeyPlace, locale: string | undefined): NewKeyChoices {
  return {
    purposes: KEY_PURPOSES.map((purpose) => ({
      id: purpose.id,
      name: pickText(purpose.name, locale),
      description: pickText(purpose.description, locale),
      specs: specsFor(purpose, region),
      asksServices: purpose.asksServices,
    })),
    services: admittableServices({ account, region }).map(({ id, name }) => ({ id, name: pickText(name, locale) })),
  };
}
