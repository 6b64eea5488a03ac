import type { ActContext } from '../../act.ts';
import type { UserId } from '../../kernel/id.ts';
import type { PlaceInLog } from '../../trail/place-in-log.ts';
import { linesClaimed } from '../../trail/sealing/old-lines.ts';
import { expectWhole } from '../../trail/search/not-whole.ts';
import type { ClientHead } from '../clients/model.ts';
import { filesOf } from './own-lines.ts';

/**
 * Who made these lines of the sealed log, which have left the table.
 * @returns undefined where one does not stand where it is said to, or is of none of the person's files.
 * @throws Refusal where the sealed log is not whole.
 */
export async function usersOfSealed(
  context: Pick<ActContext, 'services' | 'actor'>,
  head: ClientHead,
  places: readonly PlaceInLog[],
): Promise<UserId[] | undefined> {
  if (places.length === 0) return [];
  const { services, actor } = context;
  const own = new Set(await filesOf(services, actor.controller, head));
  const lines = await expectWhole(context, [head.clientId], () =>
    linesClaimed(services, actor.controller, places),
  );
  const theirs = lines.filter(({ clients }) => clients.some((clientId) => own.has(clientId)));
  return theirs.length < places.length ? undefined : theirs.map(({ userIdentity }) => userIdentity.userId);
}
