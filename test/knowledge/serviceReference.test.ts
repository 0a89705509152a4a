import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import indexData from '../../server/src/knowledge/generated/index.json';
import { KNOWLEDGE_DATE, KNOWLEDGE_VERSION } from '../../server/src/knowledge/knowledgeDate.js';
import { parseServiceData } from '../../server/src/knowledge/serviceData.js';
import { createServiceReference } from '../../server/src/knowledge/serviceReference.js';
import { serviceReference } from '../support/serviceReference.js';

const generated = path.join(import.meta.dirname, '../../server/src/knowledge/generated');
const text = readFileSync(path.join(generated, 'services/services.jsonl'), 'utf8');

describe('the reference data', () => {
  it('names the day it stems from', () => {
    expect(KNOWLEDGE_DATE).toMatch(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
    expect(Number.isNaN(Date.parse(KNOWLEDGE_DATE))).toBe(false);
    expect(KNOWLEDGE_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('holds exactly the services and numbers of actions that the index names', () => {
    const lines = text.trimEnd().split('\n');
    const counted = Object.fromEntries(
      lines.map((line) => {
        const prefix = line.slice(0, line.indexOf(' '));
        return [prefix, parseServiceData(text, prefix)?.a.length];
      }),
    );
    const promised = Object.fromEntries(
      Object.entries(indexData.services).map(([prefix, [, actions]]) => [prefix, actions]),
    );
    expect(counted).toEqual(promised);
    expect(lines.length).toBeGreaterThan(400);
  });

  it('can be read to the last service', () => {
    const actions = serviceReference.services.flatMap(
      ({ prefix }) => serviceReference.getService(prefix)?.actions ?? [],
    );
    expect(actions.length).toBeGreaterThan(20_000);
    expect(actions.filter(({ accessLevels, description }) => accessLevels.length === 0 || description === '')).toEqual(
      [],
    );
  });

  it('stays within its share of the package', () => {
    expect(text.length).toBeLessThan(4_000_000);
  });
});

describe('createServiceReference', () => {
  it('gives an action with its levels, resources and condition keys', () => {
    const action = serviceReference.getService('kms')?.findAction('creategrant');
    expect(action).toMatchObject({ id: 'kms:CreateGrant', accessLevels: ['Permissions management', 'Write'] });
    expect(action?.resources.map(({ type, required }) => [type.name, required])).toEqual([['key', true]]);
    expect(action?.resources[0]?.type.arn).toBe('arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}');
    expect(action?.conditionKeys).toContain('kms:GrantIsForAWSResource');
  });

  it('tells a required resource from an optional one', () => {
    const action = serviceReference.getService('logs')?.findAction('PutSubscriptionFilter');
    expect(action?.resources.map(({ type, required }) => [type.name, required])).toEqual([
      ['destination', false],
      ['log-group', true],
    ]);
  });

  it('ignores the case of a prefix and knows nothing of an unknown one', () => {
    expect(serviceReference.getService('KMS')?.prefix).toBe('kms');
    expect(serviceReference.findService('kmss')).toBeUndefined();
    expect(serviceReference.getService('kmss')).toBeUndefined();
  });

  it('knows the two actions that are newer than the data', () => {
    const kms = serviceReference.getService('kms');
    expect(kms?.findAction('Encapsulate')?.id).toBe('kms:Encapsulate');
    expect(kms?.findAction('Decapsulate')?.id).toBe('kms:Decapsulate');
  });

  it('says which services resource control policies cover', () => {
    expect(serviceReference.findService('kms')?.rcp).toBe(true);
    expect(serviceReference.findService('ec2')?.rcp).toBe(false);
  });

  it('loads a service once, and only when it is asked for', () => {
    const loads: string[] = [];
    const reference = createServiceReference({
      load(prefix) {
        loads.push(prefix);
        return parseServiceData(text, prefix);
      },
    });
    expect(loads).toEqual([]);
    reference.findService('logs');
    reference.getService('logs');
    reference.getService('LOGS');
    expect(loads).toEqual(['logs']);
  });

  it('refuses to take missing data for a service without actions', () => {
    const reference = createServiceReference({ load: () => undefined });
    expect(() => reference.getService('kms')).toThrow('"kms"');
  });
});

describe('parseServiceData', () => {
  const two = 'a {"a":[]}\nab {"a":[["X","R","",[],0]]}\n';

  it('takes whole prefixes only, first line and last line included', () => {
    expect(parseServiceData(two, 'a')).toEqual({ a: [] });
    expect(parseServiceData(two, 'ab')?.a).toHaveLength(1);
    expect(parseServiceData(two, 'b')).toBeUndefined();
    expect(parseServiceData(two.trimEnd(), 'ab')?.a).toHaveLength(1);
  });
});
