import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ClientId } from '../../shared/kernel/id.ts';
import { anEntry, logOf, newClient, openTestCase, write } from '../support/case-notes.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let author: Worker;
let corrector: Worker;
let clientId: ClientId;
beforeEach(async () => {
  world = await testWorld();
  author = await world.worker('broadResponsibility', { name: 'Kaisa Niemi' });
  corrector = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
  clientId = await newClient(world, author);
});

const written = async (entry: unknown = anEntry()): Promise<string> =>
  String((await write(author, clientId, entry)).headers['location']);
const correct = (path: string): Promise<Told> =>
  author.call('POST', `${path}/correct`, {
    version: 1,
    body: {
      entry: anEntry({}, { text: 'Toimistokäynti.' }),
      reason: { ground: 'erroneous', initiator: 'client', words: 'Paikka oli kirjattu väärin.' },
    },
  });

describe('an entry in the wrong client’s file', () => {
  const move = (by: Worker, path: string, toClientId: string, more: object = {}): Promise<Told> =>
    by.call('POST', `${path}/move`, {
      version: 1,
      body: {
        toClientId,
        reason: { initiator: 'ownInitiative', words: 'Kirjattu väärän asiakkaan tietoihin.' },
        ...more,
      },
    });

  test('is moved in one commit: both files are marked, the text is in the right one only', async () => {
    const right = await newClient(world, author, { name: 'Mallinen Eino' });
    const caseId = await openTestCase(world, right);
    const path = await written(anEntry({}, { text: 'Tämä on Einon asia. '.repeat(300).trim() }));
    const told = await move(author, path, right, { toCaseId: caseId });
    expect(told, told.body).toMatchObject({ status: 200 });

    const left = await author.call('GET', path);
    expect(left.json).toMatchObject({ state: 'moved', movedTo: right, movedBy: { userId: author.userId } });
    expect(left.body).not.toContain('Einon');
    const toNote = z.string().parse(told.json['toNoteId']);
    const arrived = await author.call('GET', `/v1/case-notes/clients/${right}/notes/${toNote}`);
    expect(arrived.json).toMatchObject({
      state: 'final',
      caseId,
      movedFrom: clientId,
      movedBy: { userId: author.userId },
      author: { name: 'Kaisa Niemi' },
      eventAt: '2026-11-24T08:30:00.000Z',
      reason: { ground: 'wrongClient', words: 'Kirjattu väärän asiakkaan tietoihin.' },
    });
    expect(arrived.body).toContain('Einon');
    await world.drained();
    for (const of of [clientId, right]) {
      expect((await logOf(world, of)).map(({ eventName }) => eventName)).toContain('CaseNoteMoved');
    }
  });

  test('takes its superseded versions along', async () => {
    const right = await newClient(world, author, { name: 'Mallinen Eino' });
    const path = await written();
    await correct(path);
    const told = await author.call('POST', `${path}/move`, {
      version: 2,
      body: { toClientId: right, reason: { initiator: 'client', words: 'Väärä asiakas.' } },
    });
    expect(told, told.body).toMatchObject({ status: 200 });
    const arrived = `/v1/case-notes/clients/${right}/notes/${String(told.json['toNoteId'])}`;
    expect((await corrector.call('GET', `${arrived}/versions`)).json).toMatchObject({
      versions: [{ clientId: right, content: { text: 'Kotikäynti sujui hyvin.' } }],
    });
    expect((await corrector.call('GET', `${path}/versions`)).json).toMatchObject({ versions: [] });
    expect((await correct(arrived)).status).toBe(200);
    expect((await corrector.call('GET', `${arrived}/versions`)).json['versions']).toHaveLength(2);
  });

  test('is not moved to a client the worker has no tie to, nor to one of another controller', async () => {
    const path = await written();
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const { json } = await stranger.call('POST', '/v1/clients', {
      body: {
        baseData: { name: { family: 'Toinen', given: 'Yksikkö' }, temporaryId: 'MUU-1' },
        source: { kind: 'client', channel: 'visit' },
        unitId: world.units.adults,
      },
    });
    expect(await move(author, path, z.string().parse(json['clientId']))).toMatchObject({
      status: 403,
      json: { code: 'access.noTie' },
    });
    expect((await move(author, path, '01KBN4PZ00000000000000000A')).status).toBe(404);
    expect(await move(author, path, clientId)).toMatchObject({
      status: 422,
      json: { code: 'note.sameClient' },
    });
    expect((await author.call('GET', path)).json).toMatchObject({ state: 'final' });
  });
});
