import type { Action } from '../../shared/access/action.ts';
import type { Actor, Grant } from '../../shared/access/actor.ts';
import { isUnitsMatter } from '../../shared/access/relations.ts';
import type { ActContext } from '../../shared/act.ts';
import { type MatterRing, matterRing } from '../../shared/crypto/matter-ring.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import type { IntakeMatter } from '../../shared/domain/intake/model.ts';
import { loadMatter, loadMatterKey } from '../../shared/domain/intake/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { MatterId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { clientsOf } from './one-matter.ts';

type AtUnit = Pick<IntakeMatter, 'unitId' | 'serviceTasks' | 'workerId'>;

/** By which grant the worker handles the matter: of its unit and task, on call, or because it was given to them. */
export function grantFor(
  { grants, userId }: Actor,
  { roles }: Pick<Action, 'roles'>,
  matter: AtUnit,
): Grant | undefined {
  const able = grants.filter(({ role }) => roles.includes(role));
  return (
    able.find((grant) => isUnitsMatter(grant, matter)) ??
    able.find(({ duties }) => duties.includes('onCall')) ??
    (matter.workerId === userId ? able[0] : undefined)
  );
}

export type FoundMatter = {
  matter: IntakeMatter;
  /** Heads of the clients it is known to concern. */
  heads: ClientHead[];
  ring: MatterRing;
};

/**
 * A matter in the hands of the worker's unit. The matter at hand is the tie: no client's file is opened. One that
 * lies elsewhere, has gone over to its clients, or concerns somebody whose file is restricted, is not there.
 * @throws Refusal `request.notFound`.
 */
export async function findMatter(context: ActContext, matterId: MatterId): Promise<FoundMatter> {
  const { ring, ...found } = await findMatterOfUnit(context, matterId);
  if (ring === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return { ...found, ring };
}

/** The same, also when it has gone over to its clients and its words open in their files alone. */
export async function findMatterOfUnit(
  context: ActContext,
  matterId: MatterId,
): Promise<Omit<FoundMatter, 'ring'> & { ring: MatterRing | undefined }> {
  const { services, actor, action } = context;
  const [matter, key] = await Promise.all([loadMatter(context, matterId), loadMatterKey(context, matterId)]);
  const grant = matter === undefined ? undefined : grantFor(actor, action, matter);
  if (matter === undefined || grant === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const ring = key === undefined ? undefined : matterRing(services, actor.controller, key);
  const heads = await loadHeads(services, actor.controller, clientsOf(matter));
  if (heads.some((head) => isShutTo(head, actor.userId))) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: clientsOf(matter) });
  }
  context.grant = grant;
  context.basis = { kind: 'intake', reference: matterId, legalGround: action.legalGround };
  return { matter, heads, ring };
}

/** The same, to be changed from the version that the worker saw. */
export async function findMatterAt(
  context: ActContext,
  { params, version }: { params: { matterId: MatterId }; version: number },
): Promise<FoundMatter> {
  const found = await findMatter(context, params.matterId);
  expectVersion(found.matter, version);
  return found;
}
