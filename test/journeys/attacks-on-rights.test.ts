import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient as clientNamed } from '../support/case-notes.ts';
import { ask, everyRoute, everything, filled } from '../support/every-route.ts';
import { given } from '../support/grant-states.ts';
import {
  decide,
  grantFor,
  newPost,
  newUnit,
  newUser,
  organisation,
  propose,
  proposedOf,
} from '../support/organisation.ts';
import { personBody, text } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** Ways to more than one was given: each is tried as whoever would gain by it. */

let made: Awaited<ReturnType<typeof organisation>>;
let world: World;
beforeAll(async () => {
  made = await organisation(await testWorld());
  ({ world } = made);
});

const NAMES = ['Aamu', 'Ilta', 'Kesä', 'Syys', 'Talvi', 'Kevät', 'Yö', 'Päivä', 'Halla'];
let named = 0;
/** Somebody whom no other is like: a namesake would be asked about. */
function newClient(worker: Worker): Promise<ClientId> {
  named += 1;
  return clientNamed(world, worker, { name: `Uhri${NAMES[named]?.toLowerCase()} ${NAMES[named]}` });
}

const opens = async (worker: Worker, clientId: string): Promise<number> =>
  (await worker.call('GET', `/v1/clients/${clientId}`)).status;

describe('more rights by one’s own hand', () => {
  test('a supervisor gains nothing by oneself: not proposed, not over another unit, not by moving the post', async () => {
    const { mainUser, unitId } = made;
    const { userId, worker } = await given(made, 'supervisor', { serviceTasks: [] });
    const elsewhere = await newUnit(mainUser, 'Aikuissosiaalityö');
    expect((await propose(worker, userId, grantFor(unitId))).json).toMatchObject({ code: 'grant.own' });
    const straw = await newUser(mainUser, made.postId, 'Olli Olkinukke');
    for (const more of [{ unitIds: [elsewhere] }, { unitIds: [unitId, elsewhere] }]) {
      expect((await propose(worker, straw, grantFor(unitId, more))).json).toMatchObject({
        code: 'grant.notValid',
        findings: [{ rule: 'grant.unitSupervised' }],
      });
    }
    const body = { name: 'Olli Olkinukke', postId: await newPost(mainUser, elsewhere) };
    const moved = await worker.call('PUT', `/v1/access-rights/users/${userId}`, { version: 1, body });
    expect(moved.json).toMatchObject({ status: 403, code: 'access.notAllowed' });
  });

  test('a main user gives only what another has proposed: neither to oneself nor what one proposed as supervisor', async () => {
    const { mainUser, supervisor, unitId, postId } = made;
    const { userId, worker } = await given(made, 'mainUser', { serviceTasks: [] });
    const own = proposedOf(await propose(supervisor, userId, grantFor(unitId, { role: 'supervisor' })));
    expect((await decide(worker, userId, own, 'grant', 1)).json).toMatchObject({ code: 'grant.own' });
    await decide(mainUser, userId, own, 'grant', 1);
    const straw = await newUser(mainUser, postId, 'Olli Olkinukke');
    const proposal = proposedOf(await propose(worker, straw, grantFor(unitId)));
    expect((await decide(worker, straw, proposal, 'grant', 1)).json).toMatchObject({
      code: 'grant.ownProposal',
    });
  });

  test('a body that says who proposed, who gave, or that it is in force, is refused for saying so', async () => {
    const { supervisor, unitId, userId } = made;
    for (const more of [{ state: 'inForce' }, { proposedBy: supervisor.userId }, { grantId: unitId }]) {
      expect((await propose(supervisor, userId, grantFor(unitId, more))).json).toMatchObject({
        status: 400,
        code: 'request.invalid',
      });
    }
  });
});

describe('deputies in a ring', () => {
  test('each sees what the next one answers for, and nothing of the one after', async () => {
    const range = { from: LocalDate.parse('2026-11-24'), to: LocalDate.parse('2026-11-30') };
    const own = await Promise.all([0, 1, 2].map(() => world.worker('broadResponsibility')));
    const clients = await Promise.all(own.map((worker) => newClient(worker)));
    const ring = await Promise.all(
      own.map((_, place) => {
        const next = own[(place + 1) % own.length];
        if (next === undefined) throw new Error('A ring has a next.');
        return world.worker('broadResponsibility', { unitIds: [], deputyFor: next.userId, range });
      }),
    );
    const seen = await Promise.all(
      ring.map((worker) => Promise.all(clients.map((clientId) => opens(worker, clientId)))),
    );
    expect(seen).toEqual([
      [403, 200, 403],
      [403, 403, 200],
      [200, 403, 403],
    ]);
    // A deputy of the deputy stands in for whom the deputy is, not for whom the deputy stands in.
    const [first] = ring;
    const chained = await world.worker('broadResponsibility', {
      unitIds: [],
      range,
      ...(first === undefined ? {} : { deputyFor: first.userId }),
    });
    expect(await Promise.all(clients.map((clientId) => opens(chained, clientId)))).toEqual([403, 403, 403]);
  });

  test('a ring over the API is made of single proposals, each with its last day, and nobody deputises for oneself', async () => {
    const { supervisor, mainUser, unitId } = made;
    const [one, other] = [await given(made, 'broadResponsibility'), await given(made, 'broadResponsibility')];
    const term = { from: '2026-11-24', to: '2026-11-30' };
    for (const [deputy, principal] of [
      [one, other],
      [other, one],
    ] as const) {
      const content = grantFor(unitId, { unitIds: [], deputyFor: principal.userId, range: term });
      const grantId = proposedOf(await propose(supervisor, deputy.userId, content));
      expect((await decide(deputy.worker, deputy.userId, grantId, 'grant', 1)).status).toBe(403);
      expect((await decide(mainUser, deputy.userId, grantId, 'grant', 1)).status).toBe(200);
    }
    const oneself = grantFor(unitId, { deputyFor: one.userId, range: term });
    expect((await propose(supervisor, one.userId, oneself)).json).toMatchObject({
      findings: [{ rule: 'grant.deputyOfAnother' }],
    });
  });
});

describe('changing units', () => {
  test('whoever moves to another post leaves every right behind, openings without a tie too, and does not get them back by moving back', async () => {
    const { mainUser, unitId, postId } = made;
    const elsewhere = await newUnit(mainUser, 'Vammaispalvelut');
    const { userId, worker } = await given(made, 'broadResponsibility');
    const recorded = await worker.call('POST', '/v1/clients', {
      body: personBody(
        world,
        { name: { family: 'Muuttaja', given: 'Mauri' }, birthDate: '1980-01-01' },
        { unitId },
      ),
    });
    const clientId = text(recorded, 'clientId');
    const stranger = await newClient(await world.worker('broadResponsibility'));
    const opening = { clientId: stranger, reason: { code: 'urgentNeed', words: 'Asiakas tuli ovelle.' } };
    expect((await worker.call('POST', '/v1/access-rights/openings', { body: opening })).status).toBe(201);
    expect([await opens(worker, clientId), await opens(worker, stranger)]).toEqual([200, 200]);
    const move = async (to: string, version: number): Promise<void> => {
      const told = await mainUser.call('PUT', `/v1/access-rights/users/${userId}`, {
        version,
        body: { name: 'Mauri Muuttaja', postId: to },
      });
      expect(told.status).toBe(200);
    };
    world.clock.advance(1);
    await move(await newPost(mainUser, elsewhere), 1);
    expect([await opens(worker, clientId), await opens(worker, stranger)]).toEqual([403, 403]);
    await move(postId, 2);
    expect([await opens(worker, clientId), await opens(worker, stranger)]).toEqual([403, 403]);
    world.clock.advance(1);
    const again = proposedOf(await propose(made.supervisor, userId, grantFor(unitId)));
    await decide(mainUser, userId, again, 'grant', 1);
    expect([await opens(worker, clientId), await opens(worker, stranger)]).toEqual([200, 403]);
  });
});

describe('a tie of one’s own making', () => {
  /** Needs a reason, which the supervisor reads: the one way there is. */
  const FOR_A_REASON = new Set(['FileOpenedWithoutTie']);

  test('no route that opens no file lets a stranger open it afterwards, whatever is asked about the client', async () => {
    const clientId = await newClient(await world.worker('broadResponsibility'));
    const stranger = await world.worker('broadResponsibility', everything([world.units.adults]));
    const without = everyRoute.filter(
      ({ action, event }) =>
        action.tie === 'none' && action.roles.includes('broadResponsibility') && !FOR_A_REASON.has(event),
    );
    const { userId } = stranger;
    for (const route of without) {
      const request = filled(route, clientId, { userId, unitId: world.units.adults });
      await ask(stranger, route, request);
    }
    expect(without.length).toBeGreaterThan(50);
    expect(await opens(stranger, clientId)).toBe(403);
  });
});
