import { expect, test } from 'vitest';
import * as z from 'zod';
import { calendarContext } from '../../functions/statistics/export-by-calendar.ts';
import { commit } from '../../shared/commit.ts';
import { Publication } from '../../shared/domain/statistics/publications/model.ts';
import { factItem } from '../../shared/fact-items.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import type { StoredFact } from '../../shared/statistics-fact.ts';
import { workKeys } from '../../shared/table/keys.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { text } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const PUBLICATIONS = '/v1/statistics/publications';
const Told = z.object({ publication: Publication, isNew: z.boolean() });

test('what was published stays told: a correction by few is not told by publishing anew', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const mainUser = await world.worker('mainUser');
  const clients: { clientId: string; noteId: string }[] = [];
  for (const name of ['Aino', 'Eino', 'Oona', 'Veera', 'Onni', 'Helmi', 'Toivo']) {
    const clientId = await newClient(world, worker, { name: `Keksitty ${name}` });
    const notes = `/v1/case-notes/clients/${clientId}/notes`;
    clients.push({ clientId, noteId: text(await worker.call('POST', notes, { body: anEntry() }), 'noteId') });
  }
  const body = { definitionId: 'workDone', period: '2026-11' };
  expect((await mainUser.call('POST', PUBLICATIONS, { body })).json['code']).toBe('statistics.notOver');
  world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
  const publish = async () => Told.parse((await mainUser.call('POST', PUBLICATIONS, { body })).json);
  const entriesOf = ({ publication: { figures } }: z.infer<typeof Told>) =>
    figures.filter(({ measure, key }) => measure === 'entries' && key === undefined);

  // Of two that publish at one moment one comes second: it was judged without the other.
  const both = await Promise.all(
    ['appointments', 'guidanceProcess'].map((definitionId) =>
      mainUser.call('POST', PUBLICATIONS, { body: { ...body, definitionId } }),
    ),
  );
  for (const { status, json } of both) {
    if (status !== 201) expect([status, json['code']]).toEqual([409, 'request.conflict']);
  }
  const first = await publish();
  expect(first).toMatchObject({ isNew: true, publication: { number: 1 } });
  expect(entriesOf(first)).toEqual([{ measure: 'entries', value: 7 }]);
  expect(await publish()).toMatchObject({ isNew: false, publication: { number: 1 } });

  const [{ clientId, noteId } = { clientId: '', noteId: '' }] = clients;
  const reason = { ground: 'unnecessary', initiator: 'ownInitiative', words: 'Väärän henkilön merkintä.' };
  const removed = await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes/${noteId}/remove`, {
    version: 1,
    body: { reason },
  });
  expect(removed.status, removed.body).toBe(200);
  // Six beside the seven that was told would say that one was taken back; and so it stays.
  const second = await publish();
  expect(second).toMatchObject({ isNew: true, publication: { number: 2 } });
  expect(entriesOf(second)).toEqual([{ measure: 'entries', hidden: true }]);
  const shown = await mainUser.call('GET', '/v1/statistics/figures/workDone?period=2026-11&for=publication');
  expect(shown.json).toMatchObject({
    figures: expect.arrayContaining([{ measure: 'entries', hidden: true }]),
  });
  // Whoever supervises reads what was published, and does not look at what would be: of that nothing is remembered.
  const supervisor = await world.worker('supervisor');
  const looked = '/v1/statistics/figures/workDone?period=2026-11&for=publication';
  expect(await supervisor.call('GET', looked)).toMatchObject({
    status: 403,
    json: { code: 'access.notAllowed' },
  });
  expect((await supervisor.call('GET', `${PUBLICATIONS}/2026`)).status).toBe(200);
  const { publications } = (await mainUser.call('GET', `${PUBLICATIONS}/2026`)).json;
  expect(publications).toEqual(expect.arrayContaining([first.publication, second.publication]));
  expect((await worker.call('POST', PUBLICATIONS, { body })).status).toBe(403);
});

test('nor is a correction by few told by another table of the very same things', async () => {
  const world = await testWorld();
  const mainUser = await world.worker('mainUser');
  const started = (nth: number): StoredFact => ({
    kind: 'serviceStarted',
    on: LocalDate.parse('2026-11-02'),
    unitId: world.units.families,
    serviceTasks: ['childWelfare'],
    code: 'childWelfareOpenCare',
    person: `${nth}`.padStart(32, '0'),
  });
  const add = (nths: readonly number[]) =>
    commit(calendarContext(world.services, world.controller, 'StatisticsRunNoted'), {
      changes: [],
      rebuilt: {
        puts: nths.map((nth) =>
          factItem(workKeys.fact(world.controller, '2026-11', newId(world.services)), started(nth)),
        ),
        removes: [],
        months: ['2026-11'],
      },
      line: { clients: [], resources: [], dataGroups: [] },
      answer: { body: {} },
    });
  const publish = async (definitionId: string) => {
    const told = await mainUser.call('POST', PUBLICATIONS, { body: { definitionId, period: '2026-11' } });
    return Told.parse(told.json).publication.figures;
  };
  await add([1, 2, 3, 4, 5, 6, 7, 8]);
  world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
  expect(await publish('servicesGiven')).toContainEqual({
    measure: 'started',
    key: 'childWelfareOpenCare',
    value: 8,
  });
  await add([9]);
  const told = await publish('childWelfareServices');
  expect(told).toContainEqual({ measure: 'openCareStarted', hidden: true });
  expect(JSON.stringify(told)).not.toContain('9');
});
