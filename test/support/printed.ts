import type { Print } from '../../shared/documents/render/layout.ts';
import { writePdf } from '../../shared/documents/render/pdf/write-pdf.ts';
import {
  type PrintedDocument,
  type PrintOptions,
  printOfDocument,
} from '../../shared/documents/render/print-of-document.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

export const PRINTED_AT = Instant.parse('2026-11-26T07:15:00.000Z');

export const printed = (document: PrintedDocument, options: Partial<PrintOptions> = {}): Print =>
  printOfDocument(document, { language: 'fi', printedAt: PRINTED_AT, ...options });

export async function pdfOf(...prints: Print[]): Promise<Uint8Array> {
  const [first] = prints;
  const { bytes } = await writePdf(prints, {
    title: first?.title ?? '',
    authority: first?.running.authority ?? '',
    at: PRINTED_AT,
  });
  return bytes;
}

export const readBack = async (...prints: Print[]): Promise<ReadPdf> => readPdf(await pdfOf(...prints));

/** What a page of HTML says, an element a line, in its order. */
export const textsOfHtml = (html: string): string[] =>
  html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replaceAll(/<br>|\u00A0/g, ' ')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
