import { conditionText } from '../../policy/conditionText.js';
import type { Condition } from '../../policy/model.js';
import { code, codeList } from '../markdown.js';

const STYLE = { name: code, list: (texts: readonly string[]) => codeList(texts, 6) };

/** One condition in words: `kms:ViaService` is `s3.us-east-1.amazonaws.com`. Markdown, without a full stop. */
export function conditionSentence(condition: Condition): string {
  return conditionText(condition, STYLE);
}
