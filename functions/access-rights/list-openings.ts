import * as z from 'zod';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Opening } from '../../shared/domain/access-rights/model.ts';
import { openingsOfUnit } from '../../shared/domain/access-rights/openings.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { SignOutcome } from '../../shared/domain/signs/model.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';

export const OpeningPage = z
  .strictObject({
    openings: z
      .array(
        Opening.pick({
          openingId: true,
          clientId: true,
          userId: true,
          reasonCode: true,
          reference: true,
          until: true,
          endedAt: true,
        }).extend({
          openedAt: Instant,
          /** The day by which the controller wants it looked into. */
          reviewBy: LocalDate,
          /** What a reviewer found of it last. */
          outcome: SignOutcome.optional(),
          version: z.int(),
        }),
      )
      .max(PAGE_OF_CLIENTS),
    next: z.string().optional(),
  })
  .meta({ id: 'OpeningPage' });

/** What the workers of a unit have opened without a tie, for its supervisor: the latest first, words apart. */
export async function listOpenings(
  context: ActContext,
  {
    params: { unitId },
    query: { cursor, limit = PAGE_OF_CLIENTS },
  }: { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof OpeningPage>>> {
  const { services, actor } = context;
  mustSupervise(actor, unitId);
  const [after, { breakGlass }] = await Promise.all([
    openCursor(context, unitId, cursor),
    settingsOf(services, actor.controller),
  ]);
  const page = await openingsOfUnit(context, unitId, { limit, after });
  return {
    line: {
      clients: page.items.map(({ clientId }) => clientId),
      resources: [
        { kind: 'unit', id: unitId },
        ...page.items.map(({ openingId, clientId }) => ({
          kind: 'opening' as const,
          id: openingId,
          client: clientId,
        })),
      ],
      dataGroups: ['accessRights'],
    },
    body: async () => {
      const next = await sealCursor(context, unitId, page.lastKey);
      return {
        openings: page.items.map(
          ({
            openingId,
            clientId,
            userId,
            reasonCode,
            reference,
            until,
            endedAt,
            review,
            createdAt,
            version,
          }) => ({
            openingId,
            clientId,
            userId,
            reasonCode,
            ...(reference === undefined ? {} : { reference }),
            until,
            ...(endedAt === undefined ? {} : { endedAt }),
            openedAt: createdAt,
            reviewBy: addDays(helsinkiDateOf(createdAt), breakGlass.reviewWithinDays),
            ...(review === undefined ? {} : { outcome: review.outcome }),
            version,
          }),
        ),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
