import type { CaseId } from '../../kernel/id.ts';
import type { NoteHead } from '../case-notes/model.ts';
import { classesOfNote, type NoteClass, wordsOfClass } from '../case-notes/note-class.ts';
import type { DocumentClass } from '../documents/document-class.ts';
import type { DocumentHead } from '../documents/model.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * Where words lie: in a group, and within it by parts, so that a reader of the whole group or of a part asks one question.
 * Each is said in words from which the controller's opaque codes are made.
 */
export type WordPlace = { group: readonly string[]; parts: readonly string[] };
/** An entry's words lie by case too: a case's key takes them with it. */
export type PlacedWords = WordPlace & { caseId: CaseId | undefined };

const placeOfNoteClass = (noteClass: NoteClass): WordPlace => ({
  // Who gives a service reads its entries however sensitive they are (457/2024 § 15).
  group: ['note', noteClass.kind === 'service' ? 'any' : noteClass.sensitivity],
  parts: [wordsOfClass(noteClass).join(' ')],
});

type Note = Pick<NoteHead, 'serviceTasks' | 'socialServices' | 'sensitivity' | 'caseId'>;
export const placesOfNote = (note: Note): PlacedWords[] =>
  classesOfNote(note).map((noteClass) => ({ ...placeOfNoteClass(noteClass), caseId: note.caseId }));

/** Entries of the classes; a sensitivity of which every class is named, whole. */
export function placesOfNoteClasses(classes: readonly NoteClass[]): WordPlace[] {
  const isWhole = (noteClass: NoteClass): boolean =>
    noteClass.kind !== 'service' &&
    classes.filter((one) => one.kind !== 'service' && one.sensitivity === noteClass.sensitivity).length ===
      ServiceTask.options.length + 1;
  return onceEach(
    classes.map((noteClass) => {
      const place = placeOfNoteClass(noteClass);
      return isWhole(noteClass) ? { ...place, parts: [] } : place;
    }),
  );
}

type Document = Pick<DocumentHead, 'serviceTasks' | 'socialServices' | 'sensitivity' | 'kind' | 'caseId'>;
const OF_NO_SERVICE = 'none';

/** A document lies once: in its task and sensitivity by kind, then by service. */
export function placeOfDocument(document: Document): PlacedWords {
  const { serviceTasks, socialServices, sensitivity, kind, caseId } = document;
  const [serviceTask, ...moreTasks] = serviceTasks;
  const [service = OF_NO_SERVICE, ...moreServices] = socialServices;
  if (serviceTask === undefined || moreTasks.length > 0 || moreServices.length > 0) {
    return { group: ['document', 'several', sensitivity], parts: [], caseId };
  }
  return { group: ['document', serviceTask, sensitivity], parts: [kind, service], caseId };
}

/** Documents of the classes. @param kinds every kind there is, for who reads by service. */
export const placesOfDocumentClasses = (
  classes: readonly DocumentClass[],
  kinds: readonly DocumentHead['kind'][],
): WordPlace[] => onceEach(classes.flatMap((documentClass) => placesOfDocumentClass(documentClass, kinds)));

function placesOfDocumentClass(
  documentClass: DocumentClass,
  kinds: readonly DocumentHead['kind'][],
): WordPlace[] {
  switch (documentClass.by) {
    case 'task':
      return [{ group: ['document', documentClass.serviceTask, documentClass.sensitivity], parts: [] }];
    case 'kind':
      return [{ group: ['document', documentClass.serviceTask, 'ordinary'], parts: [documentClass.kind] }];
    case 'sensitiveKind':
      return ServiceTask.options.map((task) => ({
        group: ['document', task, documentClass.sensitivity],
        parts: [documentClass.kind],
      }));
    case 'service':
      return kinds.map((kind) => ({
        group: ['document', documentClass.serviceTask, 'ordinary'],
        parts: [kind, documentClass.service],
      }));
    case 'several':
      return [{ group: ['document', 'several', documentClass.sensitivity], parts: [] }];
    default:
      return documentClass satisfies never;
  }
}

const onceEach = (places: readonly WordPlace[]): WordPlace[] => [
  ...new Map(places.map((place) => [JSON.stringify(place), place])).values(),
];
