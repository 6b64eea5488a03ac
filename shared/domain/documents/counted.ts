import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import { partsOf } from './counted-parts.ts';
import type { DocumentContent, DocumentHead } from './model.ts';

type Counted = Pick<DocumentHead, 'documentId' | 'correction' | 'documentAt'>;

/** One version of a document in the figures: a correction or a removal takes it back. */
const countedAs = ({ documentId, correction, documentAt }: Counted) => ({
  kind: 'documentFinalised' as const,
  on: helsinkiDateOf(documentAt),
  about: `${documentId}.${correction}`,
});

export const factOfDocument = (document: DocumentHead, content: DocumentContent): Fact => ({
  ...countedAs(document),
  ...partsOf(document.definitionOid, content),
  unitId: document.unitId,
  serviceTasks: document.serviceTasks,
  code: document.definitionOid,
});

export const documentNotCounted = (document: Counted): Fact => ({ ...countedAs(document), undoes: true });
