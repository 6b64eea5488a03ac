import { daysBetween, helsinkiDateOf } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { CaseHead } from '../cases/model.ts';
import { inTimeOn } from '../deadlines/in-time.ts';
import type { Deadline } from '../deadlines/model.ts';
import type { Assessment, AssessmentNotMade } from './model.ts';

/** An assessment in the figures: its beginning and its readiness, each with the days since its case was opened. */

type OfCase = Pick<CaseHead, 'openedAt'>;

/** A day as it stands, by how often it was corrected: the next correction takes it back. */
const named = (
  { assessmentId, corrections = [], recounted }: Assessment,
  day: 'begunOn' | 'readyOn',
): string =>
  `${assessmentId}.${corrections.filter(({ was }) => was[day] !== undefined).length}${again(recounted)}`;

const again = (recounted: number | undefined): string => (recounted === undefined ? '' : `.${recounted}`);

const beginning = (assessment: Assessment) => ({
  kind: 'assessmentBegun' as const,
  on: assessment.begunOn,
  about: named(assessment, 'begunOn'),
});

/** @param times those that the beginning met. */
export const factOfBeginning = (
  assessment: Assessment,
  { openedAt }: OfCase,
  times: readonly Deadline[],
): Fact => {
  const { clientId, unitId, serviceTasks, begunOn } = assessment;
  return {
    ...beginning(assessment),
    clientId,
    unitId,
    serviceTasks,
    days: daysBetween(helsinkiDateOf(openedAt), begunOn),
    ...inTimeOn(times, begunOn),
  };
};

export const beginningNotCounted = (assessment: Assessment): Fact => ({
  ...beginning(assessment),
  undoes: true,
});

/** None of one that is under way. @param times those that the readiness met. */
export function factsOfReadiness(
  assessment: Assessment,
  { openedAt }: OfCase,
  times: readonly Deadline[],
): Fact[] {
  const { clientId, unitId, readyIn = unitId, serviceTasks, readyOn, result } = assessment;
  if (readyOn === undefined || result === undefined) return [];
  return [
    {
      kind: 'assessmentReady',
      on: readyOn,
      about: named(assessment, 'readyOn'),
      clientId,
      unitId: readyIn,
      serviceTasks,
      code: result,
      days: daysBetween(helsinkiDateOf(openedAt), readyOn),
      ...inTimeOn(times, readyOn),
    },
  ];
}

export const readinessNotCounted = (assessment: Assessment): Fact[] => {
  const { readyOn } = assessment;
  return readyOn === undefined
    ? []
    : [{ kind: 'assessmentReady', on: readyOn, about: named(assessment, 'readyOn'), undoes: true }];
};

const decided = ({ assessmentId, corrections = [], decidedOn, recounted }: AssessmentNotMade) => ({
  kind: 'assessmentNotMade' as const,
  on: decidedOn,
  about: `${assessmentId}.${corrections.length}${again(recounted)}`,
});

/** That none was made, with the days since its case was opened. */
export const factOfNotMade = (item: AssessmentNotMade, { openedAt }: OfCase): Fact => ({
  ...decided(item),
  clientId: item.clientId,
  unitId: item.unitId,
  serviceTasks: item.serviceTasks,
  code: item.clientsWish,
  days: daysBetween(helsinkiDateOf(openedAt), item.decidedOn),
});

export const notMadeNotCounted = (item: AssessmentNotMade): Fact => ({ ...decided(item), undoes: true });
