import { describe, expect, test } from 'vitest';
import type { FileItem } from '../../../functions/client-file/file-line.ts';
import { merged } from '../../../functions/client-file/read-lines.ts';

/** What merging asks of an item is its id. */
const items = (entity: string, ids: string): FileItem[] =>
  [...ids].map((id) => ({ entity, noteId: id, documentId: id }) as unknown as FileItem);
const list = (entity: string, ids: string, next?: string) => ({
  items: items(entity, ids),
  ...(next === undefined ? {} : { next }),
});
const shown = (told: ReturnType<typeof merged>) => ({
  ids: told.items.map((item) => (item.entity === 'caseNote' ? item.noteId : item.documentId)).join(''),
  next: told.next,
});

describe('two lists in one order', () => {
  test.each([
    // Both are read to their end.
    ['GEC', undefined, 'FD', undefined, 9, 'GFEDC', undefined],
    // More than a page: it goes on after the last that is shown.
    ['GEC', undefined, 'FD', undefined, 3, 'GFE', 'E'],
    // The first list was read down to E only: below it the other must wait.
    ['GE', 'E', 'FDB', undefined, 9, 'GFE', 'E'],
    // The first list has nothing to show down to D, and may have more below.
    ['', 'D', 'GFB', undefined, 9, 'GF', 'D'],
    // The higher of two ends decides.
    ['GC', 'C', 'FE', 'E', 9, 'GFE', 'E'],
    ['', undefined, '', undefined, 9, '', undefined],
  ])('%s (on at %s) and %s (on at %s), %i a page', (notes, first, documents, second, limit, ids, next) => {
    expect(
      shown(merged([list('caseNote', notes, first), list('document', documents, second)], limit)),
    ).toEqual({ ids, next });
  });
});
