import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { logPageOf } from '../support/access-log.ts';
import { newClient } from '../support/case-notes.ts';
import { testWorld } from '../support/world.ts';

const DAY = 24 * 60;
const on = (date: string) => LocalDate.parse(date);

test('a deputy opens the files of the one deputised to the last day of the term, and not on the day after', async () => {
  const world = await testWorld();
  const own = await world.worker('broadResponsibility');
  const clientId = await newClient(world, own);
  const deputy = await world.worker('broadResponsibility', {
    unitIds: [],
    deputyFor: own.userId,
    range: { from: on('2026-11-24'), to: on('2026-11-26') },
  });
  const stranger = await world.worker('broadResponsibility', { unitIds: [] });
  const opened = () => deputy.call('GET', `/v1/clients/${clientId}`);
  for (const day of ['24', '25', '26']) {
    expect(await opened(), day).toMatchObject({ status: 200 });
    world.clock.advance(DAY);
  }
  expect(await opened()).toMatchObject({ status: 403, json: { code: 'access.notAllowed' } });
  expect(await stranger.call('GET', `/v1/clients/${clientId}`)).toMatchObject({ status: 403 });

  world.clock.advance(1);
  const officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
  });
  const { lines } = logPageOf(await officer.call('GET', `/v1/access-log/users/${deputy.userId}`));
  expect(lines.map(({ outcome, basis }) => [outcome.result, basis.kind])).toEqual([
    ['refused', 'none'],
    ['allowed', 'deputy'],
    ['allowed', 'deputy'],
    ['allowed', 'deputy'],
  ]);
  expect(lines[1]).toMatchObject({ userIdentity: { userId: deputy.userId, deputyFor: own.userId } });
});
