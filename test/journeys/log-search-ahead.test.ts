import { expect, test } from 'vitest';
import { searchOld } from '../../functions/access-log/search-old.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import { sealLog } from '../../shared/trail/sealing/seal-log.ts';
import { heldFrom } from '../../shared/trail/search/rules.ts';
import { anyClient } from '../support/access-log.ts';
import { done } from '../support/matters.ts';
import { memorySealer } from '../support/sealing.ts';
import { testWorld } from '../support/world.ts';

test('lines that leave the table within the weeks of an answer are searched for with it, so that the client can have them as long', async () => {
  const world = await testWorld();
  const log = memorySealer(world.services);
  world.services.sealedLog = () => log.sealer;
  const worker = await world.worker('broadResponsibility');
  const clientId = await anyClient(world, worker);
  await sealLog(log.sealer, world.controller, { begin: plusMinutes(world.clock.now(), -120) });
  const officer = () =>
    world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  const today = helsinkiDateOf(world.clock.now());
  const path = `/v1/log-requests/clients/${clientId}/requests`;
  /** Days of which the first leave the table so many days from now. */
  const answered = async (days: number): Promise<string> => {
    const asker = await officer();
    const body = {
      receivedOn: today,
      channel: 'letter',
      asker: 'client',
      identity: 'identityDocument',
      days: { from: addDays(heldFrom(today), days), to: today },
      specialReason: 'Hovioikeuden käsittelyä varten.',
    };
    const recorded = await asker.call('POST', path, { body });
    expect(recorded.status, recorded.body).toBe(201);
    const one = `${path}/${String(recorded.json['requestId'])}`;
    const answer = { outcome: 'given', specialReasonHolds: true };
    done(await asker.call('POST', `${one}/answer`, { body: answer, version: 1 }));
    return one;
  };
  const [soon, later] = [await answered(30), await answered(60)];
  expect(await searchOld(world.services, [world.controller])).toMatchObject({ ended: 1, failed: 0 });
  const asker = await officer();
  expect((await asker.call('GET', `${soon}/extract`)).status).toBe(200);
  expect((await asker.call('POST', `${later}/older`, { version: 2 })).json).toMatchObject({
    code: 'logRequest.notOlder',
  });
  world.clock.advance(40 * 24 * 60);
  const late = await officer();
  for (const one of [soon, later]) expect((await late.call('GET', `${one}/extract`)).status).toBe(200);
});
