import * as z from 'zod';
import { anEntry } from './case-notes.ts';
import { dumpOf } from './dump.ts';
import type { Told, Worker, World } from './world.ts';

/** Searching one client's file over the API. */

export const Found = z.object({
  hits: z.array(z.looseObject({ kind: z.string(), passage: z.string(), state: z.string() })),
  next: z.string().optional(),
});

export const search = (worker: Worker, clientId: string, body: Record<string, unknown>): Promise<Told> =>
  worker.call('POST', `/v1/search/clients/${clientId}`, { body });

export async function found(worker: Worker, clientId: string, words: string): Promise<string[]> {
  const told = await search(worker, clientId, { words });
  return Found.parse(told.json).hits.map(({ passage }) => passage);
}

export const saying = (text: string, more: Record<string, unknown> = {}) => anEntry(more, { text });

export const segmentsIn = async ({ services }: World): Promise<Record<string, unknown>[]> =>
  (await dumpOf(services, 'records')).filter((item) => item['entity'] === 'wordSegment');
