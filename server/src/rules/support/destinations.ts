import { expandActionPattern } from '../../knowledge/actionLookup.js';
import { DESTINATION_ACTIONS, type DestinationType } from '../../knowledge/logsResources.js';
import { parseLogsArn } from '../../policy/logsArn.js';
import type { Statement } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';

/**
 * Which of the two kinds of destination a statement is about: by its resources, else by an action that only one of them
 * knows. Undefined when neither tells.
 */
export function destinationTypeOf({ reference }: RuleContext, statement: Statement): DestinationType | undefined {
  const types = Object.keys(DESTINATION_ACTIONS) as DestinationType[];
  const resources = (statement.resource?.values ?? []).map(({ known }) => parseLogsArn(known ?? '')?.resource ?? '');
  const byResource = types.filter((type) => resources.some((resource) => resource.startsWith(`${type}:`)));
  if (byResource.length > 0) {
    return byResource.length === 1 ? byResource[0] : undefined;
  }
  const actions = (statement.action?.values ?? []).flatMap(({ known }) => findSingle(reference, known));
  const byAction = types.filter((type) => DESTINATION_ACTIONS[type].some((id) => actions.includes(id)));
  return byAction.length === 1 ? byAction[0] : undefined;
}

/** The action of a text that names one; patterns fit both kinds. */
function findSingle(reference: RuleContext['reference'], text: string | undefined): string[] {
  const found = text === undefined ? [] : expandActionPattern(reference, text);
  return found.length === 1 ? found.map(({ id }) => id) : [];
}
