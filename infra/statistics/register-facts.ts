import * as z from 'zod';
import { factOfNote } from '../../functions/case-notes/new-note.ts';
import { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { factOfDecided } from '../../shared/domain/data-subject-requests/counted.ts';
import { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { factOfDocument } from '../../shared/domain/documents/counted.ts';
import { DocumentHead } from '../../shared/domain/documents/model.ts';
import type { NamedKind, Told } from '../../shared/domain/statistics/named-facts.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { parseItem } from '../../shared/table/parse-item.ts';

/** The entities of which a fact is told. */
export const ENTITIES = ['caseNote', 'document', 'subjectRequest'] as const;

const Entity = z.looseObject({ entity: z.enum(ENTITIES) });

const named = (kind: NamedKind, { about, ...fact }: Fact): Told['fact'] => {
  if (about === undefined) throw new Error('A fact of a kind that is named has no name.');
  return { ...fact, kind, about };
};

/**
 * The fact that the act wrote when this became what it is. An entry that came from a wrong file has none: its fact is
 * that of the first. Of a document of several clients the head in the first file tells. An entry does not say in which
 * unit it was written: a fact made of it has none. What a document holds is sealed and not opened: what an agreement is of
 * several kinds of is not in a fact made of it. Of a request that was decided anew the last decision tells.
 */
export function toldOf(item: Record<string, unknown>): Told | undefined {
  const { entity } = Entity.parse(item);
  switch (entity) {
    case 'caseNote':
      return ofNote(parseItem(NoteHead, item));
    case 'document':
      return ofDocument(parseItem(DocumentHead, item));
    case 'subjectRequest':
      return ofRequest(parseItem(SubjectRequest, item));
    default:
      return entity satisfies never;
  }
}

function ofNote(note: NoteHead): Told | undefined {
  if (note.movedFrom !== undefined) return undefined;
  const fact = { ...factOfNote(note, undefined), clientId: note.clientId };
  return { fact: named('caseNoteFinalised', fact), stands: note.state !== 'removed' };
}

function ofDocument(document: DocumentHead): Told | undefined {
  const [first, another] = document.clients;
  if (document.clientId !== first) return undefined;
  const fact = { ...factOfDocument(document, {}), ...(another === undefined ? { clientId: first } : {}) };
  return { fact: named('documentFinalised', fact), stands: document.state !== 'removed' };
}

function ofRequest(request: SubjectRequest): Told | undefined {
  const fact = factOfDecided(request);
  if (fact === undefined) return undefined;
  return {
    fact: named('subjectRequestDecided', { ...fact, clientId: request.clientId }),
    stands: true,
  };
}
