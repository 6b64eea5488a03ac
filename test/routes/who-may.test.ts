import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { JobRole } from '../../shared/access/job-roles.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { ask, everything, filled, named } from '../support/every-route.ts';
import { newClient } from '../support/new-client.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const Problem = z.object({ code: z.string(), requestId: z.string() });

let world: World;
let clientId: string;
const workers = new Map<string, Worker>();
let before: unknown[];
/** What every refused request must have left: gathered by the tests, judged by the last. */
const owed: { requestId: string; eventName: string; code: string; userId: string }[] = [];

async function worker(name: string, make: () => Promise<Worker>): Promise<Worker> {
  const made = workers.get(name) ?? (await make());
  workers.set(name, made);
  return made;
}

const inOtherUnit = (role: JobRole): Promise<Worker> =>
  worker(`other unit ${role}`, () => world.worker(role, everything([world.units.adults])));
const inUnit = (role: JobRole): Promise<Worker> =>
  worker(`unit ${role}`, () => world.worker(role, everything([world.units.families])));

function refused(told: Told, by: Worker, eventName: string, status: number, code: string): void {
  expect({ status: told.status, code: told.json['code'] }).toEqual({ status, code });
  expect(told.body).not.toMatch(/Salattu|Henkilö/);
  owed.push({ requestId: Problem.parse(told.json).requestId, eventName, code, userId: by.userId });
}

const everyRole = JobRole.options;

beforeAll(async () => {
  world = await testWorld();
  const recorder = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, recorder, { family: 'Salattu', given: 'Henkilö' }));
  await world.drained();
  for (const role of everyRole) await Promise.all([inUnit(role), inOtherUnit(role)]);
  await worker('other controller', () =>
    world.worker('broadResponsibility', everything([world.units.families], world.otherController)),
  );
  for (const role of everyRole) {
    await worker(`other controller ${role}`, () =>
      world.worker(role, everything([world.units.families], world.otherController)),
    );
    await worker(`ended ${role}`, () =>
      world.worker(role, {
        ...everything([world.units.families]),
        range: { from: LocalDate.parse('2026-01-01'), to: LocalDate.parse('2026-11-23') },
      }),
    );
    await worker(`coming ${role}`, () =>
      world.worker(role, {
        ...everything([world.units.families]),
        range: { from: LocalDate.parse('2026-11-25') },
      }),
    );
  }
  before = await dumpOf(world.services, 'records');
});

describe.each(named)('%s', (_, route) => {
  const { action, event } = route;
  const notItsRoles = everyRole.filter((role) => !action.roles.includes(role));

  test('is refused to every job role that its action does not name [U-9.5, U-9.7, U-11.11]', async () => {
    for (const role of notItsRoles) {
      const by = await inUnit(role);
      refused(await ask(by, route, filled(route, clientId)), by, event, 403, 'access.notAllowed');
    }
  });

  test('is refused when the grant has ended, and before it begins', async () => {
    for (const role of action.roles) {
      for (const when of ['ended', 'coming']) {
        const by = workers.get(`${when} ${role}`);
        if (by === undefined) throw new Error('No such worker.');
        refused(await ask(by, route, filled(route, clientId)), by, event, 403, 'access.notAllowed');
      }
    }
  });

  if (action.tie === 'client') {
    test('is refused to a worker of its roles whom nothing ties to the client [U-9.4, J-5.2, L-9.9]', async () => {
      for (const role of action.roles) {
        const by = await inOtherUnit(role);
        refused(await ask(by, route, filled(route, clientId)), by, event, 403, 'access.noTie');
      }
    });
  }

  if (action.tie === 'client' || route.path.includes('{clientId}')) {
    test("is not found for another controller's worker, as is a client who does not exist [U-9.6, J-5.5]", async () => {
      for (const role of action.roles) {
        const by = workers.get(`other controller ${role}`);
        if (by === undefined) throw new Error('No such worker.');
        refused(await ask(by, route, filled(route, clientId)), by, event, 404, 'request.notFound');
      }
      const [role] = action.roles;
      if (role === undefined) return;
      const by = await inUnit(role);
      const nobody = '01KBN4PZ0000000000000000ZZ';
      refused(await ask(by, route, filled(route, nobody)), by, event, 404, 'request.notFound');
    });
  }
});

describe('all these refusals', () => {
  let lines: AccessEvent[];
  beforeAll(async () => {
    lines = await linesOf(world.services);
  });
  afterAll(() => workers.clear());

  test('left a line each, which says who tried what and why it was refused', () => {
    const byRequest = Map.groupBy(lines, (line) => line.requestId);
    const found = owed.map(({ requestId }) =>
      (byRequest.get(requestId) ?? []).map(({ eventName, outcome, userIdentity }) => ({
        requestId,
        eventName,
        code: outcome.code,
        userId: userIdentity.userId,
      })),
    );
    expect(owed.length).toBeGreaterThan(named.length * 5);
    expect(found).toEqual(owed.map((one) => [one]));
  });

  test('changed nothing', async () => {
    expect(await dumpOf(world.services, 'records')).toEqual(before);
  });
});
