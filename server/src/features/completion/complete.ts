import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis/analysis.js';
import type { FeatureOptions } from '../options.js';
import { proposeActions } from './actions.js';
import { proposeConditionKeys } from './conditionKeys.js';
import { proposeOperators } from './conditionOperators.js';
import { proposeConditionValues } from './conditionValues.js';
import { proposeEffects, proposeElements, proposePolicyValues, proposeSids } from './elements.js';
import { proposePrincipalForms, proposePrincipals, proposePrincipalTypes } from './principals.js';
import { type Proposal, toCompletionItems } from './proposal.js';
import { type CompletionRequest, readCompletionRequest } from './request.js';
import { proposeResources } from './resources.js';
import { proposeStatements } from './statements.js';

/**
 * What can be written at `offset` (UTF-16): elements, principals, actions, resources, conditions and whole statements.
 * Works in half-typed documents and answers with an empty list in documents that are no policy.
 */
export function complete(
  analysis: Analysis,
  document: TextDocument,
  offset: number,
  options: FeatureOptions,
): CompletionList {
  const request = readCompletionRequest(analysis, offset, options);
  const proposals = request === undefined ? [] : propose(request);
  return {
    isIncomplete: false,
    items: request === undefined ? [] : toCompletionItems(proposals, request.cursor, document, options),
  };
}

function propose(request: CompletionRequest): Proposal[] {
  const { role } = request;
  switch (role.kind) {
    case 'policy-element':
      return proposeElements(request, 'policy');
    case 'policy-value':
      return proposePolicyValues(role.element);
    case 'statement':
      return proposeStatements(request);
    case 'statement-element':
      return proposeElements(request, 'statement');
    case 'sid':
      return proposeSids(request);
    case 'effect':
      return proposeEffects(request);
    case 'principal-element':
      return proposePrincipalForms(request);
    case 'principal-type':
      return proposePrincipalTypes(request);
    case 'principal':
      return proposePrincipals(request, role.type);
    case 'action':
      return proposeActions(request);
    case 'resource':
      return proposeResources(request);
    case 'condition-block':
      return proposeBlock(
        role.operator === undefined ? proposeOperators(request) : proposeConditionKeys(request, role.operator),
      );
    case 'operator':
      return proposeOperators(request);
    case 'condition-key':
      return proposeConditionKeys(request, role.operator);
    case 'condition-value':
      return proposeConditionValues(request, role.operator, role.key);
  }
}

/** Keys where their object is missing: each comes with its braces. */
function proposeBlock(keys: readonly Proposal[]): Proposal[] {
  return keys.map((proposal) => {
    const { insert, value } = proposal;
    const name = insert.kind === 'string' ? JSON.stringify(insert.text) : `"${insert.snippet}"`;
    return {
      ...proposal,
      kind: CompletionItemKind.Struct,
      insert: { kind: 'json', snippet: `{ ${name}: ${value ?? '"$1"'} }` },
    };
  });
}
