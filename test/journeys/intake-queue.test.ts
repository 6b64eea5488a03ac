import { describe, expect, test } from 'vitest';
import { actOn, matterAt, notification, received } from '../support/intake.ts';
import { text } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

describe('the queue of a unit', () => {
  test('has urgent matters first, then those nobody has assessed, and names nobody', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const ids: string[] = [];
    for (const minute of [1, 2, 3]) {
      const at = { receivedAt: `2026-11-24T09:0${minute}:00.000Z` };
      ids.push(await received(worker, notification(world, at)));
    }
    const [first = '', , last = ''] = ids;
    await actOn(worker, matterAt(first), '/urgency', { result: 'notUrgent', grounds: 'Voi odottaa.' });
    await actOn(worker, matterAt(last), '/urgency', { result: 'urgent', grounds: 'Lapset yksin.' });
    const queue = await worker.call('GET', `/v1/intake/units/${world.units.families}/queue`);
    expect(queue.json).toMatchObject({
      matters: [{ matterId: ids[2] }, { matterId: ids[1] }, { matterId: ids[0] }],
    });
    expect(queue.body).not.toMatch(/Esimerkki|Naapuri/);
    const page = await worker.call('GET', `/v1/intake/units/${world.units.families}/queue?limit=2`);
    expect(page.json).toMatchObject({ matters: [{ matterId: ids[2] }, { matterId: ids[1] }] });
    const rest = await worker.call(
      'GET',
      `/v1/intake/units/${world.units.families}/queue?cursor=${text(page, 'next')}`,
    );
    expect(rest.json).toMatchObject({ matters: [{ matterId: ids[0] }] });
  });

  test('is that of one’s own unit and task; to others a matter of it is not there', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world));
    const elsewhere = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const otherTask = await world.worker('broadResponsibility', { serviceTasks: ['workingAge'] });
    const abroad = await world.worker('broadResponsibility', { controller: world.otherController });
    const queue = `/v1/intake/units/${world.units.families}/queue`;
    expect((await elsewhere.call('GET', queue)).status).toBe(403);
    expect((await otherTask.call('GET', queue)).json).toEqual({ matters: [] });
    for (const by of [elsewhere, otherTask, abroad]) {
      expect(await by.call('GET', matterAt(matterId))).toMatchObject({
        status: 404,
        json: { code: 'request.notFound' },
      });
    }
    const onCall = await world.worker('broadResponsibility', {
      unitIds: [world.units.adults],
      duties: ['onCall'],
    });
    expect((await onCall.call('GET', queue)).json).toMatchObject({ matters: [{ matterId }] });
    expect((await onCall.call('GET', matterAt(matterId))).status).toBe(200);
  });
});

test('earlier matters about a person are found by the identity code, client or not', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const first = await received(worker, notification(world, { receivedAt: '2026-11-20T08:00:00.000Z' }));
  const second = await received(worker, notification(world));
  const search = (personalIdentityCode: string) =>
    worker.call('POST', '/v1/intake/search', { body: { personalIdentityCode } });
  expect((await search('240316A911D')).json).toMatchObject({
    matters: [{ matterId: second, kind: 'childWelfareNotification' }, { matterId: first }],
  });
  expect((await search('240316A912E')).json).toEqual({ matters: [] });
  // Whoever is no longer named is no longer found.
  await actOn(worker, matterAt(first), '/record', { record: { text: 'Väärä lapsi', subjects: [] } }, 'PUT');
  expect((await search('240316A911D')).json).toMatchObject({ matters: [{ matterId: second }] });
});
