import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CodeList } from '../../shared/documents/code-lists.ts';
import { catalogueEntryOf, type Definition } from '../../shared/documents/definition.ts';
import { LIBRARY_INDEX, type LoadedIndex, NOTHING_LOADED } from '../../shared/documents/loaded-index.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import type { Told, Worker, World } from './world.ts';

/** Documents as workers draft and finish them over the API. */

/** Sosiaalihuollon yhteenveto: one that any worker makes final, and that asks for little. */
export const SUMMARY = '1.2.246.537.6.1506.16009.2022.6.28';

export const summaryOf = (text: string, more: Record<string, unknown> = {}) => ({
  sosiaalihuollon_yhteenveto: { yhteenveto: { asiasisalto: text }, ...more },
});

/** What a worker sends to begin a draft. */
export const aDraft = (more: Record<string, unknown> = {}) => ({
  definitionOid: SUMMARY,
  serviceTasks: ['families'],
  content: summaryOf('Perhe on saanut kotipalvelua syksyn ajan.'),
  ...more,
});

export const draftsAt = (clientId: ClientId): string => `/v1/documents/clients/${clientId}/drafts`;
export const documentsAt = (clientId: ClientId): string => `/v1/documents/clients/${clientId}/documents`;

export const begin = (worker: Worker, clientId: ClientId, body: unknown = aDraft()): Promise<Told> =>
  worker.call('POST', draftsAt(clientId), { body });

/** A draft begun by this worker. @returns its id. */
export async function begun(worker: Worker, clientId: ClientId, body: unknown = aDraft()): Promise<string> {
  const told = await begin(worker, clientId, body);
  if (told.status !== 201) throw new Error(`not begun: ${told.body ?? ''}`);
  return z.object({ draftId: z.string() }).parse(told.json).draftId;
}

export const finalise = (
  worker: Worker,
  clientId: ClientId,
  draftId: string,
  body: unknown = { draftVersion: 1 },
): Promise<Told> => worker.call('POST', `${draftsAt(clientId)}/${draftId}/finalise`, { body });

/** A document drafted and made final by this worker. @returns its id. */
export async function finished(
  worker: Worker,
  clientId: ClientId,
  body: unknown = aDraft(),
  finalBody: unknown = { draftVersion: 1 },
): Promise<string> {
  const told = await finalise(worker, clientId, await begun(worker, clientId, body), finalBody);
  if (told.status !== 201) throw new Error(`not final: ${told.body ?? ''}`);
  return z.object({ documentId: z.string() }).parse(told.json).documentId;
}

export const opened = (worker: Worker, clientId: ClientId, documentId: string): Promise<Told> =>
  worker.call('GET', `${documentsAt(clientId)}/${documentId}`);

export const DocumentList = z.object({
  documents: z.array(
    z.looseObject({
      documentId: z.string(),
      documentType: z.string(),
      state: z.string(),
      version: z.int(),
      serviceTasks: z.array(z.string()),
    }),
  ),
  next: z.string().optional(),
});

export const listed = async (
  worker: Worker,
  clientId: ClientId,
  query = '',
): Promise<z.infer<typeof DocumentList>> =>
  DocumentList.parse((await worker.call('GET', `${documentsAt(clientId)}${query}`)).json);

/** How many contents lie in the records, of drafts and of documents. */
export async function storedBodies({ services, controller }: World): Promise<number> {
  const { Items = [] } = await services.tables
    .clientOf(controller)
    .send(new ScanCommand({ TableName: services.tables.records }));
  return new Set(
    Items.filter(({ entity }) => entity === 'documentPiece').map((item) => String(item['bodyId'])),
  ).size;
}

/** What an operator's load leaves behind: these definitions beside the delivered ones. */
export async function loadedDefinition(world: World, ...all: Definition[]): Promise<void> {
  const at = world.services.clock.now();
  const assetOf = ({ oid }: Definition): string => `definitions/${oid}.json`;
  const index: LoadedIndex = {
    ...NOTHING_LOADED,
    definitions: all.map((made) => ({
      at,
      by: 'operator',
      asset: assetOf(made),
      entry: catalogueEntryOf(made),
    })),
  };
  for (const made of all) await world.library.write(assetOf(made), JSON.stringify(made));
  await world.library.write(LIBRARY_INDEX, JSON.stringify(index));
  // A function goes by the index that it has read for a minute.
  world.clock.advance(2);
}

/** The same of a code list. */
export async function loadedCodeList(world: World, list: CodeList & { version: string }): Promise<void> {
  const { oid, version } = list;
  const asset = `code-lists/${oid}_${version}.json`;
  const at = world.services.clock.now();
  const codeLists = [{ at, by: 'operator', asset, oid, version }];
  await world.library.write(asset, JSON.stringify(list));
  await world.library.write(LIBRARY_INDEX, JSON.stringify({ ...NOTHING_LOADED, codeLists }));
  world.clock.advance(2);
}
