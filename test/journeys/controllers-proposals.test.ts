import { expect, test } from 'vitest';
import { keskiUusimaa } from '../../shared/domain/controllers/profiles/keski-uusimaa.ts';
import { loimaa } from '../../shared/domain/controllers/profiles/loimaa.ts';
import { changeSettings, propose, SETTINGS, worldOf } from '../support/controllers.ts';
import { linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';

const PROPOSALS = `${SETTINGS}/proposals`;
const PERMISSION = { access: { requireClientPermission: true } };

test('one proposes and another approves: then the change is a version with its day, both people and its fields', async () => {
  const world = await worldOf(keskiUusimaa);
  const first = await world.worker('mainUser');
  const second = await world.worker('management');
  const proposed = await propose(first, PERMISSION);
  expect(proposed).toMatchObject({ status: 201, json: { version: 1 } });
  const path = `${PROPOSALS}/${text(proposed, 'proposalId')}`;
  // Nothing has changed yet, and what would is seen beside what is.
  expect((await second.call('GET', SETTINGS)).json).toMatchObject({ version: 1, settings: keskiUusimaa });
  expect((await second.call('GET', path)).json).toMatchObject({
    state: 'open',
    proposedBy: first.userId,
    before: { access: keskiUusimaa.access },
    settings: PERMISSION,
    changedFields: ['access'],
  });
  expect((await first.call('POST', `${path}/approve`, { version: 1 })).json).toMatchObject({
    status: 403,
    code: 'controller.ownProposal',
  });
  expect((await first.call('POST', `${path}/refuse`, { version: 1 })).status).toBe(403);
  expect((await second.call('POST', `${path}/approve`, { version: 1 })).json).toMatchObject({
    settingsVersion: 2,
    from: '2026-11-24',
  });
  expect((await first.call('GET', SETTINGS)).json).toMatchObject({ inForce: 2, settings: PERMISSION });
  expect((await first.call('GET', `${SETTINGS}/versions`)).json).toMatchObject({
    versions: [
      { version: 2, changedBy: first.userId, approvedBy: second.userId, changedFields: ['access'] },
      { version: 1 },
    ],
  });
  expect((await first.call('GET', `${SETTINGS}/versions/1`)).json).toMatchObject({ settings: keskiUusimaa });
  // Each has a line of one's own.
  const lines = (await linesOf(world.services)).filter(({ outcome }) => outcome.result === 'allowed');
  const who = (name: string) => lines.find(({ eventName }) => eventName === name)?.userIdentity.userId;
  expect([who('SettingsChangeProposed'), who('SettingsChanged')]).toEqual([first.userId, second.userId]);
});

test('a change holds from its day, and from the day of the approval where that has passed', async () => {
  const world = await worldOf(keskiUusimaa);
  const [first, second] = [await world.worker('mainUser'), await world.worker('mainUser')];
  expect(await changeSettings(world, first, PERMISSION, { from: '2027-01-01' })).toMatchObject({
    status: 200,
    json: { settingsVersion: 2, from: '2027-01-01' },
  });
  expect((await first.call('GET', SETTINGS)).json).toMatchObject({
    version: 2,
    inForce: 1,
    waiting: [{ version: 2, from: '2027-01-01' }],
    settings: { access: keskiUusimaa.access },
  });
  // A version of an earlier day would lose its change on the day of the waiting one.
  expect((await propose(first, { erasure: { mode: 'onRequest' } })).json).toMatchObject({
    code: 'controller.laterSettingsWait',
  });
  world.clock.advance(60 * 24 * 60);
  expect((await first.call('GET', SETTINGS)).json).toMatchObject({ inForce: 2, settings: PERMISSION });
  const late = await propose(first, { invoicing: { enabled: true } }, { from: '2027-02-01' });
  world.clock.advance(30 * 24 * 60);
  expect(
    (await second.call('POST', `${PROPOSALS}/${text(late, 'proposalId')}/approve`, { version: 1 })).json,
  ).toMatchObject({ from: '2027-02-22' });
});

test('a proposal is judged whole before anybody sees it, and never changes the past', async () => {
  const world = await worldOf(loimaa);
  const mainUser = await world.worker('mainUser');
  const noRoute = { ...loimaa.dataSubjectRequests, addressee: 'dataProtectionOfficer' };
  expect((await propose(mainUser, { dataSubjectRequests: noRoute })).json).toMatchObject({
    code: 'controller.notValid',
    findings: [{ path: '/body/settings/dataSubjectRequests/addressee' }],
  });
  const invoicing = { invoicing: { enabled: false } };
  expect((await propose(mainUser, invoicing, { from: '2026-11-23' })).json).toMatchObject({
    findings: [{ rule: 'controller.notInThePast' }],
  });
  expect((await propose(mainUser, { invoicing: loimaa.invoicing })).json).toMatchObject({
    findings: [{ rule: 'controller.somethingChanges' }],
  });
  expect((await propose(mainUser, { made: 'up' })).status).toBe(400);
});

test('of two proposals on one version the second is made anew, and what was decided is not decided again', async () => {
  const world = await worldOf(loimaa);
  const [first, second] = [await world.worker('mainUser'), await world.worker('mainUser')];
  const idOf = async (settings: object) => {
    world.clock.advance(1);
    return text(await propose(first, { ...settings }), 'proposalId');
  };
  const [one, other, third] = [
    await idOf(PERMISSION),
    await idOf({ invoicing: { enabled: false } }),
    await idOf({ erasure: { mode: 'none' } }),
  ];
  const act = (who: typeof first, id: string, verb: string, version = 1) =>
    who.call('POST', `${PROPOSALS}/${id}/${verb}`, { version });
  expect((await act(second, third, 'withdraw')).json).toMatchObject({ code: 'controller.notProposer' });
  expect(await act(first, third, 'withdraw')).toMatchObject({ status: 200, json: { version: 2 } });
  expect((await act(second, third, 'approve', 2)).json).toMatchObject({ code: 'controller.proposalDecided' });
  expect((await act(second, one, 'approve')).status).toBe(200);
  expect((await act(second, other, 'approve')).json).toMatchObject({ code: 'controller.proposalOutdated' });
  expect((await act(second, other, 'refuse')).status).toBe(200);
  expect((await act(second, one, 'approve')).status).toBe(412);
  expect((await first.call('GET', PROPOSALS)).json).toMatchObject({
    proposals: [
      { proposalId: third, state: 'withdrawn', decidedBy: first.userId },
      { proposalId: other, state: 'refused', decidedBy: second.userId },
      { proposalId: one, state: 'approved', decidedBy: second.userId },
    ],
  });
  expect((await first.call('GET', SETTINGS)).json).toMatchObject({
    settings: { ...PERMISSION, invoicing: { enabled: true }, erasure: loimaa.erasure },
  });
});

test('nobody but a main user proposes, and nobody but a main user or the management approves', async () => {
  const world = await worldOf(loimaa);
  const path = `${PROPOSALS}/${text(await propose(await world.worker('mainUser'), PERMISSION), 'proposalId')}`;
  const body = { baseVersion: 1, settings: PERMISSION };
  for (const role of [
    'broadResponsibility',
    'supervisor',
    'dataProtectionOfficer',
    'administrative',
  ] as const) {
    const worker = await world.worker(role);
    expect((await worker.call('POST', PROPOSALS, { body })).status).toBe(403);
    expect((await worker.call('POST', `${path}/approve`, { version: 1 })).status).toBe(403);
  }
  const manager = await world.worker('management');
  expect((await manager.call('POST', PROPOSALS, { body })).status).toBe(403);
});
