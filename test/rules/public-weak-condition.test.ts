import { publicWeakCondition } from '../../server/src/rules/public-weak-condition.js';
import { ruleTest } from '../support/ruleTest.js';

const ACCOUNT =
  '{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}';
const policy = (condition: string, principal = '«{"AWS":"*"}»') =>
  `{"Version":"2012-10-17","Statement":[${ACCOUNT},{"Effect":"Allow","Principal":${principal.replace(/«{"AWS":"\*"}»/, '{"AWS":«"*"»}')},"Action":"kms:Decrypt","Resource":"*","Condition":${condition}}]}`;
const bound = (condition: string) => policy(condition, '{"AWS":"*"}');

ruleTest(publicWeakCondition, {
  valid: {
    'the shape of the policies of AWS managed keys': bound(
      '{"StringEquals":{"kms:CallerAccount":"111122223333","kms:ViaService":"s3.us-east-1.amazonaws.com"}}',
    ),
    'keys and operators in other letter case': bound('{"stringequals":{"KMS:calleraccount":"111122223333"}}'),
    'an organization': bound('{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}'),
    'a path of an organization': bound('{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}'),
    'roles of one account by pattern': bound('{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}}'),
    'roles of an account in China': bound('{"StringLike":{"aws:PrincipalArn":"arn:aws-cn:iam::111122223333:*"}}'),
    'an endpoint and a VPC': bound('{"StringEquals":{"aws:SourceVpce":["vpce-1a2b3c4d"],"aws:SourceVpc":"vpc-1"}}'),
    'an address range': bound('{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}'),
    'the bucket of a service that acts for it': bound('{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::my-bucket"}}'),
    'a key that every request has, with IfExists': bound(
      '{"StringEqualsIfExists":{"kms:CallerAccount":"111122223333"}}',
    ),
    'a key that nobody has judged': bound('{"StringEquals":{"kms:RecipientAttestation:ImageSha384":"ab"}}'),
    'a star that StringEquals reads literally, which matches nobody': bound(
      '{"StringEquals":{"kms:CallerAccount":"*"}}',
    ),
    'a value that is filled in later': bound('{"StringLike":{"kms:CallerAccount":"${AWS::AccountId}"}}'),
    'no condition, which public-principal reports': bound('{}'),
    'an unknown operator': bound('{"StringEqual":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}}').replace(
      'ViaService',
      'CallerAccount',
    ),
    'a Deny': bound('{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}}').replace(
      '"Effect":"Allow","Principal":{"AWS":"*"}',
      '"Effect":"Deny","Principal":{"AWS":"*"}',
    ),
    'a service': policy('{"Bool":{"aws:SecureTransport":"true"}}', '{"Service":"s3.amazonaws.com"}'),
    'a condition that is still being typed':
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"},',
    'everyone whom a Deny limits to one account': `{"Statement":[
      {"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}},
      {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"kms:*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}}]}`,
  },
  invalid: {
    'only the service that the call goes through': {
      text: policy('{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}}'),
      fixed: bound(
        '{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com","kms:CallerAccount":"111122223333"}}',
      ),
      message: 'kms:ViaService',
    },
    'only an encryption context and a secure connection': policy(
      '{"StringEquals":{"kms:EncryptionContext:app":"x"},"Bool":{"aws:SecureTransport":"true"}}',
    ),
    'an account by wildcard': policy('{"StringLike":{"kms:CallerAccount":"*"}}'),
    'one value of several by wildcard': policy('{"StringLike":{"aws:PrincipalOrgID":["o-a1b2c3d4e5","o-*"]}}'),
    'roles of every account': policy('{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/Admin"}}'),
    'resources of every account': policy(
      '{"ArnEquals":{"aws:SourceArn":["arn:aws:cloudtrail:*:*:trail/main","arn:aws:s3:::*"]}}',
    ),
    'every address': policy('{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}'),
    'every account but one': policy('{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}'),
    'a key that may be absent, with IfExists': policy('{"StringEqualsIfExists":{"aws:SourceVpce":"vpce-1a2b3c4d"}}'),
    'a key that may be absent, with ForAllValues': policy(
      '{"ForAllValues:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}',
    ),
    'a key that must be present, whatever it says': policy('{"Null":{"aws:PrincipalOrgID":"false"}}'),
    'two statements': `{"Statement":[
      {"Effect":"Allow","Principal":«"*"»,"Action":"kms:Encrypt","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}},
      {"Effect":"Allow","Principal":«"*"»,"Action":"kms:Decrypt","Resource":"*","Condition":{"StringLike":{"aws:UserAgent":"*"}}}]}`,
    'a bucket that looks at the referring page, more quietly': {
      text: '{"Statement":{"Effect":"Allow","Principal":«"*"»,"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Condition":{"StringLike":{"aws:Referer":"https://www.example.com/*"}}}}',
      level: 'warning',
      fixed: null,
    },
  },
});
