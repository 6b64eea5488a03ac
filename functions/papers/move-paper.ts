import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { movePaper as moved } from '../../shared/domain/papers/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { FolderId, type PaperId, UnitId } from '../../shared/kernel/id.ts';
import { byOf, commitPaper } from './commit-paper.ts';
import type { PaperChanged } from './file-paper.ts';
import { findPaper } from './find-paper.ts';
import { folderFor } from './folder-for.ts';

export const MovePaper = z.strictObject({ unitId: UnitId, folderId: FolderId }).meta({ id: 'MovePaper' });

/** Moves a paper into another folder. */
export async function movePaper(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: { paperId: PaperId }; body: z.infer<typeof MovePaper>; version: number },
): Promise<Answer<PaperChanged>> {
  const paper = await findPaper(context, params.paperId);
  expectVersion(paper, version);
  await folderFor(context, body);
  return commitPaper(context, paper, moved(paper, body, byOf(context)), ['folder']);
}
