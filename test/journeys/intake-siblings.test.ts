import { describe, expect, test } from 'vitest';
import { MatterKeyItem } from '../../shared/crypto/matter-ring.ts';
import { MatterId } from '../../shared/kernel/id.ts';
import { keyKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { logOf } from '../support/case-notes.ts';
import { actOn, inFileAt, matterAt } from '../support/intake.ts';
import { text } from '../support/people.ts';
import { CASE, NO_MEASURES, onSiblings, timesOf, timesOfMatter } from '../support/siblings.ts';
import { testWorld } from '../support/world.ts';

describe('a notification on two siblings', () => {
  test('stands in the file of each, with that child’s own part and nothing of the other’s', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const { matterId, aino, eino } = await onSiblings(world, worker);
    const ofAino = await worker.call('GET', inFileAt(aino, matterId));
    expect(ofAino.json).toMatchObject({
      persons: 2,
      record: {
        text: 'Lapset ovat olleet kaksi yötä keskenään kotona.',
        subjects: [{ given: 'Aino', words: 'Aino on itkuinen.' }],
      },
    });
    expect(ofAino.body).not.toMatch(/Eino/);
    expect((await worker.call('GET', inFileAt(eino, matterId))).body).not.toMatch(/Aino/);
    expect((await worker.call('GET', `/v1/intake/clients/${aino}/matters`)).json).toMatchObject({
      open: [{ matterId, kind: 'childWelfareNotification' }],
      handled: [],
    });
    const lines = await logOf(world, aino);
    expect(lines.map(({ eventName }) => eventName)).toEqual(
      expect.arrayContaining(['MatterLinked', 'MatterOfClientRead', 'MattersOfClientListed']),
    );
    expect(lines.some(({ clients }) => clients.includes(eino))).toBe(false);
  });

  test('may end differently for each: one case opened, the other without measures; its times go on in the case', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const { matterId, aino, eino } = await onSiblings(world, worker);
    const opened = await actOn(worker, inFileAt(aino, matterId), '/open-case', {
      ...CASE(world),
      responsibleWorkerId: worker.userId,
    });
    expect(opened).toMatchObject({ status: 200 });
    const caseId = text(opened, 'caseId');
    expect((await worker.call('GET', `/v1/clients/${aino}`)).json['cases']).toEqual([
      expect.objectContaining({
        caseId,
        wayOfOpening: 'notification',
        initiator: 'otherPerson',
        openedAt: '2026-11-24T10:00:00.000Z',
        serviceTasks: ['childWelfare'],
        responsibleWorkerId: worker.userId,
      }),
    ]);
    // The matter is still at hand for the brother, and so are its own times.
    expect((await worker.call('GET', matterAt(matterId))).json).toMatchObject({
      state: 'open',
      unhandled: 1,
      subjects: [{ handled: { outcome: 'caseOpened', caseId } }, {}],
    });
    const going = [
      { rule: 'protectionAssessmentStart', dueOn: '2026-12-03', state: 'running', caseId },
      { rule: 'protectionAssessmentReady', dueOn: '2027-02-24', state: 'running', caseId },
    ];
    expect(await timesOf(world, aino)).toEqual(expect.arrayContaining(going));
    const closed = await actOn(worker, inFileAt(eino, matterId), '/close', NO_MEASURES);
    expect(closed.status).toBe(200);
    expect(await timesOfMatter(world, matterId)).toEqual(
      expect.arrayContaining([
        ['protectionUrgentNeed', 'met'],
        ['protectionAssessmentStart', 'met'],
        ['protectionAssessmentReady', 'cancelled'],
      ]),
    );
    expect(await timesOf(world, eino)).toEqual([]);
    expect((await worker.call('GET', inFileAt(eino, matterId))).json).toMatchObject({
      state: 'handled',
      handled: { outcome: 'noMeasures', by: worker.userId },
    });
  });

  test('goes over to its clients when it has been handled: from then on their keys alone open it', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const { services, controller } = world;
    const { matterId, aino, eino } = await onSiblings(world, worker);
    const keyOf = () =>
      getItem(
        services.tables,
        controller,
        'keys',
        keyKeys.matterKey(controller, MatterId.parse(matterId)),
        MatterKeyItem,
      );
    await actOn(worker, inFileAt(aino, matterId), '/close', NO_MEASURES);
    expect((await keyOf())?.wrapped).toBeDefined();
    await actOn(worker, inFileAt(eino, matterId), '/close', NO_MEASURES);
    expect((await keyOf())?.wrapped).toBeUndefined();
    expect((await worker.call('GET', matterAt(matterId))).status).toBe(404);
    expect((await worker.call('GET', inFileAt(aino, matterId))).json).toMatchObject({
      record: { text: 'Lapset ovat olleet kaksi yötä keskenään kotona.' },
    });
    const handled = await worker.call('GET', `/v1/intake/units/${world.units.families}/handled`);
    expect(handled.json).toMatchObject({ matters: [{ matterId, state: 'handled', unlinked: 0 }] });
  });
});
