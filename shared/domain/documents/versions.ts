import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { Outgoing } from '../../events/envelope.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { created } from '../../table/item.ts';
import { clientKeys, documentBodyKeys, type Key } from '../../table/keys.ts';
import type { GivenReason, Reason } from '../case-notes/model.ts';
import { newReasonId, openReason, sealReason } from '../case-notes/texts.ts';
import { type DocumentHead, type DocumentPiece, type LongContent, SupersededDocument } from './model.ts';
import { DOCUMENT_REFUSALS } from './refusals.ts';

/** Superseded versions, and what becomes of bodies. */

const FIELDS = SupersededDocument.keyof().options;

/** The version that stands now, put beside its successor: its body stays where it is, its ground is sealed anew. */
export async function supersededOf(
  context: ActContext,
  ring: KeyRing,
  head: DocumentHead,
): Promise<SupersededDocument> {
  const { clientId, documentId, correction } = head;
  const key = clientKeys.supersededDocument(context.actor.controller, clientId, documentId, correction);
  const { reason, ...rest } = head;
  const kept = Object.fromEntries(
    Object.entries(rest).filter(([field]) => FIELDS.some((one) => one === field)),
  );
  return SupersededDocument.parse({
    ...kept,
    ...key,
    entity: 'supersededDocument',
    ...created(context.now, context.actor.userId),
    ...(reason === undefined ? {} : { reason: await resealed(ring, head, reason, key) }),
  });
}

async function resealed(ring: KeyRing, head: DocumentHead, reason: Reason, key: Key): Promise<Reason> {
  const words = (await openReason(ring, head))?.words ?? '';
  return sealReason(ring, head, { key, version: 1 }, { ...reason, words });
}

/** The ground of what is done to a document: one id, its words sealed at each head. */
export async function reasonsAt(
  context: ActContext,
  ring: KeyRing,
  heads: readonly DocumentHead[],
  given: GivenReason,
): Promise<Map<DocumentHead, Reason>> {
  const { ground, initiator, words } = given;
  const reasonId = newReasonId(context.services);
  return new Map(
    await Promise.all(
      heads.map(async (head): Promise<[DocumentHead, Reason]> => {
        const at = { key: head, version: head.version + 1 };
        return [head, await sealReason(ring, head, at, { reasonId, ground, initiator, words })];
      }),
    ),
  );
}

type Bodied = Pick<DocumentHead, 'bodyId' | 'pieces'>;

/** Takes the contents of these versions away: each piece, and what locked them. */
export const withoutBodies = (context: ActContext, versions: readonly Bodied[]): Change[] =>
  versions.flatMap(({ bodyId, pieces }): Change[] => {
    if (bodyId === undefined) return [];
    const { controller } = context.actor;
    const keys = [
      ...Array.from({ length: pieces }, (_, place) => documentBodyKeys.piece(controller, bodyId, place)),
      documentBodyKeys.closing(controller, bodyId),
    ];
    return keys.map((remove) => ({ remove, when: { version: 1 } }));
  });

/** The objects of contents that were taken away: nothing opens them any more, and they go by an event. */
export const bodiesRemoved = (gone: readonly { long?: LongContent | undefined }[]): Outgoing[] => {
  const objectNames = gone.flatMap(({ long }) => long?.objectName ?? []);
  return objectNames.length === 0 ? [] : [{ type: 'DocumentBodiesRemoved', objectNames }];
};

type Contained = Pick<DocumentHead, 'pieces' | 'long'>;

/** A commit holds so many items beside its line. */
const ROOM = 24;

/**
 * A document is corrected only so often that it can still be removed, with every version of it, in one commit.
 * @param beside what the act commits besides: attachments follow a correction to another class, by events.
 * @throws Refusal `document.tooManyVersions`.
 */
export function mustStayRemovable(
  heads: readonly Contained[],
  kept: readonly Contained[],
  newest: readonly Pick<DocumentPiece, 'long'>[],
  beside: number,
): void {
  const pieces = newest.length;
  const bodies = [...kept, ...heads.slice(0, 1), { pieces }];
  const ofBodies = bodies.reduce((sum, body) => sum + body.pieces + 1, 0);
  const ofHeads = heads.length * (1 + kept.length + 1);
  // Words lie in one segment of each client: a correction takes out those of what it corrects.
  const ofWords = heads.length;
  // Contents that lie in objects are taken away by an event.
  const ofObjects = [...kept, ...heads, ...newest].some(({ long }) => long !== undefined) ? 1 : 0;
  // Of the figures, a removal takes one fact back, and a correction adds another: in a month that is over, with a mark.
  const written = heads.length * 4 + pieces + 1 + 3 + beside;
  if (Math.max(ofBodies + ofHeads + ofWords + ofObjects + 2, written) > ROOM)
    throw new Refusal(DOCUMENT_REFUSALS.tooManyVersions);
}
