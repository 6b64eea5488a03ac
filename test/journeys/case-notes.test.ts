import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { EntryTypeKey } from '../../shared/documents/entry-type.ts';
import { ENTRY_TYPES } from '../../shared/documents/entry-types.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import {
  anEntry,
  ENTRY_NEEDS,
  logOf,
  newClient,
  openTestCase,
  Page,
  pageOf,
  write,
} from '../support/case-notes.ts';
import { testWorld } from '../support/world.ts';

describe('the client narrative', () => {
  test('takes entries of all fourteen national kinds and reads them back as they were written', async () => {
    const world = await testWorld();
    const worker = await world.worker('implementing', {
      services: ['socialWork', 'institutionalCare'],
      serviceTasks: ['childWelfare'],
    });
    const arranger = await world.worker('broadResponsibility');
    const clientId = await newClient(world, arranger, { code: '010190-900P' });
    for (const entryType of EntryTypeKey.options) {
      const content = { socialServices: ['socialWork'], ...ENTRY_NEEDS[entryType] };
      const told = await write(
        worker,
        clientId,
        anEntry({ entryType, serviceTasks: ['childWelfare'] }, content),
      );
      expect(told, `${entryType} ${told.body}`).toMatchObject({ status: 201 });
      const read = await worker.call('GET', String(told.headers['location']));
      expect(read.json).toMatchObject({
        entryType,
        sensitivity: ENTRY_TYPES[entryType].sensitivity,
        content: { text: 'Kotikäynti sujui hyvin.', ...content },
      });
    }
  });

  test('tells a meeting, a home visit, a call, what was agreed and a measure apart', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const kinds = [
      anEntry({}, { channel: 'visit', participants: ['Aino Esimerkki, asiakas', 'Petri Laine, opettaja'] }),
      anEntry({}, { channel: 'homeVisit', place: 'Asiakkaan koti' }),
      anEntry({}, { channel: 'phone', source: { kind: 'authority', channel: 'phone' } }),
      anEntry({ entryType: 'negotiation' }, { agreed: 'Koulu seuraa poissaoloja.' }),
      anEntry({ entryType: 'guidance' }, { channel: 'electronic' }),
    ];
    for (const entry of kinds) expect((await write(worker, clientId, entry)).status).toBe(201);
    const { notes } = Page.parse((await pageOf(worker, clientId)).json);
    for (const { entryType, content } of kinds) {
      expect(notes).toContainEqual(
        expect.objectContaining({ entryType, content: expect.objectContaining(content) }),
      );
    }
  });

  test('keeps the time of the event apart from the time of writing, and reads in the order of events', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { name: 'Kaisa Niemi' });
    const clientId = await newClient(world, worker);
    await write(worker, clientId, anEntry({ eventAt: '2026-11-23T12:00:00.000Z' }));
    await write(worker, clientId, anEntry({ eventAt: '2026-11-20T12:00:00.000Z' }));
    const { notes } = Page.parse((await pageOf(worker, clientId)).json);
    expect(notes).toMatchObject([
      {
        eventAt: '2026-11-23T12:00:00.000Z',
        writtenAt: '2026-11-24T10:00:00.000Z',
        author: { name: 'Kaisa Niemi', post: 'sosiaalityöntekijä' },
      },
      { eventAt: '2026-11-20T12:00:00.000Z', writtenAt: '2026-11-24T10:00:00.000Z' },
    ]);
  });

  test('a long text comes back whole, and no text lies in the store in clear', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const text = 'Pitkä kertomus äidin kanssa käydystä keskustelusta. '.repeat(300).trim();
    const told = await write(worker, clientId, anEntry({}, { text }));
    const read = await worker.call('GET', String(told.headers['location']));
    expect(read.json).toMatchObject({ content: { text } });
    const { Items } = await world.services.tables.clientOf(world.controller).send(
      new QueryCommand({
        TableName: world.services.tables.records,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': clientKeys.partition(world.controller, clientId) },
      }),
    );
    expect(JSON.stringify(Items)).not.toContain('keskustelusta');
    expect(Items?.find(({ entity }) => entity === 'caseNote')).not.toHaveProperty('content');
  });

  test('the passages about others are marked when they are written', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const thirdPersons = [{ passage: 'Naapuri kertoi juomisesta.', about: 'naapuri' }];
    const told = await write(
      worker,
      clientId,
      anEntry({}, { text: 'Käynti. Naapuri kertoi juomisesta.', thirdPersons }),
    );
    const read = await worker.call('GET', String(told.headers['location']));
    expect(read.json).toMatchObject({ content: { thirdPersons } });
  });

  test('opening and writing the narrative are on the log with the worker and the group of data', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    world.clock.advance(1);
    const { json } = await write(worker, clientId);
    world.clock.advance(1);
    await pageOf(worker, clientId);
    const lines = await logOf(world, clientId);
    expect(lines.slice(0, 2)).toMatchObject([
      {
        eventName: 'CaseNotesRead',
        readOnly: true,
        dataGroups: ['caseNotes'],
        userIdentity: { userId: worker.userId },
        historyFrom: '2026-11-24T08:30:00.000Z',
        resources: expect.arrayContaining([
          { kind: 'caseNote', id: json['noteId'], serviceTasks: ['families'] },
        ]),
      },
      {
        eventName: 'CaseNoteWritten',
        readOnly: false,
        dataGroups: ['caseNotes'],
        changedFields: ['caseNote'],
        userIdentity: { userId: worker.userId },
      },
    ]);
  });
});

describe('an entry is refused', () => {
  test('without a client relationship or a matter at hand', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { related: false });
    const refused = await write(worker, clientId);
    expect(refused).toMatchObject({ status: 409, json: { code: 'note.noRelationship' } });
    const caseId = await openTestCase(world, clientId);
    expect((await write(worker, clientId, anEntry({ caseId }))).status).toBe(201);
  });

  test('in a case that is not an active one of the client, or in a task that is not the case’s', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const other = await newClient(world, worker, { name: 'Mallinen Eino' });
    const caseId = await openTestCase(world, other);
    expect(await write(worker, clientId, anEntry({ caseId }))).toMatchObject({
      status: 409,
      json: { code: 'note.noCase' },
    });
    const foreignTask = await write(worker, other, anEntry({ caseId, serviceTasks: ['older'] }));
    expect(foreignTask).toMatchObject({
      status: 422,
      json: {
        code: 'note.notValid',
        findings: expect.arrayContaining([expect.objectContaining({ rule: 'note.tasksOfCase' })]),
      },
    });
  });

  test('of the future, or without what its national kind requires, with every finding at once', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const refused = await write(
      worker,
      clientId,
      anEntry({ entryType: 'disclosure', eventAt: '2026-11-24T10:00:00.001Z' }),
    );
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.json['findings'])).toMatch(/note\.eventInFuture.*document\.missing/);
  });

  test('for a free-text source outside child protection, and taken within it', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const source = { kind: 'other', channel: 'phone', description: 'naapuri' };
    expect(await write(worker, clientId, anEntry({}, { source }))).toMatchObject({
      status: 422,
      json: { findings: expect.arrayContaining([expect.objectContaining({ path: '/body/content/source' })]) },
    });
    const taken = await write(worker, clientId, anEntry({ serviceTasks: ['childWelfare'] }, { source }));
    expect(taken.status).toBe(201);
  });

  test('with a body of fields nobody knows', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    expect((await write(worker, clientId, anEntry({ author: 'Joku Muu' }))).status).toBe(400);
  });
});

describe('a repeated request', () => {
  test('with the same key gives the same answer, with another content it is refused', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const path = `/v1/case-notes/clients/${clientId}/notes`;
    const first = await worker.call('POST', path, { body: anEntry(), key: 'sama-avain-1' });
    const again = await worker.call('POST', path, { body: anEntry(), key: 'sama-avain-1' });
    const other = await worker.call('POST', path, {
      body: anEntry({}, { text: 'Muuta.' }),
      key: 'sama-avain-1',
    });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(other.status).toBe(422);
    expect(Page.parse((await pageOf(worker, clientId)).json).notes).toHaveLength(1);
  });
});
