import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { codeActions } from '../../server/src/features/codeActions.js';
import { complete } from '../../server/src/features/completion/complete.js';
import { toDiagnostics } from '../../server/src/features/diagnostics.js';
import { describeDocument } from '../../server/src/features/documentKind.js';
import { format } from '../../server/src/features/format.js';
import { hover } from '../../server/src/features/hover.js';
import { documentSymbols } from '../../server/src/features/symbols.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import type { Finding } from '../../server/src/rules/rule.js';
import { applyEdits } from '../../server/src/source/applyEdits.js';
import type { Span } from '../../server/src/source/span.js';
import type { OddDocument } from './oddDocuments.js';
import { levelsToTest } from './optIn.js';
import { serviceReference } from './serviceReference.js';

const options = { reference: serviceReference, locale: 'en', snippets: true };

/** Rules that are off by default run too. */
const levels = Object.fromEntries(ALL_RULES.flatMap((rule) => Object.entries(levelsToTest(rule))));

/** What settings could say: nothing, what most samples agree with, and what they contradict. */
const FACTS: readonly PolicyFacts[] = [
  {},
  {
    account: '111122223333',
    region: 'us-east-1',
    caller: 'arn:aws:iam::111122223333:role/Deploy',
    breakGlass: ['arn:aws:iam::111122223333:role/BreakGlass'],
    trustedAccounts: ['444455556666'],
    organization: 'o-a1b2c3d4e5',
    keySpec: 'SYMMETRIC_DEFAULT',
    keyUsage: 'ENCRYPT_DECRYPT',
    keyOrigin: 'AWS_KMS',
    multiRegion: false,
    trustedMeasurements: { PCR0: ['0'.repeat(96)] },
  },
  {
    account: '444455556666',
    region: 'eu-west-1',
    caller: 'arn:aws:iam::444455556666:role/Deploy',
    breakGlass: ['arn:aws:iam::444455556666:user/Eve'],
    trustedAccounts: ['777788889999'],
    forbiddenActions: ['kms:ScheduleKeyDeletion', 's3:*', 'kms:PutKeyPolicy'],
    organization: 'o-0000000000',
    keySpec: 'RSA_2048',
    keyUsage: 'SIGN_VERIFY',
    keyOrigin: 'EXTERNAL',
    multiRegion: true,
    trustedMeasurements: { PCR8: ['a'.repeat(96)] },
  },
];

/**
 * Does with a document all that the product does: every rule, every fix, every editor feature at the given places.
 *
 * @param places fractions of the text at which a cursor stands
 * @returns what is wrong with the answers; throws when something of the product throws
 */
export function useEverything({ text, languageId, kind }: OddDocument, places: readonly number[]): string[] {
  const document = TextDocument.create('file:///odd.json', languageId, 1, text);
  const settings = {
    levels,
    kind: kind === undefined ? undefined : { choice: kind, glob: 'odd' },
    facts: FACTS[text.length % FACTS.length] ?? {},
  };
  const analysis = createAnalyzer({ reference: serviceReference, settingsFor: () => settings }).analyze({
    uri: document.uri,
    languageId,
    text,
  });
  toDiagnostics(analysis, document);
  describeDocument(analysis);
  documentSymbols(analysis, document);
  format(analysis, document, { tabSize: 2, insertSpaces: true });
  for (const place of places) {
    const offset = Math.floor(place * text.length);
    const position = document.positionAt(offset);
    hover(analysis, document, offset, options);
    complete(analysis, document, offset, options);
    codeActions(analysis, document, { start: position, end: position }, { diagnostics: [] }, options);
  }
  return analysis
    .findings()
    .flatMap((finding) => faultsOf(finding, text).map((fault) => `${finding.rule.id}: ${fault}`));
}

function faultsOf({ span, message, related = [], fixes = [] }: Finding, text: string): string[] {
  const faults = [span, ...related.map((other) => other.span)].filter((each) => !isWithin(each, text)).map(say);
  if (message === '' || /\{\d\}|\bundefined\b/.test(message.replaceAll(text.slice(span.start, span.end), ''))) {
    faults.push(`unfinished message "${message}"`);
  }
  for (const { title, edits } of fixes) {
    const changes = edits();
    faults.push(...changes.filter((edit) => !isWithin(edit.span, text)).map((edit) => `${title}: ${say(edit.span)}`));
    applyEdits(text, changes);
  }
  return faults;
}

const isWithin = ({ start, end }: Span, text: string) => 0 <= start && start <= end && end <= text.length;
const say = ({ start, end }: Span) => `[${start}, ${end}] is outside of the text`;
