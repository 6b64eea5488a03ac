import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { JobRole } from '../../shared/access/job-roles.ts';
import type { Route } from '../../shared/http/route.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { ask, everything, type Filled, filled, named } from '../support/every-route.ts';
import { given, type InState, inState, NOT_IN_FORCE, TOLD } from '../support/grant-states.ts';
import { organisation } from '../support/organisation.ts';
import { personBody, text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/**
 * The matrix of routes, roles, controllers and states of a grant, made from the register. Every cell of it is judged
 * in `test/rules/access/every-cell.test.ts`; here each route is asked by each role, in each state and from the other
 * controller. A cell of three of these at once differs in nothing: the state is settled before the role is looked at,
 * and the role before the client.
 */

const Problem = z.object({ code: z.string(), requestId: z.string() });
const NOBODY = '01KBN4PZ0000000000000000ZZ';

let world: World;
let ids: { clientId: string; unitId: string; userId: string };
const workers = new Map<string, InState>();
let before: unknown[];
/** What every refused request must have left: gathered by the tests, judged by the last. */
const owed: { requestId: string; eventName: string; code: string; userId: string }[] = [];
/** What was answered outside, by its code, without the number of the request. */
const answers = new Map<string, Set<string>>();

function by(name: string): InState {
  const one = workers.get(name);
  if (one === undefined) throw new Error(`No ${name}.`);
  return one;
}

/** One role of each route stands for all in what no role changes: the first of these three that may. */
function oneRole({ action: { roles } }: Route): JobRole {
  const role = ALL_ROUTES.find((one) => roles.includes(one)) ?? roles[0];
  if (role === undefined) throw new Error('The route is for nobody.');
  return role;
}
const ALL_ROUTES: readonly JobRole[] = ['broadResponsibility', 'mainUser', 'supervisor'];

const about = (route: Route, clientId = ids.clientId): Filled => filled(route, clientId, ids);

async function refused(
  { worker, headers }: InState,
  route: Route,
  [status, code]: readonly [number, string],
  request = about(route),
): Promise<void> {
  const told = await ask(worker, route, request, { headers });
  expect({ status: told.status, code: told.json['code'] }).toEqual({ status, code });
  expect(told.body).not.toMatch(/Salattu|Henkilö/);
  const { requestId } = Problem.parse(told.json);
  owed.push({ requestId, eventName: route.event, code, userId: worker.userId });
  answers.set(code, (answers.get(code) ?? new Set()).add(outside(told)));
}

const outside = ({ body = '', headers }: Told): string => {
  const { requestId, instance, ...rest } = z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  expect(headers['x-request-id'] ?? requestId).toBe(requestId);
  return JSON.stringify({ ...rest, instance: typeof instance });
};

const everyRole = JobRole.options;

beforeAll(async () => {
  const made = await organisation(await testWorld());
  const { unitId, userId } = made;
  ({ world } = made);
  const { worker: recorder } = await given(made, 'broadResponsibility');
  const person = { name: { family: 'Salattu', given: 'Henkilö' }, birthDate: '1980-01-01' };
  const recorded = await recorder.call('POST', '/v1/clients', {
    body: personBody(world, person, { unitId }),
  });
  const clientId = text(recorded, 'clientId');
  ids = { clientId, unitId, userId };
  await world.drained();
  const keep = async (name: string, make: Promise<Worker>): Promise<void> => {
    workers.set(name, { worker: await make, headers: {} });
  };
  for (const role of everyRole) {
    await keep(`in the unit: ${role}`, world.worker(role, everything([unitId])));
    await keep(`in another unit: ${role}`, world.worker(role, everything([world.units.adults])));
    await keep(`elsewhere: ${role}`, world.worker(role, everything([unitId], world.otherController)));
  }
  for (const role of new Set(named.map(([, route]) => oneRole(route)))) {
    for (const state of NOT_IN_FORCE) workers.set(`${state}: ${role}`, await inState(made, role, state));
  }
  expect((await recorder.call('GET', `/v1/clients/${clientId}`)).status).toBe(200);
  before = await ours();
});

/** What the controller has stored. */
const ours = async (): Promise<unknown[]> =>
  (await dumpOf(world.services, 'records')).filter(({ pk }) => !String(pk).includes(world.otherController));

describe.each(named)('%s', (_, route) => {
  const { action, event } = route;
  const notItsRoles = everyRole.filter((role) => !action.roles.includes(role));

  test('is refused to every job role that its action does not name [U-9.5, U-9.7, U-11.11]', async () => {
    for (const role of notItsRoles) await refused(by(`in the unit: ${role}`), route, TOLD.none);
  });

  test('is refused without a grant, while it is proposed, before it begins, after it ran out or was ended, to who has left and to an ended session', async () => {
    for (const state of NOT_IN_FORCE) {
      await refused(by(`${state}: ${oneRole(route)}`), route, TOLD[state]);
    }
  });

  if (action.tie === 'client') {
    test('is refused to a worker of its role whom nothing ties to the client [U-9.4, J-5.2, L-9.9]', async () => {
      await refused(by(`in another unit: ${oneRole(route)}`), route, [403, 'access.noTie']);
    });
  }

  if (action.tie === 'client' || route.path.includes('{clientId}')) {
    test("is not found for another controller's worker, as is a client who does not exist [U-9.6, J-5.5]", async () => {
      const notFound = [404, 'request.notFound'] as const;
      await refused(by(`elsewhere: ${oneRole(route)}`), route, notFound);
      await refused(by(`in the unit: ${oneRole(route)}`), route, notFound, about(route, NOBODY));
    });
  } else {
    test("tells another controller's worker nothing of ours, by whatever id it is asked", async () => {
      const headers = { 'user-agent': `elsewhere ${event}` };
      const told = await ask(by(`elsewhere: ${oneRole(route)}`).worker, route, about(route), { headers });
      expect(told.status).toBeLessThan(500);
      expect(told.body).not.toMatch(/Salattu|Kaisa Keksitty/);
    });
  }
});

describe('all these refusals', () => {
  test('left a line each, which says who tried what and why it was refused', async () => {
    const byRequest = Map.groupBy(await linesOf(world.services), (line) => line.requestId);
    const found = owed.map(({ requestId }) =>
      (byRequest.get(requestId) ?? []).map(({ eventName, outcome, userIdentity }) => ({
        requestId,
        eventName,
        code: outcome.code,
        userId: userIdentity.userId,
      })),
    );
    expect(owed.length).toBeGreaterThan(named.length * 15);
    expect(found).toEqual(owed.map((one) => [one]));
  });

  test("and another controller's worker leaves lines in the own log alone", async () => {
    const lines = (await linesOf(world.services)).filter(({ userAgent }) =>
      userAgent.startsWith('elsewhere '),
    );
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter(({ controller }) => controller !== world.otherController)).toEqual([]);
    expect(lines.filter(({ clients }) => clients.some((one) => one === ids.clientId))).toEqual([]);
  });

  test('looked alike outside, whatever was asked and whatever there is', () => {
    const sizes = Object.fromEntries([...answers].map(([code, told]) => [code, told.size]));
    expect(sizes).toEqual({
      'access.noTie': 1,
      'access.notAllowed': 1,
      'access.notSignedIn': 1,
      'request.notFound': 1,
    });
  });

  test('changed nothing', async () => {
    expect(await ours()).toEqual(before);
  });
});
