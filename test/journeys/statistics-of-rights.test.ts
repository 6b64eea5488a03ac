import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { anyClient } from '../support/access-log.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { exportedFigures } from '../support/figures.ts';
import { text } from '../support/people.ts';
import { done, handler, REASONS, recorded } from '../support/subject-requests.ts';

/** It is Tuesday 24 November 2026. */

const WORDS = 'Työntekijällä ei ollut tehtävää asiakkaan asiassa.';

test('what persons ask of their data, and of who used them, is counted with whether it was answered in time', async () => {
  const world = await worldOf(PROFILES.U);
  const [worker, manager, officer, mainUser] = await Promise.all([
    world.worker('broadResponsibility'),
    handler(world, 'management'),
    world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] }),
    world.worker('mainUser'),
  ]);
  const clientId = await anyClient(world, worker);
  const refused = await recorded(worker, clientId, { kind: 'rectification', words: 'Päivä on väärä.' });
  await done(manager, refused, 'decide', { outcome: 'refused', grounds: ['notErroneous'], reasons: REASONS });
  // Decided anew before it is given: counted once.
  const given = await recorded(worker, clientId);
  for (const _ of [1, 2]) {
    await done(manager, given, 'decide', { outcome: 'granted', delivery: { mode: 'copy' } });
  }
  await done(manager, await recorded(worker, clientId), 'withdraw');

  const of = (rest: string): string => `/v1/log-requests/clients/${clientId}/${rest}`;
  const asked = { receivedOn: '2026-11-20', channel: 'letter', asker: 'client', words: 'Kuka on katsonut?' };
  const request = await officer.call('POST', of('requests'), { body: asked });
  const suspicion = { ...asked, origin: 'client', suspected: { userIds: [worker.userId] } };
  const { words: _, ...suspected } = suspicion;
  const misuse = await officer.call('POST', of('misuse'), { body: { ...suspected, words: WORDS } });
  expect(misuse.status, misuse.body).toBe(201);
  const answer = {
    view: 'unlawful',
    grounds: WORDS,
    reasons: WORDS,
    measures: ['guidance'],
    notHeard: WORDS,
  };
  const explained = `misuse/${text(misuse, 'misuseId')}/answer`;
  expect((await officer.call('POST', of(explained), { body: answer, version: 1 })).status).toBe(200);
  // The two months of the request for log data are over on 20 January.
  world.clock.set(Instant.parse('2027-01-21T08:00:00.000Z'));
  const late = `requests/${text(request, 'requestId')}/answer`;
  expect((await officer.call('POST', of(late), { body: { outcome: 'given' }, version: 1 })).status).toBe(200);

  const own = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
  expect(await exportedFigures(mainUser, 'dataSubjectRequests', '2026', own)).toMatchObject({
    received: 3,
    'received inspection': 2,
    'received rectification': 1,
    decided: 2,
    'decided granted': 1,
    'decided refused': 1,
    answeredInTime: 1,
    'answeredInTime rectification': 1,
    answeredLate: 0,
    withdrawn: 1,
  });
  expect(await exportedFigures(mainUser, 'logQuestions', '2026', own)).toMatchObject({
    received: 1,
    suspected: 1,
    lawful: 0,
    unlawful: 1,
    answeredLate: 0,
  });
  world.clock.set(Instant.parse('2027-02-01T08:00:00.000Z'));
  expect(await exportedFigures(mainUser, 'logQuestions', '2027-01', own)).toMatchObject({
    received: 0,
    answeredLate: 1,
    answerDays: 62,
  });
});
