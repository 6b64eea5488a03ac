import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { escalate } from '../../functions/deadlines/escalate.ts';
import { EscalationRun } from '../../shared/domain/deadlines/escalation-run.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { newClient } from '../support/case-notes.ts';
import { counted } from '../support/counted.ts';
import { actingContext, committed, standingUnit, startedDeadline } from '../support/deadlines.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** It is 24 November 2026; a time that began on the 12th was over on the 23rd. */
/** Minutes of a day. */
const DAY = 1440;
const notices = (world: World, supervisor: Worker): Promise<Told> =>
  supervisor.call('GET', `/v1/tasks/units/${world.units.families}?list=supervisor`);
const run = (world: World) => escalate(world.services, [world.controller]);

async function setting(): Promise<{ world: World; supervisor: Worker; clientId: ClientId }> {
  const world = await testWorld();
  await standingUnit(world, world.units.families);
  await standingUnit(world, world.units.adults);
  const clientId = await newClient(world, await world.worker('broadResponsibility'), {
    name: 'Mallila Aino',
  });
  return { world, supervisor: await world.worker('supervisor'), clientId };
}

describe('the run of the morning', () => {
  test('tells the supervisor of the unit how many times are late or soon over, and marks them once', async () => {
    const { world, supervisor, clientId } = await setting();
    const late = await startedDeadline(world, clientId, '2026-11-12');
    const soon = await startedDeadline(world, clientId, '2026-11-16');
    await startedDeadline(world, clientId, '2026-11-24');
    await startedDeadline(world, clientId, '2026-10-24', { rule: 'appeal' });
    expect(await run(world)).toEqual({ units: 2, escalated: 1, warned: 1, failed: 0 });
    const told = await notices(world, supervisor);
    expect(told.json).toMatchObject({
      tasks: [{ kind: 'lateDeadlines', count: 2, state: 'queued', dueOn: '2026-11-24' }],
    });
    const marked = await loadOpenDeadlines(actingContext(world), clientId);
    const markOf = (id: string) => marked.find(({ deadlineId }) => deadlineId === id);
    expect(markOf(late.deadlineId)).toMatchObject({ escalatedOn: '2026-11-24' });
    expect(markOf(soon.deadlineId)).toMatchObject({ warnedOn: '2026-11-24' });
    expect(marked.filter(({ version }) => version > 1)).toHaveLength(2);

    const [row] = z.object({ tasks: z.array(z.looseObject({ taskId: z.string() })) }).parse(told.json).tasks;
    const at = `/v1/tasks/units/${world.units.families}/tasks/${row?.taskId}/done`;
    const worker = await world.worker('broadResponsibility');
    expect((await worker.call('POST', at, { version: 1 })).json).toMatchObject({ code: 'access.notAllowed' });
    expect((await supervisor.call('POST', at, { version: 1 })).status).toBe(200);
    expect((await notices(world, supervisor)).json).toEqual({ tasks: [] });
  });

  test('does nothing twice on one day, and on the next only what is new', async () => {
    const { world, supervisor, clientId } = await setting();
    await startedDeadline(world, clientId, '2026-11-12');
    await startedDeadline(world, clientId, '2026-11-16');
    await run(world);
    expect(await run(world)).toEqual({ units: 2, escalated: 1, warned: 1, failed: 0 });
    expect((await notices(world, supervisor)).json).toMatchObject({ tasks: [{ count: 2 }] });
    world.clock.advance(DAY);
    expect(await run(world)).toEqual({ units: 2, escalated: 0, warned: 0, failed: 0 });
    world.clock.advance(DAY);
    expect(await run(world)).toMatchObject({ escalated: 1, warned: 0 });
    const counts = z.object({ tasks: z.array(z.object({ count: z.int() }).loose()) });
    expect(counts.parse((await notices(world, supervisor)).json).tasks.map(({ count }) => count)).toEqual([
      2, 1,
    ]);
  });

  test('names each client on a line of its own, and nobody in the notice', async () => {
    const { world, supervisor, clientId } = await setting();
    const other = await newClient(world, await world.worker('broadResponsibility'), {
      name: 'Koeniemi Eino',
    });
    for (const of of [clientId, clientId, other]) await startedDeadline(world, of, '2026-11-12');
    await run(world);
    const lines = (await linesOf(world.services)).filter(
      ({ eventName }) => eventName === 'DeadlinesEscalated',
    );
    const named = lines.map(({ clients }) => clients.join(' ')).filter((text) => text !== '');
    expect(new Set(named)).toEqual(new Set([clientId, other]));
    expect(named).toHaveLength(2);
    expect((await notices(world, supervisor)).body).not.toMatch(/Mallila|Koeniemi|clientId/);
  });

  test('tells of what was exceeded and has no reason after the days that the controller gives for it', async () => {
    const { world, supervisor, clientId } = await setting();
    await startedDeadline(world, clientId, '2026-11-12');
    await run(world);
    const [deadline] = await loadOpenDeadlines(actingContext(world), clientId);
    if (deadline === undefined) throw new Error('no deadline');
    const context = actingContext(world);
    await committed(world, meetDeadline(context, deadline, { at: context.now }).changes);
    world.clock.advance(DAY * 7);
    await run(world);
    const told = z.object({ tasks: z.array(z.looseObject({ count: z.int() })) });
    expect(told.parse((await notices(world, supervisor)).json).tasks.map(({ count }) => count)).toEqual([
      1, 1,
    ]);
  });

  test('goes on after what is done when it was cut short, and a unit that fails does not stop the others', async () => {
    const { world, supervisor, clientId } = await setting();
    await startedDeadline(world, clientId, '2026-11-12');
    await startedDeadline(world, clientId, '2026-11-12', { unitId: world.units.adults });
    const client = world.services.tables.clientOf(world.controller);
    const [first] = [world.units.families, world.units.adults].toSorted();
    let isBroken = true;
    client.middlewareStack.add((next) => (args) => {
      const text = JSON.stringify(args.input);
      if (isBroken && text.includes('gsi2') && text.includes(`#t#${first}`)) throw new Error('no answer');
      return next(args);
    });
    expect(await run(world)).toMatchObject({ units: 1, escalated: 1, failed: 1 });
    const record = async () => {
      const stored = z
        .array(z.looseObject({ entity: z.string() }))
        .parse(await dumpOf(world.services, 'records'));
      return EscalationRun.parse(stored.find(({ entity }) => entity === 'escalationRun'));
    };
    expect(await record()).toMatchObject({ state: 'underWay', failedUnitIds: [first] });
    isBroken = false;
    expect(await run(world)).toEqual({ units: 2, escalated: 2, warned: 0, failed: 0 });
    expect(await record()).toMatchObject({ state: 'done', failedUnitIds: [] });
    expect((await notices(world, supervisor)).json).toMatchObject({ tasks: [{ count: 1 }] });
  });

  test('costs what is late and soon over, and not what a unit has besides', async () => {
    const { world, clientId } = await setting();
    await startedDeadline(world, clientId, '2026-11-12');
    for (let nth = 0; nth < 60; nth += 1) await startedDeadline(world, clientId, '2026-11-24');
    const counter = counted(world.services, world.controller);
    const { cost } = await counter.costOf(() => run(world));
    // Three of each of the two units: times, reasons that are missing, transfers; and the list of units.
    expect(cost.calls['Query']).toBeLessThanOrEqual(7);
    expect(cost.readUnits).toBeLessThan(20);
  });
});
