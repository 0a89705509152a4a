import * as l10n from '@vscode/l10n';
import { findKeySpec } from '../../knowledge/keySpecs.js';
import { getKmsConditionKey } from '../../knowledge/kmsConditionKeys.js';
import { findServicePrincipal } from '../../knowledge/servicePrincipals.js';
import { parseViaService } from '../../knowledge/viaServices.js';
import { bullets, code, codeList, paragraphs } from '../markdown.js';
import { arnDocs } from './arnDocs.js';

/** What a value of a condition key means. Undefined when it is just a value. Markdown. */
export function conditionValueDocs(key: string, text: string): string | undefined {
  if (key.toLowerCase() === 'kms:viaservice') {
    return viaServiceDocs(text);
  }
  const kmsKey = getKmsConditionKey(key);
  if (kmsKey?.values?.includes(text) === true) {
    return paragraphs([`**${code(text)}**`, keySpecDocs(text), l10n.t('A value of {0}.', code(kmsKey.name))]);
  }
  const service = findServicePrincipal(text);
  return service === undefined ? arnDocs(text) : `**${service.principal.service}**`;
}

function viaServiceDocs(text: string): string | undefined {
  const via = parseViaService(text);
  if (via === undefined) {
    return undefined;
  }
  return paragraphs([
    `**${via.service ?? via.prefix}** · ${code(via.region)}`,
    l10n.t(
      'Requests that this service makes for a user or role of yours. Calls that the service makes on its own, with its service principal, do not carry {0}.',
      code('kms:ViaService'),
    ),
    via.service === undefined
      ? l10n.t('AWS does not list this service for {0} yet.', code('kms:ViaService'))
      : undefined,
  ]);
}

function keySpecDocs(text: string): string | undefined {
  const spec = findKeySpec(text);
  if (spec === undefined) {
    return undefined;
  }
  return bullets([
    l10n.t('Key usage: {0}', codeList(spec.usages)),
    l10n.t('Algorithms: {0}', codeList(spec.algorithms)),
    spec.chinaOnly === true ? l10n.t('Only in the China Regions.') : undefined,
  ]);
}
