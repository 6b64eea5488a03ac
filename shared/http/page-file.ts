import type { Print } from '../documents/render/layout.ts';
import type { FileAnswer } from './file-answer.ts';

/** A print as a page of HTML. The writer of pages is read on first use, as that of PDFs is. */
export async function pageFile(print: Print, name: string): Promise<FileAnswer> {
  const { pageOf } = await import('../documents/render/html.ts');
  const { html, styleHash } = pageOf(print);
  return { kind: 'text/html', bytes: Buffer.from(html, 'utf8'), name: `${name}.html`, styleHash };
}
