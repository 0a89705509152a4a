import { describe, expect, it } from 'vitest';
import { PolicyMemory } from '../../../server/src/policy/evaluate/policyMemory.js';
import { allow, policy } from '../../support/simulations.js';

const numbered = (index: number) => policy(allow('*', { Sid: `S${index}` }));

describe('the memory of policies', () => {
  it('keeps what comes a second time, as an object or as a text', () => {
    const memory = new PolicyMemory();
    const [first, second, third] = [1, 2, 3].map(() => memory.read(numbered(0)));
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    expect(memory.read(JSON.stringify(numbered(0)))).toBe(second);
  });

  it('keeps two hundred policies, and not one more', () => {
    const memory = new PolicyMemory();
    const keep = (index: number) => [memory.read(numbered(index)), memory.read(numbered(index))][1];
    const first = keep(0);
    for (let index = 1; index < 200; index++) {
      keep(index);
    }
    expect(memory.read(numbered(0))).toBe(first);
    keep(200);
    expect(memory.read(numbered(0))).not.toBe(first);
  });

  it('remembers of no more than two hundred that they came once', () => {
    const memory = new PolicyMemory();
    for (let index = 0; index <= 200; index++) {
      memory.read(numbered(index));
    }
    const [second, third, fourth] = [1, 2, 3].map(() => memory.read(numbered(0)));
    expect(third).not.toBe(second);
    expect(fourth).toBe(third);
  });
});
