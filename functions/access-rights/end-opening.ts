import * as z from 'zod';
import { rewritten } from '../../shared/access/granting/compile.ts';
import { powersOf, putPowers } from '../../shared/access/powers.ts';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Opening } from '../../shared/domain/access-rights/model.ts';
import { findOpening } from '../../shared/domain/access-rights/openings.ts';
import { OPENING_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { ClientId, OpeningId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';

export const OpeningEnded = z
  .strictObject({ openingId: OpeningId, clientId: ClientId })
  .meta({ id: 'OpeningEnded' });

/**
 * Ends an opening before its time: by whoever opened the file and needs it no more, by the supervisor of the unit in
 * whose queue it stands, or by the main user. The tie is over with the commit: the next request is judged without it.
 */
export async function endOpening(
  context: ActContext,
  { params: { clientId, openingId } }: { params: { clientId: ClientId; openingId: OpeningId } },
): Promise<Answer<z.infer<typeof OpeningEnded>>> {
  const { services, actor, now } = context;
  const opening = await findOpening(context, clientId, openingId);
  if (opening === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  basedOn(context, opening);
  const powers = await powersOf(services, actor.controller, opening.userId);
  const isThis = (one: { openingId: OpeningId; clientId: ClientId }): boolean =>
    one.openingId === openingId && one.clientId === clientId;
  if (opening.endedAt !== undefined || !powers.powers.openings.some(isThis) || opening.until <= now) {
    throw new Refusal(OPENING_REFUSALS.over, { concerns: [clientId] });
  }
  const mover = { now, by: actor.userId };
  const left = rewritten(
    powers,
    ({ openings }) => ({ openings: openings.filter((one) => !isThis(one)) }),
    mover,
  );
  const put: Opening = {
    ...opening,
    ...changed(opening, now, actor.userId),
    endedAt: now,
    endedBy: actor.userId,
  };
  return commit(context, {
    changes: [
      { put, when: { version: opening.version }, otherwise: COMMON_REFUSALS.conflict },
      putPowers(left),
    ],
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        { kind: 'opening', id: openingId, version: put.version, client: clientId },
        { kind: 'user', id: opening.userId },
      ],
      dataGroups: ['accessRights'],
      changedFields: ['ended'],
    },
    answer: { body: { openingId, clientId } },
  });
}

/** @throws Refusal `access.notAllowed`, with the client in whose log the attempt stands. */
function basedOn(context: ActContext, { userId, unitId, clientId, openingId, reference }: Opening): void {
  const { actor, basis } = context;
  if (userId === actor.userId) {
    context.basis = {
      ...basis,
      kind: reference === undefined ? 'breakGlass' : 'duty',
      reference: openingId,
    };
    return;
  }
  if (actor.grants.some(({ role }) => role === 'mainUser')) {
    context.basis = { ...basis, kind: 'administration' };
    return;
  }
  try {
    mustSupervise(actor, unitId);
  } catch {
    throw new Refusal(COMMON_REFUSALS.notAllowed, { concerns: [clientId] });
  }
  context.basis = { ...basis, kind: 'supervision' };
}
