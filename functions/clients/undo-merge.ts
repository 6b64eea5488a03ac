import type * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { indexed, loadHeads } from '../../shared/domain/clients/store.ts';
import { undoMerge as undone } from '../../shared/domain/clients/transitions/merge.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { ClientsMerged } from './merge-clients.ts';

/** Undoes a merge: both clients are what they were, the one that remained with all that came since. */
export async function undoMerge(
  context: ClientContext,
  { params, version }: { params: { sourceId: ClientId }; version: number },
): Promise<Answer<z.infer<typeof ClientsMerged>>> {
  const { file, actor, services, now } = context;
  expectVersion(file.head, version);
  const [merged] = await loadHeads(services, actor.controller, [params.sourceId]);
  const isHidden = merged !== undefined && isShutTo(merged, actor.userId);
  if (merged === undefined || isHidden) throw new Refusal(CLIENT_REFUSALS.notMerged);
  const { source, target } = undone({ source: merged, target: file.head }, { now, by: actor.userId });
  return commit(context, {
    changes: [
      { put: indexed(target, actor.controller), when: { version } },
      { put: indexed(source, actor.controller), when: { version: merged.version } },
    ],
    line: {
      clients: [source.clientId, target.clientId],
      resources: [source, target].map((head) => ({
        kind: 'client' as const,
        id: head.clientId,
        version: head.version,
      })),
      dataGroups: ['clienthood'],
      changedFields: ['mergedInto', 'mergedFrom'],
    },
    answer: {
      body: {
        clientId: source.clientId,
        version: source.version,
        into: target.clientId,
        intoVersion: target.version,
      },
      version: target.version,
    },
  });
}
