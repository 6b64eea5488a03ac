import * as z from 'zod';
import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { clientsOfWorker } from '../../shared/domain/cases/worklists.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { hasSafetyBan, isUninformed } from '../../shared/domain/clients/rules.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId, UnitId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';

export const OwnClients = z
  .strictObject({
    clients: z
      .array(
        z.strictObject({
          clientId: ClientId,
          ...ClientLabel.omit({ former: true }).shape,
          responsibleUnitId: UnitId,
          startedOn: LocalDate,
          /** Turvakielto is in force: the municipality is left out. */
          safetyBan: z.boolean(),
          /** The controller informs at the start of a relationship, and that has not been recorded (C-32). */
          uninformed: z.literal(true).optional(),
        }),
      )
      .max(PAGE_OF_CLIENTS),
    next: z.string().optional(),
  })
  .meta({ id: 'OwnClients' });
type OwnClients = z.infer<typeof OwnClients>;

type Input = { query: z.infer<typeof PageQuery> };
const QUESTION = 'own';

export const findOwnClients = (
  services: Services,
  caller: Identity,
  { query }: Input,
): Promise<FoundRows<ClientHead>> =>
  foundRows(services, caller, { action: CASE_ACTIONS.listOwnClients, question: QUESTION, query }, (asked) =>
    clientsOfWorker(services, caller, asked),
  );

/** The clients whose own worker this worker is (omatyöntekijä, 1301/2014 § 42), by name and year of birth. */
export async function listOwnClients(
  context: ActContext,
  _input: Input,
  found: FoundRows<ClientHead> | undefined,
): Promise<Reading<OwnClients>> {
  const { actor, today } = context;
  const page = rowsOf(found);
  const [listed, settings] = await Promise.all([
    listedClients(
      context,
      page.items.map(({ clientId }) => clientId),
    ),
    settingsOf(context.services, actor.controller),
  ]);
  const clients = page.items.flatMap(({ clientId }): OwnClients['clients'] => {
    const one = listed.get(clientId);
    const relationship = one?.head.relationship;
    if (one === undefined || relationship?.state !== 'active') return [];
    if (relationship.ownWorkerId !== actor.userId) return [];
    const { responsibleUnitId, startedOn } = relationship;
    return [
      {
        clientId,
        ...one.label,
        responsibleUnitId,
        startedOn,
        safetyBan: hasSafetyBan(one.head, today),
        ...(isUninformed(one.head, settings) ? { uninformed: true as const } : {}),
      },
    ];
  });
  return {
    line: {
      clients: clients.map(({ clientId }) => clientId),
      resources: clients.map(({ clientId }) => ({ kind: 'client', id: clientId })),
      dataGroups: ['identity', 'clienthood'],
    },
    body: async () => {
      const next = await sealCursor(context, QUESTION, page.lastKey);
      return { clients, ...(next === undefined ? {} : { next }) };
    },
  };
}
