import type { IndexEntry, LayoutNode, PictureSource, Print } from '../../documents/render/layout.ts';
import { printWord } from '../../documents/render/print-words.ts';
import { paragraphsOf, shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { AttachmentHead } from '../attachments/model.ts';

/** What of an attachment can be put on paper; `failed`: of a kind that can, but not this one. */
export type Printable =
  | { as: 'pictures'; sources: readonly PictureSource[] }
  | { as: 'text'; text: string }
  | { as: 'nothing'; because: 'type' | 'failed' | 'removed' };

/** An attachment as it was found and opened. A removed one has no title. */
export type OpenedAttachment = { head: AttachmentHead; title: string | undefined; printable: Printable };

/** What an attachment is numbered by: `2.1` is the first of the second document of a bundle. */
type Place = { number: string; owner: Print };

const ownName = ({ title }: OpenedAttachment, language: Print['language']): string =>
  title === undefined ? printWord('attachment', language) : shownText(title).replaceAll('\n', ' ');

/** Liite: an attachment behind what it belongs to, as a print of its own; none of what cannot be printed. */
export function printOfAttachment(opened: OpenedAttachment, place: Place): Print | undefined {
  const { head, printable } = opened;
  if (printable.as === 'nothing') return undefined;
  const { language, running } = place.owner;
  const title = `${printWord('attachment', language)} ${place.number}: ${ownName(opened, language)}`;
  const version = printWord('version', language).toLowerCase();
  return {
    language,
    title,
    isAttachment: true,
    running: {
      ...running,
      state: head.state === 'invalidated' ? printWord('invalidated', language) : '',
      identifier: `${printWord('attachment', language)} ${head.attachmentId}, ${version} ${head.correction + 1}`,
    },
    nodes: [{ kind: 'heading', level: 1, text: title, look: 'small' }, ...nodesOf(printable, title, place)],
  };
}

function nodesOf(
  printable: Exclude<Printable, { as: 'nothing' }>,
  title: string,
  { owner }: Place,
): LayoutNode[] {
  if (printable.as === 'text') return [{ kind: 'paragraphs', paragraphs: paragraphsOf(printable.text) }];
  const { sources } = printable;
  const page = printWord('page', owner.language).toLowerCase();
  return sources.map((source, at) => ({
    kind: 'picture',
    alt: `${title}, ${page} ${at + 1} (${sources.length})`,
    source,
  }));
}

/** How an index names it: when the paper is from, what became of it, and why it is not in the print. */
export function entryOfAttachment(
  opened: OpenedAttachment,
  language: Print['language'],
  part: number | undefined,
): IndexEntry {
  const { head, printable } = opened;
  const missing =
    printable.as !== 'nothing'
      ? ''
      : printWord(
          ({ type: 'typeNotPrinted', failed: 'fileNotPrinted', removed: 'fileRemoved' } as const)[
            printable.because
          ],
          language,
        );
  const more = [
    head.documentDate === undefined ? '' : shownTime(head.documentDate, language),
    head.state === 'invalidated' ? printWord('invalidated', language) : '',
    missing,
  ].filter((text) => text !== '');
  return {
    name: ownName(opened, language),
    more: more.join(' · '),
    ...(part === undefined ? {} : { part }),
  };
}
