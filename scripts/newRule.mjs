/**
 * Scaffolds a rule, its page and its test: `npm run new:rule -- thing-what-is-wrong`. The three are a working start, and
 * the test fails until it shows what the rule finds.
 */
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { camelCase, PAGES_DIRECTORY, RULES_DIRECTORY } from './generate/support/rulePages.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const rule = (id) => `import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';

/** Say here why the finding matters, with the AWS page that decides it. */
export const ${camelCase(id)} = defineRule({
  id: '${id}',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['${id}'],
  fixable: 'never',

  *check({ policy }) {
    for (const statement of policy.statements) {
      if (statement.effect === undefined) {
        yield { span: statement.span, message: l10n.t('Say what is wrong, with "{0}", and what to do next.', '') };
      }
    }
  },
});
`;

const page = (id) => `# ${id}

One sentence that says what the rule reports; it is also the text of the setting.

**Default**: warning · **Fix**: never · **Since**: 0.1

## Avoid

\`\`\`json
{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }
\`\`\`

## Prefer

\`\`\`json
{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }
\`\`\`

## Why

What an attacker or a mistake can do with it; link to the AWS page.

## When not to use it

Honest cases.

## Known limits

Says nothing about a value that is put together at deployment.
`;

const test = (id) => `import { ${camelCase(id)} } from '../../server/src/rules/${id}.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (statement: string) => \`{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*"\${statement} }] }\`;

ruleTest(${camelCase(id)}, {
  valid: {
    'the account statement': policy(''),
  },
  invalid: {
    'mark the expected span': policy(', «"Sid"»: "show what is wrong"'),
  },
});
`;

const { positionals } = parseArgs({ allowPositionals: true });
const [id, ...rest] = positionals;
if (id === undefined || rest.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
  fail('Give one rule id in kebab-case, thing first, then what is wrong: npm run new:rule -- logs-principal-unscoped');
}

const files = [
  [`${RULES_DIRECTORY}/${id}.ts`, rule(id)],
  [`${PAGES_DIRECTORY}/${id}.md`, page(id)],
  [`test/rules/${id}.test.ts`, test(id)],
];
for (const [file] of files) {
  if (await exists(file)) {
    fail(`"${file}" exists already: choose another id, or edit that rule.`);
  }
}
for (const [file, text] of files) {
  await writeFile(path.join(root, file), text);
  console.log(`Wrote ${file}`);
}
console.log(
  'Next: write the rule, its page and its cases, add the Korean of its texts and of the first sentence of its page to l10n/src/ko, then "npm run generate".',
);

async function exists(file) {
  return access(path.join(root, file)).then(
    () => true,
    () => false,
  );
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
