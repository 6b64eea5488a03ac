import * as z from 'zod';
import { SubjectId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { SocialService } from '../social-services.ts';
import { MOST_SUBJECTS } from './model.ts';

/**
 * What was told and by whom. All of it may be missing, and nothing is judged here but length: what a frightened
 * caller says is written as it is said, and put right afterwards. Rules remark on what is lacking.
 */
const short = z.string().trim().min(1).max(300);
const long = z.string().trim().min(1).max(20_000);

const Contacts = {
  addresses: z
    .array(
      z.strictObject({
        street: short.optional(),
        postalCode: short.optional(),
        postOffice: short.optional(),
      }),
    )
    .max(5)
    .default([]),
  phones: z.array(short).max(10).default([]),
  emails: z.array(short).max(5).default([]),
};
const Name = { family: short.optional(), given: short.optional() };

/** Huoltaja tai muu lapsen hoidosta vastaava henkilö. A notification may know several. */
export const Guardian = z.strictObject({
  ...Name,
  ...Contacts,
  personalIdentityCode: short.optional(),
  kind: z.enum(['guardian', 'parent', 'otherCarer']).default('guardian'),
  words: long.optional(),
});
export type Guardian = z.infer<typeof Guardian>;

/** The person the matter concerns: a child, an adult, the parents of a child to be born. */
export const Subject = z.strictObject({
  subjectId: SubjectId,
  ...Name,
  ...Contacts,
  personalIdentityCode: short.optional(),
  birthDate: LocalDate.optional(),
  age: short.optional(),
  safetyBan: z.boolean().optional(),
  /** Kenen luona lapsi asuu. */
  residence: long.optional(),
  guardians: z.array(Guardian).max(10).default([]),
  /** What is told of this person alone. */
  words: long.optional(),
  /** From which the time to begin an assessment is counted (1301/2014 § 36). */
  over75: z.boolean().optional(),
  highestCareAllowance: z.boolean().optional(),
  disabled: z.boolean().optional(),
  childInNeedOfSpecialSupport: z.boolean().optional(),
});
export type Subject = z.infer<typeof Subject>;

/** Ilmoittajataho, keys of list 1.2.246.537.6.1243; `otherAuthority` where the list as we know it has no row. */
const NotifierParty = z
  .enum([
    'self',
    'relativeSameHousehold',
    'relativeOtherHousehold',
    'otherPrivatePerson',
    'guardian',
    'socialWelfare',
    'healthCare',
    'organisation',
    'employmentAuthority',
    'police',
    'rescueServices',
    'emergencyCentre',
    'dayCare',
    'morningAndAfternoonActivities',
    'education',
    'youthServices',
    'otherAuthority',
  ])
  .meta({ id: 'NotifierParty' });
export type NotifierParty = z.infer<typeof NotifierParty>;

/** Ilmoittaja tai yhteydenottaja. `keepSecret`: ilmoittajan tietojen salassapito, with its grounds. */
export const Notifier = z.strictObject({
  anonymous: z.boolean().default(false),
  party: NotifierParty.optional(),
  ...Name,
  ...Contacts,
  title: short.optional(),
  organisation: short.optional(),
  words: long.optional(),
  keepSecret: z.boolean().optional(),
  secrecyGrounds: long.optional(),
});
export type Notifier = z.infer<typeof Notifier>;

/**
 * Täydentävän tai ehkäisevän toimeentulotuen hakemus (1412/1997 §§ 7 c, 13, 14 d): what its national form asks beside
 * the purpose and the grounds, which are the text of the matter.
 */
const AssistanceApplication = z
  .strictObject({
    /** Voimassa oleva Kelan päätös perustoimeentulotuesta. */
    kelaDecisionInForce: z.boolean().optional(),
    kelaCasePending: z.boolean().optional(),
    /** Päätöksen ajanjakso. */
    period: z.strictObject({ from: LocalDate.optional(), to: LocalDate.optional() }).optional(),
    /** Hakija haluaa keskustella henkilökohtaisesti sosiaalihuollon ammattilaisen kanssa, and of what. */
    wantsTalk: z.boolean().optional(),
    talkAbout: long.optional(),
    acceptsElectronicService: z.boolean().optional(),
  })
  .meta({ id: 'AssistanceApplication' });

const eachOnce = (subjects: readonly { subjectId: string }[]): boolean =>
  new Set(subjects.map(({ subjectId }) => subjectId)).size === subjects.length;

export const IntakeRecord = z
  .strictObject({
    subjects: z.array(Subject).max(MOST_SUBJECTS).refine(eachOnce, 'each subject once').default([]),
    notifier: Notifier.optional(),
    /** The day of the notification or application itself. */
    dated: LocalDate.optional(),
    /** Asiasisältö: what it is about, in the words of who told it. */
    text: z.string().max(60_000).default(''),
    /** Codes of lists 1251 (child welfare) or 1282 (need for support), as the operator has loaded them. */
    reasons: z
      .array(z.strictObject({ code: short.optional(), display: short }))
      .max(30)
      .default([]),
    /** Haettavat palvelut, and what is applied for in words. */
    services: z.array(SocialService).max(30).default([]),
    wishes: long.optional(),
    assistance: AssistanceApplication.optional(),
    /**
     * Beside the assistance applied for, the application or the worker states another need of support: then the
     * need for services is assessed too (1301/2014 § 36).
     */
    statesNeed: z.boolean().optional(),
    /** Yhteydenotto on tehty henkilön suostumuksella (1301/2014 § 35). */
    byConsent: z.boolean().optional(),
    childTold: z.boolean().optional(),
    guardianTold: z.boolean().optional(),
    otherParentTold: z.boolean().optional(),
    toldWords: long.optional(),
    /** Of a child to be born (417/2007 § 25 c). */
    expectedBirth: short.optional(),
    familySituation: long.optional(),
    earlierSupport: long.optional(),
    remarks: long.optional(),
  })
  .meta({ id: 'IntakeRecord' });
export type IntakeRecord = z.infer<typeof IntakeRecord>;
