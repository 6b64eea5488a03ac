import { expect, test } from 'vitest';
import * as z from 'zod';
import { Publication } from '../../shared/domain/statistics/publications/model.ts';
import { Instant } from '../../shared/kernel/instant.ts';
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
  const { publications } = (await mainUser.call('GET', `${PUBLICATIONS}/2026`)).json;
  expect(publications).toEqual([first.publication, second.publication]);
  expect((await worker.call('POST', PUBLICATIONS, { body })).status).toBe(403);
});
