import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  AttachmentId,
  CaseId,
  ClientId,
  DocumentId,
  FolderId,
  NoteId,
  PaperId,
  UnitId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { DocumentKind, ProcessPhase, Sensitivity } from '../entry-class.ts';
import { ServiceTask } from '../service-tasks.ts';
import { SocialService } from '../social-services.ts';

/** So many may be named who take papers out of a folder. */
const MOST_TAKERS = 20;

/** Where a folder stands and who may take out of it, as it is said and changed. */
export const FolderPlace = z
  .strictObject({
    /** One of the controller's places, where its settings name any (C-33). */
    place: z.string().trim().min(1).max(200),
    /** Lukittu: behind a lock of its own: a cabinet, a room. */
    locked: z.boolean(),
    /** Who may borrow from it; nobody named means everybody of the unit. */
    takers: z.array(UserId).max(MOST_TAKERS).default([]),
  })
  .meta({ id: 'FolderPlace' });
export type FolderPlace = z.infer<typeof FolderPlace>;

/**
 * Kansio: a folder or binder of manual material (manuaalinen aineisto) in the premises of a unit. One of a single
 * client (asiakaskohtainen kansio, akti) takes that client's papers only.
 */
export const PaperFolder = storedItem('paperFolder', {
  folderId: FolderId,
  unitId: UnitId,
  clientId: ClientId.optional(),
  ...FolderPlace.shape,
  /** What stands on its back, sealed under the controller. */
  label: Sealed,
});
export type PaperFolder = z.infer<typeof PaperFolder>;

/** A print that was filed, the original of what was scanned, or another paper. */
const PaperKind = z.enum(['print', 'original', 'other']).meta({ id: 'PaperKind' });

/** What it is the print or the original of. */
const PaperOf = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('caseNote'), id: NoteId }),
    z.strictObject({ kind: z.literal('document'), id: DocumentId }),
    z.strictObject({ kind: z.literal('attachment'), id: AttachmentId }),
  ])
  .meta({ id: 'PaperOf' });

const PaperState = z.enum(['filed', 'lent', 'archived', 'destroyed']);

/** What has been done with a paper, by whom and when. Its own small register, beside the access log. */
const PaperStep = z.strictObject({
  what: z.enum(['filed', 'moved', 'lent', 'returned', 'archived', 'destroyed']),
  at: Instant,
  by: UserId,
  folderId: FolderId.optional(),
});

/** Steps kept of one paper. */
export const MOST_STEPS = 200;

/**
 * Paperi: one paper, or papers fastened together, of a client's documents. It stands under the same rights and the
 * same retention as what is kept in the system (703/2023 §§ 4, 9 and annex).
 */
export const Paper = storedItem('paper', {
  paperId: PaperId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  what: PaperKind,
  of: PaperOf.optional(),
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  socialServices: z.array(SocialService).max(10),
  sensitivity: Sensitivity,
  phase: ProcessPhase,
  kind: DocumentKind,
  documentClass: z.literal('document'),
  /** Of the paper itself. */
  paperDate: LocalDate.optional(),
  sheets: z.int().positive().max(10_000),
  unitId: UnitId,
  folderId: FolderId,
  state: PaperState,
  /** Who has it, while it is lent, and by when it comes back. */
  lentTo: UserId.optional(),
  lentOn: LocalDate.optional(),
  dueOn: LocalDate.optional(),
  /** The day it went to the archive or was destroyed. */
  endedOn: LocalDate.optional(),
  steps: z.array(PaperStep).max(MOST_STEPS),
  /** Its title, sealed under the case or the client. */
  content: Sealed,
  ...inIndexes(1, 2, 3, 4),
});
export type Paper = z.infer<typeof Paper>;

export const PaperContent = z.strictObject({ title: z.string() });

/** A paper as it is filed. Of a print or an original the class is that of what it is of. */
export const NewPaper = z
  .strictObject({
    what: PaperKind,
    of: PaperOf.optional(),
    title: z.string().trim().min(1).max(200),
    paperDate: LocalDate.optional(),
    sheets: z.int().positive().max(10_000),
    unitId: UnitId,
    folderId: FolderId,
    caseId: CaseId.optional(),
    kind: DocumentKind.default('other'),
    serviceTasks: z.array(ServiceTask).max(7).default([]),
    socialServices: z.array(SocialService).max(10).default([]),
    sensitivity: Sensitivity.default('ordinary'),
    phase: ProcessPhase.optional(),
  })
  .meta({ id: 'NewPaper' });
export type NewPaper = z.infer<typeof NewPaper>;
