import * as z from 'zod';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { Opening, OpeningGround } from '../../shared/domain/access-rights/model.ts';
import { findOpening, openReview, openWords } from '../../shared/domain/access-rights/openings.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { SignOutcome } from '../../shared/domain/signs/model.ts';
import { type ClientId, type OpeningId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const OpeningRead = z
  .strictObject({
    ...Opening.pick({
      openingId: true,
      clientId: true,
      userId: true,
      unitId: true,
      until: true,
      reference: true,
      endedAt: true,
      endedBy: true,
    }).shape,
    version: z.int(),
    openedAt: Instant,
    reason: z.strictObject({ code: OpeningGround, words: z.string() }),
    review: z
      .strictObject({
        outcome: SignOutcome,
        by: UserId,
        at: Instant,
        words: z.string(),
        reference: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'OpeningRead' });

/**
 * Why a worker opened this file without a tie, in the worker's words, for the supervisor of the worker's unit. The
 * words tell of the client, so a file that has been restricted since gives them to its readers only.
 */
export async function readOpening(
  context: ActContext,
  { params: { clientId, openingId } }: { params: { clientId: ClientId; openingId: OpeningId } },
): Promise<Reading<z.infer<typeof OpeningRead>>> {
  const { services, actor } = context;
  const [file, opening] = await Promise.all([
    loadClientFile(services, actor.controller, clientId),
    findOpening(context, clientId, openingId),
  ]);
  if (file === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const concerns = [clientId];
  if (opening === undefined || isShutTo(file.head, actor.userId)) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns });
  }
  mustSupervise(actor, opening.unitId);
  const { userId, unitId, until, endedAt, endedBy, createdAt, reasonCode, reference, review, version } =
    opening;
  return {
    version,
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        { kind: 'opening', id: openingId, client: clientId },
        { kind: 'user', id: userId },
      ],
      dataGroups: ['accessRights'],
      reasonId: openingId,
    },
    body: async () => ({
      openingId,
      clientId,
      userId,
      unitId,
      until,
      ...(reference === undefined ? {} : { reference }),
      ...(endedAt === undefined ? {} : { endedAt }),
      ...(endedBy === undefined ? {} : { endedBy }),
      version,
      openedAt: createdAt,
      ...(review === undefined
        ? {}
        : { review: { ...review, words: await openReview(context, opening, review) } }),
      reason: {
        code: reasonCode,
        words: await openWords(keyRing(services, actor.controller, file.keys), opening),
      },
    }),
  };
}
