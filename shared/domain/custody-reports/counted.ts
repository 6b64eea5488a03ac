import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { CustodyReport } from './model.ts';

/** A report in the figures: its request, and its delivery or its end with the days since it was asked for. */

/** By how often its days were corrected: the next correction takes all of it back. */
const nameOf = ({ reportId, corrections = [] }: CustodyReport): string => `${reportId}.${corrections.length}`;

const base = (report: CustodyReport) => ({
  about: nameOf(report),
  clientId: report.clientId,
  serviceTasks: report.serviceTasks,
  unitId: report.unitId,
  code: report.supplements === undefined ? 'report' : 'supplement',
});

export const factOfRequest = (report: CustodyReport): Fact => ({
  ...base(report),
  kind: 'custodyReportRequested',
  on: report.requestedOn,
});

/** In the unit that it went from. None of one that has not gone. */
export function factsOfDelivery(report: CustodyReport): Fact[] {
  const { delivered, dueOn, requestedOn } = report;
  if (delivered === undefined) return [];
  const { on, unitId } = delivered;
  const days = daysSince(requestedOn, on);
  return [{ ...base(report), kind: 'custodyReportDelivered', on, unitId, days, inTime: on <= dueOn }];
}

/** In the unit that has its case then. None of one that goes on. */
export function factsOfEnd(report: CustodyReport): Fact[] {
  const { ended, requestedOn } = report;
  if (ended === undefined) return [];
  const { on, ground, unitId } = ended;
  const days = daysSince(requestedOn, on);
  return [{ ...base(report), kind: 'custodyReportEnded', on, unitId, days, code: ground }];
}

const daysSince = (from: LocalDate, on: LocalDate): number => Math.max(0, daysBetween(from, on));

/** All that it was counted as: for days that are put right. */
export const factsOfReport = (report: CustodyReport): Fact[] => [
  factOfRequest(report),
  ...factsOfDelivery(report),
  ...factsOfEnd(report),
];

/** The same taken back. */
export const reportNotCounted = (report: CustodyReport): Fact[] =>
  factsOfReport(report).map(({ kind, on }) => ({ kind, on, about: nameOf(report), undoes: true }));
