import { variableSyntax } from '../../server/src/rules/variable-syntax.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const get = (resource: string) => identityPolicy('"s3:GetObject"', `"arn:aws:s3:::app/${resource}"`);
const marked = (resource: string) => identityPolicy('"s3:GetObject"', `«"arn:aws:s3:::app/${resource}"»`);

ruleTest(variableSyntax, {
  valid: {
    'a variable': get('${aws:username}/*'),
    'a default': get("${aws:PrincipalTag/team, 'company-wide'}/*"),
    'a default of nothing, and no blank before it': get("${aws:PrincipalTag/team,''}/*"),
    escapes: get('${*}${?}${$}'),
    'blanks in the key of a tag': get('${aws:PrincipalTag/Cost Center}'),
    'variables of tools': get('${AWS::AccountId}${var.name}${bucket, x}{{ name }}'),
    'a dollar and a brace that are apart': get('$ {aws:username'),
    'the grammar of 2008, where it is plain text': get('${aws:username').replace('2012', '2008'),
    'an action, of which variable-wrong-element speaks': identityPolicy('"s3:${"', '"*"'),
    'a half-typed document':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws:u',
  },
  invalid: {
    'no brace': { text: marked('${aws:username'), fixed: get('${aws:username}'), message: 'Unclosed variable' },
    'no brace before more text': { text: marked('${aws:username/*'), fixed: get('${aws:username}/*') },
    'no brace behind a tag': { text: marked('${aws:PrincipalTag/team/*'), fixed: get('${aws:PrincipalTag/team}/*') },
    'no brace behind a default': { text: marked("${aws:username, 'x'"), fixed: null },
    'no brace behind what is no key': { text: marked('${name'), fixed: null },
    'nothing in the braces': { text: marked('${}'), fixed: null, message: 'Empty variable' },
    'blanks in the braces': { text: marked('${ }'), fixed: null },
    'a blank in the name': {
      text: marked('${aws: username}/*'),
      fixed: get('${aws:username}/*'),
      message: 'no blanks',
    },
    'blanks around the name, before a default': {
      text: marked("${ aws:username , 'x'}"),
      fixed: get("${aws:username, 'x'}"),
    },
    'a default without quotes': {
      text: marked('${aws:PrincipalTag/team, none}'),
      fixed: get("${aws:PrincipalTag/team, 'none'}"),
      message: 'single quotes',
    },
    'a default in double quotes': {
      text: marked('${aws:PrincipalTag/team, \\"none\\"}'),
      fixed: get("${aws:PrincipalTag/team, 'none'}"),
    },
    'a default of nothing at all': { text: marked('${aws:PrincipalTag/team,}'), fixed: null },
    'a condition, in two of its values': {
      text: withCondition('{ "StringEquals": { "aws:PrincipalTag/a": [«"${aws:username"», "b", «"${}"»] } }'),
    },
    'a Korean default': { text: marked('${aws:PrincipalTag/team, 팀}'), fixed: get("${aws:PrincipalTag/team, '팀'}") },
  },
});
