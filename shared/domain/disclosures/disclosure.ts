import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  AttachmentId,
  BodyId,
  CaseId,
  ClientId,
  CustodyReportId,
  DeclarationId,
  DisclosureId,
  DocumentId,
  NoteId,
  PaperId,
  PlanId,
  RelationId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { Purpose as LoggedPurpose, Provision } from '../../trail/disclosure.ts';
import { MOST_CLIENTS } from '../cases/model.ts';
import { BaseData } from '../clients/model.ts';
import { ServiceTask } from '../service-tasks.ts';
import { GivenForm } from './declaration.ts';
import { ProvisionKey } from './provision-key.ts';
import { Requester } from './requesters.ts';

/**
 * Tietojen luovutus (703/2023 §§ 50–63): one request about one client, or one thing told of our own accord, from its
 * arrival to the copy that was sent or the refusal. Client data are secret (§ 4): there is no other way out for them
 * than a provision, a permit or a consent. Kept as the log is, twelve years (annex: luovutusilmoitus).
 */

/** Käyttötarkoitus. `directMarketing` and `research` can be asked for here, and are never given here. */
export const Purpose = z
  .enum([
    ...LoggedPurpose.exclude([
      'serviceOfDecision',
      'serviceOfReviewResult',
      'informingOfClienthood',
      'transferOfMatter',
    ]).options,
    'directMarketing',
  ])
  .meta({ id: 'DisclosurePurpose' });
export type Purpose = z.infer<typeof Purpose>;

const words = z.string().trim().min(1).max(4000);
const reason = z.string().trim().min(10).max(4000);

/** What is sealed of a request: who asks, and what exactly. */
export const AskedContent = z.strictObject({
  /** The authority, provider or person, and who of it asks. */
  name: z.string().trim().min(2).max(200),
  contact: words.optional(),
  /** Yksilöity pyyntö: which data, of which matter and time. */
  asked: reason,
  /** For what, in the requester's words. */
  forWhat: words.optional(),
});
export type AskedContent = z.infer<typeof AskedContent>;

const Article = z.enum(['art. 45', 'art. 46']);

/** What is said of a request in clear: codes, ids and days. */
export const requestFacts = {
  /** `own`: told of our own accord, where a provision lets us. */
  initiative: z.enum(['request', 'own']),
  receivedOn: LocalDate,
  form: GivenForm.optional(),
  /** The request itself, where it is in writing. */
  attachmentId: AttachmentId.optional(),
  paperId: PaperId.optional(),
  requester: Requester,
  /** Of a representative, and of a party whom the file knows: the relation in the client's file. */
  relationId: RelationId.optional(),
  purpose: Purpose,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('FI'),
};

export const Ground = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('provision'),
      key: ProvisionKey,
      /** Of a provision that is named: its citation. */
      provision: Provision.optional(),
      /** Of the exchange of an activation plan (189/2001 § 12): the plan that it serves. */
      planId: PlanId.optional(),
      /** Of a report to a court (361/1983 § 16): the report that is sent. */
      custodyReportId: CustodyReportId.optional(),
    }),
    z.strictObject({ kind: z.enum(['permit', 'consent']), declarationId: DeclarationId }),
  ])
  .meta({ id: 'DisclosureGround' });
export type Ground = z.infer<typeof Ground>;

const BaseDataField = BaseData.keyof();

/** A document or an entry that is given, and the places in it that are left out. */
export const GivenPiece = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), id: DocumentId }),
  z.strictObject({ kind: z.literal('note'), id: NoteId }),
]);

/** Of what others than the client stand in the copy: nobody; somebody, left out; or somebody who is necessary. */
export const ThirdPersons = z.enum(['none', 'leftOut', 'necessary']);
export type ThirdPersons = z.infer<typeof ThirdPersons>;

/** What is sealed of a prepared disclosure. */
export const PreparedContent = z.strictObject({
  /** Why each datum is necessary for the purpose. */
  necessity: reason,
  /** How the condition of the provision is met. */
  condition: reason.optional(),
  /** Why data of others are necessary. */
  othersNecessary: reason.optional(),
  /** Why a protected address has to be given (661/2009 § 37). */
  addressNecessary: reason.optional(),
  /** The ground of a transfer to a third country. */
  transferGround: reason.optional(),
});
export type PreparedContent = z.infer<typeof PreparedContent>;

export const Piece = z.strictObject({
  kind: z.enum(['document', 'note']),
  id: z.string().max(30),
  /** Which version the copy was made of. */
  version: z.int(),
  serviceTasks: z.array(ServiceTask).max(ServiceTask.options.length),
  /** Of a document that is about others too: all its clients. */
  clients: z.array(ClientId).max(MOST_CLIENTS).optional(),
  /** With this case the copy of it ends (docs/decisions/0114). */
  caseId: CaseId.optional(),
});
export type Piece = z.infer<typeof Piece>;

export const preparedFacts = {
  ground: Ground,
  baseData: z.array(BaseDataField).max(BaseDataField.options.length).default([]),
  thirdPersons: ThirdPersons,
  /** A protected address is in the copy. */
  addresses: z.boolean().default(false),
  article: Article.optional(),
};

const Prepared = z.strictObject({
  ...preparedFacts,
  pieces: z.array(Piece).max(40),
  /** The citation that the ground had on that day, for the log. */
  provision: Provision.optional(),
  /** Made under a safety ban: nobody's dwelling is in the copy. */
  withoutDwellings: z.boolean().default(false),
  at: Instant,
  by: UserId,
});

/**
 * Toimitustapa. `employmentRegister`: an activation plan that was made is stored in the personal register of employment
 * services too (189/2001 § 12).
 */
export const Sending = z
  .enum(['secureMessage', 'letter', 'handed', 'oral', 'employmentRegister'])
  .meta({ id: 'DisclosureSending' });

const Done = { at: Instant, by: UserId };

export const DisclosureItem = storedItem('disclosure', {
  disclosureId: DisclosureId,
  clientId: ClientId,
  documentClass: z.literal('log'),
  state: z.enum(['asked', 'prepared', 'sent', 'refused', 'withdrawn']),
  ...requestFacts,
  asked: Sealed,
  prepared: Prepared.optional(),
  /** The minimised copy: it ends with the first of the cases that it tells of, and the record stays. */
  bodyId: BodyId.optional(),
  reasons: Sealed.optional(),
  sent: z.strictObject({ ...Done, on: LocalDate, way: Sending }).optional(),
  /** Refused: the words are sealed. */
  refused: z.strictObject(Done).optional(),
  refusal: Sealed.optional(),
});
export type DisclosureItem = z.infer<typeof DisclosureItem>;
export const RefusalWords = reason;
