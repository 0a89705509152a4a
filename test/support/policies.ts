import type { Policy } from '../../server/src/policy/model.js';
import { readPolicy } from '../../server/src/policy/readPolicy.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';

/** Reads the policy of a JSON text; throws when the text is no object. */
function policyOf(text: string): Policy {
  const { root } = jsonFrontEnd.parse(text, 'json');
  if (root?.kind !== 'mapping') {
    throw new Error('The text is no JSON object.');
  }
  return readPolicy(root);
}

/** A policy of these statements. */
export function policyWith(...statements: object[]): Policy {
  return policyOf(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
}
