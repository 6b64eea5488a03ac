import type { Actor } from '../../shared/access/actor.ts';
import type { ActContext } from '../../shared/act.ts';
import { openLabel } from '../../shared/crypto/key-ring.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import type { BaseData, ClientHead } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { birthYearOf } from '../../shared/domain/clients/rules.ts';
import {
  codesOf,
  findByCode,
  findByName,
  loadHeads,
  loadKeyItems,
} from '../../shared/domain/clients/store.ts';
import { type ClientId, UnitId } from '../../shared/kernel/id.ts';
import { matchesName } from '../../shared/kernel/name.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/**
 * What a problem says of those already recorded: the ids of files that the worker may know of, and for a
 * restricted file only the unit to call (design: it does not exist for others).
 */
type Recorded = { clientIds?: string[]; callUnitIds?: string[] };

const mayKnow = (actor: Actor, head: ClientHead): boolean => !isShutTo(head, actor.userId);

/** The unit that answers for a client: of the relationship, or else of the intake. */
const unitOf = ({ relationship, intake }: ClientHead): UnitId =>
  relationship?.responsibleUnitId ?? intake.unitId;

function recorded(actor: Actor, heads: readonly ClientHead[]): Recorded {
  const clientIds = heads
    .filter((head) => mayKnow(actor, head))
    .map((head) => head.mergedInto ?? head.clientId);
  const callUnitIds = heads.filter((head) => !mayKnow(actor, head)).map(unitOf);
  return {
    ...(clientIds.length === 0 ? {} : { clientIds: [...new Set(clientIds)] }),
    ...(callUnitIds.length === 0 ? {} : { callUnitIds: [...new Set(callUnitIds)] }),
  };
}

/**
 * The same code is refused by the transaction itself, so that of two at once exactly one wins. Only then is it
 * looked up whose the code is: a new client pays nothing for it.
 */
export async function namingWhoHas<T>(
  { services, actor }: ActContext,
  data: BaseData,
  commitIt: () => Promise<T>,
): Promise<T> {
  try {
    return await commitIt();
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.definition !== CLIENT_REFUSALS.duplicate) throw thrown;
    const found = await Promise.all(
      codesOf(data).map((code) => findByCode(services, actor.controller, code)),
    );
    const heads = await loadHeads(
      services,
      actor.controller,
      found.filter((clientId) => clientId !== undefined),
    );
    throw new Refusal(CLIENT_REFUSALS.duplicate, { details: recorded(actor, heads) });
  }
}

/**
 * The same name and year of birth is a warning. The worker answers it by naming the clients that were looked at
 * and, for restricted files, the units that were called.
 */
export async function refusePossibleDuplicate(
  { services, actor }: ActContext,
  data: BaseData,
  answered: { notDuplicateOf: readonly ClientId[]; calledUnitIds: readonly UnitId[] },
): Promise<void> {
  const words = `${data.name.given} ${data.name.family}`;
  const { parts, candidates } = await findByName(services, actor.controller, words);
  const unseen = candidates.filter((clientId) => !answered.notDuplicateOf.includes(clientId));
  if (unseen.length === 0) return;
  const same = await bearersOf(services, actor, unseen, parts, birthYearOf(data));
  const heads = (await loadHeads(services, actor.controller, same)).filter(
    (head) => mayKnow(actor, head) || !answered.calledUnitIds.includes(unitOf(head)),
  );
  if (heads.length === 0) return;
  throw new Refusal(CLIENT_REFUSALS.possibleDuplicate, { details: recorded(actor, heads) });
}

/** Those of the candidates who bear the name and may be born in the year. */
async function bearersOf(
  services: ActContext['services'],
  { controller }: Actor,
  candidates: readonly ClientId[],
  parts: readonly string[],
  born: number | undefined,
): Promise<ClientId[]> {
  const items = await loadKeyItems(services, controller, candidates);
  const labels = await Promise.all(
    items.map(async (item) => ({ item, label: await openLabel(services, controller, item) })),
  );
  return labels
    .filter(
      ({ label }) =>
        matchesName(parts, [`${label.given} ${label.family}`, ...label.former]) &&
        (born === undefined || label.birthYear === undefined || label.birthYear === born),
    )
    .map(({ item }) => item.clientId);
}
