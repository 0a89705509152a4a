import { keyAllowIpService } from '../../server/src/rules/key-allow-ip-service.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const VIA = '"kms:ViaService": "s3.us-east-1.amazonaws.com"';
const IP = '"IpAddress": { "aws:SourceIp": "203.0.113.0/24" }';

ruleTest(keyAllowIpService, {
  valid: {
    'a network alone': withCondition(`{ ${IP} }`),
    'a service alone': withCondition(`{ "StringEquals": { ${VIA} } }`),
    'a network where there is one': withCondition(
      `{ "StringEquals": { ${VIA} }, "StringEqualsIfExists": { "aws:SourceVpce": "vpce-0123456789abcdef0" } }`,
    ),
    'requests that do not come through a service': withCondition(`{ ${IP}, "Bool": { "aws:ViaAWSService": "false" } }`),
    'all but a service': withCondition(`{ ${IP}, "StringNotEquals": { ${VIA} } }`),
    'a Deny': withCondition(`{ "StringEquals": { ${VIA} }, ${IP} }`, { effect: 'Deny' }),
    'a service in its own name, of which another rule speaks': withCondition(`{ "StringEquals": { ${VIA} }, ${IP} }`, {
      principal: '{ "Service": "s3.amazonaws.com" }',
    }),
  },
  invalid: {
    'an endpoint and S3': {
      text: withCondition(`{ "StringEquals": { ${VIA}, «"aws:SourceVpce"»: "vpce-0123456789abcdef0" } }`),
      fixed: withCondition(`{ "StringEquals": { ${VIA} } }`),
      message: '"kms:ViaService"',
    },
    'addresses and grants for services, in other letter case': withCondition(
      '{ "bool": { "KMS:GrantIsForAWSResource": true }, "ipaddress": { «"AWS:sourceip"»: ["203.0.113.0/24", "2001:db8::/32"] } }',
      { action: '"kms:CreateGrant"' },
    ),
    'two networks, in an IAM policy': {
      text: identityWithCondition(
        `{ "StringLike": { ${VIA}, «"aws:SourceVpc"»: "vpc-0123456789abcdef0" }, "IpAddress": { «"aws:VpcSourceIp"»: "10.0.0.0/8" } }`,
      ),
      fixed: identityWithCondition(`{ "StringLike": { ${VIA} } }`),
    },
  },
});
