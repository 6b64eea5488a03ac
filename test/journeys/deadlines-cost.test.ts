import { expect, test } from 'vitest';
import * as z from 'zod';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { addDays, LocalDate } from '../../shared/kernel/local-date.ts';
import { fill } from '../bench/fill.ts';
import { newClient } from '../support/case-notes.ts';
import { counted } from '../support/counted.ts';
import { actingContext } from '../support/deadlines.ts';
import { testWorld, type World } from '../support/world.ts';

/** So many open times of the unit, on days before and after its today. */
async function filled(world: World, clientId: ClientId, count: number): Promise<void> {
  const { services, controller, units } = world;
  const context = actingContext(world);
  const first = LocalDate.parse('2026-11-05');
  const items = Array.from({ length: count }, (_, nth) => {
    const { deadline } = startDeadline(context, {
      rule: 'protectionAssessmentStart',
      start: { on: addDays(first, nth % 20) },
      subject: { kind: 'client', id: clientId },
      serviceTasks: ['families'],
      unitId: units.families,
      clientId,
    });
    return deadline;
  });
  const fillers = items.map((item) => ({ table: services.tables.records, item })).values();
  await fill(services.tables.clientOf(controller), fillers);
}

test('a page of what is late, due or coming in a unit, and the count of each, cost the same with a thousand open times as with a hundred', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
  const counter = counted(world.services, world.controller);
  const at = `/v1/deadlines/units/${world.units.families}`;
  const costOf = async (path: string) => {
    const { result, cost } = await counter.costOf(() => worker.call('GET', path));
    const { deadlines } = z.object({ deadlines: z.array(z.unknown()) }).parse(result.json);
    const { rounds, readUnits, kmsCalls, calls } = cost;
    return { shown: deadlines.length, rounds, readUnits, kmsCalls, calls };
  };
  const costs = async () => {
    const told: Record<string, Awaited<ReturnType<typeof costOf>>> = {};
    for (const list of ['late', 'due', 'coming']) told[list] = await costOf(`${at}?list=${list}&limit=5`);
    return told;
  };
  // The first look opens the client's label, which then stays in memory.
  await filled(world, clientId, 100);
  await costs();
  const few = await costs();
  await filled(world, clientId, 900);
  expect(await costs()).toEqual(few);
  for (const cost of Object.values(few)) {
    expect(cost).toMatchObject({ shown: 5, kmsCalls: 0 });
    // The powers with the rows of the index; the rows as they stand with their clients; the line.
    expect(cost.rounds).toBeLessThanOrEqual(3);
    expect(cost.readUnits).toBeLessThanOrEqual(12);
  }
  const { cost } = await counter.costOf(() => worker.call('GET', `${at}/counts`));
  expect(cost.calls['Query']).toBe(5);
  expect(cost.readUnits).toBeLessThan(60);
});
