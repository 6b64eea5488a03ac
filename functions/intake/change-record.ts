import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { countedApplication } from '../../shared/domain/intake/counted.ts';
import {
  adjustedDeadlines,
  deadlinesOfMatter,
  endedDeadlinesOfMatter,
} from '../../shared/domain/intake/deadlines.ts';
import { IntakeMatter } from '../../shared/domain/intake/model.ts';
import { adjustedMessages, loadNotifierMessages } from '../../shared/domain/intake/notifier-message.ts';
import { movedAtHand } from '../../shared/domain/intake/of-client.ts';
import { judgeRecord } from '../../shared/domain/intake/record-rules.ts';
import { codesIn } from '../../shared/domain/intake/rules.ts';
import {
  codeChanges,
  loadRecord,
  macsOf,
  openRecord,
  recordChanges,
} from '../../shared/domain/intake/store.ts';
import { changeRecord as changed } from '../../shared/domain/intake/transitions.ts';
import { commitMatter } from './commit-matter.ts';
import { findMatterAt } from './find-matter.ts';
import { SentRecord, withSubjectIds } from './new-record.ts';
import type { MatterChanged, OfMatter } from './one-matter.ts';

export const ChangeRecord = z
  .strictObject({ record: SentRecord, serviceTasks: IntakeMatter.shape.serviceTasks.optional() })
  .meta({ id: 'ChangeRecord' });

/** Completes or corrects what a matter says. What was written before stays beside it (703/2023 § 22). */
export async function changeRecord(
  context: ActContext,
  { body, ...of }: OfMatter & { body: z.infer<typeof ChangeRecord> },
): Promise<Answer<MatterChanged>> {
  const { actor, services, now } = context;
  const { controller, userId } = actor;
  const { matter, heads, ring } = await findMatterAt(context, of);
  const known = matter.subjects.map(({ subjectId }) => subjectId);
  const record = withSubjectIds(services, body.record, known);
  const [codes, item, running, ended, messages, { intake }] = await Promise.all([
    macsOf(context, codesIn(record)),
    loadRecord(context, matter.matterId),
    deadlinesOfMatter(context, matter.matterId),
    endedDeadlinesOfMatter(context, matter.matterId),
    loadNotifierMessages(context, matter.matterId),
    settingsOf(services, controller),
  ]);
  if (item === undefined) throw new Error('A matter has no record.');
  const by = { now, by: userId };
  const subjectIds = record.subjects.map(({ subjectId }) => subjectId);
  const serviceTasks = body.serviceTasks === undefined ? undefined : [...new Set(body.serviceTasks)];
  const before = { item, record: await openRecord(ring, item) };
  const { matter: after, facts } = countedApplication(
    { matter, record: before.record },
    { matter: changed(matter, { subjectIds, codes, serviceTasks }, by), record },
  );
  const told = await adjustedMessages(context, messages, {
    matter: after,
    record,
    choice: intake.notifierMessage,
  });
  return commitMatter(context, matter, {
    after,
    changes: [
      ...(await recordChanges(ring, controller, before, record, by)),
      ...codeChanges(controller, matter.matterId, { before: matter.codes, after: codes }, by),
      ...adjustedDeadlines(
        context,
        { running, ended },
        { before: { matter, record: before.record }, after: { matter: after, record } },
      ),
      ...told.changes,
      ...(serviceTasks === undefined ? [] : movedAtHand(context, heads, after)),
    ],
    facts,
    events: told.events,
    fields: ['record', ...(serviceTasks === undefined ? [] : ['serviceTasks'])],
    findings: judgeRecord(matter.kind, record).map(({ rule }) => rule),
  });
}
