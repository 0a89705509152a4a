import * as l10n from '@vscode/l10n';
import type { SourceNode } from '../../source/sourceNode.js';

/** What a value is, as a noun phrase for messages. */
export function describeType(node: SourceNode): string {
  switch (node.kind) {
    case 'mapping':
      return l10n.t('an object');
    case 'sequence':
      return l10n.t('a list');
    case 'expression':
      return l10n.t('a string');
    case 'scalar':
      return describeScalar(node.value);
  }
}

function describeScalar(value: string | number | boolean | null): string {
  if (value === null) {
    return 'null';
  }
  switch (typeof value) {
    case 'string':
      return l10n.t('a string');
    case 'number':
      return l10n.t('a number');
    default:
      return l10n.t('true or false');
  }
}

/** True for a string, also one that is put together at deployment. */
export function isString(node: SourceNode): boolean {
  return node.kind === 'expression' || (node.kind === 'scalar' && typeof node.value === 'string');
}
