import type * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { loadNotifierMessages } from '../../shared/domain/intake/notifier-message.ts';
import { loadWholeMatter, openRecord } from '../../shared/domain/intake/store.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { findMatter } from './find-matter.ts';
import { type MatterView, messageStateOf, openHandlings, rowOf } from './matter-view.ts';
import { lineOfMatter, type OneMatter } from './one-matter.ts';

/** A matter in the intake of the worker's unit, with who notified: whoever handles it may have to ring back. */
export async function readMatter(
  context: ActContext,
  { params }: { params: z.infer<typeof OneMatter> },
): Promise<Reading<MatterView>> {
  const { ring } = await findMatter(context, params.matterId);
  const [whole, messages] = await Promise.all([
    loadWholeMatter(context, params.matterId),
    loadNotifierMessages(context, params.matterId),
  ]);
  if (whole === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const { head, record, handlings } = whole;
  const { changedFields: _none, ...line } = lineOfMatter(head, []);
  return {
    version: head.version,
    line,
    body: async () => ({
      ...rowOf(head),
      receivedBy: UserId.parse(head.createdBy),
      recordedAt: head.createdAt,
      subjects: head.subjects,
      arrivals: head.arrivals ?? [],
      record: await openRecord(ring, record),
      notifierHidden: false,
      handlings: await openHandlings(ring, handlings),
      messages: messages.map(messageStateOf),
    }),
  };
}
