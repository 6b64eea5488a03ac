import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { viewOfPaper } from '../../shared/domain/papers/store.ts';
import type { PaperView } from '../../shared/domain/papers/view.ts';
import { loadSpecialMarks } from '../../shared/domain/special-categories.ts';
import type { PaperId } from '../../shared/kernel/id.ts';
import { findPaper, lineOfPaper } from './find-paper.ts';

/** What a paper is, where it stands or who has it, and what has been done with it. */
export async function readPaper(
  context: ClientContext,
  { params }: { params: { paperId: PaperId } },
): Promise<Reading<PaperView>> {
  const paper = await findPaper(context, params.paperId);
  return {
    version: paper.version,
    line: { ...lineOfPaper(paper), historyFrom: paper.createdAt },
    body: async () => viewOfPaper(ringOf(context), paper, await loadSpecialMarks(context)),
  };
}
