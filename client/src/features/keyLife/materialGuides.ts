import * as vscode from 'vscode';

/** How key material is imported: elsewhere, since Sealwright must never see it (kms-facts, section 23). */
export function importGuide(keyId: string): string {
  return vscode.l10n.t(
    'Sealwright never handles key material. In the AWS KMS console open the key and choose "Import key material", or use the AWS CLI:\n1. aws kms get-parameters-for-import --key-id {0}\n2. wrap your material with the public key that this gives (OpenSSL)\n3. aws kms import-key-material --key-id {0}\nUntil then the key is in the state "Pending import".',
    keyId,
  );
}

/** Where custom key stores and their keys are looked after (kms-facts, section 24). */
export function customStoreGuide(): string {
  return vscode.l10n.t(
    'Custom key stores are made, connected and watched in the AWS KMS console, or with "aws kms create-custom-key-store", "connect-custom-key-store" and "describe-custom-key-stores". A key is made in one with "aws kms create-key --custom-key-store-id". Sealwright shows such a key and its state, and changes its policy, aliases, tags and grants like those of any other key.',
  );
}
