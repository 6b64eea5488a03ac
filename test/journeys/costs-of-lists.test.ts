import { expect, test } from 'vitest';
import { counted } from '../support/counted.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld } from '../support/world.ts';

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxy');

test('a page of fifty found clients asks the key service no more than a page of one, with every key cold', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const names = LETTERS.flatMap((letter) => [`Anna${letter}`, `Eino${letter}`]);
  for (const given of names) await newClient(world, worker, { family: 'Yhteinen', given });
  await newClient(world, worker, { family: 'Harvinainen', given: 'Aino' });
  await world.drained();
  const counter = counted(world.services, world.controller);
  const search = async (name: string) => {
    // Keys live in memory for five minutes.
    world.clock.advance(10);
    const { result, cost } = await counter.costOf(() =>
      worker.call('POST', '/v1/clients/search', { body: { name } }),
    );
    const { hits } = result.json as unknown as { hits: unknown[] };
    return { hits: hits.length, kmsCalls: cost.kmsCalls };
  };
  const one = await search('harvinainen aino');
  expect(one).toMatchObject({ hits: 1, kmsCalls: 2 });
  expect(await search('yhteinen')).toEqual({ ...one, hits: 50 });
});
