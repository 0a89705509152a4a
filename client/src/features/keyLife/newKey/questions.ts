import * as vscode from 'vscode';
import type { KeyPurposeInfo, NewKeyChoices } from '../../../../../protocol/src/newKey.js';
import type { Answer, Choice, Prompts } from '../../../platform/prompts.js';
import {
  aliasComplaint,
  MAX_ROTATION_DAYS,
  MIN_ROTATION_DAYS,
  parseTags,
  rotationDaysComplaint,
  splitLine,
  tagsComplaint,
} from '../lines.js';
import { customStoreGuide } from '../materialGuides.js';
import { accountsComplaint, principalsComplaint } from './principals.js';
import { canRotate, type NewKeyWish } from './wish.js';
import type { WizardStep } from './wizard.js';

/** The answers so far. */
export interface Draft extends NewKeyWish {
  readonly purpose?: KeyPurposeInfo;
}

export interface QuestionContext {
  readonly prompts: Prompts;
  readonly choices: NewKeyChoices;
  readonly title: string;
  /** Aliases that are taken. */
  readonly takenAliases: ReadonlySet<string>;
}

/** The questions of the wizard, in the order in which they are asked. */
export function newKeyQuestions(context: QuestionContext): readonly WizardStep<Draft>[] {
  return [
    purposeQuestion(context),
    specQuestion(context),
    originQuestion(context),
    regionsQuestion(context),
    rotationQuestion(context),
    periodQuestion(context),
    aliasQuestion(context),
    tagsQuestion(context),
    servicesQuestion(context),
    administratorsQuestion(context),
    usersQuestion(context),
    grantsQuestion(context),
    accountsQuestion(context),
  ];
}

/** A question with a list: picks a change of the draft. */
function listQuestion(
  { prompts, title }: QuestionContext,
  placeholder: () => string,
  choices: (draft: Draft) => readonly Choice<Partial<Draft>>[],
  applies?: (draft: Draft) => boolean,
): WizardStep<Draft> {
  return {
    ...(applies !== undefined && { applies }),
    ask: async (draft, place) =>
      withChange(
        draft,
        await prompts.pickOne({ title, placeholder: placeholder(), ...place }, Promise.resolve(choices(draft))),
      ),
  };
}

/** A question with a line of text. */
function lineQuestion(
  { prompts, title }: QuestionContext,
  question: {
    readonly prompt: () => string;
    readonly placeholder?: string;
    readonly value: (draft: Draft) => string;
    readonly validate: (line: string) => string | undefined;
    readonly read: (line: string) => Partial<Draft>;
    readonly applies?: (draft: Draft) => boolean;
  },
): WizardStep<Draft> {
  const { prompt, placeholder, value, validate, read, applies } = question;
  return {
    ...(applies !== undefined && { applies }),
    async ask(draft, place) {
      const answer = await prompts.enter({
        title,
        prompt: prompt(),
        value: value(draft),
        validate,
        ...(placeholder !== undefined && { placeholder }),
        ...place,
      });
      return withChange(draft, answer.kind === 'picked' ? { kind: 'picked', value: read(answer.value) } : answer);
    },
  };
}

function withChange(draft: Draft, answer: Answer<Partial<Draft>>): Answer<Draft> {
  return answer.kind === 'picked' ? { kind: 'picked', value: { ...draft, ...answer.value } } : answer;
}

const purposeQuestion = (context: QuestionContext) =>
  listQuestion(
    context,
    () => vscode.l10n.t('What is the key for?'),
    () =>
      context.choices.purposes.map((purpose) => ({
        label: purpose.name,
        detail: purpose.description,
        value: { purpose, ...purpose.specs[0], services: [], serviceNames: [] },
      })),
  );

const specQuestion = (context: QuestionContext) =>
  listQuestion(
    context,
    () => vscode.l10n.t('Spec and usage of the key. They cannot be changed later.'),
    ({ purpose }) =>
      (purpose?.specs ?? []).map(({ spec, usage }, index) => ({
        label: spec,
        description: index === 0 ? vscode.l10n.t('{0} (usual)', usage) : usage,
        value: { spec, usage },
      })),
    ({ purpose }) => (purpose?.specs.length ?? 0) > 1,
  );

/** Keys of custom key stores are made where the store is; the row says so and leads back. */
function originQuestion({ prompts, title }: QuestionContext): WizardStep<Draft> {
  return {
    async ask(draft, place) {
      for (;;) {
        const answer = await prompts.pickOne(
          { title, placeholder: vscode.l10n.t('Where does the key material come from?'), ...place },
          Promise.resolve(originChoices(draft)),
        );
        if (answer.kind !== 'picked' || answer.value !== 'store') {
          return answer.kind === 'picked'
            ? { kind: 'picked', value: { ...draft, origin: answer.value === 'import' ? 'EXTERNAL' : 'AWS_KMS' } }
            : answer;
        }
        await prompts.tell(vscode.l10n.t('Keys of custom key stores'), customStoreGuide());
      }
    },
  };
}

function originChoices({ spec }: Draft): readonly Choice<'kms' | 'import' | 'store'>[] {
  return [
    { label: vscode.l10n.t('AWS KMS makes it'), description: vscode.l10n.t('recommended'), value: 'kms' },
    {
      label: vscode.l10n.t('You import it'),
      detail: vscode.l10n.t('The key waits until its material is imported; you keep the copy that is durable'),
      value: 'import',
    },
    ...(spec === 'SYMMETRIC_DEFAULT'
      ? [
          {
            label: vscode.l10n.t('It lives in a custom key store'),
            detail: vscode.l10n.t('AWS CloudHSM or an external key manager; made elsewhere'),
            value: 'store' as const,
          },
        ]
      : []),
  ];
}

const regionsQuestion = (context: QuestionContext) =>
  listQuestion(
    context,
    () => vscode.l10n.t('In one Region, or in several? This cannot be changed later.'),
    () => [
      {
        label: vscode.l10n.t('One Region'),
        description: vscode.l10n.t('recommended'),
        value: { isMultiRegion: false },
      },
      {
        label: vscode.l10n.t('Multi-Region'),
        detail: vscode.l10n.t(
          'Can be replicated: the same key material in other Regions, each with a policy of its own',
        ),
        value: { isMultiRegion: true },
      },
    ],
  );

const rotationQuestion = (context: QuestionContext): WizardStep<Draft> => {
  const { prompts, title } = context;
  return {
    applies: canRotate,
    async ask(draft, place) {
      const choices: readonly Choice<number | undefined>[] = [
        { label: vscode.l10n.t('Every year'), description: vscode.l10n.t('365 days'), value: 365 },
        { label: vscode.l10n.t('Every 180 days'), value: 180 },
        { label: vscode.l10n.t('Another period...'), value: 0 },
        { label: vscode.l10n.t('No rotation'), value: undefined },
      ];
      const answer = await prompts.pickOne(
        { title, placeholder: vscode.l10n.t('How often shall KMS rotate the key material?'), ...place },
        Promise.resolve(choices),
      );
      if (answer.kind !== 'picked') {
        return answer;
      }
      const { rotationDays: _old, ...rest } = draft;
      return {
        kind: 'picked',
        value: answer.value === undefined ? rest : { ...rest, rotationDays: answer.value },
      };
    },
  };
};

/** Asked when the list of periods had none that was right. */
const periodQuestion = (context: QuestionContext) =>
  lineQuestion(context, {
    prompt: () => vscode.l10n.t('Days between two rotations ({0} to {1})', MIN_ROTATION_DAYS, MAX_ROTATION_DAYS),
    value: () => '',
    validate: rotationDaysComplaint,
    read: (line) => ({ rotationDays: Number(line) }),
    applies: (draft) => canRotate(draft) && draft.rotationDays === 0,
  });

const aliasQuestion = (context: QuestionContext) =>
  lineQuestion(context, {
    prompt: () => vscode.l10n.t('Alias of the key, by which people and programs name it'),
    placeholder: 'app/logs',
    value: ({ alias }) => alias,
    validate: (line) =>
      aliasComplaint(line) ??
      (context.takenAliases.has(line) ? vscode.l10n.t('Another key has the alias "{0}".', line) : undefined),
    read: (alias) => ({ alias }),
  });

const tagsQuestion = (context: QuestionContext) =>
  lineQuestion(context, {
    prompt: () => vscode.l10n.t('Tags as NAME=VALUE, separated by commas. Tags may decide who can use the key.'),
    placeholder: 'team=payments, stage=prod',
    value: ({ tags }) =>
      Object.entries(tags)
        .map(([name, value]) => `${name}=${value}`)
        .join(', '),
    validate: tagsComplaint,
    read: (line) => ({ tags: parseTags(line) ?? {} }),
  });

function servicesQuestion({ prompts, title, choices }: QuestionContext): WizardStep<Draft> {
  return {
    applies: ({ purpose }) => purpose?.asksServices === true,
    async ask(draft, place) {
      const items = choices.services.map(({ id, name }) => ({
        label: name,
        value: id,
        picked: draft.services.includes(id),
      }));
      const answer = await prompts.pickMany(
        {
          title,
          placeholder: vscode.l10n.t('Which services write with it? Only for this account'),
          mayBeNone: true,
          ...place,
        },
        async (text) => items.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase())),
      );
      return withChange(
        draft,
        answer.kind === 'picked'
          ? { kind: 'picked', value: { services: answer.value, serviceNames: namesOf(choices.services, answer.value) } }
          : answer,
      );
    },
  };
}

const administratorsQuestion = (context: QuestionContext) =>
  lineQuestion(context, {
    prompt: () =>
      vscode.l10n.t(
        'ARNs of users and roles that manage the key but do not use it, separated by commas. Empty: whoever IAM policies of the account allow it.',
      ),
    placeholder: 'arn:aws:iam::111122223333:role/KeyAdmin',
    value: ({ administrators }) => administrators.join(', '),
    validate: principalsComplaint,
    read: (line) => ({ administrators: splitLine(line) }),
  });

const usersQuestion = (context: QuestionContext) =>
  lineQuestion(context, {
    prompt: () =>
      vscode.l10n.t(
        'ARNs of users and roles that use the key, separated by commas. Empty: whoever IAM policies of the account allow it.',
      ),
    placeholder: 'arn:aws:iam::111122223333:role/App',
    value: ({ users }) => users.join(', '),
    validate: principalsComplaint,
    read: (line) => ({ users: splitLine(line) }),
  });

const grantsQuestion = (context: QuestionContext) =>
  listQuestion(
    context,
    () => vscode.l10n.t('May AWS services keep using the key for its users?'),
    () => [
      { label: vscode.l10n.t('No'), value: { allowsGrantsForServices: false } },
      {
        label: vscode.l10n.t('Yes, by grants'),
        detail: vscode.l10n.t('Volumes and databases need this: Amazon EBS, Amazon RDS'),
        value: { allowsGrantsForServices: true },
      },
    ],
    ({ spec, users, purpose }) => spec === 'SYMMETRIC_DEFAULT' && users.length > 0 && purpose?.asksServices === false,
  );

const accountsQuestion = (context: QuestionContext) =>
  lineQuestion(context, {
    prompt: () =>
      vscode.l10n.t(
        'Other accounts whose users and roles may use the key, 12 digits each, separated by commas. Empty: none.',
      ),
    placeholder: '444455556666',
    value: ({ accounts }) => accounts.join(', '),
    validate: accountsComplaint,
    read: (line) => ({ accounts: splitLine(line) }),
  });

function namesOf(services: NewKeyChoices['services'], ids: readonly string[]): readonly string[] {
  return services.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}
