import * as l10n from '@vscode/l10n';
import { parseArn } from '../../policy/arn.js';
import { hasWildcard } from '../../policy/wildcard.js';
import { bullets, code, paragraphs } from '../markdown.js';

/** The parts of an ARN by name, and what is special about ARNs of its kind. Undefined for other texts. Markdown. */
export function arnDocs(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn === undefined) {
    return undefined;
  }
  const none = l10n.t('none');
  return paragraphs([
    `**${title(arn.service, arn.resource)}**`,
    bullets([
      l10n.t('Partition: {0}', code(arn.partition)),
      l10n.t('Service: {0}', code(arn.service)),
      l10n.t('Region: {0}', arn.region === '' ? none : code(arn.region)),
      l10n.t('Account: {0}', arn.account === '' ? none : code(arn.account)),
      l10n.t('Resource: {0}', code(arn.resource)),
    ]),
    story(arn.service, arn.resource),
  ]);
}

function title(service: string, resource: string): string {
  const type = /^[\w-]+/.exec(resource)?.[0] ?? '';
  switch (`${service}:${type}`) {
    case 'kms:key':
      return l10n.t('ARN of a KMS key');
    case 'kms:alias':
      return l10n.t('ARN of an alias');
    case 'logs:log-group':
      return l10n.t('ARN of a log group');
    case 'logs:query-result':
      return l10n.t('ARN of query results');
    case 'cloudtrail:trail':
      return l10n.t('ARN of a trail');
    case 'iam:role':
      return l10n.t('ARN of a role');
    case 'iam:user':
      return l10n.t('ARN of a user');
    default:
      return l10n.t('Amazon Resource Name (ARN)');
  }
}

/** kms-facts 2 and 13, log-encryption-recipes 1.3. */
function story(service: string, resource: string): string | undefined {
  if (service === 'kms' && resource.startsWith('alias/')) {
    return l10n.t(
      'An alias as a resource stands only for actions on the alias itself. To give access to the key, name the ARN of the key, or test {0}.',
      code('kms:ResourceAliases'),
    );
  }
  if (service !== 'logs' || !resource.startsWith('log-group:')) {
    return undefined;
  }
  if (/^log-group:[^*]+:\*$/.test(resource)) {
    return l10n.t(
      'With {0} at its end: the form for IAM permissions on the log group and its streams. CloudWatch Logs sends the ARN **without** it as encryption context, so a condition on {1} with this value never matches.',
      code(':*'),
      code('kms:EncryptionContext:aws:logs:arn'),
    );
  }
  return hasWildcard(resource)
    ? l10n.t(
        'A pattern. It needs an Arn operator or {0}; with {1} it is compared letter by letter.',
        code('StringLike'),
        code('StringEquals'),
      )
    : l10n.t(
        'Without {0} at its end: the form that CloudWatch Logs sends as encryption context. IAM permissions on the log group need it with {0}.',
        code(':*'),
      );
}
