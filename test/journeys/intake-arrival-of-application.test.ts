import { expect, test } from 'vitest';
import * as z from 'zod';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { applied } from '../support/assistance.ts';
import { newClient } from '../support/case-notes.ts';
import { act } from '../support/cases.ts';
import { workerInPost } from '../support/decisions.ts';
import { dumpOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { actOn, inFileAt } from '../support/intake.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import { CASE } from '../support/siblings.ts';
import { testWorld } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const right = (receivedAt: string) => ({
  receivedAt,
  reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Tuli jo aiemmin.' },
});
const FRIDAY = '2026-11-20T09:30:00.000Z';

const Listed = z.array(z.looseObject({ matterId: z.string() }));
const Matters = z.looseObject({ open: Listed, handled: Listed });
const Times = z.object({
  deadlines: z.array(z.looseObject({ rule: z.string(), deadlineId: z.string(), version: z.int() })),
});

test('an application had arrived earlier: how many days it took to ask for its completion is counted from then, and it cannot have arrived after it was asked [L-11.5]', async () => {
  const { world, worker, clientId, at } = await applied();
  done(await actOn(worker, at, '/open-case', { ...CASE(world), name: 'Toimeentulotuki' }));
  done(await actOn(worker, at, '/correct-arrival', right('2026-11-19T09:30:00.000Z')));
  const { deadlines } = Times.parse(done(await worker.call('GET', `/v1/deadlines/clients/${clientId}`)));
  const asked = deadlines.find(({ rule }) => rule === 'assistanceDecision');
  const pause = { version: asked?.version ?? 0, body: { on: '2026-11-20', until: '2026-12-08' } };
  done(
    await worker.call(
      'POST',
      `/v1/deadlines/clients/${clientId}/deadlines/${asked?.deadlineId ?? ''}/pause`,
      pause,
    ),
  );
  const counted = async () =>
    (await factsOf(world, '2026-11')).flatMap(({ kind, on, days, undoes }) =>
      kind === 'completionAsked' && undoes !== true ? [[on, days]] : [],
    );
  expect(await counted()).toEqual([['2026-11-20', 1]]);

  const late = await actOn(worker, at, '/correct-arrival', right('2026-11-23T09:30:00.000Z'));
  expect(late.json).toMatchObject({
    code: 'intake.notValid',
    findings: [{ rule: 'intake.arrivedAfterAct' }],
  });
  done(await actOn(worker, at, '/correct-arrival', right('2026-11-16T09:30:00.000Z')));
  expect((await counted()).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
    ['2026-11-20', 1],
    ['2026-11-20', 4],
  ]);
  const undone = (await factsOf(world, '2026-11')).filter(
    ({ kind, undoes }) => kind === 'completionAsked' && undoes === true,
  );
  expect(undone).toHaveLength(1);
});

test('what was asked in one unit stays counted there when another has the case, and the arrival is put right', async () => {
  const { world, worker, clientId, at } = await applied();
  const opened = done(await actOn(worker, at, '/open-case', { ...CASE(world), name: 'Toimeentulotuki' }));
  const { deadlines } = Times.parse(done(await worker.call('GET', `/v1/deadlines/clients/${clientId}`)));
  const asked = deadlines.find(({ rule }) => rule === 'assistanceDecision');
  const path = `/v1/deadlines/clients/${clientId}/deadlines/${asked?.deadlineId ?? ''}/pause`;
  const body = { on: '2026-11-24', until: '2026-12-08' };
  done(await worker.call('POST', path, { version: asked?.version ?? 0, body }));
  done(await act(worker, clientId, String(opened['caseId']), 'assign', { unitId: world.units.adults }));
  const now = (await dumpOf(world.services, 'records')).find(
    (item) => item['deadlineId'] === asked?.deadlineId,
  );
  expect(now).toMatchObject({ unitId: world.units.adults });
  done(await actOn(worker, at, '/correct-arrival', right('2026-11-19T09:30:00.000Z')));
  const told = (await factsOf(world, '2026-11')).filter(({ kind }) => kind === 'completionAsked');
  expect(told).toHaveLength(3);
  expect(told.map(({ unitId }) => unitId)).toEqual(told.map(() => world.units.families));
});

test('a case with so much behind it that one commit does not hold its correction is refused: the matter is put right, the file stays as it was', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const { clientId: aino, caseId, told } = await begun(world, worker, '2026-12-02T08:00:00.000Z');
  for (let nth = 0; nth < 9; nth += 1) {
    const addedClientId = await newClient(world, worker, { name: `Suur Perhe${nth}` });
    done(await act(worker, aino, caseId, 'clients', { addedClientId }));
  }
  const draft = await draftOf(worker, aino, caseId);
  const finish = `${AT(aino)}/${text(told, 'assessmentId')}/finish`;
  const end = { ...draft, result: 'childWelfareClient', specialSupport: false };
  done(await worker.call('POST', finish, { version: 1, body: end }));
  const { open, handled } = Matters.parse(
    done(await worker.call('GET', `/v1/intake/clients/${aino}/matters`)),
  );
  const at = inFileAt(aino, [...open, ...handled][0]?.matterId ?? '');
  const openedAt = async () =>
    (await worker.call('GET', `/v1/cases/clients/${aino}/cases/${caseId}`)).json['openedAt'];
  const before = await openedAt();
  const first = await actOn(worker, at, '/correct-arrival', right(FRIDAY));
  expect(first).toMatchObject({
    status: 200,
    json: { findings: expect.arrayContaining(['intake.fileBesides']) },
  });
  expect(await openedAt()).toBe(before);
  const again = await actOn(worker, at, '/correct-arrival', right(FRIDAY));
  expect(again).toMatchObject({ status: 409, json: { code: 'intake.tooMuchAtOnce' } });
  expect(await openedAt()).toBe(before);
});
