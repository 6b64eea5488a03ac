import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { EntryTypeKey } from '../../documents/entry-type.ts';
import { BodyId, CaseId, ClientId, DraftId, NoteId, ReasonId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { Json } from '../../kernel/json.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { Channel, Source } from '../clients/model.ts';
import { ProcessPhase, Sensitivity } from '../entry-class.ts';
import { Limited } from '../limited.ts';
import { ServiceTask } from '../service-tasks.ts';
import { SocialService } from '../social-services.ts';

/** Who marked a record, in which post and when; and who was present, where that is required (L-11.6, L-11.9). */
export const Doer = z.strictObject({
  userId: UserId,
  name: z.string(),
  post: z.string(),
  at: Instant,
  presentUserId: UserId.optional(),
});
export type Doer = z.infer<typeof Doer>;

/** Korjauksen peruste: what was wrong with the datum (GDPR 16–17; U-10.4), or that it stood in another's file. */
const Ground = z.enum(['erroneous', 'unnecessary', 'incomplete', 'outdated', 'wrongClient']);

/** The ground of a correction, removal or move. Its words are sealed; the log names its code and id. */
export const Reason = z.strictObject({
  reasonId: ReasonId,
  ground: Ground,
  initiator: z.enum(['ownInitiative', 'client']),
  words: Sealed,
});
export type Reason = z.infer<typeof Reason>;

/** What an entry is, in whichever version: what authorisation and lists need stands in clear. */
const entryShape = {
  noteId: NoteId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  entryType: EntryTypeKey,
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  /** The services it concerns: who carries one out reads the entries of that service (457/2024 § 15). */
  socialServices: z.array(SocialService).max(10),
  sensitivity: Sensitivity,
  /** Järjestäminen or toteutus: bans on mediation and shelter concern carrying out (457/2024 §§ 12–14). */
  phase: ProcessPhase,
  documentClass: z.literal('caseNote'),
  eventAt: Instant,
  eventUntil: Instant.optional(),
  writtenAt: Instant,
  writtenBy: UserId,
  author: z.strictObject({ name: z.string(), post: z.string() }),
  /** Whose draft it was, when a successor made it final. */
  draftedBy: UserId.optional(),
  /** How many times it has been corrected; superseded versions are kept beside it. */
  correction: z.int().nonnegative(),
  correctedBy: Doer.optional(),
  /** Third persons' data were marked when it was written (to be taken out before the client is shown it). */
  thirdPersons: z.boolean(),
  content: Sealed.optional(),
  bodyId: BodyId.optional(),
  reason: Reason.optional(),
};

/**
 * Asiakaskertomusmerkintä: an entry of the client narrative (703/2023 § 44), of one of the fourteen national
 * types. Immutable once final (§ 22); a correction is a new version beside the old one; removal leaves a
 * mark. The id carries the time of the event, so that the narrative reads in the order things happened; the
 * time of writing stands apart. A short content lies sealed in the item, a longer one in a body of its own.
 */
export const NoteHead = storedItem('caseNote', {
  ...entryShape,
  state: z.enum(['final', 'corrected', 'removed', 'moved']),
  removedBy: Doer.optional(),
  /** Which way an entry written into the wrong client's file went: both files are marked. */
  movedBy: Doer.optional(),
  movedTo: ClientId.optional(),
  movedFrom: ClientId.optional(),
  limited: Limited.optional(),
  /** How many statements of the client's own are kept beside it (art. 16; J-9.9). */
  statements: z.int().positive().optional(),
  ...inIndexes(1, 3),
});
export type NoteHead = z.infer<typeof NoteHead>;

/** A version that a correction replaced: readable with a right of its own (L-11.8). */
export const SupersededNote = storedItem('supersededNote', entryShape);
export type SupersededNote = z.infer<typeof SupersededNote>;

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
  serviceTasks: z.array(ServiceTask).max(7),
  chosenSensitivity: z.enum(['familyMediation', 'shelter']).optional(),
  phase: ProcessPhase.optional(),
  eventAt: Instant.optional(),
  eventUntil: Instant.optional(),
  bodyId: BodyId,
  /** When its text was last saved: handing it over does not make it fresh. */
  savedAt: Instant,
  /** The writer's unit, whose supervisor sees that it has grown stale. */
  unitId: UnitId.optional(),
  /** The writer it was taken over from, when a supervisor handed a leaver's drafts on. */
  takenOverFrom: UserId.optional(),
  ...inIndexes(2),
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
    details: z.record(z.string(), Json).default({}),
  })
  .meta({ id: 'NoteContent' });
export type NoteContent = z.infer<typeof NoteContent>;

/** A content under way: what there is has its form, the rest may still be missing. */
export const DraftContent = NoteContent.extend({
  text: z.string().trim().max(20_000).default(''),
  source: Source.optional(),
}).meta({ id: 'DraftContent' });
export type DraftContent = z.infer<typeof DraftContent>;

/** An entry as it is written. */
export const NoteEntry = z
  .strictObject({
    entryType: EntryTypeKey,
    /** Asia: left out for guidance that belongs to no case. */
    caseId: CaseId.optional(),
    serviceTasks: z.array(ServiceTask).min(1).max(7),
    /** Named by the writer; therapy and examination follow from the kind of entry. */
    chosenSensitivity: z.enum(['familyMediation', 'shelter']).optional(),
    /** By default that of the writer's role. */
    phase: ProcessPhase.optional(),
    eventAt: Instant,
    eventUntil: Instant.optional(),
    content: NoteContent,
  })
  .meta({ id: 'NoteEntry' });
export type NoteEntry = z.infer<typeof NoteEntry>;

/** An entry under way. */
export const DraftEntry = NoteEntry.extend({
  serviceTasks: z.array(ServiceTask).max(7).default([]),
  eventAt: Instant.optional(),
  content: DraftContent,
}).meta({ id: 'DraftEntry' });
export type DraftEntry = z.infer<typeof DraftEntry>;

/** The ground as it is given. */
export const GivenReason = z
  .strictObject({
    ground: Ground.exclude(['wrongClient']),
    initiator: Reason.shape.initiator,
    words: z.string().trim().min(3).max(2000),
    /** The person responsible for register matters, present when another than the author marks the record. */
    presentUserId: UserId.optional(),
  })
  .meta({ id: 'GivenReason' });
export type GivenReason = z.infer<typeof GivenReason>;
