import type { FolderId, UnitId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { MOST_STEPS, type Paper } from './model.ts';
import { PAPER_REFUSALS } from './refusals.ts';

/** The moves of a paper. Each knows its prior state; the version is the race guard. */

export type By = { userId: UserId; at: Instant; today: LocalDate };

function expectState(paper: Paper, ...states: Paper['state'][]): void {
  if (!states.includes(paper.state)) throw new Refusal(PAPER_REFUSALS.wrongState);
}

/** The latest steps are kept; the access log has them all. */
const stepped = (
  paper: Paper,
  what: Paper['steps'][number]['what'],
  { userId, at }: By,
  folderId?: FolderId,
): Paper => ({
  ...paper,
  ...changed(paper, at, userId),
  steps: [
    ...paper.steps.slice(1 - MOST_STEPS),
    { what, at, by: userId, ...(folderId === undefined ? {} : { folderId }) },
  ],
});

function notLent(paper: Paper): Paper {
  const { lentTo: _to, lentOn: _on, dueOn: _due, ...rest } = paper;
  return rest;
}

/** filed -> filed, elsewhere. */
export function movePaper(paper: Paper, to: { unitId: UnitId; folderId: FolderId }, by: By): Paper {
  expectState(paper, 'filed');
  return { ...stepped(paper, 'moved', by, to.folderId), ...to };
}

/** filed -> lent: to whom and by when it comes back. */
export function lendPaper(paper: Paper, loan: { lentTo: UserId; dueOn: LocalDate }, by: By): Paper {
  expectState(paper, 'filed');
  return { ...stepped(paper, 'lent', by), ...loan, lentOn: by.today, state: 'lent' };
}

/** lent -> filed. */
export function returnPaper(paper: Paper, by: By): Paper {
  expectState(paper, 'lent');
  return { ...notLent(stepped(paper, 'returned', by)), state: 'filed' };
}

/** filed | lent -> archived | destroyed, on its day. What is gone stays in the register as a mark. */
export function endPaper(paper: Paper, end: { how: 'archived' | 'destroyed'; on: LocalDate }, by: By): Paper {
  expectState(paper, 'filed', 'lent');
  return { ...notLent(stepped(paper, end.how, by)), state: end.how, endedOn: end.on };
}
