import type { ClientId } from '../../shared/kernel/id.ts';
import { TaskId } from '../../shared/kernel/id.ts';
import type { Told, Worker, World } from './world.ts';

/** Tasks as workers give and do them over the API. */

export const askToGive = (world: World, worker: Worker, clientId: ClientId, more = {}): Promise<Told> =>
  worker.call('POST', `/v1/tasks/clients/${clientId}/tasks`, {
    body: {
      words: 'Soita isälle kotipalvelusta.',
      dueOn: '2026-12-01',
      unitId: world.units.families,
      ...more,
    },
  });

/** A task given by this worker. @returns its id. */
export async function givenTask(
  world: World,
  worker: Worker,
  clientId: ClientId,
  more: Record<string, unknown> = {},
): Promise<TaskId> {
  const told = await askToGive(world, worker, clientId, more);
  if (told.status !== 201) throw new Error(`not given: ${told.body ?? ''}`);
  return TaskId.parse(told.json['taskId']);
}

export const taskAt = (clientId: ClientId, taskId: TaskId, what = ''): string =>
  `/v1/tasks/clients/${clientId}/tasks/${taskId}${what}`;
