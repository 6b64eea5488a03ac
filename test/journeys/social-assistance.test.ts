import { expect, test } from 'vitest';
import { CaseId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { openedCase } from '../support/cases.ts';
import {
  actOn as actOnDecision,
  decisionsOf,
  delegated,
  draftOf,
  planBody,
  prepare,
  workerInPost,
  workingAgeText,
} from '../support/decisions.ts';
import { actOn, inFileAt, linked, received } from '../support/intake.ts';
import { inventedCode, recordPerson, text } from '../support/people.ts';
import { CASE, timesOf } from '../support/siblings.ts';
import { worldOfDecisions } from '../support/world-of-decisions.ts';

const KIND = '11047';

/** An application for social assistance, its applicant linked as a client. */
async function applied() {
  const world = await worldOfDecisions();
  const worker = await workerInPost(world, 'broadResponsibility');
  const matterId = await received(worker, {
    kind: 'application',
    channel: 'paper',
    unitId: world.units.families,
    serviceTasks: ['workingAge'],
    record: {
      text: 'Haen täydentävää toimeentulotukea takuuvuokraan.',
      services: ['socialAssistance'],
      subjects: [{ family: 'Hakija', given: 'Heli' }],
      notifier: { party: 'self' },
    },
  });
  const person = {
    name: { family: 'Hakija', given: 'Heli' },
    personalIdentityCode: inventedCode(LocalDate.parse('1980-01-01')),
  };
  const clientId = await linked(world, worker, matterId, 0, await recordPerson(world, worker, person));
  const assistance = async () =>
    (await timesOf(world, clientId)).find(({ rule }) => rule === 'assistanceDecision');
  return { world, worker, clientId, at: inFileAt(clientId, matterId), assistance };
}

test('an application for social assistance is decided by the 7th working day from its arrival: the decision meets the time', async () => {
  const { world, worker, clientId, at, assistance } = await applied();
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
  const socialServices = ['socialAssistance'];
  const told = await prepare(worker, clientId, {
    caseId,
    kind: KIND,
    ...planBody({ draftId, socialServices }),
  });
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
