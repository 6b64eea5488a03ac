import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Paper } from '../../shared/domain/papers/model.ts';
import { indexedPaper } from '../../shared/domain/papers/store.ts';
import type { By } from '../../shared/domain/papers/transitions.ts';
import type { PaperChanged } from './file-paper.ts';
import { lineOfPaper } from './find-paper.ts';

export const byOf = ({ actor, now, today }: ClientContext): By => ({ userId: actor.userId, at: now, today });

/** One move of a paper with its line. */
export const commitPaper = async (
  context: ClientContext,
  before: Paper,
  after: Paper,
  fields: readonly string[],
): Promise<Answer<PaperChanged>> =>
  commit(context, {
    changes: [{ put: await indexedPaper(context, after), when: { version: before.version } }],
    line: lineOfPaper(after, fields),
    answer: { body: { paperId: after.paperId, version: after.version }, version: after.version },
  });
