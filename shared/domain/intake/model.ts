import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  CaseId,
  ClientId,
  DocumentId,
  HandlingId,
  MatterId,
  SubjectId,
  UnitId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { Doer, Reason } from '../case-notes/model.ts';
import { Channel } from '../clients/model.ts';
import { CountedIn } from '../counted-in.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * Vastaanotettu asia: what reaches social welfare before anything has been decided of it. It is stored at once, as
 * it came, under a key of its own, and waits in the queue of a unit until every person it concerns has been handled.
 *
 * `application`: hakemus (1301/2014 § 34). `contact`: yhteydenotto tuen tarpeen arvioimiseksi (§ 35).
 * `needNotification`: ilmoitus sosiaalihuollon tarpeesta (§ 35). `assessmentRequest`: pyyntö
 * lastensuojelutarpeen selvittämiseksi, or to assess the need for services (417/2007 § 25 a; 1301/2014 § 36).
 * `childWelfareNotification`: lastensuojeluilmoitus (417/2007 § 25). `anticipatoryNotification`: ennakollinen
 * lastensuojeluilmoitus (§ 25 c).
 */
export const IntakeKind = z
  .enum([
    'application',
    'contact',
    'needNotification',
    'assessmentRequest',
    'childWelfareNotification',
    'anticipatoryNotification',
  ])
  .meta({ id: 'IntakeKind' });
export type IntakeKind = z.infer<typeof IntakeKind>;

/** Kiireellisyyden arvio (1301/2014 § 36; 417/2007 § 26): the values of list 1.2.246.537.6.1252 are loaded. */
export const Urgency = z.enum(['urgent', 'notUrgent']).meta({ id: 'Urgency' });
export type Urgency = z.infer<typeof Urgency>;

/**
 * What became of it for one person. `noMeasures`: ei toimenpiteitä, perusteluineen. `guidance`: ohjaus ja neuvonta.
 * `otherAuthority`: siirto toiselle viranomaiselle. `caseOpened`: asia tuli vireille. `joinedCase`: liitettiin
 * vireillä olevaan asiaan.
 */
export const IntakeOutcome = z
  .enum(['noMeasures', 'guidance', 'otherAuthority', 'caseOpened', 'joinedCase'])
  .meta({ id: 'IntakeOutcome' });
export type IntakeOutcome = z.infer<typeof IntakeOutcome>;

/** Persons in one matter: each is linked and handled by itself, so that siblings may end differently. */
export const MOST_SUBJECTS = 10;

const Handled = z.strictObject({
  outcome: IntakeOutcome,
  at: Instant,
  by: UserId,
  /** The case that was opened, or the one it was joined to. */
  caseId: CaseId.optional(),
  /** The document that says why, where one was made. */
  documentId: DocumentId.optional(),
});

/** A person the matter concerns, as far as it stands in clear: the rest is sealed in the record. */
export const SubjectState = z.strictObject({
  subjectId: SubjectId,
  clientId: ClientId.optional(),
  handled: Handled.optional(),
});
export type SubjectState = z.infer<typeof SubjectState>;

/** So many corrections of its arrival are kept on a matter. */
export const MOST_ARRIVALS = 20;

/**
 * Saapumisajan korjaus (703/2023 § 22): what stood there, who put it right, when and on what ground. The words of the
 * ground are an entry of the handling, whose id is that of the ground. `subjectId`: in the file of one person alone.
 */
export const ArrivalCorrected = z
  .strictObject({
    was: Instant,
    is: Instant,
    subjectId: SubjectId.optional(),
    by: Doer,
    ...Reason.omit({ words: true }).shape,
  })
  .meta({ id: 'ArrivalCorrected' });
export type ArrivalCorrected = z.infer<typeof ArrivalCorrected>;

export const IntakeMatter = storedItem('intakeMatter', {
  matterId: MatterId,
  kind: IntakeKind,
  state: z.enum(['open', 'handled']),
  channel: Channel,
  /** Saapumisaika: when it reached the authority. Deadlines run from here, not from its recording. */
  receivedAt: Instant,
  unitId: UnitId,
  /** None until somebody has seen whose task it is. */
  serviceTasks: z.array(ServiceTask).max(7),
  workerId: UserId.optional(),
  urgency: z.strictObject({ result: Urgency, at: Instant, by: UserId }).optional(),
  subjects: z.array(SubjectState).max(MOST_SUBJECTS),
  handledAt: Instant.optional(),
  documentClass: z.literal('document'),
  dueMonth: z.string().optional(),
  /** How often its receipt was counted, in which unit and tasks. Left out of those received before it was kept. */
  counted: CountedIn.optional(),
  arrivals: z.array(ArrivalCorrected).max(MOST_ARRIVALS).optional(),
  /** How often it was counted as an application for social assistance: each time is a fact of its own. */
  timesApplied: z.int().positive().optional(),
  /** Keyed hashes of the identity codes in the record, so that those no longer named are taken away. */
  codes: z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(MOST_SUBJECTS),
  ...inIndexes(1, 2, 4),
});
export type IntakeMatter = z.infer<typeof IntakeMatter>;

/** What was told and by whom, sealed under the matter; each change leaves the former version. */
export const StoredRecord = storedItem('intakeRecord', { matterId: MatterId, content: Sealed });
export type StoredRecord = z.infer<typeof StoredRecord>;
export const SupersededRecord = storedItem('supersededIntakeRecord', { matterId: MatterId, content: Sealed });
export type SupersededRecord = z.infer<typeof SupersededRecord>;

/** Whose code is named in which matter. Its key is the keyed MAC of the code. */
export const MatterLookup = storedItem('matterLookup', { matterId: MatterId });
export type MatterLookup = z.infer<typeof MatterLookup>;

/** The matter as it stands in the file of a client whom it concerns. */
export const MatterOfClient = storedItem('matterOfClient', {
  matterId: MatterId,
  clientId: ClientId,
  subjectId: SubjectId,
  kind: IntakeKind,
  receivedAt: Instant,
  unitId: UnitId,
  serviceTasks: z.array(ServiceTask).max(7),
  linkedAt: Instant,
  /** That it is of this client, as it was counted. Left out of what was linked before it was kept. */
  linkCounted: CountedIn.optional(),
  handled: Handled.optional(),
  /** How often its handling was counted. Left out of what was handled before it was kept. */
  timesCounted: z.int().positive().optional(),
  /** The national document of what was told, once it has been made of the matter. */
  documentId: DocumentId.optional(),
});
export type MatterOfClient = z.infer<typeof MatterOfClient>;

/**
 * Käsittelytieto (U-5.18…5.22): what was done before a client relationship began. `urgency`: kiireellisyyden arvio.
 * `contact`: yhteydenotto. `assessment`: selvitys. `measure`: toimenpide. `disclosure`: tietojen luovutus
 * ulkopuoliselle. `transfer`: siirto toiselle yksikölle. `outcome`: how it ended, and why. `deadline`: why a time was
 * exceeded, or need not be kept (434/2003 § 23). `arrival`: why its time of arrival was put right.
 */
export const HandlingKind = z
  .enum([
    'urgency',
    'contact',
    'assessment',
    'measure',
    'disclosure',
    'transfer',
    'outcome',
    'deadline',
    'arrival',
  ])
  .meta({ id: 'HandlingKind' });
export type HandlingKind = z.infer<typeof HandlingKind>;

const words = z.string().trim().min(1).max(10_000);

/** What is sealed of an entry. A disclosure says to whom, on which ground and for what (703/2023 § 44). */
export const HandlingContent = z.strictObject({
  words,
  receiver: z.string().trim().min(1).max(300).optional(),
  ground: z.string().trim().min(1).max(300).optional(),
  purpose: z.string().trim().min(1).max(1000).optional(),
});
export type HandlingContent = z.infer<typeof HandlingContent>;

export const Handling = storedItem('intakeHandling', {
  matterId: MatterId,
  handlingId: HandlingId,
  kind: HandlingKind,
  /** When it happened; who wrote it stands in `createdBy`. */
  on: LocalDate,
  /** Of one person alone, where not of all. */
  subjectId: SubjectId.optional(),
  content: Sealed,
});
export type Handling = z.infer<typeof Handling>;
