/**
 * Permissions that a call asks for beside its own, with the parameter that makes it ask. From "Dependent actions" in the
 * service authorization reference of KMS; the reference data that we bundle does not hold that column.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 */
const DEPENDENT_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'kms:CreateCustomKeyStore': ['cloudhsm:DescribeClusters', 'iam:CreateServiceLinkedRole'],
  'kms:CreateKey': ['kms:PutKeyPolicy', 'kms:TagResource'],
  'kms:ReplicateKey': ['kms:CreateKey', 'kms:PutKeyPolicy', 'kms:TagResource'],
};

/** The companions of an action, given as AWS spells it; empty for an action without any. */
export function dependentActions(id: string): readonly string[] {
  return DEPENDENT_ACTIONS[id] ?? [];
}
