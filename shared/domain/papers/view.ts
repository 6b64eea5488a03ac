import * as z from 'zod';
import { SecrecyMark } from '../secrecy.ts';
import { SpecialCategoryMark } from '../special-categories.ts';
import { Paper, PaperFolder } from './model.ts';

/** A paper as it is read, with the same mark of secrecy as what is kept in the system. */
export const PaperView = z
  .strictObject({
    ...Paper.omit({
      pk: true,
      sk: true,
      entity: true,
      countedAs: true,
      schemaVersion: true,
      createdAt: true,
      createdBy: true,
      updatedAt: true,
      updatedBy: true,
      content: true,
      g1pk: true,
      g1sk: true,
      g2pk: true,
      g2sk: true,
      g3pk: true,
      g3sk: true,
      g4pk: true,
      g4sk: true,
    }).shape,
    title: z.string(),
    secrecy: SecrecyMark,
    specialCategories: SpecialCategoryMark.optional(),
  })
  .meta({ id: 'PaperView' });
export type PaperView = z.infer<typeof PaperView>;

/** A folder as it is listed. */
export const FolderView = z
  .strictObject({
    ...PaperFolder.pick({
      folderId: true,
      unitId: true,
      clientId: true,
      place: true,
      locked: true,
      takers: true,
      version: true,
    }).shape,
    label: z.string(),
  })
  .meta({ id: 'FolderView' });
export type FolderView = z.infer<typeof FolderView>;
