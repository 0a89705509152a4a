import type { Call } from '../service.js';
import type { KeyRecord } from '../state/records.js';
import { isObject, type JsonObject } from '../wire/json.js';

/** Does a grant let the caller do this? Context constraints do not bind DescribeKey and RetireGrant. */
export function isGranted(call: Call, key: KeyRecord, action: string, context: JsonObject = {}): boolean {
  const operation = action.replace(/^kms:/, '');
  const { grants } = call.world.region(key.accountId, key.region);
  const { arn, roleArn } = call.caller;
  return grants.ids().some((id) => {
    const grant = grants.get(id);
    return (
      grant?.keyId === key.id &&
      (grant.grantee === arn || grant.grantee === roleArn) &&
      grant.operations.includes(operation) &&
      (operation === 'DescribeKey' || meets(grant.constraints, context))
    );
  });
}

function meets(constraints: JsonObject, context: JsonObject): boolean {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = constraints;
  const holds = (pairs: JsonObject) => Object.entries(pairs).every(([name, value]) => context[name] === value);
  const isExact = !isObject(equals) || (holds(equals) && Object.keys(equals).length === Object.keys(context).length);
  return isExact && (!isObject(subset) || holds(subset));
}
