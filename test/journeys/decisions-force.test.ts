import { expect, test } from 'vitest';
import { counted } from '../support/counted.ts';
import { actOn, concernedIn } from '../support/decisions.ts';
import { factsOf } from '../support/facts.ts';
import { betweenStore, named } from '../support/faults.ts';
import { done } from '../support/matters.ts';
import type { Worker, World } from '../support/world.ts';
import { issuedDecision } from '../support/world-of-decisions.ts';

/** Lainvoima: which decisions can be confirmed, and what goes with the confirming. */

const DAY = 24 * 60;

const unitList = (world: World, list = 'ripe') =>
  `/v1/decisions/units/${world.units.families}/force?list=${list}`;
const OWN = '/v1/decisions/worklist/force';
const counts = (ripe: number, coming: number) => ({
  ripe: { count: ripe, more: false },
  coming: { count: coming, more: false },
});

test('a decision is listed by the day its legal force is expected, coming and then ripe, until it is confirmed', async () => {
  const { world, preparer, decider, clientId, at, concernedId } = await issuedDecision();
  // Nobody was served: no time has an end.
  expect(done(await decider.call('GET', OWN))).toEqual({ decisions: [], counts: counts(0, 0) });
  done(await actOn(preparer, at, 'services', { concernedId, way: 'letter' }));

  // Sent on 24 November, presumed to arrive on 1 December; the last day is 31 December.
  world.clock.advance(36 * DAY);
  const row = { clientId, state: 'issued', forceExpected: '2027-01-01' };
  expect(done(await preparer.call('GET', unitList(world, 'coming')))).toMatchObject({
    decisions: [row],
    counts: counts(0, 1),
  });
  expect(done(await preparer.call('GET', unitList(world)))).toMatchObject({ decisions: [] });

  world.clock.advance(2 * DAY);
  expect(done(await preparer.call('GET', unitList(world)))).toMatchObject({
    decisions: [row],
    counts: counts(1, 0),
  });
  expect(done(await decider.call('GET', OWN))).toMatchObject({ decisions: [row], counts: counts(1, 0) });
  // One’s own are those one has decided, and the preparer has decided nothing.
  expect(done(await preparer.call('GET', OWN))).toMatchObject({ decisions: [] });
  const elsewhere = await world.worker('arranging', { unitIds: [world.units.adults] });
  expect(await elsewhere.call('GET', unitList(world))).toMatchObject({ status: 403 });
  const { cost } = await counted(world.services, world.controller).costOf(() =>
    preparer.call('GET', unitList(world)),
  );
  expect(cost.calls['Query']).toBe(3);
  expect(cost.rounds).toBeLessThanOrEqual(3);

  done(await actOn(preparer, at, 'force'));
  expect(done(await decider.call('GET', OWN))).toEqual({ decisions: [], counts: counts(0, 0) });
});

test('a pending review takes the decision off the list, and its result served puts it there by the later day', async () => {
  const { world, preparer, decider, at, concernedId } = await issuedDecision();
  done(await actOn(preparer, at, 'services', { concernedId, way: 'letter' }));
  world.clock.advance(36 * DAY);
  const coming = async () => done(await decider.call('GET', `${OWN}?list=coming`))['decisions'];
  expect(await coming()).toHaveLength(1);
  const { reviewId } = done(await actOn(preparer, at, 'reviews', { concernedId, arrivedOn: '2026-12-30' }));
  expect(await coming()).toEqual([]);
  const result = { outcome: 'upheld', on: '2026-12-30', words: 'Ei uusia perusteita.' };
  done(await actOn(preparer, at, `reviews/${String(reviewId)}/handle`, result));
  expect(await coming()).toEqual([]);
  done(await actOn(preparer, at, `reviews/${String(reviewId)}/served`, { servedOn: '2026-12-30' }));
  world.clock.advance(28 * DAY);
  expect(await coming()).toMatchObject([{ forceExpected: '2027-01-30' }]);
});

/** Persons of the network who speak for the client, each with a right of appeal. */
const guardians = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    roles: ['guardian'],
    from: '2026-01-01',
    powers: 'Kaikki asiat',
    person: { name: { family: 'Edustaja', given: `Eeva${'abcdefgh'.charAt(nth)}` } },
  }));

/** A decision sent by letter to so many, whose times are over. */
async function timesOverFor(recipients: number) {
  const made = await issuedDecision({}, { relations: guardians(recipients - 1) });
  const { world, preparer, at } = made;
  const concerned = await concernedIn(preparer, at);
  expect(concerned).toHaveLength(recipients);
  for (const { concernedId } of concerned) {
    done(await actOn(preparer, at, 'services', { concernedId, way: 'letter' }));
  }
  world.clock.advance(20 * DAY);
  return { ...made, world, concerned };
}

/** Runs something and tells how many items each of its commits had; from `failing` on they do not reach the store. */
async function commitsOf(world: World, run: () => Promise<unknown>, failing = Number.POSITIVE_INFINITY) {
  const sizes: number[] = [];
  const between = betweenStore(world.services, (call) => {
    if (call.name !== 'TransactWriteCommand') return call.send();
    sizes.push(call.tables.length);
    if (sizes.length >= failing) throw named('ServiceUnavailable');
    return call.send();
  });
  await run();
  between.mend();
  return sizes;
}

const copiesIn = async (worker: Worker, at: string) => done(await worker.call('GET', at))['services'];

test('what goes with legal force fills one commit to its last place, and one thing more goes before it', async () => {
  // Six copies, of one of which no time runs any more: eleven things of two changes each, the decision, the figure, the line.
  const full = await timesOverFor(6);
  const [{ concernedId } = { concernedId: '' }] = full.concerned;
  const { reviewId } = done(
    await actOn(full.preparer, full.at, 'reviews', { concernedId, arrivedOn: '2026-12-14' }),
  );
  const withdrawn = { outcome: 'withdrawn', on: '2026-12-14', words: 'Perui vaatimuksensa.' };
  done(await actOn(full.preparer, full.at, `reviews/${String(reviewId)}/handle`, withdrawn));
  full.world.clock.advance(20 * DAY);
  expect(await commitsOf(full.world, () => actOn(full.preparer, full.at, 'force'))).toEqual([25]);

  const over = await timesOverFor(6);
  over.world.clock.advance(20 * DAY);
  expect(await commitsOf(over.world, () => actOn(over.preparer, over.at, 'force'))).toEqual([4, 25]);
  for (const { preparer, at } of [full, over]) {
    expect(done(await preparer.call('GET', at))).toMatchObject({
      state: 'legalForce',
      force: { on: '2027-01-01' },
    });
    expect(await copiesIn(preparer, at)).toHaveLength(6);
  }
});

test('of eight recipients, a confirming cut short shows the decision as it was, and done again it is whole', async () => {
  const { world, preparer, decider, at } = await timesOverFor(8);
  world.clock.advance(20 * DAY);
  const before = done(await preparer.call('GET', at));
  const told: number[] = [];
  const cut = async () => told.push((await actOn(preparer, at, 'force')).status);
  expect(await commitsOf(world, cut, 2)).toHaveLength(2);
  expect(told[0]).toBeGreaterThanOrEqual(500);
  // The same version, state, copies and days; and it still waits to be confirmed.
  expect(done(await preparer.call('GET', at))).toEqual(before);
  expect(done(await decider.call('GET', OWN))['decisions']).toMatchObject([{ state: 'issued' }]);
  expect(await factsOf(world, '2027-01')).toEqual([]);

  done(await actOn(preparer, at, 'force'));
  expect(done(await preparer.call('GET', at))).toMatchObject({
    state: 'legalForce',
    force: { on: '2027-01-01' },
  });
  expect(await copiesIn(preparer, at)).toHaveLength(8);
  expect((await factsOf(world, '2027-01')).filter(({ kind }) => kind === 'decisionInForce')).toHaveLength(1);
  expect(done(await decider.call('GET', OWN))['decisions']).toEqual([]);
});
