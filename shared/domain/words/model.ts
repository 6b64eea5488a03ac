import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { CaseId, ClientId, DocumentId, NoteId, SegmentId } from '../../kernel/id.ts';
import { storedItem } from '../../table/item.ts';

/** One of sixteen; which words it has is told by a keyed hash. */
const Bucket = z.string().regex(/^[0-9a-f]$/);

/**
 * A segment of the word index of one client's file. It holds the words of entries of one visibility class, so that
 * nobody opens a segment of whose entries he may read none, and of one case (or of none), so that a case's key takes
 * the words of the case with it when it is destroyed.
 */
export const WordSegment = storedItem('wordSegment', {
  segmentId: SegmentId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  /** How many entries it tells of. */
  count: z.int().positive(),
  /** The packed segment: its entries, and their words unless these lie in buckets. */
  words: Sealed,
  /** The words of a large segment, by the bucket of their beginnings: a search fetches and opens those it asks. */
  buckets: z.record(Bucket, Sealed).optional(),
});
export type WordSegment = z.infer<typeof WordSegment>;

/** What has words: an entry of the narrative, or a document. */
export type Worded = { kind: 'caseNote'; id: NoteId } | { kind: 'document'; id: DocumentId };

const LETTERS = { caseNote: 'n', document: 'd' } as const;

export const referenceOf = ({ kind, id }: Worded): string => `${LETTERS[kind]}${id}`;

export function wordedOf(reference: string): Worded {
  const id = reference.slice(1);
  return reference.startsWith(LETTERS.caseNote)
    ? { kind: 'caseNote', id: NoteId.parse(id) }
    : { kind: 'document', id: DocumentId.parse(id) };
}
