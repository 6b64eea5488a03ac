import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Controller } from '../../shared/domain/controllers/model.ts';
import { OfficeView, officeViewOf } from '../../shared/domain/controllers/office-view.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadController } from '../../shared/domain/controllers/store.ts';

export const ControllerView = z
  .strictObject({ controller: Controller, version: z.int(), office: OfficeView })
  .meta({ id: 'ControllerView' });

/** The record of the reader's own controller, and whom to turn to in matters of its registers. */
export async function readController(context: ActContext): Promise<Reading<z.infer<typeof ControllerView>>> {
  const { services, actor } = context;
  const [{ controller, version }, settings] = await Promise.all([
    loadController(context),
    settingsOf(services, actor.controller),
  ]);
  return {
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: controller.controllerId }],
      dataGroups: ['settings'],
    },
    body: () => ({ controller, version, office: officeViewOf(settings) }),
    version,
  };
}
