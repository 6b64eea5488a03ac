import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { mustBeLate } from '../../shared/domain/deadlines/lateness.ts';
import { LatenessReason } from '../../shared/domain/deadlines/model.ts';
import { placedDeadline } from '../../shared/domain/deadlines/place.ts';
import { explained } from '../../shared/domain/deadlines/transitions.ts';
import { LatenessWords, sealWords } from '../../shared/domain/deadlines/words.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { type DeadlineChanged, findDeadline, type OfDeadline } from './one-deadline.ts';
import { resourceOf } from './worklist.ts';

export const RecordLateness = z
  .strictObject({ reason: LatenessReason, words: LatenessWords.optional() })
  .meta({ id: 'RecordLateness' });

/** Why a time was exceeded, while it runs still or after it was met (434/2003 § 23). What was said before is replaced. */
export async function recordLateness(
  context: ClientContext,
  { params, version, body }: OfDeadline & { body: z.infer<typeof RecordLateness> },
): Promise<Answer<DeadlineChanged>> {
  const { actor, now } = context;
  const deadline = await findDeadline(context, params.deadlineId);
  expectVersion(deadline, version);
  mustBeLate(deadline, context);
  const { reason, words } = body;
  const sealed = words === undefined ? undefined : await sealWords(ringOf(context), deadline, words);
  const after = explained(
    deadline,
    { reason, ...(sealed === undefined ? {} : { words: sealed }) },
    {
      now,
      by: actor.userId,
    },
  );
  return commit(context, {
    changes: placedDeadline(actor.controller, deadline, after),
    line: {
      clients: [context.file.head.clientId],
      resources: [resourceOf(after)],
      dataGroups: ['deadlines'],
      changedFields: ['lateness'],
    },
    answer: { body: { deadlineId: after.deadlineId, version: after.version }, version: after.version },
  });
}
