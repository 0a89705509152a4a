import { uuidOf } from './ids.js';
import type { SeedKey, SeedLogGroup } from './seed.js';

/** The n-th generated key of a place; every third has an alias, every seventh is disabled. */
export function generatedKey(place: string, number: number): SeedKey {
  return {
    id: generatedKeyId(place, number),
    description: `Generated key ${number}`,
    keyState: number % 7 === 0 ? 'Disabled' : 'Enabled',
    aliases: generatedAliases(number),
    tags: { number: String(number) },
  };
}

export function generatedKeyId(place: string, number: number): string {
  return uuidOf(`key:${place}:${number}`);
}

export function generatedAliases(number: number): readonly string[] {
  return number % 3 === 0 ? [`alias/generated/${padded(number)}`] : [];
}

export function generatedLogGroup(number: number): SeedLogGroup {
  const base = { name: generatedLogGroupName(number), storedBytes: number * 1024 };
  return number % 5 === 0 ? { ...base, retentionInDays: 30 } : base;
}

export function generatedLogGroupName(number: number): string {
  return `/generated/${padded(number)}`;
}

function padded(number: number): string {
  return String(number).padStart(6, '0');
}
