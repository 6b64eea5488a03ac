import * as z from 'zod';
import { grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { foldersOf, viewOfFolder } from '../../shared/domain/papers/store.ts';
import { FolderView } from '../../shared/domain/papers/view.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';

export const FolderPage = z
  .strictObject({ folders: z.array(FolderView).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'FolderPage' });
type FolderPage = z.infer<typeof FolderPage>;

/** The folders of one of the worker's own units, with where they stand. */
export async function listFolders(
  context: ActContext,
  {
    params: { unitId },
    query: { cursor, limit = PAGE_OF_CLIENTS },
  }: { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<FolderPage>> {
  grantsInUnit(context, unitId);
  const after = await openCursor(context, unitId, cursor);
  const page = await foldersOf(context, unitId, { limit, ...(after === undefined ? {} : { after }) });
  return {
    line: {
      clients: [...new Set(page.items.flatMap(({ clientId }) => clientId ?? []))],
      resources: page.items.map(({ folderId }) => ({ kind: 'paperFolder', id: folderId })),
      dataGroups: ['papers'],
    },
    body: async () => {
      const [folders, next] = await Promise.all([
        Promise.all(page.items.map((folder) => viewOfFolder(context, folder))),
        sealCursor(context, unitId, page.lastKey),
      ]);
      return { folders, ...(next === undefined ? {} : { next }) };
    },
  };
}
