import { beforeAll, describe, expect, test } from 'vitest';
import { JobRole } from '../../shared/access/job-roles.ts';
import type { Route } from '../../shared/http/route.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { linesOf } from '../support/dump.ts';
import { ask, everything, filled, named } from '../support/every-route.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let clientId: string;
const workers = new Map<JobRole, Worker>();

beforeAll(async () => {
  world = await testWorld();
  for (const role of JobRole.options) {
    workers.set(role, await world.worker(role, everything([world.units.families])));
  }
  const recorder = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, recorder, { family: 'Keksitty', given: 'Henkilö' }));
  await world.drained();
});

/** What each role of each route was answered, under a name that its line carries. */
const asked = new Map<Route, { role: JobRole; agent: string; status: number }[]>();
let lines: Map<string | undefined, AccessEvent[]>;

beforeAll(async () => {
  for (const [, route] of named) {
    const answers: { role: JobRole; agent: string; status: number }[] = [];
    for (const role of route.action.roles) {
      const worker = workers.get(role);
      if (worker === undefined) throw new Error('No such worker.');
      const agent = `${route.method} ${route.path} of ${role}`;
      const headers = { 'user-agent': agent };
      const { status } = await ask(worker, route, filled(route, clientId), { headers });
      answers.push({ role, agent, status });
    }
    asked.set(route, answers);
  }
  const written = (await linesOf(world.services)).filter(({ eventName }) => eventName !== NOTED_BESIDE);
  lines = Map.groupBy(written, ({ userAgent }) => userAgent);
}, 300_000);

/** How a run that an act begins goes on is told in lines of its own, beside that of the act. */
const NOTED_BESIDE = 'StatisticsRunNoted';

describe.each(named)('%s', (_, route) => {
  test('leaves exactly one line under its own name, whoever of its roles asks and whatever the answer [U-9.15, J-5.14, K-13.19]', () => {
    const answers = asked.get(route) ?? [];
    expect(answers.map(({ role }) => role)).toEqual([...route.action.roles]);
    for (const { role, agent, status } of answers) {
      const isDone = status < 300;
      expect(status, agent).toBeLessThan(500);
      const [line, ...more] = lines.get(agent) ?? [];
      expect(more, agent).toEqual([]);
      expect(line, agent).toMatchObject({
        eventName: route.event,
        action: route.action.name,
        readOnly: route.writes === 'nothing',
        userIdentity: { userId: workers.get(role)?.userId, name: 'Työntekijä Testi', role },
        outcome: { result: isDone ? 'allowed' : 'refused' },
      });
      if (isDone && route.action.tie === 'client') expect(line?.clients, agent).toContain(clientId);
      if (isDone) expect(line?.dataGroups, agent).not.toEqual([]);
      if (isDone && route.writes !== 'nothing') expect(line?.changedFields, agent).not.toEqual([]);
    }
  });
});
