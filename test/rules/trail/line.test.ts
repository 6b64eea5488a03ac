import { beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_ACTIONS } from '../../../shared/access/actions/clients.ts';
import type { Grant } from '../../../shared/access/actor.ts';
import type { ActContext, LinePart } from '../../../shared/act.ts';
import { ClientId, GrantId, UnitId, UserId } from '../../../shared/kernel/id.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { newId } from '../../../shared/new-id.ts';
import { AccessEvent, EVENT_BYTES } from '../../../shared/trail/event.ts';
import { copyFor, lineOf, trailItemOf } from '../../../shared/trail/line.ts';
import { testWorld, type World } from '../../support/world.ts';

let world: World;
let context: ActContext;
const PART: LinePart = { clients: [], resources: [], dataGroups: ['baseData'] };
const unitId = UnitId.parse('01JDF00000000000000000000A');

const grant = (id: string, more: Partial<Grant> = {}): Grant => ({
  grantId: GrantId.parse(id),
  role: 'broadResponsibility',
  unitIds: [unitId],
  serviceTasks: [],
  services: [],
  relatedServices: [],
  duties: [],
  specialRights: [],
  range: { from: LocalDate.parse('2026-01-01') },
  ...more,
});
const first = grant('01JDF000000000000000000001', { role: 'administrative', unitIds: [] });
const deputy = grant('01JDF000000000000000000002', { deputyFor: UserId.parse('01JDF00000000000000000000D') });

beforeAll(async () => {
  world = await testWorld();
  const { services, controller } = world;
  const now = services.clock.now();
  context = {
    services,
    keys: new Map(),
    request: { requestId: 'request', sourceIPAddress: '10.0.0.1', userAgent: 'front end' },
    actor: {
      userId: UserId.parse(newId(services)),
      controller,
      authenticationMethod: 'card',
      issuedAt: now,
      name: 'Testi Työntekijä',
      postTitle: 'sosiaalityöntekijä',
      professionalNumber: '12345678901',
      grants: [first, deputy],
      openings: [],
    },
    action: CLIENT_ACTIONS.openFile,
    eventName: 'ClientFileOpened',
    readOnly: true,
    basis: { kind: 'deputy', reference: deputy.grantId, legalGround: '703/2023 § 9' },
    grant: deputy,
    now,
    today: LocalDate.parse('2026-11-24'),
  };
});

const someClients = (count: number): ClientId[] =>
  Array.from({ length: count }, () => ClientId.parse(newId(world.services)));

describe('a line', () => {
  test('says who, in which post and role, how signed in and for whom as a deputy [U-9.15]', () => {
    const line = lineOf(context, PART, { result: 'allowed' });
    expect(line.userIdentity).toEqual({
      userId: context.actor.userId,
      name: 'Testi Työntekijä',
      post: 'sosiaalityöntekijä',
      role: 'broadResponsibility',
      unitId,
      professionalNumber: '12345678901',
      authenticationMethod: 'card',
      deputyFor: '01JDF00000000000000000000D',
    });
  });

  test('names the grant the act was let through by, not the first the worker has', () => {
    const byFirst = lineOf({ ...context, grant: first }, PART, { result: 'allowed' });
    expect(byFirst.userIdentity).toMatchObject({ role: 'administrative' });
    expect(byFirst.userIdentity).not.toHaveProperty('deputyFor');
  });

  test('has an id that tells its time', () => {
    const line = lineOf(context, PART, { result: 'allowed' });
    expect(line.eventTime).toBe(world.clock.now());
    expect(line.eventId.slice(0, 10)).toBe(newId(world.services, line.eventTime).slice(0, 10));
  });

  test('names a client once, however often the act did', () => {
    const [client] = someClients(1);
    if (client === undefined) throw new Error('No client.');
    const line = lineOf(context, { ...PART, clients: [client, client] }, { result: 'allowed' });
    expect(line.clients).toEqual([client]);
  });

  test('of more clients than a page may hold is refused, and so is one of more than 64 KB', () => {
    expect(() => lineOf(context, { ...PART, clients: someClients(101) }, { result: 'allowed' })).toThrow();
    const resources = Array.from({ length: 400 }, () => ({
      kind: 'caseNote' as const,
      id: 'x'.repeat(64),
      serviceTasks: Array.from({ length: 7 }, () => 'y'.repeat(40)),
    }));
    expect(() => lineOf(context, { ...PART, resources }, { result: 'allowed' })).toThrow(/64 KB/);
    const fitting = lineOf(context, { ...PART, resources: resources.slice(0, 100) }, { result: 'allowed' });
    expect(Buffer.byteLength(JSON.stringify(fitting))).toBeLessThanOrEqual(EVENT_BYTES);
  });

  test('takes no member that is not its own: names of clients and words have no place', () => {
    const line = lineOf(context, PART, { result: 'allowed' });
    for (const more of [
      { clientName: 'Aino' },
      { searchWords: 'aino' },
      { path: '/v1' },
      { reason: 'words' },
    ]) {
      expect(AccessEvent.safeParse({ ...line, ...more }).success).toBe(false);
    }
  });
});

describe('a line of the disclosure log', () => {
  const disclosure = {
    on: LocalDate.parse('2026-11-24'),
    recipient: { kind: 'court' as const },
    purpose: 'courtProceedings' as const,
    ground: { kind: 'provision' as const, provision: '808/2019 42 §' },
  };

  test('is written by an act whose route says that it discloses, and by no other', () => {
    expect(() => lineOf(context, { ...PART, disclosure }, { result: 'allowed' })).toThrow(/says so/);
    const line = lineOf({ ...context, discloses: true }, { ...PART, disclosure }, { result: 'allowed' });
    expect(line).toMatchObject({ eventVersion: '1.1', disclosure });
  });

  test('that concerns one of several clients stands in no other’s copy', () => {
    const clients = someClients(2);
    const [one, other] = clients;
    if (one === undefined || other === undefined) throw new Error('No clients.');
    const part = { ...PART, clients, disclosure: { ...disclosure, client: one } };
    const line = lineOf({ ...context, discloses: true }, part, { result: 'allowed' });
    expect(copyFor(line, one)).toHaveProperty('event.disclosure.recipient.kind', 'court');
    expect(copyFor(line, other)).not.toHaveProperty('event.disclosure');
  });
});

describe('where a line lies', () => {
  test('about one client with the client, about none or several with the worker', () => {
    const [one, other] = someClients(2);
    if (one === undefined || other === undefined) throw new Error('No clients.');
    const of = (...clients: ClientId[]) =>
      String(trailItemOf(lineOf(context, { ...PART, clients }, { result: 'allowed' }))['pk']);
    expect(of(one)).toContain(one);
    for (const pk of [of(), of(one, other)]) {
      expect(pk).toContain(context.actor.userId);
      expect(pk).not.toContain(one);
    }
  });

  test('always with the controller first, in the table and in its indexes, and with ids alone', () => {
    const [one] = someClients(1);
    if (one === undefined) throw new Error('No client.');
    const item = trailItemOf(lineOf(context, { ...PART, clients: [one] }, { result: 'allowed' }));
    for (const name of ['pk', 'g1pk', 'g2pk']) expect(String(item[name])).toMatch(/^KEUSOTE/);
    const keys = ['pk', 'sk', 'g1pk', 'g1sk', 'g2pk', 'g2sk'].map((name) => String(item[name])).join(' ');
    expect(keys).not.toMatch(/Testi|sosiaali|ClientFileOpened|broad/i);
  });

  test("for 26 months in the table, a client's copy as long, and the copy outside the worker's index", () => {
    const clients = someClients(2);
    const line = lineOf(context, { ...PART, clients }, { result: 'allowed' });
    const [one] = clients;
    if (one === undefined) throw new Error('No client.');
    const [item, copy] = [trailItemOf(line), copyFor(line, one)];
    const days = (Number(item['ttl']) - Date.parse(line.eventTime) / 1000) / 86_400;
    expect(Math.round(days)).toBeGreaterThanOrEqual(26 * 30.4);
    expect(copy['ttl']).toBe(item['ttl']);
    expect(copy).not.toHaveProperty('g1pk');
    expect(copy).toMatchObject({ event: { eventId: line.eventId, clients: [one] } });
  });
});

test("a client's copy leaves out a case of which the line does not say whose it is", () => {
  const [one, other] = ['01JDF00000000000000000000A', '01JDF00000000000000000000B'];
  const event = AccessEvent.parse({
    eventVersion: '1.0',
    eventId: '01JDF00000000000000000000C',
    eventTime: '2026-11-24T10:00:00.000Z',
    eventName: 'CasesListed',
    action: 'cases.list',
    controller: 'KEUSOTE',
    userIdentity: { userId: '01JDF00000000000000000000D', name: '', post: '', authenticationMethod: 'local' },
    sourceIPAddress: '',
    userAgent: '',
    requestId: '',
    awsRegion: 'local',
    readOnly: true,
    clients: [one, other],
    resources: [
      { kind: 'client', id: one },
      { kind: 'client', id: other },
      { kind: 'case', id: 'of-one', client: one },
      { kind: 'case', id: 'of-other', client: other },
      { kind: 'case', id: 'of-somebody' },
      { kind: 'unit', id: 'unit' },
    ],
    basis: { kind: 'unit', legalGround: '703/2023 § 9' },
    outcome: { result: 'allowed' },
    dataGroups: ['case'],
    changedFields: [],
  });
  const [clientId] = event.clients;
  if (clientId === undefined) throw new Error('The event names nobody.');
  expect(copyFor(event, clientId)).toMatchObject({
    event: {
      clients: [one],
      resources: [
        { kind: 'client', id: one },
        { kind: 'case', id: 'of-one' },
        { kind: 'unit', id: 'unit' },
      ],
    },
  });
});
