import { describe, expect, it } from 'vitest';
import type { AwsFailure } from '../../client/src/aws/ports.js';
import { failureText, quoteAws, signInCommand } from '../../client/src/platform/failureTexts.js';

const text = (failure: Partial<AwsFailure> & Pick<AwsFailure, 'kind'>) =>
  failureText({ message: 'as AWS says', ...failure });

describe('texts of AWS failures', () => {
  it('quotes code and message of AWS, with one full stop', () => {
    expect(quoteAws({ kind: 'other', code: 'Oops', message: 'It broke.' })).toBe('Oops: It broke.');
    expect(quoteAws({ kind: 'other', code: 'Oops', message: 'It broke' })).toBe('Oops: It broke.');
    expect(quoteAws({ kind: 'other', message: 'It broke' })).toBe('It broke.');
    expect(quoteAws({ kind: 'network', code: 'ENOTFOUND', message: 'ENOTFOUND x' })).toBe('ENOTFOUND x.');
  });

  it('names the permission that AWS misses, not the one that was asked for', () => {
    expect(text({ kind: 'accessDenied', action: 'logs:AssociateKmsKey', missingAction: 'kms:DescribeKey' })).toContain(
      'AWS denied "kms:DescribeKey"',
    );
  });

  it('tells wrong credentials from none at all', () => {
    expect(text({ kind: 'noCredentials', code: 'UnrecognizedClientException' })).toContain('does not accept');
    expect(text({ kind: 'noCredentials', code: 'CredentialsProviderError' })).toContain(
      'No AWS credentials were found',
    );
  });

  it('points at the certificate when a proxy opens the connection', () => {
    expect(text({ kind: 'network', code: 'SELF_SIGNED_CERT_IN_CHAIN' })).toContain('http.systemCertificates');
    expect(text({ kind: 'network', code: 'ENOTFOUND' })).toContain('Check the network');
  });

  it.each([
    'noCredentials',
    'noRegion',
    'expired',
    'accessDenied',
    'network',
    'throttled',
    'cancelled',
    'notFound',
    'other',
  ] as const)('says something about %s', (kind) => {
    expect(text({ kind })).toMatch(/[.]$/);
  });

  it('quotes a profile name with a space for the shell', () => {
    expect(signInCommand(['sso', 'login', '--profile', 'dev'])).toBe('aws sso login --profile dev');
    expect(signInCommand(['sso', 'login', '--profile', 'my team'])).toBe('aws sso login --profile "my team"');
  });
});
