import { variableUnknownKey } from '../../server/src/rules/variable-unknown-key.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const get = (variable: string) => identityPolicy('"s3:GetObject"', `"arn:aws:s3:::app/${variable}/*"`);
const marked = (variable: string) => identityPolicy('"s3:GetObject"', `«"arn:aws:s3:::app/${variable}/*"»`);

ruleTest(variableUnknownKey, {
  valid: {
    'global keys, in any case': get('${aws:username}${AWS:userid}'),
    'a tag': get("${aws:PrincipalTag/team, 'x'}"),
    'keys of services': get('${s3:prefix}${saml:sub}'),
    'keys of identity providers': get('${cognito-identity.amazonaws.com:sub}'),
    'a service that nobody knows': get('${nothing:key}'),
    'escapes and variables of tools': get('${*}${AWS::AccountId}${var.name}'),
    'a blank, of which variable-syntax speaks': get('${aws: usrname}'),
    'the grammar of 2008': get('${aws:accountid}').replace('2012', '2008'),
  },
  invalid: {
    'a name that people use': {
      text: marked('${aws:accountid}'),
      fixed: get('${aws:PrincipalAccount}'),
      message: 'Perhaps "aws:PrincipalAccount"',
    },
    'a misspelt name before a default': { text: marked("${aws:usernme, 'x'}"), fixed: get("${aws:username, 'x'}") },
    'a tag without its key': { text: marked('${aws:PrincipalTag}'), fixed: null, message: 'the key of the tag' },
    'a name like none': { text: marked('${aws:somethingElseAltogether}'), fixed: null },
    'a misspelt tag': { text: marked('${aws:PrincipleTag/team}'), fixed: get('${aws:PrincipalTag/team}') },
    'a condition': {
      text: withCondition('{ "StringEquals": { "aws:PrincipalTag/a": «"${aws:region}"» } }'),
      fixed: withCondition('{ "StringEquals": { "aws:PrincipalTag/a": "${aws:RequestedRegion}" } }'),
    },
  },
});
