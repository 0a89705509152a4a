import type { PrincipalType } from '../knowledge/policyElements.js';

export type { PrincipalType };

import type { Entry, MappingNode, Path, SourceNode, StringPart } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';

/** A string of a policy, which may hold parts that are not known before deployment. */
export interface PolicyString {
  readonly span: Span;
  readonly node: SourceNode;
  readonly parts: readonly StringPart[];
  /** The whole text when every part is known; rules stay silent otherwise. */
  readonly known: string | undefined;
}

export interface Policy {
  readonly span: Span;
  readonly node: MappingNode;
  /** Path of the policy in its document; empty for a bare policy. */
  readonly path: Path;
  readonly version: PolicyString | undefined;
  readonly statementEntry: Entry | undefined;
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** Position in the policy, from 0. */
  readonly index: number;
  readonly span: Span;
  readonly node: MappingNode;
  readonly path: Path;
  readonly sid: PolicyString | undefined;
  /** Undefined when missing, misspelt or not known before deployment. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly principal: PrincipalElement | undefined;
  readonly action: ListElement | undefined;
  readonly resource: ListElement | undefined;
  readonly conditions: readonly Condition[];
}

/** `Action`, `Resource` or their `Not` twins, as a list whatever the spelling. */
export interface ListElement {
  readonly entry: Entry;
  readonly negated: boolean;
  readonly values: readonly PolicyString[];
}

/** `Principal` or `NotPrincipal`. */
export interface PrincipalElement {
  readonly entry: Entry;
  readonly negated: boolean;
  readonly principals: readonly Principal[];
}

export interface Principal {
  /** `*` for the bare string form; a type we do not know stays as it was written. */
  readonly type: PrincipalType | '*' | { readonly unknown: string };
  readonly value: PolicyString;
  /** Path of the value in the document. */
  readonly path: Path;
}

/** One key under one operator: the unit that a request is tested against. */
export interface Condition {
  readonly operator: PolicyString;
  readonly key: PolicyString;
  readonly values: readonly PolicyString[];
  readonly operatorEntry: Entry;
  readonly keyEntry: Entry;
  /** Path of the key's entry in the document. */
  readonly path: Path;
}
