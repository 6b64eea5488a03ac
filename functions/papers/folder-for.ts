import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { PaperFolder } from '../../shared/domain/papers/model.ts';
import { PAPER_REFUSALS } from '../../shared/domain/papers/refusals.ts';
import { loadFolder } from '../../shared/domain/papers/store.ts';
import type { FolderId, UnitId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** The folder of the unit, where it may take this client's papers: a folder of one client takes no other's. */
export async function folderFor(
  context: ClientContext,
  { unitId, folderId }: { unitId: UnitId; folderId: FolderId },
): Promise<PaperFolder> {
  const folder = await loadFolder(context, unitId, folderId);
  if (folder === undefined) throw new Refusal(PAPER_REFUSALS.noFolder);
  if (folder.clientId !== undefined && folder.clientId !== context.file.head.clientId) {
    throw new Refusal(PAPER_REFUSALS.othersFolder);
  }
  return folder;
}
