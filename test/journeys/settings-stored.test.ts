import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { controllerKeys } from '../../shared/table/keys.ts';
import { changeSettings, PROFILES, propose, SETTINGS, worldOf } from '../support/controllers.ts';
import { dumpOf } from '../support/dump.ts';
import { publicPage, publishedNotice } from '../support/notices.ts';
import type { World } from '../support/world.ts';

/** Settings that an earlier release stored: with what is chosen no more, and a log kept for longer. */

type Raw = Record<string, unknown>;

/** What an earlier release had besides, and a controller that kept its log thirteen years. */
const olderSettings = (settings: object): object => {
  const { log, retention, sources, work } = PROFILES.L;
  return {
    ...settings,
    log: { ...log, reviewIntervalDays: 30, retentionYears: 13 },
    retention: { ...retention, activeUntil: 'caseClosed', withdrawnConsentYears: 15 },
    sources: { ...sources, receiptEntry: true },
    work: { ...work, draftRetentionDays: 365, pageSize: 25 },
  };
};

async function store(world: World, item: Raw): Promise<void> {
  const { tables } = world.services;
  await tables.clientOf(world.controller).send(new PutCommand({ TableName: tables.records, Item: item }));
}

/** The settings of Loimaa as an earlier release wrote them. */
async function older(): Promise<World> {
  const world = await worldOf(PROFILES.L);
  const { pk } = controllerKeys.settings(world.controller);
  for (const item of (await dumpOf(world.services, 'records')).filter((one) => one['pk'] === pk)) {
    if (item['entity'] === 'settings') {
      const [version] = Object(item['versions']);
      const versions = [{ ...version, settings: olderSettings(version.settings) }];
      await store(world, { ...item, schemaVersion: 1, versions });
    } else if (item['entity'] === 'settingsVersion') {
      const version = Object(item['settings']);
      const settings = { ...version, settings: olderSettings(version.settings) };
      await store(world, { ...item, schemaVersion: 1, settings });
    }
  }
  return world;
}

test('settings of an earlier release are read: what is chosen no more is left out, and a longer time of the log stands as it was', async () => {
  const world = await older();
  const [mainUser, officer] = [await world.worker('mainUser'), await world.worker('dataProtectionOfficer')];
  const read = await officer.call('GET', SETTINGS);
  expect(read).toMatchObject({
    status: 200,
    json: { settings: { log: { reportScope: 'narrativeOpenings', retentionYears: 13 } } },
  });
  expect(read.body).not.toMatch(/activeUntil|withdrawnConsentYears|receiptEntry|draftRetentionDays|pageSize/);
  expect((await officer.call('GET', `${SETTINGS}/versions/1`)).status).toBe(200);
  // Another choice is made without touching it, and it is never chosen anew.
  expect((await changeSettings(world, mainUser, { erasure: { mode: 'none' } })).status).toBe(200);
  const { log } = PROFILES.L;
  expect(await propose(mainUser, { log: { ...log, retentionYears: 13 } })).toMatchObject({
    status: 422,
    json: { findings: [{ rule: 'controller.logYears', path: '/body/settings/log/retentionYears' }] },
  });
  expect((await changeSettings(world, mainUser, { log })).status).toBe(200);
  expect((await officer.call('GET', SETTINGS)).json).toMatchObject({
    settings: { log: { retentionYears: 12 } },
  });
});

test('the notice tells the time for which the log is really kept, whatever was once chosen', async () => {
  const world = await older();
  await publishedNotice(await world.worker('mainUser'), await world.worker('mainUser'));
  const { body = '' } = await publicPage(world, 'KEUSOTE');
  expect(body).toContain('Käyttö- ja luovutuslokitiedot säilytetään 12 vuotta lokitapahtumasta.');
  expect(body).not.toContain('13 vuotta');
});
