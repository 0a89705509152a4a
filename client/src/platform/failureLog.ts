import type { AwsFailure } from '../aws/ports.js';

/**
 * One log line for a failure: action, code, request id and AWS's words. Whoever sends a log to a colleague or a bug
 * report should not give away who works in the account, so principals are left out.
 */
export function failureLogLine(failure: AwsFailure): string {
  const { action = '', code = failure.kind, message, requestId = '-' } = failure;
  return `${action} failed with ${code} (request id ${requestId}): ${withoutPrincipals(message)}`;
}

function withoutPrincipals(text: string): string {
  return text.replace(/arn:[\w-]+:(iam|sts)::\d*:[^\s"',]+/g, '[principal]');
}
