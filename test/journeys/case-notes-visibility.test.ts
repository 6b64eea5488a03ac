import { describe, expect, test } from 'vitest';
import { anEntry, newClient, Page, pageOf, write } from '../support/case-notes.ts';
import { testWorld } from '../support/world.ts';

describe('who sees what of the narrative', () => {
  test('entries of therapy and of examinations are for who gives the service alone, also in lists', async () => {
    const world = await testWorld();
    const broad = await world.worker('broadResponsibility');
    const therapist = await world.worker('implementing', {
      serviceTasks: ['families'],
      services: ['familyCounselling'],
    });
    const clientId = await newClient(world, broad, { code: '010190-900P' });
    const service = { socialServices: ['familyCounselling'] };
    const therapy = await write(therapist, clientId, anEntry({ entryType: 'therapeuticWork' }, service));
    await write(broad, clientId, anEntry({ eventAt: '2026-11-22T12:00:00.000Z' }, service));
    await write(broad, clientId, anEntry({ eventAt: '2026-11-21T12:00:00.000Z' }));

    const kindsFor = async (worker: typeof broad): Promise<string[]> =>
      Page.parse((await pageOf(worker, clientId)).json).notes.map((note) => note.entryType);
    expect(await kindsFor(broad)).toEqual(['meetingOrContact', 'meetingOrContact']);
    expect(await kindsFor(therapist)).toEqual(['therapeuticWork', 'meetingOrContact']);
    expect(await broad.call('GET', String(therapy.headers['location']))).toMatchObject({ status: 404 });
    expect(await write(broad, clientId, anEntry({ entryType: 'therapeuticWork' }))).toMatchObject({
      status: 403,
      json: { code: 'note.classNotYours' },
    });
    const file = await broad.call('GET', `/v1/clients/${clientId}`);
    expect(file.body).not.toContain('therapeuticWork');
  });

  test('an entry of several tasks is for who may use all of them', async () => {
    const world = await testWorld();
    const broad = await world.worker('broadResponsibility');
    const arranger = await world.worker('arranging', { serviceTasks: ['families'] });
    const clientId = await newClient(world, broad);
    await write(broad, clientId, anEntry({ serviceTasks: ['families', 'childWelfare'] }));
    await write(broad, clientId, anEntry({ serviceTasks: ['families', 'older'] }));
    await write(broad, clientId, anEntry({ serviceTasks: ['childWelfare'] }));
    const all = Page.parse((await pageOf(broad, clientId)).json).notes;
    const some = Page.parse((await pageOf(arranger, clientId)).json).notes;
    expect(all).toHaveLength(3);
    expect(some).toMatchObject([{ serviceTasks: ['families', 'older'] }]);
    const ofChildWelfare = await pageOf(broad, clientId, '?serviceTask=childWelfare');
    expect(Page.parse(ofChildWelfare.json).notes).toHaveLength(2);
  });

  test('another controller’s worker, and a worker without a tie, learn nothing', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const elsewhere = await world.worker('broadResponsibility', { controller: world.otherController });
    const clientId = await newClient(world, worker);
    const { headers } = await write(worker, clientId);
    for (const path of [`/v1/case-notes/clients/${clientId}`, String(headers['location'])]) {
      expect((await elsewhere.call('GET', path)).status).toBe(404);
      expect(await stranger.call('GET', path)).toMatchObject({
        status: 403,
        json: { code: 'access.noTie' },
      });
    }
    expect((await write(elsewhere, clientId)).status).toBe(404);
  });
});

describe('a long narrative', () => {
  test('goes on from the opened file to the list, and on from page to page, each entry once', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const colleague = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const written: string[] = [];
    for (let day = 1; day <= 23; day += 1) {
      const eventAt = `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
      written.unshift(String((await write(worker, clientId, anEntry({ eventAt }))).json['noteId']));
    }
    const file = await worker.call('GET', `/v1/clients/${clientId}`);
    const shown = Page.parse(file.json).notes.map(({ noteId }) => noteId);
    const cursor = String(file.json['moreNotes']);
    const rest = Page.parse((await pageOf(worker, clientId, `?cursor=${cursor}&limit=50`)).json);
    expect([...shown, ...rest.notes.map(({ noteId }) => noteId)]).toEqual(written);
    expect(rest.next).toBeUndefined();

    const first = Page.parse((await pageOf(worker, clientId, '?limit=10&serviceTask=families')).json);
    const next = `?limit=50&serviceTask=families&cursor=${first.next}`;
    const second = Page.parse((await pageOf(worker, clientId, next)).json);
    expect([...first.notes, ...second.notes].map(({ noteId }) => noteId)).toEqual(written);
    for (const told of [
      await pageOf(colleague, clientId, next),
      await pageOf(worker, clientId, next.replace('families', 'childWelfare')),
    ]) {
      expect(told.status).toBe(400);
    }
  });
});
