import * as z from 'zod';
import { ClientId, FolderId, PaperId } from '../../shared/kernel/id.ts';
import type { Told, Worker, World } from './world.ts';

/** Paper as workers file it over the API. */

const Opened = z.object({ folderId: FolderId });
const Filed = z.object({ paperId: PaperId });

export const askForFolder = (
  world: World,
  worker: Worker,
  more: Record<string, unknown> = {},
): Promise<Told> =>
  worker.call('POST', `/v1/papers/units/${world.units.families}/folders`, {
    body: { place: 'Toimintayksikön lukitut tilat', locked: true, label: 'Perheet A–K', ...more },
  });

export async function folderOf(
  world: World,
  worker: Worker,
  more: Record<string, unknown> = {},
): Promise<FolderId> {
  const told = await askForFolder(world, worker, more);
  if (told.status !== 201) throw new Error(`no folder: ${told.body ?? ''}`);
  return Opened.parse(told.json).folderId;
}

export const paperBody = (world: World, folderId: FolderId, more: Record<string, unknown> = {}) => ({
  what: 'other',
  title: 'Allekirjoitettu suostumus',
  sheets: 2,
  unitId: world.units.families,
  folderId,
  serviceTasks: ['families'],
  ...more,
});

export const askToFile = (worker: Worker, clientId: ClientId, body: unknown): Promise<Told> =>
  worker.call('POST', `/v1/papers/clients/${clientId}/items`, { body });

export async function filed(worker: Worker, clientId: ClientId, body: unknown): Promise<PaperId> {
  const told = await askToFile(worker, clientId, body);
  if (told.status !== 201) throw new Error(`not filed: ${told.body ?? ''}`);
  return Filed.parse(told.json).paperId;
}

export const paperAt = (clientId: ClientId, paperId: PaperId): string =>
  `/v1/papers/clients/${clientId}/items/${paperId}`;
