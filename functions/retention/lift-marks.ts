import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { headsOfOthers, limitedTarget } from '../../shared/domain/data-subject-requests/targets.ts';
import { DocumentHead } from '../../shared/domain/documents/model.ts';
import type { RawOfClient } from '../../shared/domain/stores/walk.ts';

/**
 * A document that a client had restricted is kept only in the files of its other clients too ((EU) 2016/679 art. 18). When
 * it goes from the file of whoever asked, nobody is left to be told and to have the restriction lifted: the marks that
 * rest on it go first, unless another of its clients has had it restricted as well.
 */
export async function liftMarksOf(context: ActContext, item: RawOfClient): Promise<void> {
  if (item.entity !== 'document' || item['limited'] === undefined) return;
  const head = DocumentHead.parse(item);
  if (head.limited?.requestId === undefined) return;
  const others = await headsOfOthers(context, [{ target: { kind: 'document', id: head.documentId }, head }]);
  const marked = others.filter(({ limited }) => limited !== undefined);
  if (marked.length === 0 || marked.some(({ limited }) => limited?.requestId !== undefined)) return;
  const by = { now: context.now, userId: context.actor.userId };
  await commit(context, {
    changes: marked.map((one) => limitedTarget({ head: one }, undefined, by)),
    line: {
      clients: marked.map(({ clientId }) => clientId),
      resources: marked.map(({ documentId, clientId, version }) => ({
        kind: 'document' as const,
        id: documentId,
        client: clientId,
        version: version + 1,
      })),
      dataGroups: ['retention', 'documents'],
      changedFields: ['limited'],
    },
    answer: { body: {} },
  });
}
