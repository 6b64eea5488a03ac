import type * as z from 'zod';
import { mustBeAble } from '../../shared/access/must-be-able.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { DAY_MOVED } from '../../shared/domain/appointments/calendar.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import { inHand, type Portion } from '../../shared/domain/cases/in-hand.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { type HandOverProgress, progressOf } from './begin-hand-over.ts';
import { findHandOver, type OneHandOver } from './find-hand-over.ts';
import { handOverPortion } from './hand-over-portion.ts';
import type { Handed } from './handed.ts';

/** Portions handed over in one call: some seconds at most, so that a front end can show how it goes. */
const AT_ONCE = 20;

/**
 * Goes on with a hand-over: a commit and a line for each portion, the job's count in the same commit. A call that was
 * cut short has handed over what it committed and nothing else; the next finds what is left by looking.
 */
export async function continueHandOver(
  context: ActContext,
  { params, version }: { params: z.infer<typeof OneHandOver>; version: number },
): Promise<Answer<HandOverProgress>> {
  let job = await findHandOver(context, params.jobId);
  expectVersion(job, version);
  if (job.state === 'done') throw new Refusal(CASE_REFUSALS.handOverDone);
  const [portions] = await Promise.all([
    inHand(context, job),
    mustBeAble(context, { responsible: job.successorId }),
  ]);
  const waiting = [...portions];
  const busy: Portion[] = [];
  for (let done = 0; done < AT_ONCE && waiting.length > 0; ) {
    const [portion] = waiting.splice(0, 1);
    if (portion === undefined) break;
    const next = await handOverOne(context, job, portion);
    if (next === 'busy') busy.push(portion);
    else if (next !== undefined) {
      job = next;
      done += 1;
    }
  }
  const left = waiting.length + busy.length;
  if (left === 0) return finish(context, job);
  if (context.committed !== true) throw new Refusal(COMMON_REFUSALS.conflict);
  return progressOf(job, left);
}

/** @returns the job after it; undefined when nothing of it passes; `busy` when another changes it now. */
async function handOverOne(
  context: ActContext,
  job: HandOver,
  portion: Portion,
): Promise<HandOver | 'busy' | undefined> {
  let current = job;
  for (let more = true, first = true; more; first = false) {
    const handed = await handOverPortion(context, current, portion);
    if (handed === 'nothing' || handed === 'kept') return first ? undefined : current;
    const next = nextOf(context, current, { handed: current.handed + (first ? 1 : 0) });
    try {
      await commitWith(context, current, next, handed);
    } catch (thrown) {
      if (isOfOthers(thrown)) return 'busy';
      throw thrown;
    }
    current = next;
    more = handed.more;
  }
  return current;
}

/** Somebody else changed it, or booked a time in the same calendar, in this moment. */
const isOfOthers = (thrown: unknown): boolean =>
  thrown instanceof Refusal &&
  (thrown.definition === COMMON_REFUSALS.stale || thrown.definition.code === DAY_MOVED.code);

const nextOf = ({ now, actor }: ActContext, job: HandOver, to: Partial<HandOver>): HandOver => ({
  ...job,
  ...changed(job, now, actor.userId),
  ...to,
});

/** The job's version keeps two callers from going on at the same time: the second one is told to look again. */
const commitWith = (
  context: ActContext,
  before: HandOver,
  job: HandOver,
  { changes, line }: Pick<Exclude<Handed, string>, 'changes' | 'line'>,
): Promise<Answer<HandOverProgress>> =>
  commit(context, {
    changes: [
      { put: job, when: { version: before.version }, otherwise: COMMON_REFUSALS.conflict },
      ...changes,
    ],
    line,
    answer: progressOf(job, 0),
  });

function finish(context: ActContext, job: HandOver): Promise<Answer<HandOverProgress>> {
  const { jobId, unitId, fromWorkerId, successorId } = job;
  const done = nextOf(context, job, { state: 'done', finishedAt: context.now });
  return commitWith(context, job, done, {
    changes: [],
    line: {
      clients: [],
      resources: [
        { kind: 'job', id: jobId, version: done.version },
        { kind: 'unit', id: unitId },
        { kind: 'user', id: fromWorkerId },
        { kind: 'user', id: successorId },
      ],
      dataGroups: ['clienthood', 'case'],
      changedFields: ['handOver'],
    },
  });
}
