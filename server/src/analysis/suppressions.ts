import type { Finding, Rule, UnusedSuppression } from '../rules/rule.js';
import { contains } from '../source/span.js';
import type { Directives, IgnoreDirective } from '../syntax/directives.js';

/** The suppressions of one document, which remember what they were good for. */
export interface Suppressions {
  /** Whether a finding is silenced. A directive without a reason silences nothing: that makes people write the reason. */
  silences(finding: Finding, rule: Rule): boolean;
  /** Directives that silenced nothing, as far as they name rules that have been run. */
  unused(wasRun: (rule: string) => boolean): readonly UnusedSuppression[];
}

export function createSuppressions({ ignores }: Directives): Suppressions {
  const used = new Map<IgnoreDirective, Set<string>>();
  return {
    silences(finding, { id }) {
      const start = { start: finding.span.start, end: finding.span.start };
      // All of them count as used: which of two could go is for the author to say.
      const matching = ignores.filter(
        ({ reason, rules, covers }) => reason !== '' && rules.includes(id) && contains(covers, start),
      );
      for (const directive of matching) {
        used.set(directive, (used.get(directive) ?? new Set()).add(id));
      }
      return matching.length > 0;
    },
    unused(wasRun) {
      return ignores.flatMap((directive) => {
        const { span, rules, reason } = directive;
        const idle = rules.filter((id) => wasRun(id) && used.get(directive)?.has(id) !== true);
        return reason === '' || idle.length === 0
          ? []
          : [{ span, rules: idle, others: rules.filter((id) => !idle.includes(id)) }];
      });
    },
  };
}
