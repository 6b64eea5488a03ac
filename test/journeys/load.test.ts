import { expect, test } from 'vitest';
import * as z from 'zod';
import { mostChildren } from '../../shared/domain/cases/load.ts';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { act, askToOpen, openedCase } from '../support/cases.ts';
import { choose } from '../support/controllers.ts';
import { startedDeadline } from '../support/deadlines.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const Findings = z.object({ findings: z.array(z.string()) });
const findingsOf = (told: Told): string[] => Findings.parse(told.json).findings;
const loadOf = (world: World, worker: Worker): Promise<Told> =>
  worker.call('GET', `/v1/cases/units/${world.units.families}/load`);

test('the limit of children is the law’s of that day, or the controller’s where it asks for less', () => {
  const on = (day: string, chosen: number | null) => mostChildren(LocalDate.parse(day), chosen);
  expect(on('2023-12-31', null)).toBe(35);
  expect(on('2024-01-01', null)).toBe(30);
  expect(on('2026-11-24', 25)).toBe(25);
  expect(on('2026-11-24', 40)).toBe(30);
  expect(on('2021-01-01', null)).toBeUndefined();
});

test('a social worker with more children than the limit is given a case with a warning, and no refusal', async () => {
  const world = await testWorld();
  const { followUp } = defaultSettings;
  await choose(world, world.controller, {
    ...defaultSettings,
    followUp: { ...followUp, childrenPerWorker: 2 },
  });
  const worker = await world.worker('broadResponsibility', { serviceTasks: ['families', 'childWelfare'] });
  const ofChild = { serviceTasks: ['childWelfare'], responsibleWorkerId: worker.userId };
  for (const name of ['Mallila Aino', 'Mallila Eino']) {
    const told = await askToOpen(world, worker, await newClient(world, worker, { name }), ofChild);
    expect(findingsOf(told)).toEqual([]);
  }
  const third = await newClient(world, worker, { name: 'Oletto Irja' });
  const families = await askToOpen(world, worker, third, { responsibleWorkerId: worker.userId });
  expect(findingsOf(families)).toEqual([]);
  const opened = await askToOpen(world, worker, third, ofChild);
  expect({ status: opened.status, findings: findingsOf(opened) }).toEqual({
    status: 201,
    findings: ['case.childrenPerWorker'],
  });
  const free = await openedCase(world, worker, third, { serviceTasks: ['childWelfare'] });
  const assigned = await act(worker, third, free, 'assign', { responsibleWorkerId: worker.userId });
  expect({ status: assigned.status, findings: findingsOf(assigned) }).toEqual({
    status: 200,
    findings: ['case.childrenPerWorker'],
  });
});

test('the supervisor sees how the work of the unit is divided: cases, children, own clients, deadlines and late ones', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { serviceTasks: ['families', 'childWelfare'] });
  const colleague = await world.worker('broadResponsibility');
  const supervisor = await world.worker('supervisor');
  const child = await newClient(world, worker, { name: 'Mallila Aino' });
  const sibling = await newClient(world, worker, { name: 'Mallila Eino' });
  await openedCase(world, worker, child, {
    serviceTasks: ['childWelfare'],
    responsibleWorkerId: worker.userId,
    otherClientIds: [sibling],
  });
  await openedCase(world, worker, child, { responsibleWorkerId: colleague.userId });
  await openedCase(world, worker, child);
  await startedDeadline(world, child, '2026-11-05', { workerId: worker.userId });
  await startedDeadline(world, child, '2026-11-24', { workerId: worker.userId });
  const some = (count: number) => ({ count, more: false });
  const told = await loadOf(world, supervisor);
  const { workers } = z.object({ workers: z.array(z.looseObject({ userId: z.string() })) }).parse(told.json);
  expect(told.json).toMatchObject({ unassigned: 1, childrenLimit: 30 });
  expect(workers.find(({ userId }) => userId === worker.userId)).toEqual({
    userId: worker.userId,
    casesOfUnit: 1,
    cases: 1,
    children: 2,
    tooManyChildren: false,
    ownClients: some(2),
    openDeadlines: some(2),
    lateDeadlines: some(1),
  });
  expect(workers.find(({ userId }) => userId === colleague.userId)).toMatchObject({ cases: 1, children: 0 });
  expect(told.body).not.toContain('Mallila');
  expect((await loadOf(world, worker)).json).toMatchObject({ code: 'access.notAllowed' });
});
