import type { ActContext } from '../../../act.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import type { NoteHead, SupersededNote } from '../../case-notes/model.ts';
import { loadBodies, loadNotes, loadSuperseded, openContent } from '../../case-notes/store.ts';

/**
 * The passages that some other version of an entry marks as others' (254/2015 § 20): often it is corrected because they
 * had not been marked, and what is another's in one version is another's in all.
 */
export async function marksOfVersions(
  where: Pick<ActContext, 'services' | 'actor'>,
  ring: KeyRing,
  note: NoteHead | SupersededNote,
): Promise<string[]> {
  if (note.entity === 'caseNote' && note.correction === 0) return [];
  const [heads, earlier] = await Promise.all([
    loadNotes(where, note.clientId, [note.noteId]),
    loadSuperseded(where, note.clientId, note.noteId),
  ]);
  const versions = [...heads, ...earlier];
  const bodies = await loadBodies(where, versions);
  const contents = await Promise.all(versions.map((version) => openContent(ring, version, bodies)));
  return contents.flatMap((content) => content?.thirdPersons ?? []).map(({ passage }) => passage);
}
