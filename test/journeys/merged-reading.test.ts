import { expect, test } from 'vitest';
import * as z from 'zod';
import { ClientId } from '../../shared/kernel/id.ts';
import { newClient, write } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { changedTo } from '../support/people.ts';
import { saying, search } from '../support/search.ts';
import { testWorld, type Worker } from '../support/world.ts';

const DAY = 24 * 60;

/** The same person recorded twice: written of in both files, the one merged into the other two days later. */
async function mergedFiles() {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
  const source = await newClient(world, worker, { name: 'Virtanen Liisa' });
  const target = await newClient(world, worker, { name: 'Wirtanen Elisabet' });
  const at = (hour: number) => ({ eventAt: `2026-11-23T0${hour}:00:00.000Z` });
  await write(worker, target, saying('Perhe muutti taloon.', at(6)));
  await write(worker, source, saying('Perhe muutti pois.', at(7)));
  await write(worker, target, saying('Perhe palasi.', at(8)));
  await finished(worker, source, aDraft({ content: summaryOf('Perhe sai muuttoavustusta.') }));
  const caseId = await openedCase(world, worker, source, { name: 'Muutto' });
  world.clock.advance(DAY);
  await act(worker, source, caseId, 'close', { closedOn: '2026-11-25', ground: 'needEnded' });
  world.clock.advance(DAY);
  const told = await changedTo(worker, source, '/merge', { into: target });
  expect(told.status, told.body).toBe(200);
  return { world, worker, source, target, caseId };
}

const Hits = z.object({
  mergedFrom: z.array(ClientId),
  hits: z.array(z.looseObject({ passage: z.string(), mergedClientId: z.string().optional() })),
  next: z.string().optional(),
});
const hitsOf = async (worker: Worker, clientId: string, body: Record<string, unknown>) =>
  Hits.parse((await search(worker, clientId, body)).json);

test('a search, a timeline and a look at a past day go through the files merged into the one that is asked', async () => {
  const { world, worker, source, target, caseId } = await mergedFiles();
  const first = await hitsOf(worker, target, { words: 'perhe', limit: 3 });
  const rest = await hitsOf(worker, target, { words: 'perhe', limit: 3, cursor: first.next });
  expect([...first.hits, ...rest.hits].map((one) => [one.passage, one.mergedClientId])).toEqual([
    ['Perhe sai muuttoavustusta.', source],
    ['Perhe palasi.', undefined],
    ['Perhe muutti pois.', source],
    ['Perhe muutti taloon.', undefined],
  ]);
  expect([first.mergedFrom, rest.next]).toEqual([[source], undefined]);

  const Lines = z.object({
    mergedFrom: z.array(z.string()),
    lines: z.array(z.looseObject({ mergedClientId: z.string().optional() })),
  });
  const at = `/v1/client-file/${target}`;
  const timeline = Lines.parse((await worker.call('GET', `${at}/timeline`)).json);
  expect(timeline.lines.map((one) => one.mergedClientId)).toEqual([source, undefined, source, undefined]);
  const then = await worker.call('GET', `${at}/as-of/timeline?on=2026-11-24`);
  expect(then.json).toMatchObject({
    mergedFrom: [source],
    lines: [{ line: { mergedClientId: source } }, {}, { line: { mergedClientId: source } }, {}],
  });
  const asOf = async (day: number) => (await worker.call('GET', `${at}/as-of?on=2026-11-${day}`)).json;
  expect(await asOf(24)).toMatchObject({
    mergedFrom: [source],
    cases: [{ caseId, name: 'Muutto', state: 'open', mergedClientId: source }],
  });
  expect(await asOf(25)).toMatchObject({ cases: [] });

  const lines = await linesOf(world.services);
  for (const event of ['FileSearched', 'TimelineRead', 'TimelineReadAsOf', 'FileReadAsOf']) {
    expect(lines.find(({ eventName }) => eventName === event)?.clients, event).toEqual([target, source]);
  }
  const shown = lines
    .filter(({ eventName }) => eventName === 'FileSearched')
    .flatMap(({ resources }) => resources)
    .filter(({ kind }) => kind === 'caseNote');
  expect(shown.map(({ client }) => String(client)).toSorted()).toEqual(
    [source, target, target].map(String).toSorted(),
  );
});

test('of a merged file nobody is shown more than of a file of its own, and nothing once the merge is undone', async () => {
  const { world, worker, source, target } = await mergedFiles();
  const elsewhere = await world.worker('implementing', {
    serviceTasks: ['substance'],
    services: ['shelter'],
  });
  expect((await hitsOf(elsewhere, target, { words: 'perhe' })).hits).toEqual([]);
  const undone = await changedTo(worker, target, `/merged/${source}/undo`, undefined);
  expect(undone.status, undone.body).toBe(200);
  const after = await hitsOf(worker, target, { words: 'perhe' });
  expect([after.mergedFrom, after.hits.length]).toEqual([[], 2]);
});
