import type { ActContext, Change, LinePart } from '../../shared/act.ts';
import { deadlineFollower, type Follower, taskFollower } from '../../shared/domain/cases/followers.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadSharedHeads, placed } from '../../shared/domain/cases/store.ts';
import { assignCase } from '../../shared/domain/cases/transitions.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { indexed } from '../../shared/domain/clients/store.ts';
import { nameOwnWorker } from '../../shared/domain/clients/transitions/relationship.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { loadOpenTasks } from '../../shared/domain/tasks/store.ts';
import type { ClientId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { lineOfCase, lineOfFollowers } from './commit-case.ts';
import { type Handed, ofHandOver } from './handed.ts';

/** A commit has room for the job and its line beside so many changes. */
const MOST_CHANGES = 23;

/**
 * Judged by the files themselves, read strongly: what the index still shows but is in other hands already is left
 * alone, so that nothing is handed over twice. A restricted file passes only to one of its readers.
 */
export async function handOverClient(
  context: ActContext,
  job: HandOver,
  clientId: ClientId,
): Promise<Handed> {
  const { services, actor, now } = context;
  const { fromWorkerId, successorId, unitId } = job;
  const [file, deadlines, tasks] = await Promise.all([
    loadClientFile(services, actor.controller, clientId),
    loadOpenDeadlines(context, clientId),
    loadOpenTasks(context, clientId),
  ]);
  if (file === undefined) return 'nothing';
  const { head } = file;
  const by = { now, by: actor.userId };
  const isOwn =
    head.state !== 'merged' &&
    head.relationship?.state === 'active' &&
    head.relationship.ownWorkerId === fromWorkerId &&
    head.relationship.responsibleUnitId === unitId;
  const own = file.cases.filter(
    (item) => item.responsibleWorkerId === fromWorkerId && item.unitId === unitId,
  );
  const isLeavers = (item: { workerId?: UserId | undefined; unitId: UnitId }): boolean =>
    item.workerId === fromWorkerId && item.unitId === unitId;
  const followers = [
    ...deadlines
      .filter(isLeavers)
      .map((deadline) => deadlineFollower(context, clientId, deadline, { workerId: successorId })),
    ...tasks
      .filter(isLeavers)
      .map((task) => taskFollower(context, clientId, task, { unitId, workerId: successorId })),
  ];
  if (!isOwn && own.length === 0 && followers.length === 0) return 'nothing';
  if (isShutTo(head, successorId)) return 'kept';

  const named = isOwn ? nameOwnWorker(head, { ownWorkerId: successorId }, by) : undefined;
  const changes: Change[] =
    named === undefined ? [] : [{ put: indexed(named, actor.controller), when: { version: head.version } }];
  const moved: CaseHead[] = [];
  const left = [...own];
  for (let item = left[0]; item !== undefined; item = left[0]) {
    if (changes.length + item.clients.length > MOST_CHANGES) break;
    left.shift();
    for (const before of [item, ...(await loadSharedHeads(context, item))]) {
      const after = assignCase(before, { responsibleWorkerId: successorId }, by);
      changes.push(...placed(actor.controller, before, after));
      moved.push(after);
    }
  }
  const fits = left.length > 0 ? [] : followers.slice(0, MOST_CHANGES - changes.length);
  return {
    changes: [...changes, ...fits.flatMap((follower) => follower.changes)],
    line: lineOf(job, clientId, named?.version, moved, fits),
    more: left.length > 0 || fits.length < followers.length,
  };
}

function lineOf(
  job: HandOver,
  clientId: ClientId,
  relationshipVersion: number | undefined,
  moved: readonly CaseHead[],
  followers: readonly Follower[],
): LinePart {
  const ofCases = lineOfCase(moved, []);
  const ofFollowers = lineOfFollowers(followers);
  return {
    clients: [clientId, ...ofCases.clients],
    resources: [
      ...(relationshipVersion === undefined
        ? []
        : [{ kind: 'relationship' as const, id: clientId, client: clientId, version: relationshipVersion }]),
      ...ofCases.resources,
      ...ofFollowers.resources,
      ...ofHandOver(job),
    ],
    dataGroups: [
      ...(relationshipVersion === undefined ? [] : ['clienthood' as const]),
      ...(moved.length === 0 ? [] : ['case' as const]),
      ...ofFollowers.dataGroups,
    ],
    changedFields: [
      ...(relationshipVersion === undefined ? [] : ['ownWorkerId']),
      ...(moved.length === 0 ? [] : ['responsibleWorkerId']),
      ...(followers.length === 0 ? [] : ['workerId']),
    ],
  };
}
