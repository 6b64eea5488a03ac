import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { workerInPost } from '../support/decisions.ts';
import { exportedFigures } from '../support/figures.ts';
import { actOn, inFileAt, linked, matterAt, notification, received } from '../support/intake.ts';
import { recordPerson } from '../support/people.ts';
import { AINO } from '../support/siblings.ts';

/** The child is found out at the new year, and the notification had come before it. */

const THL = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
const REASON = {
  ground: 'erroneous',
  initiator: 'ownInitiative',
  words: 'Ilmoitus oli tullut jo marraskuussa.',
};

test('a child is counted with the notification, in the year in which that arrived, and follows it when its arrival is corrected', async () => {
  const world = await worldOf(PROFILES.J);
  world.clock.set(Instant.parse('2026-12-30T09:00:00.000Z'));
  const worker = await workerInPost(world, 'broadResponsibility');
  const mainUser = await world.worker('mainUser');
  const matterId = await received(worker, notification(world));
  world.clock.set(Instant.parse('2027-01-04T09:00:00.000Z'));
  const clientId = await linked(world, worker, matterId, 0, await recordPerson(world, worker, AINO));

  world.clock.set(Instant.parse('2027-02-02T09:00:00.000Z'));
  const told = async (period: string) => {
    const rows = await exportedFigures(mainUser, 'childWelfareNotifications', period, THL);
    return [rows['notifications'], rows['children']];
  };
  expect(await told('2026')).toEqual([1, 1]);
  expect(await told('2027-01')).toEqual([0, 0]);

  // While the intake has it in hand, and to and fro in the file of the child.
  const right = (receivedAt: string) => ({ receivedAt, reason: REASON });
  const inHand = await actOn(
    worker,
    matterAt(matterId),
    '/correct-arrival',
    right('2026-11-20T09:30:00.000Z'),
  );
  expect(inHand).toMatchObject({ status: 200 });
  expect([await told('2026-11'), await told('2026-12')]).toEqual([
    [1, 1],
    [0, 0],
  ]);
  for (const [day, months] of [
    ['2026-12-29', [0, 1]],
    ['2026-11-20', [1, 0]],
  ] as const) {
    const inFile = await actOn(
      worker,
      inFileAt(clientId, matterId),
      '/correct-arrival',
      right(`${day}T09:30:00.000Z`),
    );
    expect(inFile).toMatchObject({ status: 200 });
    const [november, december] = months;
    expect([await told('2026-11'), await told('2026-12')]).toEqual([
      [november, november],
      [december, december],
    ]);
  }
});
