import * as z from 'zod';
import { MunicipalityCode } from '../../../kernel/municipality-code.ts';
import { MediaType, MOST_BYTES } from '../../attachments/media-type.ts';
import { Text } from './terms.ts';

/** What is recorded, from where it comes and to whom it goes: C-06 to C-13, C-33, C-34, C-41, C-42, C-46. */

/** Base data beyond those 703/2023 38 § lists: recorded only where the controller's purpose needs them (U-5.23). */
export const OptionalClientField = z.enum(['emails', 'maritalStatus', 'occupation', 'workplace']);
export type OptionalClientField = z.infer<typeof OptionalClientField>;

/** The regular connection to another system; nothing leaves or enters but by one of these (C-12). */
const Integration = z.strictObject({
  system: Text,
  direction: z.enum(['in', 'out', 'both', 'notStated']),
  content: Text.nullable(),
  ground: Text.nullable(),
  /** Format of messages, when the operator has agreed on one; no notice gives any. */
  format: Text.nullable(),
  municipalities: z.array(MunicipalityCode).max(400),
});

/** Files that keep: what a word processor made is taken in by choice, for no reader of it is sure to be there later. */
const attachmentDefaults: { maxBytes: number; mediaTypes: MediaType[] } = {
  maxBytes: MOST_BYTES,
  mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff', 'text/plain'],
};

/**
 * Who stands at the citizens' door besides adults. No statute gives an age at which a minor sees the own log alone
 * (703/2023 § 11 speaks of the client; § 51 of age, development and the matter): closed unless the controller has said
 * that an official judges it of each minor. Unverified.
 */
const CitizensDoor = z.strictObject({ minors: z.enum(['closed', 'judged']) });
const citizensDoorDefaults: z.infer<typeof CitizensDoor> = { minors: 'closed' };

/** The settings of information that comes, stays and goes. */
export const InformationSettings = z.strictObject({
  /** C-06. */
  client: z.strictObject({ fields: z.array(OptionalClientField).max(4) }),
  /** C-07. A protected address is fetched only if the controller says so. */
  population: z.strictObject({
    route: z.enum(['populationRegister', 'municipalRegister']),
    system: Text.nullable(),
    schedule: z.enum(['onDemand', 'daily', 'weekly']),
    /** ISO weekday of a weekly run: 1 is Monday. */
    weekday: z.int().min(1).max(7),
    fields: z
      .array(z.enum(['name', 'identityCode', 'address', 'family', 'safetyBan']))
      .min(1)
      .max(5),
    updateProtectedAddress: z.boolean(),
  }),
  /** C-08, C-46. Consent or a named provision is always required, and what came is entered (703/2023 § 39); these say what else. */
  sources: z.strictObject({
    grounds: z
      .array(z.enum(['clientsOwn', 'consent', 'statute']))
      .min(1)
      .max(3),
    /** Rahalaitos (812/2000 20 § 2 mom., now 703/2023 64 §): off unless a notice says it. */
    financialInstitution: z.boolean(),
  }),
  /** C-09, C-10. An individualised request and a ground are always required. */
  disclosure: z.strictObject({
    requestForm: z.enum(['any', 'written']),
    recipients: z.enum(['authorityOnly', 'anyEntitled']),
    byConsent: z.boolean(),
    activationPlanExchange: z.boolean(),
    /** Whether data are disclosed regularly, and the laws and orders that guide disclosures: fields of the register's form (H-13.1, H-13.6). */
    regular: z.enum(['yes', 'no', 'notStated']).default('notStated'),
    guidance: z.array(Text).max(20).default([]),
  }),
  /** C-11. */
  transfer: z.strictObject({ thirdCountry: z.enum(['never', 'articles44to46']) }),
  /** C-12: an empty list lets nothing out. */
  integrations: z.array(Integration).max(100),
  /** C-13. The data store itself is never reachable from outside. */
  network: z.strictObject({
    /** Connections that the controller has beside this system, which has none of its own: text of the notice. */
    externalConnections: z.array(Text).max(50),
    /** `protected`: protected connection and strong authentication of the client (L-9.22). */
    eServices: z.enum(['off', 'protected']),
  }),
  /** C-33: each paper item has a place. */
  paper: z.strictObject({
    /** Whether the register has manual material at all (H-9.1). */
    manual: z.boolean(),
    locations: z.array(Text).max(100),
    scanIncoming: z.boolean(),
  }),
  /** What files are taken in as attachments (K-10.5). No setting lets in what could not be sealed in one piece. */
  attachments: z
    .strictObject({
      maxBytes: z
        .int()
        .min(1024 * 1024)
        .max(MOST_BYTES),
      mediaTypes: z.array(MediaType).min(1).max(MediaType.options.length),
    })
    .default(attachmentDefaults),
  /** C-34: a producer is usable only with a contract, and where required its annex on personal data. */
  producers: z.strictObject({
    use: z.boolean(),
    requireProcessingAnnex: z.boolean(),
    registersAreSubRegisters: z.boolean(),
  }),
  /** C-41. */
  research: z.strictObject({
    permitGrantors: z.array(z.enum(['controllerAuthority', 'ministry', 'authorities'])).max(3),
  }),
  /**
   * C-42. No age: age, development and the nature of the matter are judged case by case (K-11.4). The right is the law's
   * (703/2023 51 §), and no setting takes it away.
   */
  minors: z.strictObject({ denial: z.literal(true) }),
  citizens: CitizensDoor.default(citizensDoorDefaults),
});
export type InformationSettings = z.infer<typeof InformationSettings>;

export const informationDefaults: InformationSettings = {
  client: { fields: [...OptionalClientField.options] },
  population: {
    route: 'populationRegister',
    system: null,
    schedule: 'onDemand',
    weekday: 1,
    fields: ['name', 'identityCode', 'address', 'family', 'safetyBan'],
    updateProtectedAddress: false,
  },
  sources: { grounds: ['clientsOwn', 'consent', 'statute'], financialInstitution: false },
  disclosure: {
    requestForm: 'written',
    recipients: 'anyEntitled',
    byConsent: true,
    activationPlanExchange: false,
    regular: 'notStated',
    guidance: [],
  },
  transfer: { thirdCountry: 'never' },
  integrations: [],
  network: { externalConnections: [], eServices: 'protected' },
  paper: { manual: false, locations: [], scanIncoming: true },
  attachments: attachmentDefaults,
  producers: { use: false, requireProcessingAnnex: true, registersAreSubRegisters: false },
  research: { permitGrantors: ['controllerAuthority'] },
  minors: { denial: true },
  citizens: citizensDoorDefaults,
};
