import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { UnitId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { workKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';

/** Failed units that are named; what is beyond is counted. */
export const MOST_FAILED = 100;

/**
 * The run of one morning over the deadlines of a controller: how far it came, so that one that was cut short goes on
 * where it was, and what it did.
 */
export const EscalationRun = storedItem('escalationRun', {
  on: LocalDate,
  state: z.enum(['underWay', 'done']),
  startedAt: Instant,
  finishedAt: Instant.optional(),
  /** Units are gone through in the order of their ids. */
  lastUnitId: UnitId.optional(),
  units: z.int().nonnegative(),
  /** Deadlines that were found late, and those that are about to be, for the first time. */
  escalated: z.int().nonnegative(),
  warned: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  failedUnitIds: z.array(UnitId).max(MOST_FAILED),
  /** Left out of what was written before runs had a time. */
  ttl: z.int().optional(),
});
export type EscalationRun = z.infer<typeof EscalationRun>;

export const loadEscalationRun = (
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  on: LocalDate,
): Promise<EscalationRun | undefined> =>
  getItem(services.tables, controller, 'records', workKeys.escalationRun(controller, on), EscalationRun);
