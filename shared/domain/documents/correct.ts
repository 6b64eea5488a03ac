import { mayUseDocument } from '../../access/visible-documents.ts';
import type { ActContext, Change } from '../../act.ts';
import { keyRing } from '../../crypto/key-ring.ts';
import type { Outgoing } from '../../events/envelope.ts';
import { BodyId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { refuseErrors } from '../../kernel/refuse-errors.ts';
import { newId } from '../../new-id.ts';
import type { Fact } from '../../statistics-fact.ts';
import { reclassed } from '../attachments/reclassed.ts';
import type { Doer, GivenReason } from '../case-notes/model.ts';
import type { ClientFile } from '../clients/file.ts';
import { withoutWords } from '../words/changes.ts';
import { newClosing, newPieces } from './body.ts';
import { documentNotCounted, factOfDocument } from './counted.ts';
import { definitionOfDocument } from './definitions.ts';
import { factsOf, judged, type OrderedFrame } from './judge-document.ts';
import { knownClient } from './known-client.ts';
import type { DocumentContent, DocumentHead } from './model.ts';
import { DOCUMENT_REFUSALS } from './refusals.ts';
import { indexedDocument, loadEveryHead, loadSupersededDocuments } from './store.ts';
import { correctDocument } from './transitions.ts';
import { mustStayRemovable, reasonsAt, supersededOf } from './versions.ts';
import { wordedDocument, wordsOfDocument } from './words.ts';

/** The whole document as it should have been. It stays in its case and under the version of its definition. */
export type Correction = OrderedFrame & {
  content: DocumentContent;
  language: DocumentHead['language'];
  reason: GivenReason;
  by: Doer;
  /** Changes that the act commits beside those of the document. */
  beside?: number;
};

export type DocumentChanged = {
  document: DocumentHead;
  changes: Change[];
  /** Codes of what was remarked. */
  findings: string[];
  events: Outgoing[];
  /** What becomes different in the figures. */
  facts?: Fact[];
};

/**
 * Corrects a document: the new version stands in its place and the old one beside it, in the file of every client,
 * both readable, with the corrector's name, post, time and ground (L-11.8, L-11.9; 703/2023 § 22).
 * @param files of all its clients, that of the head first.
 * @throws Refusal of `FINAL_REFUSALS` and `document.isMark`, `document.isInvalidated`, `document.tooManyVersions`.
 */
export async function correctedDocument(
  context: ActContext,
  files: readonly [ClientFile, ...ClientFile[]],
  document: DocumentHead,
  correction: Correction,
): Promise<DocumentChanged> {
  const { services, actor } = context;
  const [file] = files;
  const ring = keyRing(services, actor.controller, file.keys);
  const defined = await definitionOfDocument(services, document.definitionOid);
  const facts = factsOf(
    context,
    { ...correction, documentAt: correction.documentAt ?? document.documentAt },
    defined,
  );
  if (!mayUseDocument(actor, facts, context.today)) throw new Refusal(DOCUMENT_REFUSALS.classNotYours);
  const [heads, kept, ...clients] = await Promise.all([
    loadEveryHead(context, document),
    loadSupersededDocuments(context, document.clientId, document.documentId),
    ...files.map(({ head, keys }) =>
      knownClient(keyRing(services, actor.controller, keys), head, context.today),
    ),
  ]);
  const ofCase = file.cases.find(({ caseId }) => caseId === document.caseId);
  const { content, findings } = judged(
    context,
    { ...correction, documentAt: facts.documentAt, ofCase, caseId: document.caseId },
    defined,
    {
      office: { organiser: document.organiser, unit: document.producer },
      author: { name: document.author.name, postTitle: document.author.post },
      clients,
    },
  );
  refuseErrors(DOCUMENT_REFUSALS.notValid, findings);

  const bodyId = BodyId.parse(newId(services));
  const pieces = await newPieces(context, ring, document, { bodyId, saving: 1 }, content);
  const [{ closing }, reasons, superseded] = await Promise.all([
    newClosing(context, ring, document, bodyId, { written: content, final: content }),
    reasonsAt(context, ring, heads, correction.reason),
    Promise.all(heads.map((head) => supersededOf(context, ring, head))),
  ]);
  const { serviceTasks, socialServices, sensitivity, phase, documentAt } = facts;
  const to = {
    serviceTasks,
    socialServices,
    sensitivity,
    phase,
    documentAt,
    language: correction.language,
    bodyId,
    pieces: pieces.length,
    ...(pieces[0]?.long === undefined ? {} : { long: pieces[0].long }),
  };
  const next = await Promise.all(
    [...reasons].map(async ([head, reason]) => ({
      before: head,
      put: await indexedDocument(context, correctDocument(head, to, reason, correction.by)),
    })),
  );
  const events = next.flatMap(({ before, put }) =>
    reclassed({ clientId: put.clientId, ownerId: put.documentId }, before, put),
  );
  mustStayRemovable(heads, kept, pieces, events.length + (correction.beside ?? 0));
  const words = await Promise.all(
    next.map(async ({ before, put }) => {
      const keys = files.find(({ head }) => head.clientId === put.clientId)?.keys ?? file.keys;
      const own = keyRing(services, actor.controller, keys);
      return [
        ...(await withoutWords(context, own, [wordedDocument(before)])),
        ...(await wordsOfDocument(context, own, put, content)),
      ];
    }),
  );
  const corrected = next.find(({ before }) => before === document)?.put ?? document;
  return {
    document: corrected,
    facts: [documentNotCounted(document), factOfDocument(corrected, content)],
    changes: [
      ...next.map(({ before, put }): Change => ({ put, when: { version: before.version } })),
      ...[...superseded, ...pieces, closing].map((put): Change => ({ put, when: 'absent' })),
      ...words.flat(),
    ],
    findings: [...new Set(findings.map(({ rule }) => rule))],
    events,
  };
}
