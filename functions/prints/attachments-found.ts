import { usableAttachments } from '../../shared/access/class-of-attachment.ts';
import type { LinePart } from '../../shared/act.ts';
import type { AttachmentHead } from '../../shared/domain/attachments/model.ts';
import { attachmentsOfOwner } from '../../shared/domain/attachments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { BUNDLE_PAGES, PRINT_ATTACHMENT_BYTES, PRINT_ATTACHMENTS } from '../../shared/domain/prints/rules.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/**
 * The attachments of an entry or a document that this reader may see, in the order in which they came. Of one that
 * the reader may not see nothing is said.
 * @throws Refusal `print.tooLarge`.
 */
export async function attachmentsFound(context: ClientContext, ownerId: string): Promise<AttachmentHead[]> {
  const { clientId } = context.file.head;
  const page = await attachmentsOfOwner(context, clientId, ownerId, {
    limit: PRINT_ATTACHMENTS + 1,
  });
  if (page.items.length > PRINT_ATTACHMENTS || page.lastKey !== undefined) {
    throw new Refusal(PRINT_REFUSALS.tooLarge, { details: { most: PRINT_ATTACHMENTS } });
  }
  return (await usableAttachments(context, clientId, page.items)).toReversed();
}

/** @throws Refusal `print.tooLarge` before anything is opened. */
export function refuseTooMany(heads: readonly AttachmentHead[]): void {
  const opened = heads.filter(isOpened);
  const met = [
    { attachments: heads.length, most: PRINT_ATTACHMENTS },
    { pages: sumOf(opened, ({ pages }) => pages ?? 0), most: BUNDLE_PAGES },
    { bytes: sumOf(opened, ({ bytes }) => bytes), most: PRINT_ATTACHMENT_BYTES },
  ];
  for (const { most, ...limit } of met) {
    if (Object.values(limit).some((value) => value > most)) {
      throw new Refusal(PRINT_REFUSALS.tooLarge, { details: { ...limit, most } });
    }
  }
}

/** Whether there is a file, of a kind that can be put on paper. */
const isOpened = ({ state, mediaType }: AttachmentHead): boolean =>
  state !== 'removed' && ['application/pdf', 'image/jpeg', 'image/png', 'text/plain'].includes(mediaType);

const sumOf = (heads: readonly AttachmentHead[], of: (head: AttachmentHead) => number): number =>
  heads.reduce((sum, head) => sum + of(head), 0);

/** The line of a print with these behind it: it names each of them. */
export function lineWith(line: LinePart, heads: readonly AttachmentHead[]): LinePart {
  if (heads.length === 0) return line;
  const times = [line.historyFrom, ...heads.map(({ uploadedAt }) => uploadedAt)];
  const [historyFrom] = times.filter((time) => time !== undefined).sort();
  return {
    ...line,
    resources: [
      ...line.resources,
      ...heads.map(({ attachmentId, version, serviceTasks }) => ({
        kind: 'attachment' as const,
        id: attachmentId,
        version,
        serviceTasks,
      })),
    ],
    dataGroups: [...line.dataGroups, 'attachments'],
    ...(historyFrom === undefined ? {} : { historyFrom }),
  };
}
