import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { DocumentHead, SupersededDocument } from './model.ts';
import type { DocumentView } from './view.ts';

const WORDS = z.string();

type Place = { table: string; pk: string; sk: string; attribute: string };
const placeOf = ({ pk, sk }: { pk: string; sk: string }): Place => ({
  table: 'records',
  pk,
  sk,
  attribute: 'reason',
});

export async function openDocumentReason(
  ring: KeyRing,
  document: DocumentHead | SupersededDocument,
): Promise<DocumentView['reason']> {
  if (document.reason === undefined) return undefined;
  const { words, ...rest } = document.reason;
  return { ...rest, words: await ring.open(words, placeOf(document), WORDS) };
}
