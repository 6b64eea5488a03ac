import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { PAPER_REFUSALS } from '../../shared/domain/papers/refusals.ts';
import { judgePast } from '../../shared/domain/papers/rules.ts';
import { endPaper as ended } from '../../shared/domain/papers/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { PaperId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { byOf, commitPaper } from './commit-paper.ts';
import type { PaperChanged } from './file-paper.ts';
import { findPaper } from './find-paper.ts';

export const EndPaper = z
  .strictObject({ how: z.enum(['archived', 'destroyed']), on: LocalDate })
  .meta({ id: 'EndPaper' });

/** Says that a paper went to the archive, or was destroyed, and on which day. */
export async function endPaper(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: { paperId: PaperId }; body: z.infer<typeof EndPaper>; version: number },
): Promise<Answer<PaperChanged>> {
  const paper = await findPaper(context, params.paperId);
  expectVersion(paper, version);
  refuseErrors(PAPER_REFUSALS.notValid, judgePast(body.on, '/body/on', context.today));
  return commitPaper(context, paper, ended(paper, body, byOf(context)), ['state']);
}
