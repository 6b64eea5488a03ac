import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { anEntry, logOf, newClient, Page, pageOf, write } from '../support/case-notes.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let author: Worker;
let colleague: Worker;
let corrector: Worker;
let clientId: ClientId;
beforeEach(async () => {
  world = await testWorld();
  author = await world.worker('broadResponsibility', { name: 'Kaisa Niemi' });
  colleague = await world.worker('broadResponsibility');
  corrector = await world.worker('broadResponsibility', {
    name: 'Reijo Rekisteri',
    specialRights: ['correctRecord'],
  });
  clientId = await newClient(world, author);
});

const RIGHT = anEntry({}, { text: 'Toimistokäynti.' });
const reason = { ground: 'erroneous', initiator: 'client', words: 'Paikka oli kirjattu väärin.' };

async function written(entry: unknown = anEntry(), of: ClientId = clientId): Promise<string> {
  return String((await write(author, of, entry)).headers['location']);
}
const correct = (by: Worker, path: string, more: object = {}, version = 1): Promise<Told> =>
  by.call('POST', `${path}/correct`, {
    version,
    body: { entry: RIGHT, reason: { ...reason, ...more } },
  });
const remove = (by: Worker, path: string, version = 1): Promise<Told> =>
  by.call('POST', `${path}/remove`, {
    version,
    body: { reason: { ...reason, ground: 'unnecessary', words: 'Ei kuulu asiaan.' } },
  });

/** Everything that lies in a client's partition, as the store has it. */
async function storedOf(of: ClientId): Promise<Record<string, unknown>[]> {
  const { Items } = await world.services.tables.clientOf(world.controller).send(
    new QueryCommand({
      TableName: world.services.tables.records,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': clientKeys.partition(world.controller, of) },
    }),
  );
  return Items ?? [];
}

describe('a correction', () => {
  test('stands in the place of the wrong entry with corrector, post, time and ground; both stay readable', async () => {
    const path = await written();
    world.clock.advance(60);
    expect((await correct(author, path)).status).toBe(200);
    expect((await author.call('GET', path)).json).toMatchObject({
      state: 'corrected',
      correction: 1,
      writtenAt: '2026-11-24T10:00:00.000Z',
      content: { text: 'Toimistokäynti.' },
      correctedBy: {
        userId: author.userId,
        name: 'Kaisa Niemi',
        post: 'sosiaalityöntekijä',
        at: '2026-11-24T11:00:00.000Z',
      },
      reason: { ground: 'erroneous', initiator: 'client', words: 'Paikka oli kirjattu väärin.' },
    });
    expect((await corrector.call('GET', `${path}/versions`)).json).toMatchObject({
      versions: [{ correction: 0, content: { text: 'Kotikäynti sujui hyvin.' } }],
    });
  });

  test('keeps every version of an entry corrected twice, long texts too, each with its ground', async () => {
    const text = 'Pitkä alkuperäinen kertomus. '.repeat(200).trim();
    const path = await written(anEntry({}, { text }));
    await correct(author, path);
    await correct(author, path, { ground: 'incomplete', words: 'Osallistujat puuttuivat.' }, 2);
    expect((await corrector.call('GET', `${path}/versions`)).json).toMatchObject({
      versions: [
        { correction: 0, content: { text } },
        { correction: 1, reason: { ground: 'erroneous', words: 'Paikka oli kirjattu väärin.' } },
      ],
    });
  });

  test('is the original author’s, else of one with the special right in a named person’s presence', async () => {
    const path = await written();
    expect(await correct(colleague, path)).toMatchObject({
      status: 403,
      json: { code: 'note.notTheAuthor' },
    });
    for (const presentUserId of [undefined, corrector.userId, '01KBN4PZ00000000000000000A']) {
      const told = await correct(corrector, path, presentUserId === undefined ? {} : { presentUserId });
      expect(told).toMatchObject({ status: 422, json: { code: 'note.presenceNeeded' } });
    }
    const present = await world.worker('administrative');
    const told = await correct(corrector, path, { presentUserId: present.userId });
    expect(told.status).toBe(200);
    expect((await author.call('GET', path)).json).toMatchObject({
      correctedBy: { userId: corrector.userId, name: 'Reijo Rekisteri', presentUserId: present.userId },
      author: { name: 'Kaisa Niemi' },
    });
  });

  test('loses to one that came first, and no version is lost', async () => {
    const path = await written();
    const both = await Promise.all([correct(author, path), correct(author, path)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const versions = await corrector.call('GET', `${path}/versions`);
    expect(versions.json['versions']).toHaveLength(1);
  });

  test('names its ground by code and id on the log, never by its words; reading old versions is logged too', async () => {
    const path = await written();
    world.clock.advance(1);
    await correct(author, path);
    world.clock.advance(1);
    await corrector.call('GET', `${path}/versions`);
    const [read, corrected] = await logOf(world, clientId);
    expect(read).toMatchObject({ eventName: 'SupersededCaseNotesRead', readOnly: true });
    expect(corrected).toMatchObject({
      eventName: 'CaseNoteCorrected',
      changedFields: ['content'],
      reasonId: expect.stringMatching(/^erroneous:[0-9A-Z]{26}$/),
    });
    expect(JSON.stringify(corrected)).not.toContain('väärin');
  });

  test('old versions are for those with the special right', async () => {
    const path = await written();
    await correct(author, path);
    expect((await colleague.call('GET', `${path}/versions`)).status).toBe(403);
  });
});

describe('a removal', () => {
  test('leaves a mark of what, who, when and why, and no text in any version', async () => {
    const path = await written();
    await correct(author, path);
    expect((await remove(author, path, 2)).status).toBe(200);
    const read = await author.call('GET', path);
    expect(read.json).toMatchObject({
      state: 'removed',
      entryType: 'meetingOrContact',
      removedBy: { userId: author.userId, name: 'Kaisa Niemi', at: '2026-11-24T10:00:00.000Z' },
      reason: { ground: 'unnecessary', words: 'Ei kuulu asiaan.' },
    });
    expect(read.json).not.toHaveProperty('content');
    expect(Page.parse((await pageOf(colleague, clientId)).json).notes).toMatchObject([{ state: 'removed' }]);
    const stored = (await storedOf(clientId)).filter(({ entity }) => /note/i.test(String(entity)));
    expect(stored).toHaveLength(1);
    expect(stored[0]).not.toHaveProperty('content');
    expect((await corrector.call('GET', `${path}/versions`)).json).toMatchObject({ versions: [] });
  });

  test('is final: the mark is not corrected, removed or moved', async () => {
    const path = await written();
    await remove(author, path);
    const other = await newClient(world, author, { name: 'Mallinen Eino' });
    const moved = await author.call('POST', `${path}/move`, {
      version: 2,
      body: { toClientId: other, reason: { initiator: 'ownInitiative', words: 'Väärä asiakas.' } },
    });
    for (const told of [await correct(author, path, {}, 2), await remove(author, path, 2), moved]) {
      expect(told).toMatchObject({ status: 409, json: { code: 'note.isMark' } });
    }
  });

  test('is not for whoever likes', async () => {
    const path = await written();
    expect((await remove(colleague, path)).status).toBe(403);
  });
});
