import { describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { bought } from '../support/bought.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aDraft,
  begun,
  documentsAt,
  draftsAt,
  finalise,
  finished,
  listed,
  opened,
} from '../support/documents.ts';
import { changedTo, FROM_CLIENT, inventedCode, restrictTo } from '../support/people.ts';
import { testWorld, type Worker } from '../support/world.ts';

const CONTRACT = '1.2.246.537.6.1506.13007.2023.9.8';
const LETTER = '1.2.246.537.6.1506.4021.2023.2.28';

const CODE = inventedCode(LocalDate.parse('2012-03-24'), 909);

/** Sopimus yksityisesti järjestettävästä sosiaalipalvelusta. */
const aContract = () =>
  aDraft({
    definitionOid: CONTRACT,
    content: {
      sopimus_yksityisesti_jarjestettavasta_sosiaalipalvelusta: {
        sopimus: { asiasisalto: 'Kotipalvelu kahdesti viikossa.' },
        allekirjoitus: [
          {
            allekirjoituksen_tyyppi: {
              system: 'urn:oid:1.2.246.537.5.40161',
              code: '1',
              display: 'Allekirjoitus',
            },
          },
        ],
      },
    },
  });

/** A letter to an authority, with where the client lives. */
const letterOf = (osoite: Record<string, string>) =>
  aDraft({
    definitionOid: LETTER,
    content: {
      sosiaalihuollon_ilmoitus_toiselle_viranomaiselle: {
        vastaanottaja: { organisaation_nimi: 'Poliisilaitos' },
        asiakas: [{ yhteystiedot: { osoite: [osoite], puhelinnumero: '040 000 0000' } }],
        kuvaus_asiakkaan_tilanteesta_ja_tuen_tarpeista: 'Kirje viranomaiselle.',
        ilmoituksen_tekemiseen_on_asiakkaan_suostumus: true,
        ilmoittaja: { sukunimi: 'Laaja', etunimet: 'Leena' },
      },
    },
  });

const idsFor = async (worker: Worker, clientId: ClientId, query = ''): Promise<string[]> =>
  (await listed(worker, clientId, query)).documents.map(({ documentId }) => documentId);

describe('who sees which documents', () => {
  test('who gives a service sees its documents and those of its kind alone, in lists as in reads', async () => {
    const world = await testWorld();
    const broad = await world.worker('broadResponsibility');
    const therapist = await world.worker('implementing', {
      serviceTasks: ['families'],
      services: ['familyCounselling'],
    });
    const arranger = await world.worker('arranging', { serviceTasks: ['workingAge'] });
    const clientId = await newClient(world, broad);
    const plain = await finished(broad, clientId);
    const ofService = await finished(broad, clientId, aDraft({ socialServices: ['familyCounselling'] }));
    const ofChild = await finished(broad, clientId, aDraft({ serviceTasks: ['childWelfare'] }));
    const therapy = await finished(
      therapist,
      clientId,
      aDraft({ socialServices: ['familyCounselling'], sensitivity: 'therapy' }),
    );
    const both = await finished(broad, clientId, aDraft({ serviceTasks: ['families', 'childWelfare'] }));

    expect((await idsFor(broad, clientId)).toSorted()).toEqual([plain, ofService, ofChild, both].toSorted());
    expect((await idsFor(therapist, clientId)).toSorted()).toEqual([ofService, therapy].toSorted());
    // Three tasks are open to all who arrange services; child welfare to who works in it (457/2024 § 13).
    expect((await idsFor(arranger, clientId)).toSorted()).toEqual([plain, ofService].toSorted());
    for (const [worker, hidden] of [
      [broad, therapy],
      [therapist, plain],
      [arranger, both],
    ] as const) {
      expect((await opened(worker, clientId, hidden)).status).toBe(404);
    }
    expect(await idsFor(broad, clientId, '?serviceTask=childWelfare')).toHaveLength(2);
  });

  test('a private provider sees the kinds of documents that its task needs', async () => {
    const world = await worldOf(PROFILES.K);
    const broad = await world.worker('broadResponsibility');
    const clientId = await newClient(world, broad, { code: CODE });
    const work = { serviceTask: 'families', socialService: 'familyWork' };
    const caseId = await openedCase(world, broad, clientId);
    const provider = await world.worker('privateImplementing', {
      serviceTasks: ['families'],
      services: ['familyWork'],
      providerId: await bought(world, broad, { clientId, caseId, ...work }),
    });
    const summary = await finished(broad, clientId);
    const contract = await finished(broad, clientId, aContract());
    expect(await idsFor(provider, clientId)).toEqual([contract]);
    expect((await opened(provider, clientId, summary)).status).toBe(404);
    expect(await idsFor(broad, clientId, '?documentType=Sopimus')).toEqual([contract]);
    expect(await idsFor(provider, clientId, '?documentType=Yhteenveto')).toEqual([]);
  });

  test('nobody writes what his task does not cover, or what is no client’s matter of his', async () => {
    const world = await testWorld();
    const broad = await world.worker('broadResponsibility');
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const elsewhere = await world.worker('broadResponsibility', { controller: world.otherController });
    const clientId = await newClient(world, broad);
    const documentId = await finished(broad, clientId);
    const told = await finalise(
      broad,
      clientId,
      await begun(broad, clientId, aDraft({ sensitivity: 'therapy' })),
    );
    expect([told.status, told.json['code']]).toEqual([403, 'document.classNotYours']);
    for (const path of [documentsAt(clientId), `${documentsAt(clientId)}/${documentId}`]) {
      expect(await stranger.call('GET', path)).toMatchObject({ status: 403, json: { code: 'access.noTie' } });
      expect((await elsewhere.call('GET', path)).status).toBe(404);
    }
    expect((await stranger.call('POST', draftsAt(clientId), { body: aDraft() })).status).toBe(403);
  });
});

test('documents of a case are listed by the case', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId);
  await finished(worker, clientId);
  const ofCase = await finished(worker, clientId, aDraft({ caseId }));
  expect(await idsFor(worker, clientId, `?caseId=${caseId}`)).toEqual([ofCase]);
  const wrong = await finalise(
    worker,
    clientId,
    await begun(worker, clientId, aDraft({ caseId, serviceTasks: ['older'] })),
  );
  expect(wrong.json['findings']).toContainEqual(expect.objectContaining({ rule: 'document.tasksOfCase' }));
  const strange = await worker.call('POST', draftsAt(clientId), {
    body: aDraft({ caseId: '01KBN4PZ00000000000000000A' }),
  });
  expect([strange.status, strange.json['code']]).toEqual([409, 'document.noCase']);
});

describe('a document of siblings', () => {
  test('is one, lies in the file of each and names both in its line', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const aino = await newClient(world, worker, { name: 'Mallila Aino' });
    const eino = await newClient(world, worker, { name: 'Mallila Eino' });
    const irja = await newClient(world, worker, { name: 'Mallila Irja' });
    const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
    const draftId = await begun(worker, aino, aDraft({ caseId }));
    const notOfCase = await finalise(worker, aino, draftId, { draftVersion: 1, alsoOf: [irja] });
    expect([notOfCase.status, notOfCase.json['code']]).toEqual([422, 'document.notOfCase']);
    const told = await finalise(worker, aino, draftId, { draftVersion: 1, alsoOf: [eino] });
    expect(told.status).toBe(201);
    const documentId = String(told.json['documentId']);
    const views = await Promise.all([aino, eino].map((clientId) => opened(worker, clientId, documentId)));
    expect(views[0]?.json['content']).toEqual(views[1]?.json['content']);
    expect(views[0]?.json).toMatchObject({
      shared: true,
      content: { sosiaalihuollon_yhteenveto: { asiakas: [{ etunimet: 'Aino' }, { etunimet: 'Eino' }] } },
    });
    await world.drained();
    for (const clientId of [aino, eino]) {
      const lines = (await logOf(world, clientId)).filter(
        ({ eventName }) => eventName === 'DocumentFinalised',
      );
      expect(lines).toContainEqual(
        expect.objectContaining({
          clients: [clientId],
          resources: [expect.objectContaining({ kind: 'document', id: documentId, client: clientId })],
        }),
      );
    }
  });

  test('is not there for whom one of them is closed to', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const colleague = await world.worker('broadResponsibility');
    const aino = await newClient(world, worker, { name: 'Mallila Aino' });
    const eino = await newClient(world, worker, { name: 'Mallila Eino' });
    const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
    const documentId = await finished(worker, aino, aDraft({ caseId }), { draftVersion: 1, alsoOf: [eino] });
    expect((await opened(colleague, aino, documentId)).status).toBe(200);
    await restrictTo(world, eino, [worker.userId]);
    expect((await opened(colleague, aino, documentId)).status).toBe(404);
    expect(await idsFor(colleague, aino)).toEqual([]);
    expect((await opened(worker, aino, documentId)).status).toBe(200);
    expect(await idsFor(worker, aino)).toEqual([documentId]);
  });
});

test('a safety ban hides dwellings in documents too, from who has not the right to see them', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const entitled = await world.worker('broadResponsibility', { specialRights: ['seeProtectedAddresses'] });
  const clientId = await newClient(world, worker, { code: CODE });
  const address = { lahiosoite: 'Keksittykatu 1', postinumero: '32200', postitoimipaikka: 'LOIMAA' };
  const documentId = await finished(worker, clientId, letterOf(address));
  expect((await opened(worker, clientId, documentId)).body).toContain('Keksittykatu');
  const ban = { contactAddress: { street: 'PL 7', postalCode: '00100' }, source: FROM_CLIENT };
  expect((await changedTo(worker, clientId, '/safety-ban', ban)).status).toBe(200);
  for (const path of [documentId, `${documentId}/national`]) {
    const told = await worker.call('GET', `${documentsAt(clientId)}/${path}`);
    expect(told.status).toBe(200);
    for (const secret of ['Keksittykatu', '32200', 'LOIMAA']) expect(told.body).not.toContain(secret);
    expect(told.json['hidden']).not.toEqual([]);
    expect(told.body).toContain('Kirje viranomaiselle');
  }
  const seen = await opened(entitled, clientId, documentId);
  expect(seen.json['hidden']).toEqual([]);
  expect(seen.body).toContain('Keksittykatu');
});
