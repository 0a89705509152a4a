import * as l10n from '@vscode/l10n';
import {
  getPolicyLimit,
  getUsualPolicyLimit,
  measurePolicy,
  type PolicyLimit,
  type SizeUnit,
} from '../../knowledge/policyLimits.js';
import { recall } from '../../policy/memo.js';
import { minifiedLength, minify } from '../../policy/minify.js';
import type { RuleContext } from '../rule.js';

export interface PolicySize {
  /** Size as it is written, in the quota's unit. */
  readonly written: number;
  /** Size without white space between the tokens; no way of sending the policy is shorter. */
  readonly minified: number;
  minifiedText(): string;
  /** What no policy of the kind may exceed. */
  readonly limit: PolicyLimit;
  /** What a policy of the kind usually must keep; the same as `limit` where there is one quota only. */
  readonly usual: PolicyLimit;
}

/** The size of a policy; undefined when its kind cannot be told, or parts of it are known only at deployment. */
export function measure(context: RuleContext): PolicySize | undefined {
  return recall(context.memo, context.policy, findSize, context);
}

function findSize(context: RuleContext): PolicySize | undefined {
  const { policy, source, kind } = context;
  if (kind === 'unknown') {
    return undefined;
  }
  const limit = getPolicyLimit(kind);
  const usual = getUsualPolicyLimit(kind);
  const text = source.text.slice(policy.span.start, policy.span.end);
  const lengths = policy.statements.map(
    (statement) => [statement.node, recall(context.memo, statement, minifiedLength, statement.node)] as const,
  );
  const length = minifiedLength(policy.node, new Map(lengths));
  if (length === undefined) {
    return undefined;
  }
  const minifiedText = () => minify(policy.node, source.textOf) ?? text;
  const written = measurePolicy(text, limit.unit);
  // Where every character counts as one there is no need to put the text together.
  const minified = written === text.length ? length : measurePolicy(minifiedText(), limit.unit);
  return { written, minified, minifiedText, limit, usual };
}

/** `32,768 bytes`, localised. */
export function formatSize(size: number, unit: SizeUnit): string {
  const number = size.toLocaleString('en-US');
  switch (unit) {
    case 'bytes':
      return l10n.t('{0} bytes', number);
    case 'characters':
      return l10n.t('{0} characters', number);
    case 'characters without white space':
      return l10n.t('{0} characters without white space', number);
  }
}
