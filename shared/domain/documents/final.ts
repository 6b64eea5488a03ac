import { mayUseDocument } from '../../access/visible-documents.ts';
import type { ActContext, Change } from '../../act.ts';
import { keyRing } from '../../crypto/key-ring.ts';
import { BodyId, DocumentId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { refuseErrors } from '../../kernel/refuse-errors.ts';
import { newId } from '../../new-id.ts';
import type { Fact } from '../../statistics-fact.ts';
import { created } from '../../table/item.ts';
import { clientKeys } from '../../table/keys.ts';
import type { Resource } from '../../trail/event.ts';
import type { CaseHead } from '../cases/model.ts';
import type { ClientFile } from '../clients/file.ts';
import { newClosing, newPieces } from './body.ts';
import { factOfDocument } from './counted.ts';
import { definitionInForce, definitionOfDocument } from './definitions.ts';
import { retentionOf } from './document-kinds.ts';
import { bodyIdOf, type OpenedDocumentDraft } from './drafts.ts';
import { factsOf, judged, type OrderedFrame, partiesOf } from './judge-document.ts';
import { knownClient } from './known-client.ts';
import type { DocumentContent, DocumentHead, LongContent } from './model.ts';
import { officeOf } from './office.ts';
import { DOCUMENT_REFUSALS } from './refusals.ts';
import { indexedDocument } from './store.ts';
import { wordsOfDocument } from './words.ts';

/** What an act wants made a final document. */
export type FinalOrder = OrderedFrame & {
  /** The files of its clients, each with its tie verified; several in a shared case only. */
  files: readonly [ClientFile, ...ClientFile[]];
  /** The case it belongs to, of the first file. */
  ofCase?: CaseHead | undefined;
  definitionOid: string;
  content: DocumentContent;
  language?: DocumentHead['language'] | undefined;
  attachmentIds?: readonly string[] | undefined;
  /** The draft that it was, whose body stays where it lies. */
  draft?: OpenedDocumentDraft | undefined;
  /** Brought from another system: under the version it was written in, and not completed. */
  imported?: true | undefined;
};

export type FinalDocument = {
  /** Of the first file. */
  document: DocumentHead;
  /** One head for each client. */
  documents: DocumentHead[];
  /** What was locked. */
  content: DocumentContent;
  sha256: string;
  /** To be spread into the act's own commit: heads, body, and the draft that is gone. */
  changes: Change[];
  resources: Resource[];
  facts: Fact[];
  /** Codes of what was remarked. */
  findings: string[];
};

/**
 * Makes a final document (703/2023 §§ 13, 22): the content is completed with what the system knows, judged as final
 * against the newest version of its definition, locked with its hash, and laid into the file of each client. Acts with
 * law behind them call this and commit the document with their own item.
 * @throws Refusal of `FINAL_REFUSALS`.
 */
export async function finalDocument(context: ActContext, order: FinalOrder): Promise<FinalDocument> {
  const { services, actor, now } = context;
  const [file] = order.files;
  if (order.files.length > 1 && order.ofCase === undefined) {
    throw new Error('A document of several clients belongs to a shared case.');
  }
  const defined = await (order.imported === true ? definitionOfDocument : definitionInForce)(
    services,
    order.definitionOid,
  );
  const facts = factsOf(context, order, defined);
  if (!mayUseDocument(actor, facts, context.today)) throw new Refusal(DOCUMENT_REFUSALS.classNotYours);

  const unitId = order.ofCase?.unitId ?? file.head.relationship?.responsibleUnitId ?? file.head.intake.unitId;
  const rings = order.files.map(({ keys }) => keyRing(services, actor.controller, keys));
  const [office, ...clients] = await Promise.all([
    officeOf(services, actor.controller, unitId),
    ...order.files.map(({ head }, place) => knownClient(rings[place] ?? ringMissing(), head, context.today)),
  ]);
  const { content, findings } = judged(context, { ...order, caseId: order.ofCase?.caseId }, defined, {
    office,
    clients,
    author: actor,
  });
  refuseErrors(DOCUMENT_REFUSALS.notValid, findings);

  const documentId = DocumentId.parse(newId(services, facts.documentAt));
  const body = await bodyOf(context, rings[0] ?? ringMissing(), order, documentId, content);
  const documents = await Promise.all(
    order.files.map(({ head: { clientId } }) =>
      indexedDocument(context, {
        ...clientKeys.document(actor.controller, clientId, documentId),
        entity: 'document',
        ...created(now, actor.userId),
        documentId,
        clientId,
        clients: order.files.map(({ head }) => head.clientId),
        ...(order.ofCase === undefined ? {} : { caseId: order.ofCase.caseId }),
        ...facts,
        documentClass: retentionOf(defined.entry),
        state: 'final',
        finalAt: now,
        author: { userId: actor.userId, name: actor.name, post: actor.postTitle },
        ...(order.draft?.draft.takenOverFrom === undefined
          ? {}
          : { draftedBy: order.draft.draft.takenOverFrom }),
        unitId,
        ...partiesOf(office),
        language: order.language ?? order.draft?.draft.language ?? 'fi',
        attachmentIds: [...(order.attachmentIds ?? [])],
        correction: 0,
        ...(order.imported === undefined ? {} : { imported: order.imported }),
        bodyId: body.bodyId,
        pieces: body.pieces,
        ...(body.long === undefined ? {} : { long: body.long }),
      }),
    ),
  );
  const words = await Promise.all(
    documents.map((head, place) => wordsOfDocument(context, rings[place] ?? ringMissing(), head, content)),
  );
  const document = documents[0] ?? ringMissing();
  return {
    document,
    documents,
    content,
    sha256: body.sha256,
    changes: [...documents.map((put): Change => ({ put, when: 'absent' })), ...body.changes, ...words.flat()],
    resources: documents.map(resourceOf),
    facts: [factOfDocument(document, content)],
    findings: [...new Set(findings.map(({ rule }) => rule))],
  };
}

function ringMissing(): never {
  throw new Error('A document has no client.');
}

/** Whose it is stands in each: a client's copy of a line about several holds its own alone. */
export const resourceOf = ({ documentId, clientId, version, serviceTasks }: DocumentHead): Resource => ({
  kind: 'document',
  id: documentId,
  client: clientId,
  version,
  serviceTasks,
});

/** A draft's body stays and its head goes; another content is written now. */
async function bodyOf(
  context: ActContext,
  ring: ReturnType<typeof keyRing>,
  { draft, ofCase, files: [file] }: FinalOrder,
  documentId: DocumentId,
  content: DocumentContent,
): Promise<{
  bodyId: BodyId;
  pieces: number;
  long: LongContent | undefined;
  sha256: string;
  changes: Change[];
}> {
  const owner = { clientId: file.head.clientId, caseId: ofCase?.caseId };
  const isKept = draft !== undefined && draft.draft.caseId === ofCase?.caseId;
  const bodyId = isKept ? bodyIdOf(draft.draft.draftId) : BodyId.parse(documentId);
  const pieces = isKept ? [] : await newPieces(context, ring, owner, { bodyId, saving: 1 }, content);
  const written = isKept ? draft.content : content;
  const { closing, sha256 } = await newClosing(context, ring, owner, bodyId, { written, final: content });
  return {
    bodyId,
    pieces: isKept ? draft.body.pieces.length : pieces.length,
    long: (isKept ? draft.body.pieces : pieces)[0]?.long,
    sha256,
    changes: [
      ...[...pieces, closing].map((put): Change => ({ put, when: 'absent' })),
      ...(draft === undefined ? [] : gone(draft, isKept)),
    ],
  };
}

/** Who makes a draft final twice at once finds it gone the second time. */
const gone = ({ draft, body }: OpenedDocumentDraft, isKept: boolean): Change[] => [
  { remove: draft, when: { version: draft.version } },
  ...(isKept ? [] : body.pieces.map((piece): Change => ({ remove: piece, when: { version: 1 } }))),
];
