import { exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { begun } from '../support/assessments.ts';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import { workerInPost } from '../support/decisions.ts';
import { linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { collected, unitsTold } from '../support/person-collections.ts';

/** It is Tuesday 24 November 2026. */

test('where the recipient’s record asks for it, a year by child tells how many assessments were begun and ready [U-7.6]', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await workerInPost(world, 'broadResponsibility');
  const mainUser = await world.worker('mainUser');
  await unitsTold(world);
  const { clientId, told } = await begun(world, worker);
  expect(told.status).toBe(201);
  const pair = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
  const record = {
    of: 'clients',
    rowPer: 'child',
    measures: [{ code: 'kiireellinen', kinds: ['11027'] }],
    fields: [
      { name: 'ilmoituksia', value: 'notifications' },
      { name: 'aloitettu', value: 'assessmentsBegun' },
      { name: 'valmiita', value: 'assessmentsReady' },
    ],
  };
  const toThl = {
    collection: 'childWelfareYear',
    recipient: 'thl',
    provision: '668/2008 5 §',
    key: await exportJWK(pair.publicKey),
    record,
  };
  done(await changeSettings(world, mainUser, { personCollections: [toThl] }));
  world.clock.set(Instant.parse('2027-01-15T08:00:00.000Z'));
  const { rows } = await collected(mainUser, '2026', pair.privateKey);
  expect(rows).toEqual([['1', '1', '0']]);
  const lines = (await linesOf(world.services)).filter((line) => line['disclosure'] !== undefined);
  expect(lines).toContainEqual(
    expect.objectContaining({ clients: [clientId], dataGroups: expect.arrayContaining(['assessments']) }),
  );
});
