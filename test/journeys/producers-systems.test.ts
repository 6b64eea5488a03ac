import { expect, test } from 'vitest';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { aProducer, contractBody, contracted } from '../support/bought.ts';
import { anEntry, newClient, pageOf, write } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { openedService } from '../support/client-services.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { publicPage, publishedNotice } from '../support/notices.ts';
import { text } from '../support/people.ts';

/** Ostopalvelu: what a producer writes is the controller's, and the producer's own system stands in its contract. */

const SYSTEM = { name: 'Keksitty Hoivatieto', terms: 'KEU/12/2026 liite 2' };

async function withSystem(settings: ControllerSettings) {
  const world = await worldOf(settings);
  const keeper = await world.worker('arranging');
  const sellerId = await aProducer(keeper);
  const contractId = text(await contracted(keeper, sellerId, { systems: [SYSTEM] }), 'contractId');
  return { world, keeper, sellerId, contractId, at: `/v1/providers/${sellerId}/contracts` };
}

test('what a producer’s worker writes belongs to the register of the controller, and its own system is a sub-register by its contract [K-5.21, K-5.22]', async () => {
  const { world, keeper, sellerId, contractId, at } = await withSystem(PROFILES.K);
  const official = await world.worker('broadResponsibility');
  const clientId = await newClient(world, official);
  const caseId = await openedCase(world, official, clientId);
  await openedService(official, clientId, caseId, { producer: { kind: 'purchased', partyId: sellerId } });
  const worker = await world.worker('privateImplementing', {
    unitIds: [world.units.adults],
    serviceTasks: ['families'],
    services: ['familyWork'],
    providerId: sellerId,
  });
  const written = await write(
    worker,
    clientId,
    anEntry({ phase: 'implementing' }, { socialServices: ['familyWork'] }),
  );
  expect(written.status, written.body).toBe(201);
  expect(JSON.stringify((await pageOf(official, clientId)).json)).toContain('Kotikäynti sujui hyvin.');

  expect((await keeper.call('GET', at)).json).toMatchObject({
    contracts: [{ systems: [SYSTEM], systemsAreSubRegisters: true }],
  });
  // The contract ends: the entry stays where it is, and who wrote it opens it no more.
  const ended = { version: 1, body: contractBody({ systems: [SYSTEM], to: '2026-11-24' }) };
  expect((await keeper.call('PUT', `${at}/${contractId}`, ended)).status).toBe(200);
  world.clock.advance(24 * 60);
  expect((await pageOf(worker, clientId)).json).toMatchObject({ code: 'access.noTie' });
  expect(JSON.stringify((await pageOf(official, clientId)).json)).toContain('Kotikäynti sujui hyvin.');

  await publishedNotice(await world.worker('mainUser'), await world.worker('mainUser'));
  const { body } = await publicPage(world, 'KEUSOTE');
  expect(body).toContain('Ostopalveluissa tiedot kuuluvat rekisterinpitäjän rekisteriin.');
  expect(body).toContain(
    'Palveluntuottajien rekisterinpitäjää varten pitämät rekisterit kuuluvat tähän rekisteriin.',
  );
});

test('in Huittinen the systems of a producer with an assignment are listed with its contract, and what the contract said before is kept [H-8.2]', async () => {
  const { keeper, contractId, at } = await withSystem(PROFILES.H);
  const systems = [SYSTEM, { name: 'Päiväkirjat' }];
  const path = `${at}/${contractId}`;
  expect((await keeper.call('PUT', path, { version: 1, body: contractBody({ systems }) })).status).toBe(200);
  expect((await keeper.call('GET', at)).json).toMatchObject({
    contracts: [{ systems, systemsAreSubRegisters: false, earlier: [{ stood: { systems: [SYSTEM] } }] }],
  });
  // No room for prose: contracts lie in clear.
  const prose = contractBody({ systems: [{ name: 'Järjestelmä, jossa: Aino E.' }] });
  expect((await keeper.call('PUT', path, { version: 2, body: prose })).status).toBe(400);
});
