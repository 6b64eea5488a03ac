import type { ActContext, Change } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { changed } from '../../table/item.ts';
import type { Doer, NoteHead } from '../case-notes/model.ts';
import { loadNotes } from '../case-notes/store.ts';
import type { DocumentHead } from '../documents/model.ts';
import { loadDocuments, loadEveryHead } from '../documents/store.ts';
import type { Limited } from '../limited.ts';
import type { RequestKind, Target } from './model.ts';

/** What a request is about, as it stands in the file. */

type Where = Pick<ActContext, 'services' | 'actor'>;
export type TargetHead = NoteHead | DocumentHead;
export type FoundTarget = { target: Target; head: TargetHead };

/** Those that are there, in the order asked. */
async function loadTargets(
  where: Where,
  clientId: ClientId,
  targets: readonly Target[],
): Promise<FoundTarget[]> {
  const [notes, documents] = await Promise.all([
    loadNotes(
      where,
      clientId,
      targets.flatMap((one) => (one.kind === 'caseNote' ? [one.id] : [])),
    ),
    loadDocuments(
      where,
      clientId,
      targets.flatMap((one) => (one.kind === 'document' ? [one.id] : [])),
    ),
  ]);
  return targets.flatMap((target) => {
    const head =
      target.kind === 'caseNote'
        ? notes.find(({ noteId }) => noteId === target.id)
        : documents.find(({ documentId }) => documentId === target.id);
    return head === undefined ? [] : [{ target, head }];
  });
}

/** The same with what stands in the files that were merged into this one: it is of the same person. */
export async function loadTargetsOfPerson(
  where: Where,
  files: readonly ClientId[],
  targets: readonly Target[],
): Promise<FoundTarget[]> {
  const found = await Promise.all(files.map((clientId) => loadTargets(where, clientId, targets)));
  return found.flat();
}

/** The heads of a document in the files of its other clients: it is restricted in all of them or in none. */
export async function headsOfOthers(where: Where, found: readonly FoundTarget[]): Promise<DocumentHead[]> {
  const others = await Promise.all(
    found.map(async ({ head }) =>
      head.entity === 'document' && head.clients.length > 1
        ? (await loadEveryHead(where, head)).filter(({ clientId }) => clientId !== head.clientId)
        : [],
    ),
  );
  // A document may have two clients who were one person in two files: none of its heads is written twice.
  const nameOf = ({ pk, sk }: TargetHead): string => `${pk} ${sk}`;
  const own = new Set(found.map(({ head }) => nameOf(head)));
  const once = new Map(others.flat().map((head) => [nameOf(head), head]));
  return [...once].flatMap(([name, head]) => (own.has(name) ? [] : [head]));
}

/** What of a target answers a decision made at a moment: who put it right stands on the target itself (L-11.9). */
export function putRight(
  kind: RequestKind,
  { head }: FoundTarget,
  decidedAt: Instant,
): 'corrected' | 'removed' | undefined {
  const isSince = (by: Doer | undefined): boolean => by !== undefined && by.at >= decidedAt;
  const isOfClient = head.reason?.initiator === 'client';
  if (kind === 'rectification' && head.state === 'corrected' && isSince(head.correctedBy) && isOfClient) {
    return 'corrected';
  }
  // What is wrong or not needed is removed with a mark: for a demand to rectify as well (art. 16, 17; L-11.10).
  return head.state === 'removed' && isSince(head.removedBy) && isOfClient ? 'removed' : undefined;
}

type By = { now: Instant; userId: string };

/** The head with another mark, put under the version that was read. */
const marked = (head: TargetHead, { limited, statements }: Marks, { now, userId }: By): Change => {
  const { limited: _limited, statements: _statements, ...rest } = head;
  const next = {
    ...rest,
    ...changed(head, now, userId),
    ...(limited === undefined ? {} : { limited }),
    ...(statements === undefined ? {} : { statements }),
  };
  return { put: next, when: { version: head.version } };
};
type Marks = Pick<TargetHead, 'limited' | 'statements'>;

export const limitedTarget = ({ head }: { head: TargetHead }, limited: Limited | undefined, by: By): Change =>
  marked(head, { limited, statements: head.statements }, by);

export const withStatement = ({ head }: FoundTarget, by: By): Change =>
  marked(head, { limited: head.limited, statements: (head.statements ?? 0) + 1 }, by);
