import type { Level, PolicyKind } from '../../../protocol/src/vocabulary.js';
import type { ServiceReference } from '../knowledge/serviceReference.js';
import type { PolicyFacts } from '../policy/facts.js';
import type { Memo } from '../policy/memo.js';
import type { Policy } from '../policy/model.js';
import type { TextEdit } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';
import type { ParsedSource } from '../syntax/frontEnd.js';

/** What a rule is about; a reader filters by these. */
export type RuleTag = 'correctness' | 'security' | 'lockout' | 'encryption' | 'style';

/** A way to mend a finding. */
export interface Fix {
  /** Localised, imperative: `Replace with "kms:Decrypt"`. */
  readonly title: string;
  /**
   * True when the edit only says what the author certainly meant: no permission that AWS would grant changes. Such
   * fixes may be applied without looking (`--fix`, fix on save).
   */
  readonly safe: boolean;
  /** Computed only when asked for. Spans refer to the text that was checked. */
  edits(): readonly TextEdit[];
}

/** One thing a rule has to say. */
export interface Finding {
  readonly span: Span;
  /** Localised; see house grammar: *Expected … to be …*, or *Unknown/Invalid/Unscoped …*, with what was written quoted. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Louder or quieter than the rule's default level, for this case; a configured level wins over both. */
  readonly level?: Level;
  /** Other places that explain the finding. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/** What a rule may look at. All of it is immutable, and nothing of it is the editor's. */
export interface RuleContext {
  readonly policy: Policy;
  /** `unknown`: a policy of a kind that cannot be told; rules for certain kinds do not run then. */
  readonly kind: PolicyKind | 'unknown';
  readonly source: ParsedSource;
  readonly reference: ServiceReference;
  /** What settings, configuration files and the account say of the policy; empty when they say nothing. */
  readonly facts: PolicyFacts;
  isKnownRule(id: string): boolean;
  /** Where helpers remember what they have read of this version; without it they read anew each time. */
  readonly memo?: Memo;
  /** Suppressions that silenced no finding; complete only for a rule that `runsLast`. */
  unusedSuppressions(): readonly UnusedSuppression[];
}

/** A `sealwright-ignore` comment that could go, wholly or in part. */
export interface UnusedSuppression {
  readonly span: Span;
  /** Rules that it names and of which it silenced nothing. */
  readonly rules: readonly string[];
  /** The other rules that it names. */
  readonly others: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly defaultLevel: Level;
  readonly tags: readonly RuleTag[];
  /** Kinds of policy the rule is about; absent: all, known or not. */
  readonly kinds?: readonly PolicyKind[];
  /**
   * `statement`: spans, levels, messages and related places of the findings inside a statement depend on nothing but
   * that statement, the kind, `Version` and `facts`; those of findings outside of statements on no statement. The first
   * are then kept while the statement is not edited. Fixes may depend on everything: they are made when somebody asks.
   * A test holds every such rule to it. Absent: the rule compares statements, or says of one what depends on another.
   */
  readonly scope?: 'statement';
  /** Looks at what has become of the findings of all other rules, and is run when they are complete. */
  readonly runsLast?: true;
  /** Row ids of the check catalogue that the rule covers. */
  readonly catalogue: readonly string[];
  /** Peers' names for the same check, so that people can search for them. */
  readonly peers?: readonly string[];
  /** `always`: every finding has a fix; `sometimes`: when what was meant is plain; `never`. */
  readonly fixable: 'always' | 'sometimes' | 'never';
  check(context: RuleContext): Iterable<Finding>;
}

/** Gives a rule its type; says nothing more. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
