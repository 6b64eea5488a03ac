import { expect, test } from 'vitest';
import { MonthlyReport } from '../../shared/domain/statistics/report/report.ts';
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

test('what is done in no unit is shown as it is for the whole controller, and never as nothing of a unit', async () => {
  const world = await worldOf(PROFILES.U);
  const [worker, supervisor, officer, mainUser] = await Promise.all([
    world.worker('broadResponsibility'),
    world.worker('supervisor'),
    world.worker('dataProtectionOfficer', { unitIds: [] }),
    world.worker('mainUser'),
  ]);
  await recorded(worker, await anyClient(world, worker));
  const figures = '/v1/statistics/figures/dataSubjectRequests?period=2026-11';
  const report = '/v1/statistics/reports/2026-11';
  for (const reader of [officer, mainUser]) {
    expect(await reader.call('GET', `${figures}&for=controller&by=code`)).toMatchObject({
      json: {
        isOver: false,
        figures: expect.arrayContaining([{ measure: 'received', key: 'inspection', value: 1 }]),
      },
    });
    expect(await reader.call('GET', `${report}?for=controller`)).toMatchObject({
      json: {
        definitions: [
          {
            definitionId: 'dataSubjectRequests',
            month: expect.arrayContaining([{ measure: 'received', value: 1 }]),
          },
          { definitionId: 'logQuestions' },
          { definitionId: 'retentionRuns' },
        ],
      },
    });
  }
  expect((await officer.call('GET', `${report}/print?for=controller`)).body).toContain(
    'Koko rekisterinpitäjän luvut sellaisinaan',
  );

  // Of a unit there is no such figure: neither nought nor another's.
  const refused = { status: 422, json: { code: 'statistics.ofNoUnit' } };
  expect(await supervisor.call('GET', figures)).toMatchObject(refused);
  const behind = `/v1/statistics/units/${world.units.families}/sources?definition=dataSubjectRequests`;
  expect(await supervisor.call('GET', `${behind}&measure=received&period=2026-11`)).toMatchObject(refused);
  const own = MonthlyReport.parse((await supervisor.call('GET', report)).json);
  expect(own.definitions.map(({ definitionId }) => definitionId)).not.toContain('dataSubjectRequests');

  // Of the whole nobody has what is done in units, and neither has whoever supervises some.
  const ofUnits = '/v1/statistics/figures/workDone?period=2026-11&for=controller';
  expect(await mainUser.call('GET', ofUnits)).toMatchObject(refused);
  expect(await supervisor.call('GET', `${figures}&for=controller`)).toMatchObject({
    json: { code: 'access.notAllowed' },
  });
  expect(await officer.call('GET', report)).toMatchObject({ json: { code: 'access.notAllowed' } });
});
