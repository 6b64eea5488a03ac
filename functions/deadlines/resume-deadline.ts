import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { resumeDeadline as resumed } from '../../shared/domain/deadlines/move-deadline.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { mustFollow, mustHaveHappened } from './happened.ts';
import { type DeadlineChanged, findDeadline, type OfDeadline } from './one-deadline.ts';
import { resourceOf } from './worklist.ts';

export const ResumeDeadline = z.strictObject({ on: LocalDate }).meta({ id: 'ResumeDeadline' });

/** What was waited for came, or its time passed: the time runs on, or anew from that day, as its rule says. */
export async function resumeDeadline(
  context: ClientContext,
  { params, version, body }: OfDeadline & { body: z.infer<typeof ResumeDeadline> },
): Promise<Answer<DeadlineChanged>> {
  const found = await findDeadline(context, params.deadlineId);
  expectVersion(found, version);
  mustHaveHappened(context, body);
  const pause = found.state === 'paused' ? found.pauses.at(-1) : undefined;
  if (pause !== undefined) mustFollow({ startedOn: pause.on }, body);
  const { deadline, changes } = resumed(context, found, body.on);
  return commit(context, {
    changes,
    line: {
      clients: [params.clientId],
      resources: [resourceOf(deadline)],
      dataGroups: ['deadlines'],
      changedFields: ['state', 'pauses', 'dueOn'],
    },
    answer: {
      body: { deadlineId: deadline.deadlineId, version: deadline.version },
      version: deadline.version,
    },
  });
}
