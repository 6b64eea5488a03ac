import { expect, test } from 'vitest';
import * as z from 'zod';
import { CaseId } from '../../shared/kernel/id.ts';
import { applied, planOfAssistance } from '../support/assistance.ts';
import { askForService } from '../support/client-services.ts';
import { CONTACT } from '../support/contact.ts';
import {
  actOn as actOnDecision,
  decisionsOf,
  delegated,
  draftOf,
  ISSUE,
  planBody,
  prepare,
  workerInPost,
} from '../support/decisions.ts';
import { actOn } from '../support/intake.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import { CASE } from '../support/siblings.ts';

const Findings = z.object({ findings: z.array(z.looseObject({ rule: z.string(), severity: z.string() })) });

const KIND = '11047';
const ROOT = 'paatos_taydentavasta_tai_ehkaisevasta_toimeentulotuesta';

/** An application for social assistance in its case, and who decides on it. */
async function pending() {
  const of = await applied();
  const { world, worker, at } = of;
  const decider = await workerInPost(world, 'arranging', { name: 'Leena Laaja' });
  const supervisor = await world.worker('supervisor');
  await delegated(world, { kind: KIND, postIds: [decider.postId], roles: [], amountUpTo: 100_000 });
  const opened = await actOn(worker, at, '/open-case', {
    ...CASE(world),
    name: 'Toimeentulotuki',
    responsibleWorkerId: worker.userId,
    workerIds: [decider.userId],
  });
  return { ...of, decider, supervisor, caseId: CaseId.parse(text(opened, 'caseId')) };
}
type Pending = Awaited<ReturnType<typeof pending>>;

const drafted = ({ worker, clientId, caseId }: Pending, more: object = {}): Promise<string> =>
  draftOf(worker, clientId, {
    caseId,
    kind: KIND,
    version: '2023.9.27',
    content: {
      [ROOT]: { ratkaisu_ja_perustelut: 'Asunto on välttämätön.', lisatietojen_antaja: [CONTACT], ...more },
    },
  });

/** Prepared and put before the decider. @returns its path. */
async function proposed(of: Pending, plan: object): Promise<string> {
  const told = await prepare(of.worker, of.clientId, { caseId: of.caseId, kind: KIND, ...plan });
  const at = `${decisionsOf(of.clientId)}/${String(done(told)['decisionId'])}`;
  done(await actOnDecision(of.worker, at, 'propose', { to: of.decider.userId }));
  return at;
}

test('supplementary and preventive social assistance are kinds of their own: each is decided by its own decision on its own provision, given as its own service and counted by itself [U-4.10, J-1.6]', async () => {
  const of = await pending();
  const { worker, decider, clientId, caseId, matterId } = of;
  const asked = (plan: object) => prepare(worker, clientId, { caseId, kind: KIND, ...plan });
  const rulesOf = async (plan: object) => {
    const { status, json } = await asked(plan);
    expect(status).toBe(422);
    return Findings.parse(json).findings.flatMap(({ rule, severity }) =>
      severity === 'error' ? [rule] : [],
    );
  };
  // What is applied for may be either; what is decided is one of them, on the section that it rests on.
  for (const socialServices of [
    [],
    ['socialAssistance'],
    ['supplementaryAssistance', 'preventiveAssistance'],
    ['preventiveAssistance', 'socialGuidance'],
  ]) {
    expect(await rulesOf(planOfAssistance('preventiveAssistance', { socialServices }))).toContain(
      'decision.assistanceKind',
    );
  }
  for (const provisions of ['Laki toimeentulotuesta (1412/1997) 8 §', 'Toimeentulotukilaki 17 c §']) {
    expect(await rulesOf(planOfAssistance('supplementaryAssistance', { provisions }))).toEqual([
      'decision.assistanceProvision',
    ]);
  }
  for (const provisions of ['Laki toimeentulotuesta 7 c §', 'Laki toimeentulotuesta (1408/1998)']) {
    expect(await rulesOf(planOfAssistance('preventiveAssistance', { provisions }))).toEqual([
      'decision.assistanceProvision',
    ]);
  }
  const other = { ...planBody({ socialServices: ['preventiveAssistance'] }), kind: '11052' };
  expect(await rulesOf(other)).toContain('decision.assistanceApart');

  const supplementary = await proposed(of, {
    ...planOfAssistance('supplementaryAssistance', { amount: 45_050, answers: [matterId] }),
    draftId: await drafted(of),
  });
  const preventive = await proposed(of, {
    ...planOfAssistance('preventiveAssistance', { amount: 12_000 }),
    draftId: await drafted(of),
  });
  const { validity: _, ...refusedPlan } = planOfAssistance('preventiveAssistance', { result: 'rejecting' });
  const refused = await proposed(of, { ...refusedPlan, draftId: await drafted(of) });
  const documents: string[] = [];
  for (const at of [supplementary, preventive, refused]) {
    documents.push(String(done(await actOnDecision(decider, at, 'issue', ISSUE))['documentId']));
  }
  const contentOf = async (documentId: string | undefined) => {
    const told = await worker.call('GET', `/v1/documents/clients/${clientId}/documents/${documentId}`);
    return Object(told.json['content'])[ROOT];
  };
  const euros = (value: number) => ({ value, code: 'EUR' });
  expect(await contentOf(documents[0])).toMatchObject({
    taydentava_toimeentulotuki: { taydentavan_toimeentulotuen_maara: euros(450.5) },
    myonnettavan_tuen_maara: euros(450.5),
    lainkohdat_joihin_ratkaisu_perustuu: 'Laki toimeentulotuesta (1412/1997) 7 c §',
  });
  const second = await contentOf(documents[1]);
  expect(second).toMatchObject({
    ehkaiseva_toimeentulotuki: { ehkaisevan_toimeentulotuen_maara: euros(120) },
    lainkohdat_joihin_ratkaisu_perustuu: 'Laki toimeentulotuesta (1412/1997) 8 §',
  });
  expect(second).not.toHaveProperty('taydentava_toimeentulotuki');
  expect(await contentOf(documents[2])).not.toHaveProperty('ehkaiseva_toimeentulotuki');
  expect(await of.assistance()).toMatchObject({ state: 'met' });

  // Each carries its own service.
  const given = (socialService: string, at: string) =>
    askForService(worker, clientId, caseId, {
      serviceTask: 'workingAge',
      socialService,
      basis: { kind: 'decision', decisionId: at.split('/').at(-1) },
      validFrom: '2026-12-01',
    });
  expect(await given('socialAssistance', supplementary)).toMatchObject({
    status: 422,
    json: { findings: expect.arrayContaining([expect.objectContaining({ rule: 'service.kindNamed' })]) },
  });
  expect(await given('preventiveAssistance', supplementary)).toMatchObject({
    status: 422,
    json: {
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'service.decisionCarries' })]),
    },
  });
  done(await given('supplementaryAssistance', supplementary));
  done(await given('preventiveAssistance', preventive));

  const figures = await of.supervisor.call(
    'GET',
    '/v1/statistics/figures/socialAssistanceDecisions?period=2026-11',
  );
  const value = (measure: string) =>
    expect.objectContaining({ measure, value: measure === 'supplementaryRejected' ? 0 : 1 });
  expect(figures.json['figures'], figures.body).toEqual(
    [
      'supplementaryGranted',
      'supplementaryRejected',
      'supplementaryPersons',
      'preventiveGranted',
      'preventiveRejected',
      'preventivePersons',
    ].map(value),
  );
});

test('a decision on one kind of social assistance grants neither the other kind nor another amount in its text [U-4.10]', async () => {
  const of = await pending();
  const issue = async (plan: object, content: object) => {
    const at = await proposed(of, { ...plan, draftId: await drafted(of, content) });
    return actOnDecision(of.decider, at, 'issue', ISSUE);
  };
  const both = {
    ehkaiseva_toimeentulotuki: { ehkaisevan_toimeentulotuen_maara: { value: 90, code: 'EUR' } },
  };
  expect(await issue(planOfAssistance('supplementaryAssistance'), both)).toMatchObject({
    status: 422,
    json: { findings: [{ rule: 'decision.assistanceOfOtherKind' }] },
  });
  const more = { myonnettavan_tuen_maara: { value: 5000, code: 'EUR' } };
  for (const amount of [{}, { amount: 10_000 }]) {
    expect(await issue(planOfAssistance('preventiveAssistance', amount), more)).toMatchObject({
      status: 422,
      json: { findings: [{ rule: 'decision.assistanceAmount' }] },
    });
  }
  const same = { myonnettavan_tuen_maara: { value: 100, code: 'EUR' } };
  done(await issue(planOfAssistance('preventiveAssistance', { amount: 10_000 }), same));
});
