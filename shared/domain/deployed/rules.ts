import type { LocalDate } from '../../kernel/local-date.ts';
import type { Announced, DeployedHash, DeploymentAnnounced } from './model.ts';

/** What differs between two days: changed, new and gone, by name. */
export function changedBetween(before: readonly DeployedHash[], now: readonly DeployedHash[]): string[] {
  const was = new Map(before.map(({ name, hash }) => [name, hash]));
  const is = new Map(now.map(({ name, hash }) => [name, hash]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .toSorted();
}

const kindOf = (name: string): Announced => (name.startsWith('code ') ? 'code' : 'policies');

/**
 * Of what changed between two days, what no announcement speaks of: one does whose days meet those in which it changed,
 * and that says that such things change.
 */
export const unannounced = (
  changed: readonly string[],
  announced: readonly Pick<DeploymentAnnounced, 'changes' | 'from' | 'to'>[],
  { since, on }: { since: LocalDate; on: LocalDate },
): string[] =>
  changed.filter(
    (name) =>
      !announced.some(({ changes, from, to }) => changes.includes(kindOf(name)) && from <= on && to >= since),
  );
