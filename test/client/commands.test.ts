import { beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import { UserError } from '../../client/src/platform/errors.js';
import { fake } from '../support/fakeVscode.js';
import { denied, FakeLogger, failure, settle } from './fakes.js';

let logger: FakeLogger;

beforeEach(() => {
  fake.reset();
  logger = new FakeLogger();
});

async function runCommand(execute: () => Promise<unknown>): Promise<unknown> {
  createCommandRegistry(logger)({ id: 'sealwright.test', execute });
  const result = await vscode.commands.executeCommand('sealwright.test');
  await settle();
  return result;
}

describe('the error boundary of commands', () => {
  it('hands on arguments and results', async () => {
    const seen: unknown[] = [];
    createCommandRegistry(logger)({
      id: 'sealwright.test',
      async execute(...args) {
        seen.push(...args);
        return 'done';
      },
    });
    expect(await vscode.commands.executeCommand('sealwright.test', 1, 'two')).toBe('done');
    expect(seen).toEqual([1, 'two']);
  });

  it('words a failure of AWS once, with its next steps, and never rejects', async () => {
    await runCommand(() => Promise.reject(denied('kms:ListKeys')));
    expect(fake.messages).toEqual([
      {
        level: 'error',
        modal: false,
        text: 'AWS denied "kms:ListKeys". Ask for that permission, or switch to another profile. AccessDeniedException: not authorized to perform: kms:ListKeys.',
        buttons: ['Switch Profile', 'Show Log'],
      },
    ]);
  });

  it('logs code, request id and words of a failure, but not who the principal is', async () => {
    const message =
      'User: arn:aws:sts::111122223333:assumed-role/Payroll/jane.doe is not authorized to perform: kms:ListKeys';
    await runCommand(() =>
      Promise.reject(
        failure('accessDenied', { code: 'AccessDenied', action: 'kms:ListKeys', requestId: 'r-9', message }),
      ),
    );
    expect(logger.lines).toEqual([
      'error sealwright.test: kms:ListKeys failed with AccessDenied (request id r-9): User: [principal] is not authorized to perform: kms:ListKeys',
    ]);
  });

  it.each([
    ['a dismissal', new vscode.CancellationError()],
    ['a cancelled request', failure('cancelled')],
  ])('shows and logs nothing for %s', async (_name, error) => {
    await runCommand(() => Promise.reject(error));
    expect(fake.messages).toEqual([]);
    expect(logger.lines).toEqual([]);
  });

  it('shows what a user error says, and runs the button that is pressed', async () => {
    fake.pressButton = () => 'Refresh';
    await runCommand(() =>
      Promise.reject(
        new UserError('It is gone.', [{ title: 'Refresh', command: 'sealwright.refresh', arguments: [7] }]),
      ),
    );
    expect(fake.messages[0]?.text).toBe('It is gone.');
    expect(fake.executed).toContainEqual({ command: 'sealwright.refresh', args: [7] });
  });

  it('keeps the stack of a bug in the log', async () => {
    await runCommand(() => Promise.reject(new TypeError('x is undefined')));
    expect(fake.messages[0]?.text).toBe('Sealwright failed unexpectedly: x is undefined. The log has the details.');
    expect(logger.lines[0]).toMatch(/^error sealwright\.test: TypeError: x is undefined\n\s+at /);
  });

  it('offers to sign in when a sign-in expired that the AWS CLI can renew', async () => {
    await runCommand(() => Promise.reject(failure('expired', { signIn: ['sso', 'login', '--profile', 'my team'] })));
    expect(fake.messages[0]).toMatchObject({
      text: 'The AWS sign-in has expired. Run "aws sso login --profile "my team"", then refresh.',
      buttons: ['Sign In', 'Copy Command', 'Show Log'],
    });
  });
});
