import type { ActContext, Change } from '../../act.ts';
import type { Deadline } from '../deadlines/model.ts';
import { beginAnew, meetAnew } from '../deadlines/move-deadline.ts';
import { loadDeadline } from '../deadlines/store.ts';
import type { Day } from './correct.ts';
import { type Assessment, NO_TIMES, type Times } from './model.ts';

/** The times of the law that an assessment met, and the one that began by it, as they stand. */
export type TimesOf = Record<keyof Times, Deadline[]>;

export async function loadTimesOf(
  where: Pick<ActContext, 'services' | 'actor'>,
  { clientId, times = NO_TIMES }: Pick<Assessment, 'clientId' | 'times'>,
): Promise<TimesOf> {
  const loaded = async (ids: Times[keyof Times]): Promise<Deadline[]> => {
    const found = await Promise.all(ids.map((id) => loadDeadline(where, clientId, id)));
    return found.filter((one) => one !== undefined);
  };
  const [beginning, readiness, telling] = await Promise.all([
    loaded(times.beginning),
    loaded(times.readiness),
    loaded(times.telling),
  ]);
  return { beginning, readiness, telling };
}

const isCancelled = ({ state }: Deadline): boolean => state === 'cancelled';
const isMet = ({ state }: Deadline): boolean => state === 'met' || state === 'lateMet';

/** They follow the days that became different: met on the right day, in time or late, and told of from it. */
export function timesFollow(
  context: Pick<ActContext, 'actor' | 'now'>,
  { begunOn, readyOn }: Pick<Assessment, Day>,
  days: readonly Day[],
  { beginning, readiness, telling }: TimesOf,
): Change[] {
  const begun = days.includes('begunOn')
    ? beginning.filter(isMet).flatMap((one) => meetAnew(context, one, begunOn).changes)
    : [];
  if (readyOn === undefined || !days.includes('readyOn')) return begun;
  return [
    ...begun,
    ...readiness.filter(isMet).flatMap((one) => meetAnew(context, one, readyOn).changes),
    ...telling
      .filter((one) => !isCancelled(one))
      .flatMap((one) => beginAnew(context, one, { on: readyOn }).changes),
  ];
}
