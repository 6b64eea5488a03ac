import * as z from 'zod';
import { beyondCalendar } from './beyond-calendar.ts';

/**
 * Identifiers are 26 characters of Crockford base 32: 48 bits of time, then 80 random bits.
 * They sort by the time given, hold nothing about a person, and use one letter case, because the
 * embedded store ignores case where the real one does not.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The form is one, and made once: there are sixty kinds of identifiers. */
const IdText = z.string().regex(ID, 'an identifier of 26 characters');
const idOf = <Name extends string>(name: Name) => IdText.brand<Name>().meta({ id: name });

/**
 * `randomness` is ten bytes. The same time and bytes give the same text.
 * @throws Refusal `request.invalid` for a time before 1970, of which no identifier can be made.
 */
export function formatId(epochMs: number, randomness: Uint8Array): string {
  if (!(epochMs >= 0)) throw beyondCalendar();
  let time = '';
  let rest = epochMs;
  for (let place = 0; place < 10; place += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let bits = 0n;
  for (const byte of randomness) bits = (bits << 8n) | BigInt(byte);
  let random = '';
  for (let place = 0; place < 16; place += 1) {
    random = ALPHABET.charAt(Number(bits & 31n)) + random;
    bits >>= 5n;
  }
  return time + random;
}

/** The moment that an identifier was made for, in milliseconds since 1970. */
export const epochMsOfId = (id: string): number =>
  Array.from(id.slice(0, 10)).reduce((time, letter) => time * 32 + ALPHABET.indexOf(letter), 0);

/** Rekisterinpitäjä: a short code chosen by the operator, the first part of every key. */
export const ControllerId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,19}$/)
  .brand<'ControllerId'>()
  .meta({ id: 'ControllerId' });
export type ControllerId = z.infer<typeof ControllerId>;

/** Tietosuojaseloste: one text of it, from draft to what took its place. */
export const NoticeId = idOf('NoticeId');
export type NoticeId = z.infer<typeof NoticeId>;
export const UserId = idOf('UserId');
export type UserId = z.infer<typeof UserId>;
export const UnitId = idOf('UnitId');
export type UnitId = z.infer<typeof UnitId>;
export const PostId = idOf('PostId');
export type PostId = z.infer<typeof PostId>;
/** A change of settings that somebody has proposed and another decides on. */
export const SettingsProposalId = idOf('SettingsProposalId');
export type SettingsProposalId = z.infer<typeof SettingsProposalId>;
export const GrantId = idOf('GrantId');
export type GrantId = z.infer<typeof GrantId>;
export const ClientId = idOf('ClientId');
export type ClientId = z.infer<typeof ClientId>;
export const CaseId = idOf('CaseId');
export type CaseId = z.infer<typeof CaseId>;
export const NoteId = idOf('NoteId');
export type NoteId = z.infer<typeof NoteId>;
export const DocumentId = idOf('DocumentId');
export type DocumentId = z.infer<typeof DocumentId>;
export const DraftId = idOf('DraftId');
export type DraftId = z.infer<typeof DraftId>;
export const BodyId = idOf('BodyId');
export type BodyId = z.infer<typeof BodyId>;
export const RelationId = idOf('RelationId');
export type RelationId = z.infer<typeof RelationId>;
export const PartyId = idOf('PartyId');
export type PartyId = z.infer<typeof PartyId>;
export const ContractId = idOf('ContractId');
export type ContractId = z.infer<typeof ContractId>;
export const CommitmentId = idOf('CommitmentId');
export type CommitmentId = z.infer<typeof CommitmentId>;
export const PolicyId = idOf('PolicyId');
export type PolicyId = z.infer<typeof PolicyId>;
export const InstructionId = idOf('InstructionId');
export type InstructionId = z.infer<typeof InstructionId>;

export const DisqualificationId = idOf('DisqualificationId');
export type DisqualificationId = z.infer<typeof DisqualificationId>;

export const OpeningId = idOf('OpeningId');
export type OpeningId = z.infer<typeof OpeningId>;
export const EventId = idOf('EventId');
export type EventId = z.infer<typeof EventId>;
export const KeyId = idOf('KeyId');
export type KeyId = z.infer<typeof KeyId>;
export const ReasonId = idOf('ReasonId');
export type ReasonId = z.infer<typeof ReasonId>;
export const SignId = idOf('SignId');
export type SignId = z.infer<typeof SignId>;
export const CheckId = idOf('CheckId');
export type CheckId = z.infer<typeof CheckId>;
export const AttachmentId = idOf('AttachmentId');
export type AttachmentId = z.infer<typeof AttachmentId>;
export const FolderId = idOf('FolderId');
export type FolderId = z.infer<typeof FolderId>;
export const PaperId = idOf('PaperId');
export type PaperId = z.infer<typeof PaperId>;
export const UploadId = idOf('UploadId');
export type UploadId = z.infer<typeof UploadId>;
export const JobId = idOf('JobId');
export type JobId = z.infer<typeof JobId>;
export const DeadlineId = idOf('DeadlineId');
export type DeadlineId = z.infer<typeof DeadlineId>;
export const PlanId = idOf('PlanId');
export type PlanId = z.infer<typeof PlanId>;
export const ClientServiceId = idOf('ClientServiceId');
export type ClientServiceId = z.infer<typeof ClientServiceId>;
export const RefundMarkId = idOf('RefundMarkId');
export type RefundMarkId = z.infer<typeof RefundMarkId>;
export const DeliveryId = idOf('DeliveryId');
export type DeliveryId = z.infer<typeof DeliveryId>;
/** A part of the word index of a client's file. */
export const SegmentId = idOf('SegmentId');
export type SegmentId = z.infer<typeof SegmentId>;
export const AppointmentId = idOf('AppointmentId');
export type AppointmentId = z.infer<typeof AppointmentId>;
export const ResourceId = idOf('ResourceId');
export type ResourceId = z.infer<typeof ResourceId>;
export const HoursId = idOf('HoursId');
export type HoursId = z.infer<typeof HoursId>;
/** Whose calendar it is: a worker's, a room's or a client's. */
export const CalendarHolderId = z.union([UserId, ResourceId, ClientId]);
export type CalendarHolderId = z.infer<typeof CalendarHolderId>;
export const MessageId = idOf('MessageId');
export type MessageId = z.infer<typeof MessageId>;
export const TransferId = idOf('TransferId');
export type TransferId = z.infer<typeof TransferId>;
export const TaskId = idOf('TaskId');
export type TaskId = z.infer<typeof TaskId>;
export const MatterId = idOf('MatterId');
export type MatterId = z.infer<typeof MatterId>;
export const SubjectId = idOf('SubjectId');
export type SubjectId = z.infer<typeof SubjectId>;
export const HandlingId = idOf('HandlingId');
export type HandlingId = z.infer<typeof HandlingId>;
export const AssessmentId = idOf('AssessmentId');
export type AssessmentId = z.infer<typeof AssessmentId>;
/** Olosuhdeselvitys of one child. */
export const CustodyReportId = idOf('CustodyReportId');
export type CustodyReportId = z.infer<typeof CustodyReportId>;

export const DecisionId = idOf('DecisionId');
export type DecisionId = z.infer<typeof DecisionId>;
/** Asianosainen of one decision. */
export const ConcernedId = idOf('ConcernedId');
export type ConcernedId = z.infer<typeof ConcernedId>;
export const ReviewId = idOf('ReviewId');
export type ReviewId = z.infer<typeof ReviewId>;
export const ServiceOfNoticeId = idOf('ServiceOfNoticeId');
export type ServiceOfNoticeId = z.infer<typeof ServiceOfNoticeId>;
export const DelegationId = idOf('DelegationId');
export type DelegationId = z.infer<typeof DelegationId>;
/** What a witness says and the access log does not, or the other way round. */
export const WitnessFindingId = idOf('WitnessFindingId');
export type WitnessFindingId = z.infer<typeof WitnessFindingId>;

/** Lokitietopyyntö, what is withheld of a log, and a suspicion of misuse. */
/** That code or policies will change, said beforehand. */
export const AnnouncementId = idOf('AnnouncementId');
export type AnnouncementId = z.infer<typeof AnnouncementId>;
/** A minor's permit to the citizens' door. */
export const DoorPermitId = idOf('DoorPermitId');
export type DoorPermitId = z.infer<typeof DoorPermitId>;
/** A search of the sealed log for lines that have left the table. */
export const LogSearchId = idOf('LogSearchId');
export type LogSearchId = z.infer<typeof LogSearchId>;
export const LogRequestId = idOf('LogRequestId');
export type LogRequestId = z.infer<typeof LogRequestId>;
export const WithholdingId = idOf('WithholdingId');
export type WithholdingId = z.infer<typeof WithholdingId>;
export const MisuseId = idOf('MisuseId');
export type MisuseId = z.infer<typeof MisuseId>;
/** Rekisteröidyn pyyntö: what a person asks of the data held on the person. */
export const SubjectRequestId = idOf('SubjectRequestId');
export type SubjectRequestId = z.infer<typeof SubjectRequestId>;
/** Tarkastuspaketti: what answers a request to see the data. */
export const PackageId = idOf('PackageId');
export type PackageId = z.infer<typeof PackageId>;
/** What a client says of an entry or a document. */
export const StatementId = idOf('StatementId');
export type StatementId = z.infer<typeof StatementId>;
/** Henkilötietojen tietoturvaloukkaus. */
export const BreachId = idOf('BreachId');
export type BreachId = z.infer<typeof BreachId>;
/** What waits in the queue, of whichever kind. */
export const AwaitedId = z.union([LogRequestId, MisuseId, SubjectRequestId]);
export type AwaitedId = z.infer<typeof AwaitedId>;

/** Tahdonilmaisu: a permit, a ban or a consent of a client; and a minor's ban toward a representative. */
export const DeclarationId = idOf('DeclarationId');
export type DeclarationId = z.infer<typeof DeclarationId>;
/** Luovutus: data asked of us, and what was given. */
export const DisclosureId = idOf('DisclosureId');
export type DisclosureId = z.infer<typeof DisclosureId>;
/** Tutkimuslupa. */
export const ResearchPermitId = idOf('ResearchPermitId');
export type ResearchPermitId = z.infer<typeof ResearchPermitId>;
/** Tietopyyntö muualle: data asked of somebody else, or got from somebody else. */
export const SourceRequestId = idOf('SourceRequestId');
export type SourceRequestId = z.infer<typeof SourceRequestId>;
export const MinorsBanId = idOf('MinorsBanId');
export type MinorsBanId = z.infer<typeof MinorsBanId>;

/** Tilastoajo. */
export const StatisticsRunId = idOf('StatisticsRunId');
export type StatisticsRunId = z.infer<typeof StatisticsRunId>;

/** Hävittämiskielto: a hold on disposal. */
export const RetentionHoldId = idOf('RetentionHoldId');
export type RetentionHoldId = z.infer<typeof RetentionHoldId>;
