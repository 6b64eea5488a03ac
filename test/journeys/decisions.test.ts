import { describe, expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import {
  actOn,
  decisionsOf,
  delegated,
  draftOf,
  planBody,
  prepare,
  workerInPost,
  worldOfDecisions,
} from '../support/decisions.ts';
import { factsOf } from '../support/facts.ts';
import { inventedCode } from '../support/people.ts';

const ADULT = inventedCode(LocalDate.parse('1980-05-05'));
const ISSUE = { draftVersion: 1, impartial: true, signatureType: '1' };

/** A case of working-age services with a decision prepared in it, and its draft. */
async function prepared(more: Record<string, unknown> = {}) {
  const world = await worldOfDecisions();
  const preparer = await workerInPost(world, 'broadResponsibility', {
    name: 'Pia Valmistelija',
    post: { professionalRole: 'socialCounsellor' },
  });
  const decider = await workerInPost(world, 'arranging', { name: 'Leena Laaja' });
  const clientId = await newClient(world, preparer, { code: ADULT });
  const caseId = await openedCase(world, preparer, clientId, {
    serviceTasks: ['workingAge'],
    responsibleWorkerId: preparer.userId,
    workerIds: [decider.userId],
  });
  const draftId = await draftOf(preparer, clientId, { caseId });
  const told = await prepare(preparer, clientId, {
    caseId,
    kind: '11052',
    ...planBody({ draftId, ...more }),
  });
  if (told.status !== 201) throw new Error(told.body ?? '');
  const at = `${decisionsOf(clientId)}/${String(told.json['decisionId'])}`;
  return { world, preparer, decider, clientId, caseId, draftId, at };
}

test('an adult’s application is prepared, proposed, decided, served by letter and gains legal force [L-4.3, L-4.4, L-5.10, J-2.6]', async () => {
  const { world, preparer, decider, clientId, at } = await prepared();
  await delegated(world, { postIds: [decider.postId], roles: [] });
  expect((await preparer.call('GET', at)).json).toMatchObject({
    state: 'prepared',
    kind: '11052',
    route: 'OVK',
    concerned: [{ roles: ['client'], mayAppeal: true, hearing: { state: 'open' } }],
    legalForce: { waiting: [] },
    plan: 'Myönnetään sosiaaliohjausta vuodeksi.',
  });
  expect(await actOn(preparer, at, 'propose', { to: decider.userId })).toMatchObject({ status: 200 });
  const queue = await decider.call('GET', `/v1/decisions/units/${world.units.families}/proposals`);
  expect(queue.json).toMatchObject({
    decisions: [{ clientId, state: 'proposed', proposedTo: decider.userId }],
  });
  expect((await preparer.call('GET', '/v1/decisions/worklist/own')).json['decisions']).toHaveLength(1);
  const proposal = await decider.call('GET', `${at}/proposal`);
  expect(proposal.json).toMatchObject({
    draftVersion: 1,
    definitionOid: '1.2.246.537.6.1506.11052.2023.9.8',
  });

  const issued = await actOn(decider, at, 'issue', ISSUE);
  expect(issued).toMatchObject({ status: 200, json: { version: 3 } });
  const read = (await decider.call('GET', at)).json;
  expect(read).toMatchObject({
    state: 'issued',
    documentId: issued.json['documentId'],
    issued: {
      on: '2026-11-24',
      by: { name: 'Leena Laaja', userId: decider.userId },
      power: { power: 'official', postId: decider.postId },
      impartial: true,
      guidance: 'reviewRequest',
    },
  });
  expect(read['draftId']).toBeUndefined();
  const document = await decider.call(
    'GET',
    `/v1/documents/clients/${clientId}/documents/${String(issued.json['documentId'])}`,
  );
  expect(document.json).toMatchObject({
    state: 'final',
    documentType: 'Päätös',
    content: {
      tyoikaisten_palvelupaatos: {
        paatos: {
          paatospaivamaara: '2026-11-24',
          ratkaisun_laji: { code: '1' },
          ratkaisun_lakiperuste: 'Sosiaalihuoltolaki 14, 16 ja 45 §',
          paatoksen_voimassaolo: { alkamispaiva: '2026-12-01', paattymispaiva: '2027-11-30' },
          paatoksentekija: { sukunimi: 'Laaja', etunimet: 'Leena' },
          muutoksenhaku: {
            muutoksenhakukeino: { code: '1' },
            ohjeteksti: expect.stringContaining('Yksilöasiainjaosto, PL 1, 04400 Järvenpää'),
            viranomainen: { organisaation_nimi: 'Yksilöasiainjaosto' },
          },
        },
      },
    },
  });
  expect((await preparer.call('GET', '/v1/decisions/worklist/own')).json).toEqual({ decisions: [] });

  const [client] = read['concerned'] ?? [];
  const concernedId = String(Reflect.get(Object(client), 'concernedId'));
  expect(await actOn(preparer, at, 'services', { concernedId, way: 'letter' })).toMatchObject({
    status: 200,
  });
  expect((await preparer.call('GET', at)).json).toMatchObject({
    state: 'issued',
    services: [{ way: 'letter', state: 'sent', presumed: false, unfetched: false }],
    legalForce: { waiting: [{ concernedId, for: 'service' }] },
  });
  expect(await actOn(preparer, at, 'force')).toMatchObject({
    status: 409,
    json: { code: 'decision.forceNotYet', details: { waiting: [`${concernedId}:service`] } },
  });
  // The seventh day, then thirty days: 31 December.
  world.clock.set(Instant.parse('2027-01-01T10:00:00.000Z'));
  expect((await preparer.call('GET', at)).json).toMatchObject({
    services: [{ servedOn: '2026-12-01', presumed: true }],
    legalForce: { on: '2027-01-01', waiting: [] },
  });
  expect(await actOn(preparer, at, 'force')).toMatchObject({ status: 200 });
  expect((await preparer.call('GET', decisionsOf(clientId))).json).toMatchObject({
    decisions: [{ state: 'legalForce', legalForceOn: '2027-01-01', issuedOn: '2026-11-24', termOver: false }],
  });
  expect(await factsOf(world, '2026-11')).toContainEqual({
    kind: 'decisionIssued',
    on: '2026-11-24',
    unitId: world.units.families,
    serviceTasks: ['workingAge'],
    code: '11052:granting',
  });
  expect((await logOf(world, clientId)).map(({ eventName }) => eventName)).toEqual(
    expect.arrayContaining([
      'DecisionPrepared',
      'DecisionProposed',
      'DecisionIssued',
      'DecisionCopySent',
      'DecisionForceRecorded',
    ]),
  );
});

describe('only a named official with the power issues a decision', () => {
  test('without a row of the delegation table nobody does, and the finding says why', async () => {
    const { decider, preparer, at } = await prepared();
    await actOn(preparer, at, 'propose', { to: decider.userId });
    expect(await actOn(decider, at, 'issue', ISSUE)).toMatchObject({
      status: 403,
      json: { code: 'decision.noPower', findings: [{ rule: 'decision.delegated' }] },
    });
    expect((await decider.call('GET', at)).json).toMatchObject({ state: 'proposed' });
  });
});
