import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import { sha256Of } from '../../crypto/sha256.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { BodyId, CaseId, ClientId, ControllerId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { newId } from '../../new-id.ts';
import { bodyName } from '../../objects/object-names.ts';
import { getSealed, openSealed, putSealed } from '../../objects/sealed-objects.ts';
import type { Services } from '../../services.ts';
import { created } from '../../table/item.ts';
import { documentBodyKeys } from '../../table/keys.ts';
import { batchGet, queryAll } from '../../table/read.ts';
import { applyChanges, ContentChange, changesBetween } from './content-change.ts';
import { DocumentClosing, DocumentContent, DocumentPiece, type LongContent } from './model.ts';
import { DOCUMENT_REFUSALS } from './refusals.ts';

/**
 * A document's content as it lies: in pieces in the table, with what was added when it became final beside them. A
 * content over 100 KB lies in an object, sealed under a key of its own, and its one piece holds that key (0060).
 */

export type BodyContext = {
  services: Services;
  actor: { controller: ControllerId; userId: string };
  now: Instant;
};
export type Owner = { clientId: ClientId; caseId?: CaseId | undefined };
export type StoredBody = {
  pieces: DocumentPiece[];
  closing?: DocumentClosing | undefined;
  /** Reads the object of a long content, still sealed: only what is opened is read. */
  readLong: (place: LongContent) => Promise<(fileKey: Uint8Array) => Uint8Array>;
};

/** Bytes of a content that lies in the table. */
const MOST_IN_TABLE = 100 * 1024;
/** Bytes of any content: what is longer is a file, and belongs beside the document as an attachment. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Characters of a piece: no item grows over 100 KB, whatever the language of the text. */
const PIECE = 32_768;

const placeOf = (key: { pk: string; sk: string }) => recordPlace(key, 'content');

/** The pieces of a content, sealed under the case or the client. */
export async function newPieces(
  context: BodyContext,
  ring: KeyRing,
  owner: Owner,
  body: { bodyId: BodyId; saving: number },
  content: DocumentContent,
): Promise<DocumentPiece[]> {
  const { controller, userId } = context.actor;
  const text = JSON.stringify(content);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) {
    throw new Refusal(DOCUMENT_REFUSALS.tooLong, { details: { bytes, most: MOST_BYTES } });
  }
  if (bytes > MOST_IN_TABLE) return [await longPiece(context, ring, owner, body, Buffer.from(text))];
  const count = Math.ceil(text.length / PIECE);
  // A content of one piece is sealed as it is: as a text within JSON each of its quotes would be two bytes.
  const parts: unknown[] =
    count === 1
      ? [content]
      : Array.from({ length: count }, (_, place) => text.slice(place * PIECE, (place + 1) * PIECE));
  return Promise.all(
    parts.map(async (part, place) => {
      const key = documentBodyKeys.piece(controller, body.bodyId, place);
      return {
        ...key,
        entity: 'documentPiece' as const,
        ...created(context.now, userId),
        ...body,
        clientId: owner.clientId,
        place,
        pieces: count,
        content: await ring.seal(owner.caseId, placeOf(key), 1, part),
      };
    }),
  );
}

/** The object is written here, before the commit that names it: what no commit came to name is swept. */
async function longPiece(
  { services, actor, now }: BodyContext,
  ring: KeyRing,
  owner: Owner,
  body: { bodyId: BodyId; saving: number },
  plain: Buffer,
): Promise<DocumentPiece> {
  const objectName = bodyName(helsinkiDateOf(now), body.bodyId, newId(services));
  const fileKey = await putSealed(services, actor.controller, objectName, plain);
  const key = documentBodyKeys.piece(actor.controller, body.bodyId, 0);
  const sealed: z.infer<typeof LongKey> = { fileKey: Buffer.from(fileKey).toString('base64') };
  return {
    ...key,
    entity: 'documentPiece',
    ...created(now, actor.userId),
    ...body,
    clientId: owner.clientId,
    place: 0,
    pieces: 1,
    long: { objectName, bytes: plain.length },
    content: await ring.seal(owner.caseId, placeOf(key), 1, sealed),
  };
}

/** What is sealed of a long content: 32 bytes in base 64, without which nothing opens the object. */
const LongKey = z.strictObject({ fileKey: z.string() });

const BodyItem = z.discriminatedUnion('entity', [DocumentPiece, DocumentClosing]);

/** A content of what was found of it, by whomever. */
export function bodyOf(
  { services, actor: { controller } }: Pick<BodyContext, 'services' | 'actor'>,
  found: readonly unknown[],
): StoredBody {
  const items = found.map((one) => BodyItem.parse(one));
  return {
    pieces: items.filter((item) => item.entity === 'documentPiece'),
    closing: items.find((item) => item.entity === 'documentClosing'),
    readLong: async (place) => {
      const sealed = await getSealed(services, controller, place);
      return (fileKey) => openSealed(fileKey, controller, place, sealed);
    },
  };
}

/** All that is stored of a content: one query, however many pieces it has. */
export async function loadBody(
  where: Pick<BodyContext, 'services' | 'actor'>,
  bodyId: BodyId,
): Promise<StoredBody> {
  const { controller } = where.actor;
  const pk = documentBodyKeys.partition(controller, bodyId);
  return bodyOf(where, await queryAll(where.services.tables, controller, { table: 'records', pk }, BodyItem));
}

/** The first pieces of these contents: which of them lie in an object, and in which. */
export const loadFirstPieces = (
  { services, actor: { controller } }: { services: Services; actor: { controller: ControllerId } },
  bodyIds: readonly BodyId[],
): Promise<DocumentPiece[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    bodyIds.map((bodyId) => documentBodyKeys.piece(controller, bodyId, 0)),
    DocumentPiece,
  );

/** The content as it was written, before it became final. */
export async function openPieces(
  ring: KeyRing,
  { pieces, readLong }: Pick<StoredBody, 'pieces' | 'readLong'>,
): Promise<DocumentContent> {
  const [first] = pieces;
  if (first === undefined || pieces.length !== first.pieces) throw new Error('A document lacks a piece.');
  if (first.long !== undefined) {
    const [{ fileKey }, open] = await Promise.all([
      ring.open(first.content, placeOf(first), LongKey),
      readLong(first.long),
    ]);
    const plain = open(Buffer.from(fileKey, 'base64'));
    return DocumentContent.parse(JSON.parse(Buffer.from(plain).toString('utf8')));
  }
  if (first.pieces === 1) return ring.open(first.content, placeOf(first), DocumentContent);
  const parts = await Promise.all(
    pieces.map((piece) => ring.open(piece.content, placeOf(piece), z.string())),
  );
  return DocumentContent.parse(JSON.parse(parts.join('')));
}

const Closing = z.strictObject({ sha256: z.string(), changes: z.array(ContentChange) });

/** Of the canonical form (RFC 8785), so that the order of members changes nothing. */
const hashOf = (content: DocumentContent): string => sha256Of(canonicalJson(content));

/**
 * What locks a content: the hash of the whole, and what differs from the pieces. Sealed, for a hash of little that is
 * unknown gives it away.
 */
export async function newClosing(
  context: BodyContext,
  ring: KeyRing,
  owner: Owner,
  bodyId: BodyId,
  { written, final }: { written: DocumentContent; final: DocumentContent },
): Promise<{ closing: DocumentClosing; sha256: string }> {
  const key = documentBodyKeys.closing(context.actor.controller, bodyId);
  const sealed: z.infer<typeof Closing> = {
    sha256: hashOf(final),
    changes: changesBetween(written, final),
  };
  const closing: DocumentClosing = {
    ...key,
    entity: 'documentClosing',
    ...created(context.now, context.actor.userId),
    bodyId,
    clientId: owner.clientId,
    content: await ring.seal(owner.caseId, placeOf(key), 1, sealed),
  };
  return { closing, sha256: sealed.sha256 };
}

/** The content of a final document, and its hash: what was locked, or a fault. */
export async function openFinal(
  ring: KeyRing,
  body: StoredBody,
): Promise<{ content: DocumentContent; sha256: string }> {
  const { closing } = body;
  if (closing === undefined) throw new Error('A final document has no closing.');
  const [written, { sha256, changes }] = await Promise.all([
    openPieces(ring, body),
    ring.open(closing.content, placeOf(closing), Closing),
  ]);
  const content = applyChanges(written, changes);
  if (hashOf(content) !== sha256) throw new Error('A final document is not what was locked.');
  return { content, sha256 };
}
