import type { Dice } from '../dice.js';

const ODD_CHARACTERS = [
  '\u0000',
  '\u0007',
  '\ud800',
  '\udfff',
  '\ufeff',
  '\u2028',
  '\u200b',
  '\u00a0',
  '\u201c',
  '키',
  '🔑',
  '"',
  "'",
  '\\',
  '/',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '*',
  '?',
  '$',
  '#',
  ' ',
  '\t',
  '\n',
  '\r',
  '0',
  'A',
];

const WORDS = [
  'Allow',
  'Deny',
  'allow',
  '*',
  '?',
  '',
  ' ',
  'kms:*',
  'kms:Decrypt',
  'kms:decrypt',
  'KMS:',
  ':',
  '::',
  's3:PutObject',
  'logs:PutLogEvents',
  'sts:AssumeRole',
  'arn:',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::1111:role/',
  'arn:aws:kms:*:*:key/*',
  'arn:::::::',
  'arn:aws:logs:us-east-1:111122223333:log-group:x:*',
  '111122223333',
  'logs.us-east-1.amazonaws.com',
  'cloudtrail.amazonaws.com',
  '*.amazonaws.com',
  '.amazonaws.com',
  '${aws:username}',
  '${',
  '${}',
  "${aws:PrincipalTag/x, 'y'}",
  '10.0.0.0/33',
  '::/0',
  '2030-01-01T00:00:00Z',
  '9e999',
  'true',
  'o-',
  'alias/',
  '2012-10-17',
  '2008-10-17',
  'StringEquals',
  'ForAllValues:',
  'ForAnyValue:StringLikeIfExists',
  'NullIfExists',
  'kms:EncryptionContext:',
  'kms:EncryptionContext:aws:logs:arn',
  'aws:SourceArn',
  'kms:ViaService',
  '__proto__',
  'constructor:x',
  'toString.us-east-1.amazonaws.com',
  'constructor',
  'toString',
];

const KEYS = [
  'Version',
  'Id',
  'Statement',
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
  'AWS',
  'Service',
  'Federated',
  'CanonicalUser',
  'StringEquals',
  'StringLike',
  'ArnLike',
  'Bool',
  'Null',
  'NumericLessThan',
  'DateLessThan',
  'IpAddress',
  'BinaryEquals',
  'ForAllValues:StringEquals',
];

export const oddCharacter = (dice: Dice): string => dice.pick(ODD_CHARACTERS);

/** A text of policies, a text close to one, or any characters. */
export function oddString(dice: Dice): string {
  return dice.pick([
    () => dice.pick(WORDS),
    () => dice.pick(WORDS) + dice.pick(WORDS),
    () => dice.pick(WORDS) + oddCharacter(dice),
    () => Array.from({ length: dice.below(8) }, () => oddCharacter(dice)).join(''),
  ])();
}

/** Any JSON value, more often than not with the words of policies in it. */
export function anyValue(dice: Dice, depth: number): unknown {
  const kind = dice.below(depth > 0 ? 10 : 6);
  switch (kind) {
    case 0:
      return null;
    case 1:
      return dice.chance(50);
    case 2:
      return dice.pick([0, -0, 1, -1, 1.5, 1e21, 5e-324, 111122223333, Number.MAX_SAFE_INTEGER, 2_012]);
    case 3:
    case 4:
    case 5:
      return oddString(dice);
    case 6:
    case 7:
      return Array.from({ length: dice.below(4) }, () => anyValue(dice, depth - 1));
    default:
      // A key such as `__proto__` must become a member, so no assignment.
      return Object.fromEntries(
        Array.from({ length: dice.below(6) }, () => [
          dice.chance(75) ? dice.pick(KEYS) : oddString(dice),
          anyValue(dice, depth - 1),
        ]),
      );
  }
}

const TOKENS = [
  '"Statement"',
  '"Effect"',
  '"Action"',
  '"Principal"',
  ': ',
  ', ',
  '{',
  '}',
  '[',
  ']',
  '1e999',
  'tru',
  '//',
  '/*',
  '*/',
];

/** Tokens, strings and characters in a row, as no grammar has them. */
export function anyText(dice: Dice): string {
  return Array.from({ length: dice.below(60) }, () =>
    dice.pick([
      () => dice.pick(TOKENS),
      () => dice.pick(TOKENS),
      () => JSON.stringify(oddString(dice)),
      () => oddCharacter(dice),
    ])(),
  ).join('');
}
