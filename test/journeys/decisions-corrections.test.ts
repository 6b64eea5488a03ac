import { expect, test } from 'vitest';
import { logOf } from '../support/case-notes.ts';
import { actOn, workerInPost } from '../support/decisions.ts';
import { factsOf } from '../support/facts.ts';
import { done } from '../support/matters.ts';
import type { Worker } from '../support/world.ts';
import { issuedDecision } from '../support/world-of-decisions.ts';

/** Kirjoitusvirheen korjaaminen (434/2003 51–53 §). */

const DAY = 24 * 60;
const PLACE = '/tyoikaisten_palvelupaatos/paatos/ratkaisu_ja_perustelut';
const RIGHT = 'Myönnetään, koska arjen hallinta on vaikeutunut huomattavasti.';

const correction = (more: Record<string, unknown> = {}) => ({
  places: [{ place: PLACE, value: RIGHT }],
  initiator: 'party',
  hearing: 'needless',
  reasonable: true,
  words: 'Sana oli jäänyt pois.',
  ...more,
});
const correct = (worker: Worker, at: string, more: Record<string, unknown> = {}) =>
  actOn(worker, at, 'correct', correction(more));

test('a clerical error is corrected in the decision, which says so; each who has a copy gets the corrected one, and no time moves', async () => {
  const { world, preparer, decider, clientId, at, concernedId, documentId } = await issuedDecision();
  const send = { concernedId, way: 'letter' };
  done(await actOn(preparer, at, 'services', send));
  expect(await actOn(preparer, at, 'services', send)).toMatchObject({
    json: { code: 'decision.underService' },
  });
  const timesBefore = done(await preparer.call('GET', `/v1/deadlines/clients/${clientId}`));
  world.clock.advance(3 * DAY);
  const told = done(await correct(decider, at));
  expect(told).toMatchObject({ documentVersion: 2, sendAnew: [concernedId] });
  const read = done(await preparer.call('GET', at));
  expect(read).toMatchObject({
    state: 'issued',
    documentVersion: 2,
    corrections: [
      {
        on: '2026-11-27',
        by: { userId: decider.userId, name: 'Leena Laaja' },
        initiator: 'party',
        hearing: 'needless',
        documentVersion: 2,
      },
    ],
    reasons: [{ of: 'correct', words: 'Sana oli jäänyt pois.' }],
    sendAnew: [concernedId],
  });
  const document = `/v1/documents/clients/${clientId}/documents/${documentId}`;
  expect(done(await preparer.call('GET', document))).toMatchObject({
    state: 'corrected',
    correction: 1,
    content: { tyoikaisten_palvelupaatos: { paatos: { ratkaisu_ja_perustelut: RIGHT } } },
  });
  // In the figures it is one document, as it reads now.
  const counted = (await factsOf(world, '2026-11')).filter(({ kind }) => kind === 'documentFinalised');
  expect(counted).toHaveLength(3);
  expect(counted.filter(({ undoes }) => undoes === true)).toHaveLength(1);
  const reader = await workerInPost(world, 'broadResponsibility', { specialRights: ['correctRecord'] });
  const versions = await reader.call('GET', `${document}/versions`);
  expect(versions.body).toContain('arjen hallinta on vaikeutunut.');
  expect(versions.body).not.toContain('huomattavasti');

  // The corrected copy goes out beside the first one; the time of appeal runs from the first.
  done(await actOn(preparer, at, 'services', send));
  const after = done(await preparer.call('GET', at));
  expect(after['services']).toMatchObject([
    { documentVersion: 1, sentOn: '2026-11-24' },
    { documentVersion: 2, sentOn: '2026-11-27', again: true },
  ]);
  expect(after['sendAnew']).toEqual([]);
  expect(done(await preparer.call('GET', `/v1/deadlines/clients/${clientId}`))).toEqual(timesBefore);
  world.clock.advance(35 * DAY);
  done(await actOn(preparer, at, 'force'));
  expect(done(await preparer.call('GET', at))).toMatchObject({ force: { on: '2027-01-01' } });
  expect(
    (await logOf(world, clientId)).filter(({ eventName }) => eventName === 'DecisionCorrected'),
  ).toMatchObject([
    {
      resources: expect.arrayContaining([
        expect.objectContaining({ kind: 'decision' }),
        expect.objectContaining({ kind: 'document', id: documentId, version: 2 }),
      ]),
    },
  ]);
  // After legal force too: once more corrected, and once more sent.
  done(
    await correct(decider, at, {
      places: [{ place: PLACE, value: `${RIGHT} Uusi arvio tehdään keväällä.` }],
    }),
  );
  done(await actOn(preparer, at, 'services', send));
  expect(done(await preparer.call('GET', at))).toMatchObject({ state: 'legalForce', sendAnew: [] });
});

test('what was decided is not corrected as a clerical error, nor by who has no power, nor after five years', async () => {
  const { world, preparer, decider, at } = await issuedDecision();
  const place = (pointer: string) => `/tyoikaisten_palvelupaatos/paatos/${pointer}`;
  for (const [pointer, value, rule] of [
    ['ratkaisun_laji/code', '2', 'decidedAnew'],
    ['paatospaivamaara', '2026-11-20', 'decidedAnew'],
    ['paatoksen_voimassaolo/paattymispaiva', '2028-11-30', 'decidedAnew'],
    ['muutoksenhaku/ohjeteksti', 'Ei saa hakea muutosta.', 'decidedAnew'],
    ['ratkaisu_ja_perustelut', 7, 'correctsValue'],
    ['ratkaisu_ja_perustelut', 'Myönnetään, koska arjen hallinta on vaikeutunut.', 'correctsValue'],
    ['lisatietojen_antaja', 'Pia', 'correctsValue'],
    ['ei_ole', 'Pia', 'correctsValue'],
  ] as const) {
    expect(await correct(decider, at, { places: [{ place: place(pointer), value }] })).toMatchObject({
      status: 422,
      json: { code: 'decision.notValid', findings: [{ rule: `decision.${rule}`, path: '/body/places/0' }] },
    });
  }
  // A correction that is unreasonable to a party is not made.
  expect(await correct(decider, at, { reasonable: false })).toMatchObject({ status: 400 });
  // The preparer may prepare decisions, and has no power to make them.
  expect(await correct(preparer, at)).toMatchObject({ status: 403, json: { code: 'decision.noPower' } });
  expect(done(await preparer.call('GET', at))).toMatchObject({ documentVersion: 1, version: 3 });
  world.clock.advance(5 * 366 * DAY);
  expect(await correct(decider, at)).toMatchObject({ status: 409, json: { code: 'decision.tooLate' } });
});

test('the document of a decision is not altered behind the decision: the refusal names the acts that do', async () => {
  const { decider, clientId, documentId, at } = await issuedDecision();
  const document = `/v1/documents/clients/${clientId}/documents/${documentId}`;
  const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Sana oli väärin.' };
  const { content } = done(await decider.call('GET', document));
  for (const [act, body] of [
    ['correct', { document: { serviceTasks: ['workingAge'], content }, reason }],
    ['invalidate', { reason }],
    ['remove', { reason }],
  ] as const) {
    expect(await decider.call('POST', `${document}/${act}`, { version: 1, body })).toMatchObject({
      status: 409,
      json: { code: 'document.ofDecision', details: { acts: ['decisions.correct', 'decisions.revoke'] } },
    });
  }
  expect(done(await decider.call('GET', at))).toMatchObject({ documentVersion: 1, sendAnew: [] });
});

test('a correction while a court has the decision says that the court is to be told', async () => {
  const made = await issuedDecision();
  const { world, preparer, decider, at, concernedId } = made;
  done(await actOn(preparer, at, 'services', { concernedId, way: 'letter' }));
  world.clock.advance(20 * DAY);
  const { reviewId } = done(await actOn(preparer, at, 'reviews', { concernedId, arrivedOn: '2026-12-14' }));
  const result = { outcome: 'upheld', on: '2026-12-14', words: 'Ei uusia perusteita.' };
  done(await actOn(preparer, at, `reviews/${String(reviewId)}/handle`, result));
  done(await actOn(preparer, at, `reviews/${String(reviewId)}/served`, { servedOn: '2026-12-14' }));
  done(
    await actOn(preparer, at, 'reviews', { concernedId, arrivedOn: '2026-12-14', courtCase: '1234/2026' }),
  );
  expect(done(await correct(decider, at))['findings']).toContain('decision.tellCourt');
});
