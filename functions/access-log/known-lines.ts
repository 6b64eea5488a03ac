import { isKnown, watchesAll } from '../../shared/access/log-reader.ts';
import type { ActContext } from '../../shared/act.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';

/** The lines without those that name a client whose file does not exist for this worker. */
export async function knownLines(
  { services, actor }: ActContext,
  lines: readonly AccessEvent[],
): Promise<AccessEvent[]> {
  if (watchesAll(actor)) return [...lines];
  const named = [...new Set(lines.flatMap(({ clients }) => clients))];
  const heads = await loadHeads(services, actor.controller, named);
  const hidden = new Set(heads.filter((head) => !isKnown(actor, head)).map(({ clientId }) => clientId));
  return lines.filter(({ clients }) => !clients.some((clientId) => hidden.has(clientId)));
}
