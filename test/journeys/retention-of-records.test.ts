import { expect, test } from 'vitest';
import type { DeployedDay } from '../../shared/domain/deployed/model.ts';
import { KEPT_BY } from '../../shared/domain/retention/records-of-house.ts';
import { OF_NO_CLIENT } from '../../shared/domain/stores/register.ts';
import type { WitnessFinding } from '../../shared/domain/witnesses/model.ts';
import { WitnessFindingId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { deployedKeys, witnessKeys } from '../../shared/table/keys.ts';
import { putIfAbsent } from '../../shared/table/put.ts';
import { changeSettings, PROFILES, propose, worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { publishedNotice } from '../support/notices.ts';
import { asPage, asPdf, bytesOf } from '../support/prints.ts';
import { readPdf } from '../support/read-pdf.ts';
import { approved, at, disposed, gathered, listAt, rowsOf } from '../support/retention.ts';
import { recorded } from '../support/signs.ts';
import type { World } from '../support/world.ts';

/** Muut tiedot: what the controller holds of no client is kept and disposed of by its archive plan. */

const PLAN = 'Joutsan kunnan arkistointisuunnitelma 1.3';
const planOf = (recordType: string, years: number) => ({
  retention: {
    ...PROFILES.J.retention,
    rules: [{ recordType, years, startEvent: null, source: PLAN }],
  },
});

const proposalsOf = async (world: World) =>
  (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'settingsProposal');

test('a change of settings that was decided goes ten years later by the archive plan, on the list of the month and approved by two; what waits is kept [J-7.5]', async () => {
  const world = await worldOf(PROFILES.J);
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  await recorded(world, manager);
  const mainUser = await world.worker('mainUser');
  done(await changeSettings(world, mainUser, planOf('settingsProposal', 10)));
  done(await propose(mainUser, planOf('settingsProposal', 12)));
  const before = await proposalsOf(world);
  expect(before).toHaveLength(2);

  at(world, '2036-11-30');
  expect(await gathered(world)).toMatchObject({ listed: 0, failed: 0 });
  at(world, '2036-12-02');
  expect(await gathered(world)).toMatchObject({ listed: 1, failed: 0 });
  expect(await gathered(world)).toMatchObject({ listed: 0 });
  const [row] = await rowsOf(archivist, '2036-12');
  expect(row).toMatchObject({
    unit: { kind: 'record', record: 'settingsProposal' },
    state: 'due',
    reasons: [{ source: PLAN, event: 'ended', on: '2026-11-24', years: 10, dueMonth: '2036-12' }],
  });
  const keep = { ground: 'neededForMatter', until: '2036-12-31' };
  const path = `${listAt('2036-12')}/units/${String(row?.unitId)}/keep`;
  done(await archivist.call('POST', path, { body: keep, version: row?.version ?? 0 }));
  await approved(archivist, manager, '2036-12');
  at(world, '2036-12-10');
  expect(await disposed(world)).toMatchObject({ destroyed: 0, failed: 0 });

  // What was kept until a day goes over to the next list, once.
  at(world, '2037-01-05');
  expect(await gathered(world)).toMatchObject({ listed: 1, failed: 0 });
  await approved(archivist, manager, '2037-01');
  at(world, '2037-01-12');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  expect(await proposalsOf(world)).toMatchObject([{ proposal: { state: 'open' } }]);
  expect((await archivist.call('GET', `${listAt('2037-01')}/certificate`)).json).toMatchObject({
    destroyed: { cases: 0, clients: 0, matters: 0, records: 1 },
    sources: [PLAN],
    finalOn: '2037-02-17',
  });

  // On paper it names who proposed and who approved, by the id of whose account is not known any more, and no unit.
  const print = `${listAt('2037-01')}/certificate/print`;
  const page = (await asPage(manager, print)).body;
  expect(page).toContain('Hävitystodistus');
  expect(page).toContain('Utu Uteliainen, Sosiaaliohjaaja');
  expect(page).toContain(archivist.userId);
  expect(page).toContain('17.2.2037');
  expect(page).not.toContain(String(row?.unitId));
  const pdf = await readPdf(bytesOf(await asPdf(manager, `${print}?language=sv`)));
  expect(pdf.isTagged).toBe(true);
  expect(pdf.structure.join(' ')).toContain('Slutgiltig från och med');

  // A table that came back from a copy has it again, and it is destroyed again by its mark.
  for (const item of before) {
    await putIfAbsent(world.services.tables, world.controller, 'records', item).catch(() => undefined);
  }
  const gone = async () =>
    (await linesOf(world.services)).filter(({ resources }) =>
      resources.some(({ kind, id }) => kind === 'disposalUnit' && id === row?.unitId),
    ).length;
  const lines = await gone();
  expect(await disposed(world, { replay: 'all' })).toMatchObject({ destroyed: 1, failed: 0 });
  expect(await proposalsOf(world)).toHaveLength(1);
  expect(await gone()).toBe(lines + 1);
});

/** What the witnesses found, and what ran on a day, as their runs leave it. */
async function left(world: World, found: WitnessFinding['state'], ranOn: string): Promise<void> {
  const { services, controller } = world;
  const now = world.clock.now();
  const [findingId, on] = [WitnessFindingId.parse(newId(services)), LocalDate.parse(ranOn)];
  const finding: WitnessFinding = {
    ...witnessKeys.finding(controller, findingId),
    entity: 'witnessFinding',
    ...created(now, 'system'),
    findingId,
    kind: 'answerWithoutLine',
    at: now,
    evidence: 'request-1',
    by: 'door',
    state: found,
  };
  const day: DeployedDay = {
    ...deployedKeys.day(controller, on),
    entity: 'deployedDay',
    ...created(now, 'system'),
    on,
    hashes: [],
    changed: [],
  };
  for (const item of [finding, day]) await putIfAbsent(services.tables, controller, 'records', item);
}

test('a notice that was replaced goes with its text, and a finding that was settled, what was announced and what ran go too; what is open or published stays', async () => {
  const planned = (recordType: string) => ({ recordType, years: 5, startEvent: null, source: PLAN });
  const world = await worldOf({
    ...PROFILES.K,
    retention: { ...PROFILES.K.retention, rules: [planned('notice'), planned('witness')] },
  });
  const [writer, other] = [await world.worker('mainUser'), await world.worker('mainUser')];
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  await publishedNotice(writer, other);
  await publishedNotice(writer, other);
  const release = { release: '2026.12.1', changes: ['code'], from: '2026-11-25', to: '2026-11-26' };
  done(await writer.call('POST', '/v1/access-log/deployed/announcements', { body: release }));
  await left(world, 'settled', '2026-11-23');
  await left(world, 'open', '2031-12-04');
  const KINDS = ['notice', 'noticeText', 'witnessFinding', 'deployedDay', 'deploymentAnnounced'];
  const standing = async () =>
    (await dumpOf(world.services, 'records')).filter(({ entity }) => KINDS.includes(String(entity)));
  const before = await standing();
  expect(before).toHaveLength(9);

  at(world, '2031-11-28');
  expect(await gathered(world)).toMatchObject({ listed: 0, failed: 0 });
  at(world, '2031-12-05');
  expect(await gathered(world)).toMatchObject({ listed: 4, failed: 0 });
  await approved(archivist, manager, '2031-12');
  at(world, '2031-12-13');
  expect(await disposed(world)).toMatchObject({ destroyed: 4, failed: 0 });
  const after = await standing();
  expect(after.map(({ entity }) => String(entity)).toSorted()).toEqual([
    'deployedDay',
    'notice',
    'noticeText',
    'witnessFinding',
  ]);
  expect(after).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ notice: expect.objectContaining({ state: 'published', number: 2 }) }),
      expect.objectContaining({ entity: 'witnessFinding', state: 'open' }),
      expect.objectContaining({ on: '2031-12-04' }),
    ]),
  );

  // Out of a copy they come back, and go again by their marks.
  for (const item of before) {
    await putIfAbsent(world.services.tables, world.controller, 'records', item).catch(() => undefined);
  }
  expect(await disposed(world, { replay: 'all' })).toMatchObject({ destroyed: 4, failed: 0 });
  expect(await standing()).toHaveLength(4);
});

test('of every store that tells of no client it is said by which rule it is kept, and each rule has its source', async () => {
  const world = await worldOf(PROFILES.J);
  const archivist = await world.worker('archive');
  const { json } = await archivist.call('GET', '/v1/retention/rules');
  const kinds = JSON.stringify(json['ownRecords']);
  expect(Object.keys(OF_NO_CLIENT).filter((entity) => KEPT_BY[entity] === undefined)).toEqual([]);
  for (const rule of new Set(Object.values(KEPT_BY))) {
    if (rule !== 'stands' && rule !== 'passes') expect(kinds).toContain(`"kind":"${rule}"`);
  }
  // Where neither a statute nor the plan gives a period the setting does, and says that it has no source.
  expect(json['ownRecords']).toContainEqual(
    expect.objectContaining({
      kind: 'breach',
      years: 12,
      source: 'rekisterinpitäjän asetus; oletuksella ei ole lähdettä',
    }),
  );
  // What is kept for good says why.
  expect(json['ownRecords']).toContainEqual(
    expect.objectContaining({ kind: 'settings', from: 'never', why: expect.any(String) }),
  );
});
