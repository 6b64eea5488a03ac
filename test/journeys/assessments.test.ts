import { describe, expect, test } from 'vitest';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { workerInPost } from '../support/decisions.ts';
import { factsOf } from '../support/facts.ts';
import { text } from '../support/people.ts';
import { AINO, EINO, timesOf } from '../support/siblings.ts';
import { testWorld } from '../support/world.ts';

describe('an assessment of service needs', () => {
  test('is begun in a case, and its time to begin is met; one at a time [U-6.13]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const { clientId, caseId, told } = await begun(world, worker);
    expect(told).toMatchObject({ status: 201, json: { version: 1 } });
    expect(await timesOf(world, clientId)).toEqual(
      expect.arrayContaining([
        { rule: 'protectionAssessmentStart', dueOn: '2026-12-03', state: 'met', caseId },
        { rule: 'protectionAssessmentReady', dueOn: '2027-02-24', state: 'running', caseId },
      ]),
    );
    const again = { body: { caseId, responsibleWorkerId: worker.userId } };
    expect(await worker.call('POST', AT(clientId), again)).toMatchObject({
      status: 409,
      json: { code: 'assessment.underWay' },
    });
    expect((await worker.call('GET', AT(clientId))).json).toMatchObject({
      assessments: [{ caseId, state: 'underWay', responsibleWorkerId: worker.userId, begunOn: '2026-11-24' }],
    });
  });

  test('is made final with its result: the document is the file’s, the child becomes a client, the family is told in time [U-4.22, K-6.5, H-7.10]', async () => {
    const world = await testWorld();
    const worker = await workerInPost(world, 'broadResponsibility');
    const { clientId, caseId, told } = await begun(world, worker);
    const at = `${AT(clientId)}/${text(told, 'assessmentId')}/finish`;
    const draft = await draftOf(worker, clientId, caseId);
    const end = { ...draft, result: 'childWelfareClient', specialSupport: true };
    const finished = await worker.call('POST', at, { version: 1, body: end });
    expect(finished).toMatchObject({ status: 200, json: { version: 2 } });
    const documentId = text(finished, 'documentId');
    const document = await worker.call('GET', `/v1/documents/clients/${clientId}/documents/${documentId}`);
    expect(document.json).toMatchObject({ caseId, state: 'final' });
    expect((await worker.call('GET', AT(clientId))).json).toMatchObject({
      assessments: [
        {
          state: 'ready',
          result: 'childWelfareClient',
          readyOn: '2026-11-24',
          specialSupport: { needed: true, by: worker.userId },
          documentId,
        },
      ],
    });
    expect(await timesOf(world, clientId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'protectionAssessmentReady', state: 'met' }),
        expect.objectContaining({ rule: 'protectionClienthoodTold', state: 'running' }),
      ]),
    );
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).json).toMatchObject({
      relationship: { state: 'active', ownWorkerId: worker.userId, startedOn: '2026-11-24' },
    });
    expect(await factsOf(world, '2026-11')).toContainEqual(
      expect.objectContaining({ kind: 'assessmentReady', code: 'childWelfareClient', days: 0 }),
    );
    expect((await worker.call('POST', at, { version: 2, body: end })).status).toBe(404);
  });

  test('of a child is made final by a social worker alone, and not before it is whole', async () => {
    const world = await testWorld();
    const worker = await workerInPost(world, 'broadResponsibility');
    const counsellor = await workerInPost(world, 'broadResponsibility', {
      post: { professionalRole: 'socialCounsellor' },
    });
    const employed = await workerInPost(world, 'broadResponsibility', { post: { kind: 'employment' } });
    const { clientId, caseId, told } = await begun(world, worker);
    const at = `${AT(clientId)}/${text(told, 'assessmentId')}/finish`;
    for (const one of [counsellor, employed]) {
      const theirs = await draftOf(one, clientId, caseId);
      expect(
        await one.call('POST', at, {
          version: 1,
          body: { ...theirs, result: 'need', specialSupport: false },
        }),
      ).toMatchObject({ status: 403, json: { code: 'assessment.socialWorker' } });
    }
    const empty = await draftOf(worker, clientId, caseId, {
      lapsen_ja_perheen_palvelutarpeen_arvio: {
        johtopaatokset_ja_jatkotoimet: { jatkosuunnitelma: 'Avoin' },
      },
    });
    expect(
      await worker.call('POST', at, {
        version: 1,
        body: { ...empty, result: 'noNeed', specialSupport: false },
      }),
    ).toMatchObject({ status: 422, json: { code: 'document.notValid' } });
    expect((await worker.call('GET', AT(clientId))).json).toMatchObject({
      assessments: [{ state: 'underWay' }],
    });
  });

  test('says its conclusions before it is final, though the definition lets their group be left out', async () => {
    const world = await testWorld();
    const worker = await workerInPost(world, 'broadResponsibility');
    const { clientId, caseId, told } = await begun(world, worker);
    const at = `${AT(clientId)}/${text(told, 'assessmentId')}/finish`;
    const almostEmpty = await draftOf(worker, clientId, caseId, {
      lapsen_ja_perheen_palvelutarpeen_arvio: {},
    });
    const end = { ...almostEmpty, specialSupport: false };
    const root = '/lapsen_ja_perheen_palvelutarpeen_arvio/johtopaatokset_ja_jatkotoimet';
    const conclusions = {
      rule: 'document.missing',
      severity: 'error',
      path: `${root}/ammattihenkilon_johtopaatokset_asiakkaan_tilanteesta_seka_sosiaalipalvelujen_ja_erityisen_tuen_tarpeesta`,
    };
    const ofNeed = {
      rule: 'document.missing',
      path: `${root}/lastensuojelun_tarve/sosiaalityontekijan_yhteenveto_ja_johtopaatokset_lastensuojelun_tarpeesta`,
    };
    expect(await worker.call('POST', at, { version: 1, body: { ...end, result: 'noNeed' } })).toMatchObject({
      status: 422,
      json: { code: 'document.notValid', findings: [conclusions] },
    });
    expect(
      await worker.call('POST', at, { version: 1, body: { ...end, result: 'childWelfareClient' } }),
    ).toMatchObject({ status: 422, json: { findings: [conclusions, ofNeed] } });
  });

  test('of siblings is one document in both files, and each has a result of its own', async () => {
    const world = await testWorld();
    const worker = await workerInPost(world, 'broadResponsibility');
    const aino = await newClient(world, worker, { code: AINO.personalIdentityCode });
    const eino = await newClient(world, worker, { code: EINO.personalIdentityCode });
    const caseId = await openedCase(world, worker, aino, {
      serviceTasks: ['childWelfare'],
      otherClientIds: [eino],
    });
    const of = { body: { caseId, responsibleWorkerId: worker.userId } };
    const begunOf = text(await worker.call('POST', AT(aino), of), 'assessmentId');
    const draft = await draftOf(worker, aino, caseId);
    const end = {
      version: 1,
      body: {
        ...draft,
        result: 'childWelfareClient',
        specialSupport: true,
        alsoOf: [{ clientId: eino, result: 'need', specialSupport: false }],
      },
    };
    const at = `${AT(aino)}/${begunOf}/finish`;
    expect(await worker.call('POST', at, end)).toMatchObject({
      status: 409,
      json: { code: 'assessment.notUnderWay' },
    });
    await worker.call('POST', AT(eino), of);
    const finished = await worker.call('POST', at, end);
    expect(finished).toMatchObject({ status: 200 });
    const documentId = text(finished, 'documentId');
    expect((await worker.call('GET', AT(aino))).json).toMatchObject({
      assessments: [{ state: 'ready', result: 'childWelfareClient', documentId }],
    });
    expect((await worker.call('GET', AT(eino))).json).toMatchObject({
      assessments: [{ state: 'ready', result: 'need', specialSupport: { needed: false }, documentId }],
    });
    const theirs = await worker.call('GET', `/v1/documents/clients/${eino}/documents/${documentId}`);
    expect(theirs.json).toMatchObject({ state: 'final', caseId });
    expect((await timesOf(world, eino)).map(({ rule }) => rule)).not.toContain('protectionClienthoodTold');
  });
});
