import type { Call, Operation } from '../service.js';
import { AwsError } from '../wire/errors.js';
import { boundedInteger, optionalList, optionalString, requireOneOf } from '../wire/json.js';
import { encodeToken, pageOf } from '../wire/paging.js';
import { authorizeLogs } from './authorize.js';
import { LOG_GROUP_CLASSES } from './createLogGroup.js';
import { toLogGroup } from './logGroups.js';
import { logGroupArn } from './names.js';

export const describeLogGroups: Operation = (call) => {
  authorizeLogs(call, 'logs:DescribeLogGroups', '');
  const filter = readFilter(call);
  const limit = boundedInteger(call.input, 'limit', { min: 1, max: 50, fallback: 50 }, 'InvalidParameterException');
  const names = call.state.logGroups.readIds().filter((name) => filter.accepts(name));
  const scope = `DescribeLogGroups/${call.caller.accountId}/${call.region}/${filter.id}`;
  const page = pageOf(names, { scope, token: optionalString(call.input, 'nextToken'), limit });
  if (page === undefined) {
    throw new AwsError('InvalidParameterException', 'The specified nextToken is invalid.');
  }
  const last = page.ids.at(-1);
  // A search by pattern answers with a token even after the last match; only an empty page ends it.
  const next = page.next ?? (filter.isPattern && last !== undefined ? encodeToken(scope, last) : undefined);
  return {
    logGroups: page.ids.flatMap((name) => {
      const group = call.state.logGroups.read(name);
      return group === undefined ? [] : [toLogGroup(call, group)];
    }),
    ...(next === undefined ? {} : { nextToken: next }),
  };
};

interface Filter {
  /** Tells the tokens of one search from those of another. */
  readonly id: string;
  readonly isPattern: boolean;
  readonly accepts: (name: string) => boolean;
}

function readFilter(call: Call): Filter {
  const prefix = optionalString(call.input, 'logGroupNamePrefix');
  const pattern = optionalString(call.input, 'logGroupNamePattern');
  if (prefix !== undefined && pattern !== undefined) {
    throw new AwsError(
      'InvalidParameterException',
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  }
  const logGroupClass = optionalString(call.input, 'logGroupClass');
  const classes = acceptedClasses(logGroupClass);
  const identifiers = optionalList(call.input, 'logGroupIdentifiers')?.map(String);
  if (identifiers !== undefined && (prefix ?? pattern ?? logGroupClass) !== undefined) {
    throw new AwsError(
      'InvalidParameterException',
      'LogGroup identifiers and other filters are mutually exclusive parameters.',
    );
  }
  return {
    id: JSON.stringify([prefix, pattern, logGroupClass, identifiers]),
    isPattern: pattern !== undefined,
    accepts: (name) =>
      (prefix === undefined || name.startsWith(prefix)) &&
      (pattern === undefined || name.includes(pattern)) &&
      (classes === undefined || classes.includes(call.state.logGroups.read(name)?.logGroupClass ?? '')) &&
      (identifiers === undefined || identifiers.includes(name) || identifiers.includes(logGroupArn(call, name))),
  };
}

/** Asking for one of the two cheap classes returns both (DescribeLogGroups, `logGroupClass`). */
function acceptedClasses(logGroupClass: string | undefined): readonly string[] | undefined {
  if (logGroupClass === undefined) {
    return undefined;
  }
  requireOneOf(logGroupClass, 'logGroupClass', LOG_GROUP_CLASSES, 'InvalidParameterException');
  const cheap = ['INFREQUENT_ACCESS', 'ESSENTIALS'];
  return cheap.includes(logGroupClass) ? cheap : [logGroupClass];
}
