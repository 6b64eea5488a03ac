import * as z from 'zod';
import { NoticeText, Office, OfficeContact, Text } from './terms.ts';

/** The data subject's rights and the notice that tells of them: C-21 to C-26, C-28 to C-32, C-43. */

/** Pyynnön muoto (C-22): how a request came, and how the asker is tied to it. */
export const RequestForm = z.enum([
  'visit',
  'signedDocument',
  'verifiedDocument',
  'written',
  'form',
  'eService',
]);
const RequestForms = z.array(RequestForm).min(1).max(6);

/** What a controller may refuse an inspection for (C-25). */
export const RefusalGround = z.enum([
  'endangersHealthOrCare',
  'othersRights',
  'crimePrevention',
  'nationalSecurity',
  'manifestlyUnfounded',
  'excessive',
]);

/** The settings `dataSubjectRequests`, `correction`, `erasure`, `restriction`, `notice`, `informing`. */
export const DataSubjectSettings = z.strictObject({
  dataSubjectRequests: z.strictObject({
    /** C-21. */
    addressee: Office,
    decider: Office,
    /** C-22, a list for each kind of request. */
    acceptedForms: z.strictObject({
      inspection: RequestForms,
      rectification: RequestForms,
      erasure: RequestForms,
      restriction: RequestForms,
    }),
    identityCheck: z.enum(['required', 'onNeed']),
    /** C-23: (EU) 2016/679 art. 12(3) is the longest allowed. */
    deadline: z.strictObject({
      months: z.literal(1),
      extensionMonths: z.int().min(0).max(2),
      withoutDelay: z.boolean(),
    }),
    /** C-24, and which costs may be charged. Amounts, in cents, are the operator's to give: no notice does. */
    feePolicy: z.enum(['oncePerYear', 'firstCopyFree', 'freeUnlessExcessive']),
    costKinds: z.array(z.enum(['copying', 'postage', 'administrative'])).max(3),
    feeCents: z.strictObject({
      copyPerPage: z.int().min(0).max(10_000).nullable(),
      postage: z.int().min(0).max(10_000).nullable(),
      administrative: z.int().min(0).max(100_000).nullable(),
    }),
    /** C-25. */
    refusalGrounds: z.array(RefusalGround).min(1).max(6),
    deliveryModes: z
      .array(z.enum(['onSite', 'writing', 'copy', 'electronic', 'decidedCaseByCase']))
      .min(1)
      .max(5),
    /** C-30: who gives the certificate, and in how many months at the latest. */
    refusalIssuer: Office,
    refusalDeadlineMonths: z.literal(1),
  }),
  /** C-26. The trace of a correction is always kept (C-27). */
  correction: z.strictObject({
    decider: Office,
    corrector: z.enum(['anyWorker', 'authorThenSpecial', 'controller']),
  }),
  /** C-28. */
  erasure: z.strictObject({ mode: z.enum(['onRequest', 'unnecessaryOnly', 'none', 'external']) }),
  /** C-29. */
  restriction: z.strictObject({ enabled: z.boolean() }),
  /** C-31, C-43, and where the notice is (L-3.4, K-7.1, H-16.1). */
  notice: z.strictObject({
    complaintText: NoticeText,
    supervisorContact: OfficeContact,
    /** Null: the controller itself. */
    owner: Text.nullable(),
    /** Roles that publish a version (J-10.2: nobody but the owner's). */
    publishers: z
      .array(z.enum(['mainUser', 'management', 'dataProtectionOfficer']))
      .min(1)
      .max(3)
      .default(['mainUser', 'dataProtectionOfficer']),
    /** Each step is signed with a date before a version is in force (L-3.3). */
    approvalChain: z
      .array(z.strictObject({ step: z.enum(['author', 'approver', 'updater', 'updateApprover']), by: Text }))
      .max(10),
    location: Text.nullable(),
    links: z.array(z.url().max(500)).max(20),
    /** Where request forms are: this system's own stand at a public address of its own (K-14.12). */
    requestForms: z.url().max(500).nullable().default(null),
  }),
  /** C-32. */
  informing: z.strictObject({ places: z.array(Text).max(50), atRelationshipStart: z.boolean() }),
});
export type DataSubjectSettings = z.infer<typeof DataSubjectSettings>;

export const dataSubjectDefaults: DataSubjectSettings = {
  dataSubjectRequests: {
    addressee: 'registryOffice',
    decider: 'controller',
    acceptedForms: {
      inspection: [...RequestForm.options],
      rectification: [...RequestForm.options],
      erasure: [...RequestForm.options],
      restriction: [...RequestForm.options],
    },
    identityCheck: 'required',
    deadline: { months: 1, extensionMonths: 2, withoutDelay: true },
    feePolicy: 'freeUnlessExcessive',
    costKinds: ['administrative'],
    feeCents: { copyPerPage: null, postage: null, administrative: null },
    refusalGrounds: [...RefusalGround.options],
    deliveryModes: ['onSite', 'writing', 'copy', 'electronic'],
    refusalIssuer: 'controller',
    refusalDeadlineMonths: 1,
  },
  correction: { decider: 'controller', corrector: 'authorThenSpecial' },
  erasure: { mode: 'unnecessaryOnly' },
  restriction: { enabled: true },
  notice: {
    // After (EU) 2016/679 art. 77; the Swedish and English texts are unreviewed.
    complaintText: {
      fi: 'Rekisteröidyllä on oikeus tehdä valitus valvontaviranomaiselle, erityisesti siinä jäsenvaltiossa, jossa hänen vakinainen asuinpaikkansa tai työpaikkansa on taikka jossa väitetty rikkominen on tapahtunut. Oikeus ei rajoita muita muutoksenhakukeinoja eikä oikeussuojakeinoja.',
      sv: 'Den registrerade har rätt att lämna in klagomål till en tillsynsmyndighet, särskilt i den medlemsstat där han eller hon har sin hemvist eller arbetsplats eller där det påstådda intrånget begicks. Rätten begränsar inte andra sätt att söka ändring eller andra rättsmedel.',
      en: 'The data subject may lodge a complaint with a supervisory authority, in particular in the member state of residence, place of work or place of the alleged infringement, without prejudice to other means of appeal or legal remedies.',
    },
    supervisorContact: {
      title: 'Tietosuojavaltuutetun toimisto',
      area: null,
      name: null,
      address: 'PL 800, 00531 Helsinki; käyntiosoite Lintulahdenkuja 4, 00530 Helsinki',
      email: 'tietosuoja@om.fi',
      phone: '029 566 6700',
    },
    owner: null,
    publishers: ['mainUser', 'dataProtectionOfficer'],
    approvalChain: [],
    location: null,
    links: ['https://tietosuoja.fi'],
    requestForms: null,
  },
  informing: { places: [], atRelationshipStart: true },
};
