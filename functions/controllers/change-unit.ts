import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Unit, UnitContent, UnitItem } from '../../shared/domain/controllers/model.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { judgeLastDay, judgeUnit } from '../../shared/domain/controllers/rules.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { changedFieldsOf, loadUnit } from '../../shared/domain/controllers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import type { UnitChanged } from './add-unit.ts';

type Changed = Promise<Answer<z.infer<typeof UnitChanged>>>;

/** The last day of a unit or a post. */
export const LastDay = z.strictObject({ to: LocalDate }).meta({ id: 'LastDay' });

/** Writes a unit's data anew. */
export async function changeUnit(
  context: ActContext,
  {
    params: { unitId },
    body,
    version,
  }: { params: { unitId: UnitId }; body: z.infer<typeof UnitContent>; version: number },
): Changed {
  const { services, actor } = context;
  const [item, settings] = await Promise.all([
    loadUnit(context, unitId),
    settingsOf(services, actor.controller),
  ]);
  expectVersion(item, version);
  const findings = judgeUnit(body, settings);
  if (findings.length > 0) throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings });
  return written(context, item, { unitId, ...body });
}

/** Ends a unit with its last day. Its name stays for what was done in it. */
export async function endUnit(
  context: ActContext,
  {
    params: { unitId },
    body: { to },
    version,
  }: { params: { unitId: UnitId }; body: z.infer<typeof LastDay>; version: number },
): Changed {
  const item = await loadUnit(context, unitId);
  expectVersion(item, version);
  if (item.unit.to !== undefined && item.unit.to < context.today) {
    throw new Refusal(CONTROLLER_REFUSALS.ended);
  }
  const findings = judgeLastDay(item.unit, to);
  if (findings.length > 0) throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings });
  return written(context, item, { ...item.unit, to });
}

function written(context: ActContext, item: UnitItem, unit: Unit): Changed {
  const put: UnitItem = { ...item, ...changed(item, context.now, context.actor.userId), unit };
  const { unitId } = unit;
  return commit(context, {
    changes: [{ put, when: { version: item.version } }],
    line: {
      clients: [],
      resources: [{ kind: 'unit', id: unitId, version: put.version }],
      dataGroups: ['settings'],
      changedFields: changedFieldsOf(item.unit, unit),
    },
    answer: { body: { unitId, version: put.version }, version: put.version },
  });
}
