import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { act, caseAt, openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { aBan, aClient, declare, declared, rulesOf, withdraw } from '../support/disclosures.ts';
import { linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';

const { kind: _kind, ...permission } = aBan();
const aPermission = (more: object = {}) => ({ ...permission, kind: 'usePermission', ...more });

/** docs/decisions/0091: what the law sets goes on; what it does not set waits for the client's permission. */
test.each([
  ['Uusikaupunki', 'U', 'access.permissionMissing'],
  ['Joutsa', 'J', 'access.permissionMissing'],
  ['Loimaa', 'L', 'opened'],
] as const)(
  'in %s a student opens a file by the client’s permission or by the tie alone, and the worker in charge always [U-9.3, J-5.1]',
  async (_, letter, without) => {
    const world = await worldOf(PROFILES[letter]);
    const worker = await world.worker('broadResponsibility');
    const clientId = await aClient(world, worker);
    const guide = await world.worker('arranging', { serviceTasks: ['families'] });
    await openedCase(world, worker, clientId, { responsibleWorkerId: guide.userId });
    const range = { from: LocalDate.parse('2026-11-01'), to: LocalDate.parse('2026-12-24') };
    const student = await world.worker('student', { guidedRole: 'arranging', guidedBy: guide.userId, range });
    const opens = async (by: typeof student): Promise<unknown> => {
      const { status, json } = await by.call('GET', `/v1/clients/${clientId}`);
      return status === 200 ? 'opened' : json['code'];
    };
    expect(await opens(student)).toBe(without);
    expect([await opens(worker), await opens(guide)]).toEqual(['opened', 'opened']);
    const part = aPermission({ scope: { of: 'serviceTasks', serviceTasks: ['families'] } });
    expect(rulesOf(await declare(worker, clientId, part))).toEqual(['declaration.useWhole']);
    const id = await declared(worker, clientId, aPermission());
    expect(await opens(student)).toBe('opened');
    await withdraw(worker, clientId, id);
    expect([await opens(student), await opens(guide)]).toEqual([without, 'opened']);
    const refused = (await linesOf(world.services)).filter(
      ({ outcome }) => outcome.code === 'access.permissionMissing',
    );
    expect(refused.every(({ clients }) => clients.includes(clientId))).toBe(true);
    expect(refused).toHaveLength(without === 'opened' ? 0 : 2);
  },
);

test('a unit that was only asked to take a case looks at it by a permission alone, until its last day', async () => {
  const world = await worldOf(PROFILES.U);
  await standingUnit(world, world.units.adults);
  const worker = await world.worker('broadResponsibility');
  const receiver = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  const clientId = await aClient(world, worker);
  const sibling = await aClient(world, worker);
  const together = { responsibleWorkerId: worker.userId, otherClientIds: [sibling] };
  const caseId = await openedCase(world, worker, clientId, together);
  const proposal = { toUnitId: world.units.adults, reason: 'Perhe on muuttanut.' };
  done(await act(worker, clientId, caseId, 'transfers', proposal));
  const look = async (): Promise<unknown> =>
    (await receiver.call('GET', caseAt(clientId, caseId))).json['code'] ?? 'opened';
  expect(await look()).toBe('access.permissionMissing');
  await declared(worker, clientId, aPermission({ until: '2026-11-25' }));
  world.clock.advance(1440);
  expect(await look()).toBe('opened');
  expect((await receiver.call('GET', caseAt(clientId, caseId))).body).not.toContain(sibling);
  expect((await worker.call('GET', caseAt(clientId, caseId))).body).toContain(sibling);
  world.clock.advance(1440);
  expect(await look()).toBe('access.permissionMissing');
  await declared(worker, clientId, aPermission());
  expect(await look()).toBe('opened');
});
