import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Controller } from '../../shared/domain/controllers/model.ts';
import { loadController } from '../../shared/domain/controllers/store.ts';

export const ControllerView = z
  .strictObject({ controller: Controller, version: z.int() })
  .meta({ id: 'ControllerView' });

/** The record of the reader's own controller. */
export async function readController(context: ActContext): Promise<Reading<z.infer<typeof ControllerView>>> {
  const { controller, version } = await loadController(context);
  return {
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: controller.controllerId }],
      dataGroups: ['settings'],
    },
    body: () => ({ controller, version }),
    version,
  };
}
