import { expect, test } from 'vitest';
import {
  type ControllerSettings,
  defaultSettings,
} from '../../shared/domain/controllers/settings/settings.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { logPageOf } from '../support/access-log.ts';
import { newClient, pageOf, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { decide, grantFor, newUser, organisation, propose, proposedOf } from '../support/organisation.ts';
import { changedTo, inventedCode, recordPerson } from '../support/people.ts';

/** Settings that leave two behaviours, each shown both ways. */

const FROM_REGISTER = { kind: 'populationRegister', channel: 'register' };
const REFUSED = (rule: string) => ({ status: 422, json: { findings: [{ rule }] } });

/** A worker of a controller with this choice of population data, and how the file of a client is changed from there. */
async function registerOf(population: ControllerSettings['population']) {
  const world = await worldOf({ ...defaultSettings, population });
  const worker = await world.worker('broadResponsibility');
  const clientId = await recordPerson(world, worker, {
    personalIdentityCode: inventedCode(LocalDate.parse('1990-01-01')),
  });
  const change = (changes: object, source: object = FROM_REGISTER) =>
    changedTo(worker, clientId, '/base-data', { changes, source }, 'PATCH');
  return { world, worker, clientId, change };
}
const ADDRESS = { addresses: [{ street: 'Keksitty tie 2', postalCode: '00100' }] };
const MOTHER = {
  relation: { roles: ['parent'], person: { name: { family: 'Esimerkki', given: 'Maija' } } },
  source: FROM_REGISTER,
};

test('what is recorded as told by the population register is what the controller takes from there', async () => {
  const few = await registerOf(PROFILES.J.population);
  expect(few).toBeDefined();
  expect((await few.change({ name: { family: 'Uusinimi', given: 'Aino' } })).status).toBe(200);
  expect(await changedTo(few.worker, few.clientId, '/network', MOTHER)).toMatchObject(
    REFUSED('client.notFromRegister'),
  );
  const more = await registerOf({ ...defaultSettings.population, fields: ['family'] });
  expect((await changedTo(more.worker, more.clientId, '/network', MOTHER)).status).toBe(201);
  expect(await more.change(ADDRESS)).toMatchObject(REFUSED('client.notFromRegister'));
  // From the client it is recorded as ever.
  expect((await more.change(ADDRESS, { kind: 'client', channel: 'phone' })).status).toBe(200);
});

test('an address of a person under a safety ban is not updated from the population register, unless the controller says so', async () => {
  for (const [updateProtectedAddress, status] of [
    [PROFILES.K.population.updateProtectedAddress, 422],
    [true, 200],
  ] as const) {
    const { worker, clientId, change } = await registerOf({
      ...PROFILES.K.population,
      updateProtectedAddress,
    });
    expect((await change(ADDRESS)).status).toBe(200);
    const banned = await changedTo(worker, clientId, '/safety-ban', { source: FROM_REGISTER });
    expect(banned.status).toBe(200);
    const moved = await change({ addresses: [{ street: 'Salainen tie 3', postalCode: '00100' }] });
    expect(moved.status).toBe(status);
    expect(moved.body).not.toContain('Salainen');
    if (status === 422) expect(moved).toMatchObject(REFUSED('client.protectedAddress'));
    expect((await change({ name: { family: 'Uusinimi', given: 'Aino' } })).status).toBe(200);
    // Nor that of a mother who is no client; what stood there before stays.
    const protectedMother = { ...MOTHER.relation.person, safetyBan: {} };
    const lives = (street: string) => ({
      ...MOTHER,
      relation: { ...MOTHER.relation, person: protectedMother, contacts: { addresses: [{ street }] } },
    });
    expect((await changedTo(worker, clientId, '/network', lives('Salainen tie 4'))).status).toBe(
      status === 200 ? 201 : status,
    );
    const fromClient = { ...lives('Salainen tie 5'), source: { kind: 'client', channel: 'phone' } };
    const told = await changedTo(worker, clientId, '/network', fromClient);
    const at = `/v1/clients/${clientId}/network/${String(told.json['relationId'])}`;
    const put = (body: object) => worker.call('PUT', at, { body, version: 1 });
    if (status === 422)
      expect(await put(lives('Salainen tie 6'))).toMatchObject(REFUSED('client.protectedAddress'));
    expect((await put(lives('Salainen tie 5'))).status).toBe(200);
  }
});

test('a deputy has a last day where the controller asks for one, and else the right goes on until it is ended', async () => {
  for (const [deputyTermRequired, rule] of [
    [true, 'grant.deputyTerm'],
    [false, undefined],
  ] as const) {
    const settings = { ...defaultSettings, rights: { ...defaultSettings.rights, deputyTermRequired } };
    const { mainUser, supervisor, unitId, postId, userId } = await organisation(await worldOf(settings));
    const deputyFor = await newUser(mainUser, postId, 'Kaisa Vastuullinen');
    const own = proposedOf(await propose(supervisor, deputyFor, grantFor(unitId)));
    await decide(mainUser, deputyFor, own, 'grant', 1);
    const told = await propose(supervisor, userId, grantFor(unitId, { deputyFor }));
    if (rule === undefined) {
      expect((await decide(mainUser, userId, proposedOf(told), 'grant', 1)).status).toBe(200);
    } else expect(told).toMatchObject(REFUSED(rule));
  }
});

test('the report of supervision shows changes, openings of the narrative or all use, as the controller chose; the log shows all to each', async () => {
  const seen = async (settings: ControllerSettings) => {
    const world = await worldOf(settings);
    const worker = await world.worker('broadResponsibility');
    const officer = await world.worker('dataProtectionOfficer', {
      unitIds: [],
      specialRights: ['readAccessLog'],
    });
    const clientId = await newClient(world, worker);
    world.clock.advance(1);
    await write(worker, clientId);
    world.clock.advance(1);
    await worker.call('GET', `/v1/clients/${clientId}`);
    world.clock.advance(1);
    await pageOf(worker, clientId);
    world.clock.advance(1);
    const namesAt = async (path: string) =>
      logPageOf(await officer.call('GET', path))
        .lines.filter(({ userIdentity }) => userIdentity.userId === worker.userId)
        .map(({ eventName }) => eventName)
        .toSorted();
    const ofUser = `/v1/access-log/users/${worker.userId}`;
    const ofClient = `/v1/access-log/clients/${clientId}`;
    const log = await namesAt(ofUser);
    return {
      log,
      report: await namesAt(`${ofUser}?report=true`),
      own: await namesAt(`${ofClient}?report=true`),
    };
  };
  const changes = ['CaseNoteWritten', 'ClientCreated', 'RelationshipStarted'];
  const openings = ['CaseNotesRead', 'ClientFileOpened'];
  const all = [...changes, ...openings].toSorted();
  for (const [settings, report] of [
    [PROFILES.U, changes],
    [PROFILES.L, openings],
    [PROFILES.J, all],
  ] as const) {
    expect(await seen(settings)).toEqual({ log: all, report, own: report });
  }
});
