import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { BodyId, CaseId, ClientId, DocumentId, DraftId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { Json } from '../../kernel/json.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { Doer, Reason } from '../case-notes/model.ts';
import { MOST_CLIENTS } from '../cases/model.ts';
import { DocumentKind, ProcessPhase, Sensitivity } from '../entry-class.ts';
import { Limited } from '../limited.ts';
import { RetentionClass } from '../retention/rules.ts';
import { ServiceTask } from '../service-tasks.ts';
import { SocialService } from '../social-services.ts';

/** OID of a national definition with its version, which ends in a date. */
export const DefinitionOid = z
  .string()
  .max(64)
  .regex(/^\d+(?:\.\d+)+\.\d{4}\.\d{1,2}\.\d{1,2}$/, 'the OID of a definition with its version')
  .meta({ id: 'DefinitionOid', examples: ['1.2.246.537.6.1506.16009.2022.6.28'] });

/** Sisältö: the content in THL's JSON form, under the root key of its definition. */
export const DocumentContent = z.record(z.string(), Json).meta({ id: 'DocumentContent' });
export type DocumentContent = z.infer<typeof DocumentContent>;

/** Kieli: the language a document is written and printed in. */
const DocumentLanguage = z.enum(['fi', 'sv']).meta({ id: 'DocumentLanguage' });

/** Palvelunjärjestäjä and palveluntuottaja: the name as it was then, and the OID where it is known. */
const Organisation = z.strictObject({ name: z.string(), oid: z.string().optional() });
export type Organisation = z.infer<typeof Organisation>;

/** Where a content that is too long for the table lies, sealed, and how long it is. */
const LongContent = z.strictObject({ objectName: z.string(), bytes: z.int().positive() });
export type LongContent = z.infer<typeof LongContent>;

/** What a document is, in whichever version: what authorisation and lists need stands in clear. */
const documentShape = {
  documentId: DocumentId,
  clientId: ClientId,
  /** Every client of the document, this one included: more than one in a shared case only. */
  clients: z.array(ClientId).min(1).max(MOST_CLIENTS),
  caseId: CaseId.optional(),
  definitionOid: DefinitionOid,
  /** Asiakirjatyyppi, in THL's own word: Päätös, Suunnitelma, Arvio. */
  documentType: z.string(),
  kind: DocumentKind,
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  socialServices: z.array(SocialService).max(10),
  sensitivity: Sensitivity,
  phase: ProcessPhase,
  documentClass: RetentionClass,
  /** The document's own time, which its id carries; when it became final stands apart. */
  documentAt: Instant,
  finalAt: Instant,
  author: z.strictObject({ userId: UserId, name: z.string(), post: z.string() }),
  /** Whose draft it was, when a successor made it final. */
  draftedBy: UserId.optional(),
  unitId: UnitId.optional(),
  organiser: Organisation,
  /** Left out where it is the organiser itself. */
  producer: Organisation.optional(),
  language: DocumentLanguage,
  attachmentIds: z.array(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)).max(50),
  /** How many times it has been corrected; superseded versions are kept beside it. */
  correction: z.int().nonnegative(),
  correctedBy: Doer.optional(),
  reason: Reason.optional(),
  /** Brought from another system as it was there, and not completed here. */
  imported: z.literal(true).optional(),
  /** Left out of the mark of a removed document, whose content is gone. */
  bodyId: BodyId.optional(),
  /** In how many pieces its content lies. */
  pieces: z.int().nonnegative(),
  long: LongContent.optional(),
};

/**
 * Asiakasasiakirja: a client document of one of the national definitions (703/2023 §§ 13, 22, 37; THL määräys
 * 5/2024). Final means locked: a correction is a new version beside the old one, invalidation (mitätöinti) says that
 * it no longer holds, removal leaves a mark. One head lies in the file of each client; the content lies apart, sealed
 * under the case or the client.
 */
export const DocumentHead = storedItem('document', {
  ...documentShape,
  state: z.enum(['final', 'corrected', 'invalidated', 'removed']),
  invalidatedBy: Doer.optional(),
  removedBy: Doer.optional(),
  limited: Limited.optional(),
  /** How many statements of the client's own are kept beside it (art. 16; J-9.9). */
  statements: z.int().positive().optional(),
  ...inIndexes(1, 2, 3, 4),
});
export type DocumentHead = z.infer<typeof DocumentHead>;

/** A version that a correction replaced: readable with a right of its own (L-11.8). */
export const SupersededDocument = storedItem('supersededDocument', documentShape);
export type SupersededDocument = z.infer<typeof SupersededDocument>;

/** A part of a content, written once. Most contents are of one piece; a longer one is a text cut in pieces. */
export const DocumentPiece = storedItem('documentPiece', {
  bodyId: BodyId,
  clientId: ClientId,
  /** Which saving of its draft it belongs to. */
  saving: z.int().positive(),
  place: z.int().nonnegative(),
  pieces: z.int().positive(),
  /** Then what is sealed here is the key of that object. */
  long: LongContent.optional(),
  content: Sealed,
});
export type DocumentPiece = z.infer<typeof DocumentPiece>;

/** What becoming final added to a content, and the hash of the whole: written once, beside its pieces. */
export const DocumentClosing = storedItem('documentClosing', {
  bodyId: BodyId,
  clientId: ClientId,
  content: Sealed,
});
export type DocumentClosing = z.infer<typeof DocumentClosing>;

/** Luonnos: lies with its writer and is nobody else's until it is final. Its definition is pinned when it is begun. */
export const DocumentDraft = storedItem('documentDraft', {
  draftId: DraftId,
  writerId: UserId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  definitionOid: DefinitionOid,
  serviceTasks: z.array(ServiceTask).max(7),
  socialServices: z.array(SocialService).max(10),
  sensitivity: Sensitivity.optional(),
  phase: ProcessPhase.optional(),
  documentAt: Instant.optional(),
  language: DocumentLanguage,
  /** The draft's version when its content was last written: handing it over writes none. */
  saving: z.int().positive(),
  pieces: z.int().positive(),
  long: LongContent.optional(),
  savedAt: Instant,
  /** The writer's unit, whose supervisor sees that it has grown stale. */
  unitId: UnitId.optional(),
  takenOverFrom: UserId.optional(),
  ...inIndexes(2),
});
export type DocumentDraft = z.infer<typeof DocumentDraft>;

/** What a writer says of a document beside its content. */
const frame = {
  /** Asia: left out of a document that belongs to no case. */
  caseId: CaseId.optional(),
  serviceTasks: z.array(ServiceTask).max(7),
  socialServices: z.array(SocialService).max(10).default([]),
  /** Where the kind of document or its service does not already decide it (457/2024 §§ 12–18). */
  sensitivity: Sensitivity.optional(),
  /** By default that of the writer's role. */
  phase: ProcessPhase.optional(),
  /** By default the moment when it becomes final. */
  documentAt: Instant.optional(),
  language: DocumentLanguage.default('fi'),
};

/** A draft as it is saved. */
export const DraftedDocument = z
  .strictObject({ ...frame, serviceTasks: frame.serviceTasks.default([]), content: DocumentContent })
  .meta({ id: 'DraftedDocument' });
export type DraftedDocument = z.infer<typeof DraftedDocument>;

/** A document as it is written whole: by a correction, or by an import. */
export const WrittenDocument = z
  .strictObject({ ...frame, serviceTasks: frame.serviceTasks.min(1), content: DocumentContent })
  .meta({ id: 'WrittenDocument' });
export type WrittenDocument = z.infer<typeof WrittenDocument>;
