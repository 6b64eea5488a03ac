import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { Deadline } from '../../shared/domain/deadlines/model.ts';
import { DeadlineView, viewOf } from '../../shared/domain/deadlines/view.ts';
import { LatenessWords, openWords } from '../../shared/domain/deadlines/words.ts';
import { findDeadline, type OneDeadline } from './one-deadline.ts';
import { resourceOf } from './worklist.ts';

/** One deadline with its pauses, its extension, and what was said of its lateness. */
export const OneDeadlineView = z
  .strictObject({
    ...DeadlineView.shape,
    ...Deadline.pick({ pauses: true, extension: true, ruleFrom: true }).shape,
    words: LatenessWords.optional(),
  })
  .meta({ id: 'OneDeadlineView' });
type OneDeadlineView = z.infer<typeof OneDeadlineView>;

export async function readDeadline(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneDeadline> },
): Promise<Reading<OneDeadlineView>> {
  const deadline = await findDeadline(context, params.deadlineId);
  const { pauses, extension, ruleFrom, version } = deadline;
  return {
    line: { clients: [params.clientId], resources: [resourceOf(deadline)], dataGroups: ['deadlines'] },
    body: async () => {
      const words = await openWords(ringOf(context), deadline);
      return {
        ...viewOf(deadline, context),
        ruleFrom,
        pauses,
        ...(extension === undefined ? {} : { extension }),
        ...(words === undefined ? {} : { words }),
      };
    },
    version,
  };
}
