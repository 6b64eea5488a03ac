import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { deadlinesOfMatter } from '../../shared/domain/intake/deadlines.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { judgeClosing, subjectOf } from '../../shared/domain/intake/rules.ts';
import { loadRecord, openRecord } from '../../shared/domain/intake/store.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { CloseMatter } from './close-matter.ts';
import { findMatterAt } from './find-matter.ts';
import { handled } from './handled.ts';
import { lineOfMatter, type MatterChanged, type OneSubject } from './one-matter.ts';

export const CloseUnknown = z
  .strictObject({
    ...CloseMatter.shape,
    /** What was done to find out who it is. */
    inquiries: z.string().trim().min(1).max(4000),
  })
  .meta({ id: 'CloseUnknown' });

/**
 * Closes a matter for a person who could not be found out. There is no file for it to stand in: it is kept with its
 * unit and found there, and by the identity code where it names one.
 */
export async function closeUnknown(
  context: ActContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneSubject>; body: z.infer<typeof CloseUnknown>; version: number },
): Promise<Answer<MatterChanged>> {
  const { matterId, subjectId } = params;
  const [{ matter, ring }, item, running] = await Promise.all([
    findMatterAt(context, { params, version }),
    loadRecord(context, matterId),
    deadlinesOfMatter(context, matterId),
  ]);
  if (item === undefined) throw new Error('A matter has no record.');
  const subject = subjectOf(matter, subjectId);
  if (subject === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (subject.clientId !== undefined) throw new Refusal(INTAKE_REFUSALS.subjectLinked);
  const { outcome, grounds, receiver, inquiries } = body;
  refuseErrors(INTAKE_REFUSALS.notValid, judgeClosing(matter, body));
  const end = await handled(context, {
    matter,
    record: await openRecord(ring, item),
    subjectId,
    ring,
    running,
    outcome,
    grounds: `${grounds}\n\n${inquiries}`,
    receiver,
  });
  return commit(context, {
    changes: end.changes,
    line: { ...lineOfMatter(end.after, ['subjects', 'outcome']), ...end.disclosed },
    events: end.events,
    facts: end.facts,
    answer: { body: { matterId, version: end.after.version, findings: [] }, version: end.after.version },
  });
}
