import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { FactKind } from '../../shared/statistics-fact.ts';
import { actOn as actOnAppointment, booked } from '../support/appointments.ts';
import { AT, draftOf } from '../support/assessments.ts';
import { anEntry } from '../support/case-notes.ts';
import { act } from '../support/cases.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { childWelfareCase, close, planned, siblings } from '../support/closing.ts';
import { actOn, workerInPost } from '../support/decisions.ts';
import { aDraft, documentsAt, finished } from '../support/documents.ts';
import { actOn as actOnMatter, inFileAt } from '../support/intake.ts';
import { done } from '../support/matters.ts';
import { changedTo, text } from '../support/people.ts';
import { rebuiltFromNothing } from '../support/rebuilt.ts';
import { OF } from '../support/rebuilt-kinds.ts';
import { CASE, onSiblings } from '../support/siblings.ts';
import { testWorld } from '../support/world.ts';
import { issuedDecision } from '../support/world-of-decisions.ts';

/** It is Tuesday 24 November 2026. All facts of a controller are lost and made anew from its register, kind by kind. */

const DAY = 24 * 60;
const WITHDRAWN = { reason: 'notNeeded' };

const REASON = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Kirjattiin väärin.' };

test('of every kind of fact it is shown that it can be made anew', () => {
  expect([...new Set(Object.values(OF).flat())].toSorted()).toEqual(FactKind.options.toSorted());
});

test('of the file and the case: what was written, agreed, planned and met, corrected and taken back', async () => {
  const of = await childWelfareCase();
  const { world, worker, clientId, caseId } = of;
  const notes = `/v1/case-notes/clients/${clientId}/notes`;
  for (const what of ['correct', 'remove']) {
    const noteId = text(await worker.call('POST', notes, { body: anEntry() }), 'noteId');
    const { client: _client, ...entry } = anEntry({}, { text: 'Toisin.' }) as Record<string, unknown>;
    const body = what === 'correct' ? { entry, reason: REASON } : { reason: REASON };
    done(await worker.call('POST', `${notes}/${noteId}/${what}`, { version: 1, body }));
  }
  const documentId = await finished(worker, clientId, aDraft());
  done(
    await worker.call('POST', `${documentsAt(clientId)}/${documentId}/remove`, {
      version: 1,
      body: { reason: { ...REASON, ground: 'unnecessary' } },
    }),
  );
  await planned(of, clientId);
  const planId = await planned(of, clientId);
  const plan = `/v1/plans/clients/${clientId}/plans/${planId}`;
  done(await worker.call('POST', `${plan}/review`, { version: 1, body: { reviewedOn: '2026-11-24' } }));
  const [kept, missed, cancelled] = [
    await booked(world, worker, clientId, {}),
    await booked(world, worker, clientId, {
      startsAt: '2026-11-25T10:00:00.000Z',
      endsAt: '2026-11-25T11:00:00.000Z',
    }),
    await booked(world, worker, clientId, {
      startsAt: '2026-11-26T10:00:00.000Z',
      endsAt: '2026-11-26T11:00:00.000Z',
    }),
  ];
  const why = { cancelledBy: 'client', reason: 'clientIll' };
  done(await actOnAppointment(worker, clientId, cancelled, 'cancel', why));
  world.clock.set(Instant.parse('2026-11-25T15:00:00.000Z'));
  done(await actOnAppointment(worker, clientId, kept, 'keep'));
  done(await actOnAppointment(worker, clientId, missed, 'miss'));
  done(await close(of, { closedOn: '2026-11-25' }));
  done(await act(worker, clientId, caseId, 'reopen'));
  done(await close(of, { closedOn: '2026-11-25' }));
  const end = { endedOn: '2026-11-25', ground: 'needEnded' };
  done(await changedTo(worker, clientId, '/relationship/end', end));
  expect(await rebuiltFromNothing(world)).toEqual(OF.file);
});

test('of a case of several children what was counted once is made anew once', async () => {
  const of = await siblings(2);
  const { world, clientId, others } = of;
  const [other = clientId] = others;
  await booked(world, of.worker, other, { otherClientIds: [clientId], caseId: of.caseId });
  done(await close({ ...of, clientId: other }, { appointments: WITHDRAWN }));
  expect(await rebuiltFromNothing(world)).toEqual([
    'appointmentBooked',
    'appointmentCancelled',
    'caseClosed',
    'caseOpened',
    'clientCreated',
    'relationshipStarted',
  ]);
});

test('of what arrived and was assessed', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const { matterId, aino, eino } = await onSiblings(world, worker);
  const openedFor = async (clientId: string) =>
    text(await actOnMatter(worker, inFileAt(clientId, matterId), '/open-case', CASE(world)), 'caseId');
  const caseId = await openedFor(aino);
  const begun = { caseId, responsibleWorkerId: worker.userId };
  const assessmentId = text(await worker.call('POST', AT(aino), { body: begun }), 'assessmentId');
  const finish = {
    ...(await draftOf(worker, aino, caseId)),
    result: 'childWelfareClient',
    specialSupport: true,
  };
  done(await worker.call('POST', `${AT(aino)}/${assessmentId}/finish`, { version: 1, body: finish }));
  const needless = { caseId: await openedFor(eino), clientsWish: 'doesNotWant', grounds: 'Ei tarvetta.' };
  done(await worker.call('POST', `/v1/assessments/clients/${eino}/not-made`, { body: needless }));
  expect(await rebuiltFromNothing(world)).toEqual(
    [...OF.intake, 'caseOpened', 'clientCreated', 'documentFinalised', 'relationshipStarted'].toSorted(),
  );
});

test('of a decision that was begun and is fulfilled', async () => {
  const { world, preparer, at } = await issuedDecision({ validity: { from: '2026-11-24' } });
  done(await actOn(preparer, at, 'begin', { on: '2026-11-24' }));
  done(await actOn(preparer, at, 'end', { ground: 'fulfilled', on: '2026-11-24' }));
  expect(await rebuiltFromNothing(world)).toEqual(expect.arrayContaining(OF.begun));
});

test('of what was decided, carried out, and asked to be looked at again', async () => {
  const made = await issuedDecision({ validity: { from: '2026-11-24', to: '2027-11-30' } });
  const { world, preparer, decider, clientId, caseId, at, concernedId } = made;
  const basis = { kind: 'decision', decisionId: at.split('/').at(-1) };
  const granted = {
    serviceTask: 'workingAge',
    socialService: 'socialGuidance',
    basis,
    validFrom: '2026-11-24',
  };
  const service = await openedService(preparer, clientId, caseId, granted);
  done(await actOnService(preparer, service, 'start', 1, { startedOn: '2026-11-24' }));
  for (const unit of ['visits', 'days']) {
    const delivered = { on: '2026-11-24', hundredths: 200, unit };
    const { deliveryId } = done(await preparer.call('POST', `${service}/deliveries`, { body: delivered }));
    if (unit === 'days')
      done(await preparer.call('POST', `${service}/deliveries/${String(deliveryId)}/cancel`, { version: 1 }));
  }
  done(await actOnService(preparer, service, 'evaluate', 2, { on: '2026-11-24', result: 'partlyReached' }));
  done(await actOnService(preparer, service, 'end', 3, { endedOn: '2026-11-24', endGround: 'needEnded' }));
  const refunds = `/v1/services/clients/${clientId}/refunds`;
  const marked = { ground: 'integration', content: { municipality: '186' } };
  for (const [from, ground] of [
    ['2026-11-02', 'moved'],
    ['2026-11-24', 'markedInError'],
  ]) {
    const { refundMarkId } = done(await preparer.call('POST', refunds, { body: { ...marked, from } }));
    const end = { version: 1, body: { on: '2026-11-24', ground } };
    done(await preparer.call('POST', `${refunds}/${String(refundMarkId)}/end`, end));
  }
  const copy = { concernedId, way: 'verifiableLetter' };
  const { serviceId } = done(await actOn(preparer, at, 'services', copy));
  world.clock.advance(2 * DAY);
  done(await actOn(preparer, at, `services/${String(serviceId)}/served`, { servedOn: '2026-11-26' }));
  const { reviewId } = done(await actOn(preparer, at, 'reviews', { concernedId, arrivedOn: '2026-11-26' }));
  const upheld = { outcome: 'upheld', on: '2026-11-26', words: 'Ei uusia perusteita.' };
  done(await actOn(preparer, at, `reviews/${String(reviewId)}/handle`, upheld));
  done(await actOn(preparer, at, `reviews/${String(reviewId)}/served`, { servedOn: '2026-11-26' }));
  world.clock.advance(40 * DAY);
  done(await actOn(preparer, at, 'force'));
  done(await actOn(decider, at, 'revoke', { ground: 'factualError', words: 'Tulot väärin.' }));
  expect(await rebuiltFromNothing(world)).toEqual(
    [
      ...OF.decisions,
      ...OF.services,
      'caseOpened',
      'clientCreated',
      'decisionBegun',
      'documentFinalised',
      'relationshipStarted',
    ].toSorted(),
  );
});
