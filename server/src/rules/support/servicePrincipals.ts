import type { PolicyString, Statement } from '../../policy/model.js';

/** The service principals of a statement whose principals are services and nothing else; empty otherwise. */
export function onlyServicePrincipals({ principal }: Statement): readonly PolicyString[] {
  if (principal === undefined || principal.negated) {
    return [];
  }
  const { principals } = principal;
  return principals.every(({ type }) => type === 'Service') ? principals.map(({ value }) => value) : [];
}
