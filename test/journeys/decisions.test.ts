import { describe, expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { logOf } from '../support/case-notes.ts';
import { actOn, decisionsOf, delegated, ISSUE } from '../support/decisions.ts';
import { factsOf } from '../support/facts.ts';
import { preparedDecision } from '../support/world-of-decisions.ts';

test('an adult’s application is prepared, proposed, decided, served by letter and gains legal force [L-4.3, L-4.4, L-5.10, J-2.6, K-6.7]', async () => {
  const { world, preparer, decider, clientId, at } = await preparedDecision();
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
    charging: { state: 'notRecorded' },
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
    const { decider, preparer, at } = await preparedDecision();
    await actOn(preparer, at, 'propose', { to: decider.userId });
    expect(await actOn(decider, at, 'issue', ISSUE)).toMatchObject({
      status: 403,
      json: { code: 'decision.noPower', findings: [{ rule: 'decision.delegated' }] },
    });
    expect((await decider.call('GET', at)).json).toMatchObject({ state: 'proposed' });
  });
});
