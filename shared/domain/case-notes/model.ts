import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { EntryTypeKey } from '../../documents/entry-types.ts';
import { BodyId, CaseId, ClientId, DraftId, NoteId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { storedItem } from '../../table/item.ts';
import { Channel, Source } from '../clients/model.ts';
import { Sensitivity } from '../entry-class.ts';
import { ServiceTask } from '../service-tasks.ts';
import { SocialService } from '../social-services.ts';

/**
 * Asiakaskertomusmerkintä: an entry of the client narrative (703/2023 § 44), of one of the fourteen national
 * types. Immutable once final (§ 22); a correction is a new version beside the old one; removal leaves a
 * mark. The id carries the time of the event, so that the narrative reads in the order things happened; the
 * time of writing stands apart. A short content lies sealed in the item, a longer one in a body of its own.
 */
export const NoteHead = storedItem('caseNote', {
  noteId: NoteId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  entryType: EntryTypeKey,
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  sensitivity: Sensitivity,
  documentClass: z.literal('caseNote'),
  eventAt: Instant,
  eventUntil: Instant.optional(),
  writtenAt: Instant,
  writtenBy: UserId,
  author: z.strictObject({ name: z.string(), post: z.string() }),
  state: z.enum(['final', 'corrected', 'removed', 'moved']),
  /** How many times it has been corrected; superseded versions are kept beside it. */
  correction: z.int().nonnegative(),
  correctedBy: z.strictObject({ userId: UserId, name: z.string(), post: z.string(), at: Instant }).optional(),
  /** Third persons' data were marked when it was written (1.2: to be taken out before the client is shown it). */
  thirdPersons: z.boolean(),
  contentHash: z.string(),
  content: Sealed.optional(),
  bodyId: BodyId.optional(),
  removedAt: Instant.optional(),
  removedBy: UserId.optional(),
  movedTo: ClientId.optional(),
  movedFrom: ClientId.optional(),
  g3pk: z.string().optional(),
  g3sk: z.string().optional(),
});
export type NoteHead = z.infer<typeof NoteHead>;

/** A text held apart from its head: written once, sealed under the case or the client. */
export const NoteBody = storedItem('noteBody', { bodyId: BodyId, clientId: ClientId, content: Sealed });
export type NoteBody = z.infer<typeof NoteBody>;

/** Luonnos: lies with its writer and is nobody else's until it is final. */
export const DraftHead = storedItem('draft', {
  draftId: DraftId,
  writerId: UserId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  entryType: EntryTypeKey,
  bodyId: BodyId,
  /** The writer it was taken over from, when a supervisor handed a leaver's drafts on. */
  takenOverFrom: UserId.optional(),
});
export type DraftHead = z.infer<typeof DraftHead>;

/**
 * What is sealed of an entry. `thirdPersons` marks, when it is written, the passages that tell of others, so
 * that they are taken out before the client is shown it (254/2015 § 20; data-subject requests).
 */
export const NoteContent = z
  .strictObject({
    text: z.string().trim().min(1).max(20_000),
    agreed: z.string().trim().max(4000).optional(),
    place: z.string().trim().max(200).optional(),
    /** One line each: name, role, and for a professional post and organisation. */
    participants: z.array(z.string().trim().min(1).max(200)).max(30).default([]),
    channel: Channel.optional(),
    socialServices: z.array(SocialService).max(10).default([]),
    source: Source,
    thirdPersons: z
      .array(z.strictObject({ passage: z.string().min(1).max(4000), about: z.string().min(1).max(200) }))
      .max(50)
      .default([]),
    /** What the kind of entry has beyond these, in the national form below the document's root. */
    details: z.record(z.string(), z.json()).default({}),
  })
  .meta({ id: 'NoteContent' });
export type NoteContent = z.infer<typeof NoteContent>;
