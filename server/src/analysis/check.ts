import type { ServiceReference } from '../knowledge/serviceReference.js';
import { type Inheritance, Memo } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import type { Finding, Fix, Rule, RuleContext } from '../rules/rule.js';
import { findEntry } from '../source/sourceNode.js';
import { contains, type Span, shift } from '../source/span.js';
import type { Directives } from '../syntax/directives.js';
import type { DocumentSettings, PolicyDocument, ReportedFinding } from './analysis.js';
import type { KeptFindings, Remark, Surroundings } from './keptFindings.js';
import type { Mosaic } from './mosaic.js';
import type { createPlanner, Plan } from './plan.js';
import { createSuppressions } from './suppressions.js';
import { problemsIn, viewStatement, viewSurroundings } from './views.js';

/** What is the same for every document. */
export interface Engine {
  readonly reference: ServiceReference;
  readonly planFor: ReturnType<typeof createPlanner>;
  /** The place of a rule among those that report at one place of the text. */
  orderOf(rule: Rule): number;
  isKnownRule(id: string): boolean;
}

/** A policy, and what comments and settings say of it. */
export interface Subject {
  /** As rules look at it to find mistakes; its spans are those of the mosaic where there is one. */
  readonly document: PolicyDocument;
  readonly mosaic: Mosaic | undefined;
  /** The document with the spans of its text, for fixes. */
  readonly read: () => PolicyDocument | undefined;
  readonly directives: Directives;
  readonly settings: DocumentSettings;
}

/**
 * Asks every rule that applies. Rules of scope `statement` are asked about statements that no earlier version of the
 * document had, so that a keystroke costs what its own statement costs.
 *
 * @param kept what earlier versions of the document left; this version's findings are added to it
 * @returns in document order, at one place in the order of the rules; suppressed and silenced ones left out
 */
export function check(engine: Engine, subject: Subject, kept: KeptFindings): readonly ReportedFinding[] {
  const { document, mosaic, settings } = subject;
  const plan = engine.planFor(settings, document.kind);
  const suppressions = createSuppressions(subject.directives);
  const surroundings = surroundingsOf(plan, document);
  kept.begin(surroundings);
  mosaic?.begin(surroundings);
  const toContext = (seen: PolicyDocument, inherited?: Inheritance): RuleContext => ({
    ...seen,
    reference: engine.reference,
    facts: settings.facts ?? {},
    isKnownRule: (id) => engine.isKnownRule(id),
    unusedSuppressions: () => suppressions.unused((id) => plan.heard.has(id)),
    memo: new Memo(seen.policy, inherited),
  });
  const context = toContext(document, mosaic?.inheritance);
  const findFixes = createFixFinder(() => (mosaic === undefined ? context : toContext(subject.read() ?? document)));
  const reported: ReportedFinding[] = [];
  const report = (remark: Remark, fixes: () => readonly Fix[]) => {
    const level = settings.levels[remark.rule.id] ?? remark.level ?? remark.rule.defaultLevel;
    if (level !== 'off' && !suppressions.silences(remark, remark.rule) && !isBeingTyped(remark, document)) {
      reported.push(new Reported(remark, level, fixes));
    }
  };
  const askAbout = (rule: Rule) => {
    for (const finding of rule.check(context)) {
      if (mosaic === undefined) {
        report(toRemark(rule, finding), () => finding.fixes ?? []);
      } else {
        const remark = placeIn(mosaic, toRemark(rule, finding));
        report(remark, () => findFixes(remark));
      }
    }
  };
  plan.wholePolicy.forEach(askAbout);
  for (const remark of checkByStatement(context, plan, kept, mosaic)) {
    report(remark, () => findFixes(remark));
  }
  plan.last.forEach(askAbout);
  const orderOf = ({ rule }: ReportedFinding) => engine.orderOf(rule);
  return reported.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || orderOf(a) - orderOf(b));
}

/** All that the findings of a statement depend on. A plan is of one kind and one set of settings, facts among them. */
function surroundingsOf(plan: Plan, { policy, source }: PolicyDocument): Surroundings {
  const version = findEntry(policy.node, 'Version');
  return { plan, version: version === undefined ? undefined : source.textOf(version.span) };
}

function* checkByStatement(
  context: RuleContext,
  plan: Plan,
  kept: KeptFindings,
  mosaic: Mosaic | undefined,
): Generator<Remark> {
  const { policy, source } = context;
  yield* kept.outside(textOutside(context), () => ask(plan.statements, viewSurroundings(context)));
  if (mosaic !== undefined) {
    yield* checkPieces(context, plan, kept, mosaic);
    return;
  }
  for (const statement of policy.statements) {
    const find = () => checkStatement(plan.statements, context, statement);
    const found = dependsOnTextAlone(context, statement) ? kept.of(source.textOf(statement.span), find) : find();
    for (const remark of found) {
      yield move(remark, statement.span.start);
    }
  }
}

function* checkPieces(context: RuleContext, plan: Plan, kept: KeptFindings, mosaic: Mosaic): Generator<Remark> {
  for (const [index, { text, statement }] of mosaic.pieces.entries()) {
    const find = () => checkStatement(plan.statements, context, statement);
    for (const remark of kept.of(text, find)) {
      yield move(remark, mosaic.startOf(index));
    }
  }
}

/** The text round the list of statements, where that decides alone what is said outside of statements. */
function textOutside({ policy, source }: RuleContext): string | undefined {
  const list = policy.statementEntry?.value;
  if (source.problems.length > 0 || list?.kind !== 'sequence' || list.items.length > policy.statements.length) {
    return undefined;
  }
  return `${source.text.slice(0, list.span.start)}…${source.text.slice(list.span.end)}`;
}

/** The findings inside a statement, with spans counted from its start. */
function checkStatement(rules: readonly Rule[], context: RuleContext, statement: Statement): readonly Remark[] {
  return ask(rules, viewStatement(context, statement))
    .filter(({ span }) => contains(statement.span, span))
    .map((remark) => move(remark, -statement.span.start));
}

function ask(rules: readonly Rule[], context: RuleContext): Remark[] {
  const remarks: Remark[] = [];
  for (const rule of rules) {
    for (const finding of rule.check(context)) {
      remarks.push(toRemark(rule, finding));
    }
  }
  return remarks;
}

/** Without fixes, which hold on to the version of the document that they were made for. */
function toRemark(rule: Rule, { span, message, level, related }: Finding): Remark {
  return { rule, span, message, ...(level !== undefined && { level }), ...(related !== undefined && { related }) };
}

/** How a mistake inside a statement is read depends on what stands before it; that of a comment does not. */
function dependsOnTextAlone({ source }: RuleContext, statement: Statement): boolean {
  return problemsIn(source, statement).every(({ code }) => code === 'comment');
}

function move(remark: Remark, by: number): Remark {
  return withSpans(remark, (span) => shift(span, by));
}

function placeIn(mosaic: Mosaic, remark: Remark): Remark {
  return withSpans(remark, (span) => mosaic.place(span));
}

function withSpans(remark: Remark, change: (span: Span) => Span): Remark {
  const { related } = remark;
  return {
    ...remark,
    span: change(remark.span),
    ...(related !== undefined && { related: related.map((place) => ({ ...place, span: change(place.span) })) }),
  };
}

/**
 * A class, since an object with a getter of its own gets a hidden class of its own, which keeps what the getter knows in
 * memory: the whole version of the document.
 */
class Reported implements ReportedFinding {
  readonly rule: Rule;
  readonly span: Span;
  readonly message: string;
  readonly related?: NonNullable<Finding['related']>;

  constructor(
    { rule, span, message, related }: Remark,
    readonly level: ReportedFinding['level'],
    private readonly findFixes: () => readonly Fix[],
  ) {
    this.rule = rule;
    this.span = span;
    this.message = message;
    if (related !== undefined) {
      this.related = related;
    }
  }

  get fixes(): readonly Fix[] {
    return this.findFixes();
  }
}

/** Finds the fixes of remarks: each rule that somebody asks for is run once more, over the whole policy. */
function createFixFinder(look: () => RuleContext): (remark: Remark) => readonly Fix[] {
  const byRule = new Map<Rule, readonly Finding[]>();
  let context: RuleContext | undefined;
  return ({ rule, span, message }) => {
    context ??= look();
    const findings = byRule.get(rule) ?? [...rule.check(context)];
    byRule.set(rule, findings);
    const same = findings.find(
      (finding) => finding.span.start === span.start && finding.span.end === span.end && finding.message === message,
    );
    return same?.fixes ?? [];
  };
}

/** Of a string whose end is missing, only that is said: the rest of it is yet to come. */
function isBeingTyped({ span, rule }: Remark, { source }: PolicyDocument): boolean {
  return (
    rule.id !== 'json-syntax' &&
    source.problems.some((problem) => problem.code === 'unclosed-string' && contains(problem.span, span))
  );
}
