import type { IndexEntry, LayoutNode, Print } from '../../documents/render/layout.ts';
import { printWord } from '../../documents/render/print-words.ts';
import { entryOfAttachment, type OpenedAttachment, printOfAttachment } from './print-of-attachment.ts';

/** Prints in their order, and how an index names the attachments among them. */
export type Attached = { prints: Print[]; entries: IndexEntry[] };

/**
 * The attachments of one print, numbered in the order in which they came.
 * @param first the place of the first of them among the prints of the file.
 * @param within the number of what they belong to in a bundle, with its dot.
 */
export function attachedTo(
  owner: Print,
  attachments: readonly OpenedAttachment[],
  first: number,
  within = '',
): Attached {
  const prints: Print[] = [];
  const entries = attachments.map((opened, at) => {
    const place = { number: `${within}${at + 1}`, owner };
    const print = printOfAttachment(opened, place);
    if (print === undefined) return entryOfAttachment(opened, owner.language, undefined);
    prints.push(print);
    return entryOfAttachment(opened, owner.language, first + prints.length - 1);
  });
  return { prints, entries };
}

/** A print with its attachments behind it, and a list of them at its end that names the page of each. */
export function withAttachments(owner: Print, attachments: readonly OpenedAttachment[]): Print[] {
  if (attachments.length === 0) return [owner];
  const { prints, entries } = attachedTo(owner, attachments, 1);
  const list: LayoutNode[] = [
    { kind: 'heading', level: 2, text: printWord('attachments', owner.language) },
    { kind: 'index', entries },
  ];
  return [{ ...owner, nodes: [...owner.nodes, ...list] }, ...prints];
}
