import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { entriesOf } from '../../shared/domain/appointments/calendar.ts';
import { findResources } from '../../shared/domain/appointments/hours.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { addDays, startOfDay } from '../../shared/kernel/local-date.ts';
import { calendarFile } from './calendar-file.ts';

export const ExportQuery = z.strictObject({ language: z.enum(['fi', 'sv', 'en']).default('fi') });

/** What a calendar program asks again and again: a quarter of a year, from a fortnight back. */
const DAYS_BACK = 14;
const DAYS = 91;

/**
 * One's own calendar for a calendar program: when, how and in which room, and nothing of a client. What is taken out
 * of the system is no client data, so that it may lie in a telephone (docs/decisions/0049).
 */
export async function exportOwn(
  context: ActContext,
  { query: { language } }: { query: z.infer<typeof ExportQuery> },
): Promise<Reading<FileAnswer>> {
  const { services, actor, now, today } = context;
  const first = addDays(today, -DAYS_BACK);
  const time = { startsAt: startOfDay(first), endsAt: startOfDay(addDays(first, DAYS)) };
  const entries = await entriesOf(services, actor.controller, actor.userId, time);
  const rooms = await findResources(
    context,
    entries.flatMap(({ unitId, resourceIds }) => resourceIds.map((resourceId) => ({ unitId, resourceId }))),
  );
  return {
    line: { clients: [], resources: [{ kind: 'user', id: actor.userId }], dataGroups: ['appointments'] },
    body: () => calendarFile({ entries, rooms, language, controller: actor.controller, now }),
  };
}
