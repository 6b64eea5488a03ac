import type { EnclosedPage } from '../../shared/documents/render/pdf/enclose-pages.ts';
import { sizeOfImage } from '../../shared/documents/render/pdf/image-size.ts';
import type { AttachmentHead } from '../../shared/domain/attachments/model.ts';
import { openFile } from '../../shared/domain/attachments/open-file.ts';
import { openContent } from '../../shared/domain/attachments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { OpenedAttachment, Printable } from '../../shared/domain/prints/print-of-attachment.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { BUNDLE_PAGES } from '../../shared/domain/prints/rules.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** Pages of PDFs by the names under which a print calls for them. */
export type EnclosedPages = Map<string, EnclosedPage>;

/** Opens the files one after another, so that one alone is held packed and unpacked. */
export async function openAttachments(
  context: ClientContext,
  heads: readonly AttachmentHead[],
  enclosed: EnclosedPages,
): Promise<OpenedAttachment[]> {
  const opened: OpenedAttachment[] = [];
  for (const head of heads) opened.push(await openOne(context, head, enclosed));
  return opened;
}

async function openOne(
  context: ClientContext,
  head: AttachmentHead,
  enclosed: EnclosedPages,
): Promise<OpenedAttachment> {
  const content = await openContent(ringOf(context), head);
  if (content === undefined) {
    return { head, title: undefined, printable: { as: 'nothing', because: 'removed' } };
  }
  const bytes = (): Promise<Uint8Array> => openFile(context, head, content);
  return { head, title: content.title, printable: await printableOf(head, bytes, enclosed) };
}

async function printableOf(
  { attachmentId, mediaType }: AttachmentHead,
  bytes: () => Promise<Uint8Array>,
  enclosed: EnclosedPages,
): Promise<Printable> {
  switch (mediaType) {
    case 'application/pdf': {
      const pages = await pagesOf(await bytes());
      if (pages === undefined) return { as: 'nothing', because: 'failed' };
      const sources = pages.map((page, at) => {
        const name = `L${attachmentId}P${at + 1}`;
        enclosed.set(name, page);
        return { kind: 'page' as const, name, width: page.width, height: page.height };
      });
      return { as: 'pictures', sources };
    }
    case 'image/jpeg':
    case 'image/png': {
      const image = await bytes();
      const size = sizeOfImage(mediaType, image);
      return size === undefined
        ? { as: 'nothing', because: 'failed' }
        : { as: 'pictures', sources: [{ kind: 'image', bytes: image, ...size }] };
    }
    case 'text/plain':
      return { as: 'text', text: textOf(await bytes()) };
    case 'image/tiff':
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    case 'application/vnd.oasis.opendocument.text':
      return { as: 'nothing', because: 'type' };
    default:
      return mediaType satisfies never;
  }
}

/** A PDF that cannot be put into another is named in the print: it is no fault of the one who prints. */
async function pagesOf(bytes: Uint8Array): Promise<EnclosedPage[] | undefined> {
  const { pagesToEnclose } = await import('../../shared/documents/render/pdf/enclose-pages.ts');
  try {
    return await pagesToEnclose(bytes);
  } catch {
    return undefined;
  }
}

/** Fewer lines than these, and fewer letters, stand on a page of any print. */
const LINES = 50;
const LETTERS = 6000;

/** @throws Refusal `print.tooLarge` before it is set in pages, where they would be too many. */
function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  const pages = Math.max(text.split('\n').length / LINES, text.length / LETTERS);
  if (pages > BUNDLE_PAGES) {
    throw new Refusal(PRINT_REFUSALS.tooLarge, { details: { pages: Math.ceil(pages), most: BUNDLE_PAGES } });
  }
  return text;
}
