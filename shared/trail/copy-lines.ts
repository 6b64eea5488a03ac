import * as z from 'zod';
import { type Instant, plusMinutes } from '../kernel/instant.ts';
import type { Services } from '../services.ts';
import { parseItem } from '../table/parse-item.ts';
import { AccessEvent } from './event.ts';
import { followLine } from './follow-line.ts';
import { LOOK_BACK_MINUTES } from './sealing/gather.ts';
import { putInIntake } from './write.ts';

/** What happened to one line of the trail, as its stream tells. */
export type LineChange = {
  id: string;
  kind: 'INSERT' | 'MODIFY' | 'REMOVE';
  /** Taken away by DynamoDB itself, because its months in the table are over. */
  expired: boolean;
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown> | undefined;
  /** When the table took it, by the table's own clock. */
  at: Instant;
};

const Line = z.looseObject({ event: AccessEvent });

/**
 * The one reader of the trail's stream. A line is followed: copied to each client where it names several, and given
 * the rows by which the log is asked; one whose time had long passed when it came is put where the sealer looks. A line
 * is never changed and never taken away before its time: if it was, both images go to the archive, where
 * nobody can remove them. Whoever watches that folder sounds the alarm within minutes (shared/plantings).
 */
export async function copyLines(services: Services, change: LineChange): Promise<void> {
  if (change.kind !== 'INSERT') {
    if (change.expired) return;
    const { id, kind, before, after, at } = change;
    await services.intake.putIfAbsent(
      `overwritten/${at.slice(0, 10)}/${id}.json`,
      JSON.stringify({ kind, before, after }),
    );
    services.log.info('LINE_OVERWRITTEN', { eventId: id });
    return;
  }
  // Copies and rows lie in the trail too, and so do heads of the sealed log and places of lines in it.
  if (change.after?.['event'] === undefined || change.after['g1pk'] === undefined) return;
  const { event } = parseItem(Line, change.after);
  if (isMissed(event, change.at)) {
    await putInIntake(services, event, change.at);
    services.log.info('LINE_LATE', { eventId: event.eventId, controller: event.controller });
  }
  await followLine(services, event);
}

/**
 * Whether the line came with a time that the sealer has looked through already, because the clock of whoever wrote it
 * was behind: by itself it would never be sealed. What was sealed all the same, the sealer does not seal again.
 */
const isMissed = ({ eventTime }: AccessEvent, at: Instant): boolean =>
  eventTime < plusMinutes(at, 1 - LOOK_BACK_MINUTES);
