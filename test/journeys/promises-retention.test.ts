import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { at, closedFile, gathered, rowsOf } from '../support/retention.ts';

/** What the notices of the five controllers promise of retention, as records management reads it. */

const Rules = z.object({
  law: z.array(z.object({ source: z.string(), validity: z.looseObject({ from: z.string() }) }).loose()),
  plan: z.array(z.looseObject({ recordType: z.string(), source: z.string() })),
  planSources: z.array(z.string()),
  ownRecords: z.array(z.looseObject({ kind: z.string(), source: z.string() })),
  archiveOrder: z.string(),
  oldAnnex: z.array(z.looseObject({ service: z.string() })),
});

async function rulesOf(profile: ControllerSettings) {
  const world = await worldOf(profile);
  const archivist = await world.worker('archive');
  return Rules.parse(done(await archivist.call('GET', '/v1/retention/rules')));
}

const withPlan = (profile: ControllerSettings, source: string): ControllerSettings => ({
  ...profile,
  retention: {
    ...profile.retention,
    rules: [
      { recordType: 'workingAge', years: 30, startEvent: null, source },
      { recordType: 'commitment', years: 50, startEvent: null, source },
    ],
  },
});

describe('each rule of retention names its source', () => {
  test('in Uusikaupunki the archive plan, which adds to the law and is what disposal goes by', async () => {
    const rules = await rulesOf(withPlan(PROFILES.U, 'Arkistosuunnitelma 5.1'));
    expect(rules.planSources).toEqual(['Arkistosuunnitelma']);
    expect(rules.plan.map(({ recordType, source }) => [recordType, source])).toEqual([
      ['workingAge', 'Arkistosuunnitelma 5.1'],
      ['commitment', 'Arkistosuunnitelma 5.1'],
    ]);
  });

  test('in Joutsa the ministry’s decree and the plan, and other data have rules too [J-7.4, J-7.5]', async () => {
    const rules = await rulesOf(withPlan(PROFILES.J, 'Joutsan kunnan arkistointisuunnitelma 2'));
    expect(rules.planSources).toEqual([
      'Sosiaali- ja terveysministeriön asetus',
      'Joutsan kunnan arkistointisuunnitelma',
    ]);
    for (const { source } of rules.law) expect(source).toMatch(/^703\/2023 liite: /);
    expect(rules.ownRecords.find(({ kind }) => kind === 'commitment')).toMatchObject({
      years: 50,
      source: 'Joutsan kunnan arkistointisuunnitelma 2',
    });
  });

  test('in Huittinen the records plan and the law in force, each rule with its days of validity [H-15.1]', async () => {
    const rules = await rulesOf(PROFILES.H);
    expect(rules.planSources).toEqual([
      'Arkistonmuodostussuunnitelma',
      'Kansallisarkiston voimassa olevat säännökset ja määräykset',
    ]);
    for (const { validity } of rules.law) expect(validity.from <= '2026-11-24').toBe(true);
    expect(rules.law.length).toBe(17);
  });

  test('in Keski-Uusimaa the annex of 254/2015 and the National Archives’ decision [K-9.1]', async () => {
    const rules = await rulesOf(PROFILES.K);
    expect(rules.planSources).toContain('254/2015 liite');
    expect(rules.planSources).toContain('Arkistolaitoksen päätös AL/20064/07.01.01.03.01/2014');
    expect(rules.archiveOrder).toContain('AL/20064/07.01.01.03.01/2014');
    expect(rules.oldAnnex.map(({ service }) => service)).toContain('Lastensuojelu');
  });
});

test('by its plan a case is due later than by the law: the month counted again moves it, and the list names both [U-8.2]', async () => {
  const world = await worldOf(withPlan(PROFILES.U, 'Arkistosuunnitelma 5.1'));
  const file = await closedFile(world, { nth: 911, born: '1975-02-03' });
  const { clientId, caseId } = file;
  const archivist = await world.worker('archive');
  const dueIn = async (month: string): Promise<boolean> => {
    const stored = await dumpOf(world.services, 'records');
    return stored.some(
      (item) => item['entity'] === 'case' && item['caseId'] === caseId && item['dueMonth'] === month,
    );
  };
  expect(await dueIn('2036-12')).toBe(true);
  expect(await gathered(world, { recountFrom: '2036-11', recountTo: '2037-01' })).toMatchObject({ moved: 1 });
  expect(await dueIn('2056-12')).toBe(true);
  expect(await gathered(world, { recountFrom: '2036-11', recountTo: '2037-01' })).toMatchObject({ moved: 0 });

  at(world, '2056-12-03');
  expect(await gathered(world)).toMatchObject({ listed: 1 });
  const [row] = await rowsOf(archivist, '2056-12');
  expect(row).toMatchObject({ unitId: `case-${caseId}-${clientId}`, state: 'due' });
  expect(row?.reasons.map(({ source }) => source)).toEqual([
    '703/2023 liite: työikäisten palvelutehtävä',
    'Arkistosuunnitelma 5.1',
  ]);
});
