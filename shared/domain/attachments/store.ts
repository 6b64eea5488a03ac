import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { AttachmentId, CaseId, ClientId, ControllerId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { created, outOfIndexes } from '../../table/item.ts';
import { clientKeys, indexKeys, type Key } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { openReason } from '../case-notes/texts.ts';
import { type AskedOfClasses, readByClasses } from '../class-pages.ts';
import type { DocumentClass } from '../documents/document-class.ts';
import { classAttributes, placesOfKept } from '../kept-class.ts';
import { SECRECY_MARK } from '../secrecy.ts';
import type { MarkSpecial } from '../special-categories.ts';
import {
  AttachmentContent,
  AttachmentHead,
  AttachmentRow,
  SupersededAttachment,
  UploadContent,
} from './model.ts';
import { AttachmentVersionView, AttachmentView } from './view.ts';

/** What is stored of attachments and how it is found. No rule lives here. */

type Where = { services: ActContext['services']; actor: { controller: ControllerId } };

/** Bytes of a file that one answer carries: in base 64 they stay under the 6 MB of a function's answer. */
export const PART_CHUNKS = 4;
const PART_BYTES = PART_CHUNKS * 1024 * 1024;

export const placeOfContent = (key: { pk: string; sk: string }) => recordPlace(key, 'content');

export const sealContent = (
  ring: KeyRing,
  caseId: CaseId | undefined,
  at: { key: Key; version: number },
  content: AttachmentContent | UploadContent,
): Promise<Sealed> => ring.seal(caseId, placeOfContent(at.key), at.version, content);

export async function openContent(
  ring: KeyRing,
  item: AttachmentHead | SupersededAttachment,
): Promise<AttachmentContent | undefined> {
  return item.content === undefined
    ? undefined
    : ring.open(item.content, placeOfContent(item), AttachmentContent);
}

export const loadAttachment = (
  where: Where,
  clientId: ClientId,
  attachmentId: AttachmentId,
): Promise<AttachmentHead | undefined> =>
  getItem(
    where.services.tables,
    where.actor.controller,
    'records',
    clientKeys.attachment(where.actor.controller, clientId, attachmentId),
    AttachmentHead,
  );

type PageOfAttachments = Omit<AskedOfClasses<AttachmentHead, AttachmentId>, 'places'> & {
  clientId: ClientId;
  all: boolean;
  classes: readonly DocumentClass[];
};

/** A page of a client's attachments, the latest first, and where the next one begins. */
export async function attachmentsOf(
  where: Where,
  asked: PageOfAttachments,
): Promise<{ items: AttachmentHead[]; next?: AttachmentId }> {
  const { controller } = where.actor;
  return readByClasses(
    where,
    {
      schema: AttachmentHead,
      idOf: ({ attachmentId }) => attachmentId,
      keyOf: (attachmentId) => clientKeys.attachment(controller, asked.clientId, attachmentId),
      span: clientKeys.spans.attachments,
      inIndex: indexKeys.keptInClass,
    },
    { ...asked, places: await placesOfKept(where, 'attachment', asked) },
  );
}

/** The head with its index attributes: opaque codes of the controller in the client's own partitions. */
export async function indexedAttachment(where: Where, head: AttachmentHead): Promise<AttachmentHead> {
  const rest = outOfIndexes(head);
  return {
    ...rest,
    ...(await classAttributes(where, 'attachment', head, indexKeys.keptInClass(head.attachmentId))),
  };
}

/** A page of those of an entry or a case: the rows by key, then their heads. */
export async function attachmentsOfOwner(
  where: Where,
  clientId: ClientId,
  ownerId: string,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<AttachmentHead>> {
  const { controller } = where.actor;
  const rows = await query(
    where.services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.attachmentsOf(ownerId),
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    AttachmentRow,
  );
  const keys = rows.items.map((row) => clientKeys.attachment(controller, clientId, row.attachmentId));
  const heads =
    keys.length === 0
      ? []
      : await batchGet(where.services.tables, controller, 'records', keys, AttachmentHead);
  const items = heads.toSorted((a, b) => (a.attachmentId < b.attachmentId ? 1 : -1));
  return rows.lastKey === undefined ? { items } : { items, lastKey: rows.lastKey };
}

/** The versions whose place another file took, the first one first. */
export const loadSuperseded = (
  where: Where,
  clientId: ClientId,
  attachmentId: AttachmentId,
): Promise<SupersededAttachment[]> =>
  queryAll(
    where.services.tables,
    where.actor.controller,
    {
      table: 'records',
      pk: clientKeys.partition(where.actor.controller, clientId),
      span: clientKeys.spans.supersededAttachments(attachmentId),
    },
    SupersededAttachment,
  );

/** The rows by which an attachment is found from what it belongs to. */
export const rowsOf = (
  controller: ControllerId,
  head: AttachmentHead,
  by: { now: Instant; userId: string },
): Change[] =>
  [head.belongsTo?.id, head.caseId].flatMap((ownerId): Change[] => {
    if (ownerId === undefined) return [];
    const row: AttachmentRow = {
      ...clientKeys.attachmentOf(controller, head.clientId, ownerId, head.attachmentId),
      entity: 'attachmentRow',
      ...created(by.now, by.userId),
      clientId: head.clientId,
      attachmentId: head.attachmentId,
    };
    return [{ put: row, when: 'absent' }];
  });

/** How many answers the content takes. */
export const partsOf = (bytes: number): number => Math.ceil(bytes / PART_BYTES);

const SHOWN = AttachmentView.keyof().options;
const VERSION_SHOWN = AttachmentVersionView.keyof().options;
export const pick = (item: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter((field) => field !== 'reason')
      .map((field) => [field, item[field]])
      .filter(([, value]) => value !== undefined),
  );

async function openTexts(
  ring: KeyRing,
  item: AttachmentHead | SupersededAttachment,
  special: MarkSpecial,
): Promise<Record<string, unknown>> {
  const [content, reason] = await Promise.all([openContent(ring, item), openReason(ring, item)]);
  const { fileKey: _never, ...said } = content ?? { fileKey: undefined };
  return {
    ...said,
    parts: content === undefined ? 0 : partsOf(item.bytes),
    ...(reason === undefined ? {} : { reason }),
    secrecy: SECRECY_MARK,
    ...special(item),
  };
}

export const openAttachment = async (
  ring: KeyRing,
  head: AttachmentHead,
  special: MarkSpecial,
): Promise<AttachmentView> =>
  AttachmentView.parse({ ...pick(head, SHOWN), ...(await openTexts(ring, head, special)) });

export const openVersion = async (
  ring: KeyRing,
  version: SupersededAttachment,
  special: MarkSpecial,
): Promise<AttachmentVersionView> =>
  AttachmentVersionView.parse({
    ...pick(version, VERSION_SHOWN),
    supersededAt: version.createdAt,
    ...(await openTexts(ring, version, special)),
  });
