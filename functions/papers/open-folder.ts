import * as z from 'zod';
import { judgeFile } from '../../shared/access/authorise.ts';
import { loadFileFor } from '../../shared/access/beside-powers.ts';
import { grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { FolderPlace, type PaperFolder } from '../../shared/domain/papers/model.ts';
import { sealLabel } from '../../shared/domain/papers/store.ts';
import { ClientId, FolderId, type UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { folderKeys } from '../../shared/table/keys.ts';
import { mustBeKept } from './must-be-kept.ts';

/** A folder of one client names the client: it then takes no other's papers. */
export const OpenFolder = FolderPlace.extend({
  label: z.string().trim().min(1).max(100),
  forClient: ClientId.optional(),
}).meta({ id: 'OpenFolder' });

export const FolderChanged = z
  .strictObject({ folderId: FolderId, version: z.int() })
  .meta({ id: 'FolderChanged' });
export type FolderChanged = z.infer<typeof FolderChanged>;

/** Sets up a folder in the premises of a unit of the worker's own. */
export async function openFolder(
  context: ActContext,
  { params: { unitId }, body }: { params: { unitId: UnitId }; body: z.infer<typeof OpenFolder> },
): Promise<Answer<FolderChanged>> {
  const { services, actor, now } = context;
  grantsInUnit(context, unitId);
  await mustBeKept(context, body.place);
  const { label, forClient, place, locked, takers } = body;
  if (forClient !== undefined) await mustBeTied(context, forClient);
  const folderId = FolderId.parse(newId(services));
  const key = folderKeys.folder(actor.controller, unitId, folderId);
  const put: PaperFolder = {
    ...key,
    entity: 'paperFolder',
    ...created(now, actor.userId),
    folderId,
    unitId,
    ...(forClient === undefined ? {} : { clientId: forClient }),
    place,
    locked,
    takers,
    label: await sealLabel(context, key, label),
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: forClient === undefined ? [] : [forClient],
      resources: [{ kind: 'paperFolder', id: folderId, version: 1 }],
      dataGroups: ['papers'],
      changedFields: ['folder'],
    },
    answer: {
      body: { folderId, version: 1 },
      version: 1,
      location: `/v1/papers/units/${unitId}/folders/${folderId}`,
    },
  });
}

/** Nobody sets up a folder for a client to whom nothing ties them. */
async function mustBeTied(context: ActContext, clientId: ClientId): Promise<void> {
  const { actor, action, now, today } = context;
  const file = await loadFileFor(context, clientId);
  const judgement = judgeFile(actor, action, file, { now, today });
  if (!judgement.allowed)
    throw new Refusal(judgement.refusal, { concerns: file === undefined ? [] : [clientId] });
  if (file?.head.state === 'merged') throw new Refusal(COMMON_REFUSALS.notFound);
}
