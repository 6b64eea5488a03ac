import { describe, expect, test } from 'vitest';
import { anyClient, logPageOf } from '../support/access-log.ts';
import { anEntry, newClient, Page, pageOf, write } from '../support/case-notes.ts';
import { choose, PROFILES, worldOf, worldsOf } from '../support/controllers.ts';
import { recordPerson } from '../support/people.ts';
import { testWorld, type World } from '../support/world.ts';

/** What five controllers promise of who may use the data and how that use is watched, each under its own settings. */

const PERSON = { name: { family: 'Toinen', given: 'Tuulikki' }, birthDate: '1990-01-01' };
const fileOf = (clientId: string): string => `/v1/clients/${clientId}`;

/** A client of the families' unit, with the worker whose client this is. */
async function clientOf(world: World) {
  const worker = await world.worker('broadResponsibility');
  return { worker, clientId: await newClient(world, worker) };
}
const officerOf = (world: World) =>
  world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });

describe('a file', () => {
  test('is used by those who take part in the services, and by no other worker or outsider [U-9.5, U-11.10, J-5.3, L-9.2, H-11.2]', async () => {
    for (const world of await worldsOf(['U', 'J', 'L', 'H'])) {
      const { worker, clientId } = await clientOf(world);
      const other = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
      const clerk = await world.worker('mainUser');
      expect(await worker.call('GET', fileOf(clientId))).toMatchObject({ status: 200 });
      for (const by of [other, clerk]) {
        const told = await by.call('GET', fileOf(clientId));
        expect(told).toMatchObject({ status: 403 });
        expect(told.body).not.toContain('Esimerkki');
        expect(await pageOf(by, clientId)).toMatchObject({ status: 403 });
      }
    }
  });

  test('opens on a client relationship or another factual connection, and the line says which [U-9.4, J-5.2, L-9.9]', async () => {
    for (const world of await worldsOf(['U', 'J', 'L'])) {
      const { worker, clientId } = await clientOf(world);
      const intake = await recordPerson(world, worker, PERSON);
      const onCall = await world.worker('broadResponsibility', {
        unitIds: [world.units.adults],
        duties: ['onCall'],
      });
      const nobody = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
      const officer = await officerOf(world);
      for (const [by, client, kind] of [
        [worker, clientId, 'ownWorker'],
        [worker, intake, 'intake'],
        [onCall, clientId, 'onCall'],
      ] as const) {
        world.clock.advance(1);
        expect(await by.call('GET', fileOf(client))).toMatchObject({ status: 200 });
        world.clock.advance(1);
        const [line] = logPageOf(await officer.call('GET', `/v1/access-log/clients/${client}`)).lines;
        expect(line).toMatchObject({ eventName: 'ClientFileOpened', basis: { kind } });
      }
      expect(await nobody.call('GET', fileOf(clientId))).toMatchObject({
        status: 403,
        json: { code: 'access.noTie' },
      });
      const opening = { clientId, reason: { code: 'urgentNeed', words: 'Naapuri soitti: lapset yksin.' } };
      const opens = (body: object) => nobody.call('POST', '/v1/access-rights/openings', { body });
      expect(await opens({ clientId })).toMatchObject({ status: 400 });
      expect(await opens(opening)).toMatchObject({ status: 201 });
      expect(await nobody.call('GET', fileOf(clientId))).toMatchObject({ status: 200 });
    }
  });

  test("is invisible to a user of another controller's register, by id, by name and in the log [U-9.6, J-5.5]", async () => {
    for (const [own, others] of [
      ['U', 'J'],
      ['J', 'U'],
    ] as const) {
      const world = await testWorld();
      await choose(world, world.controller, PROFILES[own]);
      await choose(world, world.otherController, PROFILES[others]);
      const { worker } = await clientOf(world);
      const clientId = await recordPerson(world, worker, PERSON);
      const controller = world.otherController;
      const stranger = await world.worker('broadResponsibility', { controller, duties: ['onCall'] });
      const officer = await world.worker('dataProtectionOfficer', {
        controller,
        specialRights: ['readAccessLog'],
      });
      expect(await stranger.call('GET', fileOf(clientId))).toMatchObject({ status: 404 });
      expect(
        (await stranger.call('POST', '/v1/clients/search', { body: { name: 'toin tuul' } })).json,
      ).toEqual({ hits: [] });
      expect(await officer.call('GET', `/v1/access-log/clients/${clientId}`)).toMatchObject({ status: 404 });
    }
  });
});

describe('rights', () => {
  test('are given unit by unit: the same role reaches the clients of its own units only [U-9.14, J-5.13]', async () => {
    for (const world of await worldsOf(['U', 'J'])) {
      const { clientId } = await clientOf(world);
      for (const [unitIds, status] of [
        [[world.units.families], 200],
        [[world.units.adults, world.units.families], 200],
        [[world.units.adults], 403],
        [[], 403],
      ] as const) {
        const by = await world.worker('broadResponsibility', { unitIds: [...unitIds] });
        expect(await by.call('GET', fileOf(clientId))).toMatchObject({ status });
      }
    }
  });

  test('are each worker’s own, to the extent of the duties and no further [U-9.7, U-11.11, J-5.6, K-13.16]', async () => {
    for (const world of await worldsOf(['U', 'J', 'K'])) {
      const { worker, clientId } = await clientOf(world);
      await write(worker, clientId, anEntry({}, { socialServices: ['familyWork'] }));
      const familyWorker = await world.worker('implementing', { services: ['familyWork'] });
      const homeHelp = await world.worker('implementing', { services: ['familyHomeService'] });
      const readBy = async (by: typeof worker) => Page.parse((await pageOf(by, clientId)).json).notes.length;
      expect([await readBy(worker), await readBy(familyWorker), await readBy(homeHelp)]).toEqual([1, 1, 0]);
      const start = { startedOn: '2026-11-20', responsibleUnitId: world.units.families };
      for (const by of [familyWorker, homeHelp]) {
        expect(
          await by.call('POST', `${fileOf(clientId)}/relationship/start`, { version: 2, body: start }),
        ).toMatchObject({ status: 403 });
      }
    }
  });

  test('of the one who maintains the system reach no client data in Keski-Uusimaa [K-13.13]', async () => {
    const world = await worldOf(PROFILES.K);
    const { clientId } = await clientOf(world);
    for (const role of ['mainUser', 'ict'] as const) {
      const maintainer = await world.worker(role);
      const tries = [
        await maintainer.call('GET', fileOf(clientId)),
        await pageOf(maintainer, clientId),
        await maintainer.call('POST', '/v1/clients/search', { body: { name: 'esim aino' } }),
      ];
      for (const told of tries) {
        expect(told).toMatchObject({ status: 403 });
        expect(told.body).not.toContain('Esimerkki');
      }
    }
  });
});

describe('the use of data', () => {
  test('is recorded by itself for every change, by group of data, with the id of who made it [U-9.15]', async () => {
    const world = await worldOf(PROFILES.U);
    const { worker, clientId } = await clientOf(world);
    const colleague = await world.worker('broadResponsibility');
    await write(colleague, clientId);
    world.clock.advance(1);
    const officer = await officerOf(world);
    const { lines } = logPageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
    const changes = lines.filter(({ readOnly }) => !readOnly);
    expect(changes.map((line) => [line.eventName, line.dataGroups, line.userIdentity.userId])).toEqual(
      expect.arrayContaining([
        ['ClientCreated', ['baseData'], worker.userId],
        ['RelationshipStarted', ['clienthood'], worker.userId],
        ['CaseNoteWritten', ['caseNotes'], colleague.userId],
      ]),
    );
    expect(changes).toHaveLength(3);
  });

  test('in Joutsa is recorded as writing and as browsing of basic, administrative and other data [J-5.14]', async () => {
    const world = await worldOf(PROFILES.J);
    const { worker, clientId } = await clientOf(world);
    world.clock.advance(1);
    await write(worker, clientId);
    for (const path of [fileOf(clientId), `${fileOf(clientId)}/relationship/periods`]) {
      world.clock.advance(1);
      expect(await worker.call('GET', path)).toMatchObject({ status: 200 });
    }
    world.clock.advance(1);
    await pageOf(worker, clientId);
    world.clock.advance(1);
    const { lines } = logPageOf(
      await (await officerOf(world)).call('GET', `/v1/access-log/clients/${clientId}`),
    );
    const groups = (readOnly: boolean) =>
      new Set(lines.flatMap((line) => (line.readOnly === readOnly ? line.dataGroups : [])));
    for (const readOnly of [true, false]) {
      expect([...groups(readOnly)]).toEqual(expect.arrayContaining(['baseData', 'clienthood', 'caseNotes']));
    }
  });

  test('the opening of a narrative is recorded with who opened it, and is reported by client and by user [L-9.12, L-9.13]', async () => {
    const world = await worldOf(PROFILES.L);
    const { worker, clientId } = await clientOf(world);
    const opener = await world.worker('broadResponsibility', { name: 'Katri Katsoja' });
    await write(worker, clientId);
    world.clock.advance(1);
    await pageOf(opener, clientId);
    world.clock.advance(1);
    const officer = await officerOf(world);
    for (const path of [`/v1/access-log/clients/${clientId}`, `/v1/access-log/users/${opener.userId}`]) {
      expect(logPageOf(await officer.call('GET', path)).lines[0]).toMatchObject({
        eventName: 'CaseNotesRead',
        readOnly: true,
        dataGroups: ['caseNotes'],
        clients: [clientId],
        userIdentity: { userId: opener.userId, name: 'Katri Katsoja' },
      });
      world.clock.advance(1);
    }
  });

  test('is supervised: who used a client’s data is listed, and the check is recorded [U-9.16, J-5.15, K-13.14]', async () => {
    for (const world of await worldsOf(['U', 'J', 'K'])) {
      const { worker } = await clientOf(world);
      const clientId = await anyClient(world, worker);
      const supervisor = await world.worker('supervisor', { specialRights: ['readAccessLog'] });
      const path = `/v1/access-log/clients/${clientId}`;
      world.clock.advance(1);
      expect(logPageOf(await supervisor.call('GET', path)).lines).toMatchObject([
        { userIdentity: { userId: worker.userId } },
      ]);
      const body = { days: { from: '2026-11-01', to: '2026-11-24' }, result: 'inOrder' };
      expect(await supervisor.call('POST', `${path}/checks`, { body })).toMatchObject({ status: 201 });
      expect((await supervisor.call('GET', `${path}/checks`)).json).toMatchObject({
        checks: [{ result: 'inOrder', checkedBy: supervisor.userId }],
      });
    }
  });

  test('in Keski-Uusimaa handling and viewing are read and reviewed by the data protection officer [K-13.19, K-13.20]', async () => {
    const world = await worldOf(PROFILES.K);
    const { worker, clientId } = await clientOf(world);
    world.clock.advance(1);
    await worker.call('GET', fileOf(clientId));
    world.clock.advance(1);
    const officer = await officerOf(world);
    const path = `/v1/access-log/clients/${clientId}`;
    const { lines } = logPageOf(await officer.call('GET', path));
    expect(lines.map(({ eventName, readOnly }) => [eventName, readOnly])).toEqual(
      expect.arrayContaining([
        ['ClientFileOpened', true],
        ['RelationshipStarted', false],
        ['ClientCreated', false],
      ]),
    );
    const body = { days: { from: '2026-11-01', to: '2026-11-24' }, result: 'clarificationAsked' };
    expect(await officer.call('POST', `${path}/checks`, { body })).toMatchObject({ status: 201 });
  });
});
