import { grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { FolderPlace } from '../../shared/domain/papers/model.ts';
import { loadFolder } from '../../shared/domain/papers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { FolderId, UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { mustBeKept } from './must-be-kept.ts';
import type { FolderChanged } from './open-folder.ts';

const FIELDS = ['place', 'locked', 'takers'] as const;

/** Says anew where a folder stands, whether it is locked, and who borrows from it. */
export async function changeFolder(
  context: ActContext,
  {
    params,
    body,
    version,
  }: { params: { unitId: UnitId; folderId: FolderId }; body: FolderPlace; version: number },
): Promise<Answer<FolderChanged>> {
  grantsInUnit(context, params.unitId);
  await mustBeKept(context, body.place);
  const folder = await loadFolder(context, params.unitId, params.folderId);
  if (folder === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(folder, version);
  const next = { ...folder, ...changed(folder, context.now, context.actor.userId), ...body };
  return commit(context, {
    changes: [{ put: next, when: { version } }],
    line: {
      clients: folder.clientId === undefined ? [] : [folder.clientId],
      resources: [{ kind: 'paperFolder', id: folder.folderId, version: next.version }],
      dataGroups: ['papers'],
      changedFields: FIELDS.filter((field) => String(folder[field]) !== String(next[field])),
    },
    answer: { body: { folderId: folder.folderId, version: next.version }, version: next.version },
  });
}
