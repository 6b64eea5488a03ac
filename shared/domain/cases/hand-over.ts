import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { type ClientId, JobId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { storedItem } from '../../table/item.ts';
import { indexKeys, workKeys } from '../../table/keys.ts';
import { getItem, queryAll } from '../../table/read.ts';
import { ClientHead } from '../clients/model.ts';
import { Deadline } from '../deadlines/model.ts';
import { Task } from '../tasks/model.ts';
import { CaseHead } from './model.ts';

/**
 * Siirto seuraajalle: a worker's clients and cases of one unit, with their deadlines and tasks, handed to a named successor a client at a time. What
 * is left to do is not kept anywhere: it is what still lies in the leaver's hands, so that a hand-over that was
 * stopped goes on where it was (docs/decisions/0022).
 */
export const HandOver = storedItem('handOver', {
  jobId: JobId,
  unitId: UnitId,
  fromWorkerId: UserId,
  successorId: UserId,
  state: z.enum(['underWay', 'done']),
  /** Clients handed over so far. */
  handed: z.int().nonnegative(),
  finishedAt: Instant.optional(),
});
export type HandOver = z.infer<typeof HandOver>;

type Where = Pick<ActContext, 'services' | 'actor'>;

export const loadHandOver = (
  { services, actor: { controller } }: Where,
  jobId: JobId,
): Promise<HandOver | undefined> =>
  getItem(services.tables, controller, 'records', workKeys.job(controller, jobId), HandOver);

/** The clients that lie in the leaver's hands in the unit, in the order of their ids. */
export async function clientsInHand(
  { services, actor: { controller } }: Where,
  { fromWorkerId, unitId }: Pick<HandOver, 'fromWorkerId' | 'unitId'>,
): Promise<ClientId[]> {
  const at = { table: 'records', index: 'gsi1', pk: indexKeys.worker(controller, fromWorkerId) } as const;
  const [clients, cases, deadlines, tasks] = await Promise.all([
    queryAll(services.tables, controller, { ...at, span: indexKeys.spans.clients }, ClientHead),
    queryAll(services.tables, controller, { ...at, span: indexKeys.spans.cases }, CaseHead),
    queryAll(services.tables, controller, { ...at, span: indexKeys.spans.deadlines }, Deadline),
    queryAll(services.tables, controller, { ...at, span: indexKeys.spans.tasks }, Task),
  ]);
  const ours = [
    ...clients.filter(({ relationship }) => relationship?.responsibleUnitId === unitId),
    ...[...cases, ...deadlines, ...tasks].filter((row) => row.unitId === unitId),
  ];
  // What of an intake matter has no client yet is handed over with the matter.
  const clientIds = ours.flatMap(({ clientId }) => (clientId === undefined ? [] : [clientId]));
  return [...new Set(clientIds)].toSorted();
}
