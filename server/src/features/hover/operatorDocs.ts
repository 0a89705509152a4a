import * as l10n from '@vscode/l10n';
import { parseConditionOperator } from '../../knowledge/conditionOperators.js';
import { pickText } from '../../knowledge/localText.js';
import { bullets, code, jsonBlock, paragraphs } from '../markdown.js';

/** What a condition operator compares, with its prefix and suffix. Undefined for unknown ones. Markdown. */
export function operatorDocs(text: string, locale: string | undefined): string | undefined {
  const parsed = parseConditionOperator(text);
  if (parsed === undefined) {
    return undefined;
  }
  const { operator, setOperator, ifExists, canonical } = parsed;
  return paragraphs([
    `**${code(canonical)}**`,
    pickText(operator.text, locale),
    bullets([
      setOperator === 'ForAnyValue'
        ? l10n.t(
            '{0}: at least one value of the request must match. False when the key is absent.',
            code('ForAnyValue:'),
          )
        : undefined,
      setOperator === 'ForAllValues'
        ? l10n.t(
            '{0}: every value of the request must match. **True when the key is absent**, so an Allow needs a second condition.',
            code('ForAllValues:'),
          )
        : undefined,
      ifExists ? l10n.t('{0}: also true when the key is absent from the request.', code('IfExists')) : undefined,
      operator.negated && setOperator === undefined
        ? l10n.t('Negated: of several values none may match.')
        : l10n.t('Of several values one is enough.'),
    ]),
    `${l10n.t('Example')}\n${jsonBlock(operator.example)}`,
    `[${l10n.t('AWS documentation')}](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)`,
  ]);
}
