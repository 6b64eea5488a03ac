import { epochMsOf, type Instant } from '../../kernel/instant.ts';
import { PLANTINGS, type PlantingControl, type PlantingKind } from './kind.ts';
import type { Made, Planned, PlantingResult } from './model.ts';

/** What a control has laid down of something it found: all that it knows, and nothing of any plan. */
export type Report = {
  /** The finding's id, the object's name, or the event's id: under it the report can be looked up. */
  name: string;
  control: 'witnesses' | 'readerOfTheTrail' | 'versions' | 'sweeper';
  at: Instant;
  /** What the witnesses call it. */
  finding?: string | undefined;
  key?: string | undefined;
  by?: string | undefined;
  /** Of the line that was overwritten. */
  lineId?: string | undefined;
  object?: string | undefined;
  eventId?: string | undefined;
};

const FOUND_WITHIN_MS = 24 * 3_600_000;

/** Whether a report is of this planted violation: by what it was made of, never by its time. */
function isOf(made: Made, report: Report): boolean {
  switch (made.kind) {
    case 'keyUseWithoutLine':
      return report.finding === 'keyUseWithoutLine' && report.key === made.key;
    case 'readAcrossControllers':
      return (
        report.finding === 'keyUseRefused' &&
        (report.key === made.key ||
          (report.key === undefined && made.by !== undefined && (report.by ?? '').endsWith(made.by)))
      );
    case 'lineOverwritten':
      return report.control === 'readerOfTheTrail' && report.lineId === made.lineId;
    case 'secondVersion':
      return report.finding === 'secondVersion' && report.object === made.object;
    case 'eventDropped':
      return report.control === 'sweeper' && report.eventId === made.eventId;
    default:
      return made satisfies never;
  }
}

/** What it was made of. */
export function nameOf(made: Made): string {
  switch (made.kind) {
    case 'keyUseWithoutLine':
    case 'readAcrossControllers':
      return made.key;
    case 'lineOverwritten':
      return made.lineId;
    case 'secondVersion':
      return made.object;
    case 'eventDropped':
      return made.eventId;
    default:
      return made satisfies never;
  }
}

/** Whether a report, the first of it or a later one, is of a violation that has ended. */
export const isOfEnded = ({ of, found }: PlantingResult, report: Report): boolean =>
  found?.report === report.name || [report.key, report.lineId, report.object, report.eventId].includes(of);

const foundBy = ({ made, plantedAt }: Planned, { at, name }: Report): PlantingResult => ({
  kind: made.kind,
  of: nameOf(made),
  result: 'found',
  ...(plantedAt === undefined ? {} : { plantedAt }),
  found: { at, report: name, control: controlOf(made.kind) },
});

const controlOf = (kind: PlantingKind): PlantingControl => PLANTINGS[kind].control;

/**
 * Whether a report names the session alone and is of an earlier planting: each day the same session is refused, so that
 * one that was reported before this was planted, or stands for another, is not of this one.
 */
const isEarlier = ({ made, plantedAt }: Planned, report: Report, used: ReadonlySet<string>): boolean =>
  made.kind === 'readAcrossControllers' &&
  report.key === undefined &&
  (plantedAt === undefined || report.at < plantedAt || used.has(report.name));

/** What ended of the violations that were planted, by what the controls have reported until now; `others` have ended. */
export function ended(
  waiting: readonly Planned[],
  reports: readonly Report[],
  now: Instant,
  others: readonly PlantingResult[] = [],
): { still: Planned[]; results: PlantingResult[] } {
  const used = new Set(others.flatMap(({ found }) => (found === undefined ? [] : [found.report])));
  const still: Planned[] = [];
  const results: PlantingResult[] = [];
  for (const planned of waiting) {
    const { made, plantedAt } = planned;
    const report =
      plantedAt === undefined
        ? undefined
        : reports.find((one) => isOf(made, one) && !isEarlier(planned, one, used));
    if (report !== undefined) results.push(foundBy(planned, report));
    else if (plantedAt !== undefined && epochMsOf(now) - epochMsOf(plantedAt) > FOUND_WITHIN_MS) {
      results.push({ kind: made.kind, of: nameOf(made), result: 'missed', plantedAt });
    } else still.push(planned);
  }
  return { still, results };
}

/** What a person must hear of. */
export const isAlarming = ({ result }: PlantingResult): boolean =>
  result === 'missed' || result === 'notRefused' || result === 'notPlanted';
