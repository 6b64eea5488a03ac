import { expect, test } from 'vitest';
import * as z from 'zod';
import { actOnService, openedService } from '../support/client-services.ts';
import { actOn } from '../support/decisions.ts';
import { issued, issuedBy, proposed } from '../support/decisions-of-child.ts';
import { factsOf } from '../support/facts.ts';
import { done } from '../support/matters.ts';
import { compared } from '../support/rebuilt.ts';
import type { World } from '../support/world.ts';
import { issuedDecision } from '../support/world-of-decisions.ts';

/** A decision made in place of another: never two of them stand, and no service rests on what does not. */

const DAY = 24 * 60;
const YEAR = { from: '2026-11-24', to: '2027-11-30' };

/** A decision in force with a service that is given by it. */
async function withService() {
  const made = await issuedDecision({ validity: YEAR });
  const { preparer, decider, clientId, caseId, at } = made;
  const decisionId = String(at.split('/').at(-1));
  const service = await openedService(preparer, clientId, caseId, {
    serviceTask: 'workingAge',
    socialService: 'socialGuidance',
    basis: { kind: 'decision', decisionId },
    validFrom: '2026-11-24',
  });
  done(await actOnService(preparer, service, 'start', 1, { startedOn: '2026-11-24' }));
  const of = { ...made, worker: preparer, decider };
  return { ...of, decisionId, service, serviceId: String(service.split('/').at(-1)) };
}

const REPLACING = { kind: '11052', serviceTask: 'workingAge' } as const;
const replacing = (of: Awaited<ReturnType<typeof withService>>, plan: Record<string, unknown>) =>
  issued(of, {
    ...REPLACING,
    plan: { replaces: of.decisionId, socialServices: ['socialGuidance'], ...plan },
  });

const Tasks = z.object({ tasks: z.array(z.looseObject({ kind: z.string() })) });
const tasksOf = async ({ preparer }: Awaited<ReturnType<typeof withService>>) =>
  Tasks.parse(done(await preparer.call('GET', '/v1/tasks/own'))).tasks;
const basisOf = async ({ preparer, clientId }: Awaited<ReturnType<typeof withService>>) =>
  done(await preparer.call('GET', `/v1/services/clients/${clientId}/services`))['services'];

test('a review that changes the decision is followed by another in its place, and the service goes on by that one', async () => {
  const of = await withService();
  const { world, preparer, at, concernedId, decisionId, serviceId } = of;
  done(await actOn(preparer, at, 'services', { concernedId, way: 'letter' }));
  world.clock.advance(20 * DAY);
  const { reviewId } = done(await actOn(preparer, at, 'reviews', { concernedId, arrivedOn: '2026-12-14' }));
  const changed = { outcome: 'changed', on: '2026-12-14', words: 'Tuntimäärä nostetaan.' };
  done(await actOn(preparer, at, `reviews/${String(reviewId)}/handle`, changed));
  const next = await replacing(of, { validity: { from: '2026-12-14', to: '2027-11-30' } });
  const nextId = next.split('/').at(-1);

  expect(done(await preparer.call('GET', at))).toMatchObject({
    state: 'revoked',
    end: { ground: 'newDecision', on: '2026-12-14' },
    replacedBy: nextId,
  });
  const all = `/v1/decisions/clients/${of.clientId}/decisions`;
  expect(done(await preparer.call('GET', all))['decisions']).toMatchObject([
    { decisionId: nextId, state: 'issued' },
  ]);
  // Two were made in one matter, and one of them counts.
  const counted = [...(await factsOf(world, '2026-11')), ...(await factsOf(world, '2026-12'))]
    .filter(({ kind }) => kind === 'decisionIssued')
    .map(({ on, undoes }) => [on, undoes]);
  expect(counted).toHaveLength(3);
  expect(counted).toContainEqual(['2026-11-24', true]);
  expect(await basisOf(of)).toMatchObject([
    { clientServiceId: serviceId, state: 'underWay', basis: { kind: 'decision', decisionId: nextId } },
  ]);
  expect(await tasksOf(of)).toEqual([]);
  // Nothing is asked any more of the one that was removed.
  const { deadlines } = z
    .object({
      deadlines: z.array(z.looseObject({ subject: z.object({ kind: z.string(), id: z.string() }) })),
    })
    .parse(done(await preparer.call('GET', `/v1/deadlines/clients/${of.clientId}`)));
  expect(deadlines.filter(({ subject }) => subject.id === decisionId)).toEqual([]);
});

test('a service that the new decision does not carry is told of, and is a task of whoever answers for the case', async () => {
  const of = await withService();
  const { decisionId, serviceId } = of;
  // Of another service: the guidance that is given rests on nothing any more.
  const at = await proposed(of, {
    ...REPLACING,
    plan: { replaces: decisionId, socialServices: ['socialRehabilitation'], validity: YEAR },
  });
  expect(done(await issuedBy(of, at))['findings']).toContain(`decision.serviceRests:${serviceId}`);
  const task = { kind: 'servicesWithoutDecision', subject: { kind: 'decision', id: decisionId }, count: 1 };
  expect(await tasksOf(of)).toMatchObject([task]);
  expect(await basisOf(of)).toMatchObject([{ clientServiceId: serviceId, basis: { decisionId } }]);
});

test('of a decision that was removed before another is made, the service waits as a task and then follows the new one', async () => {
  const of = await withService();
  const told = await actOn(of.decider, of.at, 'revoke', { ground: 'factualError', words: 'Tulot väärin.' });
  expect(done(told)['findings']).toEqual([`decision.serviceRests:${of.serviceId}`]);
  expect(await tasksOf(of)).toMatchObject([{ kind: 'servicesWithoutDecision' }]);
  const anew = await replacing(of, { validity: YEAR });
  expect(await basisOf(of)).toMatchObject([{ basis: { decisionId: anew.split('/').at(-1) } }]);
  expect(await tasksOf(of)).toEqual([]);
  // What has been replaced is not replaced once more by what was prepared beside it.
  const replacedBy = anew.split('/').at(-1);
  expect(done(await of.preparer.call('GET', of.at))).toMatchObject({ state: 'revoked', replacedBy });
  const second = await proposed(of, { ...REPLACING, plan: { replaces: of.decisionId, validity: YEAR } });
  expect(await issuedBy(of, second)).toMatchObject({
    status: 409,
    json: { code: 'decision.replacedAlready', details: { by: replacedBy } },
  });
});

test('of a matter that was decided anew one decision is counted, by whichever route the first was removed; what a court annulled was given', async () => {
  const words = 'Päätös korvataan uudella.';
  const issuedIn = async (world: World) =>
    (await factsOf(world, '2026-11'))
      .filter(({ kind }) => kind === 'decisionIssued')
      .map(({ undoes }) => undoes);
  for (const ground of ['newDecision', 'changedOnReview', 'annulledByCourt']) {
    const of = await withService();
    done(await actOn(of.decider, of.at, 'revoke', { ground, words }));
    const isTakenBack = ground === 'newDecision';
    expect(await issuedIn(of.world), ground).toEqual(isTakenBack ? [undefined, true] : [undefined]);
    // Once it is replaced it is counted no more, and taken back once.
    if (ground !== 'annulledByCourt') {
      await replacing(of, { validity: YEAR });
      expect(
        (await issuedIn(of.world)).toSorted((a, b) => Number(a) - Number(b)),
        ground,
      ).toEqual([true, undefined, undefined]);
    }
    expect(await compared(of.world)).toMatchObject({ missing: 0, left: 0, differing: 0 });
  }
  // What stands in its place is named at once.
  const of = await withService();
  const other = await issued(of, {
    ...REPLACING,
    plan: { socialServices: ['socialGuidance'], validity: YEAR },
  });
  const replacedBy = other.split('/').at(-1);
  done(await actOn(of.decider, of.at, 'revoke', { ground: 'changedOnReview', words, replacedBy }));
  expect((await issuedIn(of.world)).toSorted((a, b) => Number(a) - Number(b))).toEqual([
    true,
    undefined,
    undefined,
  ]);
});
