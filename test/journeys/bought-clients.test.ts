import { describe, expect, test } from 'vitest';
import { type CaseId, type ClientId, PartyId } from '../../shared/kernel/id.ts';
import { aProducer, contractBody, contracted } from '../support/bought.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, askForService, openedService } from '../support/client-services.ts';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { decide, grantFor, organisation, propose, proposedOf } from '../support/organisation.ts';
import { givenTask } from '../support/tasks.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** Ostopalvelu: a producer's worker sees the clients bought from it, while the contract and its annex are in force. */

const DAY = 24 * 60;
const TODAY = '2026-11-24';

type Bought = {
  world: World;
  official: Worker;
  keeper: Worker;
  clientId: ClientId;
  caseId: CaseId;
  sellerId: PartyId;
  contractId: string;
};

/** A client whose family work is bought from a producer. */
async function boughtClient(contract: Record<string, unknown> = {}): Promise<Bought & { serviceAt: string }> {
  const world = await worldOf(PROFILES.K);
  const official = await world.worker('broadResponsibility');
  const keeper = await world.worker('arranging');
  const clientId = await newClient(world, official);
  const caseId = await openedCase(world, official, clientId);
  const sellerId = await aProducer(keeper);
  const told = await contracted(keeper, sellerId, contract);
  const producer = { kind: 'purchased', partyId: sellerId };
  const serviceAt = await openedService(official, clientId, caseId, { producer });
  const contractId = String(told.json['contractId']);
  return { world, official, keeper, clientId, caseId, sellerId, contractId, serviceAt };
}

const ofProducer = (world: World, providerId: PartyId, more = {}) =>
  world.worker('privateImplementing', {
    unitIds: [world.units.adults],
    serviceTasks: ['families'],
    services: ['familyWork'],
    providerId,
    ...more,
  });

const open = (worker: Worker, clientId: ClientId): Promise<Told> =>
  worker.call('GET', `/v1/clients/${clientId}`);
const answers = async (worker: Worker, clientId: ClientId): Promise<unknown> => {
  const { status, json } = await open(worker, clientId);
  return status === 200 ? 'opened' : json['code'];
};
const changes = (
  by: Worker,
  { sellerId, contractId }: Bought,
  version: number,
  more: Record<string, unknown>,
) =>
  by.call('PUT', `/v1/providers/${sellerId}/contracts/${contractId}`, { version, body: contractBody(more) });

describe('a producer’s worker', () => {
  test('opens the file of a client bought from it, and of no other client of the controller [H-12.2, K-13.22]', async () => {
    const { world, official, clientId, sellerId } = await boughtClient();
    const worker = await ofProducer(world, sellerId);
    const other = await newClient(world, official, { name: 'Toinen Toini' });
    expect(await answers(worker, clientId)).toBe('opened');
    expect(await answers(worker, other)).toBe('access.noTie');
    const line = (await linesOf(world.services)).findLast(
      ({ eventName, outcome }) => eventName === 'ClientFileOpened' && outcome.result === 'allowed',
    );
    expect(line).toMatchObject({
      basis: { kind: 'purchase' },
      userIdentity: { role: 'privateImplementing' },
    });
    // Neither the unit nor the case of the client ties who works for another.
    const inUnit = await ofProducer(world, sellerId, { unitIds: [world.units.families] });
    expect(await answers(inUnit, other)).toBe('access.noTie');
  });

  test('of another producer, of another service or another task sees nothing of the client', async () => {
    const { world, keeper, clientId, sellerId } = await boughtClient();
    const otherId = await aProducer(keeper, 'Toinen Hoiva Oy');
    await contracted(keeper, otherId);
    for (const worker of [
      await ofProducer(world, otherId),
      await ofProducer(world, sellerId, { services: ['homeCare'] }),
      await ofProducer(world, sellerId, { serviceTasks: ['older'] }),
      await world.worker('privateImplementing', { services: ['familyWork'], serviceTasks: ['families'] }),
    ]) {
      expect(await answers(worker, clientId)).toBe('access.noTie');
    }
  });

  test.each([
    ['the contract', { to: TODAY }],
    ['its annex', { annex: { signedOn: TODAY, from: TODAY, to: TODAY } }],
  ])('sees the client on the last day of %s and not on the day after [K-13.22, H-12.2]', async (_, last) => {
    const one = await boughtClient();
    const worker = await ofProducer(one.world, one.sellerId);
    expect((await changes(one.keeper, one, 1, last)).status).toBe(200);
    expect(await answers(worker, one.clientId)).toBe('opened');
    expect((await worker.call('GET', '/v1/tasks/own')).status).not.toBe(403);
    one.world.clock.advance(DAY);
    expect(await answers(worker, one.clientId)).toBe('access.noTie');
  });

  test('sees no more of a client whose service has ended, or whose days are over', async () => {
    const ended = await boughtClient();
    const worker = await ofProducer(ended.world, ended.sellerId, { unitIds: [ended.world.units.families] });
    await givenTask(ended.world, ended.official, ended.clientId, { workerId: worker.userId });
    const listed = async () => JSON.stringify((await worker.call('GET', '/v1/tasks/own')).json);
    expect(await listed()).toContain('Esimerkki');
    await actOnService(ended.official, ended.serviceAt, 'end', 1, {
      endedOn: TODAY,
      endGround: 'needEnded',
    });
    expect(await answers(worker, ended.clientId)).toBe('access.noTie');
    expect(await listed()).not.toContain('Esimerkki');
    const producer = { kind: 'purchased', partyId: ended.sellerId };
    await openedService(ended.official, ended.clientId, ended.caseId, { producer, validTo: TODAY });
    expect(await answers(worker, ended.clientId)).toBe('opened');
    ended.world.clock.advance(DAY);
    expect(await answers(worker, ended.clientId)).toBe('access.noTie');
  });

  test('as a subcontractor sees the seller’s clients within its own days', async () => {
    const one = await boughtClient();
    const subId = await aProducer(one.keeper, 'Alihankkija Oy');
    const worker = await ofProducer(one.world, subId);
    expect(await answers(worker, one.clientId)).toBe('access.noTie');
    const subcontractors = [{ partyId: subId, from: '2026-01-01', to: TODAY }];
    expect((await changes(one.keeper, one, 1, { subcontractors })).status).toBe(200);
    expect(await answers(worker, one.clientId)).toBe('opened');
    expect((await changes(one.keeper, one, 2, { subcontractors: [] })).json).toMatchObject({
      code: 'provider.contractNotValid',
      findings: [{ rule: 'contract.subcontractorKept' }],
    });
    one.world.clock.advance(DAY);
    expect(await answers(worker, one.clientId)).toBe('access.noTie');
    const { json } = await one.keeper.call('GET', `/v1/providers/${subId}/contracts`);
    expect(json).toMatchObject({ contracts: [{ sellerId: one.sellerId, usable: false, version: 2 }] });
  });
});

describe('a service is bought', () => {
  test('only under a contract in force for it, and with its annex where the controller requires one [K-13.22]', async () => {
    for (const [profile, withoutAnnex] of [
      [PROFILES.K, 409],
      [PROFILES.H, 201],
    ] as const) {
      const world = await worldOf(profile);
      const official = await world.worker('broadResponsibility');
      const keeper = await world.worker('arranging');
      const clientId = await newClient(world, official);
      const caseId = await openedCase(world, official, clientId);
      const partyId = await aProducer(keeper);
      const ask = async (socialService: string) =>
        (
          await askForService(official, clientId, caseId, {
            socialService,
            producer: { kind: 'purchased', partyId },
          })
        ).json['code'] ?? 201;
      expect(await ask('familyWork')).toBe('service.noContract');
      await contracted(keeper, partyId, { annex: undefined });
      expect(await ask('familyWork')).toBe(withoutAnnex === 201 ? 201 : 'service.noContract');
      await contracted(keeper, partyId, { number: 'H/2', annex: contractBody().annex });
      expect(await ask('familyWork')).toBe(201);
    }
  });

  test('from nobody where no producer works for the controller: its contract opens no service and no file', async () => {
    const one = await boughtClient();
    const worker = await ofProducer(one.world, one.sellerId);
    expect(await answers(worker, one.clientId)).toBe('opened');
    const producers = { ...PROFILES.K.producers, use: false };
    const mainUser = await one.world.worker('mainUser');
    expect((await changeSettings(one.world, mainUser, { producers })).status).toBe(200);
    one.world.clock.advance(5);
    expect(await answers(worker, one.clientId)).toBe('access.noTie');
    const producer = { kind: 'purchased', partyId: one.sellerId };
    const told = await askForService(one.official, one.clientId, one.caseId, { producer });
    expect(told.json['code']).toBe('service.noContract');
    expect((await one.keeper.call('GET', `/v1/providers/${one.sellerId}/contracts`)).json).toMatchObject({
      contracts: [{ usable: false }],
    });
  });

  test('what stood of a contract before is kept, and who may not keep the register changes nothing', async () => {
    const one = await boughtClient();
    await changes(one.keeper, one, 1, { to: '2027-12-31' });
    const at = `/v1/providers/${one.sellerId}/contracts`;
    expect((await one.keeper.call('GET', at)).json).toMatchObject({
      contracts: [{ usable: true, to: '2027-12-31', earlier: [{ stood: { number: 'KEU/12/2026' } }] }],
    });
    const worker = await ofProducer(one.world, one.sellerId);
    expect((await changes(worker, one, 2, {})).json['code']).toBe('access.notAllowed');
    expect((await changes(one.keeper, one, 2, { to: '2025-01-01' })).json).toMatchObject({
      findings: [{ rule: 'contract.daysInOrder' }],
    });
    expect(JSON.stringify(await dumpOf(one.world.services, 'trail'))).not.toContain('KEU/12');
  });
});

test('a grant of private social welfare names its producer and its services, and no other grant names one', async () => {
  const org = await organisation(await worldOf(PROFILES.K));
  const partyId = await aProducer(await org.world.worker('arranging'));
  const rulesOf = async (more: Record<string, unknown>) => {
    const { json } = await propose(org.supervisor, org.userId, grantFor(org.unitId, more));
    return JSON.stringify(json['findings'] ?? '');
  };
  expect(await rulesOf({ role: 'privateImplementing' })).toMatch(/grant.providerNamed.*grant.serviceNamed/);
  expect(await rulesOf({ providerId: partyId })).toContain('grant.providerNamed');
  const unknown = PartyId.parse('01KBN4PZ00000000000000000A');
  const grant = { role: 'privateImplementing', services: ['familyWork'] };
  expect(await rulesOf({ ...grant, providerId: unknown })).toContain('grant.providerNamed');
  const told = await propose(
    org.supervisor,
    org.userId,
    grantFor(org.unitId, { ...grant, providerId: partyId }),
  );
  expect((await decide(org.mainUser, org.userId, proposedOf(told), 'grant', 1)).status).toBe(200);
});
