import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import {
  aDraft,
  documentsAt,
  finished,
  listed,
  opened,
  SUMMARY,
  storedBodies,
} from '../support/documents.ts';
import { inventedCode } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const CODE = inventedCode(LocalDate.parse('2012-03-24'), 908);

test('what is exported in the national form is taken in elsewhere as it is', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { name: 'Liisa Laaja' });
  const elsewhere = await world.worker('broadResponsibility', {
    controller: world.otherController,
    name: 'Toinen Tekijä',
  });
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo', code: CODE });
  const documentId = await finished(worker, clientId);
  const read = await opened(worker, clientId, documentId);
  const { json } = await worker.call('GET', `${documentsAt(clientId)}/${documentId}/national`);
  expect(json).toEqual({
    documentId,
    definitionOid: SUMMARY,
    content: read.json['content'],
    hidden: [],
  });

  const moved = await newClient(world, elsewhere, { name: 'Mallila Arvo', code: CODE });
  const told = await elsewhere.call('POST', `/v1/documents/clients/${moved}/import`, {
    body: {
      definitionOid: json['definitionOid'],
      content: json['content'],
      serviceTasks: ['families'],
      documentAt: '2025-01-15T10:00:00.000Z',
    },
  });
  expect(told.status).toBe(201);
  const imported = await elsewhere.call('GET', String(told.headers['location']));
  expect(imported.json).toMatchObject({
    imported: true,
    documentAt: '2025-01-15T10:00:00.000Z',
    author: { name: 'Toinen Tekijä' },
    content: json['content'],
    sha256: read.json['sha256'],
  });
});

test('a broken document is refused with every finding and its path, and changes nothing', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo', code: CODE });
  const bring = (content: unknown, more: Record<string, unknown> = {}) =>
    worker.call('POST', `/v1/documents/clients/${clientId}/import`, {
      body: { ...aDraft({ content }), ...more },
    });
  const broken = await bring({
    sosiaalihuollon_yhteenveto: {
      asiakas: [{ sukunimi: 'Toinen', etunimet: 'Henkilö', henkilotunnus: { value: '010190-900P' } }],
      ajanjakso: { alkamispaiva: '2026-02-30' },
      laatija: [{ sukunimi: 'Laaja' }],
      tuntematon: true,
    },
  });
  expect([broken.status, broken.json['code']]).toEqual([422, 'document.notValid']);
  const findings = (broken.json['findings'] ?? []) as { rule: string; path: string; severity: string }[];
  const root = '/content/sosiaalihuollon_yhteenveto';
  expect(
    findings.filter(({ severity }) => severity === 'error').map(({ rule, path }) => `${rule} ${path}`),
  ).toEqual(
    expect.arrayContaining([
      `document.otherClient ${root}/asiakas/0`,
      `document.notADate ${root}/ajanjakso/alkamispaiva`,
      `document.missing ${root}/laatija/0/etunimet`,
      `document.unknownField ${root}/tuntematon`,
    ]),
  );
  const nameless = await bring({
    sosiaalihuollon_yhteenveto: {
      asiakas: [{ sukunimi: 'Mallila', etunimet: 'Toinen' }],
      laatija: [{ sukunimi: 'Laaja', etunimet: 'Leena' }],
    },
  });
  expect(nameless.json['findings']).toContainEqual(
    expect.objectContaining({ rule: 'document.otherClient', path: `${root}/asiakas/0` }),
  );
  const decision = await bring({}, { definitionOid: '1.2.246.537.6.1506.11001.2023.9.8' });
  expect(decision.json).toMatchObject({ code: 'document.byAct', details: { module: 'decisions' } });
  expect((await bring({}, { serviceTasks: [] })).status).toBe(400);
  expect((await listed(worker, clientId)).documents).toEqual([]);
  expect(await storedBodies(world)).toBe(0);
});
