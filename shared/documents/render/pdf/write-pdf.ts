import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { dateOf, type Instant } from '../../../kernel/instant.ts';
import type { Print } from '../layout.ts';
import { printWord } from '../print-words.ts';
import type { Course } from './course.ts';
import { addBookmark, drawNodes } from './draw-node.ts';
import { fontOf } from './fonts.ts';
import { drawRunning } from './running.ts';
import { type Called, type Element, newPage, PAGE, type Sheet } from './sheet.ts';

export type PdfOptions = {
  /** Of the whole file; it names no person. */
  title: string;
  authority: string;
  at: Instant;
};

/** A file, its count of pages, and the pages of other files that are still to be put into it. */
export type WrittenPdf = { bytes: Uint8Array<ArrayBuffer>; pages: number; called: readonly Called[] };

/**
 * Prints, one after the other, as one PDF: tagged, with its language, bookmarks, fonts and title, in the metadata and
 * tags of PDF/A-2a (not certified: no validator has judged it). With pictures of others' making it claims nothing of
 * PDF/A. Pages are numbered through. An index is drawn twice, for it knows its pages only when all are drawn.
 */
export async function writePdf(prints: readonly Print[], options: PdfOptions): Promise<WrittenPdf> {
  const hasIndex = prints.some(({ nodes }) => nodes.some(({ kind }) => kind === 'index'));
  if (!hasIndex) return draw(prints, options, { starts: [], isRehearsal: false });
  const { starts } = await draw(prints, options, { starts: [], isRehearsal: true });
  return draw(prints, options, { starts, isRehearsal: false });
}

async function draw(
  prints: readonly Print[],
  options: PdfOptions,
  known: Pick<Course, 'starts' | 'isRehearsal'>,
): Promise<WrittenPdf & { starts: readonly number[] }> {
  const language = prints[0]?.language ?? 'fi';
  const hasPictures = prints.some(({ nodes }) => nodes.some(({ kind }) => kind === 'picture'));
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    // None of the fonts that every reader of PDF has: they can't be embedded.
    font: '',
    bufferPages: true,
    pdfVersion: '1.7',
    ...(hasPictures ? {} : { subset: 'PDF/A-2a' }),
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: plain(options.title),
      Author: plain(options.authority),
      Creator: 'Sointu',
      CreationDate: dateOf(options.at),
    },
  });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = once(doc, 'end');
  doc.registerFont('regular', fontOf('regular')).registerFont('semibold', fontOf('semibold'));
  const root = doc.struct('Document');
  doc.addStructure(root);

  const sheet: Sheet = {
    doc,
    y: 0,
    section: root,
    indent: 0,
    runnings: [],
    lost: new Set(),
    widths: new Map(),
    called: [],
  };
  const firsts = new Map<number, Element>();
  const starts: number[] = [];
  let upper = doc.outline;
  for (const print of prints) {
    newPage(sheet, print.running);
    const page = sheet.runnings.length - 1;
    starts.push(page);
    sheet.section = doc.struct('Sect', { title: print.title, lang: print.language });
    root.add(sheet.section);
    const head = doc.struct('P');
    sheet.section.add(head);
    firsts.set(page, head);
    sheet.lost.clear();
    const outline = addBookmark(sheet, print.isAttachment === true ? upper : doc.outline, print.title);
    if (print.isAttachment !== true) upper = outline;
    const course: Course = { ...known, outline };
    drawNodes(sheet, print.nodes, course);
    if (sheet.lost.size > 0) drawNodes(sheet, [noticeOfLost(sheet.lost, print)], course);
  }
  drawRunning(sheet, { firsts, language });
  doc.end();
  await ended;
  return { bytes: Buffer.concat(chunks), pages: sheet.runnings.length, called: sheet.called, starts };
}

/** pdfkit writes what a title says into XML as it is. */
const plain = (text: string): string => text.replaceAll(/[<>&]/g, ' ');

const noticeOfLost = (lost: ReadonlySet<number>, { language }: Print) =>
  ({
    kind: 'notice',
    title: printWord('lost', language),
    paragraphs: [
      printWord('lostText', language),
      [...lost].map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`).join(', '),
    ],
  }) as const;
