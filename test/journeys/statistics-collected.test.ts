import { expect, test } from 'vitest';
import { deliver } from '../../functions/statistics/deliver.ts';
import { StatisticsRuns } from '../../functions/statistics/list-runs.ts';
import { CollectionForms } from '../../shared/domain/controllers/settings/collection-forms.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import { workerInPost } from '../support/decisions.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';
import { testWorld, type World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const at = (world: World, moment: string) => world.clock.set(Instant.parse(moment));

test('each sum that THL collects is made by itself: notifications and services of child welfare by 15 February; family law and the times of social assistance, whose last day is not known, for a month after their period', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility');
  const mainUser = await world.worker('mainUser');
  const runsOf = async (definitionId: string) => {
    const told = await mainUser.call('GET', '/v1/statistics/runs');
    return StatisticsRuns.parse(told.json).runs.filter((one) => one.definitionId === definitionId);
  };
  const told = await mainUser.call('GET', '/v1/statistics/definitions');
  const thl = { recipient: 'thl', provision: '668/2008 5 §' };
  expect(told.json).toMatchObject({
    definitions: expect.arrayContaining([
      expect.objectContaining({
        id: 'childWelfareNotifications',
        collection: { ...thl, period: '2025', dueOn: '2026-02-15' },
      }),
      expect.objectContaining({
        id: 'childWelfareServices',
        collection: { ...thl, period: '2025', dueOn: '2026-02-15' },
      }),
      expect.objectContaining({ id: 'familyLaw', collection: { ...thl, period: '2025' } }),
      expect.objectContaining({ id: 'socialAssistanceTimes', collection: { ...thl, period: '2026-10' } }),
    ]),
  });

  const clientId = await newClient(world, worker);
  const entryOn = async (day: string) =>
    done(
      await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, {
        body: anEntry({ eventAt: `${day}T08:00:00.000Z` }),
      }),
    );
  for (const day of ['2027-03-30', '2027-04-05', '2027-05-04']) {
    at(world, `${day}T09:00:00.000Z`);
    await entryOn(day);
  }
  at(world, '2027-05-31T20:59:00.000Z');
  await nightOfStatistics(world);
  // March and May are not collected. April is counted anew through the last of May.
  expect(await runsOf('socialAssistanceTimes')).toMatchObject([
    { period: '2027-04', by: 'calendar', result: 'made', isLate: false },
  ]);
  await nightOfStatistics(world);
  const counted = await runsOf('socialAssistanceTimes');
  expect(counted).toMatchObject([{ result: 'unchanged' }, { result: 'made' }]);
  expect(counted[0]).not.toHaveProperty('dueOn');
  at(world, '2027-05-31T21:00:00.000Z');
  await nightOfStatistics(world);
  expect(await runsOf('socialAssistanceTimes')).toEqual(counted);

  // Nobody ran anything until the middle of March: what has a last day is late, and what has none is not.
  at(world, '2028-03-15T08:00:00.000Z');
  await nightOfStatistics(world);
  for (const id of ['childWelfareNotifications', 'childWelfareServices']) {
    expect((await runsOf(id))[0]).toMatchObject({ period: '2027', dueOn: '2028-02-15', isLate: true });
  }
  expect((await runsOf('familyLaw'))[0]).toMatchObject({ period: '2027', result: 'made', isLate: false });
});

test('assessments are counted by service task: begun and ready within the times of the law or late, and those not made', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const supervisor = await world.worker('supervisor');
  const { clientId, caseId, told } = await begun(world, worker);
  at(world, '2027-02-25T10:00:00.000Z');
  const draft = await draftOf(worker, clientId, caseId);
  const end = { ...draft, result: 'childWelfareClient', specialSupport: true };
  const finish = `${AT(clientId)}/${text(told, 'assessmentId')}/finish`;
  done(await worker.call('POST', finish, { version: 1, body: end }));
  const figures = async (period: string) =>
    (await supervisor.call('GET', `/v1/statistics/figures/assessmentTimes?period=${period}&by=serviceTask`))
      .json;
  expect(await figures('2026-11')).toMatchObject({
    figures: expect.arrayContaining([
      { measure: 'begunInTime', key: 'childWelfare', value: 1 },
      { measure: 'begunLate', value: 0 },
      { measure: 'notMade', value: 0 },
    ]),
  });
  expect(await figures('2027-02')).toMatchObject({
    figures: expect.arrayContaining([
      { measure: 'readyInTime', value: 0 },
      { measure: 'readyLate', key: 'childWelfare', value: 1 },
      { measure: 'readyDays', value: 93 },
    ]),
  });
});

test('an edition stands in the fields of its recipient’s form, as the settings have them, and another form is the next edition', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility');
  const mainUser = await world.worker('mainUser');
  const { told } = await begun(world, worker);
  expect(told.status).toBe(201);
  const [form] = CollectionForms.parse([
    {
      definitionId: 'childWelfareProcessingTimes',
      recipient: 'thl',
      rowPer: 'whole',
      fields: [
        { name: 'Yli 7 arkipäivää', measure: 'begunLate' },
        { name: 'Enintään 7 arkipäivää', measure: 'begunInTime' },
        { name: 'Lisätietoja', value: 'absent' },
      ],
    },
  ]);
  if (form === undefined) throw new Error('no form');
  const set = async (more: object) =>
    done(await changeSettings(world, mainUser, { collectionForms: [{ ...form, ...more }] }));
  await set({});
  at(world, '2027-04-01T01:30:00.000Z');
  await nightOfStatistics(world);
  const one = '/v1/statistics/exports/childWelfareProcessingTimes/2026-10..2027-03';
  const filled = { columns: form.fields.map(({ name }) => name), rows: [['0', '1', '']] };
  const use = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
  expect((await mainUser.call('GET', `${one}/1`)).json).toMatchObject({ forms: [{ use, ...filled }] });
  await deliver(world.services, [world.controller]);
  const { objects } = await world.services.exports.list(
    world.controller,
    'editions/childWelfareProcessingTimes/2026-10_2027-03/1/form-',
  );
  expect(objects).toHaveLength(1);

  await set({ fields: form.fields.toReversed() });
  await nightOfStatistics(world);
  expect((await mainUser.call('GET', `${one}/1`)).json).toMatchObject({ forms: [filled] });
  expect((await mainUser.call('GET', `${one}/2`)).json).toMatchObject({
    differences: [],
    forms: [{ rows: [['', '1', '0']] }],
  });
  await nightOfStatistics(world);
  expect((await mainUser.call('GET', `${one}/3`)).status).toBe(404);

  // A form of a number that is not there: nothing is made of it, and the run says so.
  await set({ fields: [{ name: 'Merkintöjä', measure: 'entries' }] });
  expect(await nightOfStatistics(world)).toMatchObject({ failed: 1 });
  const body = { definitionId: 'childWelfareProcessingTimes', period: '2026-10..2027-03', use };
  expect(await mainUser.call('POST', '/v1/statistics/exports', { body })).toMatchObject({
    status: 409,
    json: { code: 'statistics.formUnknown' },
  });
});
