import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { unpacked } from '../../shared/domain/words/segment.ts';
import { anEntry, newClient, openTestCase, write } from '../support/case-notes.ts';
import { linesOf } from '../support/dump.ts';
import { Found, fetchedSegments, found, saying, search, segmentsIn } from '../support/search.ts';
import { testWorld } from '../support/world.ts';

describe('searching one client’s file by words', () => {
  test('finds what was written a moment ago, by the beginnings of its words, the latest event first', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await write(
      worker,
      clientId,
      saying('Koulussa oli poissaoloja.', { eventAt: '2026-11-20T08:00:00.000Z' }),
    );
    await write(
      worker,
      clientId,
      saying('Koulun kuraattori soitti.', { eventAt: '2026-11-22T08:00:00.000Z' }),
    );
    await write(worker, clientId, saying('Isä kertoi työstään.'));
    expect(await found(worker, clientId, 'koulu')).toEqual([
      'Koulun kuraattori soitti.',
      'Koulussa oli poissaoloja.',
    ]);
    expect(await found(worker, clientId, 'POISSA koulu')).toEqual(['Koulussa oli poissaoloja.']);
    expect(await found(worker, clientId, 'koulu isä')).toEqual([]);
    expect(await found(worker, clientId, 'oulu')).toEqual([]);
  });

  test('finds the words of a draft once it is final, and of a correction instead of what it corrected', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const begun = await worker.call('POST', '/v1/case-notes/drafts', {
      body: { clientId, entry: saying('Sovittiin perhetyöstä.') },
    });
    expect(await found(worker, clientId, 'perhetyö')).toEqual([]);
    const written = await worker.call(
      'POST',
      `/v1/case-notes/clients/${clientId}/drafts/${String(begun.json['draftId'])}/finalise`,
      { body: { draftVersion: 1 } },
    );
    expect(await found(worker, clientId, 'perhetyö')).toHaveLength(1);
    await worker.call('POST', `${String(written.headers['location'])}/correct`, {
      version: 1,
      body: {
        entry: saying('Sovittiin kotipalvelusta.'),
        reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Palvelu oli väärä.' },
      },
    });
    expect(await found(worker, clientId, 'perhetyö')).toEqual([]);
    expect(await found(worker, clientId, 'kotipalvelu')).toEqual(['Sovittiin kotipalvelusta.']);
    // The words of what was corrected are in no segment any more.
    expect(await segmentsIn(world)).toHaveLength(1);
  });

  test('finds nothing of a removed entry, whose words are gone from the index too', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const { headers } = await write(worker, clientId, saying('Naapurin asia.'));
    expect(await segmentsIn(world)).toHaveLength(1);
    const removed = await worker.call('POST', `${String(headers['location'])}/remove`, {
      version: 1,
      body: { reason: { ground: 'unnecessary', initiator: 'ownInitiative', words: 'Ei tarpeen.' } },
    });
    expect(removed.status).toBe(200);
    expect(await found(worker, clientId, 'naapurin')).toEqual([]);
    expect(await segmentsIn(world)).toEqual([]);
  });

  test('finds an entry moved out of the wrong file in the right one alone', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const wrong = await newClient(world, worker);
    const right = await newClient(world, worker, { name: 'Toinen Oikea' });
    const { headers } = await write(worker, wrong, saying('Harrastus alkoi.'));
    const moved = await worker.call('POST', `${String(headers['location'])}/move`, {
      version: 1,
      body: { toClientId: right, reason: { initiator: 'ownInitiative', words: 'Väärä asiakas.' } },
    });
    expect(moved.status).toBe(200);
    expect(await found(worker, wrong, 'harrastus')).toEqual([]);
    expect(await found(worker, right, 'harrastus')).toEqual(['Harrastus alkoi.']);
  });

  test('shows each worker what he may read, and opens no segment of anything else', async () => {
    const world = await testWorld();
    const broad = await world.worker('broadResponsibility');
    const therapist = await world.worker('implementing', {
      serviceTasks: ['families'],
      services: ['familyCounselling'],
    });
    const clientId = await newClient(world, broad, { code: '010190-900P' });
    const therapy = anEntry(
      { entryType: 'therapeuticWork' },
      { text: 'Lapsi piirsi pelkonsa.', socialServices: ['familyCounselling'] },
    );
    expect((await write(therapist, clientId, therapy)).status).toBe(201);
    await write(broad, clientId, saying('Lapsi aloitti koulun.', { serviceTasks: ['childWelfare'] }));
    expect(await found(therapist, clientId, 'lapsi')).toEqual(['Lapsi piirsi pelkonsa.']);
    expect(await found(broad, clientId, 'lapsi')).toEqual(['Lapsi aloitti koulun.']);
    // An entry of a service lies by its service and by its sensitivity: the one is read by who gives it.
    const segments = fetchedSegments(world);
    const ofBroad = await segments.during(() => search(broad, clientId, { words: 'pelkonsa' }));
    const ofTherapist = await segments.during(() => search(therapist, clientId, { words: 'koulun' }));
    expect([ofBroad.length, ofTherapist.length, (await segmentsIn(world)).length]).toEqual([1, 1, 3]);
    expect(ofBroad[0]?.segmentId).not.toBe(ofTherapist[0]?.segmentId);
  });

  test('narrows to a service task, and pages without gaps', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    for (let day = 10; day < 23; day += 1) {
      const serviceTasks = [day % 2 === 0 ? 'families' : 'childWelfare'];
      await write(
        worker,
        clientId,
        saying(`Tapaaminen ${day}.`, { serviceTasks, eventAt: `2026-11-${day}T08:00:00.000Z` }),
      );
    }
    const ofTask = await search(worker, clientId, { words: 'tapaaminen', serviceTask: 'childWelfare' });
    expect(Found.parse(ofTask.json).hits.map(({ passage }) => passage)).toEqual(
      [21, 19, 17, 15, 13, 11].map((day) => `Tapaaminen ${day}.`),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const body = { words: 'tapaaminen', limit: 5, ...(cursor === undefined ? {} : { cursor }) };
      const page = Found.parse((await search(worker, clientId, body)).json);
      seen.push(...page.hits.map(({ passage }) => passage));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(Array.from({ length: 13 }, (_, nth) => `Tapaaminen ${22 - nth}.`));
    const other = await search(worker, clientId, { words: 'toinen kysymys', cursor: 'abc' });
    expect(other).toMatchObject({ status: 400, json: { code: 'request.invalid' } });
  });

  test('refuses a question without a word of three letters', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    for (const words of ['', 'ab', '!!! ??', 'a b c']) {
      expect(await search(worker, clientId, { words })).toMatchObject({
        status: 400,
        json: { code: 'request.invalid' },
      });
    }
  });

  test('is logged with the entries it showed and without the words', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const { json } = await write(worker, clientId, saying('Salaisuuksia kerrottiin.'));
    await search(worker, clientId, { words: 'salaisuuksia' });
    const line = (await linesOf(world.services)).find(({ eventName }) => eventName === 'FileSearched');
    expect(line).toMatchObject({
      eventName: 'FileSearched',
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        { kind: 'caseNote', id: json['noteId'] },
      ],
      dataGroups: ['caseNotes', 'documents'],
    });
    expect(JSON.stringify(line).toLowerCase()).not.toContain('salaisuuksia');
  });
});

describe('the segments of a word index', () => {
  test('hold nothing readable, and are sealed under the case of their entries', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const caseId = await openTestCase(world, clientId);
    await write(worker, clientId, saying('Muistiinpano.'));
    await write(worker, clientId, saying('Asian muistiinpano.', { caseId }));
    const segments = z
      .array(z.looseObject({ words: z.object({ subject: z.string(), blob: z.instanceof(Uint8Array) }) }))
      .parse(await segmentsIn(world));
    expect(segments.map(({ words }) => words.subject).toSorted()).toEqual([`case:${caseId}`, 'client']);
    for (const { words } of segments) expect(() => unpacked(words.blob)).toThrow();
    expect(await found(worker, clientId, 'muistiin')).toHaveLength(2);
  });

  test('are merged as entries gather, so that few are read, and nothing is lost', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    for (let nth = 0; nth < 40; nth += 1) {
      await write(worker, clientId, saying(`Merkintä numero${nth}.`));
      expect((await segmentsIn(world)).length).toBeLessThanOrEqual(16);
    }
    const told = await search(worker, clientId, { words: 'numero', limit: 50 });
    expect(Found.parse(told.json).hits).toHaveLength(40);
    expect(await found(worker, clientId, 'numero17')).toEqual(['Merkintä numero17.']);
  });

  test('of two who write at once hold the words of both', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const told = await Promise.all(
      Array.from({ length: 30 }, (_, nth) => write(worker, clientId, saying(`Yhtaikaa sana${nth}.`))),
    );
    expect(told.map(({ status }) => status)).toEqual(told.map(() => 201));
    const all = await search(worker, clientId, { words: 'yhtaikaa', limit: 50 });
    expect(Found.parse(all.json).hits).toHaveLength(30);
  });
});
