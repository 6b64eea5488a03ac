import type { ActContext, Change } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import { changed, created } from '../../table/item.ts';
import { retentionKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';
import { DisposalGate } from './model.ts';

/** Where holds and destructions meet: each moves the gate of the client, so that neither goes past the other unseen. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** A gate as it was found: there is none before the first hold or destruction. */
export type FoundGate = { clientId: ClientId; gate: DisposalGate | undefined };

export async function loadGate({ services, actor }: Where, clientId: ClientId): Promise<FoundGate> {
  const key = retentionKeys.gate(actor.controller, clientId);
  return { clientId, gate: await getItem(services.tables, actor.controller, 'records', key, DisposalGate) };
}

/** Moves the gate from what was found; `unitId`: the destruction of this unit begins. */
export function gateChange(
  { actor, now }: Pick<ActContext, 'actor' | 'now'>,
  { clientId, gate }: FoundGate,
  more: Pick<Change, 'otherwise'> & { unitId?: string } = {},
): Change {
  const { unitId, ...otherwise } = more;
  const begun = unitId === undefined ? [] : [{ unitId, at: now }];
  if (gate === undefined) {
    const put: DisposalGate = {
      ...retentionKeys.gate(actor.controller, clientId),
      entity: 'disposalGate',
      ...created(now, actor.userId),
      clientId,
      begun,
    };
    return { put, when: 'absent', ...otherwise };
  }
  const put: DisposalGate = {
    ...gate,
    ...changed(gate, now, actor.userId),
    begun: [...gate.begun, ...begun],
  };
  return { put, when: { version: gate.version }, ...otherwise };
}
