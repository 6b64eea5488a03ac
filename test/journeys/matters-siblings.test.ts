import { expect, test } from 'vitest';
import { CaseId, type ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { act } from '../support/cases.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { CONTACT } from '../support/contact.ts';
import { PROFILES } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import {
  actOn as actOnDecision,
  decisionsOf,
  delegated,
  draftOf,
  planBody,
  prepare,
  workerInPost,
} from '../support/decisions.ts';
import { begun } from '../support/documents.ts';
import { factsOf } from '../support/facts.ts';
import { actOn, inFileAt } from '../support/intake.ts';
import {
  actsOf,
  assessed,
  childsAssessment,
  concernedBy,
  documentsOf,
  done,
  glanceOf,
  pdfText,
  timesOfFile,
  underWay,
} from '../support/matters.ts';
import { FROM_CLIENT, text } from '../support/people.ts';
import { CASE, onSiblings } from '../support/siblings.ts';
import type { Worker, World } from '../support/world.ts';
import { worldOfDecisions } from '../support/world-of-decisions.ts';

type Setting = { world: World; worker: Worker; decider: Worker };
type Child = { name: 'Aino' | 'Eino'; clientId: ClientId; caseId: CaseId };

const custodian = (given: string) => ({
  roles: ['custodian', 'parent'],
  from: '2018-01-01',
  person: { name: { family: 'Esimerkki', given } },
});

const PROTECTED = 'Isän osoite on Salakuja 7.';

/** The text of a decision of open care, with words that not everybody may read. */
const decisionText = (name: string) => ({
  lastensuojelun_palvelu__tai_tukitoimipaatos: {
    paatos: {
      hakemuksen_kuvaus: PROTECTED,
      sosiaalipalvelu_jota_paatos_koskee: {
        sosiaalipalvelu: { system: 'urn:oid:1.2.246.537.6.1222', display: 'Perhetyö' },
      },
      ratkaisu_ja_perustelut: `${name} tarvitsee perhetyötä, koska on ollut öitä ilman aikuista.`,
      lisatietojen_antaja: [CONTACT],
    },
  },
});

/** From the notification to the plan: each child has a case, an assessment and a plan of the own. */
async function planned({ world, worker, decider }: Setting, matterId: string, child: Omit<Child, 'caseId'>) {
  const { name, clientId } = child;
  const told = await actOn(worker, inFileAt(clientId, matterId), '/open-case', {
    ...CASE(world),
    responsibleWorkerId: worker.userId,
    workerIds: [decider.userId],
  });
  const caseId = CaseId.parse(done(told)['caseId']);
  const relation = { relation: custodian('Anna'), source: FROM_CLIENT };
  done(await worker.call('POST', `/v1/clients/${clientId}/network`, { body: relation }));
  await assessed(worker, clientId, {
    caseId,
    definitionOid: '1.2.246.537.6.1506.1005.2023.9.8',
    serviceTasks: ['childWelfare'],
    content: childsAssessment(`${name} tarvitsee lastensuojelun palveluja.`),
    end: { result: 'childWelfareClient', specialSupport: true },
  });
  const draftId = await begun(worker, clientId, {
    definitionOid: '1.2.246.537.6.1506.15009.2024.11.28',
    caseId,
    serviceTasks: ['childWelfare'],
    content: { lastensuojelun_asiakassuunnitelma: {} },
  });
  const plan = { draftId, draftVersion: 1 };
  done(await worker.call('POST', `/v1/plans/clients/${clientId}/plans`, { body: plan }));
  return { ...child, caseId };
}

/** The child's decision: the custodian and the child are heard, another official decides. @returns its path. */
async function decided({ worker, decider }: Setting, { name, clientId, caseId }: Child): Promise<string> {
  const draftId = await draftOf(worker, clientId, {
    caseId,
    kind: '11002',
    serviceTasks: ['childWelfare'],
    content: decisionText(name),
  });
  const asked = { caseId, kind: '11002', ...planBody({ draftId, socialServices: ['familyWork'] }) };
  const decision = `${decisionsOf(clientId)}/${text(await prepare(worker, clientId, asked), 'decisionId')}`;
  const issue = { draftVersion: 1, impartial: true, signatureType: 'electronic' };
  expect(await actOnDecision(worker, decision, 'propose', { to: decider.userId })).toMatchObject({
    status: 409,
    json: { code: 'decision.notHeard' },
  });
  const { client, custodian: mother } = await concernedBy(worker, decision);
  const meeting = { state: 'answered', way: 'meeting', askedOn: '2026-11-24', answeredOn: '2026-11-24' };
  const words = { [client ?? '']: `${name} haluaa olla kotona.`, [mother ?? '']: 'Äiti hyväksyy perhetyön.' };
  for (const [concernedId, said] of Object.entries(words)) {
    const heard = { ...meeting, words: said };
    done(await actOnDecision(worker, decision, `concerned/${concernedId}/hear`, heard));
  }
  done(await actOnDecision(worker, decision, 'propose', { to: decider.userId }));
  done(await actOnDecision(decider, decision, 'issue', issue));
  return decision;
}

test('a notification on two siblings goes to assessment, plan, decision, service of notice, review and closing, each child’s own [U-4.24]', {
  timeout: 180_000,
}, async () => {
  const world = await worldOfDecisions(PROFILES.U);
  await standingUnit(world, world.units.families, 'Perhekeskus');
  const worker = await workerInPost(world, 'broadResponsibility', { name: 'Kaisa Vastuullinen' });
  const decider = await workerInPost(world, 'broadResponsibility', { name: 'Leena Laaja' });
  const of = { world, worker, decider };
  await delegated(world, { kind: '11002', postIds: [decider.postId], roles: [] });
  const { matterId, ...ids } = await onSiblings(world, worker);
  const aino = await planned(of, matterId, { name: 'Aino', clientId: ids.aino });
  const eino = await planned(of, matterId, { name: 'Eino', clientId: ids.eino });
  for (const { clientId, caseId } of [aino, eino]) {
    expect(await timesOfFile(worker, clientId)).toMatchObject({
      protectionAssessmentStart: 'met',
      protectionAssessmentReady: 'met',
    });
    expect(await glanceOf(worker, clientId)).toMatchObject({
      relationship: { state: 'active', ownWorkerId: worker.userId },
      cases: [{ caseId, responsibleWorkerId: worker.userId }],
      underWay: { plans: [{ caseId, reviewBy: '2027-11-24' }] },
    });
  }
  const missing = await worker.call('GET', `/v1/plans/units/${world.units.families}/missing`);
  expect(missing.json).toMatchObject({ cases: [] });

  // Each child has a decision; the mother's copy hides what she may not know, and is sent.
  const [ofAino, ofEino] = [await decided(of, aino), await decided(of, eino)];
  const { custodian: mother = '', client = '' } = await concernedBy(worker, ofAino);
  const place = '/lastensuojelun_palvelu__tai_tukitoimipaatos/paatos/hakemuksen_kuvaus';
  const hide = { hidden: [place], ground: 'Toisen henkilön turvakielto.' };
  done(await actOnDecision(worker, ofAino, `copies/${mother}`, hide, 'PUT'));
  const copyOf = async (whose: string) => (await worker.call('GET', `${ofAino}/copies/${whose}`)).body ?? '';
  expect(await copyOf(mother)).not.toContain('Salakuja');
  expect(await copyOf(mother)).toContain('Aino tarvitsee perhetyötä');
  expect(await copyOf(client)).toContain('Salakuja');
  const letter = { concernedId: mother, way: 'letter' };
  done(await actOnDecision(worker, ofAino, 'services', letter));
  const toEinosMother = { concernedId: (await concernedBy(worker, ofEino))['custodian'], way: 'letter' };
  done(await actOnDecision(worker, ofEino, 'services', toEinosMother));

  // The mother asks for a review of Aino's decision: Eino's gains legal force, Aino's does not before the result.
  world.clock.set(Instant.parse('2026-12-18T10:00:00.000Z'));
  const request = { concernedId: mother, arrivedOn: '2026-12-18' };
  const review = done(await actOnDecision(worker, ofAino, 'reviews', request));
  expect(review).toMatchObject({ instance: 'reviewRequest', inTime: true });
  world.clock.set(Instant.parse('2027-01-04T10:00:00.000Z'));
  done(await actOnDecision(worker, ofEino, 'force'));
  expect(await actOnDecision(worker, ofAino, 'force')).toMatchObject({
    status: 409,
    json: { code: 'decision.wrongState' },
  });
  const reviewAt = `reviews/${String(review['reviewId'])}`;
  const outcome = { outcome: 'upheld', on: '2027-01-04', words: 'Ei uusia perusteita.' };
  done(await actOnDecision(worker, ofAino, `${reviewAt}/handle`, outcome));
  done(await actOnDecision(worker, ofAino, `${reviewAt}/served`, { servedOn: '2027-01-04' }));
  world.clock.set(Instant.parse('2027-02-04T10:00:00.000Z'));
  done(await actOnDecision(worker, ofAino, 'force'));

  // The family work is given and ends, and so does each matter.
  for (const [{ clientId, caseId }, decision] of [
    [aino, ofAino],
    [eino, ofEino],
  ] as const) {
    const { decisionId, documentId } = done(await worker.call('GET', decision));
    const service = await openedService(worker, clientId, caseId, {
      serviceTask: 'childWelfare',
      socialService: 'familyWork',
      basis: { kind: 'decision', decisionId, documentId },
      validFrom: '2026-12-01',
    });
    done(await actOnService(worker, service, 'start', 1, { startedOn: '2027-02-04' }));
    const end = { endedOn: '2027-02-04', endGround: 'goalsReached' };
    done(await actOnService(worker, service, 'end', 2, end));
    done(await actOnDecision(worker, decision, 'end', { ground: 'fulfilled', on: '2027-02-04' }));
    const told = await worker.call('GET', `/v1/plans/clients/${clientId}/plans`);
    const plans: { planId: string }[] = told.json['plans'] ?? [];
    const [plan] = plans;
    done(
      await worker.call('POST', `/v1/plans/clients/${clientId}/plans/${plan?.planId ?? ''}/end`, {
        version: 1,
        body: { endedOn: '2027-02-04', endGround: 'goalsReached' },
      }),
    );
    done(await act(worker, clientId, caseId, 'close', { closedOn: '2027-02-04', ground: 'serviceEnded' }));
  }

  // Each file holds its own child's matter whole, and not a word of the other child.
  for (const [own, other] of [
    [aino, eino],
    [eino, aino],
  ] as const) {
    const { clientId } = own;
    expect(await underWay(worker, clientId)).toEqual({});
    expect(await timesOfFile(worker, clientId)).toMatchObject({
      protectionAssessmentStart: 'met',
      protectionAssessmentReady: 'met',
      reviewRequest: 'met',
      decisionCarriedOut: 'met',
    });
    const documents = await documentsOf(worker, clientId);
    expect(documents.map(({ documentType }) => documentType).toSorted()).toEqual([
      'Arvio',
      'Arvio',
      'Päätös',
      'Suunnitelma',
    ]);
    for (const { documentId } of documents) {
      const said = await pdfText(worker, clientId, documentId);
      expect(said).toContain(own.name);
      expect(said).not.toContain(other.name);
    }
    const acts = await actsOf(world, clientId);
    for (const event of ['MatterLinked', 'CaseOpenedFromMatter', 'AssessmentFinished', 'PlanMade']) {
      expect(acts).toContain(event);
    }
    for (const event of ['DecisionPartyHeard', 'DecisionIssued', 'DecisionCopySent', 'CaseClosed']) {
      expect(acts).toContain(event);
    }
  }
  expect(await actsOf(world, aino.clientId)).toContain('DecisionReviewReceived');
  expect(await actsOf(world, eino.clientId)).not.toContain('DecisionReviewReceived');
  const kindsOf = async (month: string) => (await factsOf(world, month)).map(({ kind }) => kind);
  const begunFacts = ['assessmentReady', 'planMade', 'decisionIssued', 'relationshipStarted'];
  expect(await kindsOf('2026-11')).toEqual(expect.arrayContaining(begunFacts));
  const endedFacts = ['decisionInForce', 'serviceEnded', 'decisionEnded', 'planEnded', 'caseClosed'];
  expect(await kindsOf('2027-02')).toEqual(expect.arrayContaining(endedFacts));
});
