import { describe, expect, it } from 'vitest';
import { areFormsComplete, isPlaceless, listArnForms } from '../../server/src/knowledge/arnForms.js';
import { serviceReference } from '../support/serviceReference.js';

const headsOf = (service: string) => new Set(listArnForms(serviceReference, service).map(({ head }) => head));

describe('forms of ARNs', () => {
  it('begin with the words of their service', () => {
    expect([...headsOf('kms')].sort()).toEqual(['alias/', 'key/']);
    expect(headsOf('logs')).toContain('log-group:');
    expect(headsOf('logs')).toContain('query-result:');
  });

  it('are those of the service alone, not those that its actions borrow', () => {
    expect(headsOf('ec2')).not.toContain('role/');
    expect(headsOf('nothing')).toEqual(new Set());
  });

  it('hold Region and account where they are called complete, and no Region where they are called placeless', () => {
    const services = serviceReference.services.map(({ prefix }) => prefix);
    const complete = services.filter(areFormsComplete);
    expect(complete).toHaveLength(9);
    for (const service of complete) {
      const forms = listArnForms(serviceReference, service);
      expect(forms.length, service).toBeGreaterThan(0);
      expect(
        forms.every(({ region, account }) => region !== '' && account !== ''),
        service,
      ).toBe(true);
    }
    const placeless = services.filter(isPlaceless);
    expect(placeless).toHaveLength(6);
    for (const service of placeless) {
      expect(
        listArnForms(serviceReference, service).some(({ region }) => region === ''),
        service,
      ).toBe(true);
    }
  });
});
