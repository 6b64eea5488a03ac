import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId, MatterId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { MunicipalityCode } from '../../kernel/municipality-code.ts';
import { PersonalIdentityCode } from '../../kernel/personal-identity-code.ts';
import { TemporaryId } from '../../kernel/temporary-id.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { earlierOf } from '../earlier.ts';
import { ServiceTask } from '../service-tasks.ts';
import { Barred, MOST_BARRED } from './barred.ts';

/**
 * Asiakas: a person whose matters social welfare handles, or is asked to. One client of one controller is
 * one partition. Base data as 703/2023 § 38; secret for good (§ 4); kept two years from the client's death
 * (annex). Identity, names, addresses and contacts are sealed; what authorisation needs stands in clear.
 */

/** Tiedon lähde (U-6.1…6.11, J-3.1…3.7): who a datum came from. */
const SourceKind = z.enum([
  'client',
  'affairsManager',
  'guardian',
  'ownRegister',
  'populationRegister',
  'authority',
  // Other bodies under public law, institutions and entities, and professionals in private practice (H-10.5).
  'publicBody',
  'institution',
  'privateProfessional',
  'partner',
  'staff',
  'other',
]);
/** Saapumistapa (K-10.4, U-6.11): how it arrived. */
export const Channel = z.enum(['visit', 'homeVisit', 'phone', 'electronic', 'paper', 'oral', 'register']);
export type Channel = z.infer<typeof Channel>;

export const Source = z
  .strictObject({
    kind: SourceKind,
    channel: Channel,
    /** Free text only for `other`, which child protection alone may use (J-3.7). */
    description: z.string().trim().min(1).max(200).optional(),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

const shortText = z.string().trim().min(1).max(200);
const LanguageCode = z
  .string()
  .regex(/^[a-z]{2}$/, 'a language code of two letters (list 1.2.246.537.5.40175)');

/** Henkilönnimi. */
export const PersonName = z.strictObject({ family: shortText, given: shortText });
export type PersonName = z.infer<typeof PersonName>;

export const Address = z.strictObject({
  street: shortText,
  postalCode: z
    .string()
    .regex(/^\d{5}$/, 'five digits')
    .optional(),
  postOffice: shortText.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export type Address = z.infer<typeof Address>;

/** Perustiedot: every datum that may be recorded of a client (703/2023 § 38; U-5.1, L-5.1…5.7). */
export const BaseData = z
  .strictObject({
    name: PersonName,
    formerNames: z.array(PersonName).max(20).default([]),
    personalIdentityCode: PersonalIdentityCode.optional(),
    formerIdentityCodes: z.array(PersonalIdentityCode).max(10).default([]),
    temporaryId: TemporaryId.optional(),
    birthDate: LocalDate.optional(),
    homeMunicipality: MunicipalityCode.optional(),
    temporaryMunicipality: MunicipalityCode.optional(),
    motherTongue: LanguageCode.optional(),
    serviceLanguage: LanguageCode.optional(),
    interpreter: z.strictObject({ language: LanguageCode, method: shortText.optional() }).optional(),
    /** Siviilisääty, list 1.2.246.537.6.75: the code as given, for the values of the list are not known here. */
    maritalStatus: z
      .string()
      .regex(/^\d{1,2}$/)
      .optional(),
    occupation: shortText.optional(),
    workplace: shortText.optional(),
    addresses: z.array(Address).max(5).default([]),
    /** Yhteysosoite: freely usable under a safety ban (661/2009 § 36). */
    contactAddress: Address.optional(),
    phones: z
      .array(
        z
          .string()
          .trim()
          .regex(/^\+?[0-9 ()-]{5,25}$/),
      )
      .max(10)
      .default([]),
    emails: z.array(z.email().max(200)).max(5).default([]),
    /** Salaiset yhteystiedot: the client's own wish, apart from the safety ban. */
    secretContacts: z.boolean().default(false),
  })
  .meta({ id: 'BaseData' });
export type BaseData = z.infer<typeof BaseData>;
export type BaseDataField = keyof BaseData;

/** What has a source besides the base data: it stands in clear on the head. */
export const RecordedField = z.enum([...BaseData.keyof().options, 'safetyBan', 'diedOn']);
export type RecordedField = z.infer<typeof RecordedField>;

/** Where each datum came from, and when it was recorded. */
export const Provenance = z.strictObject({ source: Source, recordedAt: Instant, recordedBy: UserId });
export const SealedBaseData = z.strictObject({
  data: BaseData,
  sources: z.partialRecord(RecordedField, Provenance),
});
export type SealedBaseData = z.infer<typeof SealedBaseData>;

/** Informointi ((EU) 2016/679, 12–14): how the client was told, in which language, from which published notice, by whom. */
export const Informing = z
  .strictObject({
    channel: z.enum(['paper', 'oral', 'electronic']),
    language: z.enum(['fi', 'sv', 'en', 'other']),
    /** Number of the notice that was given; the one published then, where it is not said. */
    noticeNumber: z.int().min(1).optional(),
  })
  .meta({ id: 'Informing' });
export type Informing = z.infer<typeof Informing>;

/** Asiakkuus: the client relationship with the controller (1301/2014 § 34; 703/2023 § 38). */
export const Relationship = z.strictObject({
  state: z.enum(['active', 'ended']),
  startedOn: LocalDate,
  endedOn: LocalDate.optional(),
  /** Ground of ending (703/2023 § 38): its words are sealed with the period. */
  endGround: z.enum(['needEnded', 'moved', 'died', 'withdrew', 'otherGround']).optional(),
  /** Omatyöntekijä (1301/2014 § 42). */
  ownWorkerId: UserId.optional(),
  responsibleUnitId: UnitId,
  /** Informing of the processing at the start (J-8.2). */
  informedOn: LocalDate.optional(),
  informing: Informing.extend({ by: UserId }).optional(),
  /** Who recorded its start, by which name and in which unit it was counted. Left out of what began before it was kept. */
  recorded: z.strictObject({ by: UserId, countedAs: z.string(), unitId: UnitId }).optional(),
  /** Who put its start right last, when and on what ground; what stood there is kept apart. */
  corrected: z
    .strictObject({
      name: z.string(),
      post: z.string(),
      at: Instant,
      ground: z.enum(['erroneous', 'unnecessary', 'incomplete', 'outdated']),
    })
    .meta({ id: 'RelationshipCorrectionMark' })
    .optional(),
});
export type Relationship = z.infer<typeof Relationship>;

/** Turvakielto (661/2009 § 36): until further notice when there is no last day. */
export const SafetyBan = z.strictObject({ until: LocalDate.optional() });
export type SafetyBan = z.infer<typeof SafetyBan>;

/** Rajattu asiakas: only the named readers open the file; to others it does not exist. */
export const Restriction = z.strictObject({ readers: z.array(UserId).min(1).max(50), since: Instant });
export type Restriction = z.infer<typeof Restriction>;

/** So many intake matters of one client may be at hand at once. */
export const MOST_AT_HAND = 20;

/**
 * An intake matter of the client that is being handled, and where: a factual tie until it has been. No `ClientTie`, which
 * has days and names workers: this one names a unit and the tasks of the matter, and goes in the commit that ends the
 * handling. On the head, under its version, none is lost when two are linked at once, and so many are the most.
 */
export const MatterAtHand = z.strictObject({
  matterId: MatterId,
  unitId: UnitId,
  serviceTasks: z.array(ServiceTask).max(7),
  workerId: UserId.optional(),
});
export type MatterAtHand = z.infer<typeof MatterAtHand>;

/** What of a head ties workers to the client, or shuts them out, and tells how it stood (docs/decisions/0057). */
const changing = {
  relationship: Relationship.optional(),
  mattersAtHand: z.array(MatterAtHand).max(MOST_AT_HAND).optional(),
  restriction: Restriction.optional(),
  barred: z.array(Barred).max(MOST_BARRED).optional(),
};
export const ClientThen = z.object(changing);

/** Client head: the item every opening and every permission rests on. */
export const ClientHead = storedItem('client', {
  clientId: ClientId,
  /** `archived`: out of the active set (U-8.1). `merged`: its matters go on under another client. */
  state: z.enum(['active', 'archived', 'merged']),
  ...changing,
  earlier: earlierOf(changing),
  /** The intake a client was recorded in: a factual tie until a relationship begins. */
  intake: z.strictObject({ unitId: UnitId, workerId: UserId, at: Instant }),
  safetyBan: SafetyBan.optional(),
  /** Asiakkaan lupa tietojen käyttöön beyond what the law sets (C-04): what was declared stands with the client's declarations. */
  usePermission: z.enum(['given', 'withdrawn']).optional(),
  /** Its last day, where the client set one. */
  usePermissionUntil: LocalDate.optional(),
  mergedInto: ClientId.optional(),
  mergedFrom: z.array(ClientId).max(20),
  diedOn: LocalDate.optional(),
  documentClass: z.literal('clienthood'),
  /** Due month of clienthood data, once the client's death is known (703/2023 annex). */
  dueMonth: z.string().optional(),
  base: Sealed,
  ...inIndexes(1, 2, 3, 4),
});
export type ClientHead = z.infer<typeof ClientHead>;

/** Base data as they were: written once with every change, sealed under the client. */
export const BaseDataVersion = storedItem('baseDataVersion', {
  clientId: ClientId,
  changedFields: z.array(z.string()),
  safetyBan: SafetyBan.optional(),
  diedOn: LocalDate.optional(),
  documentClass: z.literal('clienthood'),
  base: Sealed,
});
export type BaseDataVersion = z.infer<typeof BaseDataVersion>;

/** A restriction set, changed or lifted: who may read from then on, and why, sealed under the client. */
export const RestrictionChange = storedItem('restrictionChange', {
  clientId: ClientId,
  /** Nobody is named where the restriction was lifted. */
  readers: Restriction.shape.readers.optional(),
  reason: Sealed,
});
export type RestrictionChange = z.infer<typeof RestrictionChange>;
