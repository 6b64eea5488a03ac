import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { UnitContent, UnitItem } from '../../shared/domain/controllers/model.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { judgeUnit } from '../../shared/domain/controllers/rules.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { controllerKeys } from '../../shared/table/keys.ts';

export const UnitChanged = z.strictObject({ unitId: UnitId, version: z.int() }).meta({ id: 'UnitChanged' });

/** Adds a unit to the main user's own controller. */
export async function addUnit(
  context: ActContext,
  { body }: { body: z.infer<typeof UnitContent> },
): Promise<Answer<z.infer<typeof UnitChanged>>> {
  const { services, actor, now } = context;
  const findings = judgeUnit(body, await settingsOf(services, actor.controller));
  if (findings.length > 0) throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings });
  const unitId = UnitId.parse(newId(services));
  const put: UnitItem = {
    ...controllerKeys.unit(actor.controller, unitId),
    entity: 'unit',
    ...created(now, actor.userId),
    unit: { unitId, ...body },
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [],
      resources: [{ kind: 'unit', id: unitId, version: 1 }],
      dataGroups: ['settings'],
      changedFields: ['unit'],
    },
    answer: { body: { unitId, version: 1 }, version: 1 },
  });
}
