import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { DAYS_ANNOUNCED, DeploymentAnnounced } from '../../shared/domain/deployed/model.ts';
import { DEPLOYED_REFUSALS } from '../../shared/domain/deployed/refusals.ts';
import { AnnouncementId } from '../../shared/kernel/id.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { deployedKeys } from '../../shared/table/keys.ts';

const { release, changes, from, to } = DeploymentAnnounced.shape;
/** Days of the Finnish calendar, both included. */
export const AnnounceDeployment = z
  .strictObject({ release, changes, from, to })
  .meta({ id: 'AnnounceDeployment' });
export const DeploymentNoted = z
  .strictObject({ announcementId: AnnouncementId })
  .meta({ id: 'DeploymentNoted' });

/** Says beforehand that code or policies will change: what changes unsaid is a finding. */
export async function announceDeployment(
  context: ActContext,
  { body }: { body: z.infer<typeof AnnounceDeployment> },
): Promise<Answer<z.infer<typeof DeploymentNoted>>> {
  const { services, actor, now, today } = context;
  const isAhead = today <= body.from && body.from <= body.to && body.to <= addDays(body.from, DAYS_ANNOUNCED);
  if (!isAhead) throw new Refusal(DEPLOYED_REFUSALS.notAhead);
  const announcementId = AnnouncementId.parse(newId(services));
  const put: DeploymentAnnounced = {
    ...deployedKeys.announcement(actor.controller, body.to, announcementId),
    entity: 'deploymentAnnounced',
    ...created(now, actor.userId),
    announcementId,
    ...body,
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [],
      resources: [{ kind: 'deployment', id: announcementId }],
      dataGroups: ['accessLog'],
      changedFields: ['announced'],
    },
    answer: { body: { announcementId }, version: 1 },
  });
}
