import * as z from 'zod';
import { CaseHead } from '../../shared/domain/cases/model.ts';
import { CaseId, type ClientId } from '../../shared/kernel/id.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import type { Told, Worker, World } from './world.ts';

/** Cases as workers open and handle them over the API. */

/** What a worker sends to open a case. */
export const caseBody = (world: World, more: Record<string, unknown> = {}) => ({
  name: 'Perheen tuen tarve',
  description: 'Isä jaksaa huonosti; tarvitaan kotipalvelua.',
  serviceTasks: ['families'],
  wayOfOpening: 'contact',
  initiator: 'client',
  openedAt: '2026-11-24T08:00:00.000Z',
  unitId: world.units.families,
  ...more,
});

export const askToOpen = (world: World, worker: Worker, clientId: ClientId, more = {}): Promise<Told> =>
  worker.call('POST', `/v1/cases/clients/${clientId}/cases`, { body: caseBody(world, more) });

/** A case opened by this worker. @returns its id. */
export async function openedCase(
  world: World,
  worker: Worker,
  clientId: ClientId,
  more: Record<string, unknown> = {},
): Promise<CaseId> {
  const told = await askToOpen(world, worker, clientId, more);
  if (told.status !== 201) throw new Error(`not opened: ${told.body ?? ''}`);
  return CaseId.parse(told.json['caseId']);
}

export const caseAt = (clientId: ClientId, caseId: string): string =>
  `/v1/cases/clients/${clientId}/cases/${caseId}`;

/** An act on a case from the version that stands now. */
export async function act(
  worker: Worker,
  clientId: ClientId,
  caseId: CaseId,
  what: string,
  body?: unknown,
): Promise<Told> {
  const at = caseAt(clientId, caseId);
  const { version } = z.object({ version: z.int() }).parse((await worker.call('GET', at)).json);
  const [method, path] = what === '' ? ['PATCH', at] : ['POST', `${at}/${what}`];
  return worker.call(method ?? '', path ?? '', { version, ...(body === undefined ? {} : { body }) });
}

/** What is stored of a case of a client, in both of its places. */
export async function storedCase(
  world: World,
  clientId: ClientId,
  caseId: CaseId,
): Promise<{ active: CaseHead | undefined; closed: CaseHead | undefined }> {
  const { services, controller } = world;
  const [active, closed] = await Promise.all(
    [clientKeys.activeCase, clientKeys.closedCase].map((keyOf) =>
      getItem(services.tables, controller, 'records', keyOf(controller, clientId, caseId), CaseHead),
    ),
  );
  return { active, closed };
}
