import type { ClientContext } from '../domain/clients/file.ts';
import type { UnitId, UserId } from '../kernel/id.ts';
import { Refusal, type RefusalDefinition } from '../kernel/refusal.ts';
import { userKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import type { Action } from './action.ts';
import { actorOf } from './actor.ts';
import { judgeFile } from './authorise.ts';
import { withBeside, withGiven } from './beside-powers.ts';
import { PowersItem } from './powers.ts';

/**
 * A colleague to whom work about this client is given could open the file for it by herself today: by role, by tie,
 * and by a grant in the unit. Judged by the colleague's own powers, as if she asked.
 * @throws Refusal the one given.
 */
export async function mustHaveTie(
  context: ClientContext,
  { userId, unitId, action }: { userId: UserId; unitId: UnitId; action: Action },
  otherwise: RefusalDefinition,
): Promise<void> {
  const { services, actor, now, today, file } = context;
  const { controller, authenticationMethod } = actor;
  const key = userKeys.powers(controller, userId);
  const item = await getItem(services.tables, controller, 'records', key, PowersItem);
  const colleague =
    item === undefined
      ? undefined
      : actorOf({ userId, controller, authenticationMethod, issuedAt: now }, item.powers, now, today);
  const theirs = colleague === undefined ? undefined : await withBeside(services, colleague, today);
  const may =
    theirs !== undefined &&
    theirs.grants.some(({ unitIds }) => unitIds.includes(unitId)) &&
    judgeFile(theirs, action, await withGiven(services, theirs, file), { now, today }).allowed;
  if (!may) throw new Refusal(otherwise);
}
