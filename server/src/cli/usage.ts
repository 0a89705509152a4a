import * as l10n from '@vscode/l10n';

/** What `--help` prints. */
export function usage(): string {
  return l10n.t(`Usage: sealwright COMMAND [OPTIONS]

Checks AWS KMS key policies and the policies around encrypted logs, without credentials and without a network.

Commands
  check [PATH|GLOB|-]...   checks files, directories (recursively, without what git ignores), globs, standard input
  rules                    lists the rules
  explain RULE             prints the page of a rule

Options of "check"
  --format FORMAT          text (default), json, sarif, github or junit
  --max-warnings N         fails when there are more than N warnings
  --config FILE            configuration file; by default the nearest sealwright.config.json above each document
  --rule ID=LEVEL          off, hint, info, warning or error; may be repeated
  --account ID             the account that owns the keys, log groups or buckets
  --region REGION          the Region that they are in
  --fix                    applies the fixes that cannot change what a policy permits

Options of "rules"
  --format FORMAT          text (default) or json

Other options
  --locale LOCALE          language of messages: en or ko; by default that of the environment
  --help, --version

Exit codes: 0 clean, 1 findings at level error (or more warnings than permitted), 2 usage or unreadable input.
`);
}
