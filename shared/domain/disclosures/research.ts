import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { DateRange, inForce } from '../../kernel/date-range.ts';
import type { Finding } from '../../kernel/finding.ts';
import { ResearchPermitId, UserId } from '../../kernel/id.ts';
import { helsinkiDateOf, LocalDate } from '../../kernel/local-date.ts';
import { MunicipalityCode } from '../../kernel/municipality-code.ts';
import { storedItem } from '../../table/item.ts';
import { CaseHead } from '../cases/model.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * Tutkimuslupa (621/1999 § 28; its successor for register data 552/2019 was not compared): who granted it, for which
 * study, of which data and cases, on which conditions and for how long. Without one in force there is no extract.
 */
export const PermitGrantor = z
  .enum(['controllerAuthority', 'ministry', 'authorities'])
  .meta({ id: 'ResearchPermitGrantor' });

/** What may be given of a case: no words, no names, no days. */
const ResearchDatum = z.enum([
  'birthYear',
  'serviceTasks',
  'wayOfOpening',
  'initiator',
  'openedMonth',
  'state',
  'closedMonth',
  'closingGround',
]);
export type ResearchDatum = z.infer<typeof ResearchDatum>;

const words = z.string().trim().min(3).max(4000);
export const PermitContent = z.strictObject({
  /** The study and who is responsible for it. */
  study: words,
  /** The authority that decided, and its decision. */
  decision: words,
  /** What the permit demands beside what is said below. */
  conditions: words.optional(),
});
export type PermitContent = z.infer<typeof PermitContent>;

const BirthYear = z.int().min(1890).max(2200);

export const permitFacts = {
  grantor: PermitGrantor,
  grantedOn: LocalDate,
  /** Both days included; afterwards nothing is given. */
  period: DateRange,
  serviceTasks: z.array(ServiceTask).min(1).max(ServiceTask.options.length),
  data: z.array(ResearchDatum).min(1).max(ResearchDatum.options.length),
  /** Cases opened on these days alone. */
  cases: DateRange,
  /**
   * Tutkimusjoukko: whom the permit is about, beside the tasks and the days above. Without it the permit selects nobody,
   * and data are taken out of persons whom it names otherwise.
   */
  population: z
    .strictObject({
      /** Ikäryhmä, as years of birth, both included. */
      birthYears: z
        .strictObject({ from: BirthYear, to: BirthYear })
        .refine(({ from, to }) => from <= to, 'the first year is not after the last')
        .optional(),
      /** Of which municipalities the units of the cases are. */
      municipalities: z.array(MunicipalityCode).min(1).max(30).optional(),
      /**
       * Clients who have never had a case too: of the units of those municipalities, whose clienthood began on the days.
       * Of the tasks nothing can be asked of them.
       */
      withoutCases: z.boolean().optional(),
    })
    .optional(),
};

/** Luvan saajat: the workers who may take data out by it, by name. Others may not, whatever their right. */
const Readers = z
  .array(UserId)
  .min(1)
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, 'each once');
export const namedReaders = { readers: Readers };

export const ResearchPermit = storedItem('researchPermit', {
  permitId: ResearchPermitId,
  ...permitFacts,
  /** A permit that was recorded before readers were named has none: by it nothing is taken out any more. */
  readers: Readers.optional(),
  state: z.enum(['valid', 'ended']),
  endedOn: LocalDate.optional(),
  content: Sealed,
});
export type ResearchPermit = z.infer<typeof ResearchPermit>;

const said = (rule: string, path: string, fi: string, sv: string, en: string): Finding => ({
  rule: `research.${rule}`,
  severity: 'error',
  path,
  source: '621/1999 § 28',
  message: { fi, sv, en },
});

/** What is wrong with a permit as it was recorded. */
export function judgePermit(
  { grantor, grantedOn, period }: Pick<ResearchPermit, 'grantor' | 'grantedOn' | 'period'>,
  {
    grantors,
    areKnown,
    today,
  }: { grantors: readonly z.infer<typeof PermitGrantor>[]; areKnown: boolean; today: LocalDate },
): Finding[] {
  const isGrantor = grantors.includes(grantor);
  return [
    ...(areKnown
      ? []
      : [
          said(
            'readers',
            '/body/readers',
            'Luvassa nimetty käyttäjä ei ole rekisterinpitäjän käyttäjä.',
            'En användare som nämns i tillståndet är inte den personuppgiftsansvariges användare.',
            'A user whom the permit names is no user of the controller.',
          ),
        ]),
    ...(isGrantor
      ? []
      : [
          said(
            'grantor',
            '/body/grantor',
            'Tämä viranomainen ei myönnä lupia rekisterinpitäjän tietoihin.',
            'Denna myndighet beviljar inte tillstånd till den personuppgiftsansvariges uppgifter.',
            'This authority grants no permits to the controller’s data.',
          ),
        ]),
    ...(grantedOn <= today && period.from >= grantedOn && period.to !== undefined
      ? []
      : [
          said(
            'period',
            '/body/period',
            'Lupa on myönnetty, ja sillä on viimeinen päivä.',
            'Tillståndet har beviljats och har en sista dag.',
            'The permit has been granted and has a last day.',
          ),
        ]),
  ];
}

export const isPermitInForce = ({ state, period }: ResearchPermit, today: LocalDate): boolean =>
  state === 'valid' && inForce(period, today);

export const ResearchRow = z
  .strictObject({
    /** The same person has the same under one permit, and another under every other. */
    pseudonym: z.string(),
    birthYear: z.int().optional(),
    cases: z.array(
      z.strictObject({
        serviceTasks: z.array(ServiceTask).optional(),
        wayOfOpening: CaseHead.shape.wayOfOpening.optional(),
        initiator: CaseHead.shape.initiator.optional(),
        openedMonth: z.string().optional(),
        state: CaseHead.shape.state.optional(),
        closedMonth: z.string().optional(),
        closingGround: CaseHead.shape.closingGround,
      }),
    ),
  })
  .meta({ id: 'ResearchRow' });
export type ResearchRow = z.infer<typeof ResearchRow>;

/** Whether the data are taken out by somebody whom the permit names. */
export const isReader = ({ readers = [] }: Pick<ResearchPermit, 'readers'>, userId: UserId): boolean =>
  readers.includes(userId);

/** The cases that a permit is about. */
export const casesWithin = (
  { serviceTasks, cases }: Pick<ResearchPermit, 'serviceTasks' | 'cases'>,
  heads: readonly CaseHead[],
): CaseHead[] =>
  heads.filter(
    (head) =>
      head.serviceTasks.every((task) => serviceTasks.includes(task)) &&
      inForce(cases, helsinkiDateOf(head.openedAt)),
  );

/** Months for days, codes for words, and only what the permit names. */
export function rowOf(
  permit: Pick<ResearchPermit, 'data' | 'serviceTasks' | 'cases'>,
  person: { pseudonym: string; birthYear: number | undefined },
  cases: readonly CaseHead[],
): ResearchRow {
  const has = (datum: ResearchDatum): boolean => permit.data.includes(datum);
  return {
    pseudonym: person.pseudonym,
    ...(has('birthYear') && person.birthYear !== undefined ? { birthYear: person.birthYear } : {}),
    cases: casesWithin(permit, cases).map(
      ({ serviceTasks, wayOfOpening, initiator, openedAt, state, closedOn, closingGround }) => ({
        ...(has('serviceTasks') ? { serviceTasks } : {}),
        ...(has('wayOfOpening') ? { wayOfOpening } : {}),
        ...(has('initiator') ? { initiator } : {}),
        ...(has('openedMonth') ? { openedMonth: helsinkiDateOf(openedAt).slice(0, 7) } : {}),
        ...(has('state') ? { state } : {}),
        ...(has('closedMonth') && closedOn !== undefined ? { closedMonth: closedOn.slice(0, 7) } : {}),
        ...(has('closingGround') && closingGround !== undefined ? { closingGround } : {}),
      }),
    ),
  };
}
