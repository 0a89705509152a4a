import { statementEmpty } from '../../server/src/rules/statement-empty.js';
import { ruleTest } from '../support/ruleTest.js';

const WHOLE = '{ "Effect": "Allow", "Action": "kms:*" }';

ruleTest(statementEmpty, {
  valid: {
    'a statement': `{ "Version": "2012-10-17", "Statement": [${WHOLE}] }`,
    'a statement that lacks something': '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }',
    'a list that is still being typed': '{ "Version": "2012-10-17", "Statement": [',
    'a statement that is still being typed': '{ "Version": "2012-10-17", "Statement": [{',
    'no statements, which statement-missing reports': '{ "Version": "2012-10-17" }',
  },
  invalid: {
    'an empty list': {
      text: '{ "Version": "2012-10-17", "Statement": «[]» }',
      fixed: null,
      message: 'Empty "Statement"',
    },
    'an empty object': { text: '{ "Version": "2012-10-17", "Statement": «{}» }', fixed: null },
    'a list of one empty object': { text: '{ "Version": "2012-10-17", "Statement": [«{}»] }', fixed: null },
    'empty objects among others': {
      text: `{ "Version": "2012-10-17", "Statement": [\n  «{}»,\n  ${WHOLE},\n  «{ }»\n] }`,
      fixed: `{ "Version": "2012-10-17", "Statement": [\n  ${WHOLE}\n] }`,
      message: 'Empty statement',
    },
  },
});
