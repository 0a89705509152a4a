import { parseArn } from '../../policy/arn.js';
import type { Statement } from '../../policy/model.js';
import { hasPolicyVariable, hasTemplatePart } from '../../policy/placeholders.js';
import { hasStrayWhitespace } from '../../policy/strayWhitespace.js';
import { matchesWildcard } from '../../policy/wildcard.js';
import type { RuleContext } from '../rule.js';
import type { ListItem } from './listItems.js';
import { listItems } from './listItems.js';
import { isUnfinished } from './unfinished.js';

/** A resource of a key policy that is not `*`. */
export interface KeyResource extends ListItem {
  readonly statement: Statement;
  readonly text: string;
  /** Whether the ARN of some key matches it. */
  readonly canMatchKey: boolean;
}

/** The values of every `Resource` but `*`; those that are half-typed or filled in later are left out. */
export function* keyResources(context: RuleContext): Generator<KeyResource> {
  for (const statement of context.policy.statements) {
    const element = statement.resource;
    if (element === undefined || element.negated) {
      continue;
    }
    for (const item of listItems(statement, element)) {
      const text = item.value.known;
      if (text === undefined || text === '*' || hasTemplatePart(text) || hasPolicyVariable(text)) {
        continue;
      }
      if (!isUnfinished(context, item.value.span) && !hasStrayWhitespace(text)) {
        yield { ...item, statement, text, canMatchKey: canMatchKey(text) };
      }
    }
  }
}

function canMatchKey(text: string): boolean {
  const arn = parseArn(text);
  if (arn === undefined) {
    return /^\*+$/.test(text);
  }
  const head = /^[^*?]*/.exec(arn.resource)?.[0] ?? '';
  const isOpen = head.length < arn.resource.length;
  return matchesWildcard(arn.service, 'kms') && (head.startsWith('key/') || (isOpen && 'key/'.startsWith(head)));
}
