import type { ActContext, Change } from '../../act.ts';
import type { CaseId, ClientId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed, created } from '../../table/item.ts';
import { retentionKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';
import { DisposalGate } from './disposal-gate.ts';
import { DISPOSAL_REFUSALS } from './refusals.ts';

/**
 * Where destructions meet what would hold them back. A hold moves the gate of the client, as a destruction does, so that
 * neither goes past the other unseen. What a client asks moves the mark of the file, which the destruction names, and
 * names the gate, which the destruction moves.
 */

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

/**
 * That the client's data, and these cases of them, are not being destroyed, as a commit asks it: whoever asks for what is
 * going is told so, and is not answered that it is kept.
 * @throws Refusal `retention.begun`.
 */
export async function stillKept(
  where: Where,
  clientId: ClientId,
  cases: readonly (CaseId | undefined)[] = [],
): Promise<Change> {
  const { gate } = await loadGate(where, clientId);
  // Of a file that was merged the unit is named by the one that remains, and cases by whichever file they are in.
  const going = ['client-', ...cases.flatMap((caseId) => (caseId === undefined ? [] : [`case-${caseId}-`]))];
  if (gate?.begun.some(({ unitId }) => going.some((unit) => unitId.startsWith(unit)))) {
    throw new Refusal(DISPOSAL_REFUSALS.begun, { concerns: [clientId] });
  }
  return {
    check: retentionKeys.gate(where.actor.controller, clientId),
    when: gate === undefined ? 'absent' : { version: gate.version },
    otherwise: COMMON_REFUSALS.conflict,
  };
}
