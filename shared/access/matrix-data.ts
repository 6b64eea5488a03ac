import type { DocumentKind, ProcessPhase, Sensitivity } from '../domain/entry-class.ts';
import type { ServiceTask } from '../domain/service-tasks.ts';
import type { SocialService } from '../domain/social-services.ts';
import type { DateRange } from '../kernel/date-range.ts';
import { LocalDate } from '../kernel/local-date.ts';
import type { Duty } from './duties.ts';
import type { JobRole } from './job-roles.ts';

/**
 * Decree 457/2024 as rows, in its order, to be read beside it. A cell is allowed when an `allow` row
 * covers it, its conditions hold, and no `never` row covers it. What no row says is denied. A column
 * left out means "any".
 */
export type MatrixRow = {
  roles: readonly JobRole[];
  effect: 'allow' | 'never';
  provision: string;
  validity: DateRange;
  serviceTasks?: readonly ServiceTask[];
  sensitivities?: readonly Sensitivity[];
  kinds?: readonly DocumentKind[];
  phases?: readonly ProcessPhase[];
  /** The service the data concern is one of these. */
  services?: readonly SocialService[];
  /** The grant gives one of these services; or none of them. */
  gives?: readonly SocialService[];
  givesNone?: readonly SocialService[];
  /** The grant names one of these duties. */
  duties?: readonly Duty[];
  /** All must hold. */
  onlyIf?: readonly Condition[];
};

/**
 * `ownTask`: the data's service task is among the grant's. `ownService`: the service is among those the
 * grant gives; `ownOrRelatedService`: or among those the grant names as essentially related to them.
 * `jointServiceOrDisclosed`: the grant is for a joint service of social and health care, or the data were
 * disclosed to health care by a permit or by law.
 */
export type Condition = 'ownTask' | 'ownService' | 'ownOrRelatedService' | 'jointServiceOrDisclosed';

/** 27 §: in force from 1 October 2024. */
const IN_FORCE: DateRange = { from: LocalDate.parse('2024-10-01') };

const allow = (
  roles: readonly JobRole[],
  provision: string,
  row: Omit<MatrixRow, 'roles' | 'effect' | 'provision' | 'validity'> = {},
): MatrixRow => ({ roles, effect: 'allow', provision: `457/2024 ${provision}`, validity: IN_FORCE, ...row });

const never = (...row: Parameters<typeof allow>): MatrixRow => ({ ...allow(...row), effect: 'never' });

const THERAPY_AND_EXAMINATION = { sensitivities: ['therapy', 'examination'] } as const;
const MEDIATION_IN_IMPLEMENTING = { sensitivities: ['familyMediation'], phases: ['implementing'] } as const;
const SHELTER_IN_IMPLEMENTING = { sensitivities: ['shelter'], phases: ['implementing'] } as const;

const HEALTH: readonly JobRole[] = ['healthBroad', 'healthLimited'];
const HEALTH_DATA = {
  serviceTasks: ['families', 'workingAge', 'older', 'childWelfare', 'disability', 'substance'],
  kinds: ['assessment', 'clientPlan', 'implementationPlan', 'caseNote'],
} as const;
const ADMINISTRATIVE: readonly JobRole[] = ['administrative', 'privateAdministrative'];

/** 16 §: the two moments differ in the work they serve, not in the data they list. */
const privateRows = (role: 'privateArranging' | 'privateImplementing', moment: string): MatrixRow[] => [
  allow([role], moment, { kinds: ['clienthood'], sensitivities: ['ordinary'] }),
  allow([role], `${moment} 1 k.`, { kinds: ['contract', 'implementationPlan'], sensitivities: ['ordinary'] }),
  allow([role], `${moment} 2 k.`, {
    kinds: ['clientPlan', 'assessment'],
    sensitivities: ['ordinary'],
    onlyIf: ['ownTask'],
  }),
  allow([role], `${moment} 3 k.`, { phases: ['implementing'], onlyIf: ['ownService'] }),
];

export const MATRIX: readonly MatrixRow[] = [
  // 12 § 1 mom. Laajan asiakasvastuun tehtävä: asiakkuustiedot ja kaikkiin palvelutehtäviin kuuluvat tiedot
  allow(['broadResponsibility'], '12 § 1 mom.'),
  never(['broadResponsibility'], '12 § 1 mom.', MEDIATION_IN_IMPLEMENTING),
  never(['broadResponsibility'], '12 § 1 mom.', SHELTER_IN_IMPLEMENTING),
  never(['broadResponsibility'], '12 § 1 mom.', THERAPY_AND_EXAMINATION),

  // 12 § 2 mom. Lapsen asioista vastaava, lastensuojelun johtava viranhaltija: shelter is not excepted
  allow(['childsResponsibleWorker'], '12 § 2 mom.'),
  never(['childsResponsibleWorker'], '12 § 2 mom.', MEDIATION_IN_IMPLEMENTING),
  never(['childsResponsibleWorker'], '12 § 2 mom.', THERAPY_AND_EXAMINATION),

  // 13 § Sosiaalipalvelun järjestäminen: three tasks to all, four to those who work in them
  allow(['arranging'], '13 § 1 mom.', { kinds: ['clienthood'] }),
  allow(['arranging'], '13 § 1 mom.', { serviceTasks: ['families', 'workingAge', 'older'] }),
  allow(['arranging'], '13 § 2 mom.', {
    serviceTasks: ['disability', 'childWelfare', 'substance', 'familyLaw'],
    onlyIf: ['ownTask'],
  }),
  never(['arranging'], '13 § 3 mom.', SHELTER_IN_IMPLEMENTING),
  never(['arranging'], '13 § 3 mom.', THERAPY_AND_EXAMINATION),

  // 14 § Lastenvalvoja
  allow(['childWelfareSupervisor'], '14 § 1 mom.', { kinds: ['clienthood'] }),
  allow(['childWelfareSupervisor'], '14 § 1 mom.', { serviceTasks: ['familyLaw', 'families', 'workingAge'] }),
  allow(['childWelfareSupervisor'], '14 § 2 mom.', {
    serviceTasks: ['childWelfare'],
    duties: ['custodyReports', 'supervisedVisits'],
  }),
  never(['childWelfareSupervisor'], '14 § 1 mom.', MEDIATION_IN_IMPLEMENTING),
  never(['childWelfareSupervisor'], '14 § 1 mom.', SHELTER_IN_IMPLEMENTING),
  never(['childWelfareSupervisor'], '14 § 1 mom.', THERAPY_AND_EXAMINATION),

  // 15 § Sosiaalipalvelun toteutus
  allow(['implementing'], '15 § 1 mom.', {
    kinds: ['clienthood'],
    sensitivities: ['ordinary'],
    givesNone: ['familyMediation'],
  }),
  allow(['implementing'], '15 § 1 mom. 1 k.', {
    kinds: ['clientPlan', 'assessment'],
    sensitivities: ['ordinary'],
    onlyIf: ['ownTask'],
    givesNone: ['familyMediation'],
  }),
  allow(['implementing'], '15 § 1 mom. 2 k.', {
    onlyIf: ['ownTask', 'ownOrRelatedService'],
    givesNone: ['familyMediation'],
  }),
  allow(['implementing'], '15 § 2 mom.', {
    services: ['informalCareSupport', 'socialAssistance', 'financialCapacity', 'socialCredit', 'shelter'],
    onlyIf: ['ownService'],
    givesNone: ['familyMediation'],
  }),
  allow(['implementing'], '15 § 3 mom.', {
    serviceTasks: ['families', 'childWelfare', 'workingAge'],
    sensitivities: ['ordinary'],
    gives: ['adoptionCounselling'],
    givesNone: ['familyMediation'],
  }),
  allow(['implementing'], '15 § 3 mom.', {
    serviceTasks: ['families', 'childWelfare', 'workingAge'],
    sensitivities: ['shelter'],
    phases: ['arranging'],
    gives: ['adoptionCounselling'],
    givesNone: ['familyMediation'],
  }),
  // "Ainoastaan": who mediates uses nothing else by the same grant, and nobody else's grant reaches it.
  allow(['implementing'], '15 § 4 mom.', { services: ['familyMediation'], gives: ['familyMediation'] }),

  // 16 § Yksityinen sosiaalihuolto
  ...privateRows('privateArranging', '16 § 1 mom.'),
  ...privateRows('privateImplementing', '16 § 2 mom.'),

  // 17 § Hallinnollinen tehtävä: the decree says "necessary"; which kinds a duty needs is our reading
  allow(ADMINISTRATIVE, '17 §', {
    kinds: ['clienthood', 'decision', 'implementation', 'contract'],
    duties: ['invoicing'],
  }),
  allow(ADMINISTRATIVE, '17 §', { kinds: ['clienthood', 'decision', 'contract'], duties: ['payments'] }),
  allow(ADMINISTRATIVE, '17 §', { kinds: ['clienthood', 'decision', 'other'], duties: ['caseRegistry'] }),
  allow(ADMINISTRATIVE, '17 §', { duties: ['informationRequests'] }),
  never(ADMINISTRATIVE, '17 §', MEDIATION_IN_IMPLEMENTING),
  never(ADMINISTRATIVE, '17 §', SHELTER_IN_IMPLEMENTING),
  never(ADMINISTRATIVE, '17 §', THERAPY_AND_EXAMINATION),

  // 18 § Terveydenhuollon työtehtävät
  allow(['healthBroad'], '18 § 1 mom. 1 k.', { kinds: ['clienthood'], onlyIf: ['jointServiceOrDisclosed'] }),
  allow(['healthBroad'], '18 § 1 mom. 2 k.', { ...HEALTH_DATA, onlyIf: ['jointServiceOrDisclosed'] }),
  allow(['healthLimited'], '18 § 2 mom.', {
    kinds: ['clienthood'],
    onlyIf: ['jointServiceOrDisclosed'],
    duties: ['healthInSocialService'],
  }),
  allow(['healthLimited'], '18 § 2 mom.', {
    ...HEALTH_DATA,
    onlyIf: ['jointServiceOrDisclosed', 'ownTask'],
    duties: ['healthInSocialService'],
  }),
  allow(HEALTH, '18 § 3 mom.', { kinds: ['decision'], services: ['specialCare'], onlyIf: ['ownService'] }),
  allow(HEALTH, '18 § 3 mom.', { kinds: ['decision'], onlyIf: ['ownService'], duties: ['jointService'] }),
  never(HEALTH, '18 § 1 mom.', MEDIATION_IN_IMPLEMENTING),
  never(HEALTH, '18 § 1 mom.', SHELTER_IN_IMPLEMENTING),
  never(HEALTH, '18 § 1 mom. 2 k. c', THERAPY_AND_EXAMINATION),

  // 22–24 § Necessary data of the provider's own registers, for a named duty. A student (21 §) has no row:
  // the rights are those of the guided task.
  allow(['ict'], '22 §', { duties: ['faultInvestigation', 'applicationSupport'] }),
  allow(['archive'], '23 §', { duties: ['archiving', 'disposal', 'informationRequests'] }),
  allow(['management'], '24 §', { duties: ['reminders', 'complaints', 'incidents', 'feedback'] }),
];
