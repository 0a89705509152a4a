import type { DecisionWord } from '../../../../server/src/policy/evaluate/simulation.js';
import type { RequestValue } from '../../../support/simulations.js';

/**
 * A request whose decision was reasoned by hand from the reference, not read off the code. `fact`: where it follows from,
 * as `section: subject` of kms-facts, or `iam: subject` for the IAM User Guide.
 */
export type RequestCase = readonly [name: string, fact: string, request: RequestValue, expected: DecisionWord];

/** Sections that a case may cite. */
export const SECTIONS: ReadonlySet<string> = new Set([
  '1',
  '1.a',
  '2',
  '2.a',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '8.b',
  '8.c',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '22',
  '24',
  '26',
  'Annex C',
  'README',
  'iam',
]);
