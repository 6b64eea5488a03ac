import type { DeployedHash } from './model.ts';

/** What differs between two days: changed, new and gone, by name. */
export function changedBetween(before: readonly DeployedHash[], now: readonly DeployedHash[]): string[] {
  const was = new Map(before.map(({ name, hash }) => [name, hash]));
  const is = new Map(now.map(({ name, hash }) => [name, hash]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .toSorted();
}
