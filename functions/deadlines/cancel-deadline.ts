import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { CancelGround } from '../../shared/domain/deadlines/model.ts';
import { cancelDeadline as cancelled } from '../../shared/domain/deadlines/move-deadline.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { type DeadlineChanged, findDeadline, type OfDeadline } from './one-deadline.ts';
import { resourceOf } from './worklist.ts';

export const CancelDeadline = z.strictObject({ ground: CancelGround }).meta({ id: 'CancelDeadline' });

/** Takes away a time that needs not be met any more, with the ground; what was met is ended by the act that met it. */
export async function cancelDeadline(
  context: ClientContext,
  { params, version, body }: OfDeadline & { body: z.infer<typeof CancelDeadline> },
): Promise<Answer<DeadlineChanged>> {
  const found = await findDeadline(context, params.deadlineId);
  expectVersion(found, version);
  const { deadline, changes } = cancelled(context, found, body.ground);
  return commit(context, {
    changes,
    line: {
      clients: [context.file.head.clientId],
      resources: [resourceOf(deadline)],
      dataGroups: ['deadlines'],
      changedFields: ['state', 'cancelGround'],
    },
    answer: {
      body: { deadlineId: deadline.deadlineId, version: deadline.version },
      version: deadline.version,
    },
  });
}
