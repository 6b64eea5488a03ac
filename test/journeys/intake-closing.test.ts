import { describe, expect, test } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { actOn, inFileAt, linked, matterAt, notification, received, subjectsOf } from '../support/intake.ts';
import { changedTo, personBody, recordPerson, text } from '../support/people.ts';
import { AINO, NO_MEASURES, onSiblings } from '../support/siblings.ts';
import { testWorld } from '../support/world.ts';

describe('a matter ends without measures', () => {
  test('only with written grounds, which the national assessment and the file then say [U-5.18, U-5.20]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const { matterId, eino } = await onSiblings(world, worker);
    const at = inFileAt(eino, matterId);
    for (const grounds of [undefined, '', '  ']) {
      const told = await actOn(worker, at, '/close', {
        outcome: 'noMeasures',
        ...(grounds === undefined ? {} : { grounds }),
      });
      expect(told.status).toBe(400);
    }
    const told = await actOn(worker, at, '/close', NO_MEASURES);
    expect(told).toMatchObject({ status: 200, json: { findings: ['document.codeMissing'] } });
    const documentId = text(told, 'documentId');
    const document = await worker.call('GET', `/v1/documents/clients/${eino}/documents/${documentId}`);
    expect(document.json).toMatchObject({
      definitionOid: '1.2.246.537.6.1506.1006.2023.5.31',
      content: {
        lastensuojeluilmoituksen_arvio: {
          asiakas: { etunimet: 'Eino' },
          aiemmat_ilmoitukset_ja_yhteydenotot: false,
          toimenpiteet: [{ display: 'Ei toimenpiteitä' }],
          kuvaus: 'Perheellä on jo tarvittava tuki.',
          arvio_asian_kiireellisyydesta: { display: 'Ei kiireellinen' },
          kiireellisyyden_perustelu: 'Ei vaaraa juuri nyt.',
        },
      },
    });
    expect((await worker.call('GET', at)).json).toMatchObject({
      handled: { outcome: 'noMeasures', documentId },
      handlings: expect.arrayContaining([
        expect.objectContaining({ kind: 'outcome', words: 'Perheellä on jo tarvittava tuki.' }),
      ]),
    });
    expect(await factsOf(world, '2026-11')).toContainEqual({
      kind: 'matterHandled',
      on: '2026-11-24',
      unitId: world.units.families,
      serviceTasks: ['childWelfare'],
      code: 'noMeasures',
      days: 0,
    });
  });

  test('and is kept apart from any relationship until the child becomes a client: then it is seen in the file [U-6.14]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world));
    await actOn(worker, matterAt(matterId), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa.' });
    const aino = await linked(world, worker, matterId, 0, await recordPerson(world, worker, AINO));
    await actOn(worker, inFileAt(aino, matterId), '/close', NO_MEASURES);
    expect((await worker.call('GET', `/v1/clients/${aino}`)).json['relationship']).toBeUndefined();
    const found = await worker.call('POST', '/v1/clients/search', {
      body: { personalIdentityCode: AINO.personalIdentityCode },
    });
    expect(found.json).toMatchObject({ hits: [{ clientId: aino }] });
    // A year and a half later another unit takes the child as a client: the same file, and the notification in it.
    world.clock.advance(500 * 24 * 60);
    const again = await worker.call('POST', '/v1/clients', { body: personBody(world, AINO) });
    expect(again).toMatchObject({ status: 409, json: { details: { clientIds: [aino] } } });
    const onCall = await world.worker('broadResponsibility', { duties: ['onCall'] });
    await changedTo(onCall, aino, '/relationship/start', {
      startedOn: '2028-04-07',
      responsibleUnitId: world.units.families,
      ownWorkerId: worker.userId,
    });
    expect((await worker.call('GET', `/v1/intake/clients/${aino}/matters`)).json).toMatchObject({
      handled: [{ matterId, handled: { outcome: 'noMeasures' } }],
    });
    const second = await received(worker, notification(world));
    await actOn(worker, matterAt(second), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa.' });
    await linked(world, worker, second, 0, aino);
    const told = await actOn(worker, inFileAt(aino, second), '/close', NO_MEASURES);
    const documentId = text(told, 'documentId');
    const document = await worker.call('GET', `/v1/documents/clients/${aino}/documents/${documentId}`);
    expect(document.json).toMatchObject({
      content: { lastensuojeluilmoituksen_arvio: { aiemmat_ilmoitukset_ja_yhteydenotot: true } },
    });
  });

  test('not before its urgency has been assessed', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world));
    const aino = await linked(world, worker, matterId, 0, await recordPerson(world, worker, AINO));
    expect(await actOn(worker, inFileAt(aino, matterId), '/close', NO_MEASURES)).toMatchObject({
      status: 422,
      json: { code: 'intake.notValid', findings: [{ rule: 'intake.urgencyAssessed' }] },
    });
  });

  test('also of a person who could not be found out: it is kept, and found with its unit', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world, {}, { subjects: [{ given: 'Lapsi' }] }));
    await actOn(worker, matterAt(matterId), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa.' });
    const [unknown = ''] = await subjectsOf(worker, matterId);
    const told = await actOn(worker, matterAt(matterId), `/subjects/${unknown}/close`, {
      ...NO_MEASURES,
      inquiries: 'Soitettu kouluun ja päiväkotiin.',
    });
    expect(told.status).toBe(200);
    const handled = await worker.call('GET', `/v1/intake/units/${world.units.families}/handled`);
    expect(handled.json).toMatchObject({ matters: [{ matterId, unlinked: 1 }] });
    expect((await worker.call('GET', matterAt(matterId))).json).toMatchObject({
      state: 'handled',
      handlings: expect.arrayContaining([
        expect.objectContaining({
          kind: 'outcome',
          words: 'Perheellä on jo tarvittava tuki.\n\nSoitettu kouluun ja päiväkotiin.',
        }),
      ]),
    });
  });
});
