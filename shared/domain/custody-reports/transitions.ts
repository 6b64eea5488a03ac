import type { DisclosureId, DocumentId, UnitId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import type { Doer, Reason } from '../case-notes/model.ts';
import type { CustodyReport, Heard, ReportEndGround } from './model.ts';
import { CUSTODY_REPORT_REFUSALS } from './refusals.ts';

/** The moves of a report: under way -> ready -> delivered; or ended before it went. */

type Mover = { now: Instant; by: UserId };

/** States in which it is still to go to the court. */
export const isOpenReport = ({ state }: Pick<CustodyReport, 'state'>): boolean =>
  state === 'underWay' || state === 'ready';

/** @throws Refusal `custodyReport.wrongState`. */
function open(report: CustodyReport, { now, by }: Mover): CustodyReport {
  if (!isOpenReport(report)) throw new Refusal(CUSTODY_REPORT_REFUSALS.wrongState);
  return { ...report, ...changed(report, now, by) };
}

export const heardFor = (
  report: CustodyReport,
  heard: Omit<Heard, 'at' | 'by'>,
  by: Mover,
): CustodyReport => ({
  ...open(report, by),
  heard: [...report.heard, { ...heard, at: by.now, by: by.by }],
});

/** Ready, and ready once more where it was made anew before it went. */
export const readyReport = (
  report: CustodyReport,
  ready: { documentId: DocumentId; readyOn: LocalDate },
  by: Mover,
): CustodyReport => ({ ...open(report, by), ...ready, state: 'ready' });

/** ready -> delivered. */
export function deliveredReport(
  report: CustodyReport,
  delivered: { on: LocalDate; disclosureId: DisclosureId; unitId: UnitId },
  by: Mover,
): CustodyReport {
  if (report.state !== 'ready') throw new Refusal(CUSTODY_REPORT_REFUSALS.wrongState);
  return { ...open(report, by), state: 'delivered', delivered };
}

export const endedReport = (
  report: CustodyReport,
  ended: { on: LocalDate; ground: ReportEndGround; unitId: UnitId },
  by: Mover,
): CustodyReport => ({ ...open(report, by), state: 'ended', ended });

/** The court gave another day. */
export const withNewTime = (report: CustodyReport, dueOn: LocalDate, by: Mover): CustodyReport => ({
  ...open(report, by),
  dueOn,
});

/** The right days in their place, and beside them what stood there, in whatever state. */
export const correctedReport = (
  report: CustodyReport,
  days: { requestedOn: LocalDate; dueOn: LocalDate },
  { reason, by }: { reason: Reason; by: Doer },
): CustodyReport => ({
  ...report,
  ...changed(report, by.at, by.userId),
  ...days,
  corrections: [
    ...(report.corrections ?? []),
    { was: { requestedOn: report.requestedOn, dueOn: report.dueOn }, by, reason },
  ],
});
