import * as l10n from '@vscode/l10n';
import type { Action } from '../knowledge/serviceReference.js';
import { parseArnPattern } from '../policy/arnPattern.js';
import type { Statement } from '../policy/model.js';
import { patternsOverlap } from '../policy/patternOverlap.js';
import { defineRule, type Finding, type Fix, type RuleContext } from './rule.js';
import { type ExpandedAction, expandedActions, isWhollyExpanded } from './support/actionResources.js';
import { replaceStringFix } from './support/fixes.js';
import { allResources, type ResourceItem } from './support/resourceItems.js';

const LEVELS = ['bucket', 'object'] as const;
type Level = (typeof LEVELS)[number];

/** S3 asks about objects by `bucket/key` and about buckets by the bare name; neither ARN covers the other. */
export const bucketObjectSuffix = defineRule({
  id: 'bucket-object-suffix',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['bucket-policy', 'identity-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  scope: 'statement',
  catalogue: ['bucket-object-suffix'],
  peers: ['RESOURCE_MISMATCH', 'resource_mismatch', 'I3510'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      const resources = allResources(context, statement)?.filter(isOfS3) ?? [];
      if (resources.length > 0) {
        yield* judge(context, statement, resources);
      }
    }
  },
});

function* judge(context: RuleContext, statement: Statement, resources: readonly ResourceItem[]): Generator<Finding> {
  const expanded = expandedActions(context, statement);
  const [first] = expanded;
  const level = expanded.length > 0 && isWhollyExpanded(statement, expanded) ? commonLevel(expanded) : undefined;
  if (first !== undefined && level !== undefined) {
    yield* judgeResources(context, resources, level, first.text);
    return;
  }
  // With other actions beside them one resource more is needed.
  const missing = LEVELS.find((each) => !resources.some((item) => mayBe(item, each)));
  const lost = expanded.find((item) => missing !== undefined && commonLevel([item]) === missing);
  if (missing !== undefined && lost !== undefined) {
    yield {
      span: lost.value.span,
      message:
        missing === 'object'
          ? l10n.t('Ineffective action "{0}": it works on objects, and the statement names buckets alone.', lost.text)
          : l10n.t('Ineffective action "{0}": it works on buckets, and the statement names objects alone.', lost.text),
      fixes: addFix(context, statement, resources, missing),
    };
  }
}

/** With nothing but actions of one level, a resource of the other is the mistake, unless its counterpart is there. */
function* judgeResources(
  context: RuleContext,
  resources: readonly ResourceItem[],
  level: Level,
  action: string,
): Generator<Finding> {
  const fitting = resources.filter((item) => mayBe(item, level));
  for (const item of resources.filter((each) => !mayBe(each, level))) {
    const meant = toLevel(item, level);
    const counterpart = parseArnPattern(meant)?.resource ?? '';
    if (!fitting.some(({ arn }) => arn !== undefined && patternsOverlap(arn.resource, counterpart))) {
      yield {
        span: item.value.span,
        message: describeResource(level, item.text, meant, action),
        fixes: replaceStringFix(context, item.value, meant, false),
      };
    }
  }
}

function describeResource(level: Level, text: string, meant: string, action: string): string {
  return level === 'object'
    ? l10n.t(
        'Expected the resource "{0}" to be "{1}": "{2}" works on objects, which the ARN of a bucket does not cover.',
        text,
        meant,
        action,
      )
    : l10n.t(
        'Expected the resource "{0}" to be "{1}": "{2}" works on buckets, which the ARN of objects does not cover.',
        text,
        meant,
        action,
      );
}

/** Adds the other half of what the statement names. */
function addFix(
  { source }: RuleContext,
  statement: Statement,
  resources: readonly ResourceItem[],
  level: Level,
): Fix[] {
  const added = [...new Set(resources.map((item) => toLevel(item, level)))];
  const texts = [...(statement.resource?.values ?? []).flatMap(({ known }) => known ?? []), ...added];
  return [
    {
      title: l10n.t('Add the resource "{0}"', added.join(', ')),
      safe: false,
      edits: () => source.editor.set([...statement.path, 'Resource'], texts),
    },
  ];
}

/** The level that all actions of the entries work on; undefined when they differ. */
function commonLevel(items: readonly ExpandedAction[]): Level | undefined {
  const [first, ...others] = items.flatMap(({ actions }) => actions).map(levelOf);
  return others.every((level) => level === first) ? first : undefined;
}

/** The level that an action works on; undefined for those that work on more, or on something else. */
function levelOf({ service, resources }: Action): Level | undefined {
  const types = new Set(resources.map(({ type }) => type.name));
  if (service !== 's3') {
    return undefined;
  }
  // Access points stand in for buckets and for objects, with ARNs of their own.
  const isObject = types.has('object') && [...types].every((type) => type === 'object' || type === 'accesspointobject');
  const isBucket = types.has('bucket') && [...types].every((type) => type === 'bucket' || type === 'accesspoint');
  return isObject ? 'object' : isBucket ? 'bucket' : undefined;
}

function isOfS3({ arn }: ResourceItem): boolean {
  return arn?.service === 's3';
}

/** Whether a resource can be an object, or a bucket: names of buckets hold no slash. */
function mayBe({ arn }: ResourceItem, level: Level): boolean {
  if (arn === undefined || arn.region !== '' || arn.account !== '') {
    return true; // access points
  }
  const slash = arn.resource.indexOf('/');
  return level === 'object' ? slash >= 0 || arn.resource.includes('*') : slash < 0;
}

function toLevel({ text, arn }: ResourceItem, level: Level): string {
  const length = arn?.resource.length ?? 0;
  const [head, resource] = [text.slice(0, text.length - length), text.slice(text.length - length)];
  return head + (level === 'object' ? `${resource}/*` : (resource.split('/', 1)[0] ?? ''));
}
