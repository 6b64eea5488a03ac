import { expect, test } from 'vitest';
import * as z from 'zod';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { changedTo, recordPerson } from '../support/people.ts';
import type { Worker } from '../support/world.ts';

const Listed = z.object({
  clients: z.array(z.looseObject({ clientId: z.string(), startedOn: z.string() })),
  next: z.string().optional(),
});

async function begun(
  { world, worker }: { world: Awaited<ReturnType<typeof worldOf>>; worker: Worker },
  given: string,
  start: Record<string, unknown>,
): Promise<string> {
  const clientId = await recordPerson(world, worker, {
    name: { family: 'Odottaja', given },
    birthDate: '1980-01-01',
  });
  const told = await changedTo(worker, clientId, '/relationship/start', {
    responsibleUnitId: world.units.families,
    ...start,
  });
  expect(told.status).toBe(200);
  return clientId;
}

test('a supervisor sees who in the unit has not been told how their data are processed, the longest waiting first; a worker one’s own and those who have nobody; the file says it too', async () => {
  const world = await worldOf(PROFILES.J);
  const [worker, colleague, supervisor] = [
    await world.worker('broadResponsibility'),
    await world.worker('broadResponsibility'),
    await world.worker('supervisor'),
  ];
  const at = { world, worker };
  const own = await begun(at, 'Oma', { startedOn: '2026-11-20', ownWorkerId: worker.userId });
  const others = await begun(at, 'Toisen', { startedOn: '2026-11-12', ownWorkerId: colleague.userId });
  const nobodys = await begun(at, 'Vailla', { startedOn: '2026-11-16' });
  const told = { startedOn: '2026-11-10', informedOn: '2026-11-10' };
  const informed = await begun(at, 'Kerrottu', told);

  const path = `/v1/cases/units/${world.units.families}/uninformed`;
  const seenBy = async (who: Worker, query: Record<string, string> = {}) => {
    await world.drained();
    return Listed.parse((await who.call('GET', `${path}?${new URLSearchParams(query).toString()}`)).json);
  };
  const idsOf = async (who: Worker) => (await seenBy(who)).clients.map(({ clientId }) => clientId);
  expect(await idsOf(supervisor)).toEqual([others, nobodys, own]);
  expect(await idsOf(worker)).toEqual([nobodys, own]);
  expect(await idsOf(colleague)).toEqual([others, nobodys]);

  // A page and the one after it.
  const first = await seenBy(supervisor, { limit: '2' });
  expect(first.clients).toMatchObject([
    { family: 'Odottaja', given: 'Toisen', startedOn: '2026-11-12', ownWorkerId: colleague.userId },
    { given: 'Vailla' },
  ]);
  const rest = await seenBy(supervisor, { limit: '2', cursor: first.next ?? '' });
  expect(rest.clients.map(({ clientId }) => clientId)).toEqual([own]);

  // Another unit's list is not theirs; who is told leaves the list and the mark of the file.
  const elsewhere = `/v1/cases/units/${world.units.adults}/uninformed`;
  expect((await worker.call('GET', elsewhere)).status).toBe(403);
  const fileOf = async (clientId: string) => (await worker.call('GET', `/v1/clients/${clientId}`)).json;
  expect(await fileOf(own)).toMatchObject({ uninformed: true });
  expect(await fileOf(informed)).not.toHaveProperty('uninformed');
  await changedTo(worker, own, '/relationship/informing', { informedOn: '2026-11-24' });
  expect(await fileOf(own)).not.toHaveProperty('uninformed');
  expect(await idsOf(supervisor)).toEqual([others, nobodys]);
});

test('a controller that informs in another way has no such list, and no mark in the file', async () => {
  const world = await worldOf({
    ...PROFILES.J,
    informing: { ...PROFILES.J.informing, atRelationshipStart: false },
  });
  const worker = await world.worker('broadResponsibility');
  const clientId = await begun({ world, worker }, 'Vailla', { startedOn: '2026-11-20' });
  await world.drained();
  const list = await worker.call('GET', `/v1/cases/units/${world.units.families}/uninformed`);
  expect(Listed.parse(list.json).clients).toEqual([]);
  expect((await worker.call('GET', `/v1/clients/${clientId}`)).json).not.toHaveProperty('uninformed');
});
