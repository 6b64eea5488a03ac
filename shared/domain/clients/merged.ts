import type { ClientId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { type ClientContext, loadClientFile } from './file.ts';
import { hasSafetyBan } from './rules.ts';
import { loadHeads } from './store.ts';

/** A client may be merged into one that is itself merged later; more in a row than this is a fault of the data. */
const MOST_HOPS = 10;

/**
 * The context of a client that was merged into the one whose tie was verified, directly or through another. A
 * restricted source stays closed to all but its readers.
 * @throws Refusal `request.notFound` for any other client.
 */
export async function mergedContext(
  context: ClientContext,
  sourceId: ClientId,
  notes = 0,
): Promise<ClientContext & { isBanned: boolean }> {
  const { services, actor, file: target, today } = context;
  const file = await loadClientFile(services, actor.controller, sourceId, notes);
  const readers = file?.head.restriction?.readers;
  if (file === undefined || (readers !== undefined && !readers.includes(actor.userId))) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  let at = file.head.mergedInto;
  for (let hop = 0; at !== undefined && at !== target.head.clientId && hop < MOST_HOPS; hop += 1) {
    const [next] = await loadHeads(services, actor.controller, [at]);
    at = next?.mergedInto;
  }
  if (at !== target.head.clientId) throw new Refusal(COMMON_REFUSALS.notFound);
  const isBanned = hasSafetyBan(target.head, today) || hasSafetyBan(file.head, today);
  return { ...context, file, isBanned };
}
