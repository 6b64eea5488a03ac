import * as z from 'zod';
import { maySeeWork } from '../../shared/access/unit-grants.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { loadDeadline } from '../../shared/domain/deadlines/store.ts';
import { ClientId, DeadlineId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const OneDeadline = z.strictObject({ clientId: ClientId, deadlineId: DeadlineId });
export type OfDeadline = { params: z.infer<typeof OneDeadline>; version: number };

export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const DeadlineChanged = z
  .strictObject({ deadlineId: DeadlineId, version: z.int() })
  .meta({ id: 'DeadlineChanged' });
export type DeadlineChanged = z.infer<typeof DeadlineChanged>;

/** @throws Refusal `request.notFound`, also for one whose service tasks the worker's grants do not cover. */
export async function findDeadline(context: ClientContext, deadlineId: DeadlineId): Promise<Deadline> {
  const found = await loadDeadline(context, context.file.head.clientId, deadlineId);
  if (found === undefined || !maySeeWork(context, found)) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}
