import type { ActContext, Change } from '../../act.ts';
import { type KeyRing, keyRing } from '../../crypto/key-ring.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { Doer, GivenReason } from '../case-notes/model.ts';
import type { ClientFile } from '../clients/file.ts';
import { withoutWords } from '../words/changes.ts';
import type { DocumentChanged } from './correct.ts';
import { documentNotCounted } from './counted.ts';
import type { DocumentHead } from './model.ts';
import { loadEveryHead, loadSupersededDocuments } from './store.ts';
import { invalidateDocument, removeDocument } from './transitions.ts';
import { bodiesRemoved, reasonsAt, withoutBodies } from './versions.ts';
import { wordedDocument } from './words.ts';

type Mark = { reason: GivenReason; by: Doer };

/**
 * Invalidates a document (mitätöinti) in the file of every client: it stays readable and says that it does not hold,
 * with who, when and why.
 * @throws Refusal `document.isMark`, `document.isInvalidated`.
 */
export async function invalidatedDocument(
  context: ActContext,
  ring: KeyRing,
  document: DocumentHead,
  mark: Mark,
): Promise<DocumentChanged> {
  const heads = await loadEveryHead(context, document);
  return markedHeads(context, ring, { heads, document }, mark, invalidateDocument);
}

/**
 * Removes a document that was unneeded: its content goes, in every version, its words too, and a mark stays in the file
 * of every client of what was removed, by whom, when and why (L-11.10).
 * @param files of all its clients, that of the head first.
 * @throws Refusal `document.isMark`.
 */
export async function removedDocument(
  context: ActContext,
  files: readonly [ClientFile, ...ClientFile[]],
  document: DocumentHead,
  mark: Mark,
): Promise<DocumentChanged> {
  const heads = await loadEveryHead(context, document);
  const ringOf = (clientId: ClientId): KeyRing => {
    const file = files.find(({ head }) => head.clientId === clientId) ?? files[0];
    return keyRing(context.services, context.actor.controller, file.keys);
  };
  const kept = await Promise.all(
    heads.map(({ clientId, documentId }) => loadSupersededDocuments(context, clientId, documentId)),
  );
  const [marked, ...words] = await Promise.all([
    markedHeads(context, ringOf(document.clientId), { heads, document }, mark, removeDocument),
    ...heads.map((head, nth) =>
      withoutWords(context, ringOf(head.clientId), [
        wordedDocument(head),
        ...(kept[nth] ?? []).map(wordedDocument),
      ]),
    ),
  ]);
  return {
    ...marked,
    facts: [documentNotCounted(document)],
    events: bodiesRemoved([document, ...(kept[0] ?? [])]),
    changes: [
      ...marked.changes,
      // The versions of every client name the same bodies.
      ...withoutBodies(context, [document, ...(kept[0] ?? [])]),
      ...words.flat(),
      ...kept.flat().map((item): Change => ({ remove: item, when: { version: item.version } })),
    ],
  };
}

async function markedHeads(
  context: ActContext,
  ring: KeyRing,
  { heads, document }: { heads: readonly DocumentHead[]; document: DocumentHead },
  { reason, by }: Mark,
  move: typeof invalidateDocument,
): Promise<DocumentChanged> {
  const reasons = await reasonsAt(context, ring, heads, reason);
  const next = [...reasons].map(([head, sealed]) => ({ before: head, put: move(head, sealed, by) }));
  return {
    document: next.find(({ before }) => before === document)?.put ?? document,
    changes: next.map(({ before, put }): Change => ({ put, when: { version: before.version } })),
    findings: [],
    events: [],
  };
}
