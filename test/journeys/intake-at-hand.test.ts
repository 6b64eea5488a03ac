import { describe, expect, test } from 'vitest';
import { ClientId } from '../../shared/kernel/id.ts';
import { openedCase } from '../support/cases.ts';
import { actOn, inFileAt, linked, matterAt, notification, received, subjectsOf } from '../support/intake.ts';
import { personBody, recordPerson, restrictTo, text } from '../support/people.ts';
import { AINO, NO_MEASURES, onSiblings } from '../support/siblings.ts';
import { testWorld } from '../support/world.ts';

describe('a matter at hand', () => {
  test('ties whoever handles it to the client, and no longer when it has been handled', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { unitIds: [world.units.families] });
    const owner = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const told = await owner.call('POST', '/v1/clients', {
      body: { ...personBody(world, AINO), unitId: world.units.adults },
    });
    await world.drained();
    const aino = ClientId.parse(told.json['clientId']);
    expect((await worker.call('GET', `/v1/clients/${aino}`)).status).toBe(403);
    const matterId = await received(worker, notification(world));
    await actOn(worker, matterAt(matterId), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa.' });
    await linked(world, worker, matterId, 0, aino);
    expect((await worker.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
    await actOn(worker, inFileAt(aino, matterId), '/close', NO_MEASURES);
    expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ code: 'access.noTie' });
  });

  test('about a client whose file is restricted is not there for others than its readers', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const reader = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world));
    const aino = await linked(world, worker, matterId, 0, await recordPerson(world, worker, AINO));
    await restrictTo(world, aino, [reader.userId]);
    expect((await worker.call('GET', matterAt(matterId))).status).toBe(404);
    expect((await reader.call('GET', matterAt(matterId))).status).toBe(200);
    const search = { body: { personalIdentityCode: AINO.personalIdentityCode } };
    expect((await worker.call('POST', '/v1/intake/search', search)).json).toEqual({ matters: [] });
    const second = await received(worker, notification(world));
    const [subjectId = ''] = await subjectsOf(worker, second);
    const linking = await actOn(worker, matterAt(second), `/subjects/${subjectId}/link`, {
      linkedClientId: aino,
    });
    expect(linking).toMatchObject({ status: 404, json: { code: 'request.notFound' } });
  });
});

describe('who notified', () => {
  const hidden = /Naapuri|Niina|040 000 0009|Pelkää/;

  test('is shown to those who take in and arrange, and shielded from a counsellor of adoption; to others who carry out a service the matter is not there', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const elsewhere = { unitIds: [world.units.adults] };
    const carer = await world.worker('implementing', { ...elsewhere, services: ['familyWork'] });
    const counsellor = await world.worker('implementing', {
      ...elsewhere,
      services: ['adoptionCounselling'],
    });
    const { matterId, aino } = await onSiblings(world, worker);
    await openedCase(world, worker, aino, { workerIds: [carer.userId, counsellor.userId] });
    expect((await worker.call('GET', inFileAt(aino, matterId))).json).toMatchObject({
      notifierHidden: false,
      record: { notifier: { family: 'Naapuri', given: 'Niina' } },
    });
    expect(await carer.call('GET', inFileAt(aino, matterId))).toMatchObject({ status: 404 });
    const inFile = await carer.call('GET', `/v1/intake/clients/${aino}/matters`);
    expect(inFile.json).toEqual({ open: [], handled: [] });
    const seen = await counsellor.call('GET', inFileAt(aino, matterId));
    expect(seen.json).toMatchObject({
      notifierHidden: true,
      record: { notifier: { party: 'otherPrivatePerson', keepSecret: true } },
    });
    expect(seen.body).not.toMatch(hidden);
  });

  test('is not in the document of the child’s file when it is to be secret; what was told of the sibling is not there either', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const { matterId, aino } = await onSiblings(world, worker);
    const told = await actOn(worker, inFileAt(aino, matterId), '/document');
    expect(told.status).toBe(200);
    const documentId = text(told, 'documentId');
    const document = await worker.call('GET', `/v1/documents/clients/${aino}/documents/${documentId}`);
    expect(document.json).toMatchObject({
      definitionOid: '1.2.246.537.6.1506.4009.2023.4.28',
      content: {
        lastensuojeluilmoitus: {
          asiakas: { sukunimi: 'Esimerkki', etunimet: 'Aino' },
          asiasisalto: 'Lapset ovat olleet kaksi yötä keskenään kotona.',
          ilmoittaja: [{ ilmoittajan_tietojen_salassapito: true }],
        },
      },
    });
    expect(document.body).not.toMatch(/Naapuri|Niina|040 000 0009|Eino/);
    expect(await actOn(worker, inFileAt(aino, matterId), '/document')).toMatchObject({
      status: 409,
      json: { code: 'intake.hasDocument' },
    });
  });
});
