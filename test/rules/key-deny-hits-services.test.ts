import { keyDenyHitsServices } from '../../server/src/rules/key-deny-hits-services.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, serviceStatement } from '../support/serviceStatement.js';

const deny = (condition: string, action = '"kms:*"', principal = '"*"') =>
  `{ "Effect": "Deny", "Principal": ${principal}, "Action": ${action}, "Resource": "*", "Condition": ${condition} }`;
const IP = (key = '"aws:SourceIp"') => `"NotIpAddress": { ${key}: "203.0.113.0/24" }`;
const ORG = (key = '"aws:PrincipalOrgID"') => `"StringNotEquals": { ${key}: "o-a1b2c3d4e5" }`;
const LOGS = serviceStatement('"logs.us-east-1.amazonaws.com"');
const FLAGS = '"BoolIfExists": { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" }';

ruleTest(keyDenyHitsServices, {
  valid: {
    'services left out': keyPolicyOf(deny(`{ ${IP()}, ${FLAGS} }`)),
    'services left out in another way': keyPolicyOf(
      deny(`{ ${IP()}, "Null": { "kms:ViaService": "true" } }`),
      deny(`{ ${IP()}, "StringNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/aws-service-role/*" } }`),
    ),
    'administration only': keyPolicyOf(deny(`{ ${IP()} }`, '["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"]')),
    'one role': keyPolicyOf(deny(`{ ${IP()} }`, '"kms:*"', '{ "AWS": "arn:aws:iam::111122223333:role/App" }')),
    'an organization, where no service is allowed': keyPolicyOf(deny(`{ ${ORG()} }`)),
    'a network and an organization, of which your principals meet one': keyPolicyOf(deny(`{ ${IP()}, ${ORG()} }`)),
    'certain addresses': keyPolicyOf(deny('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }')),
    'MFA where it can be': keyPolicyOf(deny('{ "Bool": { "aws:MultiFactorAuthPresent": "false" } }')),
    'an Allow': keyPolicyOf(deny(`{ ${IP()} }`).replace('Deny', 'Allow')),
    'a half-typed statement': keyPolicyOf(deny(`{ ${IP()} }`)).slice(0, -6),
  },
  invalid: {
    addresses: {
      text: keyPolicyOf(deny(`{ ${IP('«"aws:SourceIp"»')} }`)),
      fixed: keyPolicyOf(deny(`{ ${IP()}, ${FLAGS} }`)),
      message: '"aws:SourceIp"',
    },
    'an endpoint, for use alone, {"AWS":"*"}, in other letter case': keyPolicyOf(
      deny(
        '{ "stringnotequals": { «"AWS:sourcevpce"»: ["vpce-0123456789abcdef0"] } }',
        '["kms:Decrypt", "kms:PutKeyPolicy"]',
        '{ "AWS": "*" }',
      ),
    ),
    'an organization, and CloudWatch Logs': {
      text: keyPolicyOf(LOGS, deny(`{ ${ORG('«"aws:PrincipalOrgID"»')} }`)),
      fixed: keyPolicyOf(LOGS, deny(`{ ${ORG()}, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } }`)),
    },
    'MFA, which the fix joins': {
      text: keyPolicyOf(deny('{ "BoolIfExists": { «"aws:MultiFactorAuthPresent"»: "false" } }')),
      fixed: keyPolicyOf(
        deny(
          '{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false", "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" } }',
        ),
      ),
    },
    'two statements': keyPolicyOf(
      deny('{ "StringNotLikeIfExists": { «"aws:SourceVpc"»: "vpc-*" } }', '"kms:Decrypt"'),
      deny('{ "Null": { «"aws:SourceVpc"»: "true" } }', '"kms:Encrypt"'),
    ),
  },
});
