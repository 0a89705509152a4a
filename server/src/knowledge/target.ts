import type { LocalText } from './localText.js';
import { findPartition, partitionOfRegion } from './partitions.js';

/** A text, list or object whose texts hold tokens such as `${Region}`. */
type Template = string | readonly Template[] | { readonly [name: string]: Template };

/** One statement of a key policy, as JSON data with tokens. */
export type StatementTemplate = { readonly [element: string]: Template };

/** What fills the tokens. Names that are lists repeat the text of a list that holds their token. */
export interface TargetFacts {
  /** Region of the log store; the key's too, unless the target says otherwise. */
  readonly region: string;
  /** 12-digit account that owns the log store. */
  readonly account: string;
  /** Defaults to the partition of the Region. */
  readonly partition?: string;
  /** Further tokens by name: `LogGroup`, `Trail`, `HomeRegion`, `Source`, `Role`. */
  readonly names?: Readonly<Record<string, string | readonly string[]>>;
}

/** How an infrastructure language declares the log store and its key. */
interface Declaration {
  readonly type: string;
  /** Property or argument that takes the key; absent where the store has none. */
  readonly key?: string;
  /** `arn`: only an ARN passes; `any`: id, ARN, alias name or alias ARN. */
  readonly keyForms?: 'arn' | 'any';
}

/** A call that the service itself makes to KMS. */
export interface ServiceCall {
  readonly actions: readonly string[];
  /** Encryption context: key to value template. Absent: none, or not documented. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
  /** `aws:SourceArn` of the call, where AWS documents it. */
  readonly sourceArn?: string;
  /** `aws:SourceAccount` of the call, where AWS documents it. */
  readonly sourceAccount?: string;
}

/** A log store that can be encrypted with a KMS key, and what the key's policy must allow for it. */
export interface Target {
  readonly id: string;
  readonly name: LocalText;
  /** Service principals that call KMS for the store, as templates. */
  readonly principals: readonly string[];
  /** What the principals ask of KMS. */
  readonly serviceCalls: readonly ServiceCall[];
  /** Actions that the key policy must allow to the service. */
  readonly actions: readonly string[];
  /** What a person or role needs on the key to bind it. */
  readonly callerActions: { readonly required: readonly string[]; readonly recommended: readonly string[] };
  /** Condition keys that limit the service to the owner's stores; one of them is enough. */
  readonly scopedBy: readonly string[];
  /** Condition keys that look right here but that the service does not send: with them nothing is allowed. */
  readonly notSent: readonly string[];
  /** Where the key must live. */
  readonly keyRegion: 'store' | 'bucket';
  readonly templates: {
    readonly minimal: readonly StatementTemplate[];
    readonly hardened: readonly StatementTemplate[];
  };
  readonly declaredBy: { readonly cloudformation?: Declaration; readonly terraform?: Declaration };
  readonly reference: string;
}

export type TargetVariant = keyof Target['templates'];

/** Gives a target its type; says nothing more. */
export function defineTarget(target: Target): Target {
  return target;
}

export interface RenderedStatements {
  /** Plain JSON data; a token that no fact fills stays as it is. */
  readonly statements: readonly Readonly<Record<string, unknown>>[];
  /** Tokens that no fact fills, each once. */
  readonly missing: readonly string[];
}

/** The statements that let a target use a key, for the stores that the facts name. */
export function renderStatement(target: Target, variant: TargetVariant, facts: TargetFacts): RenderedStatements {
  const missing = new Set<string>();
  const statements = target.templates[variant].map(
    (template) => render(template, tokensOf(facts), missing) as Readonly<Record<string, unknown>>,
  );
  return { statements, missing: [...missing] };
}

/** The service principals of a target; a token that no fact fills stays as it is. */
export function renderPrincipals(target: Target, facts: TargetFacts): readonly string[] {
  return target.principals.map((template) => fill(template, tokensOf(facts)));
}

/** The calls that the service makes, with facts filled in: what an evaluation of the key policy has to allow. */
export function renderServiceCalls(target: Target, facts: TargetFacts): readonly ServiceCall[] {
  const tokens = tokensOf(facts);
  return target.serviceCalls.map(
    (call) => render(call as unknown as StatementTemplate, tokens, new Set()) as ServiceCall,
  );
}

type Tokens = Readonly<Record<string, string | readonly string[]>>;

const TOKEN = /\$\{(\w+)\}/g;

function tokensOf({ region, account, partition, names }: TargetFacts): Tokens {
  const found = partition === undefined ? partitionOfRegion(region) : findPartition(partition);
  return {
    Region: region,
    Account: account,
    Partition: found?.id ?? partition ?? 'aws',
    DnsSuffix: found?.dnsSuffix ?? 'amazonaws.com',
    HomeRegion: region,
    ...names,
  };
}

function render(template: Template, tokens: Tokens, missing: Set<string>): unknown {
  if (typeof template === 'string') {
    for (const [, name = ''] of template.matchAll(TOKEN)) {
      if (tokens[name] === undefined) {
        missing.add(name);
      }
    }
    return fill(template, tokens);
  }
  if (isList(template)) {
    return template.flatMap((item) =>
      typeof item === 'string'
        ? spread(item, tokens).map((each) => render(item, each, missing))
        : render(item, tokens, missing),
    );
  }
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, render(value, tokens, missing)]));
}

// `Array.isArray` does not narrow readonly arrays.
function isList(template: Template): template is readonly Template[] {
  return Array.isArray(template);
}

/** One set of tokens per value of the first list that the text mentions. */
function spread(text: string, tokens: Tokens): readonly Tokens[] {
  for (const [, name = ''] of text.matchAll(TOKEN)) {
    const value = tokens[name];
    if (typeof value === 'object') {
      return value.map((single) => ({ ...tokens, [name]: single }));
    }
  }
  return [tokens];
}

function fill(text: string, tokens: Tokens): string {
  return text.replace(TOKEN, (token, name: string) => {
    const value = tokens[name];
    return typeof value === 'string' ? value : (value?.[0] ?? token);
  });
}
