import * as z from 'zod';
import type { ControllerId, UnitId, UserId } from '../../kernel/id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Services } from '../../services.ts';
import { indexKeys, type PartitionKey, type Span } from '../../table/keys.ts';
import { batchGet, countUpTo, type LastKey, type Page, query } from '../../table/read.ts';
import { Deadline } from './model.ts';

/**
 * The times in the hands of a worker or a unit, by key range. An index tells where to look and permits nothing:
 * what it names is read again.
 */

/**
 * `late`: the last day has passed. `due`: it is today. `coming`: it is soon. `others`: times that are others' to
 * use, passed or soon over. `unexplained`: met late, and nobody has said why.
 */
export const DeadlineList = z
  .enum(['late', 'due', 'coming', 'others', 'unexplained'])
  .meta({ id: 'DeadlineList' });
export type DeadlineList = z.infer<typeof DeadlineList>;

/** Whose: a worker's by gsi1, a unit's by gsi2. */
export type Holder = { workerId: UserId } | { unitId: UnitId };

const placeOf = (controller: ControllerId, holder: Holder): { index: 'gsi1' | 'gsi2'; pk: PartitionKey } =>
  'workerId' in holder
    ? { index: 'gsi1', pk: indexKeys.worker(controller, holder.workerId) }
    : { index: 'gsi2', pk: indexKeys.unit(controller, holder.unitId) };

export function spanOfList(list: DeadlineList, today: LocalDate, comingDays: number): Span {
  const last = addDays(today, comingDays);
  switch (list) {
    case 'late':
      return indexKeys.deadlinesOfDays('t', { to: addDays(today, -1) });
    case 'due':
      return indexKeys.deadlinesOfDays('t', { from: today, to: today });
    case 'coming':
      return indexKeys.deadlinesOfDays('t', { from: addDays(today, 1), to: last });
    case 'others':
      return indexKeys.deadlinesOfDays('to', { to: last });
    case 'unexplained':
    default:
      return indexKeys.deadlinesOfDays('tr', { to: today });
  }
}

/** A page of a list, the earliest day first: one query, whatever else the holder has. */
export const deadlinesOf = (
  services: Services,
  controller: ControllerId,
  holder: Holder,
  asked: { span: Span; limit: number; after?: LastKey | undefined },
): Promise<Page<Deadline>> => {
  const { span, limit, after } = asked;
  const at = { table: 'records', ...placeOf(controller, holder), span, limit } as const;
  return query(services.tables, controller, after === undefined ? at : { ...at, after }, Deadline);
};

export const countDeadlines = (
  services: Services,
  controller: ControllerId,
  holder: Holder,
  span: Span,
): Promise<{ count: number; more: boolean }> =>
  countUpTo(services.tables, controller, {
    table: 'records',
    ...placeOf(controller, holder),
    span,
  });

/** The same deadlines as they stand. */
export const loadDeadlines = (
  services: Services,
  controller: ControllerId,
  rows: readonly Deadline[],
): Promise<Deadline[]> => batchGet(services.tables, controller, 'records', rows, Deadline);
