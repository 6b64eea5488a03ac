import * as z from 'zod';
import { OwnRecordYears, ownRecordYearsDefaults } from './own-record-years.ts';
import { SignSettings, SignsKept, signDefaults, signsKeptDefaults } from './signs.ts';
import { Days, NoticeText, Text } from './terms.ts';

/** Who gets in, with what right, and how that is watched: C-04, C-14 to C-20, C-45. */

const RetentionPlanRule = z.strictObject({
  recordType: Text,
  years: z.int().min(1).max(150).nullable(),
  startEvent: Text.nullable(),
  source: Text,
});

/** So many years the log is kept after the event: 703/2023, annex. */
export const LOG_YEARS = 12;

const dutyOpeningDefaults = { maxDays: 14 };

/** Tietosuoja- tai tietoturvaohje that guides the work (H-11.1, K-13.9): read here, or where it lies. */
export const Instruction = z.strictObject({
  name: Text,
  text: Text.nullable(),
  link: z.url().max(500).nullable(),
});

/** The settings `access`, `auth`, `rights`, `commitment`, `breakGlass`, `dutyOpenings`, `signs`, `signsKept`, `log`, `retention`, `hosting`. */
export const SecuritySettings = z.strictObject({
  /** C-04. A client relationship or a reasoned factual connection is always required; for what is permitted: docs/decisions/0091. */
  access: z.strictObject({ requireClientPermission: z.boolean() }),
  /** C-14 in order of preference; C-15, null: passwords do not age. */
  auth: z.strictObject({
    methods: z
      .array(z.enum(['card', 'password']))
      .min(1)
      .max(2),
    passwordMaxAgeDays: Days.nullable(),
  }),
  /** C-16, C-17, C-18. Rights always end with the duty and with the employment. */
  rights: z.strictObject({
    approval: z.enum(['supervisorProposal', 'responsiblePerson']),
    requireCommitment: z.boolean(),
    mainUserScope: z.enum(['all', 'administrationOnly']),
    deputyTermRequired: z.boolean(),
    deputyMaxDays: Days,
    /**
     * How often a supervisor attests that a right is still needed, and how long before the day it is listed. 703/2023
     * §§ 9 and 77 ask for a register of rights that fits the duties and for a plan of how that is seen to, and give no
     * interval: these values are ours.
     */
    attestationMonths: z.int().min(1).max(24),
    attestationNoticeDays: Days,
    /** An account that has rights and has not been used for so many days is reported. No provision gives a number. */
    unusedAfterDays: z.int().min(7).max(400),
    /**
     * Whether the file of somebody who works here is open to colleagues by what ties themselves alone, or as any other
     * (703/2023 § 9: only what the own task needs).
     */
    staffFiles: z.enum(['personalTies', 'ordinary']),
  }),
  /**
   * C-45: what a user signs (U-11.1, L-9.3); kept after the account has ended. The duty itself goes on by law when the
   * employment has ended (703/2023 § 5): the choice is whether the signed words say so.
   */
  commitment: z.strictObject({ continuesAfterEmployment: z.boolean(), text: NoticeText }),
  /** How long an opening without a tie lasts, and by when the supervisor reviews it. */
  breakGlass: z.strictObject({ hours: z.int().min(1).max(168), reviewWithinDays: Days }),
  /** What of the use of files is brought before somebody who looks into it. */
  signs: SignSettings.default(signDefaults),
  signsKept: SignsKept.default(signsKeptDefaults),
  /** How long a file opened for a named duty stays open at most (457/2024 §§ 22–24). */
  dutyOpenings: z.strictObject({ maxDays: z.int().min(1).max(90) }).default(dutyOpeningDefaults),
  /** C-19. Everything is always logged: this is what the supervision report shows. */
  log: z.strictObject({
    reportScope: z.enum(['changes', 'narrativeOpenings', 'readsAndWrites']),
    /**
     * 703/2023 annex. The sealed log is one of the deployment and is kept so long: no controller lengthens it. A longer
     * time that was once stored is read as it stands and decides nothing; none is chosen any more (`LOG_YEARS`).
     */
    retentionYears: z.int().min(LOG_YEARS).max(150),
  }),
  /** C-20. The law in force counts; a controller's own plan may only keep longer. */
  retention: z.strictObject({
    rules: z.array(RetentionPlanRule).max(500),
    sources: z.array(Text).max(20),
    instructions: z.array(Instruction).max(10).default([]),
    ownRecordYears: OwnRecordYears.default(ownRecordYearsDefaults),
    /** Where what is kept for good goes, by whose order, and the public key (RSA, PEM) it is sealed for. */
    archive: z.strictObject({
      order: Text,
      receiver: Text.nullable(),
      publicKey: z
        .string()
        .max(4000)
        .regex(/^-----BEGIN PUBLIC KEY-----[\s\S]+-----END PUBLIC KEY-----\s*$/, 'a public key in PEM')
        .nullable(),
    }),
  }),
  /**
   * L-9.16: where the register runs; L-9.18: who watches the hardware and the lines below it, what runs on them sounds by
   * itself; L-9.19: how often it is to be copied at least, which the tables are all the time.
   */
  hosting: z.strictObject({
    place: Text.nullable(),
    watchedBy: Text.nullable().default(null),
    backupIntervalHours: z.int().min(1).max(720),
  }),
});
export type SecuritySettings = z.infer<typeof SecuritySettings>;

export const securityDefaults: SecuritySettings = {
  access: { requireClientPermission: false },
  auth: { methods: ['card', 'password'], passwordMaxAgeDays: null },
  rights: {
    approval: 'supervisorProposal',
    requireCommitment: true,
    mainUserScope: 'administrationOnly',
    deputyTermRequired: true,
    deputyMaxDays: 90,
    attestationMonths: 12,
    attestationNoticeDays: 30,
    unusedAfterDays: 90,
    staffFiles: 'personalTies',
  },
  commitment: {
    continuesAfterEmployment: true,
    // The Swedish and English texts are unreviewed.
    text: {
      fi: 'Sitoudun pitämään salassa asiakastiedot ja käyttämään niitä vain työtehtäviini. Vaitiolovelvollisuus jatkuu palvelussuhteen päätyttyä. Tiedän, että tietojen käyttöä valvotaan lokitietojen avulla.',
      sv: 'Jag förbinder mig att hemlighålla klientuppgifterna och att använda dem endast i mina arbetsuppgifter. Tystnadsplikten fortsätter efter att anställningen upphört. Jag vet att användningen av uppgifterna övervakas med hjälp av loggar.',
      en: 'I undertake to keep client data secret and to use them for my duties only. The duty of silence continues after my employment ends. I know that use of the data is supervised by means of logs.',
    },
  },
  breakGlass: { hours: 24, reviewWithinDays: 7 },
  signs: signDefaults,
  signsKept: signsKeptDefaults,
  dutyOpenings: dutyOpeningDefaults,
  log: { reportScope: 'readsAndWrites', retentionYears: LOG_YEARS },
  retention: {
    rules: [],
    sources: ['703/2023 liite'],
    instructions: [],
    ownRecordYears: ownRecordYearsDefaults,
    // The order is named as in force by the National Archives; where it is sent is each controller's own.
    archive: { order: 'Arkistolaitos AL/20064/07.01.01.03.01/2014', receiver: null, publicKey: null },
  },
  hosting: { place: null, watchedBy: null, backupIntervalHours: 24 },
};
