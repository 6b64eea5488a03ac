import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { PAPER_REFUSALS } from '../../shared/domain/papers/refusals.ts';
import { judgeComing } from '../../shared/domain/papers/rules.ts';
import { lendPaper as lent, returnPaper as returned } from '../../shared/domain/papers/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { type PaperId, UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { byOf, commitPaper } from './commit-paper.ts';
import type { PaperChanged } from './file-paper.ts';
import { findPaper } from './find-paper.ts';
import { folderFor } from './folder-for.ts';

export const LendPaper = z.strictObject({ lentTo: UserId, dueOn: LocalDate }).meta({ id: 'LendPaper' });

type Input<B> = { params: { paperId: PaperId }; body: B; version: number };

/** Lends a paper to somebody who may take out of its folder, until a day. */
export async function lendPaper(
  context: ClientContext,
  { params, body, version }: Input<z.infer<typeof LendPaper>>,
): Promise<Answer<PaperChanged>> {
  const paper = await findPaper(context, params.paperId);
  expectVersion(paper, version);
  refuseErrors(PAPER_REFUSALS.notValid, judgeComing(body.dueOn, '/body/dueOn', context.today));
  const { takers } = await folderFor(context, paper);
  if (takers.length > 0 && !takers.includes(body.lentTo)) throw new Refusal(PAPER_REFUSALS.notATaker);
  return commitPaper(context, paper, lent(paper, body, byOf(context)), ['loan']);
}

/** Says that a paper is back in its folder. */
export async function returnPaper(
  context: ClientContext,
  { params, version }: Omit<Input<unknown>, 'body'>,
): Promise<Answer<PaperChanged>> {
  const paper = await findPaper(context, params.paperId);
  expectVersion(paper, version);
  return commitPaper(context, paper, returned(paper, byOf(context)), ['loan']);
}
