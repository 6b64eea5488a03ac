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

const Blob = z.instanceof(Uint8Array);
export const Segment = z.looseObject({
  entity: z.literal('wordSegment'),
  segmentId: z.string(),
  caseId: z.string().optional(),
  count: z.int(),
  words: z.object({ subject: z.string(), blob: Blob }),
  buckets: z.record(z.string(), z.object({ blob: Blob })).default({}),
});
export type Segment = z.infer<typeof Segment>;

export const bytesOf = ({ words, buckets }: Segment): number =>
  [words, ...Object.values(buckets)].reduce((sum, { blob }) => sum + blob.length, 0);

/** The segments that come out of the table while something is done, with what of them is fetched. */
export function fetchedSegments({ services, controller }: World): {
  during(run: () => Promise<unknown>): Promise<Segment[]>;
} {
  let fetched: Segment[] = [];
  services.tables.clientOf(controller).middlewareStack.add(
    (next) => async (args) => {
      const told = await next(args);
      const { Items = [] } = z.looseObject({ Items: z.array(z.unknown()).optional() }).parse(told.output);
      fetched.push(...Items.flatMap((item) => Segment.safeParse(item).data ?? []));
      return told;
    },
    { step: 'initialize', name: 'fetched', priority: 'high' },
  );
  return {
    async during(run) {
      fetched = [];
      await run();
      return fetched;
    },
  };
}
