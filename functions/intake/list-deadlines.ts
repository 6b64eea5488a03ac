import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { DeadlineView, viewOf } from '../../shared/domain/deadlines/view.ts';
import { deadlinesOfMatter, endedDeadlinesOfMatter } from '../../shared/domain/intake/deadlines.ts';
import { findMatterOfUnit } from './find-matter.ts';
import { lineOfTimes } from './one-deadline.ts';
import type { OneMatter } from './one-matter.ts';

export const MatterDeadlines = z
  .strictObject({ deadlines: z.array(DeadlineView) })
  .meta({ id: 'MatterDeadlines' });
type MatterDeadlines = z.infer<typeof MatterDeadlines>;

/** The times of a matter that has no client's file yet: those that run, then those that have ended. */
export async function listDeadlines(
  context: ActContext,
  { params: { matterId } }: { params: z.infer<typeof OneMatter> },
): Promise<Reading<MatterDeadlines>> {
  const [{ matter }, running, ended] = await Promise.all([
    findMatterOfUnit(context, matterId),
    deadlinesOfMatter(context, matterId),
    endedDeadlinesOfMatter(context, matterId),
  ]);
  const all = [...running, ...ended];
  const { changedFields: _none, ...line } = lineOfTimes(matter, all, []);
  return { line, body: () => ({ deadlines: all.map((deadline) => viewOf(deadline, context)) }) };
}
