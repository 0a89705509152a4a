import { principalSlrNotGuaranteed } from '../../server/src/rules/principal-slr-not-guaranteed.js';
import { allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const SLR = '"arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"';

ruleTest(principalSlrNotGuaranteed, {
  valid: {
    'a role of ours': keyPolicy([allow(role('App'))]),
    'a bucket policy, which is no key': { kind: 'bucket-policy', text: keyPolicy([allow(`{ "AWS": ${SLR} }`)]) },
    'the wrong path, of which principal-slr-path speaks': keyPolicy([allow(role('AWSServiceRoleForAutoScaling'))]),
  },
  invalid: {
    'a service-linked role': { text: keyPolicy([allow(`{ "AWS": «${SLR}» }`)]), message: 'in a new account' },
    'in a list': keyPolicy([allow(`{ "AWS": ["111122223333", «${SLR}»] }`)]),
  },
});
