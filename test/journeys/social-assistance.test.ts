import { expect, test } from 'vitest';
import * as z from 'zod';
import { CaseId, MatterId } from '../../shared/kernel/id.ts';
import { actOn as actOnAppointment, booked } from '../support/appointments.ts';
import { applied, planOfAssistance } from '../support/assistance.ts';
import { openedCase } from '../support/cases.ts';
import {
  actOn as actOnDecision,
  decisionsOf,
  delegated,
  draftOf,
  prepare,
  workerInPost,
  workingAgeText,
} from '../support/decisions.ts';
import { factsOf } from '../support/facts.ts';
import { actOn, matterAt } from '../support/intake.ts';
import { text } from '../support/people.ts';
import { CASE, matterTimes, timesOf } from '../support/siblings.ts';

const KIND = '11047';

test('an application for social assistance is decided by the 7th working day from its arrival: the decision names it and meets the time, and it is counted', async () => {
  const { world, worker, clientId, matterId, at, assistance } = await applied();
  const decider = await workerInPost(world, 'arranging', { name: 'Leena Laaja' });
  await delegated(world, { kind: KIND, postIds: [decider.postId], roles: [] });
  const opened = await actOn(worker, at, '/open-case', {
    ...CASE(world),
    name: 'Toimeentulotuki',
    responsibleWorkerId: worker.userId,
    workerIds: [decider.userId],
  });
  const caseId = CaseId.parse(text(opened, 'caseId'));
  expect(await assistance()).toMatchObject({ state: 'running', dueOn: '2026-12-03', caseId });
  const { lisatietojen_antaja } = workingAgeText().tyoikaisten_palvelupaatos.paatos;
  const draftId = await draftOf(worker, clientId, {
    caseId,
    kind: KIND,
    version: '2023.9.27',
    content: {
      paatos_taydentavasta_tai_ehkaisevasta_toimeentulotuesta: {
        ratkaisu_ja_perustelut: 'Myönnetään takuuvuokra, koska asunto on välttämätön.',
        lisatietojen_antaja,
      },
    },
  });
  const asked = { caseId, kind: KIND, ...planOfAssistance('supplementaryAssistance', { draftId }) };
  // What was not brought into the case is not answered in it.
  const other = MatterId.parse('01KBN4PZ00000000000000000Z');
  expect(await prepare(worker, clientId, { ...asked, answers: [other] })).toMatchObject({
    status: 422,
    json: { findings: [{ rule: 'decision.answersOfCase' }] },
  });
  const told = await prepare(worker, clientId, { ...asked, answers: [matterId] });
  const decision = `${decisionsOf(clientId)}/${text(told, 'decisionId')}`;
  await actOnDecision(worker, decision, 'propose', { to: decider.userId });
  expect((await assistance())?.state).toBe('running');
  const issued = await actOnDecision(decider, decision, 'issue', {
    draftVersion: 1,
    impartial: true,
    signatureType: 'electronic',
  });
  expect(issued, issued.body).toMatchObject({ status: 200 });
  expect((await assistance())?.state).toBe('met');
  expect((await worker.call('GET', decision)).json).toMatchObject({ answers: [matterId] });
  const where = { unitId: world.units.families, serviceTasks: ['workingAge'] };
  const counted = await factsOf(world, '2026-11');
  expect(counted).toContainEqual({ kind: 'assistanceApplied', on: '2026-11-24', ...where });
  expect(counted).toContainEqual({
    kind: 'applicationDecided',
    on: '2026-11-24',
    ...where,
    inTime: true,
    code: 'ordinary',
  });
});

test('an application for social assistance that is joined to a pending case is decided there in the same time', async () => {
  const { world, worker, clientId, at, assistance } = await applied();
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['workingAge'] });
  const joined = await actOn(worker, at, '/join-case', {
    caseId,
    grounds: 'Asiakkaalla on vireillä oleva asia.',
  });
  expect(joined).toMatchObject({ status: 200 });
  expect(await assistance()).toMatchObject({ state: 'running', dueOn: '2026-12-03', caseId });
});

test('an application for social assistance begins no assessment of needs, until the worker states a need; found urgent it is decided at once; the talk asked for has its own time', async () => {
  const { world, worker, matterId } = await applied({ assistance: { wantsTalk: true } });
  const times = async () =>
    new Map((await matterTimes(world, matterId)).map(({ rule, ...of }) => [rule, of]));
  expect([...(await times()).keys()].toSorted()).toEqual([
    'assistanceDecision',
    'assistanceTalk',
    'urgentNeed',
  ]);
  await actOn(worker, matterAt(matterId), '/urgency', { result: 'urgent', grounds: 'Ruoka on loppu.' });
  expect((await times()).get('urgentNeed')).toMatchObject({ state: 'met' });
  expect((await times()).get('assistanceUrgent')).toEqual({ state: 'running', dueOn: '2026-11-25' });
  world.clock.advance(24 * 60);
  const told = await worker.call('GET', matterAt(matterId));
  const { record } = z.object({ record: z.looseObject({}) }).parse(told.json);
  await actOn(worker, matterAt(matterId), '/record', { record: { ...record, statesNeed: true } }, 'PUT');
  // The need was learnt of on the day after the application came.
  expect((await times()).get('assessmentStartOther')).toEqual({ state: 'running', dueOn: '2026-12-04' });
  const talk = { kind: 'contact', on: '2026-11-25', words: 'Keskusteltiin veloista.', talkHeld: true };
  await worker.call('POST', matterAt(matterId, '/handlings'), { body: talk });
  expect((await times()).get('assistanceTalk')).toMatchObject({ state: 'met' });
  expect(await factsOf(world, '2026-11')).toContainEqual(
    expect.objectContaining({ kind: 'assistanceTalkHeld', on: '2026-11-25', inTime: true }),
  );
});

test('an application for social assistance stands in the file as its own national document', async () => {
  const { worker, clientId, at } = await applied({ assistance: { kelaDecisionInForce: true } });
  const told = await actOn(worker, at, '/document');
  expect(told, told.body).toMatchObject({ status: 200 });
  const made = await worker.call(
    'GET',
    `/v1/documents/clients/${clientId}/documents/${text(told, 'documentId')}`,
  );
  expect(made.json).toMatchObject({
    definitionOid: '1.2.246.537.6.1506.3012.2022.1.11',
    content: {
      taydentavan_tai_ehkaisevan_toimeentulotuen_hakemus: {
        tuen_tarkoitus_ja_perustelut: 'Haen täydentävää toimeentulotukea takuuvuokraan.',
        hakijalla_on_voimassa_oleva_kelan_paatos_perustoimeentulotuesta: true,
      },
    },
  });
});

test('the talk that an applicant asked for is held at an appointment that is kept, which meets its time', async () => {
  const { world, worker, clientId, at } = await applied({ assistance: { wantsTalk: true } });
  await actOn(worker, at, '/open-case', {
    ...CASE(world),
    name: 'Toimeentulotuki',
    responsibleWorkerId: worker.userId,
  });
  const talk = async () => (await timesOf(world, clientId)).find(({ rule }) => rule === 'assistanceTalk');
  expect(await talk()).toMatchObject({ state: 'running', dueOn: '2026-12-03' });
  const appointmentId = await booked(world, worker, clientId, { serviceTasks: ['workingAge'] });
  world.clock.advance(24 * 60);
  const kept = await actOnAppointment(worker, clientId, appointmentId, 'keep');
  expect(kept, kept.body).toMatchObject({ status: 200 });
  expect(await talk()).toMatchObject({ state: 'met' });
});

test('an application that turns out to be none, and to be one after all, is counted as it stands each time', async () => {
  const { world, worker, matterId } = await applied();
  const told = await worker.call('GET', matterAt(matterId));
  const { record } = z.object({ record: z.looseObject({}) }).parse(told.json);
  const counted = async () => {
    const facts = (await factsOf(world, '2026-11')).filter(({ kind }) => kind === 'assistanceApplied');
    return facts.filter(({ undoes }) => undoes !== true).length - facts.filter(({ undoes }) => undoes).length;
  };
  expect(await counted()).toBe(1);
  for (const services of [[], ['socialAssistance'], ['familyWork'], ['socialAssistance']]) {
    const changed = await actOn(
      worker,
      matterAt(matterId),
      '/record',
      { record: { ...record, services } },
      'PUT',
    );
    expect(changed, changed.body).toMatchObject({ status: 200 });
    expect(await counted()).toBe(services.includes('socialAssistance') ? 1 : 0);
  }
});
