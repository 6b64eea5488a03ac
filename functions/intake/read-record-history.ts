import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { IntakeRecord } from '../../shared/domain/intake/record.ts';
import { loadSupersededRecords, openRecord } from '../../shared/domain/intake/store.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { findMatter } from './find-matter.ts';
import { lineOfMatter, type OneMatter } from './one-matter.ts';

export const RecordHistory = z
  .strictObject({
    versions: z.array(z.strictObject({ until: Instant, changedBy: UserId, record: IntakeRecord })).max(20),
  })
  .meta({ id: 'RecordHistory' });

/** What a matter said before it was completed or corrected, the latest first: what came in is never lost. */
export async function readRecordHistory(
  context: ActContext,
  { params }: { params: z.infer<typeof OneMatter> },
): Promise<Reading<z.infer<typeof RecordHistory>>> {
  const [{ matter, ring }, former] = await Promise.all([
    findMatter(context, params.matterId),
    loadSupersededRecords(context, params.matterId),
  ]);
  const { changedFields: _none, ...line } = lineOfMatter(matter, []);
  return {
    line: { ...line, historyFrom: former.at(-1)?.createdAt ?? matter.createdAt },
    body: async () => ({
      versions: await Promise.all(
        former.map(async (item) => ({
          until: item.createdAt,
          changedBy: UserId.parse(item.createdBy),
          record: await openRecord(ring, item),
        })),
      ),
    }),
  };
}
