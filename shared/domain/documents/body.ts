import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { sha256Of } from '../../crypto/sha256.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { BodyId, CaseId, ClientId, ControllerId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { created } from '../../table/item.ts';
import { documentBodyKeys } from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { applyChanges, ContentChange, changesBetween } from './content-change.ts';
import { DocumentClosing, DocumentContent, DocumentPiece } from './model.ts';

/** A document's content as it lies in the table: in pieces, with what was added when it became final beside them. */

export type BodyContext = {
  services: Services;
  actor: { controller: ControllerId; userId: string };
  now: Instant;
};
export type Owner = { clientId: ClientId; caseId?: CaseId | undefined };
export type StoredBody = { pieces: DocumentPiece[]; closing?: DocumentClosing | undefined };

/** Characters of a piece: no item grows over 100 KB, whatever the language of the text. */
const PIECE = 32_768;

type Place = { table: string; pk: string; sk: string; attribute: string };
const placeOf = ({ pk, sk }: { pk: string; sk: string }): Place => ({
  table: 'records',
  pk,
  sk,
  attribute: 'content',
});

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

const BodyItem = z.discriminatedUnion('entity', [DocumentPiece, DocumentClosing]);

/** All that is stored of a content: one query, however many pieces it has. */
export async function loadBody(
  { services, actor: { controller } }: Pick<BodyContext, 'services' | 'actor'>,
  bodyId: BodyId,
): Promise<StoredBody> {
  const pk = documentBodyKeys.partition(controller, bodyId);
  const items = await queryAll(services.tables, controller, { table: 'records', pk }, BodyItem);
  return {
    pieces: items.filter((item) => item.entity === 'documentPiece'),
    closing: items.find((item) => item.entity === 'documentClosing'),
  };
}

/** The content as it was written, before it became final. */
export async function openPieces(ring: KeyRing, pieces: readonly DocumentPiece[]): Promise<DocumentContent> {
  const [first] = pieces;
  if (first === undefined || pieces.length !== first.pieces) throw new Error('A document lacks a piece.');
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
  { pieces, closing }: StoredBody,
): Promise<{ content: DocumentContent; sha256: string }> {
  if (closing === undefined) throw new Error('A final document has no closing.');
  const [written, { sha256, changes }] = await Promise.all([
    openPieces(ring, pieces),
    ring.open(closing.content, placeOf(closing), Closing),
  ]);
  const content = applyChanges(written, changes);
  if (hashOf(content) !== sha256) throw new Error('A final document is not what was locked.');
  return { content, sha256 };
}
