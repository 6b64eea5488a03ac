import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import type { FactKind } from '../../shared/statistics-fact.ts';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { reportAsked } from '../support/custody-reports.ts';
import { workerInPost } from '../support/decisions.ts';
import { childsMatter, issuedBy, proposed } from '../support/decisions-of-child.ts';
import { storedFactsOf } from '../support/facts.ts';
import { done } from '../support/matters.ts';
import { inventedCode, text } from '../support/people.ts';
import { transferred } from '../support/transferred.ts';
import { testWorld, type World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. What is done after a transfer is done in the unit that has the case. */

const unitsOf = async (world: World, ...kinds: FactKind[]): Promise<[string, string][]> => {
  const names = new Map(Object.entries(world.units).map(([name, unitId]) => [unitId, name]));
  const facts = await storedFactsOf(world, '2026-11');
  return kinds.flatMap((kind) =>
    facts
      .filter((fact) => fact.kind === kind)
      .map(({ unitId }): [string, string] => [kind, (unitId && names.get(unitId)) ?? '']),
  );
};

test('an assessment that was begun in one unit and is ready in another is counted in each, and the child becomes a client of the second', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const { clientId, caseId, told } = await begun(world, worker);
  const receiver = await transferred(world, { worker, clientId, caseId });
  const draft = await draftOf(receiver, clientId, caseId);
  const end = { ...draft, result: 'childWelfareClient', specialSupport: true };
  const at = `${AT(clientId)}/${text(told, 'assessmentId')}/finish`;
  const finished = await receiver.call('POST', at, { version: 1, body: end });
  expect(finished.status, finished.body).toBe(200);
  expect(await unitsOf(world, 'assessmentBegun', 'assessmentReady', 'relationshipStarted')).toEqual([
    ['assessmentBegun', 'families'],
    ['assessmentReady', 'adults'],
    ['relationshipStarted', 'adults'],
  ]);
  expect((await receiver.call('GET', `/v1/clients/${clientId}`)).json).toMatchObject({
    relationship: { responsibleUnitId: world.units.adults, ownWorkerId: receiver.userId },
  });
});

test('a service that began in one unit is given and ended in the unit that has its case', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId);
  const at = await openedService(worker, clientId, caseId);
  done(await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-24' }));
  const receiver = await transferred(world, { worker, clientId, caseId });
  const body = { on: '2026-11-24', hundredths: 100, unit: 'visits' };
  done(await receiver.call('POST', `${at}/deliveries`, { body }));
  done(await actOnService(receiver, at, 'end', 2, { endedOn: '2026-11-24', endGround: 'goalsReached' }));
  expect(await unitsOf(world, 'serviceOpened', 'serviceStarted', 'serviceDelivered', 'serviceEnded')).toEqual(
    [
      ['serviceOpened', 'families'],
      ['serviceStarted', 'families'],
      ['serviceDelivered', 'adults'],
      ['serviceEnded', 'adults'],
    ],
  );
});

test('a decision that was prepared in one unit is given by the unit that has the case', async () => {
  const of = await childsMatter({ '11002': 'official' });
  const at = await proposed(of, { kind: '11002' });
  await transferred(of.world, { ...of, workers: [of.decider] });
  done(await issuedBy(of, at));
  expect(await unitsOf(of.world, 'decisionIssued')).toEqual([['decisionIssued', 'adults']]);
});

test('a report that a court asked one unit for is ended in the unit that has the case', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const clientId = await newClient(world, worker, { code: inventedCode(LocalDate.parse('2016-03-24')) });
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['familyLaw'] });
  const report = await reportAsked({ worker, clientId, caseId });
  const receiver = await transferred(world, { worker, clientId, caseId });
  done(await receiver.call('POST', `${report}/end`, { version: 1, body: { ground: 'courtWithdrew' } }));
  expect(await unitsOf(world, 'custodyReportRequested', 'custodyReportEnded')).toEqual([
    ['custodyReportRequested', 'families'],
    ['custodyReportEnded', 'adults'],
  ]);
});
