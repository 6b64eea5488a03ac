import * as z from 'zod';
import { mayReview } from '../../shared/access/sign-reviewers.ts';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { findOpening, reviewedOpening } from '../../shared/domain/access-rights/openings.ts';
import { OPENING_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import { OutcomeWords, SignOutcome } from '../../shared/domain/signs/model.ts';
import { openingsOfSign, signsOfOpening } from '../../shared/domain/signs/of-openings.ts';
import { withOutcome } from '../../shared/domain/signs/outcome.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { type ClientId, OpeningId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';

export const ReviewOpening = z
  .strictObject({
    outcome: SignOutcome,
    words: OutcomeWords,
    /** Where a suspicion is handled further: the id of its case. */
    reference: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,40}$/)
      .optional(),
  })
  .meta({ id: 'ReviewOpening' });
export const OpeningReviewed = z
  .strictObject({ openingId: OpeningId, version: z.int() })
  .meta({ id: 'OpeningReviewed' });

/**
 * What the supervisor found of an opening, in the queue itself. Where the run of the night has made a sign of it, the
 * sign has the same outcome in the same commit; where it has not yet, it will.
 */
export async function reviewOpening(
  context: ActContext,
  {
    params: { clientId, openingId },
    body,
    version,
  }: {
    params: { clientId: ClientId; openingId: OpeningId };
    body: z.infer<typeof ReviewOpening>;
    version: number;
  },
): Promise<Answer<z.infer<typeof OpeningReviewed>>> {
  const { services, actor } = context;
  const concerns = [clientId];
  const [head, opening] = await Promise.all([
    getItem(
      services.tables,
      actor.controller,
      'records',
      clientKeys.head(actor.controller, clientId),
      ClientHead,
    ),
    findOpening(context, clientId, openingId),
  ]);
  if (head === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (opening === undefined || isShutTo(head, actor.userId)) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns });
  }
  mustSupervise(actor, opening.unitId);
  if (opening.userId === actor.userId) throw new Refusal(OPENING_REFUSALS.own, { concerns });
  expectVersion(opening, version);
  const signs = await signsOfOpening(context, opening);
  if (signs.some((sign) => !mayReview(actor, sign))) {
    throw new Refusal(OPENING_REFUSALS.withOfficer, { concerns });
  }
  const put = await reviewedOpening(context, opening, body);
  const ofSigns = await Promise.all(
    signs.map(async (sign): Promise<Change> => {
      const others = await openingsOfSign(context, sign);
      const isAll = others.every((one) => one.openingId === openingId || one.review !== undefined);
      return {
        put: await withOutcome(context, sign, body, isAll),
        when: { version: sign.version },
        otherwise: COMMON_REFUSALS.conflict,
      };
    }),
  );
  return commit(context, {
    changes: [{ put, when: { version } }, ...ofSigns],
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        { kind: 'opening', id: openingId, version: put.version, client: clientId },
        { kind: 'user', id: opening.userId },
        ...signs.map(({ signId }) => ({ kind: 'accessLog' as const, id: signId })),
      ],
      dataGroups: ['accessRights', ...(signs.length === 0 ? [] : (['accessLog'] as const))],
      changedFields: ['outcome'],
      reasonCode: body.outcome,
    },
    answer: { body: { openingId, version: put.version }, version: put.version },
  });
}
