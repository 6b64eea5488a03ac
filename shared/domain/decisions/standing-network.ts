import type { Change } from '../../act.ts';
import { loadFileMark } from '../../file-mark.ts';
import type { Key } from '../../table/keys.ts';
import type { ClientContext } from '../clients/file.ts';
import type { ClientHead } from '../clients/model.ts';
import { ownFileOf } from '../clients/network/own-ban.ts';
import { knownPersons } from './known-persons.ts';

export type Standing = Extract<Change, { check: Key }>;

/** A thing as it was read, for a commit to ask whether it stands so still. */
export const noted = ({ pk, sk, version }: Key & { version: number }): Standing => ({
  check: { pk, sk },
  when: { version },
});

/**
 * What a look at a client's network rests on, noted before the look: the mark of the file, which a relation or a ban that
 * is written moves, and the heads of those of the network who are clients, where a safety ban of their own stands.
 */
export async function networkNow(context: ClientContext): Promise<{ mark: Standing; heads: ClientHead[] }> {
  const { clientId } = context.file.head;
  // First of all: a relation that is added after this moves it.
  const mark = await loadFileMark(context, clientId);
  const { relations } = await knownPersons(context);
  const found = await Promise.all(relations.map((relation) => ownFileOf(context, relation)));
  const heads = new Map(
    found.flatMap((head) =>
      head === undefined || head.clientId === clientId ? [] : [[head.clientId, head] as const],
    ),
  );
  return { mark, heads: [...heads.values()] };
}
