import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type Announced, type DeployedHash, type DeploymentAnnounced, MOST_ANNOUNCED } from './model.ts';

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

type Days = Pick<DeploymentAnnounced, 'from' | 'to'>;

const daysOf = ({ from, to }: Days): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The earliest last day of an announcement that is counted together with this one. */
export const countedFrom = ({ from }: Days): LocalDate => addDays(from, 1 - MOST_ANNOUNCED.of);

/** Whether some days in a row would hold too many that are announced, with this announcement among the others. */
export function isTooMuch(asked: Days, others: readonly Days[]): boolean {
  const announced = new Set([asked, ...others].flatMap(daysOf));
  const ends = daysOf({ from: asked.from, to: addDays(asked.to, MOST_ANNOUNCED.of - 1) });
  return ends.some((to) => {
    const within = daysOf({ from: addDays(to, 1 - MOST_ANNOUNCED.of), to });
    return within.filter((day) => announced.has(day)).length > MOST_ANNOUNCED.days;
  });
}
