import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { logOf, newClient, openTestCase } from '../support/case-notes.ts';
import {
  aDraft,
  begin,
  begun,
  documentsAt,
  draftsAt,
  finalise,
  finished,
  listed,
  opened,
  SUMMARY,
  summaryOf,
} from '../support/documents.ts';
import { inventedCode } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const CODE = inventedCode(LocalDate.parse('2012-03-24'), 907);

test('a draft is begun, saved, made final and read, completed with what the system knows', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { name: 'Liisa Maria Laaja' });
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo', code: CODE });
  const caseId = await openTestCase(world, clientId);
  const draftId = await begun(worker, clientId, aDraft({ caseId }));
  const saved = await worker.call('PUT', `${draftsAt(clientId)}/${draftId}`, {
    version: 1,
    body: {
      caseId,
      serviceTasks: ['families'],
      content: summaryOf('Perhe on saanut kotipalvelua ja voi paremmin.', {
        johtopaatokset: 'Tuki riittää.',
      }),
    },
  });
  expect([saved.status, saved.json['version']]).toEqual([200, 2]);

  const told = await finalise(worker, clientId, draftId, { draftVersion: 2 });
  expect(told.status).toBe(201);
  const documentId = String(told.json['documentId']);
  const { json, headers } = await opened(worker, clientId, documentId);
  expect(headers['etag']).toBe('"1"');
  expect(json).toMatchObject({
    documentId,
    clientId,
    caseId,
    definitionOid: SUMMARY,
    documentType: 'Yhteenveto',
    name: { fi: 'Sosiaalihuollon yhteenveto' },
    serviceTasks: ['families'],
    phase: 'arranging',
    state: 'final',
    correction: 0,
    shared: false,
    language: 'fi',
    author: { userId: worker.userId, name: 'Liisa Maria Laaja', post: 'sosiaalityöntekijä' },
    unitId: world.units.families,
    hidden: [],
    secrecy: { mark: 'secret' },
    content: {
      sosiaalihuollon_yhteenveto: {
        asiakas: [
          {
            sukunimi: 'Mallila',
            etunimet: 'Arvo',
            henkilotunnus: { system: 'urn:oid:1.2.246.21', value: CODE },
          },
        ],
        yhteenveto: { asiasisalto: 'Perhe on saanut kotipalvelua ja voi paremmin.' },
        johtopaatokset: 'Tuki riittää.',
        laatija: [{ sukunimi: 'Laaja', etunimet: 'Liisa Maria', tehtavanimike: 'sosiaalityöntekijä' }],
        paivamaara: String(world.services.clock.now()).slice(0, 10),
        palvelutehtava: { display: expect.any(String) },
      },
    },
  });
  expect(json['sha256']).toMatch(/^[0-9a-f]{64}$/);
  expect((await worker.call('GET', `${draftsAt(clientId)}/${draftId}`)).status).toBe(404);
  const { documents } = await listed(worker, clientId);
  expect(documents.map((row) => row.documentId)).toEqual([documentId]);
  expect(documents[0]).not.toHaveProperty('content');
  const names = (await logOf(world, clientId)).map((line) => line.eventName);
  expect(names).toEqual(
    expect.arrayContaining([
      'DocumentDraftBegun',
      'DocumentDraftSaved',
      'DocumentFinalised',
      'DocumentRead',
      'DocumentsListed',
    ]),
  );
});

test('two machines that make one draft final at once make one document', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const draftId = await begun(worker, clientId);
  const told = await Promise.all([1, 2, 3].map(() => finalise(worker, clientId, draftId)));
  const statuses = told.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses[0]).toBe(201);
  for (const status of statuses.slice(1)) expect([404, 409, 412]).toContain(status);
  expect((await listed(worker, clientId)).documents).toHaveLength(1);
});

test('a decision is drafted here and made final by its own act; an entry of the narrative is not drafted', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const decision = '1.2.246.537.6.1506.11001.2023.9.8';
  const draftId = await begun(worker, clientId, {
    definitionOid: decision,
    serviceTasks: ['families'],
    content: {},
  });
  const refused = await finalise(worker, clientId, draftId);
  expect([refused.status, refused.json['code'], refused.json['details']]).toEqual([
    409,
    'document.byAct',
    { module: 'decisions' },
  ]);
  const entry = await begin(
    worker,
    clientId,
    aDraft({ definitionOid: '1.2.246.537.6.1506.19013.2022.1.10' }),
  );
  expect([entry.status, entry.json['code'], entry.json['details']]).toEqual([
    409,
    'document.byAct',
    { module: 'case-notes' },
  ]);
});

test('another worker finds neither the draft nor its list', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const other = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const draftId = await begun(worker, clientId);
  expect((await other.call('GET', `${draftsAt(clientId)}/${draftId}`)).status).toBe(404);
  expect((await finalise(other, clientId, draftId)).status).toBe(404);
  expect((await other.call('DELETE', `/v1/documents/drafts/${draftId}`, { version: 1 })).status).toBe(404);
  expect((await other.call('GET', '/v1/documents/drafts')).json).toEqual({ drafts: [] });
  const own = await worker.call('GET', '/v1/documents/drafts');
  expect(own.json['drafts']).toMatchObject([{ draftId, client: { family: 'Esimerkki' } }]);
  expect((await worker.call('DELETE', `/v1/documents/drafts/${draftId}`, { version: 1 })).status).toBe(200);
  expect((await worker.call('GET', `${draftsAt(clientId)}/${draftId}`)).status).toBe(404);
});

test('a document not yet complete is refused with every finding and its path, and stays a draft', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const referral = '1.2.246.537.6.1506.8004.2023.5.31';
  const draftId = await begun(worker, clientId, {
    definitionOid: referral,
    serviceTasks: [],
    documentAt: '2027-01-01T10:00:00.000Z',
    content: {},
  });
  const told = await finalise(worker, clientId, draftId);
  expect([told.status, told.json['code']]).toEqual([422, 'document.notValid']);
  const findings: { rule: string; path: string }[] = told.json['findings'] ?? [];
  expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(
    expect.arrayContaining([
      'document.noTask /serviceTasks',
      'document.inFuture /documentAt',
      'document.missing /content/sosiaalihuollon_lahete/vastaanottaja',
    ]),
  );
  expect((await worker.call('GET', `${draftsAt(clientId)}/${draftId}`)).status).toBe(200);
});

test('a content of a hundred pages is kept in pieces and read whole', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const long = 'Äiti kertoi, että yöt sujuvat "hyvin" 👍. '.repeat(5000);
  const draftId = await begun(worker, clientId, aDraft({ content: summaryOf(long) }));
  const again = await worker.call('PUT', `${draftsAt(clientId)}/${draftId}`, {
    version: 1,
    body: { serviceTasks: ['families'], content: summaryOf(`${long}!`) },
  });
  expect(again.status).toBe(200);
  const told = await finalise(worker, clientId, draftId, { draftVersion: 2 });
  expect(told.status).toBe(201);
  const { json } = await opened(worker, clientId, String(told.json['documentId']));
  expect(json['content']).toMatchObject(summaryOf(`${long}!`));
  const tooLong = await begin(worker, clientId, aDraft({ content: summaryOf('x'.repeat(2_300_000)) }));
  expect([tooLong.status, tooLong.json['code']]).toEqual([413, 'request.tooLarge']);
});

test('pages of fifty go on until the end, whatever is asked for', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  for (let count = 0; count < 5; count += 1) await finished(worker, clientId);
  await finished(
    worker,
    clientId,
    aDraft({ serviceTasks: ['childWelfare'], documentAt: '2026-01-05T08:00:00.000Z' }),
  );
  const first = await listed(worker, clientId, '?limit=4');
  const second = await listed(worker, clientId, `?limit=4&cursor=${first.next}`);
  expect([first.documents.length, second.documents.length, second.next]).toEqual([4, 2, undefined]);
  expect(second.documents[1]?.serviceTasks).toEqual(['childWelfare']);
  expect((await listed(worker, clientId, '?serviceTask=childWelfare')).documents).toHaveLength(1);
  expect((await listed(worker, clientId, '?documentType=Yhteenveto')).documents).toHaveLength(6);
  expect((await listed(worker, clientId, '?documentType=Suunnitelma')).documents).toHaveLength(0);
  const strange = await worker.call(
    'GET',
    `${documentsAt(clientId)}?cursor=${first.next}&serviceTask=families`,
  );
  expect(strange.json['code']).toBe('request.invalid');
});
