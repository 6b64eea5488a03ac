import * as z from 'zod';
import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { listedClients } from '../../shared/access/listed-clients.ts';
import { tieOf } from '../../shared/access/relations.ts';
import { grantsInUnit, isSupervised } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { uninformedOfUnit } from '../../shared/domain/cases/worklists.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { isUninformed } from '../../shared/domain/clients/rules.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId, type UnitId, UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';

export const UninformedClients = z
  .strictObject({
    clients: z
      .array(
        z.strictObject({
          clientId: ClientId,
          ...ClientLabel.omit({ former: true }).shape,
          startedOn: LocalDate,
          ownWorkerId: UserId.optional(),
        }),
      )
      .max(PAGE_OF_CLIENTS),
    next: z.string().optional(),
  })
  .meta({ id: 'UninformedClients' });
type UninformedClients = z.infer<typeof UninformedClients>;

type OfUnit = { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> };
const questionOf = (unitId: UnitId): string => `uninformed:${unitId}`;

export const findUninformed = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: OfUnit,
): Promise<FoundRows<ClientHead>> =>
  foundRows(
    services,
    caller,
    { action: CASE_ACTIONS.listUninformed, question: questionOf(unitId), query },
    (asked) => uninformedOfUnit(services, caller.controller, unitId, asked),
  );

/**
 * Clients of a unit who have not been told how their data are processed ((EU) 2016/679, 13–14), the longest waiting
 * first. The supervisor sees the unit's; a worker one's own, and those who have no own worker yet.
 */
export async function listUninformed(
  context: ActContext,
  { params: { unitId } }: OfUnit,
  found: FoundRows<ClientHead> | undefined,
): Promise<Reading<UninformedClients>> {
  const { services, actor } = context;
  const grants = grantsInUnit(context, unitId);
  const page = rowsOf(found);
  const [listed, settings] = await Promise.all([
    listedClients(
      context,
      page.items.map(({ clientId }) => clientId),
    ),
    settingsOf(services, actor.controller),
  ]);
  const mayList = (head: ClientHead, worker: UserId | undefined): boolean =>
    (isSupervised(grants) || worker === undefined || worker === actor.userId) &&
    // The file of a colleague is open to the unit's supervisor and to its own worker alone.
    grants.some((grant) => tieOf(actor, grant, { head, cases: [] }, context) !== undefined);
  const clients = page.items.flatMap(({ clientId }): UninformedClients['clients'] => {
    const one = listed.get(clientId);
    const relationship = one?.head.relationship;
    if (one === undefined || relationship === undefined || !isUninformed(one.head, settings)) return [];
    const { startedOn, ownWorkerId, responsibleUnitId } = relationship;
    if (responsibleUnitId !== unitId || !mayList(one.head, ownWorkerId)) return [];
    return [{ clientId, ...one.label, startedOn, ...(ownWorkerId === undefined ? {} : { ownWorkerId }) }];
  });
  return {
    line: {
      clients: clients.map(({ clientId }) => clientId),
      resources: [
        { kind: 'unit', id: unitId },
        ...clients.map(({ clientId }) => ({ kind: 'client' as const, id: clientId })),
      ],
      dataGroups: ['identity', 'clienthood'],
    },
    body: async () => {
      const next = await sealCursor(context, questionOf(unitId), page.lastKey);
      return { clients, ...(next === undefined ? {} : { next }) };
    },
  };
}
