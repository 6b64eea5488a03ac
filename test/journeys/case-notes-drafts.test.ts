import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DraftHead, NoteBody } from '../../shared/domain/case-notes/model.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { bodyKey, userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { anEntry, logOf, newClient, openTestCase, Page, pageOf } from '../support/case-notes.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let worker: Worker;
let clientId: ClientId;
beforeEach(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility', { name: 'Kaisa Niemi' });
  clientId = await newClient(world, worker);
});

const unfinished = { entryType: 'other', serviceTasks: [], content: { text: 'Äiti soitti ja' } };

async function begin(by: Worker = worker, entry: unknown = unfinished): Promise<string> {
  const told = await by.call('POST', '/v1/case-notes/drafts', { body: { clientId, entry } });
  expect(told, told.body).toMatchObject({ status: 201 });
  return z.string().parse(told.json['draftId']);
}
const draftPath = (draftId: string): string => `/v1/case-notes/clients/${clientId}/drafts/${draftId}`;
const Drafts = z.object({ drafts: z.array(z.looseObject({ draftId: z.string() })) });
const draftsOf = (told: Told): string[] => Drafts.parse(told.json).drafts.map(({ draftId }) => draftId);

async function storedDrafts(by: Worker): Promise<DraftHead[]> {
  const { Items } = await world.services.tables.clientOf(world.controller).send(
    new QueryCommand({
      TableName: world.services.tables.records,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': userKeys.draftPartition(world.controller, by.userId) },
    }),
  );
  return z.array(DraftHead).parse(Items ?? []);
}
const storedBody = (draft: DraftHead | undefined): Promise<NoteBody | undefined> =>
  draft === undefined
    ? Promise.resolve(undefined)
    : getItem(
        world.services.tables,
        world.controller,
        'records',
        bodyKey(world.controller, draft.bodyId),
        NoteBody,
      );

describe('a draft', () => {
  test('is saved half thought, listed with the client’s name and resumed on another machine', async () => {
    const draftId = await begin();
    const listed = await worker.call('GET', '/v1/case-notes/drafts');
    expect(listed.json).toMatchObject({
      drafts: [{ draftId, clientId, client: { family: 'Esimerkki', given: 'Aino' } }],
    });
    const opened = await worker.call('GET', draftPath(draftId));
    expect(opened.json).toMatchObject({ version: 1, entry: { content: { text: 'Äiti soitti ja' } } });
    const saved = await worker.call('PUT', draftPath(draftId), { version: 1, body: anEntry() });
    expect(saved).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    const again = await worker.call('GET', draftPath(draftId));
    expect(again.json).toMatchObject({ entry: anEntry() });
  });

  test('is sealed under the client, and its earlier text goes with each saving', async () => {
    const draftId = await begin();
    const [first] = await storedDrafts(worker);
    const before = await storedBody(first);
    expect(before?.content.subject).toBe('client');
    expect(Buffer.from(before?.content.blob ?? []).toString()).not.toContain('soitti');
    await worker.call('PUT', draftPath(draftId), { version: 1, body: anEntry() });
    expect(await storedBody(first)).toBeUndefined();
    expect(await storedBody((await storedDrafts(worker))[0])).toBeDefined();
  });

  test('lies with its writer: nobody else lists or opens it', async () => {
    const draftId = await begin();
    const colleague = await world.worker('broadResponsibility');
    expect(draftsOf(await colleague.call('GET', '/v1/case-notes/drafts'))).toEqual([]);
    expect((await colleague.call('GET', draftPath(draftId))).status).toBe(404);
    const taken = await colleague.call('PUT', draftPath(draftId), { version: 1, body: anEntry() });
    expect(taken.status).toBe(404);
    const gone = await colleague.call('DELETE', `/v1/case-notes/drafts/${draftId}`, { version: 1 });
    expect(gone.status).toBe(404);
  });

  test('written on two machines at once is not lost: the later saving is told of the earlier', async () => {
    const draftId = await begin();
    const both = await Promise.all(
      ['Ensimmäinen kone', 'Toinen kone'].map((text) =>
        worker.call('PUT', draftPath(draftId), { version: 1, body: anEntry({}, { text }) }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)?.json).toMatchObject({
      details: { version: 2 },
    });
  });

  test('with a field its kind does not know is refused, with a missing one it is not', async () => {
    const refused = await worker.call('POST', '/v1/case-notes/drafts', {
      body: { clientId, entry: { ...unfinished, content: { details: { olematon: 'x' } } } },
    });
    expect(refused).toMatchObject({ status: 422, json: { code: 'note.notValid' } });
    await begin(worker, { entryType: 'disclosure', content: {} });
  });

  test('is thrown away by its writer, text and all', async () => {
    const draftId = await begin();
    const [draft] = await storedDrafts(worker);
    const told = await worker.call('DELETE', `/v1/case-notes/drafts/${draftId}`, { version: 1 });
    expect(told.status).toBe(200);
    expect(await storedDrafts(worker)).toEqual([]);
    expect(await storedBody(draft)).toBeUndefined();
  });
});

describe('a draft becomes final', () => {
  test('once: its head moves into the narrative and its text stays where it was written', async () => {
    const draftId = await begin(worker, anEntry());
    const [draft] = await storedDrafts(worker);
    const path = `${draftPath(draftId)}/finalise`;
    const told = await worker.call('POST', path, { body: { draftVersion: 1 }, key: 'valmis-avain' });
    expect(told, told.body).toMatchObject({ status: 201 });
    const again = await worker.call('POST', path, { body: { draftVersion: 1 }, key: 'valmis-avain' });
    expect(again).toMatchObject({ status: 201, body: told.body });
    const read = await worker.call('GET', String(told.headers['location']));
    expect(read.json).toMatchObject({ state: 'final', ...anEntry() });
    expect(await storedDrafts(worker)).toEqual([]);
    expect(await storedBody(draft)).toBeDefined();
    const stale = await worker.call('POST', path, { body: { draftVersion: 1 } });
    expect(stale.status).toBe(404);
  });

  test('not while something is missing, and all that is missing is told', async () => {
    const draftId = await begin(worker, { entryType: 'other', content: {} });
    const told = await worker.call('POST', `${draftPath(draftId)}/finalise`, { body: { draftVersion: 1 } });
    expect(told.status).toBe(422);
    expect(told.json['findings']).toMatchObject([
      { path: '/serviceTasks' },
      { path: '/eventAt' },
      { path: '/content/text' },
      { path: '/content/source' },
    ]);
  });

  test('although the client’s own data changed meanwhile, and in the case it was begun in', async () => {
    const caseId = await openTestCase(world, clientId);
    const draftId = await begin(worker, anEntry({ caseId }));
    const changed = await worker.call('PATCH', `/v1/clients/${clientId}/base-data`, {
      version: 2,
      body: { changes: { occupation: 'leipuri' }, source: { kind: 'client', channel: 'phone' } },
    });
    expect(changed.status).toBe(200);
    const told = await worker.call('POST', `${draftPath(draftId)}/finalise`, { body: { draftVersion: 1 } });
    expect(told, told.body).toMatchObject({ status: 201 });
    const read = await worker.call('GET', String(told.headers['location']));
    expect(read.json).toMatchObject({ caseId, content: { text: 'Kotikäynti sujui hyvin.' } });
  });

  test('not from a version that another machine has saved over', async () => {
    const draftId = await begin(worker, anEntry());
    await worker.call('PUT', draftPath(draftId), { version: 1, body: anEntry({}, { text: 'Uudempi.' }) });
    const told = await worker.call('POST', `${draftPath(draftId)}/finalise`, { body: { draftVersion: 1 } });
    expect(told).toMatchObject({ status: 412, json: { details: { version: 2 } } });
    expect(Page.parse((await pageOf(worker, clientId)).json).notes).toEqual([]);
  });
});

describe('stale drafts', () => {
  const DAY = 24 * 60;

  test('are listed to their writer and, without their content, to the unit’s supervisor', async () => {
    const old = await begin();
    world.clock.advance(20 * DAY);
    const fresh = await begin();
    const stale = await worker.call('GET', '/v1/case-notes/drafts?stale=true');
    expect(draftsOf(stale)).toEqual([old]);
    expect(draftsOf(await worker.call('GET', '/v1/case-notes/drafts'))).toEqual([fresh, old]);

    const supervisor = await world.worker('supervisor');
    const path = `/v1/case-notes/units/${world.units.families}/drafts`;
    const listed = await supervisor.call('GET', path);
    expect(Drafts.parse(listed.json).drafts).toEqual([
      { draftId: old, writerId: worker.userId, clientId, savedAt: expect.any(String), version: 1 },
    ]);
    const elsewhere = await world.worker('supervisor', { unitIds: [world.units.adults] });
    expect((await elsewhere.call('GET', path)).status).toBe(403);
    expect((await worker.call('GET', path)).status).toBe(403);
  });

  test('of a leaver are handed by the supervisor to a named successor, who needs a tie to open them', async () => {
    const draftId = await begin(worker, anEntry());
    const supervisor = await world.worker('supervisor');
    const successor = await world.worker('broadResponsibility');
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const clerk = await world.worker('mainUser');
    const path = `/v1/case-notes/drafts/${draftId}/hand-over`;
    const over = (successorId: string, by: Worker = supervisor, version = 1): Promise<Told> =>
      by.call('POST', path, { version, body: { writerId: worker.userId, successorId } });

    expect(await over(clerk.userId)).toMatchObject({ status: 422, json: { code: 'draft.successorCannot' } });
    expect((await over(successor.userId, successor)).status).toBe(403);
    const elsewhere = await world.worker('supervisor', { unitIds: [world.units.adults] });
    expect((await over(successor.userId, elsewhere)).status).toBe(404);

    const leavers = await supervisor.call(
      'GET',
      `/v1/case-notes/units/${world.units.families}/drafts?writerId=${worker.userId}`,
    );
    expect(draftsOf(leavers)).toEqual([draftId]);
    expect((await over(successor.userId)).status).toBe(200);
    expect((await worker.call('GET', draftPath(draftId))).status).toBe(404);
    const opened = await successor.call('GET', draftPath(draftId));
    expect(opened.json).toMatchObject({ takenOverFrom: worker.userId, entry: anEntry() });
    const told = await successor.call('POST', `${draftPath(draftId)}/finalise`, {
      body: { draftVersion: 2 },
    });
    expect(told.status).toBe(201);
    expect((await logOf(world, clientId)).map(({ eventName }) => eventName)).toContain('DraftHandedOver');

    const other = await begin(worker, anEntry());
    const handed = await supervisor.call('POST', `/v1/case-notes/drafts/${other}/hand-over`, {
      version: 1,
      body: { writerId: worker.userId, successorId: stranger.userId },
    });
    expect(handed.status).toBe(200);
    expect(draftsOf(await stranger.call('GET', '/v1/case-notes/drafts'))).toEqual([other]);
    expect(await stranger.call('GET', draftPath(other))).toMatchObject({
      status: 403,
      json: { code: 'access.noTie' },
    });
  });
});
