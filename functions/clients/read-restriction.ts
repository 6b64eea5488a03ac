import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Restriction } from '../../shared/domain/clients/model.ts';
import { loadRestrictionChanges, openReason } from '../../shared/domain/clients/restriction/store.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';

const SHOWN = 20;

export const RestrictionRead = z
  .strictObject({
    clientId: ClientId,
    version: z.int(),
    /** In force now; nobody is named where the file is not restricted. */
    restriction: Restriction.optional(),
    changes: z.array(
      z.strictObject({
        readers: Restriction.shape.readers.optional(),
        reason: z.string(),
        changedAt: Instant,
        changedBy: UserId,
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'RestrictionRead' });

/** To whom a file is restricted, and every change of that with its reason, the latest first. */
export async function readRestriction(
  context: ClientContext,
  { query: { cursor, limit = SHOWN } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof RestrictionRead>>> {
  const { clientId, version, restriction } = context.file.head;
  const after = await openCursor(context, clientId, cursor);
  const page = await loadRestrictionChanges(context, clientId, { limit, after });
  const oldest = page.items.at(-1);
  return {
    version,
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId, version }],
      dataGroups: ['accessRights'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.createdAt }),
    },
    body: async () => {
      const ring = ringOf(context);
      const [changes, next] = await Promise.all([
        Promise.all(
          page.items.map(async (item) => ({
            ...(item.readers === undefined ? {} : { readers: item.readers }),
            reason: await openReason(ring, item),
            changedAt: item.createdAt,
            changedBy: UserId.parse(item.createdBy),
          })),
        ),
        sealCursor(context, clientId, page.lastKey),
      ]);
      return {
        clientId,
        version,
        ...(restriction === undefined ? {} : { restriction }),
        changes,
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
