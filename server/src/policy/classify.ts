import * as l10n from '@vscode/l10n';
import type { PolicyKind, PolicyKindChoice } from '../../../protocol/src/vocabulary.js';
import { findEntryIgnoringCase, type MappingNode, type SourceNode } from '../source/sourceNode.js';
import { collectEvidence, type Evidence } from './evidence.js';

/** What a document is, how sure we are, and why. */
export interface Classification {
  readonly kind: PolicyKindChoice | 'unknown';
  readonly confidence: 'declared' | 'certain' | 'likely' | 'guess';
  /** One localised sentence. */
  readonly reason: string;
}

/** Keys that other JSON documents with a `Statement` have and policies do not. */
const FOREIGN_KEYS = ['Resources', 'AWSTemplateFormatVersion', '$schema', 'scripts', 'compilerOptions'];

/**
 * Tells a policy's kind by its content: which services its actions belong to, whether it names principals, what its
 * resources are. The file's name never decides.
 *
 * @returns kind `none` when the tree is no policy at all, `unknown` when it is one but nothing tells which
 */
export function classify(root: SourceNode | undefined): Classification {
  if (root?.kind !== 'mapping' || !looksLikePolicy(root)) {
    return { kind: 'none', confidence: 'certain', reason: l10n.t('The document has no policy statements.') };
  }
  const evidence = collectEvidence(root);
  return classifyResourceBased(evidence) ?? classifyIdentityBased(evidence) ?? unknown();
}

/** A policy has statements, or at least a policy's version and nothing that policies lack. */
function looksLikePolicy(root: MappingNode): boolean {
  if (FOREIGN_KEYS.some((key) => root.entries.some((entry) => entry.key.value === key))) {
    return false;
  }
  const statement = findEntryIgnoringCase(root, 'Statement');
  if (statement === undefined) {
    const version = findEntryIgnoringCase(root, 'Version')?.value;
    return (
      version?.kind === 'scalar' &&
      (version.value === '2012-10-17' || version.value === '2008-10-17') &&
      root.entries.every((entry) => ['version', 'id'].includes(String(entry.key.value).toLowerCase()))
    );
  }
  const value = statement.value;
  if (value === undefined || root.entries.some((entry) => entry.key.value === 'Version')) {
    return true;
  }
  const statements = value.kind === 'sequence' ? value.items : [value];
  return statements.some(
    (item) =>
      item.kind === 'mapping' &&
      ['Effect', 'Action', 'NotAction', 'Principal'].some((key) => findEntryIgnoringCase(item, key) !== undefined),
  );
}

function classifyResourceBased(evidence: Evidence): Classification | undefined {
  if (!evidence.hasPrincipal) {
    return undefined;
  }
  const { services } = evidence;
  if (evidence.assumesRole && evidence.hasNoResource) {
    return certain('trust-policy', l10n.t('It lets principals assume a role and names no resource.'));
  }
  if (evidence.touches('logs:createdelivery') || evidence.resourceMatches(/:(delivery-)?destination:/)) {
    return certain('delivery-destination-policy', l10n.t('It governs a CloudWatch Logs destination.'));
  }
  if (evidence.touches('logs:putsubscriptionfilter') && services.size === 1) {
    return likely('delivery-destination-policy', l10n.t('It lets others send logs to a destination.'));
  }
  if (evidence.principalIsAlwaysEveryone && !evidence.deniesOnly && evidence.resourceIsAlwaysEverything) {
    if (services.size === 1 && (services.has('logs') || services.has('s3'))) {
      return likely(
        'vpc-endpoint-policy',
        l10n.t('It names everyone and every resource, as VPC endpoint policies do.'),
      );
    }
  }
  if (services.size === 1 && services.has('logs')) {
    return certain(
      'logs-resource-policy',
      l10n.t('It names principals, and all its actions belong to CloudWatch Logs.'),
    );
  }
  if (services.size === 1 && services.has('s3')) {
    return certain('bucket-policy', l10n.t('It names principals, and all its actions belong to Amazon S3.'));
  }
  if (services.size === 1 && services.has('kms')) {
    return classifyKmsOnly(evidence);
  }
  if (evidence.principalIsAlwaysEveryone) {
    return evidence.deniesOnly
      ? likely('rcp', l10n.t('It denies everyone actions of several services, as resource control policies do.'))
      : likely('vpc-endpoint-policy', l10n.t('It lets everyone use several services, as VPC endpoint policies do.'));
  }
  return classifyMixed(evidence);
}

/** All actions are KMS actions: a key policy, unless it has the shape of an endpoint policy or an RCP. */
function classifyKmsOnly(evidence: Evidence): Classification {
  if (evidence.resourceMatches(/^arn:[^:]*:kms:[^:]*:[^:]*:key\/\*$/) && !evidence.touches('kms:*')) {
    return likely(
      'vpc-endpoint-policy',
      l10n.t('Its resources are all keys of an account, as in VPC endpoint policies.'),
    );
  }
  if (evidence.principalIsAlwaysEveryone) {
    if (evidence.deniesOnly) {
      return likely(
        'rcp',
        l10n.t('It only denies KMS actions to everyone; as a key policy it would lock everybody out.'),
      );
    }
    if (evidence.resourceMatches(/^arn:[^:]*:kms:[^:]*:[^:]*:key\//)) {
      return likely(
        'vpc-endpoint-policy',
        l10n.t('It names KMS keys as resources for everyone, as VPC endpoint policies do.'),
      );
    }
    return likely('key-policy', l10n.t('It names principals, and all its actions belong to AWS KMS.'));
  }
  return certain('key-policy', l10n.t('It names principals, and all its actions belong to AWS KMS.'));
}

/** Several services, or no action yet: the majority, or what the principals and resources suggest. */
function classifyMixed(evidence: Evidence): Classification | undefined {
  if (evidence.touches('kms:*') && evidence.resourceIsAlwaysEverything) {
    return likely('key-policy', l10n.t('It allows "{0}" to principals, and all its resources are "*".', 'kms:*'));
  }
  const byService: readonly (readonly [string, PolicyKind])[] = [
    ['kms', 'key-policy'],
    ['s3', 'bucket-policy'],
    ['logs', 'logs-resource-policy'],
  ];
  for (const [service, kind] of byService) {
    if (evidence.shareOf(service) > 0.5) {
      return likely(kind, l10n.t('It names principals, and most of its actions belong to "{0}".', service));
    }
  }
  if (evidence.resourceMatches(/^arn:[^:]*:s3:::/)) {
    return likely('bucket-policy', l10n.t('It names principals, and its resources are S3 buckets.'));
  }
  if (evidence.resourceMatches(/^arn:[^:]*:logs:/)) {
    return likely('logs-resource-policy', l10n.t('It names principals, and its resources are log groups.'));
  }
  return undefined;
}

function classifyIdentityBased(evidence: Evidence): Classification | undefined {
  if (evidence.hasPrincipal || evidence.services.size + evidence.wildcardActions === 0) {
    return undefined;
  }
  if (evidence.deniesOnly && evidence.hasGuardrailShape) {
    return guess('scp', l10n.t('It names no principal and only denies, as service control policies do.'));
  }
  return likely('identity-policy', l10n.t('It names no principal, so it is attached to a user, group or role.'));
}

function unknown(): Classification {
  return {
    kind: 'unknown',
    confidence: 'guess',
    reason: l10n.t('It is a policy, but its statements do not tell yet what it is attached to.'),
  };
}

function certain(kind: PolicyKind, reason: string): Classification {
  return { kind, confidence: 'certain', reason };
}

function likely(kind: PolicyKind, reason: string): Classification {
  return { kind, confidence: 'likely', reason };
}

function guess(kind: PolicyKind, reason: string): Classification {
  return { kind, confidence: 'guess', reason };
}
