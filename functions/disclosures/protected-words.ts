import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { contactWords } from '../../shared/domain/decisions/banned-persons.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import type { Found } from './gate-of.ts';

/**
 * What of words would betray somebody under a safety ban (661/2009 § 37): the contacts of the client, of every other
 * client whom a document is about, and of those in the network who are under a ban, as this file knows them and as the
 * own file of one who is a client does. A brother of the same document may
 * live at the same address, and so the words of all of them are sought, not of the banned one alone. Nothing of it is
 * shown to anybody.
 */
export async function protectedWords(context: ClientContext, found: Found): Promise<string[]> {
  const own = context.file.head.clientId;
  const others = new Set([...found.pieces.flatMap(({ clients = [] }) => clients), ...found.nearClients]);
  const all = await Promise.all([
    openBase(ringOf(context), context.file.head).then(({ data }) => contactWords(data)),
    ...[...others].filter((clientId) => clientId !== own).map((clientId) => wordsOf(context, clientId)),
  ]);
  return [...all.flat(), ...found.near.flatMap(contactWords)];
}

async function wordsOf(context: ClientContext, clientId: ClientId): Promise<string[]> {
  const file = await loadClientFile(context.services, context.actor.controller, clientId);
  if (file === undefined) return [];
  const { data } = await openBase(ringOf({ ...context, file }), file.head);
  return contactWords(data);
}
