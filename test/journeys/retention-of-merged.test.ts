import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { newClient } from '../support/case-notes.ts';
import { worldOf } from '../support/controllers.ts';
import { done } from '../support/matters.ts';
import { changedTo } from '../support/people.ts';
import {
  approved,
  at,
  closedFile,
  died,
  disposed,
  ended,
  gathered,
  listAt,
  rowsOf,
} from '../support/retention.ts';

const { publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const { retention } = defaultSettings;
const archive = { ...retention.archive, receiver: 'Keksitty keskusarkisto', publicKey };

test('of a person who is kept for good the archive gets the merged file too, which was sealed under its own keys', async () => {
  const world = await worldOf({ ...defaultSettings, retention: { ...retention, archive } });
  const file = await closedFile(world, { tasks: ['childWelfare'], born: '2014-05-08', nth: 917 });
  const merger = await world.worker('broadResponsibility', {
    serviceTasks: [],
    specialRights: ['mergeClients'],
  });
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  const merged = await newClient(world, merger, { name: 'Sanni Toinen', related: false });
  done(await changedTo(merger, merged, '/merge', { into: file.clientId }));
  await died(file, '2026-11-24');
  await ended(file, '2026-11-24');

  const packedAndReceived = async (month: string): Promise<number> => {
    const [row] = await rowsOf(archivist, month);
    const { unitId = '', version = 0, package: packed } = row ?? {};
    const path = `${listAt(month)}/units/${unitId}/received`;
    done(await archivist.call('POST', path, { version, body: { reference: 'KKA/1' } }));
    return packed?.entries ?? 0;
  };
  for (const [begin, later, month] of [
    ['2028-12-01', '2028-12-08', '2028-12'],
    ['2029-01-02', '2029-01-10', '2029-01'],
  ] as const) {
    at(world, begin);
    await gathered(world);
    await approved(archivist, manager, month);
    at(world, later);
    expect(await disposed(world)).toMatchObject({ packaged: 1, failed: 0 });
    const entries = await packedAndReceived(month);
    // Of the person: both base data, and the relationship that ended.
    expect(entries).toBeGreaterThanOrEqual(3);
    expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  }
});
