import * as z from 'zod';
import { mayUseDocument, readableDocuments } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { KEPT_KINDS } from '../../shared/domain/documents/document-class.ts';
import { papersOfClient, viewOfPaper } from '../../shared/domain/papers/store.ts';
import { PaperView } from '../../shared/domain/papers/view.ts';
import { loadSpecialMarks } from '../../shared/domain/special-categories.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { PaperId } from '../../shared/kernel/id.ts';

export const PaperPage = z
  .strictObject({ papers: z.array(PaperView).max(PAGE), next: z.string().optional() })
  .meta({ id: 'PaperPage' });
type PaperPage = z.infer<typeof PaperPage>;

const Before = z.strictObject({ before: PaperId });

/** A page of a client's papers, wherever they stand, the latest filed first. */
export async function listPapers(
  context: ClientContext,
  { query: { cursor, limit = PAGE } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<PaperPage>> {
  const { actor, file, today } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const opened = await openCursor(context, clientId, cursor);
  const { items: shown, next: before } = await papersOfClient(context, {
    clientId,
    ...readableDocuments(actor, today, {}, KEPT_KINDS),
    isShown: (paper) => mayUseDocument(actor, paper, today),
    limit,
    before: opened === undefined ? undefined : Before.parse(opened).before,
  });
  const oldest = shown.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        ...shown.map(({ paperId, serviceTasks }) => ({ kind: 'paper' as const, id: paperId, serviceTasks })),
      ],
      dataGroups: ['papers'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.createdAt }),
    },
    body: async () => {
      const ring = ringOf(context);
      const special = await loadSpecialMarks(context);
      const [papers, next] = await Promise.all([
        Promise.all(shown.map((paper) => viewOfPaper(ring, paper, special))),
        sealCursor(context, clientId, before === undefined ? undefined : { before }),
      ]);
      return { papers, ...(next === undefined ? {} : { next }) };
    },
  };
}
