import type { ActContext } from '../../act.ts';
import { loadFileMark } from '../../file-mark.ts';
import type { ClientId } from '../../kernel/id.ts';
import { type LocalDate, monthOf } from '../../kernel/local-date.ts';
import type { Key } from '../../table/keys.ts';
import type { Noted } from './examined.ts';
import { loadGate } from './gate.ts';
import type { RetentionHold } from './model.ts';
import { loadPending } from './pending.ts';
import type { Reckoned } from './reckon.ts';
import { loadHolds } from './store.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/**
 * Where the gates and the marks of these clients stand: noted before anything of them is asked, so that whatever comes
 * while the rest is asked is met.
 */
export async function notedOf(where: Where, clients: readonly ClientId[]): Promise<Noted> {
  const ids = [...new Set(clients)];
  const [gates, marks] = await Promise.all([
    Promise.all(ids.map((clientId) => loadGate(where, clientId))),
    Promise.all(ids.map((clientId) => loadFileMark(where, clientId))),
  ]);
  return { gates, marks };
}

/** What holds back whatever of these clients: holds that are not lifted, and what is not answered yet. */
export async function heldBack(
  where: Where,
  clients: readonly ClientId[],
): Promise<{ holds: RetentionHold[]; pending: boolean }> {
  const ids = [...new Set(clients)];
  const [holds, pending] = await Promise.all([
    Promise.all(ids.map((clientId) => loadHolds(where, clientId))),
    Promise.all(ids.map((clientId) => loadPending(where, clientId))),
  ]);
  return {
    holds: holds.flat().filter(({ lifted }) => lifted === undefined),
    pending: pending.some(Boolean),
  };
}

export const isDue = ({ dueMonth }: Reckoned, today: LocalDate): boolean =>
  dueMonth !== undefined && dueMonth <= monthOf(today);

/** Each once, as it was read first, and none of them the unit's own: a commit names an item once. */
export function otherThan(
  own: Key,
  heads: readonly (Key & { version: number })[],
): (Key & { version: number })[] {
  const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
  const once = new Map(heads.toReversed().map((head) => [nameOf(head), head]));
  once.delete(nameOf(own));
  return [...once.values()];
}
