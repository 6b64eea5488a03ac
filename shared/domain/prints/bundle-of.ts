import type { IndexEntry, Print } from '../../documents/render/layout.ts';
import { printWord } from '../../documents/render/print-words.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { OpenedAttachment } from './print-of-attachment.ts';
import type { NotesPrinted } from './print-of-notes.ts';
import { attachedTo } from './with-attachments.ts';

/** A document of a bundle: with its attachments, or with how many it has that are not in the bundle. */
export type Bundled = { print: Print; documentAt: string; attachments: readonly OpenedAttachment[] | number };

/**
 * Oikeusasiakirjanippu: documents put together for a court, each with its attachments behind it where they are asked
 * for, under a cover with an index that names the page of each.
 */
export function bundleOf(
  bundled: readonly Bundled[],
  facts: NotesPrinted,
): { cover: Print; prints: readonly Print[] } {
  const prints: Print[] = [];
  const entries = bundled.map(({ print, documentAt, attachments }, place): IndexEntry => {
    // The cover stands before them all.
    const part = prints.length + 1;
    const isLeftOut = typeof attachments === 'number';
    const attached = attachedTo(print, isLeftOut ? [] : attachments, part + 1, `${place + 1}.`);
    prints.push(print, ...attached.prints);
    return {
      name: print.title,
      more: moreOf(print, documentAt, isLeftOut ? attachments : 0, facts),
      part,
      below: attached.entries,
    };
  });
  const cover = coverOf(entries, facts);
  return { cover, prints: [cover, ...prints] };
}

const moreOf = (print: Print, documentAt: string, leftOut: number, { language }: NotesPrinted): string =>
  [
    shownTime(documentAt, language),
    print.running.identifier,
    print.running.state,
    leftOut === 0 ? '' : `${leftOut} ${printWord('attachmentsLeftOut', language)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

function coverOf(entries: readonly IndexEntry[], facts: NotesPrinted): Print {
  const { client, authority, language, printedAt } = facts;
  const title = printWord('bundle', language);
  return {
    language,
    title,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(language),
      state: '',
      identifier: title,
      printed: `${printWord('printed', language)} ${shownTime(printedAt, language)}`,
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'rows',
        rows: [
          { label: printWord('client', language), paragraphs: [shownText(`${client.name}\n${client.code}`)] },
          { label: printWord('documents', language), paragraphs: [String(entries.length)] },
        ],
      },
      { kind: 'heading', level: 2, text: printWord('contents', language) },
      { kind: 'index', entries },
    ],
  };
}
