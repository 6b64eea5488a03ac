import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { openedCase } from '../support/cases.ts';
import { linesOf } from '../support/dump.ts';
import { actOn, inFileAt, linked, matterAt, notification, received } from '../support/intake.ts';
import { inventedCode, recordPerson, text } from '../support/people.ts';
import { AINO, CASE, NO_MEASURES, onSiblings, timesOf } from '../support/siblings.ts';
import { testWorld } from '../support/world.ts';

describe('a matter leads on', () => {
  test('to a case that is pending already, whose own times go on [U-6.12]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const { matterId, aino } = await onSiblings(world, worker);
    const caseId = await openedCase(world, worker, aino, { serviceTasks: ['childWelfare'] });
    const told = await actOn(worker, inFileAt(aino, matterId), '/join-case', {
      caseId,
      grounds: 'Selvitys on jo käynnissä.',
    });
    expect(told).toMatchObject({ status: 200, json: { caseId } });
    const document = await worker.call(
      'GET',
      `/v1/documents/clients/${aino}/documents/${text(told, 'documentId')}`,
    );
    expect(document.json).toMatchObject({ caseId });
    expect(await timesOf(world, aino)).toEqual([]);
    const elsewhere = { caseId: '01KBN4PZ00000000000000000A', grounds: 'Ei ole.' };
    const { eino } = { eino: (await worker.call('GET', matterAt(matterId))).json['subjects'] };
    expect(eino).toHaveLength(2);
    expect((await actOn(worker, inFileAt(aino, matterId), '/join-case', elsewhere)).status).toBe(404);
  });

  test('an application to a case of its service task, and never to nothing [U-4.13, U-4.34, L-4.2]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', {
      serviceTasks: ['disability', 'workingAge'],
    });
    for (const [task, service] of [
      ['disability', 'personalAssistance'],
      ['workingAge', 'socialWork'],
    ] as const) {
      const matterId = await received(worker, {
        kind: 'application',
        channel: 'paper',
        unitId: world.units.families,
        serviceTasks: [task],
        record: {
          text: 'Tarvitsen apua kodin ulkopuolella.',
          services: [service],
          subjects: [{ family: 'Hakija', given: task }],
          notifier: { party: 'self' },
        },
      });
      const clientId = await linked(
        world,
        worker,
        matterId,
        0,
        await recordPerson(world, worker, {
          name: { family: 'Hakija', given: task },
          personalIdentityCode: inventedCode(
            LocalDate.parse(task === 'disability' ? '1980-01-01' : '1981-01-01'),
          ),
        }),
      );
      const at = inFileAt(clientId, matterId);
      expect((await actOn(worker, at, '/close', NO_MEASURES)).json).toMatchObject({
        findings: [{ rule: 'intake.applicationIsDecided' }],
      });
      const filed = await actOn(worker, at, '/document');
      expect(filed).toMatchObject({ status: 200 });
      const told = await actOn(worker, at, '/open-case', { ...CASE(world), name: 'Hakemus' });
      expect(told.status).toBe(200);
      expect((await worker.call('GET', `/v1/clients/${clientId}`)).json['cases']).toEqual([
        expect.objectContaining({ wayOfOpening: 'application', initiator: 'client', serviceTasks: [task] }),
      ]);
      expect(told.json['documentId']).toBeUndefined();
    }
  });

  test('a contact under the Social Welfare Act to guidance, a notification of concern to another authority [U-5.10, J-1.20]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const ends = [
      ['contact', { outcome: 'guidance', grounds: 'Ohjattu perheneuvolaan.' }],
      ['needNotification', { outcome: 'otherAuthority', receiver: 'Kela', grounds: 'Asia kuuluu Kelalle.' }],
      ['assessmentRequest', { outcome: 'guidance', grounds: 'Perhe hakee apua itse.' }],
    ] as const;
    for (const [nth, [kind, end]] of ends.entries()) {
      const matterId = await received(worker, {
        ...notification(world, { kind, serviceTasks: ['families'] }),
      });
      await actOn(worker, matterAt(matterId), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa.' });
      const person = {
        ...AINO,
        personalIdentityCode: inventedCode(LocalDate.parse(`201${nth}-01-01`)),
        name: { family: `Perhe${nth}`, given: 'Lapsi' },
      };
      const clientId = await linked(world, worker, matterId, 0, await recordPerson(world, worker, person));
      const told = await actOn(worker, inFileAt(clientId, matterId), '/close', end);
      expect(told).toMatchObject({ status: 200 });
      expect((await worker.call('GET', `/v1/intake/clients/${clientId}/matters`)).json).toMatchObject({
        handled: [{ matterId, kind, handled: { outcome: end.outcome } }],
      });
      const closed = (await linesOf(world.services)).find(
        ({ eventName, clients }) => eventName === 'MatterClosed' && clients.includes(clientId),
      );
      const isHandedOver = end.outcome === 'otherAuthority';
      expect(closed?.disclosure?.recipient.kind).toBe(isHandedOver ? 'authority' : undefined);
      expect(JSON.stringify(closed)).not.toContain('Kela');
    }
  });
});
