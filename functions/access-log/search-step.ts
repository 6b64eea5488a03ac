import type { ActContext } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { addDays, startOfDay } from '../../shared/kernel/local-date.ts';
import { changed } from '../../shared/table/item.ts';
import type { PlaceInLog } from '../../shared/trail/place-in-log.ts';
import { linesNaming } from '../../shared/trail/sealing/batch.ts';
import { type Head, headsFrom } from '../../shared/trail/sealing/heads.ts';
import { LogNotWhole } from '../../shared/trail/sealing/log-not-whole.ts';
import { expectSigned, lookedUpTo, sizeAt } from '../../shared/trail/sealing/old-lines.ts';
import { publishedHead } from '../../shared/trail/sealing/prove-lines.ts';
import { batchOf } from '../../shared/trail/sealing/sealed-batch.ts';
import type { LogSearch } from '../../shared/trail/search/model.ts';
import { findingsOfNotWhole, resourcesOf } from '../../shared/trail/search/not-whole.ts';
import { isAsked, needlesOf, partsOf } from '../../shared/trail/search/rules.ts';
import { pagesOfPlaces } from '../../shared/trail/search/store.ts';
import type { PutFinding } from '../../shared/witnesses/new-findings.ts';

/** How far one step goes: so many batches (each a minute of the log, or a thousand lines), or until so much is found. */
type StepLimits = { batches: number; places: number };
const LIMITS: StepLimits = { batches: 400, places: 2000 };
/** Batches in memory at a time. */
const AT_ONCE = 8;
/** One search holds no more. */
const MOST_FOUND = 50_000;

/** A clock that was ahead sealed a line a little before the time it names. */
const MINUTES_BEFORE = 120;
/** A line that came late (a clock set back, a trail that refused) is sealed after its day: so many days more are read. */
const DAYS_AFTER = 31;

/**
 * One step of a search: some batches are read, and how far it came is stored with what was found. A search of days that
 * the sealer has not looked through yet is left as it is. A part of the log that is not as it was sealed ends the search
 * and is a finding.
 */
export async function searchStep(
  context: ActContext,
  search: LogSearch,
  limits: StepLimits = LIMITS,
): Promise<LogSearch> {
  try {
    return await stepped(context, search, limits);
  } catch (thrown) {
    if (!(thrown instanceof LogNotWhole)) throw thrown;
    const { services, actor } = context;
    services.log.error('JOB_FAILED', { controller: actor.controller, ...faultFields(thrown) });
    const findings = await findingsOfNotWhole(context, thrown);
    return stored(context, search, { state: 'notWhole' }, [], findings);
  }
}

async function stepped(context: ActContext, search: LogSearch, limits: StepLimits): Promise<LogSearch> {
  const { services, actor } = context;
  const reach = search.reach ?? (await reachOf(context, search));
  if (reach === undefined) return search;
  const { next, end } = reach;
  const heads = next < end ? await headsFrom(services.tables, actor.controller, next, limits.batches) : [];
  const places: PlaceInLog[] = [];
  let at = next;
  let last: Head | undefined;
  for (let nth = 0; nth < heads.length && at < end && places.length < limits.places; nth += AT_ONCE) {
    const some = heads.slice(nth, nth + AT_ONCE).filter(({ from }) => from < end);
    const batches = await Promise.all(some.map((head) => batchOf(services, actor.controller, head)));
    for (const [place, head] of some.entries()) {
      if (head.from !== at) throw new LogNotWhole('A head of the sealed log is not there.');
      places.push(...foundIn(search, head, batches[place]));
      at = head.size;
      last = head;
    }
  }
  if (at === next && at < end) throw new LogNotWhole('The heads of the sealed log end too early.');
  const isEnd = at >= end;
  if (isEnd && last !== undefined) await expectSigned(services, actor.controller, last);
  const found = search.found + places.length;
  const state = found > MOST_FOUND ? 'tooMany' : isEnd ? 'ready' : 'waiting';
  const looked = search.looked + (at - next);
  return stored(context, search, { state, found, looked, reach: { next: at, end } }, places);
}

function foundIn(search: LogSearch, head: Head, bytes: Buffer | undefined): PlaceInLog[] {
  if (bytes === undefined) throw new LogNotWhole('A batch of the sealed log is not there.', head);
  const { sealed: days } = partsOf(search);
  return linesNaming(bytes, needlesOf(search), head)
    .filter(({ event }) => isAsked({ ...search, days }, event))
    .map(({ offset, event }) => ({ index: head.from + offset, eventId: event.eventId }));
}

/**
 * Which part of the log holds the days asked for, of what is signed now.
 * @returns undefined while the sealer has not looked so far: a log that is behind would pass for one without lines.
 */
async function reachOf(
  { services, actor: { controller } }: ActContext,
  search: LogSearch,
): Promise<{ next: number; end: number } | undefined> {
  const { sealed: days } = partsOf(search);
  const to = startOfDay(addDays(days.to, 1 + DAYS_AFTER));
  const looked = await lookedUpTo(services, controller);
  if (looked === undefined || looked < to) return undefined;
  const published = await publishedHead(services, controller);
  if (published === undefined) return { next: 0, end: 0 };
  const { size } = published.head;
  const from = plusMinutes(startOfDay(days.from), -MINUTES_BEFORE);
  const next = await sizeAt(services.tables, controller, from, size);
  return { next, end: Math.max(next, await sizeAt(services.tables, controller, to, size)) };
}

async function stored(
  context: ActContext,
  search: LogSearch,
  to: Partial<LogSearch>,
  places: readonly PlaceInLog[],
  findings: readonly PutFinding[] = [],
): Promise<LogSearch> {
  const { g2pk: _g2pk, g2sk: _g2sk, ...rest } = search;
  const put: LogSearch = {
    ...(to.state === 'waiting' ? search : rest),
    ...changed(search, context.now, context.actor.userId),
    ...to,
  };
  await commit(context, {
    changes: [
      { put, when: { version: search.version } },
      ...(await pagesOfPlaces(context, search, places)),
      ...findings,
    ],
    line: {
      clients: [],
      resources: [{ kind: 'accessLog', id: search.searchId }, ...resourcesOf(findings)],
      dataGroups: ['accessLog'],
      changedFields: ['search'],
    },
    answer: { body: {} },
  });
  return put;
}
