import { expect, test } from 'vitest';
import * as z from 'zod';
import { countWithKeys } from '../bench/count.ts';
import { fillDocuments } from '../bench/fill-documents.ts';
import { OPERATIONS } from '../bench/operations.ts';
import { setStage } from '../bench/stage.ts';
import { bytesOf, fetchedSegments, Segment, segmentsIn } from '../support/search.ts';
import { testWorld } from '../support/world.ts';

const DOCUMENTS = 522;
const MOST_BYTES = 100 * 1024;

const sumOf = (segments: readonly Segment[]): number =>
  segments.map(bytesOf).reduce((sum, one) => sum + one, 0);

test('a search in a file of some hundred documents fetches the buckets it asks and not whole segments', async () => {
  const world = await testWorld();
  const stage = await setStage(world);
  const client = world.services.tables.clientOf(world.controller);
  await fillDocuments({ world, bare: client, client, end: () => undefined }, stage, DOCUMENTS);
  const search = await OPERATIONS.searchFile.prepare(stage);
  const stored = z.array(Segment).parse(await segmentsIn(world));
  expect(stored.filter(({ count }) => count > 100).length).toBeGreaterThan(1);
  expect(Math.max(...stored.map(bytesOf))).toBeLessThan(MOST_BYTES);

  const fetched = await fetchedSegments(world).during(() => search.run());
  expect(fetched).toHaveLength(stored.length);
  expect(sumOf(fetched)).toBeLessThan(sumOf(stored) / 2);
  // What a bucket packs to differs from file to file by a little.
  const { steps, readUnits, writeUnits } = (await countWithKeys(stage, search)).warm;
  expect({ steps, writeUnits }).toEqual({ steps: 5, writeUnits: 2 });
  expect(readUnits).toBeLessThanOrEqual(118);
});
