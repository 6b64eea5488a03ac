import * as z from 'zod';
import type { ActContext, Answer, Change, LinePart } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { MatterRing } from '../../shared/crypto/matter-ring.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { loadDeadlineIn } from '../../shared/domain/deadlines/store.ts';
import type { IntakeMatter } from '../../shared/domain/intake/model.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DeadlineId, MatterId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { matterKeys } from '../../shared/table/keys.ts';
import { findMatterOfUnit } from './find-matter.ts';
import { handlingOf } from './new-handling.ts';
import { lineOfMatter } from './one-matter.ts';

export const OneDeadlineOfMatter = z.strictObject({ matterId: MatterId, deadlineId: DeadlineId });
/** The version is the deadline's. */
export type OfDeadline = { params: z.infer<typeof OneDeadlineOfMatter>; version: number };

export const DeadlineOfMatterChanged = z
  .strictObject({ deadlineId: DeadlineId, version: z.int() })
  .meta({ id: 'DeadlineOfMatterChanged' });
export type DeadlineOfMatterChanged = z.infer<typeof DeadlineOfMatterChanged>;

export type FoundDeadline = { matter: IntakeMatter; ring: MatterRing | undefined; deadline: Deadline };

/**
 * A time of a matter in the intake of the worker's unit, running or ended, as the worker saw it.
 * @throws Refusal `request.notFound`, `request.stale`.
 */
export async function findDeadlineSeen(
  context: ActContext,
  { params: { matterId, deadlineId }, version }: OfDeadline,
): Promise<FoundDeadline> {
  const [{ matter, ring }, deadline] = await Promise.all([
    findMatterOfUnit(context, matterId),
    loadDeadlineIn(context, matterKeys.partition(context.actor.controller, matterId), deadlineId),
  ]);
  if (deadline === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(deadline, version);
  return { matter, ring, deadline };
}

/** The line of an act on times of a matter names the matter, its clients and the times. */
export function lineOfTimes(
  matter: IntakeMatter,
  deadlines: readonly Deadline[],
  fields: readonly string[],
): LinePart {
  const line = lineOfMatter(matter, fields);
  return {
    ...line,
    resources: [
      ...line.resources,
      ...deadlines.map(({ deadlineId, version, serviceTasks }) => ({
        kind: 'deadline' as const,
        id: deadlineId,
        version,
        serviceTasks,
      })),
    ],
    dataGroups: ['intake', 'deadlines'],
  };
}

/** Moves a time of a matter; what is said of it in words stands among the entries of the matter. */
export async function commitDeadline(
  context: ActContext,
  { matter, ring }: Pick<FoundDeadline, 'matter' | 'ring'>,
  to: {
    deadline: Deadline;
    changes: readonly Change[];
    fields: readonly string[];
    words: string | undefined;
  },
): Promise<Answer<DeadlineOfMatterChanged>> {
  const { deadline, changes, fields, words } = to;
  const { matterId } = matter;
  const entry =
    words === undefined || ring === undefined
      ? undefined
      : await handlingOf(context, ring, { matterId, kind: 'deadline', content: { words } });
  const { deadlineId, version } = deadline;
  return commit(context, {
    changes: [...changes, ...(entry === undefined ? [] : [entry.change])],
    line: lineOfTimes(matter, [deadline], fields),
    answer: { body: { deadlineId, version }, version },
  });
}
