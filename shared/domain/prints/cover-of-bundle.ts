import type { LayoutNode, Print } from '../../documents/render/layout.ts';
import { printWord } from '../../documents/render/print-words.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-value.ts';
import type { NotesPrinted } from './print-of-notes.ts';

/** What the index says of a document; its pages follow from the order. */
export type Bundled = { print: Print; documentAt: string; attachments: number };

/**
 * Oikeusasiakirjanippu: the cover of documents put together for a court, with an index that names the page of each,
 * and of each how many attachments it has that are not in the bundle.
 */
export function coverOfBundle(bundled: readonly Bundled[], facts: NotesPrinted): Print {
  const { client, authority, language, printedAt } = facts;
  const title = printWord('bundle', language);
  const index: LayoutNode = {
    kind: 'index',
    entries: bundled.map(({ print, documentAt, attachments }, place) => ({
      name: print.title,
      more: [
        shownTime(documentAt, language),
        print.running.identifier,
        print.running.state,
        attachments === 0 ? '' : `${attachments} ${printWord('attachmentsLeftOut', language)}`,
      ]
        .filter((part) => part !== '')
        .join(' · '),
      part: place + 1,
    })),
  };
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
          { label: printWord('documents', language), paragraphs: [String(bundled.length)] },
        ],
      },
      { kind: 'heading', level: 2, text: printWord('contents', language) },
      index,
    ],
  };
}
