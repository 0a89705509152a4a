/** An error as AWS answers it: a code the SDK turns into `error.name`, a text, an HTTP status. */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = code;
  }
}

/** Text of a constraint violation, shaped as every AWS JSON service words it. */
export function constraintMessage(value: unknown, member: string, constraint: string): string {
  const shown = value === undefined ? 'null' : `'${String(value)}'`;
  return `1 validation error detected: Value ${shown} at '${member}' failed to satisfy constraint: Member must ${constraint}`;
}
