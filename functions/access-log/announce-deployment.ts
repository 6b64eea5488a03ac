import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import {
  type AnnouncingTurn,
  DAYS_AHEAD,
  DAYS_ANNOUNCED,
  DeploymentAnnounced,
} from '../../shared/domain/deployed/model.ts';
import { DEPLOYED_REFUSALS } from '../../shared/domain/deployed/refusals.ts';
import { countedFrom, isTooMuch } from '../../shared/domain/deployed/rules.ts';
import { announcedFrom, loadTurn } from '../../shared/domain/deployed/store.ts';
import { AnnouncementId } from '../../shared/kernel/id.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { deployedKeys } from '../../shared/table/keys.ts';

const { release, changes, from, to } = DeploymentAnnounced.shape;
/** Days of the Finnish calendar, both included. */
export const AnnounceDeployment = z
  .strictObject({ release, changes, from, to })
  .meta({ id: 'AnnounceDeployment' });
export const DeploymentNoted = z
  .strictObject({ announcementId: AnnouncementId })
  .meta({ id: 'DeploymentNoted' });

/**
 * Says beforehand that code or policies will change: what changes unsaid is a finding.
 * @throws Refusal for days that are past, too many or too far ahead, and where too much is announced already.
 */
export async function announceDeployment(
  context: ActContext,
  { body }: { body: z.infer<typeof AnnounceDeployment> },
): Promise<Answer<z.infer<typeof DeploymentNoted>>> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const isAhead =
    today <= body.from &&
    body.from <= addDays(today, DAYS_AHEAD) &&
    body.from <= body.to &&
    body.to <= addDays(body.from, DAYS_ANNOUNCED);
  if (!isAhead) throw new Refusal(DEPLOYED_REFUSALS.notAhead);
  // The turn first: whoever announces after it was read finds it taken.
  const turn = await loadTurn(services.tables, controller);
  const others = await announcedFrom(services.tables, controller, countedFrom(body));
  if (isTooMuch(body, others)) throw new Refusal(DEPLOYED_REFUSALS.tooMuch);
  const announcementId = AnnouncementId.parse(newId(services));
  const put: DeploymentAnnounced = {
    ...deployedKeys.announcement(controller, body.to, announcementId),
    entity: 'deploymentAnnounced',
    ...created(now, actor.userId),
    announcementId,
    ...body,
  };
  const next: AnnouncingTurn = {
    ...deployedKeys.turn(controller),
    entity: 'announcingTurn',
    ...(turn === undefined ? created(now, actor.userId) : changed(turn, now, actor.userId)),
  };
  return commit(context, {
    changes: [
      { put, when: 'absent' },
      {
        put: next,
        when: turn === undefined ? 'absent' : { version: turn.version },
        otherwise: COMMON_REFUSALS.conflict,
      },
    ],
    line: {
      clients: [],
      resources: [{ kind: 'deployment', id: announcementId }],
      dataGroups: ['accessLog'],
      changedFields: ['announced'],
    },
    answer: { body: { announcementId }, version: 1 },
  });
}
