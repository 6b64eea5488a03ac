import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ControllerContent, ControllerItem } from '../../shared/domain/controllers/model.ts';
import { changedFieldsOf, loadController } from '../../shared/domain/controllers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { changed } from '../../shared/table/item.ts';

export const ControllerChanged = z
  .strictObject({ controllerId: ControllerId, version: z.int() })
  .meta({ id: 'ControllerChanged' });

/** Writes the record of the main user's own controller anew. */
export async function changeController(
  context: ActContext,
  { body, version }: { body: z.infer<typeof ControllerContent>; version: number },
): Promise<Answer<z.infer<typeof ControllerChanged>>> {
  const item = await loadController(context);
  expectVersion(item, version);
  const { controllerId } = item.controller;
  const controller = { controllerId, ...body };
  const put: ControllerItem = { ...item, ...changed(item, context.now, context.actor.userId), controller };
  return commit(context, {
    changes: [{ put, when: { version } }],
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: controllerId }],
      dataGroups: ['settings'],
      changedFields: changedFieldsOf(item.controller, controller),
    },
    answer: { body: { controllerId, version: put.version }, version: put.version },
  });
}
