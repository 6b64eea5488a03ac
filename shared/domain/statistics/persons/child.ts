import { ageGroupIn } from '../../../age-groups.ts';
import { inForce, overlaps } from '../../../kernel/date-range.ts';
import { helsinkiDateOf, LocalDate } from '../../../kernel/local-date.ts';
import { type CaseHead, tasksEver } from '../../cases/model.ts';
import type { PersonRecord, PersonValue } from '../../controllers/settings/person-collections.ts';
import type { DecisionHead } from '../../decisions/model.ts';
import { PLACING } from '../placing.ts';

/** Lastensuojelun vuositilasto lapsittain: who is of a year, and what a row of it says. */

export type MeasureOfChild = {
  /** By the recipient’s code. */
  measure: string;
  decisionKind: string;
  decidedOn: LocalDate;
  begunOn?: LocalDate;
  /** Within the year: what goes on after its last day has none. */
  endedOn?: LocalDate;
  endGround?: string;
  isPlacement: boolean;
};

/** What is known of one child, before the columns are filled. */
export type ChildOfYear = {
  identityCode: string | undefined;
  birthYear: number | undefined;
  homeMunicipality: string | undefined;
  notifications: number;
  /** Lastensuojelutarpeen selvitykset (417/2007 26 §), by the days on which they were begun and ready in the year. */
  assessments: { begun: number; ready: number };
  measures: readonly MeasureOfChild[];
};

export const daysOf = (year: string): { from: LocalDate; to: LocalDate } => ({
  from: LocalDate.parse(`${year}-01-01`),
  to: LocalDate.parse(`${year}-12-31`),
});

/** A case of child welfare that was open on some day of the year. */
export const isOfYear = (head: CaseHead, year: string): boolean =>
  tasksEver(head).includes('childWelfare') &&
  overlaps(
    { from: helsinkiDateOf(head.openedAt), ...(head.closedOn === undefined ? {} : { to: head.closedOn }) },
    daysOf(year),
  );

type Decided = Pick<DecisionHead, 'kind' | 'result' | 'issued' | 'begun' | 'validity' | 'end'>;

/**
 * The measures in force on some day of the year, as they stood on its last day. What was refused, or removed as an error
 * of fact, is none; a placement that was never carried out has no day on which it began.
 */
export function measuresIn<D extends Decided>(
  year: string,
  decisions: readonly D[],
  wanted: PersonRecord['measures'],
): { decision: D; measure: MeasureOfChild }[] {
  const days = daysOf(year);
  return decisions.flatMap((decision) => {
    const { kind, result, issued, begun, validity, end } = decision;
    const measure = wanted.find(({ kinds }) => kinds.includes(kind))?.code;
    if (measure === undefined || issued === undefined) return [];
    if (result === 'rejecting' || end?.ground === 'factualError') return [];
    const from = begun?.on ?? validity?.from ?? issued.on;
    const to = earlier(end?.on, validity?.to);
    // It may have ended on the day before it was to begin.
    if (to !== undefined && to < from) return [];
    if (!overlaps({ from, ...(to === undefined ? {} : { to }) }, days)) return [];
    const hasEnded = to !== undefined && to <= days.to;
    return [
      {
        decision,
        measure: {
          measure,
          decisionKind: kind,
          decidedOn: issued.on,
          ...(begun === undefined || begun.on > days.to ? {} : { begunOn: begun.on }),
          ...(hasEnded ? { endedOn: to } : {}),
          ...(hasEnded && end?.on === to ? { endGround: end.ground } : {}),
          isPlacement: PLACING.includes(kind),
        },
      },
    ];
  });
}

const earlier = (one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined =>
  one !== undefined && other !== undefined && other < one ? other : (one ?? other);

const isPlaced = ({ isPlacement, begunOn }: MeasureOfChild): boolean => isPlacement && begunOn !== undefined;

/** Whether the collection is about this child. */
export const isAbout = (
  { of }: Pick<PersonRecord, 'of'>,
  { measures }: Pick<ChildOfYear, 'measures'>,
): boolean => of === 'clients' || measures.some(isPlaced);

/** The rows of a child, their fields in the order of the columns. */
export function rowsOfChild(
  { rowPer, fields }: Pick<PersonRecord, 'rowPer' | 'fields'>,
  year: string,
  child: ChildOfYear,
): string[][] {
  const measures = child.measures.toSorted((one, other) => (beganOn(one) < beganOn(other) ? -1 : 1));
  const rows = rowPer === 'child' || measures.length === 0 ? [undefined] : measures;
  return rows.map((measure) => fields.map(({ value }) => textOf(FILLED_BY[value]({ year, child, measure }))));
}

const beganOn = ({ begunOn, decidedOn }: MeasureOfChild): LocalDate => begunOn ?? decidedOn;

type Said = { year: string; child: ChildOfYear; measure: MeasureOfChild | undefined };
type Filled = string | number | undefined;

const textOf = (value: Filled): string => (value === undefined ? '' : String(value));

const FILLED_BY: Readonly<Record<PersonValue, (said: Said) => Filled>> = {
  year: ({ year }) => year,
  identityCode: ({ child }) => child.identityCode,
  birthYear: ({ child }) => child.birthYear,
  ageGroup: ({ year, child: { birthYear } }) =>
    birthYear === undefined ? undefined : ageGroupIn(Number(year), birthYear),
  homeMunicipality: ({ child }) => child.homeMunicipality,
  notifications: ({ child }) => child.notifications,
  assessmentsBegun: ({ child }) => child.assessments.begun,
  assessmentsReady: ({ child }) => child.assessments.ready,
  placedOnLastDay: ({ year, child }) =>
    child.measures.some((one) => isPlaced(one) && inForceOn(one, daysOf(year).to)) ? 1 : 0,
  measuresInYear: ({ child }) => child.measures.length,
  absent: () => undefined,
  measure: ({ measure }) => measure?.measure,
  decisionKind: ({ measure }) => measure?.decisionKind,
  decidedOn: ({ measure }) => measure?.decidedOn,
  begunOn: ({ measure }) => measure?.begunOn,
  endedOn: ({ measure }) => measure?.endedOn,
  endGround: ({ measure }) => measure?.endGround,
};

const inForceOn = ({ begunOn, decidedOn, endedOn }: MeasureOfChild, on: LocalDate): boolean =>
  inForce({ from: begunOn ?? decidedOn, ...(endedOn === undefined ? {} : { to: endedOn }) }, on);
