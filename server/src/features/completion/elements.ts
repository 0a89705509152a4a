import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { type ElementRule, effects, listElements } from '../../knowledge/policyElements.js';
import { type Proposal, text } from './proposal.js';
import type { CompletionRequest } from './request.js';

/** What to write behind an element's colon, with placeholders. */
function skeletonOf(name: string, kind: CompletionRequest['kind']): string {
  switch (name) {
    case 'Version':
      return '"2012-10-17"';
    case 'Statement':
      return '[\n\t{\n\t\t$1\n\t}\n]';
    case 'Effect':
      return kind === 'rcp' ? '"Deny"' : '"${1|Allow,Deny|}"';
    case 'Principal':
      return kind === 'rcp' ? '"*"' : '{ "${1|AWS,Service|}": "$2" }';
    case 'NotPrincipal':
      return '{ "AWS": ["$1"] }';
    case 'Action':
    case 'NotAction':
      return '["$1"]';
    case 'Resource':
      return kind === 'key-policy' || kind === 'rcp' ? '"*"' : '"$1"';
    case 'NotResource':
      return '["$1"]';
    case 'Condition':
      return '{\n\t"${1:StringEquals}": {\n\t\t"$2": "$3"\n\t}\n}';
    default:
      return '"$1"';
  }
}

const RANKS: Readonly<Record<ElementRule['presence'], number>> = {
  required: 0,
  recommended: 10,
  allowed: 20,
  discouraged: 40,
  forbidden: 60,
};

/** Elements of the policy or the statement that are not there yet; a `Not` twin hides with its element. */
export function proposeElements(request: CompletionRequest, level: 'policy' | 'statement'): Proposal[] {
  const { cursor, kind } = request;
  const siblings = new Set(cursor.siblings);
  return listElements(kind === 'unknown' ? 'key-policy' : kind, level)
    .filter(({ name, twin, presence }) => {
      const isTaken = siblings.has(name) || (twin !== undefined && siblings.has(twin));
      return !isTaken && (presence !== 'forbidden' || kind === 'unknown');
    })
    .map(({ name, presence }, index) => {
      const detail = presenceDetail(presence);
      return text(name, RANKS[presence] + index, {
        kind: CompletionItemKind.Property,
        value: skeletonOf(name, kind),
        ...(detail !== undefined && { detail }),
        documentation: { about: 'element', name },
        continues: ['Principal', 'Action', 'NotAction', 'Condition', 'Effect'].includes(name),
      });
    });
}

function presenceDetail(presence: ElementRule['presence']): string | undefined {
  switch (presence) {
    case 'required':
      return l10n.t('Required');
    case 'recommended':
      return l10n.t('Recommended');
    case 'discouraged':
      return l10n.t('Better avoided');
    case 'allowed':
    case 'forbidden':
      return undefined;
  }
}

export function proposeEffects({ kind, isKindCertain }: CompletionRequest): Proposal[] {
  return effects(kind === 'unknown' || !isKindCertain ? 'key-policy' : kind).map((effect, index) =>
    text(effect, index, { kind: CompletionItemKind.EnumMember }),
  );
}

/** Values of elements beside `Statement`: the versions of the policy language. */
export function proposePolicyValues(element: string): Proposal[] {
  if (element !== 'Version') {
    return [];
  }
  return [
    text('2012-10-17', 0, { kind: CompletionItemKind.EnumMember }),
    text('2008-10-17', 1, {
      kind: CompletionItemKind.EnumMember,
      deprecated: true,
      detail: l10n.t('Without policy variables'),
    }),
  ];
}

/** A name made of what the statement does: `AllowLogsEncrypt`. */
export function proposeSids({ statement, policy }: CompletionRequest): Proposal[] {
  const principal = statement?.principal?.principals[0]?.value.known ?? '';
  const action = statement?.action?.values[0]?.known ?? '';
  const who =
    /[/]([\w.-]+)$/.exec(principal)?.[1] ?? (principal.endsWith(':root') ? 'Account' : principal.split('.')[0]);
  const what = action.slice(action.indexOf(':') + 1);
  const base = [statement?.effect ?? 'Allow', who ?? '', what].map(capitalise).join('');
  const taken = new Set(policy.statements.filter((other) => other !== statement).map(({ sid }) => sid?.known));
  let name = base;
  for (let number = 2; taken.has(name); number++) {
    name = `${base}${number}`;
  }
  return [text(name, 0, { detail: l10n.t('From what the statement does') })];
}

function capitalise(word: string): string {
  const letters = word.replace(/[^A-Za-z0-9]/g, '');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}
