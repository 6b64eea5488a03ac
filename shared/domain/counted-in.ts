import * as z from 'zod';
import { UnitId } from '../kernel/id.ts';
import { ServiceTask } from './service-tasks.ts';

/**
 * What the thing itself keeps of its fact, so that a correction takes the fact back and counts another where the first
 * was: how often it was counted, for each time bears a name of its own, in which unit and under which tasks.
 */
export const CountedIn = z.strictObject({
  times: z.int().positive(),
  unitId: UnitId,
  serviceTasks: z.array(ServiceTask),
});
