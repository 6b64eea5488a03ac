import * as z from 'zod';
import { NoteView } from '../case-notes/view.ts';
import { SecrecyMark } from '../secrecy.ts';
import { SpecialCategoryMark } from '../special-categories.ts';
import { DocumentContent, DocumentHead, SupersededDocument } from './model.ts';

const shown = {
  documentId: true,
  clientId: true,
  caseId: true,
  definitionOid: true,
  documentType: true,
  kind: true,
  serviceTasks: true,
  socialServices: true,
  sensitivity: true,
  phase: true,
  documentAt: true,
  finalAt: true,
  author: true,
  unitId: true,
  organiser: true,
  producer: true,
  language: true,
  attachmentIds: true,
  correction: true,
  correctedBy: true,
  imported: true,
} as const;
const marks = {
  state: true,
  invalidatedBy: true,
  removedBy: true,
  limited: true,
  statements: true,
  version: true,
} as const;

/** The name of its definition, and whether other clients share it: what a row of a list says beyond the head. */
const named = { name: z.strictObject({ fi: z.string(), sv: z.string().optional() }), shared: z.boolean() };

/** A row of a list: heads only, nothing is unsealed. */
export const DocumentRow = z
  .strictObject({ ...DocumentHead.pick({ ...shown, ...marks }).shape, ...named })
  .meta({ id: 'DocumentRow' });
export type DocumentRow = z.infer<typeof DocumentRow>;

const texts = {
  /** Left out of the mark of a removed document. */
  content: DocumentContent.optional(),
  sha256: z.string().optional(),
  /** Where in the content something is hidden from this reader by a safety ban (661/2009 § 36). */
  hidden: z.array(z.string()),
  /** The ground of a correction, invalidation or removal, with its words. */
  reason: NoteView.shape.reason,
  secrecy: SecrecyMark,
  specialCategories: SpecialCategoryMark.optional(),
};

/** A document as it is read. */
export const DocumentView = z.strictObject({ ...DocumentRow.shape, ...texts }).meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof DocumentView>;

const versioned = {
  ...SupersededDocument.pick(shown).shape,
  supersededAt: SupersededDocument.shape.createdAt,
  ...named,
};
const VersionRow = z.strictObject(versioned);

/** A version that a correction replaced. */
export const DocumentVersionView = z
  .strictObject({
    ...versioned,
    ...texts,
    /** Its content is long and was left out of a list of several: the version is read by itself. */
    leftOut: z.literal(true).optional(),
  })
  .meta({ id: 'DocumentVersionView' });

const pick = (item: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, item[field]]).filter(([, value]) => value !== undefined));

/** The head as a row. */
export const rowOf = (head: DocumentHead, name: DocumentRow['name']): DocumentRow =>
  DocumentRow.parse({
    ...pick(head, Object.keys({ ...shown, ...marks })),
    name,
    shared: head.clients.length > 1,
  });

export const versionRowOf = (
  version: SupersededDocument,
  name: DocumentRow['name'],
): z.infer<typeof VersionRow> =>
  VersionRow.parse({
    ...pick(version, Object.keys(shown)),
    supersededAt: version.createdAt,
    name,
    shared: version.clients.length > 1,
  });
