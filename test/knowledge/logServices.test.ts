import { describe, expect, it } from 'vitest';
import { findAction } from '../../server/src/knowledge/actionLookup.js';
import { findEncryptionContext } from '../../server/src/knowledge/encryptionContexts.js';
import { findGlobalConditionKey } from '../../server/src/knowledge/globalConditionKeys.js';
import {
  DESTINATION_ACTIONS,
  LOGS_ARN_CONTEXT_KEYS,
  LOGS_RESOURCE_POLICY_ACTIONS,
  logsResourcesOfContext,
} from '../../server/src/knowledge/logsResources.js';
import { getServicePrincipal, SERVICE_PRINCIPALS } from '../../server/src/knowledge/servicePrincipals.js';
import {
  BUCKET_LOG_WRITERS,
  SOURCE_CONDITION_KEYS,
  sendsSourceKeys,
} from '../../server/src/knowledge/serviceSources.js';
import { serviceReference } from '../support/serviceReference.js';

describe('what is known of CloudWatch Logs', () => {
  it('names actions that exist, in the spelling of AWS', () => {
    const ids = [...LOGS_RESOURCE_POLICY_ACTIONS, ...Object.values(DESTINATION_ACTIONS).flat()];
    expect(ids.map((id) => findAction(serviceReference, id)?.id)).toEqual(ids);
  });

  it('tells resources apart by their encryption context', () => {
    expect(logsResourcesOfContext('AWS:Logs:ARN')).toContain('log-group');
    expect(logsResourcesOfContext('aws:logs:arn')).not.toContain('query-result');
    expect(logsResourcesOfContext('aws:log:arn')).toBeUndefined();
  });

  it('describes every context that holds an ARN of CloudWatch Logs', () => {
    expect(LOGS_ARN_CONTEXT_KEYS.length).toBeGreaterThan(1);
    for (const key of LOGS_ARN_CONTEXT_KEYS) {
      expect(findEncryptionContext(key)?.service).toBe('Amazon CloudWatch Logs');
    }
  });
});

describe('what services say of their source', () => {
  it('are keys that calls of services may carry', () => {
    for (const key of SOURCE_CONDITION_KEYS) {
      expect(findGlobalConditionKey(key)?.inServiceCalls).toBe('depends');
    }
  });

  it('is known of listed services only', () => {
    const senders = (kind: 'key-policy' | 'bucket-policy' | 'logs-resource-policy') =>
      SERVICE_PRINCIPALS.filter(({ id }) => sendsSourceKeys(id, kind)).length;
    expect([senders('key-policy'), senders('bucket-policy'), senders('logs-resource-policy')]).toEqual([8, 12, 5]);
    expect(sendsSourceKeys('logs', 'key-policy')).toBe(false);
    expect(sendsSourceKeys('cloudtrail', 'trust-policy')).toBe(false);
  });

  it('is asked of every service that writes logs into buckets', () => {
    for (const { id } of BUCKET_LOG_WRITERS) {
      expect(getServicePrincipal(id)).toBeDefined();
      expect(sendsSourceKeys(id, 'bucket-policy')).toBe(true);
    }
  });
});
