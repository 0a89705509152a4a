import type { Call } from '../service.js';
import type { KeyRecord } from '../state/records.js';
import type { RequestContext } from './conditions.js';

type Extra = { readonly [conditionKey: string]: string | readonly string[] | undefined };

/** Condition keys of a request that the caller sends itself (kms-facts 8 and 9), with those of the operation. */
export function callerContext(call: Call, key: KeyRecord, extra: Extra = {}): RequestContext {
  const { caller, nowMs } = call;
  return toContext({
    ...keyFacts(key),
    'kms:CallerAccount': caller.accountId,
    'aws:PrincipalArn': caller.roleArn ?? caller.arn,
    'aws:PrincipalAccount': caller.accountId,
    'aws:PrincipalOrgID': call.world.organizationOf(caller.accountId),
    'aws:PrincipalType': { root: 'Account', user: 'User', session: 'AssumedRole' }[caller.kind],
    'aws:PrincipalIsAWSService': 'false',
    'aws:userid': caller.userId,
    'aws:username': caller.kind === 'user' ? caller.arn.slice(caller.arn.lastIndexOf('/') + 1) : undefined,
    'aws:RequestedRegion': call.region,
    'aws:SourceIp': '127.0.0.1',
    // The endpoint itself speaks plain HTTP on loopback; AWS would be asked over TLS.
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': new Date(nowMs).toISOString(),
    'aws:EpochTime': String(Math.floor(nowMs / 1000)),
    ...extra,
  });
}

/** Condition keys of a request that an AWS service sends in its own name. */
export function serviceContext(call: Call, key: KeyRecord, servicePrincipal: string, extra: Extra): RequestContext {
  return toContext({
    ...keyFacts(key),
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': servicePrincipal,
    'aws:PrincipalServiceNamesList': [servicePrincipal],
    'aws:RequestedRegion': call.region,
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': new Date(call.nowMs).toISOString(),
    'aws:EpochTime': String(Math.floor(call.nowMs / 1000)),
    ...extra,
  });
}

function keyFacts(key: KeyRecord): Extra {
  return {
    'kms:KeySpec': key.keySpec,
    'kms:KeyUsage': key.keyUsage,
    'kms:KeyOrigin': key.origin,
    'kms:MultiRegion': String(key.multiRegion !== undefined),
    'kms:MultiRegionKeyType': key.multiRegion?.type,
    'aws:ResourceAccount': key.accountId,
  };
}

function toContext(values: Extra): RequestContext {
  const context = new Map<string, string | readonly string[]>();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) {
      context.set(name.toLowerCase(), value);
    }
  }
  return context;
}
