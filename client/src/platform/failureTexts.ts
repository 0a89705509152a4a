import * as vscode from 'vscode';
import type { AwsFailure } from '../aws/ports.js';
import type { MessageAction } from './messageAction.js';

/** What happened and what to do next, as one paragraph. AWS's own text is quoted as it came. */
export function failureText(failure: AwsFailure): string {
  const exact = quoteAws(failure);
  switch (failure.kind) {
    case 'noCredentials':
      return noCredentialsText(failure);
    case 'noRegion':
      return vscode.l10n.t('No AWS Region is set. Switch to a Region, or set one in the profile or in AWS_REGION.');
    case 'expired':
      return failure.signIn === undefined
        ? vscode.l10n.t('The AWS sign-in has expired. Renew the credentials, then refresh. {0}', exact)
        : vscode.l10n.t('The AWS sign-in has expired. Run "{0}", then refresh.', signInCommand(failure.signIn));
    case 'accessDenied':
      return vscode.l10n.t(
        'AWS denied "{0}". Ask for that permission, or switch to another profile. {1}',
        missingPermission(failure),
        exact,
      );
    case 'network':
      return isCertificateTrouble(failure)
        ? vscode.l10n.t(
            'The connection to AWS is not trusted ({0}). If a company proxy opens it, give VS Code the proxy\'s certificate: setting "http.systemCertificates", or NODE_EXTRA_CA_CERTS.',
            failure.code ?? '',
          )
        : vscode.l10n.t('AWS could not be reached. Check the network, the proxy and the endpoint. {0}', exact);
    case 'throttled':
      return vscode.l10n.t('AWS is throttling requests of this account. Wait a moment, then try again. {0}', exact);
    case 'readOnly':
      return vscode.l10n.t(
        '"{0}" was not sent: Sealwright only reads with this profile. The setting "sealwright.readOnly" says so.',
        failure.action ?? '',
      );
    case 'cancelled':
      return vscode.l10n.t('The request was cancelled.');
    case 'notFound':
      return vscode.l10n.t('AWS does not find it: it may have been deleted, or be in another Region. {0}', exact);
    case 'other':
      return vscode.l10n.t('AWS refused "{0}". {1}', failure.action ?? '', exact);
  }
}

/** Buttons that lead on from a failure; "Show Log" is added to every message anyway. */
export function failureActions(failure: AwsFailure): readonly MessageAction[] {
  const switchProfile = { title: vscode.l10n.t('Switch Profile'), command: 'sealwright.switchProfile' };
  switch (failure.kind) {
    case 'noCredentials':
      return [switchProfile];
    case 'noRegion':
      return [{ title: vscode.l10n.t('Switch Region'), command: 'sealwright.switchRegion' }];
    case 'expired':
      return failure.signIn === undefined
        ? [switchProfile]
        : [
            { title: vscode.l10n.t('Sign In'), command: 'sealwright.signIn' },
            { title: vscode.l10n.t('Copy Command'), command: 'sealwright.copySignInCommand' },
          ];
    case 'accessDenied':
      return [switchProfile];
    case 'network':
    case 'throttled':
    case 'readOnly':
    case 'cancelled':
    case 'notFound':
    case 'other':
      return [];
  }
}

/** The IAM action that is missing, as far as AWS says. */
export function missingPermission(failure: AwsFailure): string {
  return failure.missingAction ?? failure.action ?? failure.code ?? '';
}

/** `aws sso login --profile NAME`, quoted where a shell would need it. */
export function signInCommand(signIn: readonly string[]): string {
  return ['aws', ...signIn].map((part) => (/^[\w@%+=:,./-]+$/.test(part) ? part : `"${part}"`)).join(' ');
}

/** AWS's code and text, for the end of a message. */
export function quoteAws({ code, message }: AwsFailure): string {
  const sentence = /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
  return code === undefined || message.startsWith(code) ? sentence : `${code}: ${sentence}`;
}

function noCredentialsText(failure: AwsFailure): string {
  switch (failure.code) {
    case 'ProfileNotFound':
      return vscode.l10n.t('{0} Switch to another profile.', failure.message);
    case 'UnrecognizedClientException':
    case 'InvalidClientTokenId':
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
    case 'InvalidSignatureException':
      return vscode.l10n.t(
        'AWS does not accept these credentials. Check the access key of the profile, or switch to another one. {0}',
        quoteAws(failure),
      );
    default:
      return vscode.l10n.t(
        'No AWS credentials were found. Set up a profile ("aws configure" or "aws configure sso"), or switch to one. {0}',
        quoteAws(failure),
      );
  }
}

function isCertificateTrouble({ code = '' }: AwsFailure): boolean {
  return /CERT|SIGNED|VERIFY/.test(code);
}
