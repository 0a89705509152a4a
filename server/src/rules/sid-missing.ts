import * as l10n from '@vscode/l10n';
import { parseActionText } from '../knowledge/actionLookup.js';
import type { Statement } from '../policy/model.js';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { finishedStatements, mentions } from './support/elements.js';
import { freeName } from './support/freeName.js';

/** A statement without a name can only be spoken of by its number. */
export const sidMissing = defineRule({
  id: 'sid-missing',
  defaultLevel: 'off',
  tags: ['style'],
  catalogue: ['sid-missing'],
  fixable: 'always',

  *check(context) {
    const { policy, source } = context;
    const taken = new Set(policy.statements.flatMap(({ sid }) => sid?.known ?? []));
    for (const statement of finishedStatements(context)) {
      if (mentions(statement.node, 'statement', 'Sid')) {
        continue;
      }
      const name = freeName(proposeName(statement), taken);
      taken.add(name);
      yield {
        span: openingOf(statement),
        message: l10n.t('Missing "Sid": a name lets findings, comments and people speak of the statement.'),
        fixes: [
          {
            title: l10n.t('Name the statement "{0}"', name),
            safe: true,
            edits: () => source.editor.set([...statement.path, 'Sid'], name, 0),
          },
        ],
      };
    }
  },
});

/** `AllowDecrypt`, from the effect and the first action; letters and digits, which every kind of policy takes. */
function proposeName({ effect, action }: Statement): string {
  const [first] = action?.values ?? [];
  const parsed = parseActionText(first?.known ?? '');
  const verb = `${effect ?? 'Statement'}${action?.negated === true ? 'AllBut' : ''}`;
  if (parsed.kind !== 'action') {
    return parsed.kind === 'all' ? `${verb}Everything` : verb;
  }
  const name = parsed.name.replace(/[^A-Za-z0-9]/g, '');
  return verb + capitalise(name === '' ? parsed.service.replace(/[^A-Za-z0-9]/g, '') : name);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
