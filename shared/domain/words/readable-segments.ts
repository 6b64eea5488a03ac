import type { KeyRing } from '../../crypto/key-ring.ts';
import type { NoteClass } from '../case-notes/note-class.ts';
import { Sensitivity } from '../entry-class.ts';
import { ServiceTask } from '../service-tasks.ts';
import type { WordSegment } from './model.ts';
import { loadSegmentsOfClass, loadSegmentsOfSensitivity, type Where } from './store.ts';

/**
 * The segments of the classes named, each found by its key: those of a sensitivity of which every class is named in one
 * query, the others in a query each.
 */
export async function loadReadableSegments(
  where: Where,
  ring: KeyRing,
  classes: readonly NoteClass[],
): Promise<WordSegment[]> {
  const whole = Sensitivity.options.filter((sensitivity) => isWhole(classes, sensitivity));
  const single = classes.filter(
    (noteClass) => noteClass.kind === 'service' || !whole.includes(noteClass.sensitivity),
  );
  const found = await Promise.all([
    ...whole.map((sensitivity) => loadSegmentsOfSensitivity(where, ring, sensitivity)),
    ...single.map((noteClass) => loadSegmentsOfClass(where, ring, noteClass)),
  ]);
  return found.flat();
}

/** Entries of a task and entries of several tasks are what there is of a sensitivity. */
function isWhole(classes: readonly NoteClass[], sensitivity: Sensitivity): boolean {
  const own = classes.filter(
    (noteClass) => noteClass.kind !== 'service' && noteClass.sensitivity === sensitivity,
  );
  return own.length === ServiceTask.options.length + 1;
}
