import * as l10n from '@vscode/l10n';
import { findVariables, readVariable, type VariableText } from '../policy/policyVariables.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { readsVariables, variableTexts } from './support/variableTexts.js';

/** What is wrong with a variable, and the variable as it was meant where that is plain. */
interface Fault {
  readonly message: string;
  readonly meant?: string | undefined;
}

/** `${key}` or `${key, 'default'}`: AWS refuses other forms, or compares them as plain text. */
export const variableSyntax = defineRule({
  id: 'variable-syntax',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['variable-unclosed', 'variable-default-quote', 'variable-space', 'variable-empty'],
  peers: ['MISSING_BRACE_IN_VARIABLE', 'MISSING_QUOTE_IN_VARIABLE', 'UNSUPPORTED_SPACE_IN_VARIABLE', 'EMPTY_VARIABLE'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of readsVariables(context) ? context.policy.statements : []) {
      for (const value of variableTexts(context, statement)) {
        for (const variable of findVariables(value.known)) {
          const fault = findFault(variable, value.known.slice(variable.start, variable.end));
          if (fault !== undefined) {
            yield {
              span: value.span,
              message: fault.message,
              fixes:
                fault.meant === undefined
                  ? []
                  : replaceStringFix(context, value, replace(value.known, variable, fault.meant), false),
            };
          }
        }
      }
    }
  },
});

function replace(text: string, { start, end }: VariableText, meant: string): string {
  return text.slice(0, start) + meant + text.slice(end);
}

function findFault({ body, isClosed }: VariableText, text: string): Fault | undefined {
  if (!isClosed) {
    return { message: l10n.t('Unclosed variable "{0}": a "}" must follow its name.', text), meant: close(body) };
  }
  if (body.trim() === '') {
    return {
      message: l10n.t('Empty variable "{0}": a variable names a condition key, as in "{1}".', text, '${aws:username}'),
    };
  }
  const { name, fallback } = readVariable(body) ?? {};
  if (name === undefined) {
    return undefined;
  }
  // The key of a tag, behind the slash, may hold blanks.
  const [head = '', ...tag] = name.split('/');
  if (/\s/.test(head)) {
    const meant = [head.replace(/\s/g, ''), ...tag].join('/');
    return {
      message: l10n.t('Invalid variable "{0}": the name of a variable holds no blanks.', text),
      meant: `\${${meant}${fallback === undefined ? '' : `,${fallback}`}}`,
    };
  }
  if (fallback === undefined || /^\s*'[^']*'\s*$/.test(fallback)) {
    return undefined;
  }
  const word = fallback.trim().replace(/^["'`]|["'`]$/g, '');
  return {
    message: l10n.t('Invalid variable "{0}": its default must stand in single quotes.', text),
    meant: word === '' || word.includes("'") ? undefined : `\${${name}, '${word}'}`,
  };
}

/** The variable that the rest of a text begins with: up to the first character that no such name holds. */
function close(body: string): string | undefined {
  const name = /^(?:aws:(?:Principal|Request|Resource)Tag\/[^/,]+|[a-z][\w-]*:[\w-]+)/i.exec(body)?.[0];
  const rest = body.slice(name?.length ?? 0);
  return name === undefined || rest.startsWith(',') ? undefined : `\${${name}}${rest}`;
}
