import type { ActContext } from '../act.ts';
import { ClientHead } from '../domain/clients/model.ts';
import type { ClientId } from '../kernel/id.ts';
import { clientKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import { expectKnown } from './log-reader.ts';

/** @throws Refusal not found for a client who is not ours, or whose restricted file is not known to this worker. */
export async function knownClient(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  clientId: ClientId,
): Promise<ClientHead> {
  const key = clientKeys.head(actor.controller, clientId);
  const head = await getItem(services.tables, actor.controller, 'records', key, ClientHead);
  expectKnown(actor, head);
  return head;
}
