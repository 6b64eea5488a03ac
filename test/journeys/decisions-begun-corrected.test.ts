import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { PROFILES } from '../support/controllers.ts';
import { actOn, workerInPost } from '../support/decisions.ts';
import { childsMatter, issued, MOTHER } from '../support/decisions-of-child.ts';
import { exportedFigures } from '../support/figures.ts';
import { done } from '../support/matters.ts';
import { rebuiltFromNothing } from '../support/rebuilt.ts';

/** It is Tuesday 24 November 2026. */

const THL = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
const WORDS = 'Lapsi sijoitettiin jo marraskuussa.';

test('a placement was recorded to have begun on a wrong day: the day is put right, the figures take the wrong day back, and what stood there stays [L-11.5, L-11.8]', async () => {
  const of = await childsMatter({ '11030': 'official' }, [MOTHER], { settings: PROFILES.U });
  const { world, worker, decider } = of;
  const reader = await workerInPost(world, 'broadResponsibility', { specialRights: ['correctRecord'] });
  const at = await issued(of, {
    kind: '11030',
    plan: { validity: { from: '2026-11-24', to: '2027-11-23' }, result: 'measure' },
  });
  const correct = (who: typeof worker, on: string) =>
    actOn(who, at, 'correct-begun', {
      on,
      reason: { ground: 'erroneous', initiator: 'ownInitiative', words: WORDS },
    });
  expect((await correct(worker, '2026-11-24')).json).toMatchObject({ code: 'decision.wrongState' });
  world.clock.set(Instant.parse('2026-12-07T08:00:00.000Z'));
  done(await actOn(worker, at, 'begin', { on: '2026-12-07' }));
  for (const on of ['2026-12-07', '2026-11-23', '2026-12-08']) {
    expect(await correct(worker, on)).toMatchObject({ status: 422, json: { code: 'decision.notValid' } });
  }
  expect((await correct(decider, '2026-11-26')).json).toMatchObject({ code: 'note.notTheAuthor' });
  expect(await correct(worker, '2026-11-26')).toMatchObject({ status: 200, json: { findings: [] } });
  world.clock.advance(1);
  expect(await correct(worker, '2026-11-27')).toMatchObject({ status: 200, json: { findings: [] } });
  expect(done(await worker.call('GET', at))).toMatchObject({
    begun: { on: '2026-11-27' },
    begunCorrected: { ground: 'erroneous' },
  });
  expect((await worker.call('GET', `${at}/begun-corrections`)).status).toBe(403);
  expect((await reader.call('GET', `${at}/begun-corrections`)).json).toMatchObject({
    corrections: [
      { was: { begunOn: '2026-12-07' }, by: { userId: worker.userId }, reason: { words: WORDS } },
      { was: { begunOn: '2026-11-26' } },
    ],
  });
  const mainUser = await world.worker('mainUser');
  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  const measures = (period: string) => exportedFigures(mainUser, 'childWelfareMeasures', period, THL);
  expect(await measures('2026-11')).toMatchObject({ placementsBegun: 1, childrenPlaced: 1 });
  expect(await measures('2026-12')).toMatchObject({ placementsBegun: 0, childrenPlaced: 0 });
  expect(await rebuiltFromNothing(world)).toEqual(expect.arrayContaining(['decisionBegun']));
});
