import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import { type LocalDate, monthOf } from '../../kernel/local-date.ts';
import { type FoundGate, loadGate } from './gate.ts';
import type { RetentionHold } from './model.ts';
import { loadPending } from './pending.ts';
import type { Reckoned } from './reckon.ts';
import { loadHolds } from './store.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/** What holds back whatever of these clients: holds that are not lifted, and what is not answered yet. */
export async function heldBack(
  where: Where,
  clients: readonly { clientId: ClientId }[],
): Promise<{ gates: FoundGate[]; holds: RetentionHold[]; pending: boolean }> {
  const ids = [...new Set(clients.map(({ clientId }) => clientId))];
  // First, so that a hold that comes while the rest is asked is met at the gate.
  const gates = await Promise.all(ids.map((clientId) => loadGate(where, clientId)));
  const [holds, pending] = await Promise.all([
    Promise.all(ids.map((clientId) => loadHolds(where, clientId))),
    Promise.all(ids.map((clientId) => loadPending(where, clientId))),
  ]);
  return {
    gates,
    holds: holds.flat().filter(({ lifted }) => lifted === undefined),
    pending: pending.some(Boolean),
  };
}

export const isDue = ({ dueMonth }: Reckoned, today: LocalDate): boolean =>
  dueMonth !== undefined && dueMonth <= monthOf(today);
