import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient, logPageOf as pageOf } from '../support/access-log.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let worker: Worker;
let colleague: Worker;
let officer: Worker;
beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  colleague = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
});

const newClient = (by: Worker = worker): Promise<string> => anyClient(world, by);

describe('the log of a client', () => {
  test('names who wrote and who looked, which data and on what ground, the latest first', async () => {
    const clientId = await newClient();
    world.clock.advance(1);
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).status).toBe(200);
    world.clock.advance(1);
    const { lines } = pageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
    expect(lines).toMatchObject([
      {
        eventName: 'ClientFileOpened',
        readOnly: true,
        dataGroups: ['baseData', 'contactData', 'clienthood', 'case'],
        userIdentity: { userId: worker.userId, name: 'Työntekijä Testi', role: 'broadResponsibility' },
        basis: { kind: 'intake', legalGround: '703/2023 § 9' },
        outcome: { result: 'allowed' },
      },
      {
        eventName: 'ClientCreated',
        readOnly: false,
        dataGroups: ['baseData'],
        changedFields: ['name', 'birthDate'],
        userIdentity: { userId: worker.userId },
      },
    ]);
  });

  test('shows a refused attempt with its reason', async () => {
    const clientId = await newClient();
    world.clock.advance(1);
    expect((await colleague.call('GET', `/v1/clients/${clientId}`)).status).toBe(403);
    const { lines } = pageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
    expect(lines[0]).toMatchObject({
      userIdentity: { userId: colleague.userId },
      outcome: { result: 'refused', code: 'access.noTie' },
    });
  });

  test('shows a hit of a search, by a copy that names no other client', async () => {
    const [one, other] = [await newClient(), await newClient()];
    await world.drained();
    world.clock.advance(1);
    expect((await worker.call('POST', '/v1/clients/search', { body: { name: 'keks testi' } })).status).toBe(
      200,
    );
    await world.drained();
    for (const clientId of [one, other]) {
      const told = await officer.call('GET', `/v1/access-log/clients/${clientId}`);
      expect(pageOf(told).lines[0]).toMatchObject({
        eventName: 'ClientsListed',
        clients: [clientId],
        resources: [{ kind: 'client', id: clientId }],
      });
    }
  });

  test('is itself logged: the client can be told who read the log', async () => {
    const clientId = await newClient();
    world.clock.advance(1);
    await officer.call('GET', `/v1/access-log/clients/${clientId}`);
    world.clock.advance(1);
    const { lines } = pageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
    expect(lines[0]).toMatchObject({
      eventName: 'LogOfClientRead',
      userIdentity: { userId: officer.userId, role: 'dataProtectionOfficer' },
      basis: { kind: 'supervision' },
      dataGroups: ['accessLog'],
      clients: [clientId],
    });
  });

  test('never holds a name of the client, and nothing that only the machinery needs', async () => {
    const clientId = await newClient();
    const told = await officer.call('GET', `/v1/access-log/clients/${clientId}`);
    expect(told.body).not.toMatch(/Keksitty/i);
    expect(told.body).not.toMatch(/userAgent|awsRegion|eventVersion/);
  });

  test('is paged by 25 and can be asked by days, the last one included', async () => {
    const clientId = await newClient();
    world.clock.advance(24 * 60);
    const day = world.clock.now().slice(0, 10);
    for (let count = 0; count < 30; count += 1) {
      world.clock.advance(1);
      await worker.call('GET', `/v1/clients/${clientId}`);
    }
    const path = `/v1/access-log/clients/${clientId}?from=${day}&to=${day}`;
    const first = pageOf(await officer.call('GET', path));
    expect(first.lines).toHaveLength(25);
    world.clock.advance(24 * 60);
    const second = pageOf(await officer.call('GET', `${path}&cursor=${String(first.next)}`));
    expect(second.lines).toHaveLength(5);
    expect(second.next).toBeUndefined();
    const ids = [...first.lines, ...second.lines].map((line) => line.eventId);
    expect(new Set(ids).size).toBe(30);
    expect(ids).toEqual(ids.toSorted().toReversed());
    const before = pageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}?to=2026-11-24`));
    expect(before.lines.every((line) => line.eventTime < `${day}T`)).toBe(true);
  });

  test('a page marker of one client opens no other client, no other days and for nobody else', async () => {
    const [clientId, other] = [await newClient(), await newClient()];
    for (let count = 0; count < 26; count += 1) await worker.call('GET', `/v1/clients/${clientId}`);
    const { next } = pageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
    expect(next).toBeTypeOf('string');
    const second = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
    const asks: [Worker, string][] = [
      [officer, `/v1/access-log/clients/${other}?cursor=${next}`],
      [officer, `/v1/access-log/clients/${clientId}?from=2026-01-01&cursor=${next}`],
      [officer, `/v1/access-log/users/${worker.userId}?cursor=${next}`],
      [second, `/v1/access-log/clients/${clientId}?cursor=${next}`],
      [officer, `/v1/access-log/clients/${clientId}?cursor=${String(next).slice(0, -2)}AA`],
    ];
    for (const [by, path] of asks) {
      const told = await by.call('GET', path);
      expect(told).toMatchObject({ status: 400, json: { findings: [{ rule: 'input.cursor' }] } });
    }
  });

  test('days the wrong way round are a finding', async () => {
    const told = await officer.call(
      'GET',
      `/v1/access-log/clients/${await newClient()}?from=2026-11-02&to=2026-11-01`,
    );
    expect(told).toMatchObject({ status: 400, json: { findings: [{ path: '/query/to' }] } });
  });
});

describe('a check of the log', () => {
  test('is recorded by the supervisor or the officer who read it, and stands for others to see', async () => {
    const clientId = await newClient();
    const supervisor = await world.worker('supervisor', { specialRights: ['readAccessLog'] });
    const path = `/v1/access-log/clients/${clientId}`;
    for (const [by, result] of [
      [supervisor, 'clarificationAsked'],
      [officer, 'inOrder'],
    ] as const) {
      world.clock.advance(1);
      expect(pageOf(await by.call('GET', path)).lines.length).toBeGreaterThan(0);
      const days = { from: '2026-11-01', to: '2026-11-24' };
      expect((await by.call('POST', `${path}/checks`, { body: { days, result } })).status).toBe(201);
    }
    const told = await officer.call('GET', `${path}/checks`);
    expect(told.json).toMatchObject({
      clientId,
      checks: [
        { result: 'inOrder', checkedBy: officer.userId, days: { from: '2026-11-01', to: '2026-11-24' } },
        { result: 'clarificationAsked', checkedBy: supervisor.userId },
      ],
    });
    world.clock.advance(1);
    const { lines } = pageOf(await officer.call('GET', path));
    expect(lines.map(({ eventName }) => eventName)).toEqual(
      expect.arrayContaining(['LogChecksRead', 'LogCheckRecorded', 'LogOfClientRead']),
    );
  });

  test('is recorded by nobody without the special right, and of no client that is not there', async () => {
    const supervisor = await world.worker('supervisor');
    const body = { days: { from: '2026-11-01' }, result: 'inOrder' };
    const path = `/v1/access-log/clients/${await newClient()}/checks`;
    expect((await supervisor.call('POST', path, { body })).status).toBe(403);
    const nobody = '/v1/access-log/clients/01KBN4PZ0000000000000000ZZ/checks';
    expect((await officer.call('POST', nobody, { body })).status).toBe(404);
  });
});

describe('who may read the log', () => {
  test.each(['dataProtectionOfficer', 'supervisor', 'management'] as const)(
    'a %s without the special right is refused',
    async (role) => {
      const without = await world.worker(role);
      const clientId = await newClient();
      const told = await without.call('GET', `/v1/access-log/clients/${clientId}`);
      expect(told).toMatchObject({ status: 403, json: { code: 'access.notAllowed' } });
    },
  );

  test('a social worker is refused even with the special right', async () => {
    const social = await world.worker('broadResponsibility', { specialRights: ['readAccessLog'] });
    const told = await social.call('GET', `/v1/access-log/users/${worker.userId}`);
    expect(told.status).toBe(403);
  });

  test("another controller's officer finds no such client", async () => {
    const other = await world.worker('dataProtectionOfficer', {
      controller: world.otherController,
      specialRights: ['readAccessLog'],
    });
    const told = await other.call('GET', `/v1/access-log/clients/${await newClient()}`);
    expect(told).toMatchObject({ status: 404, json: { code: 'request.notFound' } });
  });
});
