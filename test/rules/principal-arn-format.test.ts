import { principalArnFormat } from '../../server/src/rules/principal-arn-format.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

const arn = (text: string) => policy(`{ "AWS": ${text} }`);

ruleTest(principalArnFormat, {
  valid: {
    everyone: arn('"*"'),
    'blanks at the ends, which string-stray-whitespace reports': arn('" arn:aws:iam::111122223333:root "'),
    'an account': arn('"111122223333"'),
    'an account principal': arn('"arn:aws:iam::111122223333:root"'),
    'a role with a path': arn(
      '"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_a1b2"',
    ),
    'a user whose name holds every legal character': arn('"arn:aws:iam::111122223333:user/a+b=c,d.e@f-g_h"'),
    'a role session': arn('"arn:aws:sts::111122223333:assumed-role/app/session"'),
    'a federated user': arn('"arn:aws:sts::111122223333:federated-user/Bob"'),
    'China and GovCloud': arn('["arn:aws-cn:iam::111122223333:root", "arn:aws-us-gov:iam::111122223333:role/app"]'),
    'an origin access identity of CloudFront': {
      text: arn('"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC"'),
      kind: 'bucket-policy',
    },
    'the id of a deleted role, which principal-unique-id reports': arn('"AROAEXAMPLEID1234567"'),
    'a group, which principal-group reports': arn('"arn:aws:iam::111122223333:group/Ops"'),
    'a wildcard, which principal-partial-wildcard reports': arn('"arn:aws:iam::111122223333:role/*"'),
    'a short account, which principal-account-id reports': arn('"arn:aws:iam::1111:role/app"'),
    'a service, which principal-wrong-type reports': arn('"logs.us-east-1.amazonaws.com"'),
    'a template': arn('["arn:${AWS::Partition}:iam::${AWS::AccountId}:root", "${var.role}", "{{ role }}"]'),
    'a text under another type': policy('{ "CanonicalUser": "79a5" }'),
    'a string that is still being typed': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "AWS": "arn:aws:iam`,
  },
  invalid: {
    'a missing colon': {
      text: arn('«"arn:aws:iam:111122223333:role/app"»'),
      fixed: arn('"arn:aws:iam::111122223333:role/app"'),
      message: 'to be "arn:aws:iam::111122223333:role/app"',
    },
    'a colon too many': {
      text: arn('«"arn:aws:iam:::111122223333:root"»'),
      fixed: arn('"arn:aws:iam::111122223333:root"'),
    },
    'a Region': {
      text: arn('«"arn:aws:iam:us-east-1:111122223333:root"»'),
      fixed: arn('"arn:aws:iam::111122223333:root"'),
    },
    'a colon for a slash': {
      text: arn('«"arn:aws:iam::111122223333:role:app"»'),
      fixed: arn('"arn:aws:iam::111122223333:role/app"'),
    },
    'a session of the wrong service': {
      text: arn('«"arn:aws:iam::111122223333:assumed-role/app/session"»'),
      fixed: arn('"arn:aws:sts::111122223333:assumed-role/app/session"'),
    },
    'a capital letter': {
      text: arn('«"arn:aws:iam::111122223333:Role/App"»'),
      fixed: arn('"arn:aws:iam::111122223333:role/App"'),
    },
    'a session without its name': { text: arn('«"arn:aws:sts::111122223333:assumed-role/app"»'), fixed: null },
    'a role without a name': { text: arn('«"arn:aws:iam::111122223333:role/"»'), fixed: null },
    'an unknown partition': { text: arn('«"arn:amazon:iam::111122223333:root"»'), fixed: null },
    'a bare role name': { text: arn('«"app-rôle"»'), fixed: null },
    'an empty string': { text: arn('«""»'), fixed: null },
    'resources that cannot call': {
      text: arn(
        '[«"arn:aws:iam::111122223333:instance-profile/app"», «"arn:aws:lambda:us-east-1:111122223333:function:f"», «"arn:aws:iam::aws:policy/ReadOnlyAccess"»]',
      ),
      fixed: null,
      message: 'cannot call AWS',
    },
    'a principal that is excepted': policy('{ "AWS": «"me"» }', 'NotPrincipal'),
  },
});
