import { withoutDwellings } from '../../../access/visible-content.ts';
import type { ActContext } from '../../../act.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { Instant } from '../../../kernel/instant.ts';
import { Json } from '../../../kernel/json.ts';
import { AttachmentHead, SupersededAttachment } from '../../attachments/model.ts';
import { openContent as openAttachmentContent } from '../../attachments/store.ts';
import { NoteBody, NoteHead, SupersededNote } from '../../case-notes/model.ts';
import { openContent } from '../../case-notes/store.ts';
import { openReason } from '../../case-notes/texts.ts';
import { RelationItem, RelationVersion } from '../../clients/network/model.ts';
import { ownFileOf } from '../../clients/network/own-ban.ts';
import { openRelation } from '../../clients/network/store.ts';
import { hasSafetyBan } from '../../clients/rules.ts';
import { loadHeads } from '../../clients/store.ts';
import { bodyOf, openFinal } from '../../documents/body.ts';
import { definitionOfDocument } from '../../documents/definitions.ts';
import { DocumentHead, SupersededDocument } from '../../documents/model.ts';
import { MatterOfClient } from '../../intake/model.ts';
import { openedItem } from '../../stores/opened.ts';
import type { FoundItem, RawOfClient } from '../../stores/walk.ts';
import { LEFT_OUT } from './left-out.ts';
import { marksOfVersions } from './marks.ts';
import { withoutDwelling, withoutMarked, withoutNotifier } from './masked.ts';
import { matterTold } from './matter-told.ts';
import type { Flag, StoredItem } from './model.ts';
import { toldOf } from './told-of.ts';

type Where = Pick<ActContext, 'services' | 'actor' | 'today'> & {
  /** The person is under a safety ban, and somebody else receives it. */
  hidesDwelling: boolean;
};
type Told = { told: Json; flags: Flag[]; id?: string; at?: Instant } & Pick<
  StoredItem,
  'file' | 'source' | 'belongsTo' | 'tellsOf'
>;
export type Presented = Omit<StoredItem, 'place'>;

/**
 * A thing of the file as its own person may be told it, still to be looked at by somebody. `bodies`: what lies apart and
 * came before it. @returns undefined for what is told elsewhere or not at all.
 */
export async function presented(
  where: Where,
  ring: KeyRing,
  { store, item }: FoundItem,
  bodies: readonly RawOfClient[],
): Promise<Presented | undefined> {
  if (store.shows === 'nothing' || LEFT_OUT[store.kind] !== undefined) return undefined;
  const { told: whole, flags: found, id, at, ...file } = await ofKind(where, ring, { store, item }, bodies);
  const { told, flags } = where.hidesDwelling ? hidden(whole, found) : { told: whole, flags: found };
  return {
    part: store.part,
    kind: store.kind,
    ...(id === undefined ? {} : { id }),
    at: at ?? Instant.parse(item['createdAt']),
    flags,
    told,
    ...file,
  };
}

/** Of documents the definition says where dwellings stand; of all else the names of its members do. */
function hidden(whole: Json, flags: readonly Flag[]): Pick<Told, 'told' | 'flags'> {
  const { value: told, found } = withoutDwelling(whole);
  return { told, flags: [...new Set([...flags, ...(found ? ['hiddenPlaces' as const] : [])])] };
}

function ofKind(
  where: Where,
  ring: KeyRing,
  found: Pick<FoundItem, 'store' | 'item'>,
  bodies: readonly RawOfClient[],
): Promise<Told> {
  const { kind } = found.store;
  switch (kind) {
    case 'caseNote':
    case 'supersededNote':
      return noteTold(
        where,
        ring,
        (kind === 'caseNote' ? NoteHead : SupersededNote).parse(found.item),
        bodies,
      );
    case 'document':
    case 'supersededDocument': {
      const parsed = (kind === 'document' ? DocumentHead : SupersededDocument).parse(found.item);
      return documentTold(where, ring, parsed, bodies);
    }
    case 'attachment':
    case 'supersededAttachment': {
      const parsed = (kind === 'attachment' ? AttachmentHead : SupersededAttachment).parse(found.item);
      return attachmentTold(ring, parsed, found);
    }
    case 'matterOfClient':
      return ofMatter(where, ring, MatterOfClient.parse(found.item));
    case 'relation':
    case 'relationVersion':
      return relationTold(where, ring, found);
    default:
      return anyTold(ring, found);
  }
}

/**
 * A related person. That they share a dwelling, and where the person works, is out under the safety ban of either; a ban
 * that is set later on one who is a client is an obstacle to giving it.
 */
async function relationTold(
  where: Where,
  ring: KeyRing,
  found: Pick<FoundItem, 'store' | 'item'>,
): Promise<Told> {
  const whole = await anyTold(ring, found);
  const item =
    found.store.kind === 'relation' ? RelationItem.parse(found.item) : RelationVersion.parse(found.item);
  const { content } = await openRelation(ring, item);
  const bare = hidden(whole.told, whole.flags);
  const own = await ownFileOf(where, { ...item, content });
  const bans = [{ safetyBan: content.person?.safetyBan }, own ?? {}];
  if (bans.some((one) => hasSafetyBan(one, where.today))) return { ...whole, ...bare };
  const isTelling = bare.flags.includes('hiddenPlaces');
  return { ...whole, ...(own !== undefined && isTelling ? { tellsOf: [own.clientId] } : {}) };
}

async function noteTold(
  where: Where,
  ring: KeyRing,
  note: NoteHead | SupersededNote,
  bodies: readonly RawOfClient[],
): Promise<Told> {
  const [content, reason, ofVersions] = await Promise.all([
    openContent(
      ring,
      note,
      bodies.flatMap((one) => (one.entity === 'noteBody' ? [NoteBody.parse(one)] : [])),
    ),
    openReason(ring, note),
    marksOfVersions(where, ring, note),
  ]);
  const marked = (content?.thirdPersons.length ?? 0) > 0 || ofVersions.length > 0;
  const others = (content?.participants.length ?? 0) > 0;
  return {
    id: note.noteId,
    at: note.eventAt,
    flags: [...(marked ? ['thirdPersonsMarked' as const] : []), ...(others ? ['otherPersons' as const] : [])],
    told: toldOf(note, {
      ...(content === undefined ? {} : { content: withoutMarked(content, ofVersions) }),
      ...(reason === undefined ? {} : { reason }),
    }),
  };
}

async function documentTold(
  where: Where,
  ring: KeyRing,
  document: DocumentHead | SupersededDocument,
  bodies: readonly RawOfClient[],
): Promise<Told> {
  const others = document.clients.filter((clientId) => clientId !== document.clientId);
  const [{ definition }, heads, reason] = await Promise.all([
    definitionOfDocument(where.services, document.definitionOid),
    others.length === 0 ? [] : loadHeads(where.services, where.actor.controller, others),
    openReason(ring, document),
  ]);
  const flags: Flag[] = others.length === 0 ? [] : ['shared'];
  const named = { fi: definition.fi };
  const rest = { name: named, ...(reason === undefined ? {} : { reason }) };
  if (document.bodyId === undefined) {
    return { id: document.documentId, at: document.documentAt, flags, told: toldOf(document, rest) };
  }
  const opened = await openFinal(ring, bodyOf(where, bodies));
  // Where somebody lives under a safety ban is nobody else's to know by a document (661/2009 § 36).
  const hides = where.hidesDwelling || heads.some((head) => hasSafetyBan(head, where.today));
  const bare = withoutDwellings(definition, opened.content);
  const seen = hides ? bare : { content: opened.content, hidden: [] };
  const { value, found } = withoutNotifier(seen.content);
  return {
    id: document.documentId,
    at: document.documentAt,
    flags: [
      ...flags,
      ...(found ? ['notifier' as const] : []),
      ...(seen.hidden.length > 0 ? ['hiddenPlaces' as const] : []),
    ],
    told: toldOf(document, { ...rest, content: value }),
    ...(hides || others.length === 0 || bare.hidden.length === 0 ? {} : { tellsOf: others }),
  };
}

/** What is said of a file, and the file itself. Of one that was removed there is the mark alone. */
async function attachmentTold(
  ring: KeyRing,
  head: AttachmentHead | SupersededAttachment,
  found: Pick<FoundItem, 'store' | 'item'>,
): Promise<Told> {
  const { attachmentId, clientId, correction, mediaType, bytes, belongsTo } = head;
  const [{ told, flags }, content] = await Promise.all([
    anyTold(ring, found),
    openAttachmentContent(ring, head),
  ]);
  return {
    id: attachmentId,
    at: head.keptAt,
    told,
    ...(belongsTo === undefined ? {} : { belongsTo: belongsTo.id }),
    ...(content === undefined
      ? { flags }
      : {
          flags: [...flags, 'attachedFile' as const],
          file: { mediaType, bytes, sha256: content.sha256 },
          source: { clientId, attachmentId, correction },
        }),
  };
}

async function ofMatter(where: Where, ring: KeyRing, row: MatterOfClient): Promise<Told> {
  const { told, hasNotifier, others } = await matterTold(where, ring, row);
  return {
    id: row.matterId,
    at: row.receivedAt,
    flags: [...(hasNotifier ? ['notifier' as const] : []), ...(others > 0 ? ['shared' as const] : [])],
    told,
  };
}

const OF_OTHERS = new Set([
  'minorsBan',
  'disclosure',
  'relation',
  'relationVersion',
  'decision',
  'serviceOfNotice',
  'opening',
  'transfer',
]);

async function anyTold(ring: KeyRing, { store, item }: Pick<FoundItem, 'store' | 'item'>): Promise<Told> {
  const opened = await openedItem(ring, store, item);
  return {
    flags: OF_OTHERS.has(store.kind) ? ['otherPersons'] : [],
    told: toldOf(opened),
  };
}
