import * as z from 'zod';
import { SecrecyMark } from '../secrecy.ts';
import { SpecialCategoryMark } from '../special-categories.ts';
import { NoteContent, NoteHead, Reason, SupersededNote } from './model.ts';

/** The ground of a correction or removal, with its words. */
export const ReasonView = z.strictObject({ ...Reason.omit({ words: true }).shape, words: z.string() });

const shown = {
  noteId: true,
  clientId: true,
  caseId: true,
  entryType: true,
  serviceTasks: true,
  socialServices: true,
  sensitivity: true,
  phase: true,
  eventAt: true,
  eventUntil: true,
  writtenAt: true,
  author: true,
  correction: true,
  correctedBy: true,
} as const;
const marks = {
  state: true,
  removedBy: true,
  movedBy: true,
  movedTo: true,
  movedFrom: true,
  limited: true,
  statements: true,
  version: true,
} as const;
const texts = {
  content: NoteContent.optional(),
  reason: ReasonView.optional(),
  secrecy: SecrecyMark,
  specialCategories: SpecialCategoryMark.optional(),
};

/** An entry as it is read. A removed or moved one shows its mark and no content. */
export const NoteView = z
  .strictObject({ ...NoteHead.pick({ ...shown, ...marks }).shape, ...texts })
  .meta({ id: 'NoteView' });
export type NoteView = z.infer<typeof NoteView>;

/** A version that a correction replaced. */
export const NoteVersionView = z
  .strictObject({
    ...SupersededNote.pick(shown).shape,
    supersededAt: SupersededNote.shape.createdAt,
    ...texts,
  })
  .meta({ id: 'NoteVersionView' });
export type NoteVersionView = z.infer<typeof NoteVersionView>;
