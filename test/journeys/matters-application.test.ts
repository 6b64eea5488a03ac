import { expect, test } from 'vitest';
import { CaseId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { act } from '../support/cases.ts';
import { actOnService, openedService, servicesOf } from '../support/client-services.ts';
import { PROFILES } from '../support/controllers.ts';
import {
  actOn as actOnDecision,
  decisionsOf,
  delegated,
  draftOf,
  planBody,
  prepare,
  workerInPost,
} from '../support/decisions.ts';
import { factsOf } from '../support/facts.ts';
import { actOn, inFileAt, linked, received } from '../support/intake.ts';
import {
  actsOf,
  adultsAssessment,
  assessed,
  concernedBy,
  documentsOf,
  done,
  glanceOf,
  pdfText,
  timesOfFile,
  underWay,
} from '../support/matters.ts';
import { changedTo, inventedCode, recordPerson, text } from '../support/people.ts';
import { worldOfDecisions } from '../support/world-of-decisions.ts';

const HEIKKI = {
  name: { family: 'Hakija', given: 'Heikki' },
  personalIdentityCode: inventedCode(LocalDate.parse('1980-05-05')),
};
const PAPER = {
  text: 'Tarvitsen apua arjen asioihin.',
  services: ['socialWork'],
  subjects: [{ family: 'Hakija', given: 'Heikki' }],
  notifier: { party: 'self' },
};

/** Two officials of the unit: who prepares, and who has the power. */
async function officials() {
  const world = await worldOfDecisions(PROFILES.L);
  const preparer = await workerInPost(world, 'broadResponsibility', { name: 'Pia Valmistelija' });
  const decider = await workerInPost(world, 'arranging', { name: 'Leena Laaja' });
  await delegated(world, { postIds: [decider.postId], roles: [] });
  return { world, preparer, decider };
}

test('an adult’s application is handled from the paper to the service it asked for and its end [L-4.1, H-7.4, K-5.4]', {
  timeout: 120_000,
}, async () => {
  const { world, preparer, decider } = await officials();
  const { families: unitId } = world.units;

  // The application arrives on paper, is linked to a person and filed; a case is opened of it.
  const matter = { kind: 'application', channel: 'paper', unitId, serviceTasks: ['workingAge'] };
  const matterId = await received(preparer, { ...matter, record: PAPER });
  const person = await recordPerson(world, preparer, HEIKKI);
  const clientId = await linked(world, preparer, matterId, 0, person);
  const inFile = inFileAt(clientId, matterId);
  done(await actOn(preparer, inFile, '/document'));
  const opened = await actOn(preparer, inFile, '/open-case', {
    name: 'Arjen tuki',
    description: 'Hakee apua arkeen.',
    unitId,
    responsibleWorkerId: preparer.userId,
    workerIds: [decider.userId],
    grounds: 'Hakemus saapui.',
  });
  const caseId = CaseId.parse(done(opened)['caseId']);
  const relationship = { startedOn: '2026-11-24', responsibleUnitId: unitId, ownWorkerId: preparer.userId };
  done(await changedTo(preparer, clientId, '/relationship/start', relationship));
  expect(await timesOfFile(preparer, clientId)).toEqual({ assessmentStartOther: 'running' });

  // The needs are assessed, which meets the time to begin.
  await assessed(preparer, clientId, {
    caseId,
    definitionOid: '1.2.246.537.6.1506.1012.2023.9.28',
    serviceTasks: ['workingAge'],
    content: adultsAssessment('Arjen hallinta on vaikeutunut.'),
    end: { result: 'need', specialSupport: false },
  });
  expect(await timesOfFile(preparer, clientId)).toMatchObject({ assessmentStartOther: 'met' });

  // The decision is prepared, proposed, issued and sent by letter.
  const draftId = await draftOf(preparer, clientId, { caseId });
  const decisionId = text(
    await prepare(preparer, clientId, {
      caseId,
      kind: '11052',
      ...planBody({ draftId, socialServices: ['socialWork'] }),
    }),
    'decisionId',
  );
  const decision = `${decisionsOf(clientId)}/${decisionId}`;
  done(await actOnDecision(preparer, decision, 'propose', { to: decider.userId }));
  const issue = { draftVersion: 1, impartial: true, signatureType: 'electronic' };
  const documentId = text(await actOnDecision(decider, decision, 'issue', issue), 'documentId');
  const { client: concernedId } = await concernedBy(preparer, decision);
  done(await actOnDecision(preparer, decision, 'services', { concernedId, way: 'letter' }));
  expect((await glanceOf(preparer, clientId)).underWay).toMatchObject({
    decisions: [{ decisionId, state: 'issued', issuedOn: '2026-11-24' }],
    notices: [{ decisionId, way: 'letter', state: 'sent', sentOn: '2026-11-24' }],
    deadlines: [
      { rule: 'reviewRequest', dueOn: '2026-12-31' },
      { rule: 'decisionCarriedOut', dueOn: '2027-02-24' },
      { rule: 'decisionTermEnds', dueOn: '2027-11-30' },
    ],
  });

  // The service begins within its three months, is given and evaluated.
  world.clock.set(Instant.parse('2026-12-02T10:00:00.000Z'));
  const service = await openedService(preparer, clientId, caseId, {
    serviceTask: 'workingAge',
    socialService: 'socialWork',
    basis: { kind: 'decision', decisionId, documentId },
    validFrom: '2026-12-01',
    validTo: '2027-11-30',
    amount: { hundredths: 200, unit: 'visits', per: 'month' },
  });
  done(await actOnService(preparer, service, 'start', 1, { startedOn: '2026-12-02' }));
  expect(await timesOfFile(preparer, clientId)).toMatchObject({ decisionCarriedOut: 'met' });
  world.clock.set(Instant.parse('2026-12-16T10:00:00.000Z'));
  const visit = { on: '2026-12-15', hundredths: 100, unit: 'visits' };
  done(await preparer.call('POST', `${service}/deliveries`, { body: visit }));
  const days = await preparer.call('GET', `${service}/deliveries?from=2026-12-01&to=2026-12-31`);
  expect(days.json).toMatchObject({ granted: 200, delivered: 100 });
  const result = { on: '2026-12-16', result: 'goalsReached', words: 'Arki sujuu.' };
  done(await actOnService(preparer, service, 'evaluate', 2, result));

  // Nobody asks for a review: the decision gains legal force, and the matter is brought to its end.
  world.clock.set(Instant.parse('2027-01-04T10:00:00.000Z'));
  done(await actOnDecision(preparer, decision, 'force'));
  const end = { endedOn: '2027-01-04', endGround: 'goalsReached' };
  done(await actOnService(preparer, service, 'end', 3, end));
  done(await actOnDecision(preparer, decision, 'end', { ground: 'fulfilled', on: '2027-01-04' }));
  done(await act(preparer, clientId, caseId, 'close', { closedOn: '2027-01-04', ground: 'serviceEnded' }));

  // Nothing is under way any more; what was done stands in the file, the figures and the log.
  expect(await underWay(preparer, clientId)).toEqual({});
  expect((await glanceOf(preparer, clientId)).cases).toEqual([]);
  expect(await timesOfFile(preparer, clientId)).toEqual({
    assessmentStartOther: 'met',
    reviewRequest: 'met',
    decisionCarriedOut: 'met',
    decisionTermEnds: 'cancelled',
  });
  expect(await servicesOf(preparer, clientId, 'ended')).toMatchObject([{ endGround: 'goalsReached' }]);
  const documents = await documentsOf(preparer, clientId);
  expect(documents.map(({ documentType, state }) => `${documentType} ${state}`).toSorted()).toEqual([
    'Arvio final',
    'Hakemus final',
    'Päätös final',
  ]);
  for (const document of documents) {
    expect(await pdfText(preparer, clientId, document.documentId)).toContain('Heikki Hakija');
  }
  expect(await pdfText(preparer, clientId, documentId)).toContain('OIKAISUVAATIMUSOHJE');
  const facts = [...(await factsOf(world, '2026-11')), ...(await factsOf(world, '2026-12'))];
  expect(facts.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'matterReceived',
      'caseOpened',
      'assessmentReady',
      'decisionIssued',
      'serviceOpened',
    ]),
  );
  expect(await factsOf(world, '2027-01')).toContainEqual(
    expect.objectContaining({ kind: 'caseClosed', code: 'serviceEnded', days: 41 }),
  );
  const acts = await actsOf(world, clientId);
  for (const event of ['MatterDocumentFiled', 'CaseOpenedFromMatter', 'DecisionIssued', 'DecisionCopySent']) {
    expect(acts).toContain(event);
  }
  for (const event of [
    'DeliveryRecorded',
    'ServiceEvaluated',
    'ServiceEnded',
    'DecisionEnded',
    'CaseClosed',
  ]) {
    expect(acts).toContain(event);
  }

  // With the relationship the last tie ends: whoever handled the matter opens the file no more.
  const relationshipEnd = { endedOn: '2027-01-04', ground: 'needEnded' };
  done(await changedTo(preparer, clientId, '/relationship/end', relationshipEnd));
  expect((await preparer.call('GET', `/v1/client-file/${clientId}/glance`)).json).toMatchObject({
    code: 'access.noTie',
  });
});
